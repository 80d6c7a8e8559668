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
  /// The rows as the template `_sources` takes them: figures of one day and one source share a row.
  ///
  /// `others` are the ids of figures shown as another source.
  func records(_ rows: SourceRows, others: Set<String>) -> TemplateValue {
    var order: [SourceKey] = []
    var groups: [SourceKey: [Figure]] = [:]
    for figure in rows.figures {
      let key = SourceKey(figure, isOther: others.contains(figure.id))
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(figure)
    }
    return .list(
      order.sorted { $0.day > $1.day }.map { key in
        let values = (groups[key] ?? []).map { TemplateValue.record(value($0, rows.anchors)) }
        return [
          "iso": .text(key.day.iso), "day": .text(key.day.vietnamese), "values": .list(values),
          "grade": .optional(words.named("grade", key.grade.rawValue)),
          "standard": .text(standardName(key.standard)), "source": .text(key.source.title),
          "source_url": key.source.title.isAddress ? .text(key.source.title) : .nothing,
          "decision": .text(key.source.decision), "place": .text(key.source.place),
          "note": .text(key.note), "other": .flag(key.isOther),
        ]
      })
  }
  private func value(_ figure: Figure, _ anchors: [String: String]) -> [String: TemplateValue] {
    let parts = FigureText(figure).parts
    var fields = cell(figure)
    fields["anchor"] = .optional(anchors[figure.id])
    fields["measure"] = .text(name(of: SiteMeasure(figure)))
    fields["parts"] = .optional(parts.map { words(.figureParts, ["part": $0.part, "whole": $0.whole]) })
    return fields
  }
}

/// What the figures of one row of the table of sources have in common.
private struct SourceKey: Hashable {
  let day: Day
  let grade: Figure.Grade
  let standard: String
  let source: Figure.Source
  let note: String
  let isOther: Bool
  init(_ figure: Figure, isOther: Bool) {
    (day, grade, standard) = (figure.asOf, figure.grade, figure.standard)
    (source, note, self.isOther) = (figure.source, figure.note, isOther)
  }
}

extension String {
  /// Whether it is the address of a page, and nothing but.
  var isAddress: Bool { (hasPrefix("https://") || hasPrefix("http://")) && !contains(" ") }
}
