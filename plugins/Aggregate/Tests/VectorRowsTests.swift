import StageKit
import Tables
import Testing

@testable import Aggregate

/// Rows as vectors, against one row after another.
@Suite struct VectorRowsTests {
  /// A batch of columns of answers and one of members, with gaps.
  struct Sample {
    var flags: [[Bool?]]
    var line: [Bool?]
    var members: [Int64?]
    var cells: [UInt32]

    init(_ seed: UInt64, flags count: Int, rows: Int, cells: Int) {
      var random = Random(state: seed)
      func answer(_ random: inout Random) -> Bool? { random.below(40) == 0 ? nil : random.below(5) == 0 }
      flags = (0..<count).map { _ in (0..<rows).map { _ in answer(&random) } }
      line = (0..<rows).map { _ in random.below(40) == 0 ? nil : random.below(2) == 0 }
      members = (0..<rows).map { _ in
        [nil, -1, 0, 1_000_000, 1_000_001, .max, .min, 4, 5, 2, 7][random.below(11)]
      }
      self.cells = (0..<rows).map { _ in UInt32(random.below(cells)) }
    }
    var batch: Batch {
      let answers = (flags + [line]).map { cells -> Column in
        var builder = ColumnBuilder(.bool)
        for cell in cells {
          if cell == nil || !builder.append(bool: cell) { builder.append(missing: .blank) }
        }
        return builder.column
      }
      var builder = ColumnBuilder(.int)
      for cell in members {
        if let cell { builder.append(units: cell) } else { builder.append(missing: .blank) }
      }
      return Batch(answers + [builder.column], count: cells.count)
    }
    /// What is known of each kind in each cell, row by row.
    func slow(asksLine: Bool, countsPersons: Bool) -> [String: [Int64]] {
      var found: [String: [Int64]] = [:]
      for row in cells.indices {
        // Over the line a household is deprived in nothing, whatever it did not say.
        let isOver = asksLine && line[row] == false
        let asked = isOver ? [] : flags.map { $0[row] } + (asksLine ? [line[row]] : [])
        let bits =
          isOver ? "" : flags.indices.filter { flags[$0][row] == true }.map { "\($0)" }.joined(separator: ",")
        let within = !asksLine || line[row] == true ? "within" : "above"
        let kind = asked.contains { $0 == nil } ? "open" : "\(bits) \(within)"
        let known = members[row].flatMap { (1...1_000_000).contains($0) ? $0 : nil }
        let more = countsPersons ? [1, known ?? 0, known == nil ? 1 : 0] : [1, 0, 0]
        let key = "\(cells[row]) \(kind)"
        found[key] = zip(found[key] ?? [0, 0, 0], more).map { $0 + $1 }
      }
      return found
    }
  }
  private func form(_ flags: Int, line: Bool, members: Bool) throws -> HouseholdMeasures.Form {
    let form = try PlannedMeasures(MeasureStageTests.options).planned.work.form
    return HouseholdMeasures.Form(
      codes: form.codes, groups: [], places: form.places, flags: Array(0..<flags), line: line ? flags : nil,
      members: members ? flags + 1 : nil, rule: form.rule, table: form.table)
  }
  private func found(_ rows: VectorRows, _ cells: [UInt32], _ count: Int) -> [String: [Int64]] {
    var found: [String: [Int64]] = [:]
    rows.forEachKind(in: cells, of: count) { cell, kind in
      let bits = (0..<62).filter { kind.word >> UInt64($0) & 1 == 1 }.map { "\($0)" }.joined(separator: ",")
      let within = kind.word & VectorRows.isWithinLine == 0 ? "above" : "within"
      let key = "\(cell) \(kind.word == VectorRows.isOpen ? "open" : "\(bits) \(within)")"
      #expect(found[key] == nil, "\(key) comes once")
      found[key] = [kind.households, kind.persons, kind.withoutMembers]
    }
    return found
  }
  @Test(arguments: [1, 3, 8, 12, 21, 62], [1, 2, 500])
  func `kinds of rows are those of one row after another`(_ flags: Int, _ cells: Int) throws {
    for rows in [0, 1, 64, 700] {
      let sample = Sample(UInt64(flags * 1000 + rows), flags: flags, rows: rows, cells: cells)
      for (line, members) in [(false, false), (true, true), (false, true), (true, false)] {
        let vectors = VectorRows(sample.batch, try form(flags, line: line, members: members))
        #expect(
          found(vectors, sample.cells, cells) == sample.slow(asksLine: line, countsPersons: members),
          "\(flags) flags, \(rows) rows, line \(line), members \(members)")
      }
    }
  }
  @Test(arguments: [1, 3, 12, 14, 30], [1, 2, 500, 3_000_000])
  func `places in a table are those of hashes`(_ flags: Int, _ cells: Int) throws {
    for rows in [1, 65, 5000] {
      let sample = Sample(UInt64(flags + rows), flags: flags, rows: rows, cells: cells)
      let vectors = VectorRows(sample.batch, try form(flags, line: true, members: false))
      #expect(vectors.places(in: sample.cells, of: cells) == vectors.placesByHash(in: sample.cells))
    }
  }
}
