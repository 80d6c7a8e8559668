import Diagnostics
import Formats
import StageKit
import Tables

/// Why some figures or verdicts were changed, as the pipeline says.
struct Correction: Sendable, Hashable {
  private var figures: [String]?
  private var units: [String]?
  private var measures: [String]?
  private var groups: [String]?
  private var asOf: String?
  private var targets: [String]?
  let reason: Phrase

  init(_ fields: CorrectionFields) {
    (figures, units, measures) = (fields.figures, fields.units, fields.measures)
    (groups, targets, asOf) = (fields.groups, fields.targets, fields.asOf?.iso)
    reason = fields.reason.phrase
  }
  /// Whether it speaks of a figure.
  ///
  /// One that names targets alone speaks of no figure.
  func covers(_ id: String, _ subject: FigureSubject?) -> Bool {
    let onlyTargets =
      targets != nil && [figures, units, measures, groups].allSatisfy { $0 == nil } && asOf == nil
    guard !onlyTargets, fits(figures, [id]) else { return false }
    guard let subject else { return [units, measures, groups].allSatisfy { $0 == nil } && asOf == nil }
    let code = String(subject.unit.prefix { $0 != "@" })
    return fits(units, [subject.unit, code]) && fits(measures, [subject.measure])
      && fits(groups, [subject.group]) && (asOf == nil || asOf == subject.asOf.iso)
  }
  /// Whether it speaks of a verdict: only one that names targets does.
  func covers(target: String) -> Bool { targets != nil && fits(targets, [target]) }

  private func fits(_ names: [String]?, _ found: [String]) -> Bool {
    guard let names else { return true }
    return names.contains { name in
      name.hasSuffix("*")
        ? found.contains { $0.hasPrefix(name.dropLast()) } : found.contains(name)
    }
  }
}

// Its place in the ledger.
extension Correction {
  func write(to writer: inout JSONWriter) {
    writer.object { out in
      for (name, list) in lists {
        guard let list else { continue }
        out.name(name)
        out.array { items in for item in list { items.value(item) } }
      }
      if let asOf { out.member("as_of", asOf) }
      out.member("reason_vi", reason.vi)
      out.member("reason_en", reason.en)
    }
  }
  private var lists: [(name: String, list: [String]?)] {
    [
      ("figures", figures), ("units", units), ("measures", measures), ("groups", groups),
      ("targets", targets),
    ]
  }
  init(_ line: JSON) {
    func list(_ name: String) -> [String]? { line[name]?.items?.compactMap(\.text) }
    (figures, units, measures) = (list("figures"), list("units"), list("measures"))
    (groups, targets, asOf) = (list("groups"), list("targets"), line["as_of"]?.text)
    reason = Phrase(vi: line["reason_vi"]?.text ?? "", en: line["reason_en"]?.text ?? "")
  }
}
