import Tables

/// A column of a type made of cells written in the plain style; `nil` is missing.
func column(_ type: ColumnType, _ cells: [String?]) -> Column {
  var builder = ColumnBuilder(type)
  for cell in cells {
    if let cell { builder.append(Array(cell.utf8)[...]) } else { builder.append(missing: .blank) }
  }
  return builder.column
}

extension Column {
  /// The cells as they are written in the plain style; a missing one as `(reason)`.
  var shown: [String] {
    (0..<count).map { row in
      if let reason = missingReason(row) { return "(\(reason))" }
      switch self {
      case .int(let c): return String(c.values[row])
      case .decimal(let c): return FixedPoint(units: Int128(c.units.values[row]), scale: c.scale).plain
      case .double(let c): return String(c.values[row])
      case .text(let c): return String(decoding: c[row], as: UTF8.self)
      case .bool(let c): return c.bits[row] ? "1" : "0"
      case .date(let c): return Day(number: c.values[row]).iso
      }
    }
  }
}

extension ColumnType {
  /// One of each kind.
  static let samples: [ColumnType] = [.int, .decimal(scale: 2), .double, .text, .bool, .date]
  /// Cells of this type that are all different, in their order.
  var ordered: [String] {
    switch self {
    case .int: ["-9223372036854775808", "-300", "-1", "0", "1", "255", "256", "9223372036854775807"]
    case .decimal:
      ["-92233720368547758.08", "-1.00", "-0.01", "0.00", "0.01", "2.50", "92233720368547758.07"]
    case .double: ["-1e+300", "-2.5", "-1.0", "-1e-300", "0.0", "1e-300", "1.0", "2.5", "1e+300"]
    case .text: ["", "\u{0}", "\u{0}\u{0}", "\u{0}a", "\u{1}", "a", "a\u{0}", "a\u{0}b", "ab", "b", "ấ", "😀"]
    case .bool: ["0", "1"]
    case .date: ["0001-01-01", "1899-12-31", "1969-12-31", "1970-01-01", "2024-12-31", "9999-12-31"]
    }
  }
}
