public import Diagnostics
import Tables

// Where a plan contradicts itself.
extension Plan {
  /// Two things of one plan that cannot both be.
  public struct Contradiction: Sendable, Hashable {
    /// What cannot be, in a sentence.
    public let text: Phrase
    /// Where it is written.
    public let range: SourceRange?
    /// Where the other is written, when there are two.
    public let other: SourceRange?
  }

  /// What does not add up, and targets of one measure that no result can reach together.
  ///
  /// A plan is signed as it is, so that these are told and change no verdict.
  public var contradictions: [Contradiction] {
    let sums = PlanArithmetic(self).checks.filter { $0.holds == false }.map { check in
      let detail = check.detail.map { Phrase(vi: " " + $0.vi, en: " " + $0.en) } ?? Phrase(same: "")
      return Contradiction(
        text: Phrase(vi: check.text.vi + detail.vi, en: check.text.en + detail.en), range: check.range,
        other: nil)
    }
    return sums + opposed
  }
  private var opposed: [Contradiction] {
    targets.indices.flatMap { later in
      targets[..<later].compactMap { earlier -> Contradiction? in
        let target = targets[later]
        guard target.isOpposed(to: earlier) else { return nil }
        return Contradiction(
          text: Phrase(
            vi: "Không kết quả nào đạt được cả '\(earlier.id)' lẫn '\(target.id)'.",
            en: "No result can reach both '\(earlier.id)' and '\(target.id)'."), range: target.range,
          other: earlier.range)
      }
    }
  }
}

extension Target {
  /// Whether every reading of one is out of reach of every reading of the other, of one measure over one time.
  fileprivate func isOpposed(to other: Target) -> Bool {
    guard kind == other.kind, unit == other.unit, due == other.due, toward == other.toward,
      isPerYear == other.isPerYear, !readings.isEmpty, !other.readings.isEmpty
    else { return false }
    // A level is one and the same from whichever day on its way is told; a change is from a day.
    guard kind == .level || baseline == other.baseline else { return false }
    return readings.allSatisfy { mine in other.readings.allSatisfy { mine.isOpposed(to: $0) } }
  }
}
extension Reading {
  fileprivate func isOpposed(to other: Reading) -> Bool {
    conditions.contains { mine in
      other.conditions.contains { its in
        guard mine.measure == its.measure, mine.group == its.group, let a = mine.goal?.accepted,
          let b = its.goal?.accepted
        else { return false }
        return a.isApart(from: b)
      }
    }
  }
}
extension PlanVerdicts.Check {
  /// The same, with the place of what was added up.
  func at(_ range: SourceRange?) -> Self {
    var copy = self
    copy.range = range
    return copy
  }
}
