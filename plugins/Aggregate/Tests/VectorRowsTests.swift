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
    /// The word of a row, asked cell by cell.
    func word(_ row: Int, asksLine: Bool) -> UInt64 {
      // Over the line a household is deprived in nothing, whatever it did not say.
      guard !asksLine || line[row] != false else { return 0 }
      let asked = flags.map { $0[row] } + (asksLine ? [line[row]] : [])
      guard !asked.contains(where: { $0 == nil }) else { return 1 << UInt64(asked.count) }
      return asked.enumerated().reduce(0) { $0 | ($1.element == true ? 1 << UInt64($1.offset) : 0) }
    }
    /// The members of a row; −1 where they cannot be.
    func count(_ row: Int) -> Int64 {
      members[row].flatMap { (1...1_000_000).contains($0) ? $0 : nil } ?? -1
    }
  }
  private func form(_ flags: Int, line: Bool, members: Bool) throws -> HouseholdMeasures.Form {
    let form = try PlannedMeasures(MeasureStageTests.options).planned.work.form
    return HouseholdMeasures.Form(
      codes: form.codes, groups: [], places: form.places, flags: Array(0..<flags), line: line ? flags : nil,
      members: members ? flags + 1 : nil, rule: form.rule, table: form.table)
  }
  @Test(arguments: [1, 3, 8, 12, 21, 62])
  func `words of rows are those of one cell after another`(_ flags: Int) throws {
    for rows in [0, 1, 64, 700] {
      let sample = Sample(UInt64(flags * 1000 + rows), flags: flags, rows: rows, cells: 2)
      for (line, members) in [(false, false), (true, true), (false, true), (true, false)] {
        let vectors = VectorRows(sample.batch, try form(flags, line: line, members: members))
        #expect(
          vectors.words == (0..<rows).map { sample.word($0, asksLine: line) },
          "\(flags) flags, \(rows) rows, line \(line)")
        #expect(vectors.members == (members ? (0..<rows).map { sample.count($0) } : []))
      }
    }
  }
  @Test func `members in a column of another type are not known`() throws {
    let sample = Sample(1, flags: 2, rows: 3, cells: 1)
    let form = try form(2, line: false, members: true)
    let batch = Batch(Array(sample.batch.columns.dropLast()) + [sample.batch.columns[0]], count: 3)
    #expect(VectorRows(batch, form).members == [-1, -1, -1])
  }
}
