import Measures
import Tables

/// The rows of a batch as vectors of deprivations, of which the same ones are added together.
struct VectorRows {
  /// Rows of one cell that are alike.
  struct Kind {
    /// The vector with the two bits that say what else the rows are.
    let word: UInt64
    var households: Int64 = 0
    var persons: Int64 = 0
    /// Rows whose number of members is not known.
    var withoutMembers: Int64 = 0
  }
  /// The bit of a row that lacks an indicator, or what the line asks.
  static let isOpen: UInt64 = 1 << 63
  /// The bit of a row within the income line.
  static let isWithinLine: UInt64 = 1 << 62
  /// More members than any household has; such a number is as good as none.
  static let mostMembers: Int64 = 1_000_000

  /// What each row is: its deprivations, then the bit of the line if it is asked for, or one more bit when it is open.
  private let keys: [UInt64]
  /// The bit of an open row, which has no other.
  private let openBit: Int
  private let asksLine: Bool
  private let members: [Int64]

  init(_ batch: Batch, _ form: HouseholdMeasures.Form) {
    let count = batch.count
    asksLine = form.line != nil
    func answers(_ column: Int) -> Bools {
      guard case .bool(let cells) = batch.columns[column] else { return Bools(Bitmap(count: count)) }
      return cells
    }
    let (flags, line) = (form.flags.map(answers), form.line.map(answers))
    openBit = flags.count + (line == nil ? 0 : 1)
    var known: Bitmap?
    for case let validity? in flags.map(\.validity) { known = known.map { $0 & validity } ?? validity }
    if let line {
      // Over the line a household is deprived in nothing, whatever it did not say.
      known = known.map { $0 | ~line.bits }
      if let validity = line.validity { known = known.map { $0 & validity } ?? validity }
    }
    let asked =
      flags.map { cell in line.map { cell.bits & $0.bits } ?? cell.bits } + [line?.bits].compactMap { $0 }
    keys = Bitmap.vectors(
      asked.map { bits in known.map { bits & $0 } ?? bits } + [known.map { ~$0 } ?? Bitmap(count: count)],
      count: count)
    members = form.members.map { Self.members(batch.columns[$0], count) } ?? []
  }
  /// The members of each row; −1 where they are not known, or fewer than one.
  private static func members(_ column: Column, _ count: Int) -> [Int64] {
    guard case .int(let cells) = column else { return Array(repeating: -1, count: count) }
    var members = cells.map { UInt64(bitPattern: $0 &- 1) < UInt64(mostMembers) ? $0 : -1 }.values
    if let validity = cells.validity { (~validity).forEachRow { members[$0] = -1 } }
    return members
  }
  private func word(_ key: UInt64) -> UInt64 {
    guard key >> UInt64(openBit) == 0 else { return Self.isOpen }
    guard asksLine else { return key | Self.isWithinLine }
    let line = 1 << UInt64(openBit - 1) as UInt64
    return key & line == 0 ? key : key ^ line | Self.isWithinLine
  }

