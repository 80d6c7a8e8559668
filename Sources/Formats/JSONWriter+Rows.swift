import StageKit
public import Tables

extension JSONWriter {
  /// Writes an object for every row, one a line (NDJSON); a missing cell is `null`, whatever its reason.
  public mutating func write(_ rows: Batch, _ schema: Schema) {
    for row in 0..<rows.count {
      object { writer in
        for (field, column) in zip(schema.fields, rows.columns) {
          writer.name(field.name)
          writer.value(cell: row, of: column)
        }
      }
      endLine()
    }
  }
  private mutating func value(cell row: Int, of column: Column) {
    guard !column.isMissing(row) else { return null() }
    switch column {
    case .int(let c): value(Int(c.values[row]))
    case .decimal(let c): value(FixedPoint(units: Int128(c.units.values[row]), scale: c.scale))
    case .double(let c): value(.number(c.values[row].description))
    case .bool(let c): value(c.bits[row])
    case .date(let c): value(Day(number: c.values[row]))
    case .text(let c): value(String(decoding: c[row], as: UTF8.self))
    }
  }
}
