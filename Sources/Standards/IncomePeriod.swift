public import Diagnostics
public import StageKit

/// The time in which an income is earned.
public enum IncomePeriod: String, Sendable, Hashable, CaseIterable, OptionValue {
  /// An income of a month.
  case month
  /// An income of a year.
  case year

  /// The word for it.
  public var phrase: Phrase {
    switch self {
    case .month: Phrase(vi: "tháng", en: "month")
    case .year: Phrase(vi: "năm", en: "year")
    }
  }
}