  /// Goes through the kinds of rows in each of so many cells.
  func forEachKind(
    in cells: [UInt32], of count: Int, _ body: (_ cell: Int, _ kind: Kind) -> Void
  ) {
    let places = places(in: cells, of: count)
    var found = places.firsts.map { Kind(word: word(keys[$0])) }
    found.withUnsafeMutableBufferPointer { found in
      places.ids.withUnsafeBufferPointer { ids in
        for id in ids { found[Int(id)].households &+= 1 }
        guard !members.isEmpty else { return }
        members.withUnsafeBufferPointer { members in
          for row in 0..<ids.count {
            let (place, number) = (Int(ids[row]), members[row])
            // −1 has all bits, so that it is taken for no persons and one more row without them.
            found[place].persons &+= number & ~(number >> 63)
            found[place].withoutMembers &-= number >> 63
          }
        }
      }
    }
    for (kind, first) in zip(found, places.firsts) { body(Int(cells[first]), kind) }
  }
  /// A small number for every cell and kind of row, in the order in which they come, and the first row of each.
  struct Places: Equatable {
    var ids: [UInt32]
    var firsts: [Int]
  }
  /// Where cells and kinds are few a number is found at its place in a table, else by a hash.
  func places(in cells: [UInt32], of count: Int) -> Places {
    guard openBit < 20, count < 1 << 20 else { return placesByHash(in: cells) }
    let kinds = 1 << openBit + 1
    if count * kinds <= max(1 << 13, 8 * cells.count) {
      return Self.places(cells.count, below: count * kinds) { Int(cells[$0]) * kinds + Int(keys[$0]) }
    }
    guard kinds <= max(1 << 13, 8 * cells.count) else { return placesByHash(in: cells) }
    let ids = Self.places(cells.count, below: kinds) { Int(keys[$0]) }.ids
    return Self.places(by: { $0.ids(cells, ids) })
  }
  /// The slow twin, for any number of cells and kinds.
  func placesByHash(in cells: [UInt32]) -> Places {
    var kinds = PairIDs()
    let ids = kinds.ids(
      keys.map { UInt32(truncatingIfNeeded: $0 >> 32) }, keys.map { UInt32(truncatingIfNeeded: $0) })
    return Self.places(by: { $0.ids(cells, ids) })
  }
  private static func places(by ids: (inout PairIDs) -> [UInt32]) -> Places {
    var pairs = PairIDs()
    var places = Places(ids: ids(&pairs), firsts: [])
    places.firsts.reserveCapacity(pairs.count)
    for (row, id) in places.ids.enumerated() where id == places.firsts.count { places.firsts.append(row) }
    return places
  }
  @inline(__always) private static func places(_ count: Int, below limit: Int, _ key: (Int) -> Int) -> Places
  {
    // One more than the number at a key, or 0 for a free place.
    var (slots, firsts) = (Array(repeating: 0 as UInt32, count: limit), [Int]())
    let ids = slots.withUnsafeMutableBufferPointer { slots in
      [UInt32](unsafeUninitializedCapacity: count) { ids, filled in
        for row in 0..<count {
          let key = key(row)
          var id = slots[key]
          if id == 0 {
            firsts.append(row)
            id = UInt32(firsts.count)
            slots[key] = id
          }
          ids.initializeElement(at: row, to: id - 1)
        }
        filled = count
      }
    }
    return Places(ids: ids, firsts: firsts)
  }
}

extension VectorRows.Kind {
  /// Adds the rows to sums of households and, where they are counted, of persons.
  @inline(__always) func add(
    to sums: inout some VectorSumsOfBoth, by rule: DeprivationRule, _ countsPersons: Bool
  ) {
    guard word & VectorRows.isOpen == 0 else {
      sums.households.leaveOut(households)
      if countsPersons { sums.persons.leaveOut(households) }
      return
    }
    let vector = word & (VectorRows.isWithinLine - 1)
    let isWithin = word & VectorRows.isWithinLine != 0
    sums.households.add(vector, households: households, weight: households, isWithinLine: isWithin, by: rule)
    guard countsPersons else { return }
    sums.persons.leaveOut(withoutMembers)
    let known = households - withoutMembers
    if known > 0 {
      sums.persons.add(vector, households: known, weight: persons, isWithinLine: isWithin, by: rule)
    }
  }
}

/// Sums that households with one vector of deprivations are added to: those of a cell, or the quick ones of a batch.
protocol VectorSums {
  mutating func add(
    _ vector: UInt64, households: Int64, weight: Int64, isWithinLine: Bool, by rule: DeprivationRule)
  mutating func leaveOut(_ households: Int64)
}
/// Such sums of households and of persons.
protocol VectorSumsOfBoth {
  associatedtype Each: VectorSums
  var households: Each { get set }
  var persons: Each { get set }
}
extension MeasureSums: VectorSums {}
extension QuickSums: VectorSums {}
