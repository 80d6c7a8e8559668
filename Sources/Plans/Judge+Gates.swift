import Diagnostics
import Figures
import Tables
import Units

// What must be so before anything is compared, asked in the order of the site rules: comparable; due, or a figure in
// between; figures that are there, published, and of somebody.
extension Judge {
  func verdict(on question: Question) -> Verdict {
    let (found, baseFigure) = (result(of: question), baseFigure(of: question))
    // A base figure without a value that decides is none, but it is shown.
    let lacksBase = question.needsBase && (baseFigure.map { Extent($0) == nil } ?? true)
    func gate(_ word: VerdictWord, _ reason: Phrase) -> Verdict {
      Verdict(word, reason: reason, result: found, base: baseFigure)
    }
    if let reason = apart(baseFigure, found, question) { return gate(.notComparable, reason) }
    // What is not reported, or of nobody, is no figure in between.
    if question.due > day, found?.isEmpty ?? true { return gate(.notDue, .notDue(question.due)) }
    if lacksBase, let reason = missing(baseFigure, question) { return gate(.noData, reason) }
    guard let found, found.status != .notReported else { return gate(.noData, noResult(of: question)) }
    if lacksBase, baseFigure?.status == .withheld { return gate(.withheld, .baseWithheld) }
    switch found.status {
    case .withheld: return gate(.withheld, .isWithheld)
    case .notApplicable: return gate(.notApplicable, .nobody)
    case .value, .provisional, .revised, .estimate, .notReported: break
    }
    if lacksBase { return gate(.notApplicable, .nobodyAtFirst) }
    let result: Figure
    switch ofParent(found, question) {
    case .figure(let figure): result = figure
    case .apart(let reason): return gate(.notComparable, reason)
    case .unknown(let word, let reason): return gate(word, reason)
    }
    if case .ratio(_, let whole)? = result.value, whole == 0 { return gate(.notApplicable, .nobody) }
    let isFinal = day >= question.due
    guard let value = Extent(result) else {
      let isEstimate = found.status == .estimate
      return gate(isFinal || !isEstimate ? .noData : .notDue, isEstimate ? .onlyEstimate : .tooLarge)
    }
    if isFinal, result.asOf < question.due { return gate(.noData, .onlyInterim(result.asOf)) }
    switch baseFigure.map({ ofParent($0, question) }) {
    case nil: return compared(question, result, value, nil)
    case .figure(let base)?: return compared(question, result, value, base)
    // It is published all the same, and is shown with the reason why nothing is computed from it.
    case .apart(let reason)?, .unknown(_, let reason)?:
      return compared(question, result, value, baseFigure, lost: reason)
    }
  }

  /// Why a base figure that is needed and decides nothing is missing; `nil` when it is withheld, and when nobody was in
  /// the population.
  private func missing(_ figure: Figure?, _ question: Question) -> Phrase? {
    if let figure, figure.status == .withheld || figure.isOfNobody { return nil }
    guard let figure, figure.value != nil else { return .noBase(question.baseline) }
    // There is a number, which cannot be computed with.
    return figure.status == .estimate ? .baseEstimate : .tooLarge
  }
  /// The figure of the due day, or the latest of the period; nothing that speaks of a day after the edition.
  ///
  /// The code may stand for another unit by then; its figure is found all the same, so that the verdict can say why it is
  /// not compared. A row that only says that there is no number does not hide the number of an earlier day.
  private func result(of question: Question) -> Figure? {
    let until = min(question.due, day)
    let versions = [question.unit, version(of: question, on: until)]
    let isEmpty = { (figure: Figure) in question.due > day ? figure.isEmpty : figure.status == .notReported }
    let found = versions.compactMap {
      book.latest(
        $0.id, question.condition.measure, group: question.condition.group, after: question.after,
        until: until, standard: question.plan.standard, passingOver: isEmpty)
    }
    let told = found.filter { !isEmpty($0) }
    return (told.isEmpty ? found : told).reduce(nil) { found, next in
      found.map { $0.asOf >= next.asOf ? $0 : next } ?? next
    }
  }
  /// The base figure, with a value or without: of the plan's own unit where there is one, as when it was carried over a
  /// change of units, else of what the code stood for on that day.
  private func baseFigure(of question: Question) -> Figure? {
    guard let baseline = question.baseline, baseline <= day else { return nil }
    func figure(_ unit: UnitVersion) -> Figure? {
      book.figure(
        unit.id, question.condition.measure, group: question.condition.group, on: baseline,
        standard: question.plan.standard)
    }
    let found = [question.unit, version(of: question, on: baseline)].compactMap { figure($0) }
    return found.first { $0.status != .notReported } ?? found.first
  }
  /// What the code of the unit stood for on a day.
  private func version(of question: Question, on day: Day) -> UnitVersion {
    units.unit(code: question.unit.code, level: question.unit.level, on: day) ?? question.unit
  }
  /// Why two figures cannot be compared; `nil` when they can, and when there is no result.
  private func apart(_ base: Figure?, _ result: Figure?, _ question: Question) -> Phrase? {
    guard let result else { return nil }
    if !result.standard.isEmpty, result.standard != question.plan.standard {
      return .otherStandard(result.standard, question.plan.standard)
    }
    if !units.isOneTerritory(question.unit.id, result.unit)
      || units.hasGrown(question.unit.id, into: result.unit, from: question.plan.from, to: result.asOf)
    {
      return .otherPlace
    }
    if [base, result].contains(where: { $0.map(question.isOfAnotherKind) ?? false }) { return .otherKind }
    guard let base else { return nil }
    if base.standard != result.standard { return .otherStandard(base.standard, result.standard) }
    if units.hasGrown(base.unit, into: result.unit, from: base.asOf, to: result.asOf) {
      return .otherBoundary
    }
    if !units.isOneTerritory(base.unit, result.unit) || base.ownBoundary != result.ownBoundary {
      return .otherBoundary
    }
    return nil
  }
}

extension Figure {
  /// Whether nobody is in the population that it speaks of.
  var isOfNobody: Bool {
    if case .ratio(_, let whole)? = value { return whole == 0 }
    return status == .notApplicable
  }
  /// Whether it only says that there is no number.
  ///
  /// A share of nobody is a number that was counted: it does not apply, before the due day and after.
  fileprivate var isEmpty: Bool { status == .notReported || status == .notApplicable }
}
extension Question {
  /// Whether a figure is a count where a rate is asked for, or a rate where a count is.
  ///
  /// A count is a share when the target it is nested in gives the whole.
  fileprivate func isOfAnotherKind(_ figure: Figure) -> Bool {
    switch figure.value {
    case .amount?: levelUnit.isRate && !target.isShareOfParent
    case .ratio?, .printed?: !levelUnit.isRate
    case nil: false
    }
  }
}
