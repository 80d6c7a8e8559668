public import Diagnostics

/// One target that has another word than in an edition before, or asks something else.
public struct VerdictChange: Sendable, Hashable {
  /// What made the difference.
  public enum Cause: Sendable, Hashable {
    /// A figure that was told before has changed: its id.
    case figure(String)
    /// There is a new figure: its id.
    case newFigure(String)
    /// The plan asks something else.
    case plan
    /// Time has passed: the edition is of a later day.
    case day
    /// Nothing else has changed: verdicts are given by another rule.
    case rule
    /// The target is new.
    case added
    /// The target is gone.
    case removed
  }
  /// The plan and the target, `plan/target`.
  public let target: String
  /// The unit version of the plan.
  public let unit: String
  /// What the target is called.
  public let title: Phrase
  /// The word before, such as `met`; `nil` for a new target, and where it is not told again.
  public var old: String? { hidesOld ? nil : before }
  /// The word now; `nil` for a target that is gone, and where it is not told again.
  public var new: String? { hidesNew ? nil : after }
  /// What made the difference.
  public let cause: Cause
  /// Why.
  public internal(set) var reason: Phrase?
  /// Whether the word before is that of an edition that was withdrawn, and is not told again.
  public internal(set) var hidesOld = false
  /// Whether the word now is that of an edition that was withdrawn, and is not told again.
  public internal(set) var hidesNew = false
  private let before: String?
  private let after: String?

  init(_ old: LedgerVerdict?, _ new: LedgerVerdict?, _ cause: Cause) {
    (target, unit) = (new?.target ?? old?.target ?? "", new?.unit ?? old?.unit ?? "")
    title = new?.title ?? old?.title ?? Phrase(same: "")
    (before, after, self.cause) = (old?.word, new?.word, cause)
  }
  /// Whether what had been said is no longer so, and not for something new.
  var touchesPublished: Bool {
    switch cause {
    case .figure, .plan, .rule, .removed: true
    case .newFigure, .day, .added: false
    }
  }
}
