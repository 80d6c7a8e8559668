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
  }
  func ofParent(_ figure: Figure, _ question: Question) -> Nested {
    guard question.target.isShareOfParent else {
      return isMoreThanWhole(figure, question) ? .apart(.moreThanWhole) : .figure(figure)
    }
    let whole = reached(question, on: figure)
    switch figure.value {
    case .amount(let part)?:
      guard let whole else { return .apart(.noWhole) }
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
      let whole = reached(question, on: figure)
    else { return false }
    return part > whole
  }
  /// How many the target around it reached, on the day of a figure and for its unit.
  private func reached(_ question: Question, on figure: Figure) -> FixedPoint? {
    let around = question.target.partOf.flatMap { question.plan.target($0) }
    guard let condition = around?.readings.first?.conditions.first,
      let found = book.figure(
        figure.unit, condition.measure, group: condition.group, on: figure.asOf,
        standard: question.plan.standard),
      found.standard == figure.standard, found.status != .estimate
    else { return nil }
    switch found.value {
    case .amount(let count)?: return count
    case .ratio(let part, _)?: return part
    case .printed?, nil: return nil
    }
  }
}
