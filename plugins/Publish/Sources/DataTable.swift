import Formats
import struct Tables.FixedPoint

/// A table for everybody to download: named, typed columns and rows of plain values.
struct DataTable: Sendable {
  /// What a column holds, in the words of Table Schema.
  enum Kind: String { case string, number, integer, date }
  /// A column.
  struct Column: Sendable {
    let name: String
    let kind: Kind
    let meaning: String
    init(_ name: String, _ kind: Kind, _ meaning: String) {
      (self.name, self.kind, self.meaning) = (name, kind, meaning)
    }
  }
  /// A value.
  enum Cell: Sendable {
    case text(String)
    case number(FixedPoint)
    case whole(Int)
    case missing
    /// Text, or missing when it is empty or `nil`.
    static func optional(_ text: String?) -> Cell {
      guard let text, !text.isEmpty else { return .missing }
      return .text(text)
    }
  }
  /// The name of its files, without ending.
  let name: String
  let title: String
  let columns: [Column]
  let rows: [[Cell]]

  /// The table as CSV by RFC 4180, UTF-8; a missing value is empty.
  var csv: [UInt8] {
    var writer = CSVWriter()
    writer.write(columns.map(\.name))
    for row in rows {
      for cell in row {
        switch cell {
        case .text(let text): writer.field(text)
        case .number(let number): writer.field(number)
        case .whole(let number): writer.field(number)
        case .missing: writer.field(String?.none)
        }
      }
      writer.endRecord()
    }
    return writer.bytes
  }
  /// The table as a JSON list of objects; a missing value is `null`, a number is written as it is.
  var json: [UInt8] {
    var writer = JSONWriter(.indented)
    writer.array { out in
      for row in rows {
        out.object { out in
          for (column, cell) in zip(columns, row) {
            switch cell {
            case .text(let text): out.member(column.name, text)
            case .number(let number): out.member(column.name, number)
            case .whole(let number): out.member(column.name, number)
            case .missing: out.member(column.name, String?.none)
            }
          }
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }
}
