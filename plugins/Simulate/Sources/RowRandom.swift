/// Numbers that look random and depend on a seed and the number of a row alone (SplitMix64).
struct RowRandom {
  private var state: UInt64

  init(seed: Int, row: Int) {
    state = UInt64(bitPattern: Int64(seed))
    state = next() ^ UInt64(row)
  }
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
  /// A number from 0 to `limit - 1`.
  mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(limit)).high)
  }
  /// Whether something happens that does so `count` times in a hundred.
  mutating func percent(_ count: Int) -> Bool { below(100) < count }
  /// One of some values.
  mutating func of<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
