public import Figures
public import Tables

/// All the numbers that a value may stand for: a stretch of the number line, bounded or not, with or without its ends.
///
/// An exact value is a stretch of one number. A printed rate stands for every number that rounds to it.
public struct Extent: Sendable, Hashable {
  /// One end of a stretch.
  public struct End: Sendable, Hashable {
    /// Where it is.
    public let value: Fraction
    /// Whether the number there belongs to the stretch.
    public let isIncluded: Bool
    /// An end.
    public init(_ value: Fraction, isIncluded: Bool = true) {
      (self.value, self.isIncluded) = (value, isIncluded)
    }
  }
  /// The lower end; `nil` when there is none.
  public let low: End?
  /// The upper end; `nil` when there is none.
  public let high: End?
  /// A stretch; without an end it goes on for ever.
  public init(from low: End?, to high: End?) { (self.low, self.high) = (low, high) }
  /// The stretch of one number.
  public init(_ value: Fraction) { self.init(from: End(value), to: End(value)) }

  /// Whether it is one number.
  public var exact: Fraction? {
    guard let low, let high, low.value == high.value, low.isIncluded, high.isIncluded else { return nil }
    return low.value
  }
  /// Whether every number of this stretch is in another.
  public func isInside(_ other: Extent) -> Bool {
    Self.isInside(low, other.low) { $0 > $1 } && Self.isInside(high, other.high) { $0 < $1 }
  }
  /// Whether no number is in both.
  public func isApart(from other: Extent) -> Bool {
    Self.isBefore(high, other.low) || Self.isBefore(other.high, low)
  }
  /// The numbers that are in both; `nil` when none is.
  public func intersection(_ other: Extent) -> Extent? {
    guard !isApart(from: other) else { return nil }
    func inner(_ a: End?, _ b: End?, _ isTighter: (Fraction, Fraction) -> Bool) -> End? {
      guard let a else { return b }
      guard let b else { return a }
      if a.value == b.value { return End(a.value, isIncluded: a.isIncluded && b.isIncluded) }
      return isTighter(a.value, b.value) ? a : b
    }
    return Extent(from: inner(low, other.low, >), to: inner(high, other.high, <))
  }
  /// Every difference of a number of `a` and one of `b`; `nil` when an end does not fit.
  public static func - (a: Extent, b: Extent) -> Extent? {
    func end(_ x: End?, _ y: End?) -> End?? {
      guard let x, let y else { return .some(nil) }
      return (x.value - y.value).map { End($0, isIncluded: x.isIncluded && y.isIncluded) }
    }
    guard let low = end(a.low, b.high), let high = end(a.high, b.low) else { return nil }
    return Extent(from: low, to: high)
  }

  private static func isInside(_ end: End?, _ bound: End?, _ within: (Fraction, Fraction) -> Bool) -> Bool {
    guard let bound else { return true }
    guard let end else { return false }
    if end.value == bound.value { return bound.isIncluded || !end.isIncluded }
    return within(end.value, bound.value)
  }
  private static func isBefore(_ high: End?, _ low: End?) -> Bool {
    guard let high, let low else { return false }
    return high.value < low.value || high.value == low.value && !(high.isIncluded && low.isIncluded)
  }
}

extension Extent {
  /// What a figure's value may be, in percent when it is a rate, else in the unit of its measure.
  ///
  /// A printed rate is half a unit of its last place to either side, the upper end left out. A rate that was itself worked
  /// out from rounded numbers (grade `derived`) is a whole unit to either side: rounding the parts and rounding the
  /// result both move it.
  ///
  /// An estimate stands for the interval that its remark declares, and for nothing that decides when it declares none.
  ///
  /// - Returns: `nil` without a value, for a ratio over zero, for an estimate without an interval, and when an end does
  ///   not fit.
  public init?(_ figure: Figure) {
    guard figure.status == .estimate else {
      self.init(asIfExact: figure)
      return
    }
    guard let interval = figure.declaredInterval else { return nil }
    self = interval
  }
  /// The same of a number as it stands, of estimates too.
  init?(asIfExact figure: Figure) {
    switch figure.value {
    case nil: return nil
    case .amount(let amount)?: self.init(Fraction(amount))
    case .ratio(let part, let whole)?:
      guard let share = Fraction(part) / Fraction(whole), let percent = share * Fraction(100) else {
        return nil
      }
      self.init(percent)
    case .printed(let rate)?: self.init(printed: rate, isDerived: figure.grade == .derived)
    }
  }
  /// The numbers that a printed one stands for: none below 0 and none above 100, since no share is.
  init?(printed rate: FixedPoint, isDerived: Bool = false) {
    guard let half = Fraction(isDerived ? 2 : 1, over: 2 * FixedPoint.power(rate.scale)),
      let low = Fraction(rate) - half, let high = Fraction(rate) + half
    else { return nil }
    let (none, all) = (Fraction(0), Fraction(100))
    self.init(
      from: rate >= 0 && low < none ? End(none) : End(low),
      to: rate <= 100 && high > all ? End(all) : End(high, isIncluded: isDerived))
  }
}
