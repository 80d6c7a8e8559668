public import Tables

/// The change of M0 divided exactly into what fewer poor people, and what a less intense poverty, did.
///
/// `((A0 + A1) / 2) (H1 − H0) + ((H0 + H1) / 2) (A1 − A0)`. Where nobody is poor in one year A is undefined there, and is
/// taken to be that of the other year: the whole change is then one of incidence.
public struct IntensityChange: Sendable, Hashable {
  /// What the change of H did.
  public let incidence: Fraction
  /// What the change of A did.
  public let intensity: Fraction

  /// Divides a change; `nil` when a level is undefined, or a number does not fit.
  public init?(from before: PovertyMeasures, to after: PovertyMeasures) {
    guard let h0 = before.h, let h1 = after.h else { return nil }
    self.init(h: (h0, h1), a: (before.a, after.a))
  }
  /// Divides a change of known levels, of which A may be undefined; `nil` when a number does not fit.
  public init?(h: (Fraction, Fraction), a: (Fraction?, Fraction?)) {
    let (h0, h1) = h
    guard let a0 = a.0 ?? a.1, let a1 = a.1 ?? a.0 else {
      (incidence, intensity) = (Fraction(0), Fraction(0))
      return
    }
    guard let incidence = Fraction.middle(a0, a1, times: h0, h1),
      let intensity = Fraction.middle(h0, h1, times: a0, a1)
    else { return nil }
    (self.incidence, self.intensity) = (incidence, intensity)
  }
}

extension Fraction {
  /// The middle of two numbers times the change of two others; `nil` when it does not fit.
  static func middle(_ a: Fraction, _ b: Fraction, times from: Fraction, _ to: Fraction) -> Fraction? {
    guard let sum = a + b, let middle = sum / Fraction(2), let change = to - from else { return nil }
    return middle * change
  }
  /// The greatest multiple of 10 to the power of −`places` that is not above it, in that unit; `nil` when it does not fit.
  func flooredUnits(places: Int) -> Int128? {
    let whole = floor
    var rest = numerator - whole * denominator
    var units = whole
    for _ in 0..<places {
      let (ten, over) = rest.multipliedReportingOverflow(by: 10)
      let (shifted, tooLarge) = units.multipliedReportingOverflow(by: 10)
      let (next, isBeyond) = shifted.addingReportingOverflow(ten / denominator)
      guard !over, !tooLarge, !isBeyond else { return nil }
      units = next
      rest = ten % denominator
    }
    return units
  }
}
