/// The name of a Swift property as it is written in YAML: `maxErrors` is `max_errors`; only A to Z are capitals.
func snakeCase(_ name: some StringProtocol) -> String {
  var bytes: [UInt8] = []
  for byte in name.utf8 {
    if (65...90).contains(byte) { bytes += [95, byte + 32] } else { bytes.append(byte) }
  }
  return String(decoding: bytes, as: UTF8.self)
}
extension JSON {
  /// The same object with one more key; `nil` adds nothing.
  func adding(_ key: String, _ value: JSON?) -> JSON {
    var copy = self
    copy[key] = value
    return copy
  }
}
