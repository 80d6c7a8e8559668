extension Bitmap {
  /// The bits that `isSet` gives for the rows one by one.
  @inline(__always) package init(count: Int, _ isSet: (Int) -> Bool) {
    let words = [UInt64](unsafeUninitializedCapacity: (count + 63) / 64) { words, filled in
      filled = (count + 63) / 64
      for index in 0..<filled {
        let start = index << 6
        var word = 0 as UInt64
        for bit in 0..<Swift.min(64, count - start) {
          word |= (isSet(start + bit) ? 1 : 0) << UInt64(bit)
        }
        words[index] = word
      }
    }
    self.init(words: words, count: count)
  }
  /// The bits of some rows, in the order given.
  func gathered(_ rows: [Int]) -> Bitmap {
    words.withUnsafeBufferPointer { words in
      rows.withUnsafeBufferPointer { rows in
        Bitmap(count: rows.count) { words[rows[$0] >> 6] >> UInt64(rows[$0] & 63) & 1 == 1 }
      }
    }
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
