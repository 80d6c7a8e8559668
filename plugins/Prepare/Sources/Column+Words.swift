import Tables

extension Column {
  /// A cell as it is written in the plain style; empty when it is missing.
  func words(_ row: Int) -> String {
    guard !isMissing(row) else { return "" }
    return switch self {
    case .int(let c): String(c.values[row])
    case .decimal(let c): FixedPoint(units: Int128(c.units.values[row]), scale: c.scale).plain
    case .double(let c): c.values[row].description
    case .text(let c): String(decoding: c[row], as: UTF8.self)
    case .bool(let c): c.bits[row] ? "1" : "0"
    case .date(let c): Day(number: c.values[row]).iso
    }
  }
}
extension Batch {
  /// The key that some columns make of a row, as `name 'value'`, for messages.
  func key(_ columns: [(name: String, place: Int)], of row: Int) -> String {
    columns.map { "\($0.name) '\(self.columns[$0.place].words(row))'" }.joined(separator: ", ")
  }
}
