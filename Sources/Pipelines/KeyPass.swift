import StageKit
package import Tables

/// How the bytes of a key are hashed; nothing that a run gives depends on it.
package typealias KeyHash = @Sendable (ArraySlice<UInt8>) -> UInt64

/// The hash that is taken when no other is given; seeded for each process, so that nobody can make keys that collide.
let seededHash: KeyHash = { bytes in
  var hasher = Hasher()
  bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  return UInt64(bitPattern: Int64(hasher.finalize()))
}

/// The hashes of all keys of a stream, dealt to parts by their highest bits, so that no part is large.
package struct HashParts: Sendable {
  private var parts: [[UInt64]] = Array(repeating: [], count: 256)
  package init() {}
  package mutating func add(_ hash: UInt64) { parts[Int(hash >> 56)].append(hash) }
  /// The bytes that are held.
  package var heldBytes: Int { parts.reduce(0) { $0 + $1.capacity * 8 } }
  /// The hashes that were added more than once; the others are forgotten.
  package mutating func takeRepeated() -> Set<UInt64> {
    var repeated: Set<UInt64> = []
    for index in parts.indices {
      var part: [UInt64] = []
      swap(&part, &parts[index])
      part.sort()
      for (before, after) in zip(part, part.dropFirst()) where before == after { repeated.insert(after) }
    }
    return repeated
  }
}

/// One key of a stream: what is known of those that occur more than once.
package struct RepeatedKeys: Sendable {
  private let columns: [Int]
  private let hash: KeyHash
  private let suspects: Set<UInt64>
  private var numbers: [ArraySlice<UInt8>: Int] = [:]
  private(set) var known = RowKeys.Repeated()
  package init(_ columns: [Int], _ hash: @escaping KeyHash, suspects: Set<UInt64>) {
    (self.columns, self.hash, self.suspects) = (columns, hash, suspects)
  }
  /// Whether there is any key to be counted.
  package var isNeeded: Bool { !suspects.isEmpty }
  /// The bytes of keys that are held.
  package var heldBytes: Int { numbers.keys.reduce(0) { $0 + $1.count } }

  /// The rows whose hash occurs more than once, with the bytes of their keys as a text.
  func suspected(_ batch: Batch) -> Batch {
    var texts = Texts()
    var rows: [Int] = []
    var key: [UInt8] = []
    for row in 0..<batch.count
    where batch.writeKey(columns, row, to: &key) && suspects.contains(hash(key[...])) {
      texts.append(key)
      rows.append(row)
    }
    return Batch([.text(texts)], count: rows.count, origin: batch.origin.gathered(rows))
  }
  /// Counts the keys of rows that `suspected` gave.
  mutating func add(_ batch: Batch) {
    guard case .text(let texts)? = batch.columns.first else { return }
    for row in 0..<batch.count {
      let key = texts[row]
      if let number = numbers[key] {
        known.counts[number] += 1
      } else {
        numbers[ArraySlice(Array(key))] = known.counts.count
        known.counts.append(1)
        known.places.append(batch.origin.place(of: row))
      }
    }
  }
  /// What is known of the keys of some rows.
  func rows(_ batch: Batch) -> RowKeys {
    // Mostly nothing stands twice, and then no key has to be made.
    guard !numbers.isEmpty else { return RowKeys(batch.aloneOrNone(columns), known, batch.origin) }
    var key: [UInt8] = []
    let found = (0..<batch.count).map { row in
      guard batch.writeKey(columns, row, to: &key) else { return RowKeys.noKey }
      return numbers[key[...]] ?? RowKeys.alone
    }
    return RowKeys(found, known, batch.origin)
  }
  /// The hashes of the keys of some rows.
  static func hashes(_ columns: [Int], _ hash: KeyHash, _ batch: Batch) -> Batch {
    var key: [UInt8] = []
    var hashes: [Int64] = []
    for row in 0..<batch.count where batch.writeKey(columns, row, to: &key) {
      hashes.append(Int64(bitPattern: hash(key[...])))
    }
    return Batch([.int(Values(hashes))], count: hashes.count)
  }
}

extension Batch {
  /// What `RowKeys` has of rows whose keys occur once.
  fileprivate func aloneOrNone(_ columns: [Int]) -> [Int] {
    let gaps = columns.compactMap { self.columns[$0].validity }
    guard let first = gaps.first else { return Array(repeating: RowKeys.alone, count: count) }
    let whole = gaps.dropFirst().reduce(first) { $0 & $1 }
    return (0..<count).map { whole[$0] ? RowKeys.alone : RowKeys.noKey }
  }
}

/// The keys of a side table: their rows in an open hash table of 32-bit numbers; the bytes stay where they are.
package struct SideKeys: Sendable {
  private let columns: [Int]
  private let hash: KeyHash
  private let tables: [Batch]
  /// The number of the first row of each table.
  private var starts: [Int] = []
  private var slots: [Int32]

  package init(_ tables: [Batch], _ columns: [Int], _ hash: @escaping KeyHash) {
    (self.tables, self.columns, self.hash) = (tables, columns, hash)
    var size = 8
    let count = tables.reduce(0) { $0 + $1.count }
    while size < 2 * count { size *= 2 }
    slots = Array(repeating: -1, count: size)
    var start = 0
    for table in tables {
      starts.append(start)
      start += table.count
    }
    var (key, other): ([UInt8], [UInt8]) = ([], [])
    for (index, table) in tables.enumerated() {
      for row in 0..<table.count where table.writeKey(columns, row, to: &key) {
        let slot = slot(of: key, &other)
        if slots[slot] < 0 { slots[slot] = Int32(starts[index] + row) }
      }
    }
  }
  /// The slot that holds a key, or would.
  private func slot(of key: [UInt8], _ other: inout [UInt8]) -> Int {
    var slot = Int(truncatingIfNeeded: hash(key[...])) & (slots.count - 1)
    while slots[slot] >= 0 {
      let row = Int(slots[slot])
      // Of tables that begin at one row, all but the last are empty.
      let table = starts.lastIndex { $0 <= row } ?? 0
      if tables[table].writeKey(columns, row - starts[table], to: &other), key == other { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// The rows of the side table that have the keys of some rows.
  func rows(_ batch: Batch, _ columns: [Int]) -> RowKeys {
    var (key, other): ([UInt8], [UInt8]) = ([], [])
    let found = (0..<batch.count).map { row in
      guard batch.writeKey(columns, row, to: &key) else { return RowKeys.noKey }
      let row = slots[slot(of: key, &other)]
      return row < 0 ? RowKeys.alone : Int(row)
    }
    return RowKeys(found, nil, batch.origin)
  }
}
