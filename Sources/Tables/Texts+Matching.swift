extension Texts {
  /// The rows whose cell has exactly these bytes; a missing cell has none.
  ///
  /// - Complexity: O(rows), a word a cell when the bytes are at most eight.
  package func rows(equalTo word: [UInt8]) -> Bitmap { rows(among: [word]) }

  /// The rows whose cell has exactly the bytes of one of a few words.
  ///
  /// - Complexity: O(rows × words), a comparison of three numbers each when the words are at most sixteen bytes.
  package func rows(among words: [[UInt8]]) -> Bitmap {
    guard words.allSatisfy({ $0.count <= ShortWord.most }) else { return rowsOneByOne(among: words) }
    let short = words.map { ShortWord($0) }
    let near = rowsNearTheEnd
    guard near.count <= 64 else { return rowsOneByOne(among: words) }
    var found = bytes.withUnsafeBytes { bytes in
      offsets.withUnsafeBufferPointer { offsets in
        short.withUnsafeBufferPointer { short in
          Self.rows(among: short, offsets, bytes, count: near.lowerBound)
        }
      }
    }
    for row in near { found.append(words.contains { $0.elementsEqual(self[row]) }) }
    return found
  }
  /// The last rows, from whose beginnings on there are fewer than sixteen bytes.
  private var rowsNearTheEnd: Range<Int> {
    let count = offsets.count - 1
    var first = count
    while first > 0, Int(offsets[first - 1]) + ShortWord.most > bytes.count { first -= 1 }
    return first..<count
  }
  /// The rows among short words, all of which have sixteen bytes to be read; nothing is asked that could be guessed wrong.
  @inline(__always) private static func rows(
    among short: UnsafeBufferPointer<ShortWord>, _ offsets: UnsafeBufferPointer<UInt32>,
    _ bytes: UnsafeRawBufferPointer, count: Int
  ) -> Bitmap {
    let areHalf = short.allSatisfy(\.isHalf)
    if short.count == 1 {
      let word = short[0]
      if word.isHalf {
        return Bitmap(count: count) { row in word.halfDiffers(offsets[row], offsets[row + 1], bytes) == 0 }
      }
      return rows(long: word, offsets, bytes, count: count)
    }
    if short.count == 2, areHalf {
      let (one, two) = (short[0], short[1])
      return Bitmap(count: count) { row in
        let (start, end) = (offsets[row], offsets[row + 1])
        let differs = (one.halfDiffers(start, end, bytes), two.halfDiffers(start, end, bytes))
        return min(differs.0, differs.1) == 0
      }
    }
    return Bitmap(count: count) { row in
      let (start, end) = (offsets[row], offsets[row + 1])
      // 1 as long as no word is the same: what differs from 0 is negative, or its negative is.
      var differs = 1 as UInt64
      for word in short {
        let difference = areHalf ? word.halfDiffers(start, end, bytes) : word.differs(start, end, bytes)
        differs &= (difference | (0 &- difference)) >> 63
      }
      return differs == 0
    }
  }
  /// The rows that have a word of more than eight bytes.
  ///
  /// Few other words are as long, which is asked of sixty-four rows at once; what is left is read.
  private static func rows(
    long word: ShortWord, _ offsets: UnsafeBufferPointer<UInt32>, _ bytes: UnsafeRawBufferPointer, count: Int
  ) -> Bitmap {
    var words = [UInt64](repeating: 0, count: (count + 63) / 64)
    let length = word.length
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { flags in
      flags.initialize(repeating: 0)
      for index in words.indices {
        guard let from = offsets.baseAddress.map({ $0 + 64 * index }), let to = flags.baseAddress else {
          break
        }
        let end = min(64, count - 64 * index)
        // Without a limit that is known beforehand the compiler would ask them one by one.
        if end == 64 {
          for row in 0..<64 { to[row] = from[row + 1] &- from[row] == length ? 1 : 0 }
        } else {
          for row in 0..<64 { to[row] = row < end && from[row + 1] &- from[row] == length ? 1 : 0 }
        }
        var rest = Bitmap.packed(to)
        while rest != 0 {
          let row = rest.trailingZeroBitCount
          rest &= rest - 1
          let isWord = word.differs(from[row], from[row + 1], bytes) == 0
          words[index] |= (isWord ? 1 : 0) << UInt64(row)
        }
      }
    }
    return Bitmap(words: words, count: count)
  }
  /// The slow twin, for words of any length.
  func rowsOneByOne(among words: [[UInt8]]) -> Bitmap {
    bytes.withUnsafeBufferPointer { bytes in
      offsets.withUnsafeBufferPointer { offsets in
        Bitmap(count: offsets.count - 1) { row in
          let (start, end) = (Int(offsets[row]), Int(offsets[row + 1]))
          for word in words where word.count == end - start {
            if word.indices.allSatisfy({ bytes[start + $0] == word[$0] }) { return true }
          }
          return false
        }
      }
    }
  }
}

extension Bitmap {
  /// Sixty-four bytes that are 0 or 1 as bits.
  @inline(__always) fileprivate static func packed(_ flags: UnsafeMutablePointer<UInt8>) -> UInt64 {
    let flags = UnsafeRawPointer(flags)
    var word = 0 as UInt64
    for byte in 0..<8 {
      let eight = UInt64(littleEndian: flags.loadUnaligned(fromByteOffset: byte * 8, as: UInt64.self))
      word |= ((eight &* 0x0102_0408_1020_4080) >> 56) << UInt64(byte * 8)
    }
    return word
  }
}

/// At most sixteen bytes, so that a cell is compared by its length and two numbers.
private struct ShortWord {
  static let most = 16
  private let count: UInt64
  /// The number of bytes, as offsets have it.
  var length: UInt32 { UInt32(truncatingIfNeeded: count) }
  private let first: UInt64, second: UInt64
  private let firstMask: UInt64, secondMask: UInt64
  /// Whether the bytes are at most eight.
  let isHalf: Bool

  init(_ word: [UInt8]) {
    func packed(_ bytes: ArraySlice<UInt8>) -> UInt64 {
      bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    func mask(_ count: Int) -> UInt64 { count >= 8 ? .max : (1 << UInt64(8 * max(count, 0))) - 1 }
    (count, isHalf) = (UInt64(word.count), word.count <= 8)
    (first, second) = (packed(word.prefix(8)), packed(word.dropFirst(8)))
    (firstMask, secondMask) = (mask(word.count), mask(word.count - 8))
  }
  /// 0 where the bytes between two places are those of the word, of at most eight.
  @inline(__always) func halfDiffers(_ start: UInt32, _ end: UInt32, _ bytes: UnsafeRawBufferPointer)
    -> UInt64
  {
    let low = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: Int(start), as: UInt64.self))
    return ((low ^ first) & firstMask) | (UInt64(end &- start) ^ count)
  }
  /// 0 where the bytes between two places are those of the word.
  @inline(__always) func differs(_ start: UInt32, _ end: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let high = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: Int(start) + 8, as: UInt64.self))
    return halfDiffers(start, end, bytes) | ((high ^ second) & secondMask)
  }
}
