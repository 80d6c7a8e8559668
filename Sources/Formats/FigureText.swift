public import Figures
import Tables

/// A figure as pages print it: its number, day and parts as text and plain whole numbers.
///
/// For writers that see figures and no tables: they need neither dates nor exact numbers to print them.
public struct FigureText: Sendable {
  /// The number with its unit sign, such as `0,96 %` or `6.287`; `nil` when the figure has no value.
  public let number: String?
  /// For a ratio, the parts it was made of: part and whole.
  public let parts: (part: String, whole: String)?
  /// The number rounded half away from zero to hundredths of its unit, for drawing alone; `nil` without a value, or when it does not fit.
  public let hundredths: Int?
  /// The year the figure speaks of.
  public let year: Int
  /// The day the figure speaks of, `2024-12-31`.
  public let isoDay: String
  /// The day the figure speaks of, `31/12/2024`.
  public let day: String
  /// Whether the number is a rate in percent.
  public let isPercent: Bool

  /// The text of a figure; a ratio is printed in percent with two decimal places, everything else with the places it has.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - isPercent: Whether a printed number is percent, as it is but for points and other units.
  ///   - places: The decimal places of a ratio, 2 to 18; more than two where fewer would print it on the wrong side of
  ///     a goal beside it.
  public init(_ figure: Figure, isPercent: Bool = true, places: Int = 2) {
    (year, isoDay, day) = (figure.asOf.year, figure.asOf.iso, figure.asOf.vietnamese)
    switch figure.value {
    case .amount(let number)?:
      (self.number, parts, self.isPercent) = (VietnameseNumber.text(number), nil, false)
      hundredths = Self.hundredths(number)
    case .printed(let rate)?:
      (number, parts) = (isPercent ? VietnameseNumber.percent(rate) : VietnameseNumber.text(rate), nil)
      (hundredths, self.isPercent) = (Self.hundredths(rate), isPercent)
    case .ratio(let part, let whole)?:
      parts = (VietnameseNumber.text(part), VietnameseNumber.text(whole))
      let percent = Self.percent(part, whole, places: 2)
      let exactly = places > 2 ? Self.percent(part, whole, places: min(places, 18)) : nil
      number = (exactly ?? percent).map { VietnameseNumber.percent($0) }
      (hundredths, self.isPercent) = (percent.flatMap { Int(exactly: $0.units) }, true)
    case nil: (number, parts, hundredths, self.isPercent) = (nil, nil, nil, false)
    }
  }
  private static func hundredths(_ number: FixedPoint) -> Int? {
    number.roundedUnits(places: 2).flatMap { Int(exactly: $0) }
  }
  /// `part` in `whole` in percent; `nil` when `whole` is zero or the parts do not fit.
  private static func percent(_ part: FixedPoint, _ whole: FixedPoint, places: Int) -> FixedPoint? {
    let scale = max(part.scale, whole.scale)
    guard let a = part.units(at: scale), let b = whole.units(at: scale) else { return nil }
    let (scaled, over) = a.multipliedReportingOverflow(by: FixedPoint.power(places + 2))
    guard !over else { return nil }
    return scaled.dividedHalfAway(by: b).map { FixedPoint(units: $0, scale: places) }
  }
}
