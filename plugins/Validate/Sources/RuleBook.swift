import Diagnostics
import Expressions
import StageKit
import Tables

/// What is told of a rule.
struct Rule: Sendable {
  let id: String
  let severity: Severity
  let place: SourceRange?
  let legal: Phrase?
  let message: Phrase?
  /// What to do, told after the rule's own message.
  let remedy: Phrase?
  /// Whether it looks at some rows only.
  let isLimited: Bool

  /// The words of a fault: the rule, what is wrong, what to do, and by what law.
  ///
  /// A message of the rule's own cannot show the cell that it is about, which is told besides.
  func phrase(_ fault: Fault, cell: Phrase? = nil) -> Phrase {
    let own = fault.isOwn ? message : nil
    let shown = fault.besides ?? (own == nil ? nil : cell)
    func words(_ language: Language) -> String {
      let besides = shown.map { " (\($0(language)))" } ?? ""
      let said = (own ?? fault.what)(language) + besides
      let mend = (own == nil ? fault.mend : remedy).map { "; \($0(language))" } ?? ""
      let basis = language == .vi ? "căn cứ" : "legal basis"
      return "\(id): \(said)\(mend)" + (legal.map { " [\(basis): \($0(language))]" } ?? "")
    }
    return Phrase(vi: words(.vi), en: words(.en))
  }
}

/// Rules made ready for the columns of a batch: a flat list of checks.
struct RuleBook: Sendable {
  /// One thing that one rule asks, of the rows where a condition holds.
  struct Entry: Sendable {
    let rule: Int
    var check: any Check
    let condition: Int?
  }
  /// The rows of a batch that fail one entry.
  private struct Failure {
    let entry: Int
    let rows: Bitmap
    let isOverflow: Bool
  }
  var rules: [Rule] = []
  var entries: [Entry] = []
  /// Each condition once, however many rules have it.
  var conditions: [TypedExpression] = []
  var keys: [Key] = []
  let names: Names

  init(_ input: Schema) { names = Names(fields: input.fields) }

  /// The same rules with the side tables that they look into.
  func prepared(_ tables: [Table]) -> RuleBook {
    var copy = self
    for index in entries.indices { copy.entries[index].check = entries[index].check.prepared(tables) }
    return copy
  }

  /// Keeps the rows that break no rule, and tells of the others; counts how many rows each rule has looked at.
  func run(_ batch: Batch, _ keys: BatchKeys, _ findings: inout Findings) -> Batch {
    let held = conditions.map { $0.evaluate(batch) }.map { found -> (rows: Bitmap, overflow: Bitmap?) in
      guard case .bool(let answers) = found.column else { return (Bitmap(count: batch.count), nil) }
      return (answers.isTrue, found.overflow)
    }
    var seen = Array(repeating: 0, count: rules.count)
    var failures: [Failure] = []
    for (index, entry) in entries.enumerated() {
      let judged = entry.check.judge(batch, keys)
      let limit = entry.condition.map { held[$0].rows }
      seen[entry.rule] += both(judged.seen, limit)?.trueCount ?? batch.count
      for (rows, isOverflow) in [
        (judged.failed.limited(to: limit), false), (judged.overflow.limited(to: limit), true),
        (entry.condition.flatMap { held[$0].overflow }, true),
      ] {
        if let rows { failures.append(Failure(entry: index, rows: rows, isOverflow: isOverflow)) }
      }
    }
    findings.tally(seen)
    return failures.isEmpty ? batch : told(failures, batch, keys, &findings)
  }

  /// Tells of failures row by row, so that their order does not depend on how rows are cut into batches.
  private func told(
    _ failures: [Failure], _ batch: Batch, _ keys: BatchKeys, _ findings: inout Findings
  ) -> Batch {
    let all = failures.dropFirst().reduce(failures[0].rows) { $0 | $1.rows }
    var kept = Bitmap(repeating: true, count: batch.count)
    for row in all.rows {
      for failure in failures where failure.rows[row] {
        let entry = entries[failure.entry]
        let rule = rules[entry.rule]
        let isRejected = failure.isOverflow || rule.severity == .error
        if isRejected { kept[row] = false }
        if failure.isOverflow {
          findings.reject("validate.overflow", row: row, of: batch, rule.phrase(.overflow))
          continue
        }
        let fault = entry.check.fault(row, batch, keys, names)
        let place = entry.check.column ?? fault.column
        let (column, cell) = (place.map(names.name), place.flatMap { names.cell($0, row, batch) })
        let words = rule.phrase(fault, cell: cell)
        if isRejected {
          findings.reject(fault.code, row: row, of: batch, column: column, words)
        } else {
          findings.add(fault.code, row: row, of: batch, column: column, words)
        }
      }
    }
    return batch.keeping(kept)
  }

  /// Tells of rules that have looked at no row, of which it would otherwise be thought that no row breaks them.
  func tellIdle(_ done: StepFindings, _ findings: inout Findings) {
    guard done.rowsIn > 0 else { return }
    for (index, rule) in rules.enumerated() {
      guard !done.tallies.indices.contains(index) || done.tallies[index] == 0 else { continue }
      let why =
        rule.isLimited
        ? Phrase(
          vi: "điều kiện 'when' không đúng, hoặc cột cần xét bị thiếu, ở mọi dòng",
          en: "'when' does not hold, or the column is missing, in every row")
        : Phrase(vi: "cột cần xét bị thiếu ở mọi dòng", en: "the column is missing in every row")
      findings.add(
        "validate.idle-rule", file: rule.place?.file ?? "", line: rule.place?.start.line ?? 0,
        Phrase(
          vi: "quy tắc '\(rule.id)' không xét dòng nào: \(why.vi)",
          en: "the rule '\(rule.id)' has looked at no row: \(why.en)"))
    }
  }
}
extension Fault {
  fileprivate static let overflow = Fault(
    code: "validate.overflow",
    what: Phrase(
      vi: "một số trong điều kiện vượt quá 64 bit nên không kết luận được",
      en: "a number in the condition does not fit in 64 bits, so nothing can be said"),
    mend: .compareWithForm, isOwn: false)
}
