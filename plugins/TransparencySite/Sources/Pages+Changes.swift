import Diagnostics
import Disclosure
import Figures
import Formats
import SiteKit
import StageKit

import struct Tables.Day

// What is new in this edition: pages, a feed, and a sentence for the first page.
extension SiteModel {
  /// The most rows of one page; what is beyond them stands on further pages.
  private static let rowLimit = 200

  /// The first page, and as many more as it takes.
  func changesPages() -> [Page] {
    let rows = changeRows
    let count = max(1, (rows.count + Self.rowLimit - 1) / Self.rowLimit)
    return (1...count).map { number in
      let start = (number - 1) * Self.rowLimit
      return changesPage(number, of: count, rows.dropFirst(start).prefix(Self.rowLimit), total: rows.count)
    }
  }
  private func changesPage(
    _ number: Int, of count: Int, _ rows: ArraySlice<ChangeRow>, total: Int
  ) -> Page {
    let isFirst = number == 1
    let title = words(.changesTitle)
    let name = isFirst ? title : words(.changesPage, ["title": title, "number": "\(number)"])
    let way = [Crumb(name: title, path: isFirst ? nil : changesPath(1).text)]
    let pages = count == 1 ? [] : (1...count).map { changesLink($0, isHere: $0 == number) }
    let left = total - rows.count
    return page(
      changesPath(number), "changes", title: name, description: words(.changesDescription),
      crumbs: way + (isFirst ? [] : [Crumb(name: "\(number)")]),
      [
        "id": .optional(isFirst ? changeID(nil) : nil), "iso": .text(edition.date.iso),
        "day": .text(edition.date.vietnamese), "text": .text(headline),
        "remarks": .list(isFirst ? changeRemarks.map { .text($0) } : []),
        "editions": .list(isFirst ? editionLines.map { .text($0) } : []),
        "verdicts": .list(rows.filter(\.isVerdict).map(\.record)),
        "units": .list(groups(of: rows.filter { !$0.isVerdict })), "pages": .list(pages),
        "more_id": .text("\(changeID(nil))-con-lai"),
        "more": .optional(isFirst && left > 0 ? words(.changesMore, ["count": numberText(left)]) : nil),
      ])
  }
  private func changesPath(_ number: Int) -> PagePath {
    PagePath(number == 1 ? "thay-doi/index.html" : "thay-doi/\(number)/index.html")
  }
  private func changesLink(_ number: Int, isHere: Bool) -> TemplateValue {
    ["number": .text("\(number)"), "url": isHere ? .nothing : .text(changesPath(number).text)]
  }
  /// The rows of one unit after another.
  private func groups(of rows: [ChangeRow]) -> [TemplateValue] {
    var groups: [(unit: String, rows: [TemplateValue])] = []
    for row in rows {
      if groups.last?.unit != row.unit { groups.append((row.unit, [])) }
      groups[groups.count - 1].rows.append(row.record)
    }
    return groups.map { ["name": .text($0.unit), "rows": .list($0.rows)] }
  }

  func changesFeed() -> SiteFile {
    let (day, rows) = (edition.date.iso, changeRows)
    let remarks = changeRemarks.map { " " + $0 }.joined()
    let head = Feed.Entry(
      id: changeID(nil), title: words(.changesEdition, ["edition": edition.id]), day: day,
      summary: headline + remarks)
    var entries = [head]
    for row in rows.prefix(Self.rowLimit) {
      entries.append(Feed.Entry(id: row.id, title: row.sentence, day: day, summary: row.summary))
    }
    if rows.count > Self.rowLimit {
      let more = words(.changesMore, ["count": numberText(rows.count - Self.rowLimit)])
      entries.append(Feed.Entry(id: "\(changeID(nil))-con-lai", title: more, day: day, summary: more))
    }
    return feed.atom(
      at: "thay-doi.atom", page: changesPath(1),
      title: "\(words(.changesTitle)) – \(site.title.phrase.text)", author: site.agency,
      language: SiteWords.language.rawValue, entries)
  }
  var changeSummary: String {
    guard let diff else { return words(.changesFirstShort) }
    let verdicts = diff.correctedVerdicts.count
    let told = words(.changesNextShort, ["count": numberText(diff.figures.count)])
    return verdicts == 0 ? told : told + " " + words(.changesNextVerdicts, ["count": numberText(verdicts)])
  }

  private var headline: String {
    guard let diff else { return words(.changesFirst, ["edition": edition.id]) }
    var parts = [words(.changesFirst, ["edition": edition.id])]
    if let previous = edition.previous {
      parts = [words(.changesNext, ["edition": edition.id, "previous": previous])]
    } else if isReissue {
      parts = [words(.changesAgain, ["edition": edition.id])]
    }
    if diff.isEmpty { parts.append(words(.changesNone)) }
    if diff.addedCount > 0 { parts.append(words(.changesAdded, ["count": numberText(diff.addedCount)])) }
    return parts.joined(separator: " ")
  }
  /// What is to be known of all changes: why they were accepted, and what was taken down before.
  private var changeRemarks: [String] {
    var remarks: [String] = []
    if isReissue, edition.previous != nil { remarks.append(words(.changesReissued)) }
    if isReissue, let old = diff.flatMap({ Day(iso: $0.old.date) }), old != edition.date {
      remarks.append(words(.changesDay, ["old": old.vietnamese, "new": edition.date.vietnamese]))
    }
    if let reason = acceptance {
      remarks.append(words(.changesAccepted, ["reason": reason.withoutStop]))
    }
    return remarks
      + table.withdrawals.map { withdrawal in
        let date = Day(iso: withdrawal.date)?.vietnamese ?? words(.figureNone)
        let values = [
          "edition": withdrawal.edition, "date": date, "reason": withdrawal.reason.text.withoutStop,
        ]
        guard let day = withdrawal.day else { return words(.changesWithdrawn, values) }
        return words(.changesWithdrawnOn, values.merging(["day": day.vietnamese]) { $1 })
      }
  }
  /// All editions, the latest first, of which nothing is told but when they were and that some were withdrawn; none where
  /// there is one alone.
  private var editionLines: [String] {
    guard table.editions.count > 1 else { return [] }
    return table.editions.map { listed in
      let head =
        listed.day.map { words(.changesListed, ["edition": listed.id, "day": $0.vietnamese]) }
        ?? words(.changesListedOnly, ["edition": listed.id])
      guard let withdrawal = listed.withdrawal else { return head }
      let reason = ["reason": withdrawal.reason.text.withoutStop]
      let down =
        withdrawal.day.map { words(.changesListedDownOn, reason.merging(["day": $0.vietnamese]) { $1 }) }
        ?? words(.changesListedDown, reason)
      return "\(head): \(down)"
    }
  }
  func changeID(_ number: Int?) -> String { "lan-\(edition.id)" + (number.map { "-\($0)" } ?? "") }
  private func numberText(_ number: Int) -> String { VietnameseNumber.text(number) }
}
