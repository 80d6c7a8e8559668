/// The name of a Swift property as it is written in YAML: `maxErrors` is `max_errors`.
func snakeCase(_ name: some StringProtocol) -> String {
  name.reduce(into: "") { $0 += $1.isUppercase ? "_\($1.lowercased())" : String($1) }
}
extension JSON {
  /// The same object with one more key; `nil` adds nothing.
  func adding(_ key: String, _ value: JSON?) -> JSON {
    var copy = self
    copy[key] = value
    return copy
  }
}
