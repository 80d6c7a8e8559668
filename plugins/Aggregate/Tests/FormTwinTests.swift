import StageKit
import StageTestKit
import Tables
import Testing

@testable import Aggregate

/// Cells and totals of `households.forms` against sums of what was given.
@Suite struct FormTwinTests {
  private static let units = ["00001", "00002", "00003"]
  private static let flags = [\Counted.poor, \Counted.nearPoor]
  /// Counts and totals of some communes.
  private static func given(_ seed: UInt64) -> (counts: [Counted], totals: [AllHouseholds]) {
    var random = Random(state: seed)
    let counts = units.map {
      Counted(unit: $0, poor: Int64(random.below(60) + 60), nearPoor: Int64(random.below(60) + 60))
    }
    return (counts, units.map { AllHouseholds(unit: $0, count: Int64(random.below(900) + 200)) })
  }
  /// Movements that add up, in households, of each class and unit.
  private static func movements(_ counts: [Counted], _ seed: UInt64) -> [ReportedRow] {
    var random = Random(state: seed)
    return counts.flatMap { counted -> [ReportedRow] in
      let up = Int64(random.below(9))
      let down = Int64(random.below(9))
      func rows(_ word: String, _ closing: Int64, _ inner: [Int64]) -> [ReportedRow] {
        let opening = closing + inner[..<3].reduce(0, +) - inner[3...].reduce(0, +)
        return ([opening] + inner + [closing]).enumerated().map {
          ReportedRow(unit: counted.unit, word: word, column: Int64($0 + 1), count: $1)
        }
      }
      let more = (0..<10).map { _ in Int64(random.below(7)) }
      return rows("poor", counted.poor ?? 0, [down, more[0], more[1], up, more[2], more[3], more[4]])
        + rows("near_poor", counted.nearPoor ?? 0, [more[5], up, more[6], down, more[7], more[8], more[9]])
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `F1 has the counts, the rates, and totals made of totals`(
    _ seed: UInt64
  ) throws {
    let (counts, totals) = Self.given(seed)
    let run = try FormsRun([counts], totals: [totals])
    #expect(run.findings == [])
    func expect(_ unit: String, _ poor: Int64, _ near: Int64, _ all: Int64) {
      let rates = [poor, near].map { Plain(100 * Int128($0), Int128(all)).rounded(2) }
      #expect(
        run.row("F1", unit, 1, 3, 4, 5, 6) == "\(all) \(poor) \(rates[0]) \(near) \(rates[1])", "\(unit)")
    }
    for (counted, total) in zip(counts, totals) {
      expect(counted.unit ?? "", counted.poor ?? 0, counted.nearPoor ?? 0, total.count ?? 0)
    }
    let sums = Self.flags.map { flag in counts.reduce(0) { $0 + ($1[keyPath: flag] ?? 0) } }
    expect("n/a", sums[0], sums[1], totals.reduce(0) { $0 + ($1.count ?? 0) })
  }
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `movements stand in F2 and F3 as they were given, and added up`(
    _ seed: UInt64
  ) throws {
    let counts = Self.given(seed).counts
    let rows = Self.movements(counts, seed)
    let run = try FormsRun([counts], flows: [rows])
    #expect(run.findings == [])
    for (form, word) in [("F2", "poor"), ("F3", "near_poor")] {
      for column in 1...9 {
        let own = rows.filter { $0.word == word && $0.column == Int64(column) }
        for row in own { #expect(run.row(form, row.unit ?? "", column) == String(row.count ?? -1)) }
        #expect(run.row(form, "n/a", column) == String(own.reduce(0) { $0 + ($1.count ?? 0) }))
        // Of persons nothing was given.
        #expect(run.row(form, "00001", column, weight: "persons").hasPrefix("["))
      }
    }
  }
  @Test(arguments: 1...9) func `one number of the movements that is another is found by the identity`(
    _ column: Int
  ) throws {
    let counts = Self.given(3).counts
    var rows = Self.movements(counts, 3)
    let place = try #require(
      rows.firstIndex { $0.unit == "00002" && $0.word == "poor" && $0.column == Int64(column) })
    rows[place].count = (rows[place].count ?? 0) + 1
    let run = try FormsRun([counts], flows: [rows])
    let codes = run.findings.map { String($0.prefix { $0 != ":" }) }
    #expect(codes.contains("flows.closing"), "\(run.findings)")
    // Out to the near-poor, in from them, and the closing are held against another table too.
    #expect(codes.contains("forms.tie") == [2, 5, 9].contains(column), "\(run.findings)")
    #expect(run.findings.allSatisfy { $0.contains("00002") }, "\(run.findings)")
    // What is told is never mended.
    #expect(run.row("F2", "00002", column) == String(rows[place].count ?? -1))
  }
  @Test func `a blank count is blank with a reason in every form and in the total, and told once a form`()
    throws
  {
    var (counts, totals) = Self.given(4)
    counts[1].poor = nil
    let run = try FormsRun([counts], totals: [totals])
    #expect(run.row("F1", "00002", 3, 4).hasPrefix("[bảng đếm không có poor]"))
    #expect(run.row("F1", "n/a", 3).hasPrefix("[") && run.row("F1", "n/a", 4).hasPrefix("["))
    #expect(run.row("F1", "n/a", 5) == String(counts.reduce(0) { $0 + ($1.nearPoor ?? 0) }))
    let blank = run.made?.findings.filter { $0.hasPrefix("forms.blank") } ?? []
    #expect(Set(blank).count == blank.count)
  }
  @Test func `every cell has a number or a reason, and never both`() throws {
    let (counts, totals) = Self.given(5)
    for given in [totals, []] {
      let made = try #require(try FormsRun([counts], totals: [given]).made)
      for row in 0..<made.rows.count {
        // A cell that is missing says why in brackets or a sign, and has no digit.
        let numbers = [7, 8].count { made.cell($0, row).contains(where: \.isNumber) }
        let reason = made.cell(9, row)
        #expect(numbers + (reason == "n/a" ? 0 : 1) == 1, "\((0..<10).map { made.cell($0, row) })")
      }
    }
  }
  @Test func `the thirteen forms come in their order, each with a title and a row of totals`() throws {
    let (counts, totals) = Self.given(6)
    let made = try #require(try FormsRun([counts], totals: [totals]).made)
    var order: [String] = []
    for row in 0..<made.rows.count where order.last != made.cell(0, row) { order.append(made.cell(0, row)) }
    #expect(Set(order).count == order.count, "a form stands in one piece")
    #expect(order == (1...13).map { "F\($0)" }.filter { order.contains($0) } && order.contains("F13"))
    for form in order {
      let rows = (0..<made.rows.count).filter { made.cell(0, $0) == form }
      #expect(Set(rows.map { made.cell(1, $0) }).count == 1 && made.cell(1, rows[0]).count > 8)
      #expect(rows.contains { made.cell(3, $0) == "n/a" }, "\(form)")
    }
  }
  @Test func `counts near the largest number leave a total blank and never trap`() throws {
    let counts = Self.units.map { Counted(unit: $0, poor: .max, nearPoor: 1) }
    let run = try FormsRun([counts])
    #expect(run.row("F1", "00001", 3) == String(Int64.max))
    #expect(run.row("F1", "n/a", 3).hasPrefix("["))
    #expect(run.row("F1", "n/a", 5) == "3")
  }
}
