extension Texts {
  /// The rows whose cell has exactly these bytes; a missing cell has none.
  ///
  /// - Complexity: O(rows), a word a cell when the bytes are at most eight.
  package func rows(equalTo word: [UInt8]) -> Bitmap { rows(among: [word]) }

  /// The rows whose cell has exactly the bytes of one of a few words.
  ///
  /// - Complexity: O(rows × words), a comparison of lengths each, and of two numbers where these agree.
  package func rows(among words: [[UInt8]]) -> Bitmap {
    let short = words.filter { $0.count <= ShortWord.most }.map { ShortWord($0) }
    let long = words.filter { $0.count > ShortWord.most }
    return bytes.withUnsafeBytes { bytes in
      offsets.withUnsafeBufferPointer { offsets in
        short.withUnsafeBufferPointer { short in
          Bitmap(count: offsets.count - 1) { row in
            let (start, end) = (Int(offsets[row]), Int(offsets[row + 1]))
            for word in short where word.count == end - start {
              if word.isAt(start, bytes) { return true }
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

/// At most sixteen bytes, so that a cell of as many is compared by two numbers.
private struct ShortWord {
  static let most = 16
  let count: Int
  private let first: UInt64, second: UInt64
  private let masks: (UInt64, UInt64)
  private let word: [UInt8]

  init(_ word: [UInt8]) {
    func packed(_ bytes: ArraySlice<UInt8>) -> UInt64 {
      bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    func mask(_ count: Int) -> UInt64 { count >= 8 ? .max : (1 << UInt64(8 * max(count, 0))) - 1 }
    (self.word, count) = (word, word.count)
    (first, second) = (packed(word.prefix(8)), packed(word.dropFirst(8)))
    masks = (mask(word.count), mask(word.count - 8))
  }
  /// Whether the bytes from `start` on, of which there are as many, are those of the word.
  @inline(__always) func isAt(_ start: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard start + Self.most <= bytes.count else {
      return word.indices.allSatisfy { bytes[start + $0] == word[$0] }
    }
    let low = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    let high = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
    return low & masks.0 == first && high & masks.1 == second
  }
}
