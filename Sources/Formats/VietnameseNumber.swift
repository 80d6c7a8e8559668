public import Tables

/// Numbers as people in Viet Nam write them: `1.258.997`, `0,96 %`, `−2,5`.
///
/// Thousands are parted by dots, decimals by a comma; the minus is U+2212, and a no-break space stands before `%`.
/// Rounding is done once, in integers, on the exact value, half away from zero; a value that rounds to zero has no minus.
public enum VietnameseNumber {
  /// Writes a whole number, such as `1.258.997`.
  public static func text(_ number: some BinaryInteger) -> String {
    sign(number < 0) + grouped(String(number.magnitude))
  }
  /// Writes an exact number with `places` decimal places, or with as many as its scale.
  ///
  /// `places` are 0 to 18; others are brought into that range.
  public static func text(_ number: FixedPoint, places: Int? = nil) -> String {
    let places = clamped(places ?? number.scale)
    // Fewer places always fit; more may not, and then the number is written with the places it has.
    guard let units = number.roundedUnits(places: places) else { return text(number, places: number.scale) }
    return text(units: units, places: places)
  }
  /// Writes a number of percent, such as `0,96 %` for 0.96.
  public static func percent(_ percent: FixedPoint, places: Int? = nil) -> String {
    text(percent, places: places) + "\u{A0}%"
  }
  /// Writes the share of `part` in `whole` in percent, such as `0,96 %` for 96 of 10 000.
  ///
  /// - Returns: `nil` when `whole` is zero, or the share does not fit in 128 bits at `places`.
  public static func percent(of part: Int64, in whole: Int64, places: Int) -> String? {
    ratio(of: part, in: whole, times: 100, places: places).map { $0 + "\u{A0}%" }
  }
  /// Writes `part` divided by `whole`, such as `0,83`.
  ///
  /// - Returns: `nil` when `whole` is zero, or the quotient does not fit in 128 bits at `places`.
  public static func ratio(of part: Int64, in whole: Int64, places: Int) -> String? {
    ratio(of: part, in: whole, times: 1, places: places)
  }

  private static func ratio(of part: Int64, in whole: Int64, times factor: Int128, places: Int) -> String? {
    let places = clamped(places)
    let (scaled, over) = (Int128(part) * factor).multipliedReportingOverflow(by: FixedPoint.power(places))
    guard !over, let units = scaled.dividedHalfAway(by: Int128(whole)) else { return nil }
    return text(units: units, places: places)
  }
  private static func text(units: Int128, places: Int) -> String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let whole = sign(units < 0) + grouped(String(padded.dropLast(places)))
    return places == 0 ? whole : "\(whole),\(padded.suffix(places))"
  }
  private static func clamped(_ places: Int) -> Int { min(max(places, 0), 18) }
  private static func sign(_ isNegative: Bool) -> String { isNegative ? "\u{2212}" : "" }
  private static func grouped(_ digits: String) -> String {
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out.append(".") }
      out.append(digit)
    }
    return out
  }
}
