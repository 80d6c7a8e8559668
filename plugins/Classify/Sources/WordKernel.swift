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
  /// The words as numbers, the first last; empty when one has more than seven bytes.
  private let keys: [(key: UInt64, code: UInt8)]
  private let folded: FoldedWords

  init<Value: CaseIterable & Equatable>(_ words: [(word: [UInt8], value: Value)]) {
    known = words.map { pair in
      (pair.word, UInt8(Array(Value.allCases).firstIndex(of: pair.value) ?? 0))
    }
    folded = FoldedWords(known.map(\.word))
    let areShort = known.allSatisfy { $0.word.count <= 7 }
    keys =
      areShort
      ? known.reversed().filter { !$0.word.isEmpty }.map { (key: Self.key($0.word), code: $0.code) } : []
  }
  /// At most seven bytes with their number above them.
  private static func key(_ word: [UInt8]) -> UInt64 {
    word.reversed().reduce(UInt64(word.count) << UInt64(8 * (7 - word.count))) { $0 << 8 | UInt64($1) }
  }

  /// The code of the word of each row; a word that is not known has none.
  ///
  /// Words are known byte by byte, or else by what a reader sees: letters composed or not, blanks around them or none.
  func codes(of texts: Texts) -> Codes {
    let count = texts.offsets.count - 1
    var codes = [UInt8](unsafeUninitializedCapacity: count) { codes, filled in
      texts.offsets.withUnsafeBufferPointer { offsets in
        texts.bytes.withUnsafeBufferPointer { bytes in
          let short = shortRows(offsets, bytes.count)
          fillShort(UnsafeRawBufferPointer(bytes), offsets, 0..<short, codes)
          fillOneByOne(bytes, offsets, short..<count, codes)
        }
      }
      filled = count
    }
    let validity = WordColumn.validity(of: codes)
    guard let validity, fold(&codes, texts, ~validity) else { return Codes(codes: codes, validity: validity) }
    return Codes(codes: codes, validity: WordColumn.validity(of: codes))
  }
  /// Looks again at words that are not known byte by byte, as a reader sees them; whether any is known so.
  private func fold(_ codes: inout [UInt8], _ texts: Texts, _ rows: Bitmap) -> Bool {
    var folding = folded.folding
    var isAny = false
    rows.forEachRow { row in
      let cell = texts[row]
      guard !cell.isEmpty, let place = folding.place(cell) else { return }
      codes[row] = known[place].code
      isAny = true
    }
    return isAny
  }
  /// How many of the first rows have eight bytes to be read from their beginning; none when words are long.
  private func shortRows(_ offsets: UnsafeBufferPointer<UInt32>, _ bytes: Int) -> Int {
    guard !keys.isEmpty else { return 0 }
    var count = offsets.count - 1
    while count > 0, Int(offsets[count - 1]) + 8 > bytes { count -= 1 }
    return count
  }
  /// Compares each word as one number with all that are known, without a question that could be guessed wrong.
  private func fillShort(
    _ bytes: UnsafeRawBufferPointer, _ offsets: UnsafeBufferPointer<UInt32>, _ rows: Range<Int>,
    _ codes: UnsafeMutableBufferPointer<UInt8>
  ) {
    @inline(__always) func own(_ row: Int) -> UInt64 {
      let start = offsets[row]
      let length = UInt64(offsets[row + 1] &- start)
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: Int(start), as: UInt64.self))
      // A length of eight or more, which no word has, is in the highest byte however long it is.
      return word & (1 &<< (8 &* min(length, 7)) &- 1) | min(length, 255) << 56
    }
    if keys.count == 2 {
      let (one, two) = (keys[0], keys[1])
      for row in rows {
        let word = own(row)
        let found = word == one.key ? one.code : WordColumn.missing
        codes.initializeElement(at: row, to: word == two.key ? two.code : found)
      }
      return
    }
    keys.withUnsafeBufferPointer { keys in
      for row in rows {
        let word = own(row)
        var found = WordColumn.missing
        for (key, code) in keys { found = word == key ? code : found }
        codes.initializeElement(at: row, to: found)
      }
    }
  }
  /// The slow twin, for words of any length.
  private func fillOneByOne(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offsets: UnsafeBufferPointer<UInt32>, _ rows: Range<Int>,
    _ codes: UnsafeMutableBufferPointer<UInt8>
  ) {
    // Rows of one commune stand together, so the word of the row before is mostly that of the next.
    var last: (start: Int, length: Int, code: UInt8) = (0, 0, WordColumn.missing)
    for row in rows {
      let start = Int(offsets[row])
      let length = Int(offsets[row + 1]) - start
      if length != last.length || !areEqual(bytes, start, last.start, length) {
        last = (start, length, code(bytes, start, length))
      }
      codes.initializeElement(at: row, to: last.code)
    }
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
