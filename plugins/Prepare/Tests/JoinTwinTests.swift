import StageKit
import StageTestKit
import Tables
import Testing

@testable import Prepare

/// A join of random tables, against one with a dictionary.
@Suite struct JoinTwinTests {
  private static let kinds: [(String, [String])] = [
    ("text", (0..<60).map { "mã-\($0 * $0)" }), ("text", (0..<60).map { "\(10000 + $0)" }),
    ("int", (0..<60).map { "\($0 * 1_000_003 - 77)" }), ("decimal", (0..<60).map { "\($0).25" }),
    ("date", (10..<60).map { "20\($0)-02-28" }), ("bool", ["0", "1"]),
    ("double", (0..<60).map { "\($0).5" }),
  ]

  @Test(arguments: kinds.indices, ["reject", "keep", "drop"])
  func `rows are joined as by a dictionary`(_ kind: Int, _ unmatched: String) async throws {
    let (type, values) = Self.kinds[kind]
    var random = SeededRandom(UInt64(kind))
    let known = values.filter { _ in Int.random(in: 0..<3, using: &random) > 0 }.shuffled(using: &random)
    let own = (0..<150).map { _ in random.one(values + [""]) }
    let names = Dictionary(
      uniqueKeysWithValues: known.enumerated().map { ($1, $0 % 7 == 0 ? "" : "tên \($0)") })
    let steps = """
        - { id: a, use: rows.give, with: { columns: { n: int, k: \(type) }, rows: [\(own.enumerated().map { "[\($0), '\($1)']" }.joined(separator: ", "))] } }
        - { id: b, use: rows.give, with: { columns: { name: text, key: \(type) }, rows: [['', ''], \(known.map { "['\(names[$0] ?? "")', '\($0)']" }.joined(separator: ", "))] } }
        - { id: out, use: rows.join, from: { table: a, lookup: b }, with: { on: { k: key }, unmatched: \(unmatched) } }
      """
    let found = try await outcome(steps, workers: 3, batchRows: 11)
    var expected: [String] = []
    var lost = 0
    for (row, key) in own.enumerated() {
      if let name = names[key] {
        expected.append("\(row) \(name.isEmpty ? "(blank)" : name)")
      } else {
        lost += 1
        if unmatched == "keep" { expected.append("\(row) (notReported)") }
      }
    }
    let rows = found.rows.map { $0.split(separator: " | ") }.map { "\($0[0]) \($0[2])" }
    #expect(rows == expected && lost > 0)
    #expect(found.findings.count == (unmatched == "drop" ? 0 : lost))
    #expect(
      found.balance
        == [150, expected.count, unmatched == "reject" ? lost : 0, unmatched == "drop" ? lost : 0])
  }
}
