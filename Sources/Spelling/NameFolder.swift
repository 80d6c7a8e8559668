/// Folds many names one after another into bytes, without making a text of each.
///
/// What counts and what does not is said at `VietnameseName.folded`; the bytes are the UTF-8 of what that gives.
public struct NameFolder: Sendable {
  /// The folded form of the last name.
  public private(set) var bytes: [UInt8] = []
  /// The tone marks of the word that is being folded: they go to its end.
  private var tones: [UInt8] = []
  /// Where the word that is being folded begins in `bytes`.
  private var start = 0
  /// The last letter of that word, for a mark that may belong to it; 0 when there is none.
  private var last: UInt32 = 0
  /// Whether a sign stood before the next word, so that a blank goes before it.
  private var isJoined = false

  /// A folder that has folded nothing yet.
  public init() {}

  /// Folds a name; `bytes` has its form until the next one.
  ///
  /// - Complexity: O(n) in the bytes of the name.
  public mutating func fold(_ text: some StringProtocol) {
    let isDone: ()? = text.utf8.withContiguousStorageIfAvailable { fold($0) }
    guard isDone == nil else { return }
    var copy = String(text)
    copy.withUTF8 { fold($0) }
  }

  private mutating func fold(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    beginWord()
    var place = 0
    while place < text.count {
      let scalar = Self.scalar(text, &place)
      switch LetterClass(scalar) {
      case .letter(let plain, let tone):
        put(plain)
        if tone != 0 { putTone(tone) }
      case .tone:
        // A tone mark on no letter is dropped: the blank before it would take it up when folding again.
        if bytes.count > start { putTone(scalar) }
      case .shape: putShape(scalar)
      case .apostrophe: isJoined = true
      case .separator:
        // `Ia H' Drai` is `Ia H'Drai`: an apostrophe after one letter goes on to what follows.
        if isJoined, isOneLetter { continue }
        endWord()
      case .other: put(VietnameseName.lowered(scalar))
      }
    }
    endWord()
    if bytes.last == 0x20 { bytes.removeLast() }
  }

  private mutating func beginWord() {
    tones.removeAll(keepingCapacity: true)
    (start, last, isJoined) = (bytes.count, 0, false)
  }
  /// The word has one letter and no tone mark.
  private var isOneLetter: Bool {
    guard bytes.count > start, tones.isEmpty else { return false }
    let first = bytes[start]
    return bytes.count - start == (first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4)
  }
  private mutating func endWord() {
    if bytes.count > start {
      if tones.isEmpty {
        dropLeadingZeros()
      } else {
        bytes.append(contentsOf: tones)
      }
      bytes.append(0x20)
    }
    beginWord()
  }
  /// `Phường 01` and `Phường 1` are one name.
  private mutating func dropLeadingZeros() {
    guard bytes[start] == 0x30, bytes.count > start + 1,
      bytes[start...].allSatisfy({ (0x30...0x39).contains($0) })
    else { return }
    let zeros = bytes[start..<(bytes.count - 1)].prefix { $0 == 0x30 }.count
    bytes.removeSubrange(start..<(start + zeros))
  }
  private mutating func put(_ scalar: UInt32) {
    last = scalar
    Self.append(scalar, to: &bytes)
  }
  private mutating func putTone(_ mark: UInt32) { Self.append(mark, to: &tones) }
  /// A mark that makes another letter of the last one, where there is such a letter; else it is a letter of its own.
  private mutating func putShape(_ mark: UInt32) {
    guard bytes.count > start, last < 0x80, let whole = VietnameseLetter.whole(last, mark) else {
      return put(mark)
    }
    bytes.removeLast()
    put(whole)
  }

  /// The scalar at a place of a text in UTF-8, and the place after it.
  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> UInt32 {
    let first = UInt32(text[place])
    place += 1
    guard first >= 0x80 else { return first }
    let more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    var value = first & (0x3F >> UInt32(more))
    for _ in 0..<more where place < text.count {
      value = value << 6 | UInt32(text[place]) & 0x3F
      place += 1
    }
    return value
  }
  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case ..<0x10000:
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      for shift in [12, 6, 0] as [UInt32] {
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F))
      }
    }
  }
}
