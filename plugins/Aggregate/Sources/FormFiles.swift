import Formats
import StageKit
import Tables

/// The official tables as CSV: a line for each unit, blank where there is no number, and the reasons in the last column.
struct FormFiles {
  /// The bytes of each table, by its name, in the official order.
  private(set) var all: [(name: String, bytes: [UInt8])] = []

  /// The columns of the table of cells, by name.
  struct Columns: Sendable {
    let texts: [ColumnRef<String>]
    let numbers: [ColumnRef<Int64>]
    let percent: Int

    init(in schema: Schema, _ plan: inout Planning) {
      texts = ["form", "unit", "weight", "heading", "reason"].map { plan.column($0, in: schema) }
      numbers = ["row", "column", "count"].map { plan.column($0, in: schema) }
      percent = plan.column("percent", in: schema)?.index ?? -1
    }
  }
  init(_ rows: Batch, _ columns: Columns) {
    let forms = (0..<rows.count).map { Self.text(columns.texts[0], rows, $0) ?? "" }
    var first = 0
    while first < rows.count {
      var end = first
      while end < rows.count, forms[end] == forms[first] { end += 1 }
      all.append((forms[first], Self.file(rows, columns, first..<end)))
      first = end
    }
  }
  private static func text(_ column: ColumnRef<String>, _ rows: Batch, _ row: Int) -> String? {
    rows.columns[column.index].isMissing(row) ? nil : String(decoding: rows[column][row], as: UTF8.self)
  }
  private static func file(_ rows: Batch, _ columns: Columns, _ cells: Range<Int>) -> [UInt8] {
    let line = rows[columns.numbers[0]].values
    let width = cells.prefix { line[$0] == line[cells.lowerBound] }.count
    let headings = (0..<width).map {
      "(\($0 + 1)) \(text(columns.texts[3], rows, cells.lowerBound + $0) ?? "")"
    }
    let isPercent = (0..<width).map { place in
      stride(from: cells.lowerBound + place, to: cells.upperBound, by: max(width, 1)).contains {
        !rows.columns[columns.percent].isMissing($0)
      }
    }
    var made =
      [ColumnBuilder(.text), ColumnBuilder(.text)]
      + isPercent.map { ColumnBuilder($0 ? .decimal(scale: 2) : .int) } + [ColumnBuilder(.text)]
    var count = 0
    for first in stride(from: cells.lowerBound, to: cells.upperBound, by: max(width, 1)) {
      made[0].append(text: (text(columns.texts[1], rows, first) ?? "Tổng cộng").utf8)
      made[1].append(text: (text(columns.texts[2], rows, first) == "persons" ? "Nhân khẩu" : "Hộ").utf8)
      var notes: [String] = []
      for place in 0..<width where first + place < cells.upperBound {
        made[place + 2].append(units: number(rows, columns, first + place))
        if let reason = text(columns.texts[4], rows, first + place) {
          notes.append("(\(place + 1)) \(reason)")
        }
      }
      made[width + 2].append(text: notes.joined(separator: "; ").utf8)
      count += 1
    }
    let names = ["Đơn vị", "Tính theo"] + headings + ["Ghi chú"]
    let csv = RowText(.csv(isSpreadsheetSafe: true), names)
    return [0xEF, 0xBB, 0xBF] + csv.heading + csv.bytes(of: made.map(\.column), rows: 0..<count)
  }
  /// A count, or a percentage in its hundredths; `nil` for a blank.
  private static func number(_ rows: Batch, _ columns: Columns, _ row: Int) -> Int64? {
    if !rows.columns[columns.numbers[2].index].isMissing(row) { return rows[columns.numbers[2]].values[row] }
    guard case .decimal(let cells) = rows.columns[columns.percent],
      !rows.columns[columns.percent].isMissing(row)
    else { return nil }
    return cells.units.values[row]
  }
}
