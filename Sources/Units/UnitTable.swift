import Diagnostics
import Tables

/// One of the register's own tables: commas, no quotes, fixed columns; fields stay slices of the bytes.
struct UnitTable: Sendable {
  let file: String
  let bytes: [UInt8]
  /// Which of the allowed headers it has; `nil` when it has none of them.
  private(set) var form: Int?
  private let width: Int
  /// `width + 1` bounds a row: where each field begins, and one past the end of the last.
  private var bounds: [Int] = []
  private var lines: [Int32] = []
  /// The lines that were left out.
  private(set) var badLines: [Range<Int>] = []

  /// Splits a table whose first line is one of `headers`; what is wrong with a line is told and the line left out.
  init(_ file: String, _ bytes: [UInt8], headers: [String], _ problems: inout Diagnostics) {
    (self.file, self.bytes) = (file, bytes)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    let first = start..<(end > start && bytes[end - 1] == 0x0D ? end - 1 : end)
    let found = String(decoding: bytes[first], as: UTF8.self)
    guard let form = headers.firstIndex(of: found) else {
      width = 0
      let columns = (headers.first ?? "").split(separator: ",").map(String.init)
      problems.add(.badHeader(expected: columns, found: found, at: .top(of: file)))
      return
    }
    self.form = form
    width = headers[form].utf8.reduce(1) { $0 + ($1 == 0x2C ? 1 : 0) }
    split(from: end + 1, &problems)
  }
  /// Splits a table that has one header.
  init(_ file: String, _ bytes: [UInt8], columns: [String], _ problems: inout Diagnostics) {
    self.init(file, bytes, headers: [columns.joined(separator: ",")], &problems)
  }
  private mutating func split(from start: Int, _ problems: inout Diagnostics) {
    let bytes = bytes
    let isText = Self.isText(bytes[...])
    lines.reserveCapacity(bytes.count / 32)
    bounds.reserveCapacity(bytes.count / 32 * (width + 1))
    var index = start
    var line: Int32 = 2
    while index < bytes.count {
      let before = bounds.count
      bounds.append(index)
      let quoted = Self.scan(bytes, &index, &bounds)
      let first = bounds[before]
      let end = index > first && bytes[index - 1] == 0x0D ? index - 1 : index
      bounds.append(end + 1)
      let found = bounds.count - before - 1
      if found == width, !quoted, isText || Self.isText(bytes[first..<end]) {
        lines.append(line)
      } else {
        bounds.removeLast(bounds.count - before)
        badLines.append(first..<max(first, end))
        let start = SourcePosition(line: Int(line), column: 1)
        problems.add(
          .badRow(expected: width, found: found, at: SourceRange(file: file, start: start, end: start)))
      }
      index += 1
      line += 1
    }
  }
  /// Goes to the end of a line, notes where fields begin, and says whether there was a quote.
  private static func scan(_ bytes: [UInt8], _ index: inout Int, _ bounds: inout [Int]) -> Bool {
    // Half a million bytes of a register are looked at one by one: without a check of each place.
    bytes.withUnsafeBufferPointer { bytes in
      var (place, quoted) = (index, false)
      defer { index = place }
      while place < bytes.count {
        let byte = bytes[place]
        // Letters and digits, which most bytes are, stand above all three signs.
        if byte <= 0x2C {
          if byte == 0x0A { break }
          if byte == 0x2C { bounds.append(place + 1) }
          if byte == 0x22 { quoted = true }
        }
        place += 1
      }
      return quoted
    }
  }
  private static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch { return false }
  }

  /// The number of sound rows.
  var count: Int { lines.count }
  /// Where one field is in the bytes.
  @inline(__always) func range(_ row: Int, _ column: Int) -> Range<Int> {
    let first = row * (width + 1) + column
    return bounds[first]..<(bounds[first + 1] - 1)
  }
  /// The bytes of one field.
  func field(_ row: Int, _ column: Int) -> ArraySlice<UInt8> { bytes[range(row, column)] }
  /// One field as text.
  func text(_ row: Int, _ column: Int) -> String { String(decoding: field(row, column), as: UTF8.self) }
  /// Where one field is, for a message.
  func place(_ row: Int, _ column: Int) -> SourceRange {
    let start = range(row, 0).lowerBound
    let field = range(row, column)
    let before = scalars(start..<field.lowerBound)
    let line = Int(lines[row])
    return SourceRange(
      file: file, start: SourcePosition(line: line, column: before + 1),
      end: SourcePosition(line: line, column: before + 1 + scalars(field)))
  }
  private func scalars(_ range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
