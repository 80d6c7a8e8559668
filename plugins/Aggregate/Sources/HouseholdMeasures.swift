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
  struct Sums: Sendable {
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
  /// What is known of each unit, then of the cells of each group; nothing when nobody said who is poor.
  private(set) var tables: [MeasureCells]

  init(_ form: Form) {
    self.form = form
    cells = HouseholdCells(codes: form.codes, groups: form.groups.map(\.column))
    let table = form.rule.map { MeasureCells($0, countsPersons: form.members != nil) }
    tables = table.map { Array(repeating: $0, count: form.groups.count + 1) } ?? []
  }

  /// Adds the rows of a batch.
  public mutating func add(_ batch: Batch) {
    guard batch.count > 0, !tables.isEmpty else { return }
    let rows = VectorRows(batch, form)
    let units = cells.unitIDs(batch)
    tables[0].makeRoom(for: cells.unitCount)
    tables[0].add(rows, to: units)
    for group in form.groups.indices {
      let places = cells.cellIDs(batch, group: group, units)
      tables[group + 1].makeRoom(for: cells.cells[group].count)
      tables[group + 1].add(rows, to: places)
    }
  }
  /// Adds what another state knows.
  public mutating func merge(_ other: HouseholdMeasures) {
    let joined = cells.join(other.cells)
    for (table, places) in zip(tables.indices, [joined.units] + joined.cells) {
      tables[table].merge(other.tables[table], to: places)
    }
  }
  /// Writes every cell that has rows with its key, in the order of keys.
  public func write(to bytes: inout ByteWriter) {
    var all: [(key: [UInt8], sums: Sums)] = []
    for (place, table) in tables.map(\.settled).enumerated() {
      for cell in 0..<table.count where table.hasRows(cell) {
        let key = place == 0 ? cells.key(ofUnit: cell) : cells.key(ofCell: cell, group: place - 1)
        all.append((key.bytes, table.sums(of: cell)))
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
      guard tables.indices.contains(key.group) else { throw StateError("a group that there is not") }
      tables[key.group].makeRoom(for: place + 1)
      tables[key.group].merge(more, into: place)
    }
  }
}

extension HouseholdMeasures.Sums {
  /// Whether any row was of the cell, known or not.
  var hasRows: Bool { households.households > 0 || households.leftOut > 0 }
}
