import Diagnostics
import Figures
import Tables

// A share of those whom another target reached: the numerator there is the denominator here.
extension Judge {
  /// What a nested figure comes to.
  enum Nested {
    /// The figure, a ratio of those reached where it was a count.
    case figure(Figure)
    /// Why it is a share of others.
    case apart(Phrase)
    /// How many were reached is not told, or is withheld: what may be said of that.
    case unknown(VerdictWord, Phrase)
  }
  func ofParent(_ figure: Figure, _ question: Question) -> Nested {
    guard question.target.isShareOfParent else {
      return isMoreThanWhole(figure, question) ? .apart(.moreThanWhole) : .figure(figure)
    }
    let around = aroundFigure(question, on: figure)
    let whole = around.flatMap(reached)
    switch figure.value {
    case .amount(let part)?:
      guard let whole else { return withoutWhole(around, question) }
      guard part <= whole else { return .apart(.moreThanWhole) }
      var figure = figure
      figure.value = .ratio(numerator: part, denominator: whole)
      return .figure(figure)
    case .ratio(_, let own)?:
      guard let whole, own != whole else { return .figure(figure) }
      return .apart(.otherWhole)
    case .printed?, nil: return .figure(figure)
    }
  }
  /// Whether a count of a part is more than the count of what it is a part of.
  ///
  /// Of two numbers that cannot both be right none is judged by.
  private func isMoreThanWhole(_ figure: Figure, _ question: Question) -> Bool {
    guard let around = question.target.partOf.flatMap({ question.plan.target($0) }),
      question.target.kind == .level,
      around.kind == .level, around.unit == question.target.unit, around.unit?.isWhole == true,
      case .amount(let part)? = figure.value, figure.status != .estimate,
      let whole = aroundFigure(question, on: figure).flatMap(reached)
    else { return false }
    return part > whole
  }
  /// What is said when the number reached is not known: withheld where it is, of nobody where there was nobody; else there
  /// are no data, or none yet.
  private func withoutWhole(_ around: Figure?, _ question: Question) -> Nested {
    switch around?.status {
    case .withheld?: .unknown(.withheld, .wholeWithheld)
    case .notApplicable?: .unknown(.notApplicable, .nobody)
    default: .unknown(day < question.due ? .notDue : .noData, .noWhole)
    }
  }
  /// What is told of the target around it, on the day of a figure and for its unit; of the same standard, or of none.
  private func aroundFigure(_ question: Question, on figure: Figure) -> Figure? {
    let around = question.target.partOf.flatMap { question.plan.target($0) }
    guard let condition = around?.readings.first?.conditions.first,
      let found = book.figure(
        figure.unit, condition.measure, group: condition.group, on: figure.asOf,
        standard: question.plan.standard),
      found.standard == figure.standard || found.standard.isEmpty || figure.standard.isEmpty
    else { return nil }
    return found
  }
  /// How many a figure says were reached; an estimate is no whole of anything exact.
  private func reached(_ found: Figure) -> FixedPoint? {
    guard found.status != .estimate else { return nil }
    switch found.value {
    case .amount(let count)?: return count
    case .ratio(let part, _)?: return part
    case .printed?, nil: return nil
    }
  }
}
