import Measures
import Tables

/// What is known of the poverty of many cells.
///
/// Where cells and kinds of rows are few, rows are only counted by their words, and taken apart by the indicators when
/// somebody asks. Else each is added to the numbers of its cell.
struct MeasureCells: Sendable {
  private let countsPersons: Bool
  private let flags: Int
  /// What is known in numbers of 64 bits, and how many rows they are made of.
  private var quick: QuickSums
  private var rows = 0
  /// For each cell and word two numbers: the rows, with those without members above them, and the persons.
  private var kinds: [Int64] = []
  private let kindCount: Int
  private var countsKinds: Bool
  /// What was known before the quick numbers could have become too large; empty until then.
  private var whole: [HouseholdMeasures.Sums] = []
  /// How many rows are added before they are set aside: fewer in tests.
  private let mostRows: Int
  private let mostKinds: Int

  init(_ rule: DeprivationRule, countsPersons: Bool, mostRows: Int = 1 << 30, mostKinds: Int = 1 << 19) {
    (self.countsPersons, self.mostKinds, flags) = (countsPersons, mostKinds, rule.indicators.count)
    quick = QuickSums(rule)
    self.mostRows = max(1, min(mostRows, quick.mostHouseholds))
    countsKinds = quick.openBit < 18
    kindCount = countsKinds ? 1 << (quick.openBit + 1) : 0
  }
  /// The number of cells.
  var count: Int { quick.cellCount }
  /// Makes room for so many cells.
  mutating func makeRoom(for count: Int) {
    quick.makeRoom(for: count)
    if countsKinds, count * kindCount > mostKinds {
      spill()
      countsKinds = false
    }
    let missing = countsKinds ? 2 * count * kindCount - kinds.count : 0
    if missing > 0 { kinds.append(contentsOf: repeatElement(0, count: missing)) }
    guard !whole.isEmpty, count > whole.count else { return }
    whole += repeatElement(HouseholdMeasures.Sums(flags), count: count - whole.count)
  }

  /// Adds rows, each to its cell, for which there is room.
  mutating func add(_ more: VectorRows, to cells: [UInt32]) {
    var start = 0
    while start < cells.count {
      if rows == mostRows { setAside() }
      let end = start + min(cells.count - start, mostRows - rows)
      rows += end - start
      if countsKinds {
        count(more, cells, start..<end)
      } else {
        quick.add(more.words, members: more.members, to: cells, rows: start..<end)
      }
      start = end
    }
  }
  private mutating func count(_ more: VectorRows, _ cells: [UInt32], _ rows: Range<Int>) {
    let kindCount = kindCount
    kinds.withUnsafeMutableBufferPointer { kinds in
      more.words.withUnsafeBufferPointer { words in
        more.members.withUnsafeBufferPointer { members in
          cells.withUnsafeBufferPointer { cells in
            for row in rows {
              let one = QuickSums.Alike(members: members.isEmpty ? 0 : members[row])
              let place = 2 * (Int(cells[row]) * kindCount + Int(words[row]))
              kinds[place] &+= 1 &+ one.withoutMembers << 32
              kinds[place + 1] &+= one.persons
            }
          }
        }
      }
    }
  }
  /// Takes the rows apart that were only counted by their words.
  private mutating func spill() {
    for place in stride(from: 0, to: kinds.count, by: 2) where kinds[place] != 0 {
      let (cell, word) = (place / 2).quotientAndRemainder(dividingBy: kindCount)
      let some = QuickSums.Alike(
        households: kinds[place] & 0xFFFF_FFFF, persons: kinds[place + 1],
        withoutMembers: kinds[place] >> 32)
      quick.add(some, UInt64(word), to: cell)
    }
    kinds = []
  }
  /// The same with no row only counted, so that all there is of a cell can be asked for.
  var settled: MeasureCells {
    var settled = self
    settled.spill()
    settled.countsKinds = false
    return settled
  }
  /// Puts what is known into numbers that nothing can make too large.
  private mutating func setAside() {
    let (all, counts) = (settled, countsKinds)
    whole = (0..<count).map { all.sums(of: $0) }
    quick.clear()
    (rows, kinds) = (0, Array(repeating: 0, count: counts ? 2 * count * kindCount : 0))
  }

  /// Whether any row was of a cell, known or not.
  func hasRows(_ cell: Int) -> Bool {
    quick.hasHouseholds(cell) || cell < whole.count && whole[cell].hasRows
  }
  /// All that is known of a cell of a settled table.
  func sums(of cell: Int) -> HouseholdMeasures.Sums {
    var sums = cell < whole.count ? whole[cell] : HouseholdMeasures.Sums(flags)
    sums.households.addHouseholds(of: cell, quick)
    if countsPersons { sums.persons.addPersons(of: cell, quick) }
    return sums
  }
  /// Adds what is known of another's cells, each to a cell of this one.
  mutating func merge(_ other: MeasureCells, to places: [Int]) {
    let other = other.settled
    makeRoom(for: (places.max() ?? -1) + 1)
    if other.whole.isEmpty, rows + other.rows <= mostRows {
      rows += other.rows
      for (from, to) in places.enumerated() where from < other.count {
        quick.add(from, of: other.quick, to: to)
      }
    } else {
      for (from, to) in places.enumerated() where from < other.count && other.hasRows(from) {
        merge(other.sums(of: from), into: to)
      }
    }
  }
  /// Adds what is known of the households of a cell for which there is room.
  mutating func merge(_ more: HouseholdMeasures.Sums, into cell: Int) {
    if whole.count < count {
      whole += repeatElement(HouseholdMeasures.Sums(flags), count: count - whole.count)
    }
    whole[cell].merge(more)
  }
}
