public import Tables

/// The change of M0 divided exactly, group by group, into a change within groups and a shift of people between them.
///
/// `Σ ((s0 + s1) / 2) (M1 − M0) + Σ ((M0 + M1) / 2) (s1 − s0)`. A group that nobody is in has no M0 in that year and is
/// taken to have that of the other year: all it does is then a shift.
public struct GroupChange: Sendable {
  /// What one group did.
  public struct Effect: Sendable, Hashable {
    /// By its own M0.
    public let within: Fraction
    /// By its share of the people.
    public let shift: Fraction
  }
  /// The effects, in the order of the groups.
  public let effects: [Effect]

  /// What groups did together, which must be the whole in both years.
  public init(_ effects: [Effect]) { self.effects = effects }

  /// The change within all groups, rounded half away from zero.
  public func within(places: Int) -> FixedPoint? { Self.sum(effects.map(\.within), places) }
  /// The shift between all groups, rounded half away from zero.
  public func shift(places: Int) -> FixedPoint? { Self.sum(effects.map(\.shift), places) }

  /// The sum as it is when it fits; else from below and above to 24 places, of which both ends must round alike.
  private static func sum(_ parts: [Fraction], _ places: Int) -> FixedPoint? {
    let exact = parts.reduce(Fraction(0) as Fraction?) { sum, part in sum.flatMap { $0 + part } }
    if let rounded = exact?.rounded(places: places) { return rounded }
    var ends = [0 as Int128, Int128(parts.count)]
    for part in parts {
      guard let floor = part.flooredUnits(places: 24) else { return nil }
      for end in ends.indices {
        let (next, over) = ends[end].addingReportingOverflow(floor)
        guard !over else { return nil }
        ends[end] = next
      }
    }
    let rounded = ends.map {
      Fraction($0, over: FixedPoint.power(24))?.rounded(places: places)
    }
    return rounded[0] == rounded[1] ? rounded[0] : nil
  }
}

extension GroupChange.Effect {
  /// What a group did, of its shares and levels in both years; `nil` when a number does not fit.
  public init?(shares: (Fraction, Fraction), levels: (Fraction?, Fraction?)) {
    let (m0, m1) = (levels.0 ?? levels.1 ?? Fraction(0), levels.1 ?? levels.0 ?? Fraction(0))
    guard let within = Fraction.middle(shares.0, shares.1, times: m0, m1),
      let shift = Fraction.middle(m0, m1, times: shares.0, shares.1)
    else { return nil }
    (self.within, self.shift) = (within, shift)
  }
}
