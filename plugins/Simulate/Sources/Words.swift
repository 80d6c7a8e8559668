import Diagnostics

/// What `explain` says of the codes of `households.simulate`.
let simulateExplanations = [
  Explanation(
    "simulate.shares",
    Phrase(
      vi: "Mỗi hộ mang nhiều nhất một lỗi, và mỗi bản chép cần một hộ không lỗi của riêng nó.",
      en: "A household has at most one mistake, and every copy needs a clean household of its own."),
    remedy: Phrase(
      vi: "Giảm các phần lỗi, hoặc tăng số hộ.", en: "Ask for fewer mistakes, or more households.")),
  Explanation(
    "simulate.no-communes",
    Phrase(
      vi: "Hộ phải ở một xã, và chuẩn thu nhập tùy xã là thành thị hay nông thôn.",
      en: "A household lives in a commune, and its income line depends on whether that is urban or rural."),
    remedy: Phrase(
      vi: "Chọn danh mục có xã vào năm ấy, hoặc bỏ units để dùng các xã bịa ra.",
      en: "Name a register with communes in that year, or leave `units` out to have them invented.")),
]
