import Diagnostics
import Foundation
import Testing

/// What a name under `cells` stands for: sums, the largest, other groups, the year before, other figures.
@Suite struct FigureCellTests {
  private func kinds(_ cell: String, _ check: String, _ figures: String, others: String = "") async throws
    -> [String]
  {
    try await FigureFound("- { id: R, check: \(check), cells: { c: { \(cell) } } }", figures, others: others)
      .kinds
  }

  @Test(
    arguments: [
      ("measures: [x, y]", "a=5 x=2 y=3", []), ("measures: [x, y]", "a=6 x=2 y=3", ["R wrong"]),
      ("measures: [x, y], take: sum", "a=5 x=5 y=0", []),
      ("measures: [x, y], take: largest", "a=5 x=5 y=3", []),
      ("measures: [x, y], take: largest", "a=5 x=2 y=3", ["R wrong"]),
      ("measures: [x, y], take: largest", "a=-1 x=-3 y=-1", []),
      // Half of a sum is no sum; the largest of those that are there is no larger than that of all.
      ("measures: [x, y]", "a=2 x=2 y=-", ["R not-checked"]),
      ("measures: [x, y]", "a=2 x=2", ["R not-checked"]),
      ("measures: [x, y], take: largest", "a=2 x=2 y=-", []),
      ("measures: [x, y], take: largest", "a=2 x=3 y=-", ["R wrong"]),
      ("measures: [x]", "a=0 x=0", []), ("measures: [x]", "a=0 x=-", ["R not-checked"]),
      // Another group than that of the row.
      ("measures: [a], group: all", "a=5 area:urban/a=5", []),
      ("measures: [a], group: all", "a=5 area:urban/a=4", ["R wrong"]),
      ("measures: [a], group: \"area:urban\"", "a=4", ["R not-checked"]),
      // The last review of the year before, whatever its day.
      ("measures: [x], at: last", "a=5 2023/x=5", []),
      ("measures: [x], at: last", "a=5 2023/x=4", ["R wrong"]),
      ("measures: [x], at: last", "a=5 2023-06-30/x=9 2023-12-14/x=5", []),
      ("measures: [x], at: last", "a=5 x=5 2022/x=5", ["R not-checked"]),
      ("measures: [x], at: last", "a=5 vn-2016/2023/x=5", ["R series-break"]),
      ("measures: [x], at: last", "a=5 2023/x=-", ["R not-checked"]),
      ("measures: [x, y], at: last", "a=5 2023/x=2 2023/y=3", []),
    ] as [(String, String, [String])]) func `a cell is what it is said to be`(
      _ cell: String, _ figures: String, _ kinds: [String]
    ) async throws
  {
    let found = try await self.kinds(cell, "a = c", figures)
    // Of what only other places have nothing is asked.
    #expect(found.filter { $0 != "R idle-rule" } == kinds)
  }
  @Test(
    arguments: [
      ("a=5", "a=5", []), ("a=5", "a=4", ["R wrong"]), ("a=5", "2023/a=5", ["R not-checked"]),
      ("a=5", "90001/a=5", ["R not-checked"]), ("a=5", "a=-", ["R not-checked"]),
      ("area:urban/a=5", "area:urban/a=5", []), ("a=5", "b=5", ["R not-checked"]),
    ] as [(String, String, [String])]) func `figures are held against other figures of the same place`(
      _ figures: String, _ others: String, _ kinds: [String]
    ) async throws
  {
    #expect(try await self.kinds("measures: [a], from: others", "a = c", figures, others: others) == kinds)
  }
  @Test func `other figures are not checked themselves`() async throws {
    let found = try await FigureFound("- { id: R, check: a < 5 }", "a=4", others: "a=9 90001/a=9")
    #expect(found.codes == [])
  }
  @Test func `a name that is a measure and a cell is the cell`() async throws {
    let rule = "- { id: R, check: a = b, cells: { b: { measures: [x] } } }"
    #expect(try await FigureFound(rule, "a=1 b=2 x=1").kinds == [])
    #expect(try await FigureFound(rule, "a=1 b=1 x=2").kinds == ["R wrong"])
  }

  // MARK: Totals of no standard

  @Test(
    arguments: [
      ("none/households=10", []), ("none/households=9", ["R wrong"]), ("none/2024-01-01/households=10", []),
      ("none/2024-01-01/households=9 none/2024-06-30/households=10", []),
      ("none/2024-01-01/households=10 none/2024-06-30/households=9", ["R wrong"]),
      // Not of a later day, of another year, unit or group.
      ("none/2025/households=10", ["R not-checked"]), ("none/2023/households=10", ["R not-checked"]),
      ("none/90001/households=10", ["R not-checked"]), ("none/area:urban/households=10", ["R not-checked"]),
      // That of its own standard goes before, and where it is blank the other stands in.
      ("households=10 none/households=9", []), ("households=9 none/households=10", ["R wrong"]),
      ("households=- none/households=9", ["R wrong"]), ("vn-2016/households=9", ["R not-checked"]),
    ] as [(String, [String])]) func `a total of no standard is taken of the same unit, group and year`(
      _ total: String, _ kinds: [String]
    ) async throws
  {
    let found = try await FigureFound("- { id: R, check: poor <= households }", "poor=10 \(total)")
    #expect(found.kinds == kinds, "\(found.messages.map(\.en))")
  }
  @Test(arguments: ["households", "persons", "plan_base_households", "plan_base_persons"])
  func `the totals are these four`(_ name: String) async throws {
    let found = try await FigureFound("- { id: R, check: poor <= \(name) }", "poor=10 none/\(name)=9")
    #expect(found.kinds == ["R wrong"])
  }
  @Test(arguments: ["near_poor", "children", "poor_persons"]) func `other numbers are of their standard`(
    _ name: String
  ) async throws {
    let found = try await FigureFound("- { id: R, check: poor <= \(name) }", "poor=10 none/\(name)=9")
    #expect(found.kinds.first == "R not-checked")
  }
  @Test func `the day of a total is told where it is another`() async throws {
    let rule = "- { id: R, check: poor <= households }"
    let other = try await FigureFound(rule, "poor=10 none/2024-04-01/households=9")
    #expect(other.messages[0].en.contains("2024-04-01") && other.messages[0].vi.contains("01/04/2024"))
    let same = try await FigureFound(rule, "poor=10 none/households=9")
    #expect(same.messages[0].en.components(separatedBy: "2024-12-31").count == 2)
  }
}
