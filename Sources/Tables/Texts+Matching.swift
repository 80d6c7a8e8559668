extension Texts {
  /// The rows whose cell has exactly these bytes; a missing cell has none.
  ///
  /// - Complexity: O(rows), a word a cell when the bytes are at most eight.
  package func rows(equalTo word: [UInt8]) -> Bitmap { rows(among: [word]) }

  /// The rows whose cell has exactly the bytes of one of a few words.
  ///
  /// - Complexity: O(rows × words), two comparisons of numbers each for a cell of at most eight bytes.
  package func rows(among words: [[UInt8]]) -> Bitmap {
    let short = words.filter { $0.count <= 8 }.map { ShortWord($0) }
    let long = words.filter { $0.count > 8 }
    return bytes.withUnsafeBytes { bytes in
      offsets.withUnsafeBufferPointer { offsets in
        short.withUnsafeBufferPointer { short in
          Bitmap(count: offsets.count - 1) { row in
            let (start, end) = (Int(offsets[row]), Int(offsets[row + 1]))
            if end - start <= 8 {
              let cell = ShortWord(bytes, start, end - start)
              for word in short where cell == word { return true }
              return false
            }
            for word in long where word.count == end - start {
              if word.indices.allSatisfy({ bytes[start + $0] == word[$0] }) { return true }
            }
            return false
          }
        }
      }
    }
  }
}

/// At most eight bytes, so that two are compared at once.
private struct ShortWord: Equatable {
  let bits: UInt64
  let count: Int
  init(_ word: [UInt8]) {
    bits = word.enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) }
    count = word.count
  }
  @inline(__always) init(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) {
    self.count = count
    if start + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      bits = count == 8 ? word : word & (1 << UInt64(8 * count) &- 1)
    } else {
      var word = 0 as UInt64
      for place in 0..<count { word |= UInt64(bytes[start + place]) << UInt64(8 * place) }
      bits = word
    }
  }
}
