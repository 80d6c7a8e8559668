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
  /// The units and groups of the rows.
  private(set) var cells: HouseholdCells
  /// The sums of all rows of each unit, then those of each group.
  var sums: [CellSums]
  /// How many rows have something that cannot be.
  var wrong = WrongRows()
  /// Whether the rows show that their number of deprivations is of the flags that are counted, where no standard does.
  var proof: FlagProof
  /// For which measures some row had what they are made of.
  var seen: [UInt64]

  init(_ form: Form) {
    self.form = form
    cells = HouseholdCells(codes: form.codes, groups: form.groups.map(\.column))
    sums = (0...form.groups.count).map { _ in CellSums(form.measures) }
    proof = FlagProof(form.measures.witnesses)
    seen = Array(repeating: 0, count: form.measures.maskWords)
  }

  /// Adds the rows of a batch.
  public mutating func add(_ batch: Batch) {
    guard batch.count > 0 else { return }
    let rows = MeasuredRows(batch, form.measures)
    wrong.add(rows.wrong)
    proof.add(batch, form.measures)
    for (index, word) in rows.seen.enumerated() { seen[index] |= word }
    let units = cells.unitIDs(batch)
    sums[0].makeRoom(for: cells.unitCount)
    sums[0].add(rows, to: units)
    for group in form.groups.indices {
      let places = cells.cellIDs(batch, group: group, units)
      sums[group + 1].makeRoom(for: cells.cells[group].count)
      sums[group + 1].add(rows, to: places)
    }
  }

  /// Adds what another state knows.
  public mutating func merge(_ other: HouseholdSums) {
    wrong.add(other.wrong)
    proof.add(other.proof)
    for (index, word) in other.seen.enumerated() { seen[index] |= word }
    let joined = cells.join(other.cells)
    sums[0].add(
      other.sums[0],
      (0..<other.cells.unitCount).filter { other.sums[0].households($0) > 0 }.map { ($0, joined.units[$0]) })
    for (group, places) in joined.cells.enumerated() {
      sums[group + 1].add(other.sums[group + 1], places.enumerated().map { ($0, $1) })
    }
  }
  /// Whether the number of deprivations may be of others than the flags that are counted.
  var hasOtherFlags: Bool { form.measures.otherFlags != nil && !proof.isGiven }
  /// Goes through the cells that have rows: the key of each, and where its sums are.
  func forEachCell(_ body: (_ key: HouseholdCells.Key, _ sums: CellSums, _ cell: Int) -> Void) {
    for unit in 0..<cells.unitCount where sums[0].households(unit) > 0 {
      body(cells.key(ofUnit: unit), sums[0], unit)
    }
    for (group, pairs) in cells.cells.enumerated() {
      for cell in 0..<pairs.count { body(cells.key(ofCell: cell, group: group), sums[group + 1], cell) }
    }
  }
  /// The place of a cell among the sums of its group.
  mutating func place(of key: HouseholdCells.Key) -> Int { cells.place(of: key) }
}

extension Int64 {
  /// The sum of two counts, or the largest number.
  func addingSaturated(_ other: Int64) -> Int64 {
    let (sum, over) = addingReportingOverflow(other)
    return over ? .max : sum
  }
}
