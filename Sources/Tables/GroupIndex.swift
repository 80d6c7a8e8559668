/// Finds the group of a row by the numbers of its cells, without making the bytes of its key.
///
/// It only remembers what `GroupTable` has found by bytes; leaving it out changes nothing but the time.
struct GroupIndex: Sendable {
  /// The number of columns of a key; 0 before the first rows.
  private(set) var width = 0
  /// For each slot the number of its entry, or -1; at least twice as many as entries.
  private var slots: [Int32] = []
  /// Of each entry a number for every column, and one that tells which cells are missing.
  private var codes: [UInt64] = []
  private var groups: [Int32] = []

  /// Some rows whose groups are looked for.
  struct Rows {
    let columns: [CellCodes]
    /// The bits of columns whose cell is missing; none when no cell of any is.
    let missing: [UInt64]
    /// A number of each whole row.
    let hashes: [UInt64]

    init(_ columns: [Column], count: Int, hash: (ArraySlice<UInt8>) -> UInt64) {
      self.columns = columns.map { $0.codes(hash: hash) }
      var missing: [UInt64] = []
      var hashes = Array(repeating: 0 as UInt64, count: count)
      for (index, column) in self.columns.enumerated() {
        if let validity = columns[index].validity, !validity.allTrue {
          if missing.isEmpty { missing = Array(repeating: 0, count: count) }
          for row in (~validity).rows { missing[row] |= 1 << UInt64(index & 63) }
        }
        for row in 0..<count {
          hashes[row] = (hashes[row] ^ hashes[row] >> 29) &* 0xBF58_476D_1CE4_E5B9 ^ column.codes[row]
        }
      }
      (self.missing, self.hashes) = (missing, hashes)
    }
    /// Whether equal numbers are equal cells, so that what was found of one batch holds of the next.
    var isExact: Bool { columns.allSatisfy(\.isExact) && columns.count <= 64 }
  }

  /// The group of a row; `nil` when it has not been entered.
  @inline(__always) func group(of row: Int, _ rows: Rows) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = start(row, rows)
    while slots[slot] >= 0 {
      let entry = Int(slots[slot])
      if isSame(entry, row, rows) { return Int(groups[entry]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
  /// Remembers the group of a row that was not there.
  mutating func enter(_ group: Int, of row: Int, _ rows: Rows) {
    width = rows.columns.count
    if slots.count < 2 * (groups.count + 1) { grow() }
    for (index, column) in rows.columns.enumerated() {
      codes.append(isMissing(index, row, rows) ? 0 : column.codes[row])
    }
    codes.append(rows.missing.isEmpty ? 0 : rows.missing[row])
    groups.append(Int32(truncatingIfNeeded: group))
    place(groups.count - 1)
  }

  /// Where the search for a row begins; it depends on nothing in a missing cell.
  @inline(__always) private func start(_ row: Int, _ rows: Rows) -> Int {
    if rows.missing.isEmpty || rows.missing[row] == 0 { return slot(rows.hashes[row]) }
    var hash = 0 as UInt64
    for (index, column) in rows.columns.enumerated() {
      hash = mixed(hash, isMissing(index, row, rows) ? 0 : column.codes[row])
    }
    return slot(hash)
  }
  @inline(__always) private func mixed(_ hash: UInt64, _ code: UInt64) -> UInt64 {
    (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9 ^ code
  }
  @inline(__always) private func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash >> 32) >> 12) & (slots.count - 1)
  }
  @inline(__always) private func isMissing(_ column: Int, _ row: Int, _ rows: Rows) -> Bool {
    !rows.missing.isEmpty && rows.missing[row] >> UInt64(column & 63) & 1 == 1
  }
  @inline(__always) private func isSame(_ entry: Int, _ row: Int, _ rows: Rows) -> Bool {
    let base = entry * (width + 1)
    guard codes[base + width] == (rows.missing.isEmpty ? 0 : rows.missing[row]) else { return false }
    for index in 0..<width where codes[base + index] != rows.columns[index].codes[row] {
      if !isMissing(index, row, rows) { return false }
    }
    return true
  }
  private mutating func grow() {
    slots = Array(repeating: -1, count: max(64, 2 * slots.count))
    for entry in groups.indices { place(entry) }
  }
  private mutating func place(_ entry: Int) {
    var hash = 0 as UInt64
    for index in 0..<width { hash = mixed(hash, codes[entry * (width + 1) + index]) }
    var slot = slot(hash)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: entry)
  }
}
