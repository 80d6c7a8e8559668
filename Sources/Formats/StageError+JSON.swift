import Diagnostics
import StageKit

extension StageError {
  static func emptyJSON(_ file: String, _ form: JSONForm) -> StageError {
    wrongText(
      Phrase(vi: "\(file):1:1: tệp rỗng", en: "\(file):1:1: the file is empty"),
      hint: form.settled(file, first: nil) == .lines ? linesHint : listHint)
  }
  static func noList(_ file: String, _ place: TextPlace) -> StageError {
    wrongText(
      Phrase(
        vi: "\(file):\(place.line):\(place.column): cần '[' mở một danh sách các đối tượng",
        en: "\(file):\(place.line):\(place.column): expected '[' that opens a list of objects"),
      hint: listHint)
  }
  /// The file ends within the item that begins at a place.
  static func itemNotClosed(_ file: String, _ place: TextPlace) -> StageError {
    wrongText(
      Phrase(
        vi: "\(file):\(place.line):\(place.column): tệp kết thúc khi phần tử bắt đầu ở đây chưa đóng",
        en: "\(file):\(place.line):\(place.column): the file ends before the item that begins here is closed"
      ), hint: cutHint)
  }
  /// The file ends at a place, after whole items.
  static func listNotClosed(_ file: String, _ place: TextPlace) -> StageError {
    wrongText(
      Phrase(
        vi: "\(file):\(place.line):\(place.column): tệp kết thúc ở đây mà thiếu ']' đóng danh sách",
        en: "\(file):\(place.line):\(place.column): the file ends before the list is closed with ']'"),
      hint: cutHint)
  }
  static func itemTooLong(_ file: String, _ place: TextPlace, limit: Int) -> StageError {
    wrongText(
      Phrase(
        vi: "\(file):\(place.line):\(place.column): phần tử bắt đầu ở đây dài hơn \(limit) byte",
        en: "\(file):\(place.line):\(place.column): the item that begins here is longer than \(limit) bytes"),
      hint: Phrase(
        vi: "có lẽ một dấu ngoặc không được đóng", en: "perhaps a bracket or a quote is not closed"))
  }
  static func textAfterList(_ file: String, _ place: TextPlace) -> StageError {
    wrongText(
      Phrase(
        vi: "\(file):\(place.line):\(place.column): sau danh sách còn nội dung khác",
        en: "\(file):\(place.line):\(place.column): something follows the list"),
      hint: listHint)
  }
  private static let cutHint = Phrase(
    vi: "tệp có thể bị cắt khi tải về; tải lại tệp", en: "the file may have been cut off; fetch it again")
  private static let linesHint = Phrase(
    vi: "mỗi dòng của tệp phải là một đối tượng: {\"tên\": giá trị, …}",
    en: "every line of the file must be an object: {\"name\": value, …}")
  private static let listHint = Phrase(
    vi: "tệp phải là một danh sách các đối tượng: [{\"tên\": giá trị, …}, …]",
    en: "the file must be one list of objects: [{\"name\": value, …}, …]")
}
