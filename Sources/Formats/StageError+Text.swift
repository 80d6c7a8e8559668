import Diagnostics
import Spelling
import StageKit

extension StageError {
  /// A file is not the text it should be: a matter of the data, and not of the machine that reads it.
  static func wrongText(_ message: Phrase, hint: Phrase? = nil) -> StageError {
    StageError(message, hint: hint, cause: .data)
  }
  private static let saveAsCSV = Phrase(
    vi: "mở tệp bằng Excel rồi chọn Lưu thành → CSV UTF-8 (phân tách bằng dấu phẩy)",
    en: "open it in a spreadsheet and save it as CSV UTF-8 (comma delimited)")

  static func otherKind(_ kind: Phrase, _ file: String) -> StageError {
    wrongText(
      Phrase(
        vi: "\(file):1:1: tệp này là \(kind.vi), không phải văn bản UTF-8",
        en: "\(file):1:1: this file is \(kind.en), not text in UTF-8"), hint: saveAsCSV)
  }
  static func emptyFile(_ file: String) -> StageError {
    wrongText(
      Phrase(vi: "\(file):1:1: tệp rỗng", en: "\(file):1:1: the file is empty"),
      hint: Phrase(
        vi: "xuất lại tệp; dòng đầu phải là tên các cột",
        en: "export the file again; its first line must be the names of the columns"))
  }
  static func headerNotFound(_ file: String) -> StageError {
    wrongText(
      Phrase(
        vi: "\(file):1:1: không thấy dòng tên cột trong \(CSVHead.size) byte đầu",
        en: "\(file):1:1: no header in the first \(CSVHead.size) bytes"),
      hint: Phrase(
        vi: "khai title_lines là số dòng đứng trước dòng tên cột, và separator là dấu tách",
        en: "say with title_lines how many lines stand before the header, and with separator what parts it"))
  }
  static func missingColumns(_ lacking: [String], _ file: String, _ line: Int, names: [String]) -> StageError
  {
    let listed = lacking.map { "'\($0)'" }.joined(separator: ", ")
    var hints: [Phrase] = []
    for hint in lacking.compactMap({ names.nearName(to: $0) }) where !hints.contains(hint) {
      hints.append(hint)
    }
    return wrongText(
      Phrase(
        vi: "\(file):\(line):1: dòng tên cột thiếu cột \(listed)",
        en: "\(file):\(line):1: the header lacks the column \(listed)"),
      hint: hints.isEmpty
        ? nil
        : Phrase(
          vi: hints.map(\.vi).joined(separator: "; "), en: hints.map(\.en).joined(separator: "; ")))
  }
  static func columnTwice(_ name: String, _ file: String, _ line: Int) -> StageError {
    wrongText(
      Phrase(
        vi: "\(file):\(line):1: cột '\(name)' có hai lần trong dòng tên cột",
        en: "\(file):\(line):1: the column '\(name)' stands twice in the header"),
      hint: Phrase(vi: "đổi tên một trong hai cột", en: "rename one of the two"))
  }
  static func unclosedQuote(_ file: String, _ line: Int, _ column: Int) -> StageError {
    wrongText(
      Phrase(
        vi: "\(file):\(line):\(column): dấu ngoặc kép mở ở đây không được đóng đến hết tệp",
        en: "\(file):\(line):\(column): the quote that is opened here is never closed"),
      hint: Phrase(
        vi: "thêm dấu ngoặc kép đóng; một dấu ngoặc kép trong ô viết thành hai",
        en: "add the closing quote; a quote inside a field is written twice"))
  }
  static func recordTooLong(_ file: String, _ line: Int, limit: Int) -> StageError {
    wrongText(
      Phrase(
        vi: "\(file):\(line): bản ghi bắt đầu ở đây dài hơn \(limit) byte",
        en: "\(file):\(line): the record that begins here is longer than \(limit) bytes"),
      hint: Phrase(
        vi: "có lẽ một dấu ngoặc kép không được đóng", en: "perhaps a quote is not closed"))
  }
}

extension [String] {
  /// The hint for a column that was not found: the name that is the same but for case, blanks and tone marks, else the nearest.
  fileprivate func nearName(to word: String) -> Phrase? {
    let key = VietnameseName.folded(word)
    guard !key.isEmpty, let same = first(where: { VietnameseName.folded($0) == key }) else {
      return suggestion(for: word)
    }
    return [same].suggestion(for: same)
  }
}

/// Refuses the files that people most often give in place of a text in UTF-8.
func refuseOtherKinds(_ bytes: [UInt8], _ file: String) throws(StageError) {
  if bytes.starts(with: [0x50, 0x4B, 3, 4]) {
    throw .otherKind(Phrase(vi: "bảng tính XLSX hoặc tệp nén", en: "an XLSX workbook or an archive"), file)
  }
  if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
    throw .otherKind(Phrase(vi: "bảng tính XLS đời cũ", en: "an old XLS workbook"), file)
  }
  let head = bytes.prefix(1024)
  let isUTF16 =
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    || head.count > 3 && head.count { $0 == 0 } * 4 >= head.count
  if isUTF16 { throw .otherKind(Phrase(vi: "văn bản UTF-16", en: "text in UTF-16"), file) }
  let start = String(
    decoding: head.drop { $0 <= 32 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }, as: UTF8.self
  )
  .lowercased()
  if ["<!doctype", "<html", "<table", "<?xml"].contains(where: { start.hasPrefix($0) }) {
    throw .otherKind(Phrase(vi: "trang HTML hoặc XML", en: "HTML or XML"), file)
  }
}
