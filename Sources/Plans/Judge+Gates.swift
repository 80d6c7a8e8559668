import Diagnostics
import Figures
import Tables
import Units

// What must be so before anything is compared.
extension Judge {
  func verdict(on question: Question) -> Verdict {
    let base = base(of: question)
    if question.needsBase, base == nil {
      let result = result(of: question)
      let isWithheld = baseFigure(of: question)?.status == .withheld
      return Verdict(
        isWithheld ? .withheld : .noData,
        reason: isWithheld ? .baseWithheld : .noBase(question.target.baseline), result: result)
    }
    guard let result = result(of: question) else {
      if question.target.due > day {
        return Verdict(.notDue, reason: .notDue(question.target.due), base: base)
      }
      return Verdict(.noData, reason: noResult(of: question), base: base)
    }
    if let reason = apart(base, result, question) {
      return Verdict(.notComparable, reason: reason, result: result, base: base)
    }
    switch result.status {
    case .withheld: return Verdict(.withheld, reason: .isWithheld, result: result, base: base)
    case .notReported: return Verdict(.noData, reason: noResult(of: question), result: result, base: base)
    case .notApplicable: return Verdict(.notApplicable, reason: .nobody, result: result, base: base)
    case .value, .provisional, .revised, .estimate: break
    }
    if case .ratio(_, let whole)? = result.value, whole == 0 {
      return Verdict(.notApplicable, reason: .nobody, result: result, base: base)
    }
    guard let value = Extent(result) else {
      return Verdict(.noData, reason: noResult(of: question), result: result, base: base)
    }
    if day >= question.target.due, result.asOf < question.target.due {
      return Verdict(.noData, reason: .onlyInterim(result.asOf), result: result, base: base)
    }
    return compared(question, result, value, base)
  }

  /// The figure of the due day, or the latest of the period; nothing that speaks of a day after the edition.
  ///
  /// The code may stand for another unit by then; its figure is found all the same, so that the verdict can say why it is
  /// not compared.
  private func result(of question: Question) -> Figure? {
    let until = min(question.target.due, day)
    let after = question.target.baseline ?? Day(number: question.plan.from.number - 1)
    let versions = [question.unit, version(of: question, on: until)]
    return versions.compactMap {
      book.latest(
        $0.id, question.condition.measure, group: question.condition.group, after: after,
        until: until, standard: question.plan.standard)
    }.reduce(nil) { found, next in found.map { $0.asOf >= next.asOf ? $0 : next } ?? next }
  }
  /// The base figure of the unit as it was on that day.
  private func base(of question: Question) -> Figure? {
    // A base figure without a value is none.
    baseFigure(of: question).flatMap { Extent($0) == nil ? nil : $0 }
  }
  private func baseFigure(of question: Question) -> Figure? {
    guard let baseline = question.target.baseline else { return nil }
    return book.figure(
      version(of: question, on: baseline).id, question.condition.measure, group: question.condition.group,
      on: baseline, standard: question.plan.standard)
  }
  /// What the code of the unit stood for on a day.
  private func version(of question: Question, on day: Day) -> UnitVersion {
    units.unit(code: question.unit.code, level: question.unit.level, on: day) ?? question.unit
  }
  /// Why two figures cannot be compared; `nil` when they can.
  private func apart(_ base: Figure?, _ result: Figure, _ question: Question) -> Phrase? {
    if !result.standard.isEmpty, result.standard != question.plan.standard {
      return .otherStandard(result.standard, question.plan.standard)
    }
    if !units.isOneTerritory(question.unit.id, result.unit) { return .otherPlace }
    if [base, result].contains(where: { $0.map(question.isOfAnotherKind) ?? false }) { return .otherKind }
    guard let base else { return nil }
    if base.standard != result.standard { return .otherStandard(base.standard, result.standard) }
    if !units.isOneTerritory(base.unit, result.unit) || base.ownBoundary != result.ownBoundary {
      return .otherBoundary
    }
    return nil
  }
}

extension Question {
  /// Whether a figure is a count where a rate is asked for, or a rate where a count is.
  fileprivate func isOfAnotherKind(_ figure: Figure) -> Bool {
    switch figure.value {
    case .amount?: levelUnit.isRate
    case .ratio?, .printed?: !levelUnit.isRate
    case nil: false
    }
  }
}
extension UnitRegistry {
  /// Whether two versions are one territory: the same, or one became the other as a whole and nothing else went into it.
  func isOneTerritory(_ a: String, _ b: String) -> Bool { a == b || isRenamed(a, b) || isRenamed(b, a) }

  private func isRenamed(_ from: String, _ to: String) -> Bool {
    var here = from
    var seen: Set<String> = []
    while here != to, seen.insert(here).inserted, let unit = unit(id: here) {
      let steps = successors(of: unit)
      guard steps.count == 1, let step = steps.first, step.extent == .full, let next = self.unit(id: step.to),
        predecessors(of: next).count == 1
      else { return false }
      here = step.to
    }
    return here == to
  }
}
