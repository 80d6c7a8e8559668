import Tables

extension Bitmap {
  /// Whether any bit is set.
  var hasAny: Bool { words.contains { $0 != 0 } }

  /// The rows of which something holds; `nil` when there are none.
  @inline(__always) static func asking(_ count: Int, _ holds: (Int) -> Bool) -> Bitmap? {
    var any = 0 as UInt64
    let words = [UInt64](unsafeUninitializedCapacity: (count + 63) / 64) { words, filled in
      filled = (count + 63) / 64
      for index in 0..<filled {
        let start = index << 6
        var word = 0 as UInt64
        for bit in 0..<Swift.min(64, count - start) {
          word |= (holds(start + bit) ? 1 : 0) << UInt64(bit)
        }
        words[index] = word
        any |= word
      }
    }
    return any == 0 ? nil : Bitmap(words: words, count: count)
  }
  /// Itself where any bit is set.
  var orNone: Bitmap? { hasAny ? self : nil }
}

/// The rows that are in both, where `nil` is all of them.
func both(_ a: Bitmap?, _ b: Bitmap?) -> Bitmap? {
  guard let a else { return b }
  return b.map { a & $0 } ?? a
}
extension Bitmap? {
  /// The rows, where `nil` is none, that are also in others, where `nil` is all; `nil` when none are left.
  func limited(to others: Bitmap?) -> Bitmap? {
    guard let rows = self, let others else { return self }
    return (rows & others).orNone
  }
}

extension Texts {
  /// The bytes and the offsets of all cells.
  @inline(__always) func withCells<Result>(
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt32>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { bytes in offsets.withUnsafeBufferPointer { body(bytes, $0) } }
  }
  /// The rows, missing ones too, whose text is none of some; `nil` when there are none.
  func rows(notIn words: WordIndex) -> Bitmap? {
    Bitmap(words: withCells { words.missing($0, $1) }, count: offsets.count - 1).orNone
  }
}
