import Diagnostics

/// What `explain` says of the codes about whole numbers, units and ids that are used twice.
let numberExplanations = [
  Explanation(
    "plan.fraction",
    Phrase(
      vi:
        "Số hộ, số người, số xã, số cán bộ, số mô hình là số nguyên. 3.675 trong tệp là ba phẩy sáu trăm bảy mươi lăm, không phải ba nghìn sáu trăm bảy mươi lăm, và sẽ cho một đánh giá sai.",
      en:
        "Households, people, communes, officers and models are counted in whole numbers. 3.675 in the file is three and a bit, not three thousand six hundred and seventy-five, and would give a false verdict."
    ),
    remedy: Phrase(
      vi: "Viết liền các chữ số, như 3675, không có dấu chấm.",
      en: "Write the digits together, such as 3675, without a point.")),
  Explanation(
    "plan.unit-of-measure",
    Phrase(
      vi:
        "Số đo này luôn đếm một thứ đã biết: poor là số hộ, poor_rate là tỷ lệ. Đơn vị khác thì không số liệu nào so được với nó.",
      en:
        "What this measure counts is known: poor is households, poor_rate a rate. With another unit no figure can be held against it."
    ),
    remedy: Phrase(vi: "Sửa unit, hoặc sửa measure.", en: "Mend `unit`, or `measure`.")),
  Explanation(
    "plan.target-case",
    Phrase(
      vi: "Mỗi chỉ tiêu có một trang; có máy chủ coi A và a là một tên tệp, nên một trang sẽ mất.",
      en: "Each target has a page; some servers take A and a for one name of a file, so that a page is lost."),
    remedy: Phrase(vi: "Đổi mã của một chỉ tiêu.", en: "Give one of them another id.")),
  Explanation(
    "plan.check-twice",
    Phrase(
      vi: "Hai phép kiểm cùng mã thì không biết phép nào được nhắc đến.",
      en: "Of two checks with one id nobody knows which is meant."),
    remedy: Phrase(vi: "Đổi mã của một phép kiểm.", en: "Give one of them another id.")),
]
