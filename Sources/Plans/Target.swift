public import Diagnostics
public import Tables

/// One target of a plan, stated in the project's own words.
public struct Target: Sendable, Hashable {
  /// What a target speaks of.
  public enum Kind: String, Sendable, CaseIterable {
    /// A level at the due day.
    case level
    /// A change since the baseline.
    case change
    /// A direction without a number.
    case direction
    /// A sum of money, made of parts.
    case money
    /// Something to be done, without a result that can be measured.
    case activity
    /// How much is paid to whom, which is no result.
    case entitlement
  }
  /// The id in its plan, such as `CM-01.1`.
  public let id: String
  /// What is wanted, in a few words.
  public let title: Phrase
  /// The place in the source of the plan: heading, paragraph, order.
  public let place: String
  /// The denominator, or the people or places it speaks of; `nil` for activities.
  public let population: Phrase?
  /// What it speaks of.
  public let kind: Kind
  /// The ways of reading it, at least one unless it is an activity or an entitlement; the first is the one the plan's
  /// words suggest.
  public let readings: [Reading]
  /// For changes and directions, which way.
  public let toward: Direction?
  /// The day of the base figure; `nil` when the plan needs none.
  public let baseline: Day?
  /// The day on which it is due.
  public let due: Day
  /// Why it is due after the period, when it is.
  public let dueReason: Phrase?
  /// Whether its change is meant for every year from the baseline to the due day.
  public let isPerYear: Bool
  /// The plan's own path to it, earliest first; empty when the plan names none.
  public let milestones: [Milestone]
  /// Whether figures in between may be judged by pace.
  public let hasPace: Bool
  /// The target it is nested in.
  public let partOf: String?
  /// Whether it is a share of those that the target it is nested in has reached.
  public let isShareOfParent: Bool
  /// The amount of an entitlement, in `unit`.
  public let amount: FixedPoint?
  /// The unit of its numbers.
  public let unit: TargetUnit?
  /// What an amount is made of.
  public let parts: [AmountPart]
  /// Whether the comparison is inferred from the wording.
  public let isInferred: Bool
  /// A remark for readers.
  public let remark: Phrase?
  /// Where it is written.
  public let range: SourceRange?
}

/// One part of an amount of money or of an entitlement.
public struct AmountPart: Sendable, Hashable {
  /// Who pays it, or what for.
  public let name: Phrase
  /// How much, in the unit of the target.
  public let value: FixedPoint
  /// Whether it is paid besides, so that it is no part of the sum.
  public let isOnTop: Bool
}
