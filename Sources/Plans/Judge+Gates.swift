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
      return Verdict(.noData, reason: .noBase(question.target.baseline), result: result)
    }
    guard let result = result(of: question) else {
      if question.target.due > day {
        return Verdict(.notDue, reason: .notDue(question.target.due), base: base)
      }
      return Verdict(.noData, reason: .noResult, base: base)
    }
    if let reason = apart(base, result, question) {
      return Verdict(.notComparable, reason: reason, result: result, base: base)
    }
    switch result.status {
    case .withheld: return Verdict(.withheld, reason: .isWithheld, result: result, base: base)
    case .notReported: return Verdict(.noData, reason: .noResult, result: result, base: base)
    case .notApplicable: return Verdict(.notApplicable, reason: .nobody, result: result, base: base)
    case .value, .provisional, .revised, .estimate: break
    }
    if case .ratio(_, let whole)? = result.value, whole == 0 {
      return Verdict(.notApplicable, reason: .nobody, result: result, base: base)
    }
    guard let value = Extent(result) else {
      return Verdict(.noData, reason: .noResult, result: result, base: base)
    }
    if day >= question.target.due, result.asOf < question.target.due {
      return Verdict(.noData, reason: .onlyInterim(result.asOf), result: result, base: base)
    }
    return compared(question, result, value, base)
  }

  /// The figure of the due day, or the latest of the period; nothing that speaks of a day after the edition.
  private func result(of question: Question) -> Figure? {
    let until = min(question.target.due, day)
    let after = question.target.baseline ?? Day(number: question.plan.from.number - 1)
    return book.latest(
      question.unit.id, question.condition.measure, group: question.condition.group, after: after,
      until: until, standard: question.plan.standard)
  }
  /// The base figure of the unit as it was on that day.
  private func base(of question: Question) -> Figure? {
    guard let baseline = question.target.baseline else { return nil }
    let then =
      units.unit(code: question.unit.code, level: question.unit.level, on: baseline) ?? question.unit
    let found = book.figure(
      then.id, question.condition.measure, group: question.condition.group, on: baseline,
      standard: question.plan.standard)
    // A base figure without a value is none.
    return found.flatMap { Extent($0) == nil ? nil : $0 }
  }
  /// Why two figures cannot be compared; `nil` when they can.
  private func apart(_ base: Figure?, _ result: Figure, _ question: Question) -> Phrase? {
    if !result.standard.isEmpty, result.standard != question.plan.standard {
      return .otherStandard(result.standard, question.plan.standard)
    }
    guard let base else { return nil }
    if base.standard != result.standard { return .otherStandard(base.standard, result.standard) }
    if base.unit != result.unit || base.boundary != result.boundary { return .otherBoundary }
    return nil
  }
}
