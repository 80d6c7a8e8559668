package import Tables

/// Rows as text, made column by column: the bytes are those of `CSVWriter` and `JSONWriter`, without a text for each cell.
///
/// The cells of a column are written end to end by one loop that knows their type; then the rows are put together by copying.
package struct RowText: Sendable {
  /// How rows are written.
  package enum Form: Sendable, Hashable {
    /// CSV by RFC 4180 with commas and LF.
    ///
    /// With `isSpreadsheetSafe` a text that a spreadsheet would take for a formula has an apostrophe before it.
    case csv(isSpreadsheetSafe: Bool)
    /// An object a line.
    case ndjson
  }
  private let form: Form
  private let names: [String]
  /// What stands before each cell of a row.
  private let prefixes: [[UInt8]]
  private let end: [UInt8]

  /// The text of columns with these names.
  package init(_ form: Form, _ names: [String]) {
    (self.form, self.names) = (form, names)
    switch form {
    case .csv:
      prefixes = names.indices.map { $0 == 0 ? [] : [UInt8(ascii: ",")] }
      end = [10]
    case .ndjson:
      var writer = JSONWriter(.compact)
      prefixes = names.enumerated().map { place, name in
        let before = writer.bytes.count
        writer.value(name)
        return [UInt8(ascii: place == 0 ? "{" : ",")] + writer.bytes[before...] + [UInt8(ascii: ":")]
      }
      end = Array((names.isEmpty ? "{}\n" : "}\n").utf8)
    }
  }

  /// What stands before the first row: the names in CSV, nothing in NDJSON.
  package var heading: [UInt8] {
    guard case .csv(let isSafe) = form else { return [] }
    var writer = CSVWriter(lineEnd: .lf)
    writer.write(names.map { isSafe && isFormula(Array($0.utf8)[...]) ? "'" + $0 : $0 })
    return writer.bytes
  }
  /// Some rows of columns that stand in the order of the names.
  package func bytes(of columns: [Column], rows: Range<Int>) -> [UInt8] {
    let cells = columns.map { written($0, rows) }
    var total = rows.count * (end.count + prefixes.reduce(0) { $0 + $1.count })
    for column in cells { total += column.byteCount(rows.count) }
    return [UInt8](unsafeUninitializedCapacity: total) { text, count in
      count = total
      guard let to = UnsafeMutableRawPointer(text.baseAddress) else { return }
      var place = 0
      for row in 0..<rows.count {
        for (prefix, column) in zip(prefixes, cells) {
          prefix.withUnsafeBytes { copy($0, to, &place) }
          column.withBytes(of: row) { copy($0, to, &place) }
        }
        end.withUnsafeBytes { copy($0, to, &place) }
      }
    }
  }
  private func written(_ column: Column, _ rows: Range<Int>) -> CellText {
    switch form {
    case .ndjson: return CellText(json: column, rows)
    case .csv(let isSafe):
      // A lone missing field would be an empty line, which readers skip.
      return CellText(csv: column, rows, missing: names.count == 1 ? [34, 34] : [], isSafe: isSafe)
    }
  }
}

/// Copies some bytes, of which most are few.
@inline(__always) private func copy(
  _ from: UnsafeRawBufferPointer, _ target: UnsafeMutableRawPointer, _ place: inout Int
) {
  guard let start = from.baseAddress else { return }
  let to = target + place
  let count = from.count
  place += count
  if count > 16 {
    to.copyMemory(from: start, byteCount: count)
  } else if count >= 8 {
    let (head, tail) = (
      start.loadUnaligned(as: UInt64.self), start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    )
    to.storeBytes(of: head, as: UInt64.self)
    to.storeBytes(of: tail, toByteOffset: count - 8, as: UInt64.self)
  } else {
    for byte in 0..<count {
      to.storeBytes(of: start.load(fromByteOffset: byte, as: UInt8.self), toByteOffset: byte, as: UInt8.self)
    }
  }
}
