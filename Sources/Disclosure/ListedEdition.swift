public import Tables

/// An edition as a list of all of them has it: nothing of what it told.
public struct ListedEdition: Sendable, Hashable {
  /// Its id.
  public let id: String
  /// Its day; `nil` when its entry does not say.
  public let day: Day?
  /// That it was withdrawn, and why; `nil` when it was not.
  public let withdrawal: Withdrawal?

  /// The editions of some entries, each once, the latest first.
  static func list(_ heads: [EditionHead], _ withdrawals: [Withdrawal]) -> [ListedEdition] {
    let gone = Dictionary(withdrawals.map { ($0.edition, $0) }) { first, _ in first }
    var days = Dictionary(heads.map { ($0.edition, $0.date) }) { first, _ in first }
    for withdrawal in withdrawals where days[withdrawal.edition] == nil {
      days[withdrawal.edition] = withdrawal.date
    }
    return days.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map {
      ListedEdition(id: $0.key, day: Day(iso: $0.value), withdrawal: gone[$0.key])
    }
  }
}
