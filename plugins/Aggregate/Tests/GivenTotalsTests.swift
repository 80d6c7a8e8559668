import Tables
import Testing

@testable import Aggregate

/// Numbers of all households that are listed and cannot be used.
@Suite struct GivenTotalsTests {
  @Test(arguments: [[nil], [-1], [5, 6]] as [[Int64?]])
  func `an island that is listed without a number that can be used is not nothing`(_ counts: [Int64?]) throws
  {
    let wide = try MakeFiguresTests.wide(
      [Row(commune: "00005", district: "003", province: "02", word: "poor")], groups: "[]")
    let island = counts.map { ("004" as String?, $0, "2024-12-31", String?.none) }
    let run = try FiguresRun([wide], [FiguresRun.totals([("00005", 10, "2024-12-31", nil)] + island)])
    #expect(run.shown("poor_rate") == ["00005 poor_rate all 1/10", "003 poor_rate all 1/10"])
  }
}
