import Testing

@testable import Aggregate

/// Levels that several steps added up, of which one step makes the figures.
@Suite struct LevelStepsTests {
  @Test func `levels added up by two steps are as those of one`() throws {
    let rows = [Row(commune: "00005", word: "poor")]
    let totals = [FiguresRun.totals([("00005", 10, "2024-12-31", nil)])]
    let apart = try ["[commune]", "[province, commune]"].map {
      try PlannedSums("{ by: \($0), unit: commune, groups: [], members: members }").made(rows)
    }
    let one = try FiguresRun([apart[1]], totals)
    #expect(one.shown("poor_rate").contains("02 poor_rate all 1/10"))
    let province = try PlannedSums("{ by: [province], unit: commune, groups: [], members: members }").made(
      rows)
    for tables in [[apart[0], province], [province, apart[0]], [apart[0], apart[1]]] {
      let run = try FiguresRun(tables, totals)
      #expect(run.notices.isEmpty && run.failure == nil)
      #expect(run.shown("poor_rate").contains("02 poor_rate all 1/10"))
    }
  }
}
