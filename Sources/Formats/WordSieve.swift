/// Tells at a glance that a field is none of some words, by its length and first byte.
struct WordSieve: Sendable {
  private var lengths = 0 as UInt64
  private var firsts = SIMD4<UInt64>()

  /// A sieve for words that stand for a missing value; the empty word is of no interest.
  init(_ words: some Sequence<[UInt8]>) {
    for word in words {
      guard let first = word.first else { continue }
      lengths |= 1 << UInt64(min(word.count, 63))
      firsts[Int(first >> 6)] |= 1 << UInt64(first & 63)
    }
  }
  /// Whether it knows no word.
  var isEmpty: Bool { lengths == 0 }
  /// Whether the bytes of a piece may be one of the words.
  @inline(__always) func mayHold(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
    guard start < end, lengths >> UInt64(min(end - start, 63)) & 1 == 1 else { return false }
    let first = text[start]
    return firsts[Int(first >> 6)] >> UInt64(first & 63) & 1 == 1
  }
  func mayHold(_ field: CellField, _ rows: some CellRows) -> Bool {
    mayHold(rows.text, Int(field.start), Int(field.end))
  }
}
