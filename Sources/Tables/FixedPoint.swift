/// An exact decimal number: `units` 1234 at `scale` 2 is 12.34.
///
/// Equal numbers are equal whatever their scale.
public struct FixedPoint: Sendable, Hashable, Comparable, ExpressibleByIntegerLiteral {
  /// The number times ten to the power of `scale`.
  ///
  public let units: Int128
  /// Decimal places, 0 to 18.
  ///
  /// Printed as given: 0.40 keeps its zero.
  public let scale: Int
  /// The number `units` / 10^`scale`.
  ///
  public init(units: Int128, scale: Int = 0) {
    precondition((0...18).contains(scale), "a scale of 0 to 18 places")
    (self.units, self.scale) = (units, scale)
  }
  /// A whole number.
  public init(_ value: Int64) { self.init(units: Int128(value)) }
  /// A whole number written in a program.
  public init(integerLiteral value: Int64) { self.init(value) }

  /// A number written `-12.50`, with a decimal point and no separators; `nil` for anything else, for more than 18 places, and above 38 characters.
  public init?(plain text: some StringProtocol) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let scale = parts.count == 2 ? parts[1].utf8.count : 0
    guard scale <= 18, parts.count == 1 || scale > 0, text.utf8.count <= 38 else { return nil }
    guard let units = Int128(parts.joined()), text.utf8.first != 43 else { return nil }
    let digits = parts[0].utf8.drop { $0 == 45 }
    guard !digits.isEmpty,
      parts.dropFirst().allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    self.init(units: units, scale: scale)
  }

  /// The whole number, when it is one that fits.
  public var whole: Int64? {
    let power = Self.power(scale)
    return units % power == 0 ? Int64(exactly: units / power) : nil
  }
  /// The units at a larger or equal scale.
  ///
  /// - Returns: `nil` when the number does not fit in 128 bits at that scale, or `scale` is smaller and would round.
  public func units(at scale: Int) -> Int128? {
    guard (0...36).contains(scale) else { return nil }
    if scale >= self.scale {
      let (value, over) = units.multipliedReportingOverflow(by: Self.power(scale - self.scale))
      return over ? nil : value
    }
    let power = Self.power(self.scale - scale)
    return units % power == 0 ? units / power : nil
  }
  /// The number with a decimal point and no separators, with as many places as its scale.
  public var plain: String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: Swift.max(0, scale + 1 - digits.count)) + digits
    let sign = units < 0 ? "-" : ""
    return scale == 0 ? sign + digits : "\(sign)\(padded.dropLast(scale)).\(padded.suffix(scale))"
  }

  /// Ten to the power of `places`, 0 to 36.
  public static func power(_ places: Int) -> Int128 { powers[places] }
  private static let powers: [Int128] = (0...38).map { places in
    (0..<places).reduce(1) { power, _ in power * 10 }
  }

  /// Orders numbers by value, exactly.
  public static func < (a: Self, b: Self) -> Bool { compare(a, b) < 0 }
  /// Whether two numbers have one value, whatever their scales.
  public static func == (a: Self, b: Self) -> Bool { compare(a, b) == 0 }
  /// Hashes the value, not the scale.
  public func hash(into hasher: inout Hasher) {
    var (value, places) = (units, scale)
    while places > 0, value % 10 == 0 { (value, places) = (value / 10, places - 1) }
    hasher.combine(value)
    hasher.combine(places)
  }
  /// The exact sum; `nil` when it does not fit.
  public static func + (a: Self, b: Self) -> Self? {
    combine(a, b) { $0.addingReportingOverflow($1) }
  }
  /// The exact difference; `nil` when it does not fit.
  public static func - (a: Self, b: Self) -> Self? {
    combine(a, b) { $0.subtractingReportingOverflow($1) }
  }

  private static func combine(_ a: Self, _ b: Self, _ join: (Int128, Int128) -> (Int128, Bool))
    -> Self?
  {
    let scale = Swift.max(a.scale, b.scale)
    guard let x = a.units(at: scale), let y = b.units(at: scale) else { return nil }
    let (value, over) = join(x, y)
    return over ? nil : FixedPoint(units: value, scale: scale)
  }
  private static func compare(_ a: Self, _ b: Self) -> Int {
    let (p, q) = (power(a.scale), power(b.scale))
    let (x, y) = (a.units / p, b.units / q)
    if x != y { return x < y ? -1 : 1 }
    // The whole parts are equal; the fractions are below one, so eighteen places always fit.
    let f = (a.units % p) * power(18 - a.scale)
    let g = (b.units % q) * power(18 - b.scale)
    return f == g ? 0 : f < g ? -1 : 1
  }
}
