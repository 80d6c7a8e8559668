/// The word of a verdict.
///
/// Six words for what can be judged before or after the due day, and six for what cannot: the gates, in the order in which
/// they are asked. The words of the theme have the raw values as keys.
public enum VerdictWord: String, Sendable, CaseIterable {
  /// Due, and reached.
  case met
  /// Not yet due, and at the level wanted now; it may still change.
  case currentlyMet = "currently-met"
  /// Not yet due, with at least 95 % of the way to be made by now.
  case onTrack = "on-track"
  /// Not yet due, with 60 % to below 95 % of that way.
  case slow
  /// Not yet due, with less than 60 % of that way.
  case verySlow = "very-slow"
  /// Not yet due, and worse than the baseline.
  case reversing
  /// Due, and not reached.
  case notMet = "not-met"
  /// An activity or an entitlement: shown, never judged.
  case notJudged = "not-judged"
  /// The figures cannot stand beside each other: of two standards or boundaries, a count and a rate, or a part that is more
  /// than its whole.
  case notComparable = "not-comparable"
  /// Not yet due, without a figure in between.
  case notDue = "not-due"
  /// No published figure, or none that decides.
  case noData = "no-data"
  /// There is a figure, withheld to protect people.
  case withheld
  /// Nobody is in the population.
  case notApplicable = "not-applicable"

  /// Whether it judges.
  public var isJudgement: Bool {
    switch self {
    case .met, .currentlyMet, .onTrack, .slow, .verySlow, .reversing, .notMet: true
    case .notJudged, .notComparable, .notDue, .noData, .withheld, .notApplicable: false
    }
  }
  /// Whether it says that all is as the plan wants it.
  var isWell: Bool { self == .met || self == .currentlyMet || self == .onTrack }
  /// Where it stands from the least to the most that may be claimed; a target read in several ways, or made of several
  /// conditions, has the least word of all of them.
  ///
  /// What was not reached stands before what cannot be judged: one condition that fails decides for all.
  var rank: Int {
    switch self {
    case .notMet: 0
    case .reversing: 1
    case .verySlow: 2
    case .slow: 3
    case .notComparable: 4
    case .withheld: 5
    case .noData: 6
    case .notDue: 7
    case .notApplicable: 8
    case .notJudged: 9
    case .onTrack: 10
    case .currentlyMet: 11
    case .met: 12
    }
  }
}
