/// Numbers for keys, from 0 on, in the order in which the keys come.
///
/// Keys are bytes and compared as such. They stand end to end in one buffer; besides them a key takes some 24 bytes.
package struct KeyNumbers: Sendable {
  private var bytes: [UInt8] = []
  /// Where each key begins, and where the last ends.
  private var starts: [Int] = [0]
  private var hashes: [UInt64] = []
  /// The numbers of keys, each at the first free place from its hash on.
  private var slots: [Int32] = Array(repeating: -1, count: 16)
  /// No keys yet.
  package init() {}
  /// The number of keys.
  package var count: Int { hashes.count }
  /// The bytes of a key.
  package subscript(number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }
  /// The numbers of all keys, in the order of their bytes.
  package var sorted: [Int] {
    (0..<count).sorted { self[$0].lexicographicallyPrecedes(self[$1]) }
  }

  /// The number of a key; `nil` when it has none.
  package func number(of key: [UInt8]) -> Int? {
    let found = slots[slot(of: key, keyHash(key))]
    return found < 0 ? nil : Int(found)
  }
  /// The number of a key, which is the next one when the key is new.
  package mutating func add(_ key: [UInt8]) -> Int {
    let hash = keyHash(key)
    let slot = slot(of: key, hash)
    guard slots[slot] < 0 else { return Int(slots[slot]) }
    slots[slot] = Int32(count)
    hashes.append(hash)
    bytes += key
    starts.append(bytes.count)
    if 2 * count > slots.count { grow() }
    return count - 1
  }

  /// The place that holds a key, or would.
  private func slot(of key: [UInt8], _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, self[number].elementsEqual(key) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
  private mutating func grow() {
    slots = Array(repeating: -1, count: 2 * slots.count)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}

/// A hash that differs from process to process, so that nobody can make keys that collide; no result depends on it.
private func keyHash(_ key: [UInt8]) -> UInt64 {
  var hasher = Hasher()
  key.withUnsafeBytes { hasher.combine(bytes: $0) }
  return UInt64(bitPattern: Int64(hasher.finalize()))
}
