import Tables

/// Small numbers for the texts of a column, in the order in which they come; 0 is a missing cell.
///
/// A text of at most seven bytes is its own key; of a longer one the key is a hash, and its bytes are compared.
struct TextIDs: Sendable {
  private var keys: [UInt64] = [0]
  private var ends: [Int] = [0]
  private var bytes: [UInt8] = []
  /// Where a key is looked for: the key with the number at it, which is 0 at a free place.
  private var slots = [Slot](repeating: Slot(), count: 16)
  private struct Slot {
    var key: UInt64 = 0
    var id: UInt32 = 0
  }

  /// The number of texts, the missing one counted.
  var count: Int { keys.count }
  /// The text with a number; `nil` for 0.
  func text(_ id: Int) -> ArraySlice<UInt8>? { id == 0 ? nil : bytes[ends[id - 1]..<ends[id]] }

  /// The number of a text, which is given one if it has none.
  mutating func id(of text: ArraySlice<UInt8>?) -> Int {
    guard let text else { return 0 }
    return text.withUnsafeBytes { bytes in Int(id(Self.key(bytes, 0..<bytes.count), bytes, 0..<bytes.count)) }
  }
  /// Takes the texts of others; gives the number of each here.
  mutating func join(_ others: TextIDs) -> [Int] { (0..<others.count).map { id(of: others.text($0)) } }
  /// The numbers of the cells of a column.
  ///
  /// - Complexity: O(cells + bytes), one look-up a cell that differs from the one before.
  mutating func ids(of texts: Texts) -> [UInt32] {
    let count = texts.offsets.count - 1
    return [UInt32](unsafeUninitializedCapacity: count) { ids, filled in
      texts.offsets.withUnsafeBufferPointer { offsets in
        texts.bytes.withUnsafeBytes { bytes in
          var (lastKey, lastID) = (0 as UInt64, 0 as UInt32)
          for row in 0..<count {
            if let validity = texts.validity, !validity[row] {
              ids.initializeElement(at: row, to: 0)
              continue
            }
            let cell = Int(offsets[row])..<Int(offsets[row + 1])
            let key = Self.key(bytes, cell)
            if key != lastKey || lastID == 0 || cell.count > 7 {
              lastKey = key
              lastID = cell.count > 7 ? 0 : known(key)
              if lastID == 0 { lastID = id(key, bytes, cell) }
            }
            ids.initializeElement(at: row, to: lastID)
          }
        }
      }
      filled = count
    }
  }

  @inline(__always) private static func key(_ bytes: UnsafeRawBufferPointer, _ cell: Range<Int>) -> UInt64 {
    let length = cell.count
    if length <= 7 { return word(bytes, cell.lowerBound, length) | UInt64(length) << 56 }
    var hash = UInt64(length)
    var place = cell.lowerBound
    while place < cell.upperBound {
      let part = word(bytes, place, min(8, cell.upperBound - place))
      let (high, low) = (hash ^ part).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = high ^ low &+ 0x2545_F491_4F6C_DD1D
      place += 8
    }
    return hash | 0xFF << 56
  }
  /// At most eight bytes as a number.
  @inline(__always) private static func word(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ length: Int)
    -> UInt64
  {
    if start + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      return length == 8 ? word : word & (1 << UInt64(length * 8) - 1)
    }
    return (0..<length).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64($1 * 8) }
  }
  /// The number of a text of at most seven bytes; 0 when it has none.
  @inline(__always) private func known(_ key: UInt64) -> UInt32 {
    slots.withUnsafeBufferPointer { slots in
      var place = place(of: key)
      // A free place has the key of the empty text, and the number 0, which is the answer either way.
      while slots[place].key != key {
        if slots[place].id == 0 { return 0 }
        place = (place + 1) & (slots.count - 1)
      }
      return slots[place].id
    }
  }
  private mutating func id(_ key: UInt64, _ bytes: UnsafeRawBufferPointer, _ cell: Range<Int>) -> UInt32 {
    var place = place(of: key)
    while slots[place].id != 0 {
      let (id, found) = (slots[place].id, slots[place].key)
      if found == key, cell.count <= 7 || isText(Int(id), bytes, cell) { return id }
      place = (place + 1) & (slots.count - 1)
    }
    let id = UInt32(keys.count)
    slots[place] = Slot(key: key, id: id)
    keys.append(key)
    self.bytes.append(contentsOf: bytes[cell])
    ends.append(self.bytes.count)
    if keys.count * 2 > slots.count { grow() }
    return id
  }
  private func isText(_ id: Int, _ bytes: UnsafeRawBufferPointer, _ cell: Range<Int>) -> Bool {
    let known = ends[id - 1]..<ends[id]
    guard known.count == cell.count else { return false }
    for i in 0..<cell.count where self.bytes[known.lowerBound + i] != bytes[cell.lowerBound + i] {
      return false
    }
    return true
  }
  @inline(__always) private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
  }
  private mutating func grow() {
    slots = Array(repeating: Slot(), count: slots.count * 2)
    for id in 1..<keys.count {
      var place = place(of: keys[id])
      while slots[place].id != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = Slot(key: keys[id], id: UInt32(id))
    }
  }
}
