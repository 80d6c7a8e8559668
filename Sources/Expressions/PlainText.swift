/// Texts that need no tables of Unicode: ASCII, Latin and Vietnamese letters each in one scalar.
///
/// Such a text is in NFC, and each of its scalars is one character. It is known by its bytes: below U+0300, where marks
/// begin, or of U+1E80 to U+1EFF; a carriage return is left out, since it makes one character with the line feed.
enum PlainText {
  static func `is`(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var i = 0
      while i < bytes.count {
        if i + 8 <= bytes.count, isASCII(bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)) {
          i += 8
        } else if bytes[i] < 0xCC {
          guard bytes[i] != 0x0D else { return false }
          i += 1
        } else {
          guard bytes[i] == 0xE1, i + 2 < bytes.count, bytes[i + 1] & 0xFE == 0xBA else { return false }
          i += 3
        }
      }
      return true
    }
  }
  /// Whether no other bytes have the same NFC form, whatever text they are.
  ///
  /// Of all that is not ASCII only three signs become ASCII in NFC: a `K`, a semicolon and a grave accent of their own.
  static func isAlone(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 < 0x80 && $0 != 0x4B && $0 != 0x3B && $0 != 0x60 }
  }
}

/// Whether eight bytes are ASCII without a carriage return.
@inline(__always) private func isASCII(_ word: UInt64) -> Bool {
  let other = word ^ 0x0D0D_0D0D_0D0D_0D0D
  return (word | (other &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0
}

/// How texts compare: by the bytes of their NFC form, whatever form they are in.
struct TextOrder {
  /// Whether all texts are plain, so that their bytes are those of NFC.
  private let isPlain: Bool

  init(_ buffers: [UInt8]...) { isPlain = buffers.allSatisfy { PlainText.is($0[...]) } }

  @inline(__always) func areEqual(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    if compareBytes(a, b) == 0 { return true }
    if isPlain || PlainText.is(a) && PlainText.is(b) { return false }
    return String(decoding: a, as: UTF8.self) == String(decoding: b, as: UTF8.self)
  }
  @inline(__always) func isLess(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    if isPlain || PlainText.is(a) && PlainText.is(b) { return compareBytes(a, b) < 0 }
    // The terminator settles texts of which one begins the other: without it the standard library finds neither of
    // `a\u{302}` and `âb` to be less.
    return String(decoding: a, as: UTF8.self) + "\0" < String(decoding: b, as: UTF8.self) + "\0"
  }
  /// Whether a text is among sorted texts.
  func isIn(_ text: ArraySlice<UInt8>, _ sorted: [[UInt8]]) -> Bool {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if isLess(sorted[middle][...], text) { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && areEqual(sorted[low][...], text)
  }
}

/// Below, at or above zero as bytes compare.
@inline(__always) private func compareBytes(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
  a.withUnsafeBufferPointer { x in
    b.withUnsafeBufferPointer { y in
      for i in 0..<Swift.min(x.count, y.count) where x[i] != y[i] { return x[i] < y[i] ? -1 : 1 }
      return x.count - y.count
    }
  }
}
