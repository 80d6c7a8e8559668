import Diagnostics
import StageKit
import Tables

/// Looks through what is written for everybody, for what can only have come from a list of people.
///
/// The checker keeps personal columns from public sinks by their lineage. This is the second fence, for a stage that says
/// something wrong of its columns: a file in which a personal column is named, or in which stands a number of twelve digits that
/// begins with a zero, as identity cards have and amounts have not, is not published.
struct PublicTexts: Sendable {
  /// The names of personal columns of more than one word, which no text has by chance.
  private let compound: Set<[UInt8]>
  /// The others, which are looked for as columns and keys alone.
  private let plain: Set<[UInt8]>

  /// Names that the tables of figures have themselves, so that a column of a list of people may be named so.
  private static let common: Set<String> = [
    "id", "unit", "name", "code", "date", "day", "value", "status", "group", "kind", "measure", "standard",
    "grade",
    "source", "place", "note", "title", "message", "type", "path", "plan", "target", "level",
  ]
  private static let endings = ["html", "csv", "json", "xml", "atom", "txt", "svg"]

  /// What is looked for in the public files of a pipeline.
  init(_ pipeline: CheckedPipeline) {
    let fields = pipeline.steps.flatMap { step in
      step.outputs.values.flatMap { ($0.shape as? Schema)?.fields ?? [] }
    }
    let names = Set(fields.filter { $0.sensitivity == .personal }.map(\.name)).subtracting(Self.common)
    compound = Set(names.filter { $0.contains("_") }.map { Array($0.utf8) })
    plain = Set(names.filter { !$0.contains("_") }.map { Array($0.utf8) })
  }

  /// Refuses a file that is not for everybody.
  func check(_ bytes: [UInt8], _ path: String) throws(StageError) {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard Self.endings.contains(ending) else { return }
    let found = bytes.withUnsafeBufferPointer { Self.first(in: $0, compound) }
    switch found {
    case .name(let name, let offset): throw .personalName(name, path, line: line(offset, bytes))
    case .number(let offset): throw .personalNumber(path, line: line(offset, bytes))
    case nil: break
    }
    if let (name, offset) = column(in: bytes, ending) {
      throw .personalName(name, path, line: line(offset, bytes))
    }
  }
  private func line(_ offset: Int, _ bytes: [UInt8]) -> Int { bytes[..<offset].count { $0 == 10 } + 1 }

  private enum Found {
    case name(String, at: Int)
    case number(at: Int)
  }
  /// The first word that is one of some names with `_`, or identity number.
  private static func first(in bytes: UnsafeBufferPointer<UInt8>, _ names: Set<[UInt8]>) -> Found? {
    var (start, digits, hasMark) = (0, 0, false)
    for place in 0...bytes.count {
      let byte = place < bytes.count ? bytes[place] : 32
      if isWord(byte) {
        if (48...57).contains(byte) { digits += 1 }
        if byte == 95 { hasMark = true }
        continue
      }
      let count = place - start
      if hasMark, names.contains(Array(bytes[start..<place])) {
        return .name(String(decoding: bytes[start..<place], as: UTF8.self), at: start)
      }
      if count == 12, digits == 12, bytes[start] == 48, start == 0 || bytes[start - 1] != 46 {
        return .number(at: start)
      }
      (start, digits, hasMark) = (place + 1, 0, false)
    }
    return nil
  }
  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
      || byte >= 0x80
  }
  /// The first column of a CSV file, or key of a JSON file, that is named as a personal column is.
  private func column(in bytes: [UInt8], _ ending: String) -> (name: String, offset: Int)? {
    guard !plain.isEmpty, ending == "csv" || ending == "json" else { return nil }
    let head = ending == "csv" ? bytes.prefix { $0 != 10 } : bytes[...]
    var start = head.startIndex
    for place in head.startIndex...head.endIndex where place == head.endIndex || !Self.isWord(head[place]) {
      defer { start = place + 1 }
      guard place > start, plain.contains(Array(head[start..<place])) else { continue }
      let isKey =
        ending == "csv"
        || head[place...].prefix(3).filter { $0 != 32 }.starts(with: [34, 58]) && start > 0
          && head[start - 1] == 34
      if isKey { return (String(decoding: head[start..<place], as: UTF8.self), start) }
    }
    return nil
  }
}

extension Staging {
  /// The same folder, in which nothing is written that a person could be known by.
  func fenced(_ texts: PublicTexts) -> Staging {
    Staging {
      self.files
    } put: { (path, bytes) throws(StageError) in
      try texts.check(bytes, path)
      try self.write(bytes, to: path)
    } add: { (path, _) throws(StageError) in
      // What stands across two pieces would be seen in neither.
      throw .writtenInPieces(path)
    }
  }
}

extension StageError {
  fileprivate static func writtenInPieces(_ path: String) -> StageError {
    StageError(
      Phrase(
        vi: "tệp công khai '\(path)' được ghi từng phần, nên không kiểm tra được",
        en: "the public file '\(path)' is written bit by bit, so that it cannot be looked at"),
      hint: Phrase(
        vi: "đây là lỗi của công đoạn: dùng write thay cho append",
        en: "the mistake is in the stage: it should use `write` in place of `append`"))
  }
  fileprivate static func personalName(_ name: String, _ path: String, line: Int) -> StageError {
    StageError(
      Phrase(
        vi: "tệp công khai '\(path)', dòng \(line), có tên cột cá nhân '\(name)', nên không công bố gì",
        en:
          "the public file '\(path)', line \(line), has the name of the personal column '\(name)', so nothing is published"
      ),
      hint: Phrase(
        vi: "xem dữ liệu từ đâu đến; nếu chỉ trùng tên, đổi tên cột trong mô tả",
        en: "see where it comes from; if the name is all they share, name the column otherwise in the schema"),
      cause: .data)
  }
  fileprivate static func personalNumber(_ path: String, line: Int) -> StageError {
    StageError(
      Phrase(
        vi:
          "tệp công khai '\(path)', dòng \(line), có một dãy 12 chữ số như số căn cước, nên không công bố gì",
        en:
          "the public file '\(path)', line \(line), has a number of 12 digits like that of an identity card, so nothing is published"
      ),
      hint: Phrase(vi: "bỏ con số ấy khỏi nguồn", en: "take the number out of its source"), cause: .data)
  }
}
