public import StageKit
public import Tables
import Units

/// What is known of the households seen so far: counts and sums for every unit, and for every group in it.
///
/// Units are told apart by the codes of all their levels; the levels above are added up when all rows are in.
public struct HouseholdSums: ReduceState {
  /// How the codes of a row are read, what is summed, and the table that is made.
  struct Form: Sendable {
    /// The columns of codes.
    let codes: [Int]
    /// The columns of groups, with the names that begin their labels.
    let groups: [(column: Int, name: String)]
    let measures: Measures
    let places: UnitPlaces
    let table: WideTable
  }
  let form: Form
  /// The codes of each level.
  private(set) var codes: [TextIDs]
  /// Units, as pairs of what is known of the levels before and the next.
  private(set) var units: [PairIDs]
  /// The values of each group.
  private(set) var values: [TextIDs]
  /// The cells of each group: unit and value.
  private(set) var cells: [PairIDs]
  /// The sums of all rows of each unit, then those of each group.
  var sums: [CellSums]
  /// Rows with a class that is none of the words there are.
  var strangers: Int64 = 0
  /// For which measures some row had what they are made of.
  var seen: [UInt64]

  init(_ form: Form) {
    self.form = form
    codes = form.codes.map { _ in TextIDs() }
    units = form.codes.dropFirst().map { _ in PairIDs() }
    values = form.groups.map { _ in TextIDs() }
    cells = form.groups.map { _ in PairIDs() }
    sums = (0...form.groups.count).map { _ in CellSums(form.measures) }
    seen = Array(repeating: 0, count: form.measures.maskWords)
  }

  /// Adds the rows of a batch.
  public mutating func add(_ batch: Batch) {
    guard batch.count > 0 else { return }
    let rows = MeasuredRows(batch, form.measures)
    strangers &+= rows.strangers
    for (index, word) in rows.seen.enumerated() { seen[index] |= word }
    let units = unitIDs(batch)
    sums[0].makeRoom(for: unitCount)
    sums[0].add(rows, to: units)
    for (index, group) in form.groups.enumerated() {
      let found = values[index].ids(of: batch.columns[group.column].words)
      let places = cells[index].ids(units, found)
      sums[index + 1].makeRoom(for: cells[index].count)
      sums[index + 1].add(rows, to: places)
    }
  }
  private mutating func unitIDs(_ batch: Batch) -> [UInt32] {
    var ids = codes[0].ids(of: batch.columns[form.codes[0]].words)
    for level in form.codes.indices.dropFirst() {
      let next = codes[level].ids(of: batch.columns[form.codes[level]].words)
      ids = units[level - 1].ids(ids, next)
    }
    return ids
  }
  /// The number of units met; a missing code alone counts as one.
  var unitCount: Int { units.last?.count ?? codes[0].count }

  /// Adds what another state knows.
  public mutating func merge(_ other: HouseholdSums) {
    strangers = strangers.addingSaturated(other.strangers)
    for (index, word) in other.seen.enumerated() { seen[index] |= word }
    let unitIDs = join(unitsOf: other)
    sums[0].add(
      other.sums[0],
      (0..<other.unitCount).filter { other.sums[0].households($0) > 0 }.map { ($0, unitIDs[$0]) })
    for (index, pairs) in other.cells.enumerated() {
      let valueIDs = values[index].join(other.values[index])
      let cellIDs = cells[index].join(pairs, unitIDs, valueIDs)
      sums[index + 1].add(other.sums[index + 1], cellIDs.enumerated().map { ($0, $1) })
    }
  }
  /// Takes the units of another state; gives the number of each here.
  private mutating func join(unitsOf other: HouseholdSums) -> [Int] {
    let codeIDs = codes.indices.map { codes[$0].join(other.codes[$0]) }
    return units.indices.reduce(codeIDs[0]) { ids, level in
      units[level].join(other.units[level], ids, codeIDs[level + 1])
    }
  }

  /// Whose sums a cell has.
  struct Key {
    /// The code of each level; `nil` where it is missing.
    var codes: [ArraySlice<UInt8>?]
    /// 0 for all rows of the unit, else the place of the group from 1.
    var group = 0
    /// The value of the group; `nil` where it is missing, and for all rows.
    var value: ArraySlice<UInt8>?
  }
  /// Goes through the cells that have rows: each with its unit, and where its sums are.
  func forEachCell(_ body: (_ key: Key, _ unit: Int, _ sums: CellSums, _ cell: Int) -> Void) {
    for unit in 0..<unitCount where sums[0].households(unit) > 0 {
      body(Key(codes: codes(of: unit)), unit, sums[0], unit)
    }
    for (index, pairs) in cells.enumerated() {
      for cell in 0..<pairs.count {
        let (unit, value) = pairs.pair(cell)
        let key = Key(codes: codes(of: unit), group: index + 1, value: values[index].text(value))
        body(key, unit, sums[index + 1], cell)
      }
    }
  }
  /// The codes of a unit, level by level.
  func codes(of unit: Int) -> [ArraySlice<UInt8>?] {
    var (rest, ids) = (unit, [Int]())
    for pairs in units.reversed() {
      let (before, last) = pairs.pair(rest)
      ids.append(last)
      rest = before
    }
    ids.append(rest)
    return zip(codes, ids.reversed()).map { $0.text($1) }
  }
  /// The place of a cell among the sums of its group.
  mutating func place(of key: Key) -> Int {
    var unit = codes[0].id(of: key.codes[0])
    for level in key.codes.indices.dropFirst() {
      unit = units[level - 1].id(unit, codes[level].id(of: key.codes[level]))
    }
    guard key.group > 0 else { return unit }
    return cells[key.group - 1].id(unit, values[key.group - 1].id(of: key.value))
  }
}

extension Int64 {
  /// The sum of two counts, or the largest number.
  func addingSaturated(_ other: Int64) -> Int64 {
    let (sum, over) = addingReportingOverflow(other)
    return over ? .max : sum
  }
}
extension Column {
  /// The texts of codes or groups; answers as `true` and `false`.
  fileprivate var words: Texts {
    switch self {
    case .text(let texts): return texts
    case .bool(let cells):
      var texts = Texts()
      for row in 0..<cells.bits.count { texts.append((cells.bits[row] ? "true" : "false").utf8) }
      texts.validity = cells.validity
      return texts
    default: preconditionFailure("codes and groups are texts or answers; the planner checks")
    }
  }
}
