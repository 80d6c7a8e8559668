// What is made of several bitmaps row by row, eight rows at a time and without asking about any of them.
extension Bitmap {
  /// How many of some bitmaps have the bit of each row set.
  ///
  /// The bits of up to fifteen bitmaps are added as binary numbers of four digits, sixty-four rows at once.
  ///
  /// - Complexity: O(rows + words of all bitmaps).
  package static func counts(_ maps: [Bitmap], count: Int) -> [Int64] {
    var counts = [Int64](repeating: 0, count: (count + 63) / 64 * 64)
    for first in stride(from: 0, to: maps.count, by: 15) {
      let some = maps[first..<min(first + 15, maps.count)]
      var digits = [UInt64](repeating: 0, count: 4 * ((count + 63) / 64))
      for map in some { map.add(toDigits: &digits) }
      counts.withUnsafeMutableBufferPointer { counts in
        digits.withUnsafeBufferPointer { digits in
          for word in 0..<digits.count / 4 { addEach(digits, 4 * word, to: counts, 64 * word) }
        }
      }
    }
    counts.removeLast(counts.count - count)
    return counts
  }
  /// Adds one to the number of each row whose bit is set; four words have the digits of sixty-four numbers.
  private func add(toDigits digits: inout [UInt64]) {
    digits.withUnsafeMutableBufferPointer { digits in
      words.withUnsafeBufferPointer { words in
        for index in 0..<words.count {
          var carry = words[index]
          for place in 4 * index..<4 * index + 4 {
            let digit = digits[place]
            digits[place] = digit ^ carry
            carry &= digit
          }
        }
      }
    }
  }
  /// Adds the sixty-four numbers of four words to the counts from a row on.
  @inline(__always) private static func addEach(
    _ digits: UnsafeBufferPointer<UInt64>, _ place: Int, to counts: UnsafeMutableBufferPointer<Int64>,
    _ row: Int
  ) {
    for byte in 0..<8 {
      let shift = UInt64(8 * byte)
      var eight = spread(digits[place] >> shift)
      eight |= spread(digits[place + 1] >> shift) << 1
      eight |= spread(digits[place + 2] >> shift) << 2
      eight |= spread(digits[place + 3] >> shift) << 3
      for each in 0..<8 { counts[row + 8 * byte + each] &+= Int64(eight >> UInt64(8 * each) & 0xFF) }
    }
  }

  /// A code for every row: that of the bitmap that has its bit, and `none` where no bitmap has it.
  ///
  /// No row may be in two bitmaps.
  package static func codes(_ maps: [(rows: Bitmap, code: UInt8)], count: Int, none: UInt8) -> [UInt8] {
    let eights = (count + 63) / 64 * 8
    let all = 0x0101_0101_0101_0101 &* UInt64(none)
    var codes = [UInt64](repeating: all, count: eights)
    codes.withUnsafeMutableBufferPointer { codes in
      for (map, code) in maps {
        // A byte that is 1 becomes the change from `none` to the code.
        let change = UInt64(code ^ none)
        map.words.withUnsafeBufferPointer { words in
          for index in 0..<words.count {
            for byte in 0..<8 {
              codes[8 * index + byte] ^= spread(words[index] >> UInt64(8 * byte)) &* change
            }
          }
        }
      }
    }
    return [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
      codes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(bytes).copyMemory(from: .init(rebasing: $0[..<count]))
      }
      filled = count
    }
  }

  /// A word for every row, whose bit `j` is that of the row in bitmap `j`; there are at most sixty-four bitmaps.
  ///
  /// - Complexity: O(rows × bitmaps / 8): the bits of eight bitmaps for eight rows are turned at once.
  package static func vectors(_ maps: [Bitmap], count: Int) -> [UInt64] {
    var vectors = [UInt64](repeating: 0, count: (count + 63) / 64 * 64)
    let none = Bitmap(count: count)
    vectors.withUnsafeMutableBufferPointer { vectors in
      for first in stride(from: 0, to: min(maps.count, 64), by: 8) {
        func map(_ j: Int) -> Bitmap { first + j < maps.count ? maps[first + j] : none }
        turn((map(0), map(1), map(2), map(3), map(4), map(5), map(6), map(7))) { row, eight in
          for each in 0..<8 {
            vectors[row + each] |= (eight >> UInt64(8 * each) & 0xFF) << UInt64(first)
          }
        }
      }
    }
    vectors.removeLast(vectors.count - count)
    return vectors
  }
  /// Gives for eight rows at a time the bits of each in eight bitmaps, as a byte a row.
  @inline(__always) private static func turn(
    _ m: (Bitmap, Bitmap, Bitmap, Bitmap, Bitmap, Bitmap, Bitmap, Bitmap), _ body: (Int, UInt64) -> Void
  ) {
    for index in 0..<m.0.words.count {
      let low = (m.0.words[index], m.1.words[index], m.2.words[index], m.3.words[index])
      let high = (m.4.words[index], m.5.words[index], m.6.words[index], m.7.words[index])
      guard low.0 | low.1 | low.2 | low.3 | high.0 | high.1 | high.2 | high.3 != 0 else { continue }
      for byte in 0..<8 {
        let shift = UInt64(8 * byte)
        @inline(__always) func part(_ word: UInt64, _ place: UInt64) -> UInt64 {
          (word >> shift & 0xFF) << (8 * place)
        }
        let first = part(low.0, 0) | part(low.1, 1) | part(low.2, 2) | part(low.3, 3)
        let rest = part(high.0, 4) | part(high.1, 5) | part(high.2, 6) | part(high.3, 7)
        body(64 * index + 8 * byte, turned(first | rest))
      }
    }
  }
  /// Bit `i` of byte `j` as bit `j` of byte `i`: squares of one, two and four bits are exchanged.
  @inline(__always) private static func turned(_ bits: UInt64) -> UInt64 {
    var bits = bits
    var change = (bits ^ bits >> 7) & 0x00AA_00AA_00AA_00AA
    bits ^= change ^ change << 7
    change = (bits ^ bits >> 14) & 0x0000_CCCC_0000_CCCC
    bits ^= change ^ change << 14
    change = (bits ^ bits >> 28) & 0x0000_0000_F0F0_F0F0
    return bits ^ change ^ change << 28
  }
  /// Eight bytes that are 1 where a bit of the lowest byte is set.
  @inline(__always) private static func spread(_ byte: UInt64) -> UInt64 {
    // Each byte keeps its own bit of eight copies; adding 127 carries any into the highest.
    let own = ((byte & 0xFF) &* 0x0101_0101_0101_0101) & 0x8040_2010_0804_0201
    return (own &+ 0x7F7F_7F7F_7F7F_7F7F) >> 7 & 0x0101_0101_0101_0101
  }
}
