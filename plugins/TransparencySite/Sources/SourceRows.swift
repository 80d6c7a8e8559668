import Figures
import Formats
import SiteKit

import struct Tables.Day

/// The table of sources of one page: a row for the figures of one day and one source, newest first.
struct SourceRows {
  /// A row.
  struct Row {
    fileprivate let key: SourceKey
    /// The figures it names, each with its anchor.
    fileprivate var figures: [Figure] = []
    /// How many figures it stands for besides.
    fileprivate var more = 0
    /// The anchor of the row, for the figures it does not name.
    fileprivate let anchor: String
  }
  let rows: [Row]
  /// The figures that are named.
  let figures: [Figure]
  /// The anchor of each figure, by its id: its own, or that of its row.
  let anchors: [String: String]
  /// Whether older figures were left out.
  let isCut: Bool

  /// The rows of some figures, of which a page may name `limit`; older days are left out whole.
  ///
  /// `others` are shown as another source. Of figures that are `counted` a row says only how many there are: those with a
  /// value, for a number that is not told needs no source.
  init(
    _ all: [Figure], others: [Figure], limit: Int = 40, counted isCounted: (Figure) -> Bool = { _ in false }
  ) {
    let others = Set(others.map(\.id))
    var seen: Set<String> = []
    let sorted = all.filter { seen.insert($0.id).inserted }.sorted(by: Self.isBefore)
    let named = sorted.filter { others.contains($0.id) || !isCounted($0) }
    let cut = named.count > limit ? named[limit].asOf : nil
    let kept = named.filter { figure in cut.map { figure.asOf > $0 } ?? true }
    // One day with more figures than the limit is shown whole: its numbers need their sources.
    figures = kept.isEmpty ? named.filter { $0.asOf == named.first?.asOf } : kept
    isCut = figures.count < named.count
    let first = isCut ? figures.last?.asOf : nil
    let counted = sorted.filter { figure in
      !others.contains(figure.id) && isCounted(figure) && figure.value != nil
        && first.map { figure.asOf >= $0 } ?? true
    }
    (rows, anchors) = Self.rows(figures, counted, others)
  }
  private static func rows(
    _ named: [Figure], _ counted: [Figure], _ others: Set<String>
  ) -> (rows: [Row], anchors: [String: String]) {
    var rows: [Row] = []
    var places: [SourceKey: Int] = [:]
    var anchors: [String: String] = [:]
    var taken: [String: Int] = [:]
    func free(_ name: String) -> String {
      let count = (taken[name] ?? 0) + 1
      taken[name] = count
      return count == 1 ? name : "\(name)-\(count)"
    }
    func place(of figure: Figure) -> Int {
      let key = SourceKey(figure, isOther: others.contains(figure.id))
      if let place = places[key] { return place }
      places[key] = rows.count
      rows.append(Row(key: key, anchor: free("nguon-\(figure.asOf.iso)")))
      return rows.count - 1
    }
    for figure in named {
      let place = place(of: figure)
      rows[place].figures.append(figure)
      anchors[figure.id] = free(figure.anchor)
    }
    for figure in counted {
      let place = place(of: figure)
      rows[place].more += 1
      anchors[figure.id] = rows[place].anchor
    }
    let order = rows.indices.sorted { (rows[$1].key.day, $0) < (rows[$0].key.day, $1) }
    return (order.map { rows[$0] }, anchors)
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
  /// The rows as the template `_sources` takes them.
  func records(_ sources: SourceRows) -> TemplateValue {
    .list(
      sources.rows.map { row in
        let key = row.key
        let more = row.more == 0 ? nil : words(.figureMore, ["count": VietnameseNumber.text(row.more)])
        return [
          "iso": .text(key.day.iso), "day": .text(key.day.vietnamese),
          "anchor": .optional(more.map { _ in row.anchor }), "more": .optional(more),
          "values": .list(row.figures.map { .record(value($0, sources.anchors)) }),
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
    fields["measure"] = .text(name(of: SiteMeasure(figure), under: figure.standard))
    let word = SiteMeasure(figure).partsWord
    fields["parts"] = .optional(parts.map { words(word, ["part": $0.part, "whole": $0.whole]) })
    return fields
  }
}

/// What the figures of one row of the table of sources have in common.
struct SourceKey: Hashable {
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
