public import Diagnostics

/// What `explain` says of the codes of this module.
public let measuresExplanations = problemExplanations + faultExplanations

private let problemExplanations = [
  Explanation(
    "measures.indicators",
    Phrase(
      vi: "Cần ít nhất một cột thiếu hụt, nhiều nhất 62 cột.",
      en: "At least one column of deprivations is needed, and at most 62."),
    remedy: Phrase(vi: "Khai deprivations.", en: "Give `deprivations`.")),
  Explanation(
    "measures.weights",
    Phrase(
      vi: "Mỗi chỉ số có một trọng số là phân số không âm, cộng lại đúng bằng 1.",
      en: "Each indicator has a weight, a fraction that is not negative; together they are exactly 1."),
    remedy: Phrase(
      vi: "Viết phân số như 1/12 thay vì 0,0833.", en: "Write fractions such as 1/12 instead of 0.0833.")),
  Explanation(
    "measures.cutoff",
    Phrase(
      vi: "Ngưỡng là phần của tổng trọng số, trên 0 và không quá 1. Hộ đúng bằng ngưỡng là nghèo.",
      en: "The cut-off is a share of all weights, above 0 and at most 1. Who has just that is poor."),
    remedy: Phrase(vi: "Viết như 3/12, hoặc 3.", en: "Write it as 3/12, or 3.")),
  Explanation(
    "measures.too-large",
    Phrase(
      vi: "Một tổng lớn hơn mọi dân số có thể có.",
      en: "A sum is larger than that of any people there can be."),
    remedy: Phrase(
      vi: "Xem lại trọng số và số nhân khẩu.", en: "Look at the weights and the numbers of members.")),
  Explanation(
    "measures.above-total",
    Phrase(
      vi: "Số đếm được lớn hơn tổng số dùng làm mẫu số.",
      en: "More is counted than the total that is to be the denominator."),
    remedy: Phrase(vi: "Đối chiếu hai bảng và ngày của chúng.", en: "Compare the two tables and their days.")),
  Explanation(
    "measures.groups",
    Phrase(
      vi: "Các nhóm phải chia hết toàn bộ, mỗi hộ ở đúng một nhóm.",
      en: "Groups divide the whole: each household is in exactly one."),
    remedy: Phrase(vi: "Bổ sung ô của cột nhóm còn trống.", en: "Fill in the cells of the column of groups.")),
  Explanation(
    "measures.class",
    Phrase(
      vi: "Loại hộ không phải poor, near_poor, average hay none.",
      en: "A class is none of poor, near_poor, average and none."),
    remedy: Phrase(
      vi: "Phân loại bằng households.classify, hoặc đổi các từ trong cột.",
      en: "Classify by households.classify, or change the words of the column.")),
  Explanation(
    "measures.id-twice",
    Phrase(
      vi: "Một mã hộ đứng hai lần trong danh sách của một năm, nên không biết dòng nào đúng.",
      en: "An id stands twice in the list of one year, so it is not known which row is right."),
    remedy: Phrase(vi: "Sửa mã, hoặc bỏ dòng trùng.", en: "Mend the id, or remove the row.")),
  Explanation(
    "measures.negative",
    Phrase(
      vi: "Một hộ có ít nhất một nhân khẩu; số ấy thiếu hoặc nhỏ hơn 1.",
      en: "A household has at least one member; the number is missing or below 1."),
    remedy: Phrase(vi: "Sửa số nhân khẩu.", en: "Mend the number of members.")),
  Explanation(
    "measures.year",
    Phrase(vi: "Danh sách thuộc một năm không được khai.", en: "A list is of a year that is not declared."),
    remedy: Phrase(vi: "Sửa năm của danh sách.", en: "Mend the year of the list.")),
]

private let faultExplanations = [
  Explanation(
    "flows.closing",
    Phrase(
      vi: "Số cuối kỳ phải bằng 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8 của biểu diễn biến.",
      en: "The closing must be 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8 of the table of movements."),
    remedy: Phrase(
      vi: "Hỏi lại đơn vị lập biểu; không tự sửa.", en: "Ask whoever made the table; mend nothing yourself.")),
  Explanation(
    "flows.opening",
    Phrase(
      vi: "Số đầu kỳ phải bằng số cuối kỳ trước, khi cùng chuẩn và cùng địa giới.",
      en: "The opening is the closing of the period before, of one standard and in the same boundaries."),
    remedy: Phrase(
      vi: "Hỏi lại đơn vị lập biểu; không tự sửa.", en: "Ask whoever made the table; mend nothing yourself.")),
  Explanation(
    "flows.left-above-opening",
    Phrase(
      vi: "Số hộ ra khỏi diện không thể nhiều hơn số đầu kỳ.",
      en: "No more can leave than were listed at the beginning."),
    remedy: Phrase(
      vi: "Hỏi lại đơn vị lập biểu; không tự sửa.", en: "Ask whoever made the table; mend nothing yourself.")),
  Explanation(
    "flows.moves",
    Phrase(
      vi: "Số từ nghèo sang cận nghèo, và từ cận nghèo sang nghèo, phải như nhau ở hai biểu.",
      en: "Moves between poor and near-poor must be the same in both tables."),
    remedy: Phrase(vi: "Đối chiếu hai biểu.", en: "Compare the two tables.")),
  Explanation(
    "flows.fewer-persons",
    Phrase(
      vi: "Một hộ có ít nhất một nhân khẩu, nên số nhân khẩu không thể ít hơn số hộ.",
      en: "A household has at least one person, so there cannot be fewer persons than households."),
    remedy: Phrase(vi: "Sửa số nhân khẩu trong danh sách.", en: "Mend the numbers of members in the lists.")),
  Explanation(
    "flows.negative",
    Phrase(vi: "Một cột của biểu diễn biến là số âm.", en: "A column of the table of movements is negative."),
    remedy: Phrase(vi: "Hỏi lại đơn vị lập biểu.", en: "Ask whoever made the table.")),
]
