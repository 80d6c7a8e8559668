import Diagnostics
import Testing

@testable import Plans

/// Targets of one plan that no result can reach together.
@Suite struct OpposedTargetsTests {
  private static let low = "kind: level, measure: a, unit: percent, at_most: 2.5"
  private static let high = "kind: level, measure: a, unit: percent, at_least: 3.5"
  private static let cut = "kind: change, measure: a, unit: points, toward: down, baseline: 2023-12-31"

  private func opposed(_ targets: String...) throws -> [String] {
    try PlanText(targets).plan().contradictions.map(\.text.en)
  }

  private static let opposites: [(String, String)] = [
    (low, high), (high, low), (low, level("above: 2.5")), (level("below: 2.5"), level("at_least: 2.5")),
    (low, level("between: [3, 4]")),
    // From whichever day on its way a level is told, it is the same.
    (low + ", baseline: 2023-12-31", high), (low, high + ", baseline: 2023-12-31"),
    (low + ", baseline: 2022-12-31", high + ", baseline: 2023-12-31"),
    (cut + ", at_least: 2", cut + ", at_most: 1.5"),
  ]
  private static let friends: [(String, String)] = [
    (low, low), (low, level("at_least: 2.5")), (low, level("at_least: 3.5", of: "b")),
    (low, high + ", group: \"area:urban\""), (low + ", due: 2024-06-30", high),
    (low, "kind: level, measure: a, unit: households, at_least: 3"),
    // Changes from two days may both be.
    (cut + ", at_least: 2", earlierCut + ", at_most: 1.5"), (low, cut + ", at_least: 3"),
    // Of one that is read in two ways one way may be reached together with the other.
    (low, twoWays),
  ]
  private static let earlierCut =
    "kind: change, measure: a, unit: points, toward: down, baseline: 2022-12-31"
  private static let twoWays =
    "kind: level, unit: percent, at_least: 3.5, readings: [{ name: x, measure: a }, { name: y, measure: b }]"
  private static func level(_ goal: String, of measure: String = "a") -> String {
    "kind: level, measure: \(measure), unit: percent, \(goal)"
  }

  @Test(arguments: opposites) func `targets that exclude each other are told, both by name`(
    _ first: String, _ second: String
  ) throws {
    #expect(try opposed(first, second) == ["No result can reach both 'T1' and 'T2'."])
  }
  @Test(arguments: friends) func `targets that can be reached together are not`(
    _ first: String, _ second: String
  ) throws {
    #expect(try opposed(first, second).isEmpty)
  }
  @Test func `of three each pair is told`() throws {
    let found = try opposed(Self.low, Self.high, Self.level("between: [2.6, 3.4]"))
    #expect(found.count == 3)
  }
}
