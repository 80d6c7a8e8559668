/// A set of 64-bit numbers that are spread already, each with its place in the order of insertion.
struct CodeTable: Sendable {
  /// The numbers, in the order they were added.
  private(set) var codes: [UInt64] = []
  /// For each slot the place of its number in `codes`, or -1; at least four times as many as numbers.
  private var slots: [Int32]

  /// No numbers yet, with room for `capacity`.
  init(capacity: Int = 16) {
    var size = 64
    while size < 4 * capacity { size *= 2 }
    slots = Array(repeating: -1, count: size)
  }
  /// The place of a number; `nil` when it is not there.
  @inline(__always) func place(of code: UInt64) -> Int? {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var slot = Int(truncatingIfNeeded: code >> 20) & mask
      while slots[slot] >= 0 {
        let place = Int(slots[slot])
        if codes[place] == code { return place }
        slot = (slot + 1) & mask
      }
      return nil
    }
  }
  /// Adds a number unless it is there; gives its place.
  mutating func add(_ code: UInt64) -> Int {
    if let known = place(of: code) { return known }
    codes.append(code)
    if 4 * codes.count > slots.count { grow() } else { enter(codes.count - 1) }
    return codes.count - 1
  }
  private mutating func enter(_ place: Int) {
    var slot = Int(truncatingIfNeeded: codes[place] >> 20) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(place)
  }
  private mutating func grow() {
    slots = Array(repeating: -1, count: 2 * slots.count)
    for place in codes.indices { enter(place) }
  }
}
