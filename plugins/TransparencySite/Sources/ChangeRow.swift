import Diagnostics
import Disclosure
import Figures
import Formats
import Plans
import SiteKit
import Units

import struct Tables.FixedPoint

/// One change as the pages and the feed tell it: a verdict or a figure that was told otherwise before.
struct ChangeRow: Sendable {
  let isVerdict: Bool
  /// The anchor on its page, which is its id in the feed too.
  let id: String
  /// The name of the unit under which it stands.
  let unit: String
  /// The cells of its row.
  let record: TemplateValue
  /// The change in a sentence, and the same with the reason.
  let sentence: String
  let summary: String
}

extension SiteModel {
  /// The verdicts that have changed, then the figures by unit; what is new is not listed.
  var changeRows: [ChangeRow] {
    guard let diff else { return [] }
    let verdicts = diff.correctedVerdicts.enumerated().map { row(of: $1, number: $0 + 1) }
    let sorted = diff.corrected.map { (unit: $0.subject.map { unitName($0.unit) } ?? "", change: $0) }
      .sorted { ($0.unit, $0.change.figure) < ($1.unit, $1.change.figure) }
    return verdicts
      + sorted.enumerated().map { index, item in
        row(of: item.change, in: item.unit, number: verdicts.count + index + 1)
      }
  }
  private func row(of change: VerdictChange, number: Int) -> ChangeRow {
    let name = { (word: String?) -> String? in
      word.map { word in VerdictWord(rawValue: word).map { self.name(of: $0) } ?? word }
    }
    let (old, new) = (name(change.old), name(change.new))
    let values = ["title": change.title.text, "unit": unitName(change.unit)]
    let sentence: String
    switch (old, new) {
    case (nil, let new?) where change.hidesOld:
      sentence = words(.changesVerdictUntold, values.merging(["new": new]) { $1 })
    case (let old?, let new?) where old == new:
      sentence = words(.changesVerdictAsks, values.merging(["new": new]) { $1 })
    case (let old?, let new?):
      sentence = words(.changesVerdict, values.merging(["old": old, "new": new]) { $1 })
    default: sentence = words(.changesVerdictGone, values)
    }
    return ChangeRow(
      isVerdict: true, id: changeID(number), unit: unitName(change.unit),
      record: [
        "id": .text(changeID(number)), "title": .text(change.title.text),
        "unit": .text(unitName(change.unit)), "url": .optional(path(ofTarget: change.target)),
        "old": .text(old ?? words(change.hidesOld ? .changesVerdictNotTold : .figureNone)),
        "new": .text(new ?? words(.figureNone)),
        "reason": .text(reason(change.reason)),
      ], sentence: sentence,
      summary: "\(sentence) \(words(.changesReason, ["reason": reason(change.reason)]))"
    )
  }
  private func row(of change: FigureChange, in unit: String, number: Int) -> ChangeRow {
    let subject = change.subject
    let measure = subject.map { subject in
      changedName(subject)
    }
    let day = subject?.asOf.vietnamese ?? ""
    let (old, new) = (oldText(change), newText(change))
    let sentence = sentence(
      of: change,
      ["unit": unit, "measure": (measure ?? "").lowercasedFirst, "day": day, "old": old, "new": new])
    return ChangeRow(
      isVerdict: false, id: changeID(number), unit: unit.isEmpty ? words(.changesElsewhere) : unit,
      record: [
        "id": .text(changeID(number)), "measure": .text(measure ?? change.figure),
        "iso": .optional(subject?.asOf.iso), "day": .text(day), "old": .text(old), "new": .text(new),
        "reason": .text(reason(change.reason)),
      ], sentence: sentence,
      summary: "\(sentence) \(words(.changesReason, ["reason": reason(change.reason)]))"
    )
  }
  /// What a measure is called; of one that has no name now, as the edition that told of it called it, with its id.
  private func changedName(_ subject: FigureSubject) -> String {
    let name = name(of: SiteMeasure(subject.measure, group: subject.group), under: subject.standard)
    guard measureName(subject.measure, under: subject.standard) == subject.measure,
      let told = diff?.measureName(subject.measure)
    else { return name }
    return "\(told.text) (\(name))"
  }
  /// The value before; what is gone or withheld now is not told again, only that it was published.
  private func oldText(_ change: FigureChange) -> String {
    if change.kind != .removed, let old = change.old { return readable(old, of: change.subject?.measure) }
    switch change.statuses.old {
    case nil, .notReported, .notApplicable: return words(.figureNone)
    case .withheld: return words(.changesWasWithheld)
    case .value, .provisional, .revised, .estimate: return words(.changesNotTold)
    }
  }
  /// The value now, or what became of it.
  private func newText(_ change: FigureChange) -> String {
    if let new = change.new { return readable(new, of: change.subject?.measure) }
    switch change.statuses.new {
    case nil: return words(.changesDropped)
    case .withheld: return words(.changesKeptBack)
    default: return words(.figureNone)
    }
  }
  private func sentence(of change: FigureChange, _ values: [String: String]) -> String {
    guard change.subject != nil else { return words(.changesGone, ["figure": change.figure]) }
    switch change.kind {
    case .withheld: return words(.changesWithheld, values)
    case .removed: return words(.changesRemoved, values)
    case .released: return words(.changesReleased, values)
    case .revised where change.old == nil && change.wasTold:
      return words(.changesUntold, values)
    case .revised, .added: return words(.changesChanged, values)
    }
  }
  private func reason(_ phrase: Phrase?) -> String {
    phrase?.text.withoutStop ?? words(.changesNoReason)
  }
  /// The name of a unit; of one that the register does not know, as the edition that told of it called it, with its id.
  private func unitName(_ id: String) -> String {
    if let unit = units.unit(id: id) { return fullName(of: unit) }
    return diff?.unitName(id).map { "\($0) (\(id))" } ?? id
  }
  /// The page of a target, `plan/target`; `nil` when there is none.
  private func path(ofTarget name: String) -> String? {
    for plan in plans {
      for verdict in plan.targets where "\(plan.plan.id)/\(verdict.target.id)" == name {
        return path(of: verdict.target, in: plan.plan).text
      }
    }
    return nil
  }
  /// A value of the ledger, `4430`, `12/3405` or `1.32%`, as people write it.
  private func readable(_ value: String?, of measure: String?) -> String {
    guard let value, !value.isEmpty else { return words(.figureNone) }
    if value.hasSuffix("%") {
      return FixedPoint(plain: value.dropLast()).map { VietnameseNumber.percent($0) } ?? value
    }
    let parts = value.split(separator: "/").map { FixedPoint(plain: $0) }
    guard let first = parts.first, let number = first else { return value }
    guard parts.count == 2, let whole = parts[1] else { return VietnameseNumber.text(number) }
    return words(
      SiteMeasure(measure ?? "").partsWord,
      ["part": VietnameseNumber.text(number), "whole": VietnameseNumber.text(whole)])
  }
}

extension String {
  /// The same without a full stop at its end, to stand inside a sentence.
  var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
