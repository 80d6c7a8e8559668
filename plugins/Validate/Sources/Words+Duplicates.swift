import Diagnostics

/// What `explain` says of the codes of `households.duplicates`.
let duplicateExplanations = [
  Explanation(
    "duplicates.birth",
    Phrase(
      vi: "Hai hộ được so theo ngày sinh hoặc năm sinh của chủ hộ, nên phải có đúng một cột như vậy.",
      en:
        "Households are compared by the day or the year of birth of their heads, so one such column is needed."
    ),
    remedy: Phrase(vi: "Ghi birth_date hoặc birth_year.", en: "Give `birth_date` or `birth_year`.")),
  Explanation(
    "duplicates.passed-over",
    Phrase(
      vi: "Quá nhiều dòng có cùng tên và năm sinh, hoặc cùng tên và xã; so từng cặp thì không xong.",
      en: "Too many rows share a name and a year or commune to be compared pair by pair."),
    remedy: Phrase(
      vi: "Xem cột tên hoặc năm sinh có được điền bằng một chữ mặc định không.",
      en: "Look whether the column was filled with one word for all.")),
  Explanation(
    "duplicates.too-many",
    Phrase(
      vi: "Có nhiều cặp hơn mức được nêu; những cặp nhẹ nhất không có trong danh sách.",
      en: "There are more pairs than may be proposed; the lightest are not in the list."),
    remedy: Phrase(
      vi: "Tăng at_least để chỉ lấy cặp chắc hơn, hoặc tăng most.",
      en: "Raise `at_least` for surer pairs, or raise `most`.")),
]
