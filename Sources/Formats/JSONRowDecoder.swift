import Diagnostics
public import StageKit
public import Tables

/// Makes batches of pieces of JSON lists: the pure part of reading, which runs on all cores.
public struct JSONRowDecoder: Sendable {
  private let rules: [ColumnRule]
  private let batchRows: Int
  /// A decoder; a batch has at most `batchRows` rows.
  public init(_ rules: [ColumnRule], batchRows: Int) { (self.rules, self.batchRows) = (rules, batchRows) }
  /// The columns that come out.
  public var schema: Schema { Schema(rules.map(\.field)) }

  /// Gives the rows of a piece, in order.
  ///
  /// An item that is rejected is a finding; a value that is wrong is one too, and missing.
  public func decode(
    _ piece: JSONPiece, _ findings: inout Findings, _ emit: (Batch, inout Findings) -> Void
  ) {
    var rows = RowBuilder(rules.map(\.field.type), limit: batchRows, file: piece.file)
    let items = piece.items
    findings.describe(piece.file, .json)
    if items.isEmpty, piece.number == 1 {
      findings.add(
        "json.no-rows", file: piece.file, line: piece.place.line,
        Phrase(vi: "danh sách không có phần tử nào", en: "the list is empty"))
    }
    for (offset, item) in items.enumerated() {
      let number = piece.number + offset
      let bytes = piece.bytes(of: item)
      do throws(JSONFault) {
        let values = try values(of: item.bytes)
        rows.add(line: item.place.line, record: number, bytes: bytes) { columns in
          for (index, rule) in rules.enumerated() {
            guard let value = values[index] else {
              columns[index].append(missing: .notReported)
              continue
            }
            guard !rule.append(value, to: &columns[index]) else { continue }
            report(value, rule, item.place.line, number, of: piece, &findings)
          }
        }
      } catch {
        let place = item.start.advanced(past: item.bytes[item.bytes.startIndex..<error.index])
        findings.reject(
          error.code, at: Origin.Place(file: piece.file, line: place.line, record: number, bytes: bytes),
          Phrase(
            vi: "phần tử \(number), cột ký tự \(place.column): \(error.message.vi)",
            en: "item \(number), character \(place.column): \(error.message.en)"))
      }
      if let batch = rows.take() { emit(batch, &findings) }
    }
    if let batch = rows.take(atEnd: true) { emit(batch, &findings) }
  }

  /// The value of each column, none for an optional one that is not there.
  private func values(of item: ArraySlice<UInt8>) throws(JSONFault) -> [JSONValue?] {
    var parser = JSONParser(item)
    let members = try parser.object()
    let start = item.firstIndex { !$0.isJSONSpace } ?? item.startIndex
    var values: [JSONValue?] = []
    for rule in rules {
      let member = members.first { $0.name == rule.header }
      guard member != nil || rule.isOptional else {
        throw .missingMember(rule, members.map(\.name), start)
      }
      guard !rule.isRequired || member.map({ !rule.isMissing($0.value) }) ?? false else {
        throw .requiredMissing(rule, member?.index ?? start)
      }
      values.append(member?.value)
    }
    return values
  }
  private func report(
    _ value: JSONValue, _ rule: ColumnRule, _ line: Int, _ number: Int, of piece: JSONPiece,
    _ findings: inout Findings
  ) {
    let note = TextNote.wrongValue(value.shown, rule, number, "json.value", line)
    findings.add(note.code, file: piece.file, line: note.line, column: note.column, note.message)
  }
}

extension JSONValue {
  /// The value as a finding shows it.
  fileprivate var shown: ArraySlice<UInt8> {
    switch self {
    case .null: Array("null".utf8)[...]
    case .bool(let bool): Array((bool ? "true" : "false").utf8)[...]
    case .text(let text): Array("\"\(text)\"".utf8)[...]
    case .number(let number): number[...]
    case .nested: Array("[…]".utf8)[...]
    }
  }
}
extension JSONPiece {
  /// One item: its bytes, where they begin, and where its first byte that is no space is.
  fileprivate typealias Item = (bytes: ArraySlice<UInt8>, start: TextPlace, place: TextPlace)

  /// The bytes of an item in the file, without the spaces around it.
  fileprivate func bytes(of item: Item) -> Range<Int> {
    let start = item.bytes.firstIndex { !$0.isJSONSpace } ?? item.bytes.endIndex
    let end = item.bytes.lastIndex { !$0.isJSONSpace }.map { $0 + 1 } ?? start
    return offset + start..<offset + end
  }
  /// The items; an empty one stands for a comma too many.
  fileprivate var items: [Item] {
    var items: [Item] = []
    var scanner = JSONScanner()
    var start = bytes.startIndex
    func add(upTo end: Int) {
      let from = items.last.map { $0.start.advanced(past: bytes[$0.bytes.startIndex..<start]) } ?? place
      let item = bytes[start..<end]
      items.append((item, from, from.advanced(past: item.prefix { $0.isJSONSpace })))
    }
    for (index, byte) in bytes.enumerated() where scanner.step(byte) == .comma {
      add(upTo: index)
      start = index + 1
    }
    let rest = bytes[start...]
    let isWanted = isLast && (number > 1 || !items.isEmpty)
    if isWanted || !rest.allSatisfy(\.isJSONSpace) { add(upTo: bytes.endIndex) }
    return items
  }
}
