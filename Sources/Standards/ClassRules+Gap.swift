import Diagnostics
import StageKit
import Tables

// The one band of which a pack says that the act leaves it out.
extension ClassRules {
  /// Notes a gap between lines that are not there, or whose end is not above its beginning.
  func checkLines(of gap: GapFields, _ problems: inout Diagnostics) {
    let names = lines.map(\.name)
    for (name, range) in [(gap.above, gap.$above), (gap.below, gap.$below)] {
      guard let name, !names.contains(name) else { continue }
      problems.add(.noLine(name, names, at: range))
    }
    guard let below = gap.below, let first = names.firstIndex(of: gap.above),
      let last = names.firstIndex(of: below), last <= first
    else { return }
    problems.add(.noBand(gap.above, below, at: gap.$below))
  }
}
extension GapFields {
  var gap: Gap { Gap(above: above, below: below, meaning: meaning.phrase) }
}
extension Diagnostic {
  /// Households of which no rule speaks and no gap either.
  static func gap(_ place: Phrase, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.gap",
      Phrase(
        vi: "không quy tắc nào nói về hộ \(place.vi)", en: "no rule speaks of a household \(place.en)"),
      at: range,
      hint: Phrase(
        vi: "thêm quy tắc còn thiếu; nếu chính văn bản bỏ trống cả một khoảng, nêu khoảng ấy ở gap",
        en:
          "add the rule that is lacking; where the act itself leaves out a whole band, name that band in `gap`"
      ))
  }
  /// A gap of whose households a rule speaks.
  static func needlessGap(_ found: Phrase, _ place: Phrase, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.gap",
      Phrase(
        vi: "gap nói văn bản bỏ trống khoảng này, mà có quy tắc: hộ \(place.vi) là '\(found.vi)'",
        en:
          "`gap` says that the act leaves this band out, and a rule does not: a household \(place.en) is '\(found.en)'"
      ), at: range,
      hint: Phrase(
        vi: "bỏ gap, hoặc chỉ nêu khoảng không quy tắc nào nói tới",
        en: "remove `gap`, or name just the band of which no rule speaks"))
  }
  fileprivate static func noLine(_ name: String, _ names: [String], at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.gap",
      Phrase(
        vi: "gap nêu mức '\(name)' không có trong income_lines",
        en: "`gap` names the line '\(name)', which `income_lines` does not have"), at: range,
      hint: names.suggestion(for: name))
  }
  fileprivate static func noBand(_ above: String, _ below: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.gap",
      Phrase(
        vi: "không có khoảng nào trên '\(above)' và dưới '\(below)'",
        en: "there is no band above '\(above)' and below '\(below)'"), at: range,
      hint: Phrase(
        vi: "above là mức dưới của khoảng, below là mức trên",
        en: "`above` is the line below the band, `below` the line above it"))
  }
}
