import Diagnostics
import StageKit
import Tables

/// What is known of the editions that were published where a run will publish.
struct Editions {
  let ledger: @Sendable (String) throws(StageError) -> [UInt8]?
  /// The names of all that the ledger has; `nil` when it is not known where a run will publish.
  let names: (@Sendable () -> [String])?
  /// What stands in `public/` there; `nil` when nothing does, or that is not known.
  let published: Output.Published?
  let acceptance: String?
}

extension Editions {
  /// What is wrong with what an edition says of itself and of others.
  ///
  /// A run for the office alone brings nothing back that was withdrawn.
  func problems(of edition: EditionFields, publishes: Bool, at top: SourceRange) -> Diagnostics {
    var problems = Diagnostics()
    for (index, correction) in (edition.corrections ?? []).enumerated() {
      let reason = correction.reason.phrase
      if [reason.vi, reason.en].contains(where: { !$0.contains(where: \.isLetter) }) {
        problems.add(.blankReason(index + 1, at: correction.$reason ?? top))
      }
    }
    if edition.previous == edition.id {
      problems.add(.ownPredecessor(edition.id, at: edition.$previous ?? top))
    } else if let names, let problem = problem(of: edition, publishes, among: names(), at: top) {
      problems.add(problem)
    }
    return problems
  }
  /// The first thing that is wrong, against what the ledger has.
  private func problem(
    of edition: EditionFields, _ publishes: Bool, among names: [String], at top: SourceRange
  ) -> Diagnostic? {
    let entered = EditionName.editions(among: names).filter { $0 != Output.withoutEdition }
    let (isKnown, place) = (entered.contains(edition.id), edition.$id ?? top)
    let isDown = published?.isWithdrawn == true && published?.edition == edition.id
    if publishes, isDown || names.contains(EditionName.withdrawal(of: edition.id)) {
      return .withdrawn(edition.id, at: place)
    }
    if let previous = edition.previous, !entered.contains(previous) {
      let others = entered.filter { $0 != edition.id }
      return .noPredecessor(previous, others, at: edition.$previous ?? top)
    }
    let latest = latest(among: entered)
    if edition.previous == nil, !isKnown, let last = latest?.edition ?? entered.last {
      return .noPrevious(edition.id, last, at: place)
    }
    if let later = circle(edition) { return .circle(edition.id, later, at: edition.$previous ?? top) }
    if let latest, latest.edition != edition.id {
      if isKnown { return .usedBefore(edition.id, latest, at: place) }
      if let previous = edition.previous, previous != latest.edition {
        return .notLatest(previous, latest, at: edition.$previous ?? top)
      }
    }
    return order(of: edition, isKnown: isKnown, at: top)
  }
  /// What is wrong with the days, or is another thing than this id said before.
  private func order(of edition: EditionFields, isKnown: Bool, at top: SourceRange) -> Diagnostic? {
    if let previous = edition.previous, let day = head(previous)?.date, edition.date < day {
      return .beforePredecessor(edition.date, previous, day, at: edition.$date ?? top)
    }
    guard isKnown, acceptance == nil, let own = head(edition.id), own.edition != nil else { return nil }
    if let day = own.date, day != edition.date {
      return .otherwise(edition.id, "date", day.iso, at: edition.$date ?? top)
    }
    guard own.previous != edition.previous else { return nil }
    return .otherwise(edition.id, "previous", own.previous, at: edition.$previous ?? edition.$id ?? top)
  }
  /// The edition that is published, or that a notice says is withdrawn: the next one comes after it either way.
  ///
  /// One that was withdrawn and of which the ledger has nothing cannot be compared with.
  private func latest(among entered: [String]) -> Output.Published? {
    guard let published, published.edition != Output.withoutEdition else { return nil }
    return published.isWithdrawn && !entered.contains(published.edition) ? nil : published
  }
  /// The edition before this that names this as one before it; `nil` when none does.
  private func circle(_ edition: EditionFields) -> String? {
    var (seen, next) = (Set([edition.id]), edition.previous)
    while let id = next, seen.insert(id).inserted {
      next = head(id)?.previous
      if next == edition.id { return id }
    }
    return nil
  }
  /// What the entry of an edition begins with; one that is damaged is told of by the run that reads it.
  private func head(_ id: String) -> EntryHead? {
    do throws(StageError) { return try ledger(id).map { EntryHead($0) } } catch { return nil }
  }
}
