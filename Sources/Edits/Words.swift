public import Diagnostics

/// What `explain` says of the codes of this module.
public let editsExplanations = [
  Explanation(
    "edits.incomplete",
    Phrase(
      vi:
        "Một quy tắc thiếu phần mà người đọc cần: lời bằng hai thứ tiếng, căn cứ, cách sửa, hay chính điều kiện của nó.",
      en:
        "A rule lacks what readers need: words in both languages, a basis, what to do, or its very condition."
    ),
    remedy: Phrase(
      vi: "Bổ sung phần được nêu. Quy tắc không dựa vào điều luật nào thì nêu phương pháp làm căn cứ.",
      en: "Add what is named. Where a rule stands on no law, name the method as its basis.")),
  Explanation(
    "edits.duplicate",
    Phrase(
      vi: "Hai quy tắc của một bộ có cùng mã, nên không biết lời báo nói về quy tắc nào.",
      en: "Two rules of a sheet have one id, so that nobody knows which of them is told."),
    remedy: Phrase(vi: "Đổi mã của một quy tắc.", en: "Give one of them another id.")),
]
