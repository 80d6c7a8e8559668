import StageKit
import Tables

/// How the bytes of a key are hashed; nothing that a run gives depends on it.
package typealias KeyHash = @Sendable (ArraySlice<UInt8>) -> UInt64

/// The hash that is taken when no other is given; seeded for each process, so that nobody can make keys that collide.
let seededHash: KeyHash = { bytes in
  var hasher = Hasher()
  bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  return UInt64(bitPattern: Int64(hasher.finalize()))
}

/// One key of a stream: what is known of those that occur more than once.
struct RepeatedKeys: Sendable {
  private let coder: KeyCoder
  /// The numbers of keys that occur more than once.
  private let codes: CodeTable
  /// Whether a number is that of one key alone, so that no bytes need be compared.
  private let isExact: Bool
  private var numbers: [ArraySlice<UInt8>: Int] = [:]
  private(set) var known: RowKeys.Repeated
  /// - Parameters:
  ///   - coder: What made the numbers.
  ///   - codes: The numbers that occur more than once.
  ///   - known: What is known of each when the numbers are exact; `nil` when keys have to be counted by their bytes.
  init(_ coder: KeyCoder, _ codes: CodeTable, exactly known: RowKeys.Repeated?) {
    (self.coder, self.codes) = (coder, codes)
    (isExact, self.known) = (known != nil, known ?? RowKeys.Repeated())
  }
  /// Whether there is any key still to be counted by its bytes.
  var isNeeded: Bool { !isExact && !codes.codes.isEmpty }
  /// The bytes of keys that are held.
  var heldBytes: Int { numbers.keys.reduce(0) { $0 + $1.count } }

  /// The rows whose number occurs more than once, with the bytes of their keys as a text.
  func suspected(_ batch: Batch) -> Batch {
    let found = coder.codes(batch)
    var texts = Texts()
    var rows: [Int] = []
    var key: [UInt8] = []
    for row in 0..<batch.count
    where codes.place(of: found.codes[row]) != nil && coder.write(row, of: batch, to: &key) {
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
    guard !codes.codes.isEmpty else {
      return RowKeys(batch.aloneOrNone(coder.countsMissing ? [] : coder.columns), known, batch.origin)
    }
    let found = coder.codes(batch)
    var key: [UInt8] = []
    var places = found.codes.enumerated().map { row, code in
      guard let place = codes.place(of: code) else { return RowKeys.alone }
      if isExact { return place }
      _ = coder.write(row, of: batch, to: &key)
      return numbers[key[...]] ?? RowKeys.alone
    }
    if let there = found.there { for row in (~there).rows { places[row] = RowKeys.noKey } }
    return RowKeys(places, known, batch.origin)
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
struct SideKeys: Sendable {
  private let coder: KeyCoder
  private let tables: [Batch]
  /// The number of the first row of each table.
  private var starts: [Int] = []
  private var slots: [Int32]
  /// The numbers of all rows, and whether they are exact.
  private var codes: [UInt64] = []
  private var isExact = true

  init(_ tables: [Batch], _ columns: [Int], _ hash: @escaping KeyHash) {
    (self.tables, coder) = (tables, KeyCoder(columns, hash))
    var size = 8
    let count = tables.reduce(0) { $0 + $1.count }
    while size < 4 * count { size *= 2 }
    slots = Array(repeating: -1, count: size)
    var (key, other): ([UInt8], [UInt8]) = ([], [])
    for table in tables {
      starts.append(codes.count)
      let found = coder.codes(table)
      isExact = isExact && found.isExact
      codes += found.codes
      for row in 0..<table.count where found.there?[row] ?? true {
        let slot = slot(of: found.codes[row]) { number in
          isExact
            || table.writeKey(columns, row, to: &key) && write(number, to: &other) && key == other
        }
        if slots[slot] < 0 { slots[slot] = Int32(starts[starts.count - 1] + row) }
      }
    }
  }
  /// The slot that holds a number for which `isSame` holds, or would.
  @inline(__always) private func slot(of code: UInt64, isSame: (Int) -> Bool) -> Int {
    var slot = Int(truncatingIfNeeded: code >> 20) & (slots.count - 1)
    while slots[slot] >= 0 {
      let row = Int(slots[slot])
      if codes[row] == code, isSame(row) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
  /// Writes the key of a row of all tables.
  private func write(_ row: Int, to key: inout [UInt8]) -> Bool {
    // Of tables that begin at one row, all but the last are empty.
    let table = starts.lastIndex { $0 <= row } ?? 0
    return tables[table].writeKey(coder.columns, row - starts[table], to: &key)
  }

  /// The rows of the side table that have the keys of some rows.
  func rows(_ batch: Batch, _ columns: [Int]) -> RowKeys {
    let found = KeyCoder(columns, coder.hash).codes(batch)
    let isExact = isExact && found.isExact
    var (key, other): ([UInt8], [UInt8]) = ([], [])
    var rows = found.codes.enumerated().map { row, code in
      let slot = slot(of: code) { number in
        isExact || batch.writeKey(columns, row, to: &key) && write(number, to: &other) && key == other
      }
      return slots[slot] < 0 ? RowKeys.alone : Int(slots[slot])
    }
    if let there = found.there { for row in (~there).rows { rows[row] = RowKeys.noKey } }
    return RowKeys(rows, nil, batch.origin)
  }
}
