import Diagnostics
import Figures
import Plans
import StageKit

import struct Tables.Day

extension Findings {
  /// Notes the figures that speak of a day after that of the edition; no verdict uses them.
  mutating func tell(_ figures: [Figure], after day: Day, at place: SourceRange?) {
    for figure in figures where figure.asOf > day {
      add(
        "track.after-edition", file: place?.file ?? "", line: place?.start.line ?? 0,
        Phrase(
          vi:
            "số liệu '\(figure.id)' nói về ngày \(figure.asOf.iso), sau ngày công bố \(day.iso), nên không đánh giá nào dùng nó",
          en:
            "the figure '\(figure.id)' speaks of \(figure.asOf.iso), after the edition of \(day.iso), so that no verdict uses it"
        ))
    }
  }
}
extension Diagnostic {
  static func contradiction(_ found: Plan.Contradiction) -> Diagnostic {
    Diagnostic(
      "track.contradiction",
      Phrase(
        vi: "kế hoạch tự mâu thuẫn: \(found.text.vi)", en: "the plan contradicts itself: \(found.text.en)"),
      at: found.range,
      hint: Phrase(
        vi: "đối chiếu lại với văn bản; nếu văn bản viết thế thì để nguyên",
        en: "look at the document again; when it says so, leave it"),
      notes: found.other.map {
        [Diagnostic.Note(Phrase(vi: "chỉ tiêu kia ở đây", en: "the other target is here"), at: $0)]
      } ?? [], severity: .warning)
  }
}
