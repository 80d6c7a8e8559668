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

  private let words: [UInt64]
  private let kinds: [UInt32]
  private let members: [Int64]

  init(_ batch: Batch, _ form: HouseholdMeasures.Form) {
    var words = [UInt64](repeating: form.line == nil ? Self.isWithinLine : 0, count: batch.count)
    for (bit, column) in form.flags.enumerated() { Self.set(1 << UInt64(bit), batch.columns[column], &words) }
    if let line = form.line { Self.set(Self.isWithinLine, batch.columns[line], &words) }
    for row in words.indices where words[row] & Self.isOpen != 0 { words[row] = Self.isOpen }
    self.words = words
    var ids = PairIDs()
    kinds = ids.ids(
      words.map { UInt32(truncatingIfNeeded: $0 >> 32) }, words.map { UInt32(truncatingIfNeeded: $0) })
    members = form.members.map { Self.members(batch.columns[$0], batch.count) } ?? []
  }
  private static func set(_ bit: UInt64, _ column: Column, _ words: inout [UInt64]) {
    guard case .bool(let cells) = column else { return }
    cells.isTrue.forEachRow { if $0 < words.count { words[$0] |= bit } }
    if let validity = cells.validity {
      (~validity).forEachRow { if $0 < words.count { words[$0] |= isOpen } }
    }
  }
  /// The members of each row; −1 where they are not known.
  private static func members(_ column: Column, _ count: Int) -> [Int64] {
    guard case .int(let cells) = column else { return Array(repeating: -1, count: count) }
    return (0..<count).map { row in
      let value = cells.values[row]
      return column.isMissing(row) || !(0...mostMembers).contains(value) ? -1 : value
    }
  }

  /// Goes through the kinds of rows in each cell.
  func forEachKind(in cells: [UInt32], _ body: (_ cell: Int, _ kind: Kind) -> Void) {
    var pairs = PairIDs()
    let places = pairs.ids(cells, kinds)
    var found: [Kind] = []
    for row in places.indices {
      let place = Int(places[row])
      if place == found.count { found.append(Kind(word: words[row])) }
      found[place].households += 1
      guard !members.isEmpty else { continue }
      if members[row] < 0 { found[place].withoutMembers += 1 } else { found[place].persons += members[row] }
    }
    for (place, kind) in found.enumerated() { body(pairs.pair(place).0, kind) }
  }
}

extension VectorRows.Kind {
  /// Adds the rows to the sums of their cell.
  func add(to sums: inout HouseholdMeasures.Sums, by rule: DeprivationRule, _ countsPersons: Bool) {
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
