import Tables

extension ColumnRule {
  /// Whether a value stands for none.
  func isMissing(_ value: JSONValue) -> Bool {
    switch value {
    case .null: return true
    case .text(let text):
      let inner = Array(text.utf8)[...].trimmed
      return inner.isEmpty || missing[Array(inner)] != nil
    case .bool, .number, .nested: return false
    }
  }
  /// Appends the cell of a value: `null` is blank; numbers and words are not turned into texts.
  ///
  /// - Returns: Whether it is of the column's type; when not, it is missing as `invalid`.
  func append(_ value: JSONValue, to builder: inout ColumnBuilder) -> Bool {
    let isGood: Bool
    switch value {
    case .null:
      builder.append(missing: .blank)
      return true
    case .text(let text): return append(Array(text.utf8)[...], to: &builder)
    case .bool(let bool): isGood = field.type == .bool && builder.append(bool: bool)
    case .number(let number): isGood = append(number: number, to: &builder)
    case .nested: isGood = false
    }
    if !isGood { builder.append(missing: .invalid) }
    return isGood
  }
  private func append(number: [UInt8], to builder: inout ColumnBuilder) -> Bool {
    switch field.type {
    case .int, .decimal:
      let plain = JSONNumber.plain(number)
      return builder.append(whole: plain.flatMap { Int64(decimal: $0, scale: field.type.scale) })
    case .double: return builder.append(double: Double(String(decoding: number, as: UTF8.self)))
    case .text, .bool, .date: return false
    }
  }
}
