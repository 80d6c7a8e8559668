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
]
