import Diagnostics
import StageKit

extension StageError {
  /// Names of columns and nothing under them.
  static func noRowsToGuessFrom(_ file: String, _ line: Int) -> StageError {
    wrongText(
      Phrase(
        vi: "\(file):\(line):1: sau dòng tên cột không có dòng số liệu nào",
        en: "\(file):\(line):1: no row follows the header"),
      hint: Phrase(
        vi: "kiểu của các cột chỉ đoán được từ số liệu; cho một tệp có ít nhất một dòng",
        en: "types can be guessed only from data; give a file that has at least one row"))
  }
  /// Most records are of another form than what was taken for the header.
  static func noTable(_ file: String, rows: Int, rejected: Int) -> StageError {
    wrongText(
      Phrase(
        vi:
          "\(file):1:1: \(rejected.inGroups) trong \((rows + rejected).inGroups) dòng không khớp với dòng tên cột; tệp này không phải là bảng",
        en:
          "\(file):1:1: \(rejected.inGroups) of \((rows + rejected).inGroups) records do not fit the header; this file is no table"
      ), hint: tableHint)
  }
  static func isYAML(_ file: String) -> StageError {
    wrongText(
      Phrase(
        vi: "\(file):1:1: tệp này là YAML, không phải bảng số liệu",
        en: "\(file):1:1: this file is YAML, and no table of data"), hint: tableHint)
  }
  /// No line or item could be read; one line may be cut off.
  static func noObjects(_ file: String, cutOff line: Int?) -> StageError {
    guard let line else {
      return wrongText(
        Phrase(vi: "\(file):1:1: không có đối tượng nào", en: "\(file):1:1: there is no object in it"))
    }
    return wrongText(
      Phrase(
        vi: "\(file):\(line):1: dòng cuối bị cắt giữa đối tượng, và không có đối tượng nào khác",
        en: "\(file):\(line):1: the last line is cut off within its object, and there is no other"),
      hint: Phrase(vi: "tải hoặc xuất lại tệp", en: "fetch or export the file again"))
  }
  private static let tableHint = Phrase(
    vi: "cho một tệp CSV, JSON hay NDJSON có số liệu", en: "give a file of data in CSV, JSON or NDJSON")
}
extension Phrase {
  /// The last line of NDJSON is not whole.
  static func lastLineCutOff(_ line: Int) -> Phrase {
    Phrase(
      vi: "dòng cuối (dòng \(line)) bị cắt giữa đối tượng, không đọc; tải hoặc xuất lại tệp",
      en:
        "the last line (line \(line)) is cut off within its object, and is not read; fetch or export it again"
    )
  }
}
