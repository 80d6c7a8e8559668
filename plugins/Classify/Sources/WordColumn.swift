import Tables

/// A column of few words, made of the number of the word of each row.
enum WordColumn {
  /// The number of no word: the cell is missing.
  static let missing: UInt8 = 255

  /// The texts of numbered words.
  static func texts(_ codes: [UInt8], _ words: [[UInt8]]) -> Texts {
    var texts = Texts()
    texts.offsets = lengths(of: words).withUnsafeBufferPointer { lengths in
      codes.withUnsafeBufferPointer { codes in
        [UInt32](unsafeUninitializedCapacity: codes.count + 1) { offsets, count in
          var end = 0 as UInt32
          offsets.initializeElement(at: 0, to: 0)
          for row in 0..<codes.count {
            end &+= lengths[Int(codes[row])]
            offsets.initializeElement(at: row + 1, to: end)
          }
          count = codes.count + 1
        }
      }
    }
    texts.bytes = bytes(codes, words, total: Int(texts.offsets[codes.count]))
    texts.validity = validity(of: codes)
    return texts
  }
  /// One word in every row.
  static func texts(of word: [UInt8], count: Int) -> Texts {
    let (length, total) = (UInt32(word.count), word.count * count)
    var texts = Texts()
    texts.offsets = [UInt32](unsafeUninitializedCapacity: count + 1) { offsets, filled in
      for row in 0...count { offsets.initializeElement(at: row, to: UInt32(row) &* length) }
      filled = count + 1
    }
    guard total > 0 else { return texts }
    texts.bytes = [UInt8](unsafeUninitializedCapacity: total) { bytes, filled in
      filled = bytes[..<word.count].initialize(fromContentsOf: word)
      // What stands there is copied behind itself until all is full.
      while filled < total {
        let more = min(filled, total - filled)
        _ = bytes[filled..<filled + more].initialize(fromContentsOf: bytes[..<more])
        filled += more
      }
    }
    return texts
  }
  /// The rows that have a word; `nil` when all have.
  static func validity(of codes: [UInt8]) -> Bitmap? {
    let known = Values(codes).test { $0 != missing }.bits
    return known.allTrue ? nil : known
  }

  /// The length of every number's word; none has more than 255 words.
  private static func lengths(of words: [[UInt8]]) -> [UInt32] {
    var lengths = [UInt32](repeating: 0, count: 256)
    for (code, word) in words.enumerated() { lengths[code] = UInt32(word.count) }
    return lengths
  }
  /// The words end to end.
  ///
  /// Sixteen bytes are written for each, of which the next word overwrites what was too much.
  private static func bytes(_ codes: [UInt8], _ words: [[UInt8]], total: Int) -> [UInt8] {
    guard words.allSatisfy({ $0.count <= 16 }) else {
      return codes.flatMap { $0 == missing ? [] : words[Int($0)] }
    }
    // Every number has a word, so that none need be asked about: that of no word is empty.
    var padded = Array(repeating: (low: 0 as UInt64, high: 0 as UInt64, length: 0), count: 256)
    for (code, word) in words.enumerated() {
      padded[code] = (half(word.prefix(8)), half(word.dropFirst(8)), word.count)
    }
    return [UInt8](unsafeUninitializedCapacity: total + 16) { bytes, count in
      var place = 0
      let raw = UnsafeMutableRawBufferPointer(bytes)
      codes.withUnsafeBufferPointer { codes in
        padded.withUnsafeBufferPointer { padded in
          for code in codes {
            let word = padded[Int(code)]
            raw.storeBytes(of: word.low.littleEndian, toByteOffset: place, as: UInt64.self)
            raw.storeBytes(of: word.high.littleEndian, toByteOffset: place + 8, as: UInt64.self)
            place += word.length
          }
        }
      }
      count = total
    }
  }
  private static func half(_ bytes: some Collection<UInt8>) -> UInt64 {
    bytes.enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64($1.offset * 8) }
  }
}
