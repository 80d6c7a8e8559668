import Diagnostics
import Disclosure
import StageKit
import Tables

extension Reporter {
  /// Says the changes: verdicts first, then figures by unit, then how many there are; for programs one a line.
  func say(_ diff: EditionDiff) {
    guard common.format == .text else {
      for verdict in diff.verdicts { say(Phrase(same: ""), json: diff.json(of: verdict)) }
      for figure in diff.figures { say(Phrase(same: ""), json: diff.json(of: figure)) }
      return say(Phrase(same: ""), json: diff.summary)
    }
    for line in diff.lines(IndicatorNames()) { say(line, json: .null) }
  }
}

extension EditionDiff {
  /// The changes in lines of text.
  fileprivate func lines(_ indicators: IndicatorNames) -> [Phrase] {
    var lines = [
      Phrase(vi: "\(old.shown.vi) → \(new.shown.vi)", en: "\(old.shown.en) → \(new.shown.en)")
    ]
    if let acceptance {
      lines.append(Phrase(vi: "lý do chung: \(acceptance)", en: "reason for all: \(acceptance)"))
    }
    if !correctedVerdicts.isEmpty { lines.append(Phrase(vi: "đánh giá:", en: "verdicts:")) }
    lines += correctedVerdicts.map { change in
      change.line.because(change.reason)
    }
    var unit: String?
    for change in corrected.sorted(by: { ($0.unit, $0.figure) < ($1.unit, $1.figure) }) {
      if change.unit != unit {
        lines.append(Phrase(same: "\(unitName(change.unit)?.beside(change.unit) ?? change.unit):"))
      }
      unit = change.unit
      let name = change.subject.flatMap { measureName($0.measure) ?? indicators.name(of: $0) }
      lines.append(change.line(name).because(change.reason))
    }
    return lines + [total]
  }
  private var total: Phrase {
    let (changed, verdictCount) = (corrected.count, correctedVerdicts.count)
    return Phrase(
      vi:
        "\(verdictCount.grouped(.vi)) đánh giá và \(changed.grouped(.vi)) số liệu thay đổi; \(addedCount.grouped(.vi)) số liệu mới",
      en:
        "\(verdictCount.english("verdict", "verdicts")) and \(changed.english("figure", "figures")) changed; \(addedCount.grouped(.en)) new"
    )
  }
  fileprivate var summary: JSON {
    [
      "old": old.json, "new": new.json, "acceptance": acceptance.map { .string($0) } ?? .null,
      "verdicts": .integer(verdicts.count), "figures": .integer(corrected.count),
      "new_figures": .integer(addedCount),
    ]
  }
}
extension EditionDiff.Edition {
  fileprivate var shown: Phrase {
    guard let day = Day(iso: date) else { return Phrase(same: "'\(id)'") }
    return Phrase(vi: "'\(id)' (\(day.vietnamese))", en: "'\(id)' (\(date))")
  }
}
extension VerdictChange {
  /// The target by its name and its id, and its word before and now.
  fileprivate var line: Phrase {
    let (old, new) = words
    return Phrase(
      vi: "  \(title.vi) (\(target)): \(old?.vi ?? "không có") → \(new?.vi ?? "đã bỏ")",
      en: "  \(title.en) (\(target)): \(old?.en ?? "none") → \(new?.en ?? "removed")")
  }
}
extension FigureChange {
  fileprivate var unit: String { subject?.unit ?? "?" }
  /// What it speaks of, its value before and now, and what became of it.
  fileprivate func line(_ name: Phrase?) -> Phrase {
    let (old, new) = words
    func told(_ name: String?, _ carried: String, _ day: (Day) -> String) -> String {
      guard let subject else { return figure }
      let group = subject.group == "all" ? "" : ", \(subject.group)"
      let id = name.map { "\($0) (\(subject.measure)\(group))" } ?? subject.measure + group
      return "\(id)\(isCarried ? carried : "") \(day(subject.asOf))"
    }
    let (vi, en) = (
      told(name?.vi, ", số quy về đơn vị này,", \.vietnamese),
      told(name?.en, ", carried over to this unit,", \.iso)
    )
    return Phrase(
      vi: "  \(vi): \(old.vi) → \(new.vi) [\(kind.words.vi)]",
      en: "  \(en): \(old.en) → \(new.en) [\(kind.words.en)]")
  }
}
extension String {
  /// A name with the id it goes with.
  fileprivate func beside(_ id: String) -> String { "\(self) (\(id))" }
}
extension Phrase {
  fileprivate func because(_ reason: Phrase?) -> Phrase {
    guard let reason else { return self }
    return Phrase(vi: "\(vi) — \(reason.vi)", en: "\(en) — \(reason.en)")
  }
}
