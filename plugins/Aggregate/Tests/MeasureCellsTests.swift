import Measures
import StageKit
import Tables
import Testing

@testable import Aggregate

/// The cells of measures, however they are counted, against one row after another.
@Suite struct MeasureCellsTests {
  /// How rows are counted: by their words or each to its cell, and how many before they are set aside.
  struct Way: CustomTestStringConvertible, Sendable {
    var mostRows = 1 << 30
    var mostKinds = 1 << 19
    var testDescription: String { "\(mostRows) rows, \(mostKinds) kinds" }
  }
  private static let ways = [
    Way(), Way(mostKinds: 0), Way(mostRows: 100), Way(mostRows: 1), Way(mostRows: 64, mostKinds: 0),
    // Enough for some of the cells: counting by words ends when more come.
    Way(mostKinds: 1 << 6), Way(mostRows: 90, mostKinds: 1 << 6),
  ]
  private struct Case {
    let rule: DeprivationRule
    let rows: VectorRows
    let sample: VectorRowsTests.Sample
    let slow: [HouseholdMeasures.Sums]
  }
  private func made(flags: Int, cells: Int, line: Bool, rows: Int = 400) throws -> Case {
    let rule = try DeprivationRule(
      (0..<flags).map { DeprivationRule.Indicator("i\($0)") }, count: (flags + 1) / 2, needsIncome: line)
    let sample = VectorRowsTests.Sample(UInt64(flags + cells), flags: flags, rows: rows, cells: cells)
    let form = try PlannedMeasures(MeasureStageTests.options).planned.work.form
    let vectors = VectorRows(
      sample.batch,
      HouseholdMeasures.Form(
        codes: form.codes, groups: [], places: form.places, flags: Array(0..<flags),
        line: line ? flags : nil, members: flags + 1, rule: rule, table: form.table))
    var slow = Array(repeating: HouseholdMeasures.Sums(flags), count: cells)
    for row in 0..<rows {
      let (word, members, cell) = (
        sample.word(row, asksLine: line), sample.count(row), Int(sample.cells[row])
      )
      let isOpen = word >> UInt64(flags + (line ? 1 : 0)) != 0
      let vector = word & (1 << UInt64(flags) - 1)
      let isWithin = !line || word >> UInt64(flags) & 1 == 1
      if isOpen {
        slow[cell].households.leaveOut()
      } else {
        slow[cell].households.add(vector, weight: 1, isWithinLine: isWithin, by: rule)
      }
      if isOpen || members < 0 {
        slow[cell].persons.leaveOut()
      } else {
        slow[cell].persons.add(vector, weight: members, isWithinLine: isWithin, by: rule)
      }
    }
    return Case(rule: rule, rows: vectors, sample: sample, slow: slow)
  }
  private func expectSame(_ cells: MeasureCells, _ slow: [HouseholdMeasures.Sums]) {
    let cells = cells.settled
    for (cell, sums) in slow.enumerated() {
      let found = cells.sums(of: cell)
      #expect(found.households == sums.households)
      #expect(found.persons == sums.persons)
      #expect(cells.hasRows(cell) == sums.hasRows)
    }
  }

  @Test(arguments: [(1, 2), (3, 40), (12, 3), (12, 70), (30, 5)], ways)
  func `sums are those of one row after another`(_ size: (flags: Int, cells: Int), _ way: Way) throws {
    for line in [false, true] {
      let made = try made(flags: size.flags, cells: size.cells, line: line)
      var cells = MeasureCells(
        made.rule, countsPersons: true, mostRows: way.mostRows, mostKinds: way.mostKinds)
      // Cells come bit by bit, as the units of a file do.
      cells.makeRoom(for: 1)
      cells.makeRoom(for: size.cells)
      cells.add(made.rows, to: made.sample.cells)
      cells.makeRoom(for: size.cells + 3)
      expectSame(cells, made.slow + [HouseholdMeasures.Sums(size.flags)])
    }
  }
  @Test(arguments: ways, ways)
  func `joined tables know what both knew`(_ one: Way, _ other: Way) throws {
    let made = try made(flags: 4, cells: 6, line: true)
    let tables = [one, other].map { way -> MeasureCells in
      var table = MeasureCells(
        made.rule, countsPersons: true, mostRows: way.mostRows, mostKinds: way.mostKinds)
      table.makeRoom(for: 6)
      table.add(made.rows, to: made.sample.cells)
      return table
    }
    var joined = tables[0]
    // Each cell of the other is another cell here, of which one is new.
    joined.merge(tables[1], to: [1, 2, 3, 4, 5, 6])
    var slow = made.slow + [HouseholdMeasures.Sums(4)]
    for cell in 0..<6 { slow[cell + 1].merge(made.slow[cell]) }
    expectSame(joined, slow)
  }
  @Test func `where persons are not counted they have no sums`() throws {
    let made = try made(flags: 3, cells: 2, line: false)
    var cells = MeasureCells(made.rule, countsPersons: false)
    cells.makeRoom(for: 2)
    cells.add(made.rows, to: made.sample.cells)
    for cell in 0..<2 {
      let sums = cells.settled.sums(of: cell)
      #expect(sums.households == made.slow[cell].households)
      #expect(sums.persons == MeasureSums(made.rule))
    }
  }
}
