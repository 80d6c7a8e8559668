import Diagnostics
import StageKit

// Whether the reasons that a pipeline declares are of use.
extension EditionFields {
  /// Warns of each of `corrections` that fits no change, with the names in it that neither edition knows.
  ///
  /// - Parameters:
  ///   - diff: What has changed; `nil` when there is nothing to compare with.
  ///   - ledgers: The entries whose names are known.
  /// - Returns: The warnings, each at its reason.
  func unusedCorrections(_ diff: EditionDiff?, _ ledgers: [Ledger]) -> Diagnostics {
    var warnings = Diagnostics()
    let known = KnownNames(ledgers)
    for (index, fields) in (corrections ?? []).enumerated() {
      let correction = Correction(fields)
      let isUsed =
        diff.map { diff in
          diff.corrected.contains { correction.covers($0.figure, $0.subject) }
            || diff.verdicts.contains { correction.covers(target: $0.target) }
        } ?? false
      let unknown = known.unknown(in: fields)
      if !isUsed || !unknown.isEmpty { warnings.add(.unused(index + 1, isUsed, unknown, fields)) }
    }
    return warnings
  }
}

/// The names that figures and verdicts of some editions have.
private struct KnownNames {
  private var figures: Set<String> = []
  private var units: Set<String> = []
  private var measures: Set<String> = []
  private var groups: Set<String> = []
  private var targets: Set<String> = []

  init(_ ledgers: [Ledger]) {
    for ledger in ledgers {
      for (id, figure) in ledger.figures {
        figures.insert(id)
        guard let subject = figure.subject else { continue }
        units.formUnion([subject.unit, String(subject.unit.prefix { $0 != "@" })])
        measures.insert(subject.measure)
        groups.insert(subject.group)
      }
      targets.formUnion(ledger.verdicts.keys)
    }
  }
  /// The names in one reason that are not among them, in the order written.
  func unknown(in fields: CorrectionFields) -> [String] {
    let lists = [
      (fields.figures, figures), (fields.units, units), (fields.measures, measures),
      (fields.groups, groups), (fields.targets, targets),
    ]
    return lists.flatMap { names, known in
      (names ?? []).filter { name in !known.contains { name.covers($0) } }
    }
  }
}

extension Diagnostic {
  fileprivate static func unused(
    _ number: Int, _ isUsed: Bool, _ unknown: [String], _ fields: CorrectionFields
  ) -> Diagnostic {
    let names = unknown.map { "'\($0)'" }.joined(separator: ", ")
    let none = Phrase(vi: " không ứng với thay đổi nào", en: " fits no change")
    let strange = Phrase(
      vi: " nêu \(names), không có trong hai lần công bố", en: " names \(names), which neither edition has")
    let parts = (isUsed ? [] : [none]) + (unknown.isEmpty ? [] : [strange])
    return Diagnostic(
      "edition.correction-unused",
      Phrase(
        vi: "lý do thứ \(number) trong corrections" + parts.map(\.vi).joined(separator: ", và"),
        en: "reason number \(number) of `corrections`" + parts.map(\.en).joined(separator: ", and")),
      at: fields.$reason,
      hint: Phrase(
        vi: "xem office/changes.csv để biết mã của đơn vị, số đo, chỉ tiêu đã đổi; sửa hoặc bỏ lý do này",
        en: "office/changes.csv has the names of what has changed; mend this reason or leave it out"),
      severity: .warning)
  }
}
