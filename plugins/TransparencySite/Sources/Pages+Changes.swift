import Diagnostics
import Disclosure
import Figures
import Formats
import SiteKit
import StageKit
import Units

import struct Tables.FixedPoint

// What is new in this edition: a page, a feed, and a sentence for the first page.
extension SiteModel {
  func changesPage() -> Page {
    page(
      "thay-doi/index.html", "changes", title: words(.changesTitle), description: words(.changesDescription),
      crumbs: [Crumb(name: words(.changesTitle))],
      [
        "entries": .list(
          changes.map { entry in
            [
              "id": .text(entry.id), "iso": .text(entry.day), "day": .text(edition.date.vietnamese),
              "text": .text(entry.summary),
            ]
          })
      ])
  }
  func changesFeed() -> SiteFile {
    feed.atom(
      at: "thay-doi.atom", page: "thay-doi/index.html",
      title: "\(words(.changesTitle)) – \(site.title.phrase.text)", author: site.agency,
      language: SiteWords.language.rawValue, changes)
  }
  var changeSummary: String {
    guard edition.previous != nil else { return words(.changesFirstShort) }
    return words(.changesNextShort, ["count": VietnameseNumber.text(table.changes.count)])
  }

  /// The edition first, then every figure that was changed or is gone; new ones are counted.
  private var changes: [Feed.Entry] {
    let day = edition.date.iso
    let head = Feed.Entry(
      id: "lan-\(edition.id)", title: words(.changesEdition, ["edition": edition.id]), day: day,
      summary: headline)
    let told = table.changes.filter { $0.old != nil }
    return [head]
      + told.enumerated().map { index, change in
        let text = text(of: change)
        return Feed.Entry(id: "lan-\(edition.id)-\(index + 1)", title: text, day: day, summary: text)
      }
  }
  private var headline: String {
    guard let previous = edition.previous else { return words(.changesFirst, ["edition": edition.id]) }
    let next = words(.changesNext, ["edition": edition.id, "previous": previous])
    guard !table.changes.isEmpty else { return "\(next) \(words(.changesNone))" }
    let added = table.changes.count { $0.old == nil }
    return added == 0 ? next : "\(next) \(words(.changesAdded, ["count": VietnameseNumber.text(added)]))"
  }
  /// A value that is withheld now, or gone, is not told again.
  private func text(of change: FigureChange) -> String {
    guard let figure = figuresByID[change.figure], let new = change.new else {
      return words(.changesGone, ["figure": change.figure])
    }
    var values = [
      "unit": units.unit(id: figure.unit).map { fullName(of: $0) } ?? figure.unit,
      "measure": name(of: SiteMeasure(figure), under: figure.standard).lowercasedFirst,
      "day": FigureText(figure).day,
    ]
    if figure.status == .withheld { return words(.changesWithheld, values) }
    values["old"] = readable(change.old)
    values["new"] = readable(new)
    return words(.changesChanged, values)
  }
  /// A value of the ledger, `4430`, `12/3405` or `1.32%`, as people write it.
  private func readable(_ value: String?) -> String {
    guard let value, !value.isEmpty else { return words(.figureNone) }
    if value.hasSuffix("%") {
      return FixedPoint(plain: value.dropLast()).map { VietnameseNumber.percent($0) } ?? value
    }
    let parts = value.split(separator: "/").map { FixedPoint(plain: $0) }
    guard let first = parts.first, let number = first else { return value }
    guard parts.count == 2, let whole = parts[1] else { return VietnameseNumber.text(number) }
    return words(
      .figureParts, ["part": VietnameseNumber.text(number), "whole": VietnameseNumber.text(whole)])
  }
}
