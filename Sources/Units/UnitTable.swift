import Diagnostics
import Tables

/// One of the register's own tables: commas, no quotes, fixed columns; fields stay slices of the bytes.
struct UnitTable {
  let file: String
  private let bytes: [UInt8]
  private let width: Int
  /// `width + 1` bounds a row: where each field begins, and one past the end of the last.
  private var bounds: [Int] = []
  private var lines: [Int] = []

  /// Splits a table; what is wrong with a line is told and the line left out.
  init(_ file: String, _ bytes: [UInt8], columns: [String], _ problems: inout Diagnostics) {
    (self.file, self.bytes, width) = (file, bytes, columns.count)
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    while start < bytes.count || line == 1 {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if line == 1 {
        let header = String(decoding: trimmed(start..<end).map { bytes[$0] }, as: UTF8.self)
        guard header == columns.joined(separator: ",") else {
          problems.add(.badHeader(expected: columns, found: header, at: .top(of: file)))
          return
        }
      } else {
        addRow(trimmed(start..<end), line, &problems)
      }
      start = end + 1
      line += 1
    }
  }
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, bytes[last] == 0x0D else { return range }
    return range.lowerBound..<last
  }
  private mutating func addRow(_ range: Range<Int>, _ line: Int, _ problems: inout Diagnostics) {
    let before = bounds.count
    bounds.append(range.lowerBound)
    var quoted = false
    for index in range {
      if bytes[index] == 0x2C { bounds.append(index + 1) }
      if bytes[index] == 0x22 { quoted = true }
    }
    bounds.append(range.upperBound + 1)
    let found = bounds.count - before - 1
    guard found == width, !quoted, String(validating: bytes[range], as: UTF8.self) != nil else {
      bounds.removeLast(bounds.count - before)
      let start = SourcePosition(line: line, column: 1)
      problems.add(
        .badRow(expected: width, found: found, at: SourceRange(file: file, start: start, end: start)))
      return
    }
    lines.append(line)
  }

  /// The number of sound rows.
  var count: Int { lines.count }
  private func range(_ row: Int, _ column: Int) -> Range<Int> {
    let first = row * (width + 1) + column
    return bounds[first]..<(bounds[first + 1] - 1)
  }
  /// The bytes of one field.
  func field(_ row: Int, _ column: Int) -> ArraySlice<UInt8> { bytes[range(row, column)] }
  /// One field as text.
  func text(_ row: Int, _ column: Int) -> String { String(decoding: field(row, column), as: UTF8.self) }
  /// Where one field is.
  func place(_ row: Int, _ column: Int) -> SourceRange {
    let start = range(row, 0).lowerBound
    let field = range(row, column)
    let before = scalars(start..<field.lowerBound)
    let line = lines[row]
    return SourceRange(
      file: file, start: SourcePosition(line: line, column: before + 1),
      end: SourcePosition(line: line, column: before + 1 + scalars(field)))
  }
  private func scalars(_ range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// A day written `2024-12-31`; tells of anything else.
  func day(_ row: Int, _ column: Int, _ problems: inout Diagnostics) -> Day? {
    let field = Array(field(row, column))
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        guard (0x30...0x39).contains(field[index]) else { return nil }
        value = value * 10 + Int(field[index]) - 0x30
      }
      return value
    }
    if field.count == 10, field[4] == 0x2D, field[7] == 0x2D, let year = number(0..<4),
      let month = number(5..<7),
      let day = number(8..<10), let result = Day(year: year, month: month, day: day)
    {
      return result
    }
    problems.add(.badValue(text(row, column), expected: "2024-12-31", at: place(row, column)))
    return nil
  }
  /// One of the words of an enumeration; tells of any other.
  func word<Word: RawRepresentable & CaseIterable>(
    _ row: Int, _ column: Int, _ type: Word.Type, _ problems: inout Diagnostics
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: text(row, column)) { return word }
    let words = Word.allCases.map(\.rawValue).joined(separator: " | ")
    problems.add(.badValue(text(row, column), expected: words, at: place(row, column)))
    return nil
  }
}
