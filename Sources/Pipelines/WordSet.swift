import Tables

/// A few words, against which all cells of a column are held.
struct WordSet: Sendable {
  private let words: [[UInt8]]
  /// The words by their length and edges: the number of the first of each bucket, then of the next after it; 0 for none.
  private var firsts = [UInt8](repeating: 0, count: 256)
  private var nexts: [UInt8] = []

  /// The words; those past the first 255 are looked for one after another.
  init(_ words: [[UInt8]]) {
    self.words = words
    for (number, word) in words.prefix(255).enumerated() {
      let bucket = word.withUnsafeBufferPointer { Self.bucket(UnsafeRawBufferPointer($0)) }
      nexts.append(firsts[bucket])
      firsts[bucket] = UInt8(number + 1)
    }
  }
  /// Whether every cell that is there is one of the words.
  func holdsAll(_ texts: Texts) -> Bool {
    texts.bytes.withUnsafeBytes { bytes in
      texts.offsets.withUnsafeBufferPointer { offsets in
        // Cells that follow each other are mostly equal.
        var last: UnsafeRawBufferPointer?
        for row in 0..<offsets.count - 1 {
          if let validity = texts.validity, !validity[row] { continue }
          let cell = UnsafeRawBufferPointer(rebasing: bytes[Int(offsets[row])..<Int(offsets[row + 1])])
          if let last, areEqual(last, cell) { continue }
          guard holds(cell) else { return false }
          last = cell
        }
        return true
      }
    }
  }
  private func holds(_ cell: UnsafeRawBufferPointer) -> Bool {
    var number = Int(firsts[Self.bucket(cell)])
    while number > 0 {
      if words[number - 1].withUnsafeBytes({ areEqual($0, cell) }) { return true }
      number = Int(nexts[number - 1])
    }
    return words.dropFirst(255).contains { $0.elementsEqual(cell) }
  }
  @inline(__always) private static func bucket(_ word: UnsafeRawBufferPointer) -> Int {
    guard let first = word.first, let last = word.last else { return 0 }
    return (word.count &+ 7 &* Int(first) &+ 29 &* Int(last)) & 255
  }
}

@inline(__always) private func areEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
  guard a.count == b.count else { return false }
  for place in 0..<a.count where a[place] != b[place] { return false }
  return true
}
