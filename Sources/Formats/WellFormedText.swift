#if arch(x86_64)
  import CSieve
#endif

extension [UInt8] {
  /// Whether the bytes are UTF-8 without NUL.
  ///
  /// What is ASCII, as most of a file is, is passed over many bytes at a time.
  var isWellFormedText: Bool { isWellFormedText(isWide: WideVectors.areThere) }
  /// The same, with wide vectors or without.
  func isWellFormedText(isWide: Bool) -> Bool { withUnsafeBytes { $0.isWellFormedText(isWide) } }
}
extension CSVPiece {
  /// Whether the records are UTF-8 without NUL.
  func isWellFormedText(_ isWide: Bool) -> Bool {
    bytes.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[..<size]).isWellFormedText(isWide) }
  }
}
extension UnsafeRawBufferPointer {
  fileprivate func isWellFormedText(_ isWide: Bool) -> Bool {
    var place = 0
    while place < count {
      #if arch(x86_64)
        if isWide, let start = baseAddress {
          place += Int(sieve_texts(start + place, Int64(count - place)))
        } else if place + 64 <= count, let start = baseAddress {
          let size = Int(sieve_text(start + place))
          if size > 0 {
            place += size
            continue
          }
        }
      #endif
      // The end of the text, or a block with a sign that is rare or wrong.
      guard let next = end(ofSigns: place, to: Swift.min(place + 64, count)) else { return false }
      place = next
    }
    return true
  }
  /// The end of the signs that begin before `last`; `nil` when one of them is none.
  private func end(ofSigns start: Int, to last: Int) -> Int? {
    var place = start
    while place < last {
      if place + 16 <= last, isPlain(word(place)), isPlain(word(place + 8)) {
        place += 16
        continue
      }
      guard let next = end(ofSign: place) else { return nil }
      place = next
    }
    return place
  }
  @inline(__always) private func word(_ place: Int) -> UInt64 {
    loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }
  /// Whether eight bytes are ASCII without NUL, by the highest bit of each, and of each less one.
  @inline(__always) private func isPlain(_ bytes: UInt64) -> Bool {
    (bytes | (bytes &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0
  }
  /// The place after the sign that begins here; `nil` when it is none.
  ///
  /// The table of well-formed sequences is 3-7 of the Unicode Standard.
  @inline(__always) private func end(ofSign place: Int) -> Int? {
    let first = self[place]
    if first < 0x80 { return first == 0 ? nil : place + 1 }
    let (length, second): (Int, ClosedRange<UInt8>)
    switch first {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard place + length <= count, second.contains(self[place + 1]) else { return nil }
    for byte in place + 2..<place + length where self[byte] & 0xC0 != 0x80 { return nil }
    return place + length
  }
}
extension ArraySlice<UInt8> {
  /// The index of the first byte that is not of UTF-8 text, or is NUL; `nil` when there is none.
  var firstOfNoText: Int? {
    let nul = firstIndex(of: 0)
    do {
      _ = try UTF8Span(validating: span)
      return nul
    } catch {
      let place = startIndex + error.byteOffsets.lowerBound
      return nul.map { Swift.min($0, place) } ?? place
    }
  }
}
