public import Diagnostics
public import Figures
public import Tables

/// The word given to one comparison, with everything it rests on.
public struct Verdict: Sendable, Hashable {
  /// How far a result is from its goal, in whole households; above zero it is inside.
  public struct Margin: Sendable, Hashable {
    /// The least that the figures allow.
    public let low: Int128
    /// The greatest that they allow.
    public let high: Int128
    /// Whether the result is within three households of the goal.
    public var isClose: Bool { min(low.magnitude, high.magnitude) <= 3 || (low < 0) != (high < 0) }
  }
  /// How much of the way from the baseline has been made, in whole percent, rounded down.
  public struct Share: Sendable, Hashable {
    /// The least that the figures allow.
    public let low: Int
    /// The most that they allow.
    public let high: Int
    /// The share, when the figures allow one alone.
    public var exact: Int? { low == high ? low : nil }
  }
  /// The word.
  public let word: VerdictWord
  /// How much of the way was made of what was not reached; `nil` when that says nothing.
  public internal(set) var share: Share?
  /// How much of the way was made, or of what was to be made by now: the least that the figures allow, exactly.
  var standing: Fraction?
  /// Why there is no judgement, or what is to be known beside it.
  public private(set) var reason: Phrase?
  /// The arithmetic, step by step.
  public let steps: [Phrase]
  /// The distance in households.
  public let margin: Margin?
  /// For a change or a direction, how far the measure has moved since the baseline, such as `giảm 2.010 hộ`.
  public private(set) var achieved: Phrase?
  /// For a direction, the least change that counts as one.
  public let materiality: Fraction?
  /// The figure judged.
  public let result: Figure?
  /// The base figure, with a value or without.
  public let base: Figure?
  /// The counts by which the distance of a printed rate is told in households.
  public internal(set) var beside: [Figure] = []

  init(
    _ word: VerdictWord, reason: Phrase? = nil, steps: [Phrase] = [], margin: Margin? = nil,
    achieved: Phrase? = nil, materiality: Fraction? = nil, result: Figure? = nil,
    base: Figure? = nil
  ) {
    (self.word, self.reason, self.steps) = (word, reason, steps)
    (self.margin, self.achieved, self.materiality) = (margin, achieved, materiality)
    (self.result, self.base) = (result, base)
  }
  /// Whether it is not given because a part is more than the whole that the plan makes it a part of.
  public var isMoreThanWhole: Bool { reason == .moreThanWhole }
  /// The same, which says that it is the one of a year or of the years together; when all is well there is no least.
  func of(_ name: Phrase) -> Verdict {
    let told: Phrase? =
      switch word {
      case .met, .currentlyMet, .onTrack: reason
      case .notMet, .reversing, .verySlow, .slow: .least(name, remark: reason)
      case .notJudged, .notComparable, .notDue, .noData, .withheld, .notApplicable:
        .least(name, reason: reason)
      }
    var verdict = self
    verdict.reason = told
    verdict.achieved = achieved.map { Phrase(vi: "\($0.vi) (\(name.vi))", en: "\($0.en) (\(name.en))") }
    return verdict
  }
  /// Whether less may be claimed of it than of another: by its word; then by how much of the way was made; then by the
  /// distance in households.
  ///
  /// Where the share of one is not known none is claimed.
  func isLess(than other: Verdict) -> Bool {
    guard word == other.word else { return word.rank < other.word.rank }
    guard word.isJudgement else { return false }
    if standing != other.standing {
      guard let standing, let there = other.standing else { return standing == nil }
      return standing < there
    }
    guard let margin, let there = other.margin else { return margin != nil && other.margin == nil }
    return margin.low < there.low
  }
}

/// The verdict on one condition.
///
/// Of a target of every year there is one for each year, and one for the years together.
public struct ConditionVerdict: Sendable, Hashable {
  /// The condition.
  public let condition: Condition
  /// The verdict on it.
  public let verdict: Verdict
}
/// The verdict on one reading: the least of those on its conditions.
public struct ReadingVerdict: Sendable, Hashable {
  /// The reading.
  public let reading: Reading
  /// The verdicts on its conditions, in their order; of a condition of every year one for each, and the whole last.
  public let conditions: [ConditionVerdict]
  /// The least of them.
  public let verdict: Verdict
}
/// The verdict on one target: the least of those on its readings, so that nothing is claimed that one reading denies.
public struct TargetVerdict: Sendable, Hashable {
  /// The target.
  public let target: Target
  /// The verdicts on its readings, in their order; none for activities and entitlements.
  public let readings: [ReadingVerdict]
  /// The least of them.
  public let verdict: Verdict
  /// Whether its readings give different words.
  public var readingsDiffer: Bool { Set(readings.map(\.verdict.word)).count > 1 }
}
