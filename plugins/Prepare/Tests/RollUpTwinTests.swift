import Expressions
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Prepare

/// A plain roll-up with dictionaries of texts, against which the one of states is held.
private struct PlainRollUp {
  /// The cells of each group, by key, in the order of rows; a row without a key is left out.
  var groups: [String: [String]] = [:]

  init(_ keys: [String], _ cells: [String]) {
    for (key, cell) in zip(keys, cells) where !key.isEmpty { groups[key, default: []].append(cell) }
  }
  /// The cell of every group in the order of keys.
  func made(_ way: Aggregate.Way) -> [String] {
    groups.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { one(way, $0.value) }
  }
  private func one(_ way: Aggregate.Way, _ cells: [String]) -> String {
    if way == .first { return Set(cells).count == 1 ? shown(cells[0]) : "(invalid)" }
    let there = cells.filter { !["", "?", "!"].contains($0) }
    if way == .any, there.contains("1") { return "có" }
    if way == .all, there.contains("0") { return "không" }
    if cells.contains("!") { return "(notReported)" }
    if cells.contains("") { return "(blank)" }
    guard !there.isEmpty else { return "(notApplicable)" }
    let numbers = there.compactMap { Int($0) }
    switch way {
    case .count: return String(there.count { $0 == "1" })
    case .sum: return String(numbers.reduce(0, +))
    case .min: return String(numbers.min() ?? 0)
    case .max: return String(numbers.max() ?? 0)
    case .any: return "không"
    case .all: return "có"
    case .first: return ""
    }
  }
  private func shown(_ cell: String) -> String {
    switch cell {
    case "": "(blank)"
    case "?": "(notApplicable)"
    case "!": "(notReported)"
    default: cell
    }
  }
}

@Suite struct RollUpTwinTests {
  private static let ways: [(Aggregate.Way, [String], String)] = [
    (.sum, ["1", "-7", "300", "", "?", "!"], "int amount"), (.min, ["5", "-5", "?", "12"], "int amount"),
    (.max, ["5", "-5", "?", ""], "int amount"), (.any, ["0", "?", "0", "0", "", "1"], "bool"),
    (.all, ["1", "1", "?", "1", "", "0"], "bool"), (.count, ["1", "0", "?", "!"], "bool"),
    (.sum, ["?"], "int amount"), (.first, ["a", "a", "a", "!"], "text"), (.first, ["", "", "x"], "text"),
  ]

  @Test(arguments: ways.indices, [1, 4, 50]) func `the groups are those of the plain one`(
    _ index: Int, _ kinds: Int
  ) throws {
    let (way, choices, words) = Self.ways[index]
    for seed in 0..<6 {
      var random = SeededRandom(UInt64(seed * 1000 + index * 10 + kinds))
      let keys = (0..<120).map { _ in random.one((0..<kinds).map { "hộ \($0)" } + [""]) }
      let cells = (0..<120).map { _ in random.one(choices) }
      let schema = Schema([Field("k", "text"), Field("x", words)])
      let source: Aggregate.Source =
        way == .first
        ? .column(1, schema.fields[1])
        : .expression(try Expression.parse("x").typed(in: schema, referenceDate: nil))
      var states = (0..<3).map { _ in
        RollUpState(
          keys: [RollUpKey(name: "k", type: .text, place: 0)], aggregates: [Aggregate("a", way, source)])
      }
      for start in stride(from: 0, to: 120, by: 8) {
        let part = start..<start + 8
        states[start / 8 % 3].add(giveRows(part.map { [keys[$0], cells[$0]] }, schema, line: start + 2))
      }
      states[1].merge(states[2])
      states[0].merge(states[1])
      var findings = Findings(step: "s")
      let rows = states[0].finish(&findings)
      let found = (0..<rows.count).map { rows.columns[1].shown($0) }
      #expect(found == PlainRollUp(keys, cells).made(way))
      let counts = findings.steps["s"]?.counts ?? [:]
      #expect(counts["rollup.differs"] ?? 0 == (way == .first ? found.count { $0 == "(invalid)" } : 0))
      #expect(counts["rollup.no-key"] ?? 0 == (keys.contains("") ? 1 : 0))
      for row in 0..<rows.count {
        let first = keys.firstIndex(of: rows.columns[0].shown(row)).map { $0 + 2 }
        #expect(rows.origin.line(of: row) == first)
      }
    }
  }
}
