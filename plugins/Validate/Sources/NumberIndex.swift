/// Whole numbers with the numbers they are known by.
struct NumberIndex: Sendable {
  private var keys: [Int64] = Array(repeating: 0, count: 16)
  private var numbers: [Int32] = Array(repeating: -1, count: 16)
  private(set) var count = 0

  /// Adds a number, if it is not there; gives what it is known by.
  mutating func insert(_ key: Int64) -> Int {
    if let known = find(key) { return known }
    if (count + 1) * 3 > keys.count { grow() }
    place(key, Int32(count))
    count += 1
    return count - 1
  }
  @inline(__always) func find(_ key: Int64) -> Int? {
    var slot = Self.hash(key) & (keys.count - 1)
    while numbers[slot] >= 0 {
      if keys[slot] == key { return Int(numbers[slot]) }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }
  private mutating func place(_ key: Int64, _ number: Int32) {
    var slot = Self.hash(key) & (keys.count - 1)
    while numbers[slot] >= 0 { slot = (slot + 1) & (keys.count - 1) }
    (keys[slot], numbers[slot]) = (key, number)
  }
  private mutating func grow() {
    let old = zip(keys, numbers).filter { $0.1 >= 0 }
    keys = Array(repeating: 0, count: keys.count * 2)
    numbers = Array(repeating: -1, count: keys.count)
    for (key, number) in old { place(key, number) }
  }
  @inline(__always) private static func hash(_ key: Int64) -> Int {
    Int(truncatingIfNeeded: (UInt64(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
