import Diagnostics
import StageTestKit
import Testing

/// What holds of `rows.filter` whatever the condition and the rows.
@Suite struct FilterLawTests {
  private static let columns = "n: int, m: int, p: bool, t: text, d: date, x: decimal"
  static let conditions = [
    "m > 3", "m <> 3", "p", "NOT p", "m > 3 AND p", "m > 3 OR p", "t = 'a'", "t IN ('a', 'ấ')",
    "m BETWEEN 1 AND 2", "d < DATE '2024-06-01'", "x >= 0.5", "x > m", "t LIKE 'a%'", "m IS NULL",
    "t IS NOT NULL AND m = 1", "coalesce(m, 0) = 0", "m = m", "CASE WHEN p THEN m > 2 ELSE m < 2 END",
  ]
  private static func rows(_ count: Int, _ seed: UInt64) -> [[String]] {
    var random = SeededRandom(seed)
    return (0..<count).map { number in
      [
        "\(number)", random.one(["", "1", "2", "3", "4", "?"]), random.one(["", "0", "1", "?"]),
        random.one(["a", "ấ", "b", "", "!"]), random.one(["2024-01-01", "2024-06-01", "2025-01-01", ""]),
        random.one(["0.5", "0.49", "-3", "4", ""]),
      ]
    }
  }
  private func kept(_ condition: String, _ rows: [[String]], workers: Int = 2, batchRows: Int = 7)
    async throws
    -> [Int]
  {
    let found = try await outcome(
      give("in", Self.columns, rows) + step("rows.filter", "where: \"\(condition)\""), workers: workers,
      batchRows: batchRows)
    let out = found.rows.count
    #expect(found.balance == [rows.count, out, 0, rows.count - out], "\(condition)")
    #expect(found.failure == nil && found.findings == [])
    return found.column(0).compactMap { Int($0) }
  }

  /// A condition, its contrary, and that it says nothing: every row is in one of them.
  @Test(arguments: conditions) func `a row is in a condition, in its contrary, or in neither`(
    _ condition: String
  ) async throws {
    let rows = Self.rows(80, 5)
    let yes = try await kept(condition, rows)
    let no = try await kept("NOT (\(condition))", rows)
    let open = try await kept(
      "CASE WHEN \(condition) THEN FALSE WHEN NOT (\(condition)) THEN FALSE ELSE TRUE END", rows)
    #expect((yes + no + open).sorted() == Array(0..<80))
    // Rows stay in their order.
    for some in [yes, no, open] { #expect(some == some.sorted()) }
  }
  @Test(arguments: conditions) func `two filters are one of both conditions, in any order`(
    _ condition: String
  ) async throws {
    let input = give("in", Self.columns, Self.rows(60, 6))
    let other = "m >= 1 OR p"
    let one = try await outcome(
      input + step("rows.filter", "where: \"(\(condition)) AND (\(other))\"")
    ).rows
    for (first, second) in [(condition, other), (other, condition)] {
      let text = """
        \(input)  - { id: f, use: rows.filter, with: { where: "\(first)" }, expect: { min_rows: 0 } }
        \(step("rows.filter", "where: \"\(second)\"", from: "f"))
        """
      #expect(try await outcome(text).rows == one)
    }
  }
  @Test(arguments: [1, 2, 7], [1, 64, 1024]) func `workers and batches change nothing`(
    _ workers: Int, _ size: Int
  ) async throws {
    let rows = Self.rows(200, 7)
    for condition in Self.conditions.prefix(4) {
      #expect(
        try await kept(condition, rows, workers: workers, batchRows: size)
          == (try await kept(condition, rows, workers: 1, batchRows: 1)))
    }
  }
  @Test func `the rows that are kept have their cells, missing ones with their reasons, and their places`()
    async throws
  {
    let rows = [
      ["1", "", "?", "!", "", "?"], ["2", "1", "1", "ấ", "2024-01-01", "0.5"], ["3", "?", "", "", "", ""],
    ]
    let text =
      give("in", Self.columns, rows)
      + "  - { id: f, use: rows.filter, with: { where: n <> 2 } }\n"
      + step("rows.derive", "columns: { y: n * 4611686018427387904 }", from: "f")
    let found = try await outcome(text)
    #expect(
      found.rows == [
        "1 | (blank) | (notApplicable) | (notReported) | (blank) | (notApplicable) | 4611686018427387904",
        "3 | (notApplicable) | (blank) | (blank) | (blank) | (blank) | (invalid)",
      ])
    #expect(found.findings == ["a.csv:4 derive.overflow y"])
  }
  @Test func `of missing cells alone nothing is kept but by asking for them`() async throws {
    let rows = (0..<5).map { ["\($0)", "", "", "", "", ""] }
    for condition in Self.conditions where !condition.contains("NULL") && !condition.contains("coalesce") {
      #expect(try await kept(condition, rows) == [], "\(condition)")
    }
    #expect(try await kept("m IS NULL AND t IS NULL AND d IS NULL", rows) == [0, 1, 2, 3, 4])
    #expect(try await kept("p", []) == [])
  }
  @Test(
    arguments: [
      ("n + 9223372036854775807 > 0", [2, 3]), ("n * 9223372036854775807 > 0", [3, 4]), ("n + 0 > 0", []),
      ("n - 9223372036854775807 < 0", [4]),
    ] as [(String, [Int])])
  func `a row whose number is too large is rejected, in words of both languages`(
    _ condition: String, _ lines: [Int]
  ) async throws {
    let found = try await outcome(
      give("in", "n: int", [["1"], ["2"], ["-5"], ["0"], [""]])
        + step("rows.filter", "where: \"\(condition)\""))
    #expect(found.findings == lines.map { "a.csv:\($0) filter.overflow -" })
    #expect(found.balance[2] == lines.count && found.balance.dropFirst().reduce(0, +) == 5)
    #expect(found.phrases.allSatisfy { $0.vi != $0.en && $0.vi.contains("64") && $0.en.contains("64 bits") })
  }
}
