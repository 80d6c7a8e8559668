import Tables

extension CellColumn {
  /// The cells as a column, with the rows whose cells are not of its type.
  func column() -> (column: Column, wrong: [Int]) {
    var gaps = CellGaps()
    let column = column(&gaps)
    return (column, gaps.wrong)
  }
  private func column(_ gaps: inout CellGaps) -> Column {
    switch rule.field.type {
    case .int where rule.numberStyle == .plain:
      return .int(values(read(WholeKernel(rule: rule), &gaps), gaps))
    case .int: return .int(values(read(FixedKernel(rule), &gaps), gaps))
    case .decimal(let scale):
      return .decimal(Decimals(values(read(FixedKernel(rule), &gaps), gaps), scale: scale))
    case .double: return .double(values(read(DoubleKernel(rule), &gaps), gaps))
    case .date: return .date(values(read(DayKernel(rule: rule), &gaps), gaps))
    case .bool:
      let answers = Values(read(AnswerKernel(rule), &gaps)).test { $0 }.bits
      return .bool(Bools(answers, validity: gaps.validity(rows.count), reasons: gaps.reasons(rows.count)))
    case .text:
      var texts = texts(&gaps)
      (texts.validity, texts.reasons) = (gaps.validity(rows.count), gaps.reasons(rows.count))
      return .text(texts)
    }
  }
  private func values<Value>(_ values: [Value], _ gaps: CellGaps) -> Values<Value> {
    Values(values, validity: gaps.validity(rows.count), reasons: gaps.reasons(rows.count))
  }
}
