/// A number of JSON as a plain decimal, exactly.
enum JSONNumber {
  /// The longest plain form that is written.
  static let limit = 60

  /// `1.50e1` as `15`: without exponent, and without zeros that say nothing at the end of the fraction.
  ///
  /// - Returns: `nil` when the plain form would be longer than `limit`, which fits no column.
  static func plain(_ number: [UInt8]) -> [UInt8]? {
    let parts = number.split(maxSplits: 1) { $0 | 32 == UInt8(ascii: "e") }
    guard let mantissa = parts.first, mantissa.count <= limit else { return nil }
    // Zero is zero whatever its exponent.
    if mantissa.allSatisfy({ [45, 46, 48].contains($0) }) { return [48] }
    var exponent = 0
    if parts.count == 2 {
      guard let value = Int(String(decoding: parts[1], as: UTF8.self)), value.magnitude <= limit else {
        return nil
      }
      exponent = value
    }
    let isNegative = mantissa.first == 45
    let halves = mantissa.drop { $0 == 45 }.split(separator: 46)
    var digits = halves.flatMap { $0 }
    var places = (halves.count == 2 ? halves[1].count : 0) - exponent
    while places > 0, digits.last == 48 { (digits, places) = (digits.dropLast(), places - 1) }
    if places < 0 { (digits, places) = (digits + Array(repeating: 48, count: -places), 0) }
    if digits.count <= places { digits = Array(repeating: 48, count: places + 1 - digits.count) + digits }
    let fraction = places > 0 ? [46] + digits.suffix(places) : []
    return (isNegative ? [45] : []) + digits.dropLast(places) + fraction
  }
}
