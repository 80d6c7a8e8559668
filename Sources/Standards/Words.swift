public import Diagnostics

/// What `explain` says of the codes of this module.
public let standardsExplanations = [
  Explanation(
    "standards.unknown",
    Phrase(
      vi: "Một con số hay kế hoạch nêu một chuẩn nghèo không có trong thư mục chuẩn.",
      en: "A figure or a plan names a poverty standard that is not in the folder of standards."),
    remedy: Phrase(
      vi: "Sửa mã chuẩn, hoặc thêm tệp của chuẩn ấy với căn cứ pháp lý.",
      en: "Mend the id, or add the file of that standard with its legal basis.")),
  Explanation(
    "standards.validity",
    Phrase(
      vi: "Thời gian áp dụng của chuẩn có ngày cuối trước ngày đầu.",
      en: "The validity of a standard ends before it begins."),
    remedy: Phrase(vi: "Sửa from hoặc to trong mục valid.", en: "Mend `from` or `to` under `valid:`.")),
  Explanation(
    "standards.duplicate",
    Phrase(
      vi: "Hai tệp có cùng mã chuẩn, nên không biết dùng tệp nào.",
      en: "Two files have one id, so it is not clear which to use."),
    remedy: Phrase(vi: "Bỏ một tệp, hoặc đổi mã.", en: "Remove one, or change its id.")),
  Explanation(
    "standards.incomplete",
    Phrase(
      vi: "Chuẩn có một phần quy tắc phân loại mà thiếu phần khác, nên không phân loại hộ được.",
      en: "A standard has some of its class rules and lacks others, so that no household could be classified."
    ),
    remedy: Phrase(
      vi: "Ghi đủ income_lines, indicators, cutoff và classes, hoặc bỏ cả bốn.",
      en: "Write `income_lines`, `indicators`, `cutoff` and `classes`, or none of them.")),
  Explanation(
    "standards.name",
    Phrase(
      vi: "Tên của ngưỡng được dùng trong điều kiện, nên phải viết được ở đó và không trùng tên khác.",
      en: "Conditions speak of limits by name, so a name must be one that can stand there and is not taken."),
    remedy: Phrase(vi: "Đổi tên ngưỡng.", en: "Choose another name.")),
  Explanation(
    "standards.cutoff",
    Phrase(
      vi: "Ngưỡng thiếu hụt nói về một số chỉ số khác với danh sách chỉ số.",
      en: "The cut-off speaks of another number of indicators than there are in the list."),
    remedy: Phrase(
      vi: "Đối chiếu với nghị định: bổ sung chỉ số còn thiếu hoặc sửa cutoff.",
      en: "Compare with the decree: add the indicator that is missing, or mend `cutoff`.")),
  Explanation(
    "standards.indicator-twice",
    Phrase(
      vi: "Một chỉ số được tính hai lần sẽ làm sai số thiếu hụt.",
      en: "An indicator that stands twice would be counted twice."),
    remedy: Phrase(vi: "Bỏ một chỉ số, hoặc đổi mã.", en: "Remove one, or change its id.")),
  Explanation(
    "standards.rule",
    Phrase(
      vi: "Mỗi quy tắc phân loại là một điều kiện đúng hoặc sai về một hộ.",
      en: "A class rule is a condition that is true or false of a household."),
    remedy: Phrase(
      vi: "Viết phép so sánh, như income <= line AND deprivations >= cutoff.",
      en: "Write a comparison, such as income <= line AND deprivations >= cutoff.")),
]
