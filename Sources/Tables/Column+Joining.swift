extension Column {
  /// The cells of columns of one type, end to end.
  ///
  /// There is at least one column, and all are of the type (and scale) of the first.
  public static func joined(_ columns: [Column]) -> Column {
    precondition(!columns.isEmpty, "at least one column")
    guard columns.count > 1 else { return columns[0] }
    let validity = joinedValidity(columns)
    let reasons = joinedReasons(columns)
    func values<T>(_ parts: [[T]]) -> Values<T> {
      Values(parts.flatMap { $0 }, validity: validity, reasons: reasons)
    }
    switch columns[0] {
    case .int: return .int(values(columns.map { Int64.storage($0)?.values ?? [] }))
    case .date: return .date(values(columns.map { Day.storage($0)?.values ?? [] }))
    case .double: return .double(values(columns.map { Double.storage($0)?.values ?? [] }))
    case .decimal(let c):
      let units = values(columns.map { FixedDecimal.storage($0)?.units.values ?? [] })
      return .decimal(Decimals(units, scale: c.scale))
    case .bool:
      var bits = Bitmap(count: 0)
      for case .bool(let c) in columns { for row in 0..<c.bits.count { bits.append(c.bits[row]) } }
      return .bool(Bools(bits, validity: validity, reasons: reasons))
    case .text:
      var texts = Texts()
      for case .text(let c) in columns {
        for row in 0..<c.offsets.count - 1 { texts.append(c[row]) }
      }
      (texts.validity, texts.reasons) = (validity, reasons)
      return .text(texts)
    }
  }

  private static func joinedValidity(_ columns: [Column]) -> Bitmap? {
    guard columns.contains(where: { $0.validity != nil }) else { return nil }
    var all = Bitmap(count: 0)
    for column in columns { for row in 0..<column.count { all.append(!column.isMissing(row)) } }
    return all.allTrue ? nil : all
  }
  private static func joinedReasons(_ columns: [Column]) -> Reasons? {
    guard columns.contains(where: { $0.reasons != nil }) else { return nil }
    var all = Reasons()
    for column in columns {
      for row in 0..<column.count { all.append(column.missingReason(row) ?? .blank) }
    }
    return all.isNeeded ? all : nil
  }
}
