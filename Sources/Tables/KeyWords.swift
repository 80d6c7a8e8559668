/// The cells of one column, each as one word: equal words are equal cells.
struct KeyWords {
  /// A word for every row; what stands at a missing cell means nothing.
  let words: [UInt64]
  let validity: Bitmap?
  /// Whether every cell fits; a text of more than seven bytes does not, and has a word that no other text has.
  let allFit: Bool
  func isThere(_ row: Int) -> Bool { validity.map { $0[row] } ?? true }
  /// The word of every text that does not fit.
  static let tooLong = UInt64.max
}

extension Column {
  /// The cells as words; `nil` for floating-point numbers, which are not compared so.
  var keyWords: KeyWords? {
    switch self {
    case .int(let c): KeyWords(c.values) { UInt64(bitPattern: $0) }.with(c.validity)
    case .decimal(let c): KeyWords(c.units.values) { UInt64(bitPattern: $0) }.with(c.units.validity)
    case .date(let c): KeyWords(c.values) { UInt64(bitPattern: Int64($0)) }.with(c.validity)
    case .bool(let c): KeyWords(Array(0..<c.bits.count)) { c.bits[$0] ? 1 : 0 }.with(c.validity)
    case .text(let c): c.keyWords
    case .double: nil
    }
  }
}
extension KeyWords {
  fileprivate init<T>(_ values: [T], _ word: (T) -> UInt64) {
    self.init(words: values.map(word), validity: nil, allFit: true)
  }
  fileprivate func with(_ validity: Bitmap?) -> KeyWords {
    KeyWords(words: words, validity: validity, allFit: allFit)
  }
}
extension Texts {
  /// Up to seven bytes with their number above them.
  fileprivate var keyWords: KeyWords {
    var allFit = true
    let words = bytes.withUnsafeBytes { bytes in
      offsets.withUnsafeBufferPointer { offsets in
        (0..<offsets.count - 1).map { row -> UInt64 in
          let (start, end) = (Int(offsets[row]), Int(offsets[row + 1]))
          guard end - start <= 7 else {
            allFit = false
            return KeyWords.tooLong
          }
          var word = UInt64(end - start) << 56
          if start + 8 <= bytes.count {
            let eight = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
            return word | eight & (1 << UInt64(8 * (end - start)) - 1)
          }
          for place in start..<end { word |= UInt64(bytes[place]) << UInt64(8 * (place - start)) }
          return word
        }
      }
    }
    return KeyWords(words: words, validity: validity, allFit: allFit)
  }
}

/// Rows by words, in an open table.
struct WordRows: Sendable {
  private var words: [UInt64]
  private var rows: [Int32]

  /// A table for at most `count` words.
  init(count: Int) {
    var size = 8
    while size < 2 * count { size *= 2 }
    words = Array(repeating: 0, count: size)
    rows = Array(repeating: KeyIndex.nowhere, count: size)
  }
  /// Adds a row, unless there is one with its word; gives the row that has the word then.
  mutating func add(_ word: UInt64, _ row: Int) -> Int32 {
    let slot = slot(of: word)
    if rows[slot] < 0 { (words[slot], rows[slot]) = (word, Int32(row)) }
    return rows[slot]
  }
  private func slot(of word: UInt64) -> Int {
    var slot = Self.hash(word) & (rows.count - 1)
    while rows[slot] >= 0, words[slot] != word { slot = (slot + 1) & (rows.count - 1) }
    return slot
  }
  /// The rows that have the words of some keys.
  func find(_ keys: KeyWords, count: Int) -> [Int32] {
    var (last, lastRow) = (0 as UInt64, KeyIndex.nowhere)
    var isFirst = true
    return (0..<count).map { row in
      guard keys.isThere(row) else { return KeyIndex.noKey }
      let word = keys.words[row]
      // Rows of one commune mostly follow one another.
      if word == last, !isFirst { return lastRow }
      (last, lastRow, isFirst) = (word, rows[slot(of: word)], false)
      return lastRow
    }
  }

  /// Differs from process to process, so that nobody can make keys that collide; no result depends on it.
  private static let seed: UInt64 = {
    var hasher = Hasher()
    hasher.combine(0)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }()
  private static func hash(_ word: UInt64) -> Int {
    let product = (word ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }
}
