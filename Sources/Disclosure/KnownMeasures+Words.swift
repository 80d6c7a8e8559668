import Diagnostics
import Figures

extension KnownMeasures {
  /// What each is called, as the theme that the program brings has it.
  static let words: [String: Phrase] = Dictionary(
    formulas.filter { all.contains($0.id) }.map { ($0.id, $0.name) }
  ) { first, _ in first }
}
extension Ledger {
  /// The titles of targets by the measure of the figure they were judged on, for measures without a name of their own.
  var lentTitles: [String: Phrase] {
    let asked = verdicts.values.sorted { $0.target < $1.target }.compactMap { verdict -> (String, Phrase)? in
      guard let figure = verdict.result ?? verdict.base, let measure = subjects[figure]?.measure else {
        return nil
      }
      return (measure, verdict.title)
    }
    return Dictionary(asked) { first, _ in first }
  }
}
