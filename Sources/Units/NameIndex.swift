import Spelling

/// The names of all unit versions as numbers.
///
/// A name of a file is folded into bytes once and then compared with no text at all.
struct NameIndex: Sendable {
  /// Where the folded form of each name begins in `pool`, and one past the end of the last.
  private var starts: [Int32] = [0]
  private var pool: [UInt8] = []
  /// The name of each slot and one, 0 for none; a slot is found by hash and then by walking on.
  private var slots: [Int32]
  /// The name that another stands for: itself, but for `Việt Nam` and such.
  private var same: [Int32] = []
  /// The versions that have each name, as a run of `holders`.
  private var runs: [Int32] = []
  private var holders: [Int32] = []
  /// The name of each version.
  private(set) var names: [Int32] = []

  /// Takes the names of all versions with their types, in the order of the register.
  init(_ units: some Collection<(String, UnitType)>) {
    slots = [Int32](repeating: 0, count: Self.slotCount(for: units.count + 16))
    names.reserveCapacity(units.count)
    var folder = NameFolder()
    for (name, type) in units {
      folder.fold(name)
      names.append(add(Self.bare(folder.bytes, type)))
    }
    addAliases(&folder)
    sortHolders()
  }

  private static func slotCount(for names: Int) -> Int {
    var count = 64
    while count < names * 2 { count *= 2 }
    return count
  }
  /// A folded name without the words of its type before it.
  private static func bare(_ bytes: [UInt8], _ type: UnitType) -> ArraySlice<UInt8> {
    guard let prefix = NamePrefix.whole[type], bytes.count > prefix.count, bytes.starts(with: prefix) else {
      return bytes[...]
    }
    return bytes[prefix.count...]
  }
  /// Names that all people use for one unit and no other.
  private mutating func addAliases(_ folder: inout NameFolder) {
    for (alias, name) in [
      ("Việt Nam", "Cả nước"), ("Toàn quốc", "Cả nước"), ("TT Huế", "Thừa Thiên Huế"), ("HCM", "Hồ Chí Minh"),
      ("TPHCM", "Hồ Chí Minh"), ("BR VT", "Bà Rịa Vũng Tàu"), ("BRVT", "Bà Rịa Vũng Tàu"),
    ] {
      folder.fold(name)
      guard let known = number(folder.bytes[...]) else { continue }
      folder.fold(alias)
      let number = add(folder.bytes[...])
      same[Int(number)] = known
    }
  }
  private mutating func sortHolders() {
    var counts = [Int32](repeating: 0, count: same.count + 1)
    for name in names { counts[Int(name) + 1] += 1 }
    for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
    runs = counts
    holders = [Int32](repeating: 0, count: names.count)
    for (unit, name) in names.enumerated() {
      holders[Int(counts[Int(name)])] = Int32(unit)
      counts[Int(name)] += 1
    }
  }

  /// The number of a folded name; `nil` when no unit has it.
  func number(_ name: ArraySlice<UInt8>) -> Int32? {
    let slot = slot(of: name)
    return slots[slot] == 0 ? nil : same[Int(slots[slot] - 1)]
  }
  /// The versions that have a name, in their order.
  func holders(of name: Int32) -> ArraySlice<Int32> {
    holders[Int(runs[Int(name)])..<Int(runs[Int(name) + 1])]
  }

  private mutating func add(_ name: ArraySlice<UInt8>) -> Int32 {
    let slot = slot(of: name)
    if slots[slot] != 0 { return slots[slot] - 1 }
    let number = Int32(same.count)
    slots[slot] = number + 1
    same.append(number)
    pool.append(contentsOf: name)
    starts.append(Int32(pool.count))
    return number
  }
  /// The slot that holds a name, or that it would be put into.
  private func slot(of name: ArraySlice<UInt8>) -> Int {
    let mask = slots.count - 1
    return name.withUnsafeBufferPointer { name in
      // FNV-1a: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
      var hash = 0xCBF2_9CE4_8422_2325 as UInt64
      for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      var slot = Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(mask))
      while slots[slot] != 0, !isName(slots[slot] - 1, name) { slot = (slot + 1) & mask }
      return slot
    }
  }
  private func isName(_ number: Int32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let (start, end) = (Int(starts[Int(number)]), Int(starts[Int(number) + 1]))
    guard end - start == name.count else { return false }
    for index in 0..<name.count where pool[start + index] != name[index] { return false }
    return true
  }
}
