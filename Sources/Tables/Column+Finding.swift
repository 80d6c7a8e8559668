// The other half of a join: the cells of the rows that were found.
extension Column {
  /// The cells of rows that were found somewhere, in the order given; a negative number is a row that was not found.
  ///
  /// - Parameters:
  ///   - rows: The places of rows in this column, each as often as it was found.
  ///   - reason: Why a cell is missing whose row was not found.
  /// - Returns: A column with as many cells as there are `rows`.
  /// - Complexity: O(n) in the cells and their bytes.
  public func gathered(found rows: [Int32], else reason: MissingReason) -> Column {
    let (validity, reasons) = gaps(rows, reason)
    func picked<T>(_ values: [T], _ none: T) -> Values<T> {
      Values(values.picked(rows, none), validity: validity, reasons: reasons)
    }
    switch self {
    case .int(let c): return .int(picked(c.values, 0))
    case .date(let c): return .date(picked(c.values, 0))
    case .double(let c): return .double(picked(c.values, 0))
    case .decimal(let c): return .decimal(Decimals(picked(c.units.values, 0), scale: c.scale))
    case .bool(let c):
      let bits = Bitmap(count: rows.count) { rows[$0] >= 0 && c.bits[Int(rows[$0])] }
      return .bool(Bools(bits, validity: validity, reasons: reasons))
    case .text(let c):
      var texts = c.copied(rows.count) { Int(rows[$0]) }
      (texts.validity, texts.reasons) = (validity, reasons)
      return .text(texts)
    }
  }

  /// Which of the cells are missing, and why.
  private func gaps(_ rows: [Int32], _ reason: MissingReason) -> (Bitmap?, Reasons?) {
    let own = self.validity
    guard own != nil || rows.contains(where: { $0 < 0 }) else { return (nil, nil) }
    let there = Bitmap(count: rows.count) { place in
      let row = Int(rows[place])
      return row >= 0 && (own.map { $0[row] } ?? true)
    }
    guard !there.allTrue else { return (nil, nil) }
    let reasons = self.reasons
    guard reason != .blank || reasons != nil else { return (there, nil) }
    let why = Reasons(
      rows.indices.map { place in
        guard !there[place] else { return .blank }
        return rows[place] < 0 ? reason : reasons.map { $0[Int(rows[place])] } ?? .blank
      })
    return (there, why.isNeeded ? why : nil)
  }
}

extension Array {
  /// The elements at some places; `none` where the place is negative.
  fileprivate func picked(_ places: [Int32], _ none: Element) -> [Element] {
    withUnsafeBufferPointer { elements in places.map { $0 < 0 ? none : elements[Int($0)] } }
  }
}
