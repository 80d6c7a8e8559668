import Diagnostics
import Tables
import Units

// Targets for the places on a list.
extension Judge {
  /// Why there is no result: for a group `places:…` also what the register does not know of the list.
  func noResult(of question: Question) -> Phrase {
    let prefix = "places:"
    let group = question.condition.group
    guard group.hasPrefix(prefix),
      let reason = units.lists.reason(
        against: String(group.dropFirst(prefix.count)), on: min(question.target.due, day))
    else { return .noResult }
    return Phrase(
      vi: "\(Phrase.noResult.vi); \(reason.vi)", en: "\(Phrase.noResult.en); \(reason.en)")
  }
}
