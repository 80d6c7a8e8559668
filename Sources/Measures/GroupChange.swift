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
  /// A group in both years.
  public typealias Years = (before: MeasureSums, after: MeasureSums)
  /// The effects, in the order of the groups.
  public let effects: [Effect]

  /// Divides the change of M0 over groups.
  ///
  /// - Returns: `nil` when somebody weighs nothing as a whole, or a number does not fit.
  /// - Throws: `MeasureProblem` when the groups do not add up to the whole in a year, or sums are too large.
  public init?(
    _ groups: [Years], of whole: Years, by rule: DeprivationRule
  ) throws(MeasureProblem) {
    try Self.check(groups.map(\.before), are: whole.before, rule)
    try Self.check(groups.map(\.after), are: whole.after, rule)
    var effects: [Effect] = []
    for group in groups {
      let before = try PovertyMeasures(group.before, by: rule)
      let after = try PovertyMeasures(group.after, by: rule)
      guard let s0 = Fraction(group.before.weight, over: whole.before.weight),
        let s1 = Fraction(group.after.weight, over: whole.after.weight)
      else { return nil }
      guard let effect = Effect(shares: (s0, s1), levels: (before.m0, after.m0)) else { return nil }
      effects.append(effect)
    }
    self.effects = effects
  }

  private static func check(
    _ groups: [MeasureSums], are whole: MeasureSums, _ rule: DeprivationRule
  ) throws(MeasureProblem) {
    var sum = MeasureSums(rule)
    for group in groups { sum.merge(group) }
    guard !sum.isTooLarge else { throw .tooLarge }
    guard sum.weight == whole.weight, sum.score == whole.score else { throw .groupsNotWhole }
  }

  /// The change within all groups, rounded half away from zero.
  public func within(places: Int) -> FixedPoint? { Self.sum(effects.map(\.within), places) }
  /// The shift between all groups, rounded half away from zero.
  public func shift(places: Int) -> FixedPoint? { Self.sum(effects.map(\.shift), places) }

  /// The sum as it is when it fits; else from below and above to 24 places, of which both ends must round alike.
  private static func sum(_ parts: [Fraction], _ places: Int) -> FixedPoint? {
    let exact = parts.reduce(Fraction(0) as Fraction?) { sum, part in sum.flatMap { $0 + part } }
    if let rounded = exact?.rounded(places: places) { return rounded }
    var least = 0 as Int128
    for part in parts {
      guard let floor = part.flooredUnits(places: 24) else { return nil }
      least += floor
    }
    let ends = [least, least + Int128(parts.count)].map {
      Fraction($0, over: FixedPoint.power(24))?.rounded(places: places)
    }
    return ends[0] == ends[1] ? ends[0] : nil
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
