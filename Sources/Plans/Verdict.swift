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
  /// The word.
  public let word: VerdictWord
  /// How much of the way from the baseline has been made, in whole percent, rounded down; `nil` when that says nothing.
  public let share: Int?
  /// Why there is no judgement, or what is to be known beside it.
  public let reason: Phrase?
  /// The arithmetic, step by step.
  public let steps: [Phrase]
  /// The distance in households.
  public let margin: Margin?
  /// For a change or a direction, how far the measure has moved since the baseline, such as `giảm 2.010 hộ`.
  public let achieved: Phrase?
  /// For a direction, the least change that counts as one.
  public let materiality: Fraction?
  /// The figure judged.
  public let result: Figure?
  /// The base figure, with a value or without.
  public let base: Figure?

  init(
    _ word: VerdictWord, share: Int? = nil, reason: Phrase? = nil, steps: [Phrase] = [],
    margin: Margin? = nil, achieved: Phrase? = nil, materiality: Fraction? = nil, result: Figure? = nil,
    base: Figure? = nil
  ) {
    (self.word, self.share, self.reason, self.steps) = (word, share, reason, steps)
    (self.margin, self.achieved, self.materiality) = (margin, achieved, materiality)
    (self.result, self.base) = (result, base)
  }
  /// The same, which says that it is the one of a year or of the years together; when all is well there is no least.
  func of(_ name: Phrase) -> Verdict {
    let told: Phrase? =
      switch word {
      case .met, .currentlyMet, .onTrack: reason
      case .notMet, .reversing, .verySlow, .slow: .least(name, remark: reason)
      case .notJudged, .notComparable, .notDue, .noData, .withheld, .notApplicable:
        .least(name, reason: reason)
      }
    return Verdict(
      word, share: share, reason: told, steps: steps, margin: margin,
      achieved: achieved.map {
        Phrase(vi: "\($0.vi) (\(name.vi))", en: "\($0.en) (\(name.en))")
      }, materiality: materiality, result: result, base: base)
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
