public import Diagnostics
public import Plans
public import StageKit
public import Tables
public import Units

/// Verdicts that everybody may see: made of published figures alone.
public struct PublishedVerdicts: Recorded {
  /// Nothing is known of them before they are made.
  public typealias Shape = NoShape
  /// The word for them in a message.
  public static let kind = Phrase(vi: "đánh giá", en: "verdicts")
  /// The plans with their verdicts, in the order named.
  public let plans: [PlanVerdicts]
  /// The day on which they were given.
  public let day: Day

  init(_ plans: [PlanVerdicts], day: Day) { (self.plans, self.day) = (plans, day) }
  /// A line of JSON for every verdict.
  public var ledgerEntry: [UInt8] { Ledger.entry(self) }
  /// What the ledger keeps of them.
  var entries: [LedgerVerdict] {
    plans.flatMap { plan in plan.targets.map { LedgerVerdict($0, of: plan) } }
  }
}

extension PublishedTable {
  /// The verdicts on plans, each of its unit, from what is published and nothing else.
  ///
  /// `day` is the day of the edition.
  public func verdicts(
    on plans: [(plan: Plan, unit: UnitVersion)], units: UnitRegistry, day: Day
  ) -> PublishedVerdicts {
    let judge = Judge(figures, units: units, on: day)
    return PublishedVerdicts(plans.map { judge.verdicts(on: $0.plan, of: $0.unit) }, day: day)
  }
}
