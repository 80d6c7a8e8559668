import Tables

/// Reads which of a few words each row has, such as its area.
struct WordKernel: Sendable {
  /// The words of the rows of a batch.
  struct Codes {
    /// The place among `words`, or `WordColumn.missing`.
    var codes: [UInt8]
    /// The rows whose word is known; `nil` when all are.
    var validity: Bitmap?
  }
  private let known: [(word: [UInt8], code: UInt8)]

  init<Value: CaseIterable & Equatable>(_ words: [(word: [UInt8], value: Value)]) {
    known = words.map { pair in
      (pair.word, UInt8(Array(Value.allCases).firstIndex(of: pair.value) ?? 0))
    }
  }

  /// The code of the word of each row; a word that is not known has none.
  func codes(of texts: Texts) -> Codes {
    let count = texts.offsets.count - 1
    var codes = [UInt8](repeating: WordColumn.missing, count: count)
    var isWhole = true
    texts.offsets.withUnsafeBufferPointer { offsets in
      texts.bytes.withUnsafeBufferPointer { bytes in
        // Rows of one commune stand together, so the word of the row before is mostly that of the next.
        var last: (start: Int, length: Int, code: UInt8) = (0, 0, WordColumn.missing)
        for row in 0..<count {
          let start = Int(offsets[row])
          let length = Int(offsets[row + 1]) - start
          if length != last.length || !areEqual(bytes, start, last.start, length) {
            last = (start, length, code(bytes, start, length))
          }
          codes[row] = last.code
          if last.code == WordColumn.missing { isWhole = false }
        }
      }
    }
    guard !isWhole else { return Codes(codes: codes, validity: nil) }
    var validity = Bitmap(repeating: true, count: count)
    for row in 0..<count where codes[row] == WordColumn.missing { validity[row] = false }
    return Codes(codes: codes, validity: validity)
  }
  private func code(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> UInt8 {
    // An empty text is what a missing cell holds: no word either way.
    guard length > 0 else { return WordColumn.missing }
    for (word, code) in known where word.count == length {
      if word.indices.allSatisfy({ word[$0] == bytes[start + $0] }) { return code }
    }
    return WordColumn.missing
  }
}

@inline(__always) private func areEqual(
  _ bytes: UnsafeBufferPointer<UInt8>, _ a: Int, _ b: Int, _ length: Int
) -> Bool {
  for i in 0..<length where bytes[a + i] != bytes[b + i] { return false }
  return true
}

extension Area {
  /// The areas as rules write them, by code.
  static let bytes = Area.allCases.map { Array($0.rawValue.utf8) }
}
