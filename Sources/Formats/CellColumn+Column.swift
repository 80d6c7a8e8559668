import Tables

extension CellColumn {
  /// The cells as a column, with the rows in whose cells something is wrong, in order.
  func column() -> (column: Column, faults: [(row: Int, fault: CellFault)]) {
    var gaps = CellGaps()
    let column = column(&gaps)
    let wrong = gaps.wrong.map { (row: $0, fault: CellFault.value) }
    guard let digits = rule.digits, case .text(let texts) = column else { return (column, wrong) }
    return (column, (wrong + texts.faults(of: digits)).sorted { $0.row < $1.row })
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

extension Texts {
  /// The rows that hold no code of so many digits.
  fileprivate func faults(of digits: Int) -> [(row: Int, fault: CellFault)] {
    var faults: [(row: Int, fault: CellFault)] = []
    bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<offsets.count - 1 {
        let (start, end) = (Int(offsets[row]), Int(offsets[row + 1]))
        var isNumber = true
        for place in start..<end where bytes[place] &- 48 > 9 { isNumber = false }
        guard !isNumber || end - start != digits, validity?[row] ?? true else { continue }
        faults.append((row, isNumber && end - start < digits ? .lostZeros : .code))
      }
    }
    return faults
  }
}
