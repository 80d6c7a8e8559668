import Diagnostics
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
  @Test(arguments: [
    (
      "2024-12-31", "{ standard: nhap, as_of: 2020-12-31, source: { title: T } }",
      "mend `as_of` or `standard`"
    ),
    (
      "2020-12-31", "{ standard: vn-2022, as_of: 2030-12-31, source: { title: T } }",
      "mend `as_of` or `standard`"
    ),
  ]) func `a standard of another time is told with what there is`(
    _ day: String, _ options: String, _ hint: String
  )
    throws
  {
    let run = try FiguresRun([try MakeFiguresTests.wide()], [FiguresRun.whole], options: options, on: day)
    let told = run.mistakes.filter { $0.code.rawValue == "households.standard" }
    #expect(told.map(\.hint?.en) == [hint])
  }
}
