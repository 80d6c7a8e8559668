import Tables

extension Classifier {
  /// The incomes, or the points of form B1, by which households are classified: none is below 0.
  struct Amounts {
    /// The column as rules use it; `nil` when there is none.
    var column: Column?
    /// The rows whose amount is below 0; `nil` when there are none.
    var wrong: Bitmap?
  }
  /// Takes amounts below 0 for missing: they are slips, and a poor household would be made of each.
  func amounts(_ batch: Batch) -> Amounts {
    guard let index = inputs.points?.b1.index ?? inputs.income?.column else { return Amounts() }
    let column = batch.columns[index]
    switch column {
    case .int(var values):
      let wrong = values.drop(tested: values.test { $0 >= 0 }.bits)
      return wrong == nil ? Amounts(column: column) : Amounts(column: .int(values), wrong: wrong)
    case .decimal(var decimals):
      let wrong = decimals.units.drop(tested: decimals.units.test { $0 >= 0 }.bits)
      return wrong == nil ? Amounts(column: column) : Amounts(column: .decimal(decimals), wrong: wrong)
    case .double, .text, .bool, .date: return Amounts(column: column)
    }
  }
}
