extension Bitmap {
  /// The bits of some rows, in the order given.
  func gathered(_ rows: [Int]) -> Bitmap {
    var out = Bitmap(count: rows.count)
    for (i, row) in rows.enumerated() where self[row] { out[i] = true }
    return out
  }
}
