/// Small numbers for pairs of small numbers, in the order in which they come.
struct PairIDs: Sendable {
  private(set) var keys: [UInt64] = []
  /// One more than the number at a key, or 0 for a free place.
  private var slots = [UInt32](repeating: 0, count: 16)

  /// The number of pairs.
  var count: Int { keys.count }
  /// The pair with a number.
  func pair(_ id: Int) -> (Int, Int) { (Int(keys[id] >> 32), Int(keys[id] & 0xFFFF_FFFF)) }
  /// The number of a pair, which is given one if it has none.
  mutating func id(_ a: Int, _ b: Int) -> Int { Int(id(UInt64(a) << 32 | UInt64(b))) }

  /// Takes the pairs of others, whose numbers are other numbers here; gives the number of each here.
  mutating func join(_ others: PairIDs, _ first: [Int], _ second: [Int]) -> [Int] {
    (0..<others.count).map { pair in
      let (a, b) = others.pair(pair)
      return id(first[a], second[b])
    }
  }

  /// The numbers of the pairs of two columns.
  mutating func ids(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: a.count) { ids, count in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          var (lastKey, lastID) = (UInt64.max, 0 as UInt32)
          for row in 0..<a.count {
            let key = UInt64(a[row]) << 32 | UInt64(b[row])
            if key != lastKey { (lastKey, lastID) = (key, id(key)) }
            ids.initializeElement(at: row, to: lastID)
          }
        }
      }
      count = a.count
    }
  }
  private mutating func id(_ key: UInt64) -> UInt32 {
    var place = place(of: key)
    while slots[place] != 0 {
      let id = slots[place] - 1
      if keys[Int(id)] == key { return id }
      place = (place + 1) & (slots.count - 1)
    }
    keys.append(key)
    slots[place] = UInt32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return UInt32(keys.count - 1)
  }
  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
  }
  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (id, key) in keys.enumerated() {
      var place = place(of: key)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = UInt32(id + 1)
    }
  }
}
