import Measures
public import StageKit
public import Tables
import Units

/// What is known of the poverty of the households seen so far, for every unit and every group in it.
public struct HouseholdMeasures: ReduceState {
  /// How a row is read.
  struct Form: Sendable {
    let codes: [Int]
    let groups: [(column: Int, name: String)]
    let places: UnitPlaces
    /// The columns of deprivations, by the bits of a vector.
    let flags: [Int]
    /// The column that says whether income is within the line.
    let line: Int?
    /// The column of the number of members.
    let members: Int?
    /// Who is poor; `nil` when the options do not say, and the state then never runs.
    let rule: DeprivationRule?
    let table: MeasureTable
  }
  /// The sums of one cell.
  struct Sums: Sendable, VectorSumsOfBoth {
    var households: MeasureSums
    var persons: MeasureSums

    init(_ flags: Int) {
      households = MeasureSums(indicators: flags)
      persons = households
    }
    mutating func merge(_ other: Sums) {
      households.merge(other.households)
      persons.merge(other.persons)
    }
  }
  /// The most columns of deprivations: two bits of a word say what else a row is.
  static let mostFlags = 62

  let form: Form
  private(set) var cells: HouseholdCells
  /// The sums of each unit, then those of the cells of each group.
  private(set) var sums: [[Sums]]

  init(_ form: Form) {
    self.form = form
    cells = HouseholdCells(codes: form.codes, groups: form.groups.map(\.column))
    sums = Array(repeating: [], count: form.groups.count + 1)
  }

  /// Adds the rows of a batch.
  public mutating func add(_ batch: Batch) {
    guard batch.count > 0 else { return }
    let rows = VectorRows(batch, form)
    let units = cells.unitIDs(batch)
    add(rows, to: units, of: 0, cells.unitCount)
    for group in form.groups.indices {
      let places = cells.cellIDs(batch, group: group, units)
      add(rows, to: places, of: group + 1, cells.cells[group].count)
    }
  }
  private mutating func add(_ rows: VectorRows, to places: [UInt32], of table: Int, _ count: Int) {
    makeRoom(table, count)
    guard let rule = form.rule else { return }
    let countsPersons = form.members != nil
    guard count <= Self.mostQuickCells,
      let none = QuickSums(rule, households: places.count, most: VectorRows.mostMembers)
    else {
      rows.forEachKind(in: places, of: count) { cell, kind in
        kind.add(to: &sums[table][cell], by: rule, countsPersons)
      }
      return
    }
    var quick = Array(repeating: QuickSumsOfBoth(households: none, persons: none), count: count)
    rows.forEachKind(in: places, of: count) { cell, kind in
      kind.add(to: &quick[cell], by: rule, countsPersons)
    }
    for (cell, quick) in quick.enumerated() {
      sums[table][cell].households.add(quick.households)
      sums[table][cell].persons.add(quick.persons)
    }
  }
  /// The most cells whose rows of a batch are summed apart first: with more there are few rows in each.
  private static let mostQuickCells = 32
  private mutating func makeRoom(_ table: Int, _ count: Int) {
    let missing = count - sums[table].count
    if missing > 0 { sums[table] += repeatElement(Sums(form.flags.count), count: missing) }
  }

  /// Adds what another state knows.
  public mutating func merge(_ other: HouseholdMeasures) {
    let joined = cells.join(other.cells)
    for (table, places) in ([joined.units] + joined.cells).enumerated() {
      makeRoom(table, (places.max() ?? -1) + 1)
      for (from, to) in places.enumerated() where from < other.sums[table].count {
        sums[table][to].merge(other.sums[table][from])
      }
    }
  }
  /// Writes every cell that has rows with its key, in the order of keys.
  public func write(to bytes: inout ByteWriter) {
    var all: [(key: [UInt8], sums: Sums)] = []
    for (unit, sums) in sums[0].enumerated() where sums.hasRows {
      all.append((cells.key(ofUnit: unit).bytes, sums))
    }
    for group in form.groups.indices {
      for (cell, sums) in sums[group + 1].enumerated() where sums.hasRows {
        all.append((cells.key(ofCell: cell, group: group).bytes, sums))
      }
    }
    all.sort { $0.key.lexicographicallyPrecedes($1.key) }
    bytes.write(UInt64(all.count))
    for (key, sums) in all {
      for byte in key { bytes.write(byte) }
      sums.households.write(to: &bytes)
      sums.persons.write(to: &bytes)
    }
  }
  /// Adds what `write` wrote.
  ///
  /// - Throws: `StateError` when the bytes are not such.
  public mutating func read(from bytes: inout ByteReader) throws(StateError) {
    for _ in 0..<(try bytes.read(UInt64.self)) {
      let key = try HouseholdCells.Key(from: &bytes, levels: form.codes.count, groups: form.groups.count)
      var more = Sums(form.flags.count)
      try more.households.read(from: &bytes)
      try more.persons.read(from: &bytes)
      guard more.hasRows else { throw StateError("a cell without rows") }
      let place = cells.place(of: key)
      makeRoom(key.group, place + 1)
      sums[key.group][place].merge(more)
    }
  }
}

extension HouseholdMeasures.Sums {
  /// Whether any row was of the cell, known or not.
  var hasRows: Bool { households.households > 0 || households.leftOut > 0 }
}

/// The quick sums of a batch in one cell.
private struct QuickSumsOfBoth: VectorSumsOfBoth {
  var households: QuickSums
  var persons: QuickSums
}
