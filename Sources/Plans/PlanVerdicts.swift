public import Diagnostics
public import Units

/// The verdicts on all targets of one plan, and whether the plan adds up.
public struct PlanVerdicts: Sendable, Hashable {
  /// One thing of a plan that was added up.
  public struct Check: Sendable, Hashable {
    /// What was checked and what came out, in a sentence.
    public let text: Phrase
    /// The arithmetic; `nil` when the sentence has it.
    public let detail: Phrase?
    /// Whether it adds up; `nil` for what is only to be known.
    public let holds: Bool?
    /// Where the plan says what was added up.
    public var range: SourceRange?
  }
  /// The plan.
  public let plan: Plan
  /// Its unit, as it was on the first day of the period.
  public let unit: UnitVersion
  /// A verdict for each target, in the order of the plan.
  public let targets: [TargetVerdict]
  /// What was added up.
  public let checks: [Check]

  /// How many targets have a word.
  ///
  /// Words nobody has are left out. Missing figures count like all others.
  public var counts: [(word: VerdictWord, count: Int)] {
    VerdictWord.allCases.compactMap { word in
      let count = targets.count { $0.verdict.word == word }
      return count == 0 ? nil : (word, count)
    }
  }
  /// Whether two are of one plan and say the same.
  public static func == (a: Self, b: Self) -> Bool {
    a.plan.id == b.plan.id && a.unit == b.unit && a.targets == b.targets && a.checks == b.checks
  }
  /// Hashes the id of the plan.
  public func hash(into hasher: inout Hasher) { hasher.combine(plan.id) }
}
