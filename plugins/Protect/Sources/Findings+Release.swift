import Diagnostics
import Disclosure
import Figures
import StageKit

extension Findings {
  /// Tells the office what is withheld and why, each at its place; never a value.
  mutating func add(_ release: Release, of tables: [FigureTable]) {
    let figures = FigureTable.joined(tables).figures
    let places = Dictionary(figures.map { ($0.id, $0) }) { first, _ in first }
    func tell(_ code: String, _ id: String, _ message: Phrase) {
      let origin = places[id]?.origin
      add(code, file: origin?.file ?? "", line: origin?.start.line ?? 0, message)
    }
    for hidden in release.withheld {
      guard let figure = places[hidden.figure] else { continue }
      tell("protect.withheld", hidden.figure, .withheld(figure, hidden.reason))
    }
    for id in release.publishedBefore {
      tell(
        "protect.published-before", id,
        Phrase(
          vi: "'\(id)' bị giữ lại, nhưng một lần công bố trước đã nêu nó; ai đã đọc thì đã biết",
          en: "'\(id)' is withheld, and an earlier edition has told it; whoever read that knows it"))
    }
    for id in release.narrow {
      tell(
        "protect.narrow", id,
        Phrase(
          vi: "'\(id)' bị giữ lại, nhưng các số công khai theo luật chỉ để lại rất ít giá trị có thể",
          en: "'\(id)' is withheld, and what is public by law leaves few values that it could have"))
    }
  }
}

extension Phrase {
  fileprivate static func withheld(_ figure: Figure, _ reason: WithholdingReason) -> Phrase {
    guard reason == .noGround else {
      return Phrase(
        vi: "không công bố '\(figure.id)': \(reason.phrase.vi)",
        en: "'\(figure.id)' is withheld: \(reason.phrase.en)")
    }
    return Phrase(
      vi:
        "không công bố '\(figure.id)': không căn cứ nào bao gồm số đo '\(figure.measure)', nhóm '\(figure.group)'",
      en:
        "'\(figure.id)' is withheld: no ground covers the measure '\(figure.measure)' of the group '\(figure.group)'"
    )
  }
}
