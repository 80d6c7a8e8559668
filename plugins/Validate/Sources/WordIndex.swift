/// Texts with their numbers, found by their bytes without making anything of them.
///
/// A text of at most sixteen bytes is its length with its first and its last eight bytes; of a longer one the bytes between
/// are compared too.
struct WordIndex: Sendable {
  private struct Slot {
    /// The length; -1 of a slot that holds nothing.
    var length = -1 as Int32
    var number = 0 as Int32
    var head = 0 as UInt64
    var tail = 0 as UInt64
  }
  private var slots: [Slot]
  private var words: [[UInt8]] = []
  /// How many different texts there are.
  var count: Int { words.count }

  /// The texts, of which the first has number 0; one that is there twice keeps its first number.
  init(_ texts: some Sequence<[UInt8]>) {
    slots = Array(repeating: Slot(), count: 16)
    for text in texts { _ = insert(text) }
  }
  /// Adds a text, if it is not there; gives its number.
  mutating func insert(_ text: [UInt8]) -> Int {
    if let known = text.withUnsafeBufferPointer({ find($0, 0, $0.count) }) { return known }
    if (words.count + 1) * 3 > slots.count { grow() }
    words.append(text)
    place(words.count - 1)
    return words.count - 1
  }
  private mutating func grow() {
    slots = Array(repeating: Slot(), count: slots.count * 2)
    for number in words.indices { place(number) }
  }
  private mutating func place(_ number: Int) {
    words[number].withUnsafeBufferPointer { bytes in
      let (head, tail) = Self.ends(bytes, 0, bytes.count)
      var slot = Self.hash(head, tail, bytes.count) & (slots.count - 1)
      while slots[slot].length >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Slot(length: Int32(bytes.count), number: Int32(number), head: head, tail: tail)
    }
  }

  /// The number of the text that stands from `start` on and ends before `end`; `nil` when it is none of them.
  @inline(__always) func find(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    slots.withUnsafeBufferPointer { find($0, bytes, start, end) }
  }
  @inline(__always) private func find(
    _ slots: UnsafeBufferPointer<Slot>, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    let (head, tail) = Self.ends(bytes, start, end)
    var slot = Self.hash(head, tail, end - start) & (slots.count - 1)
    while slots[slot].length >= 0 {
      let found = slots[slot]
      // One question for all three: which of them differs does not matter, and cannot be foretold.
      let lengths = UInt64(truncatingIfNeeded: Int(found.length) ^ (end - start))
      if (found.head ^ head) | (found.tail ^ tail) | lengths == 0,
        end - start <= 16 || isWord(Int(found.number), bytes, start)
      {
        return Int(found.number)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
  /// The texts that are none of them, as words of bits; texts end where the next begins.
  ///
  /// The loop stands here, where the compiler sees all of it: a call for every text would take as long as the search.
  func missing(_ bytes: UnsafeBufferPointer<UInt8>, _ offsets: UnsafeBufferPointer<UInt32>) -> [UInt64] {
    let count = offsets.count - 1
    return slots.withUnsafeBufferPointer { slots in
      var words = [UInt64](repeating: 0, count: (count + 63) / 64)
      words.withUnsafeMutableBufferPointer { words in
        for index in 0..<words.count {
          var word = 0 as UInt64
          for row in index << 6..<Swift.min(index << 6 + 64, count) {
            let isNone = find(slots, bytes, Int(offsets[row]), Int(offsets[row + 1])) == nil
            word |= (isNone ? 1 : 0) << UInt64(row & 63)
          }
          words[index] = word
        }
      }
      return words
    }
  }
  func find(_ text: [UInt8]) -> Int? { text.withUnsafeBufferPointer { find($0, 0, $0.count) } }
  private func isWord(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    words[number].elementsEqual(bytes[start..<start + words[number].count])
  }

  /// The first eight bytes as a number, and the last eight where there are more; what is not there is 0.
  @inline(__always) private static func ends(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (head: UInt64, tail: UInt64) {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = end - start
    // Eight bytes are read from both ends, whether there are so many or not; what is not of the text is masked out.
    if start + 8 <= raw.count {
      let head = raw.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      let tail = raw.loadUnaligned(fromByteOffset: max(end - 8, 0), as: UInt64.self)
      let headMask = UInt64.max >> UInt64(max(64 - 8 * count, 0))
      return (head & headMask, tail & (count > 8 ? .max : 0))
    }
    // At the end of the bytes there are fewer than eight: those before are read and shifted out.
    if count == 0 { return (0, 0) }
    let unused = UInt64(64 - 8 * count)
    if end >= 8 { return (raw.loadUnaligned(fromByteOffset: end - 8, as: UInt64.self) >> unused, 0) }
    var head = 0 as UInt64
    for place in 0..<count { head |= UInt64(bytes[start + place]) << UInt64(8 * place) }
    return (head, 0)
  }
  @inline(__always) private static func hash(_ head: UInt64, _ tail: UInt64, _ count: Int) -> Int {
    let mixed = (head ^ (tail << 29 | tail >> 35) ^ UInt64(count) << 56) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32)
  }
}
