import Tables

extension ColumnRule {
  /// Whether a value stands for none.
  func isMissing(_ value: JSONValue) -> Bool {
    switch value {
    case .null, .absent: return true
    case .text(let text):
      let inner = text.trimmed
      return inner.isEmpty || missing[Array(inner)] != nil
    case .bool, .number, .nested: return false
    }
  }
  /// Whether a number can be read where it stands, as a number of CSV is.
  var takesNumbers: Bool {
    switch field.type {
    case .int, .decimal, .double: numberStyle == .plain
    case .text, .bool, .date: false
    }
  }
  /// Whether `true` and `false` can be read where they stand, as words are.
  var takesAnswers: Bool {
    field.type == .bool && answer(Array("true".utf8)[...]) == true
      && answer(Array("false".utf8)[...]) == false
  }
}
