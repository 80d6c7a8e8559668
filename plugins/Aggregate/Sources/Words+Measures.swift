import Diagnostics

/// What `explain` says of the codes of `households.measures` that are its own.
let measureExplanations = [
  Explanation(
    "measures.dimension",
    Phrase(
      vi: "Khi khai các chiều, mỗi chỉ số nằm trong đúng một chiều.",
      en: "When dimensions are given, each indicator is in exactly one."),
    remedy: Phrase(vi: "Sửa dimensions.", en: "Mend `dimensions`.")),
  Explanation(
    "measures.left-out",
    Phrase(
      vi: "Thiếu không phải là 0: hộ thiếu một chỉ số không được tính là không thiếu hụt.",
      en: "Missing is not 0: a household that lacks an indicator does not count as not deprived."),
    remedy: Phrase(vi: "Bổ sung ô ấy trong tệp.", en: "Fill in the cells.")),
]

/// What `explain` says of the codes of `households.flows` that are its own.
let flowExplanations = [
  Explanation(
    "flows.no-id",
    Phrase(
      vi: "Hộ không có mã thì không biết năm kia là hộ nào.",
      en: "Of a household without an id it is not known which it was in the other year."),
    remedy: Phrase(vi: "Bổ sung mã hộ.", en: "Fill in the id.")),
  Explanation(
    "flows.left-out",
    Phrase(
      vi:
        "Hộ có dòng sai ở một năm thì không nằm trong bảng diễn biến: một nửa của hộ sẽ thành biến động không có thật.",
      en: "A household with a wrong row in one year is in no movements: half of it would be one that was not."
    ),
    remedy: Phrase(vi: "Sửa các dòng được nêu.", en: "Mend the rows that are named.")),
]
