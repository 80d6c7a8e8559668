/// Sums by key: the kernel of grouping.
///
/// Keys are bytes that sort as the rows do.
///
/// Sums are 128 bits wide, so that no order of additions can differ. Adding rows cannot overflow; merging states that were
/// not made from rows can, and then `hasOverflow` tells: a sum is never wrong in silence, and nothing traps.
public struct GroupTable: Sendable, Hashable {
  /// The number of sums of a key.
  ///
  public let width: Int
  private var keys: [ArraySlice<UInt8>: Int] = [:]
  private var sums: [Int128] = []
  /// The groups of keys of short cells, so that the bytes of a key are made once and not for each of its rows.
  private var index = GroupIndex()
  /// Whether a sum did not fit in 128 bits; its groups are then to be refused.
  public private(set) var hasOverflow = false
  /// No groups yet; `width` is the number of measures.
  public init(width: Int) { self.width = width }
  /// The number of keys.
  public var count: Int { keys.count }

  /// Adds rows: `columns` make the key, `measures` are summed; a missing cell adds nothing.
  ///
  /// - Complexity: O(rows × (columns + measures)); one look-up a row.
  public mutating func add(_ columns: [Column], _ measures: [Column?], count: Int) {
    let groups = numbers(columns, count)
    for (m, column) in measures.enumerated() {
      sums.withUnsafeMutableBufferPointer { sums in
        switch column {
        case nil: for g in groups { sums[g * width + m] += 1 }
        case .int(let c)?: c.each { sums[groups[$0] * width + m] += Int128($1) }
        case .decimal(let c)?: c.units.each { sums[groups[$0] * width + m] += Int128($1) }
        case .bool(let c)?: for row in c.isTrue.rows { sums[groups[row] * width + m] += 1 }
        case .double?, .text?, .date?:
          preconditionFailure("only exact columns are summed; the planner checks")
        }
      }
    }
  }
  /// Adds the sums of another table of the same width.
  public mutating func merge(_ other: GroupTable) {
    for (key, from) in other.keys {
      let to = number(of: key)
      for m in 0..<width { add(other.sums[from * width + m], to: to * width + m) }
    }
    if other.hasOverflow { hasOverflow = true }
  }
  /// Every key and its sums, in the order of keys.
  public var sorted: [(key: [UInt8], sums: ArraySlice<Int128>)] {
    keys.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
      (Array($0.key), sums[$0.value * width..<($0.value + 1) * width])
    }
  }
  /// Writes the keys in their order with their sums: equal tables are equal bytes.
  public func write(to bytes: inout ByteWriter) {
    bytes.write(UInt64(count))
    for (key, sums) in sorted {
      bytes.write(key)
      for sum in sums { bytes.write(sum) }
    }
    bytes.write(UInt8(hasOverflow ? 1 : 0))
  }
  /// Adds what `write` wrote.
  ///
  /// - Throws: `StateError` when the bytes end too early.
  public mutating func read(from bytes: inout ByteReader) throws(StateError) {
    for _ in 0..<(try bytes.read(UInt64.self)) {
      let group = number(of: try bytes.readBytes())
      for m in 0..<width { add(try bytes.read(Int128.self), to: group * width + m) }
    }
    if try bytes.read(UInt8.self) != 0 { hasOverflow = true }
  }

  private mutating func add(_ part: Int128, to place: Int) {
    let (sum, over) = sums[place].addingReportingOverflow(part)
    sums[place] = sum
    if over { hasOverflow = true }
  }
  private mutating func numbers(_ columns: [Column], _ count: Int) -> [Int] {
    let rows = GroupIndex.Rows(columns, count: count) { bytes in
      var hasher = Hasher()
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
      return UInt64(bitPattern: Int64(hasher.finalize()))
    }
    guard rows.isExact, index.width == 0 || index.width == columns.count else {
      return numbers(columns, comparing: rows, count)
    }
    return (0..<count).map { row in
      if let known = index.group(of: row, rows) { return known }
      let group = number(of: row, columns)
      index.enter(group, of: row, rows)
      return group
    }
  }
  /// The groups of rows some of whose cells are long: each is compared with the first of its batch that has its number.
  private mutating func numbers(_ columns: [Column], comparing rows: GroupIndex.Rows, _ count: Int) -> [Int] {
    let long = zip(columns, rows.columns).compactMap { column, codes in
      if case .text(let texts) = column, !codes.isExact { texts } else { nil }
    }
    var firsts = GroupIndex()
    var groups: [Int] = []
    groups.reserveCapacity(count)
    for row in 0..<count {
      let first = firsts.group(of: row, rows)
      if let first, long.allSatisfy({ $0.isSame(first, row) }) {
        groups.append(groups[first])
        continue
      }
      groups.append(number(of: row, columns))
      if first == nil { firsts.enter(row, of: row, rows) }
    }
    return groups
  }
  private mutating func number(of row: Int, _ columns: [Column]) -> Int {
    var key: [UInt8] = []
    for column in columns { column.appendKey(row, to: &key) }
    return number(of: key[...])
  }
  private mutating func number(of key: ArraySlice<UInt8>) -> Int {
    if let known = keys[key] { return known }
    keys[ArraySlice(Array(key))] = keys.count
    sums.append(contentsOf: repeatElement(0, count: width))
    return keys.count - 1
  }
}

extension Values {
  fileprivate func each(_ body: (Int, Element) -> Void) {
    guard let validity else {
      for (row, value) in values.enumerated() { body(row, value) }
      return
    }
    for row in validity.rows { body(row, values[row]) }
  }
}

extension Column {
  /// Appends bytes that compare as the cells do; missing comes first.
  package func appendKey(_ row: Int, to key: inout [UInt8]) {
    guard !isMissing(row) else {
      key.append(0)
      return
    }
    key.append(1)
    switch self {
    case .int(let c): key.appendBigEndian(UInt64(bitPattern: c.values[row]) ^ 1 << 63)
    case .decimal(let c): key.appendBigEndian(UInt64(bitPattern: c.units.values[row]) ^ 1 << 63)
    case .date(let c): key.appendBigEndian(UInt64(bitPattern: Int64(c.values[row])) ^ 1 << 63)
    case .double(let c): key.appendBigEndian(c.values[row].sortedBits)
    case .bool(let c): key.append(c.bits[row] ? 1 : 0)
    case .text(let c):
      for byte in c[row] {
        key.append(byte)
        if byte == 0 { key.append(255) }
      }
      key.append(contentsOf: [0, 0])
    }
  }
}
extension Double {
  /// Bits that sort as the numbers do; those of zero are the same whatever its sign.
  var sortedBits: UInt64 {
    let bits = self == 0 ? 0 : bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }
  /// The number of such bits.
  init(sortedBits bits: UInt64) { self.init(bitPattern: bits >> 63 == 1 ? bits ^ 1 << 63 : ~bits) }
}
extension [UInt8] {
  fileprivate mutating func appendBigEndian(_ word: UInt64) {
    for shift in stride(from: 56 as UInt64, through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }
}
