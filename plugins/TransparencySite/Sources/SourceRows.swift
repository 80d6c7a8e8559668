import Figures
import Formats
import SiteKit

import struct Tables.Day

/// The table of sources of one page: a row a figure, newest first, and the anchors of the rows.
struct SourceRows {
  let figures: [Figure]
  /// The anchor of each figure, by its id.
  let anchors: [String: String]
  /// Whether older figures were left out.
  let isCut: Bool

  /// The rows of some figures, of which a page may have `limit`; older days are left out whole.
  init(_ all: [Figure], limit: Int = 40) {
    var seen: Set<String> = []
    let sorted = all.filter { seen.insert($0.id).inserted }.sorted(by: Self.isBefore)
    let cut = sorted.count > limit ? sorted[limit].asOf : nil
    let kept = sorted.filter { figure in cut.map { figure.asOf > $0 } ?? true }
    // One day with more figures than the limit is shown whole: its numbers need their sources.
    figures = kept.isEmpty ? sorted.filter { $0.asOf == sorted.first?.asOf } : kept
    isCut = figures.count < sorted.count
    var taken: [String: Int] = [:]
    var anchors: [String: String] = [:]
    for figure in figures {
      let name = figure.anchor
      taken[name, default: 0] += 1
      let count = taken[name] ?? 1
      anchors[figure.id] = count == 1 ? name : "\(name)-\(count)"
    }
    self.anchors = anchors
  }
  private static func isBefore(_ a: Figure, _ b: Figure) -> Bool {
    if a.asOf != b.asOf { return a.asOf > b.asOf }
    let (x, y) = (SiteMeasure(a), SiteMeasure(b))
    if x != y { return SiteMeasure.isBefore(x, y) }
    return (a.precedence, a.standard, a.id) < (b.precedence, b.standard, b.id)
  }
}

extension Figure {
  /// What its row is called in addresses: measure, day, and the group when it is not all.
  fileprivate var anchor: String {
    let name = "\(measure)-\(asOf.iso)" + (group == "all" ? "" : "-\(group)")
    return String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) ? $0 : "-" })
  }
}

extension SiteModel {
  /// The rows as the template `_sources` takes them; `others` are the ids of figures shown as another source.
  func records(_ rows: SourceRows, others: Set<String>) -> TemplateValue {
    .list(
      rows.figures.map { figure in
        var fields = cell(figure)
        let text = FigureText(figure)
        fields["anchor"] = .optional(rows.anchors[figure.id])
        fields["measure"] = .text(name(of: SiteMeasure(figure)))
        fields["iso"] = .text(text.isoDay)
        fields["day"] = .text(text.day)
        fields["parts"] = .optional(
          text.parts.map { words(.figureParts, ["part": $0.part, "whole": $0.whole]) })
        fields["grade"] = .optional(words.named("grade", figure.grade.rawValue))
        fields["standard"] = .text(standardName(figure.standard))
        fields["source"] = .text(figure.source.title)
        fields["source_url"] = figure.source.title.isAddress ? .text(figure.source.title) : .nothing
        fields["decision"] = .text(figure.source.decision)
        fields["place"] = .text(figure.source.place)
        fields["note"] = .text(figure.note)
        fields["other"] = .flag(others.contains(figure.id))
        return .record(fields)
      })
  }
}
extension String {
  /// Whether it is the address of a page, and nothing but.
  var isAddress: Bool { (hasPrefix("https://") || hasPrefix("http://")) && !contains(" ") }
}
