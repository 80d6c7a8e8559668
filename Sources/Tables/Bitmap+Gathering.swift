extension Bitmap {
  /// The bits of some rows, in the order given.
  func gathered(_ rows: [Int]) -> Bitmap {
    var out = Bitmap(count: rows.count)
    for (i, row) in rows.enumerated() where self[row] { out[i] = true }
    return out
  }
}

// Columns of equal cells must be equal, however they were cut: what need not be said is never kept.
extension Bitmap? {
  /// Which of some rows are there, in the order given; `nil` when all are.
  func gathered(_ rows: [Int]) -> Bitmap? {
    guard let all = self?.gathered(rows), !all.allTrue else { return nil }
    return all
  }
}
extension Reasons? {
  /// Why some rows are not there, in the order given; `nil` when all of them are blank.
  func gathered(_ rows: [Int]) -> Reasons? {
    guard let all = self?.gathered(rows), all.isNeeded else { return nil }
    return all
  }
}
