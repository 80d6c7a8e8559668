extension Bitmap {
  /// The bits of rows, asked one by one.
  ///
  /// Sixty-four answers are written as bytes, which the compiler may do many at a time, and a multiplication packs eight
  /// of them into bits.
  @inlinable package init(count: Int, _ isSet: (Int) -> Bool) {
    let words = [UInt64](unsafeUninitializedCapacity: (count + 63) / 64) { words, filled in
      filled = (count + 63) / 64
      withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { flags in
        flags.initializeMemory(as: UInt8.self, repeating: 0)
        for index in 0..<filled {
          let start = index << 6
          for bit in 0..<Swift.min(64, count - start) { flags[bit] = isSet(start + bit) ? 1 : 0 }
          var word = 0 as UInt64
          for byte in 0..<8 {
            let eight = UInt64(littleEndian: flags.load(fromByteOffset: byte * 8, as: UInt64.self))
            word |= ((eight &* 0x0102_0408_1020_4080) >> 56) << UInt64(byte * 8)
          }
          words[index] = word  // flags past the end are of the word before; `Bitmap` clears them
        }
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
