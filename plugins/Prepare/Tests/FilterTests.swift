import Diagnostics
import StageKit
import StageTestKit
import Testing

@testable import Prepare

@Suite struct FilterTests {
  static let give = """
      - id: in
        use: rows.give
        with: { columns: { id: text, n: int, area: text }, rows: [[a, 1, '01'], [b, '', '01'], [c, 9223372036854775807, '02'], [d, 3, ''], [e, 4, '02']] }

    """
  private func step(_ condition: String) -> String {
    Self.give + "  - { id: out, use: rows.filter, with: { where: \"\(condition)\" } }"
  }

  @Test(
    arguments: [
      ("n >= 3", "c d e", 0), ("n < 3 OR area = '02'", "a c e", 0), ("NOT (area = '01')", "c e", 0),
      ("n IS NULL", "b", 0), ("TRUE", "a b c d e", 0), ("n + 1 > 2", "d e", 1), ("id <> 'a'", "b c d e", 0),
    ] as [(String, String, Int)])
  func `a row stays when the condition is true, neither false nor missing`(
    _ condition: String, _ kept: String, _ rejected: Int
  ) async throws {
    for (workers, size) in [(1, 1), (2, 2), (7, 64), (2, 1024)] {
      let found = try await outcome(step(condition), workers: workers, batchRows: size)
      #expect(found.rows.map { $0.prefix(1) }.joined(separator: " ") == kept)
      let out = found.rows.count
      #expect(found.balance == [5, out, rejected, 5 - out - rejected])
    }
  }
  @Test func `a row whose condition cannot be computed is rejected, not lost`() async throws {
    let found = try await outcome(step("n + 1 > 2"))
    #expect(found.findings == ["a.csv:4 filter.overflow -"])
    #expect(
      found.messages == [
        "a number in the condition does not fit in 64 bits, so whether the row is wanted is not known; look at its numbers and their unit"
      ])
  }
  @Test func `no row left is an error unless none are expected`() async throws {
    let found = try await outcome(step("FALSE"))
    #expect(found.failure?.hasPrefix("step 'out' gave 0 rows, and at least 1 are expected") == true)
  }
  @Test(
    arguments: [
      ("n >= 1️⃣m", "no column 'm' — did you mean 'n'?"),
      ("1️⃣n", "the expression gives a whole number, and yes or no is needed"),
    ])
  func `a condition is checked`(_ condition: String, _ message: String) {
    expectSteps(
      Self.give
        + "  - { id: out, use: rows.filter, with: { where: \(condition) } }",
      find: [(1, message)])
  }
  @Test func `a condition is needed`() {
    expectOptions(
      of: FilterRows.self, "1️⃣when: n > 1",
      find: [(1, "unknown option 'when' — there are: where"), (1, "missing option 'where'")])
  }
}
