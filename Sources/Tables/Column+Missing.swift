extension Column {
  /// A column of a type in which every cell is missing for one reason.
  public init(missing type: ColumnType, _ reason: MissingReason, count: Int) {
    let validity = count == 0 ? nil : Bitmap(count: count)
    let reasons = reason == .blank || count == 0 ? nil : Reasons(Array(repeating: reason, count: count))
    func none<Value>(_ value: Value) -> Values<Value> {
      Values(Array(repeating: value, count: count), validity: validity, reasons: reasons)
    }
    switch type {
    case .int: self = .int(none(0))
    case .decimal(let scale): self = .decimal(Decimals(none(0), scale: scale))
    case .double: self = .double(none(0))
    case .date: self = .date(none(0))
    case .bool: self = .bool(Bools(Bitmap(count: count), validity: validity, reasons: reasons))
    case .text:
      var texts = Texts()
      texts.offsets = Array(repeating: 0, count: count + 1)
      (texts.validity, texts.reasons) = (validity, reasons)
      self = .text(texts)
    }
  }
}
