import Diagnostics
import Testing

/// Rows that must be one of a kind, against a look at every pair of rows.
@Suite struct UniqueRuleTests {
  static let columns = "a: text, b: int, c: date"
  static let names = ["a", "b", "c"]
  private static func rows(_ seed: Int, _ count: Int) -> [[String]] {
    var random = Seeded(seed)
    return (0..<count).map { _ in
      [
        random.one(["x", "y", "ấ", "a\u{302}\u{301}", "x ", ""]), random.one(["1", "2", "-1", "", "-"]),
        random.one(["2024-01-01", "2024-01-02", "", "!"]),
      ]
    }
  }
  private static func file(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: ";") + "\n" }.joined()
  }
  /// The key of a row; `nil` where a missing cell keeps it from being compared.
  private static func key(_ row: [String], _ columns: [Int], same: Bool) -> [[UInt8]]? {
    let cells = columns.map { ["", "-", "!"].contains(row[$0]) ? [] : Array(row[$0].utf8) }
    return same || !cells.contains([]) ? cells : nil
  }

  @Test(arguments: 0..<10, [false, true]) func `a row is told when another has the same key`(
    _ seed: Int, _ same: Bool
  ) async throws {
    let rows = Self.rows(seed, [1, 2, 40, 130][seed % 4])
    let columns = [[0], [1], [0, 1], [2, 0], [0, 1, 2]][seed % 5]
    let list = columns.map { Self.names[$0] }.joined(separator: ", ")
    var trial = Trial(
      Self.columns, Self.file(rows),
      "- { id: R, unique: [\(list)]\(same ? ", missing: same" : "") }")
    trial.batch = 7
    let found = try await trial.run()
    let keys = rows.map { Self.key($0, columns, same: same) }
    let wanted = rows.indices.filter { row in keys[row] != nil && keys.count { $0 == keys[row] } > 1 }
    let column = columns.count == 1 ? " \(list)" : ""
    #expect(found.codes.filter { !$0.contains("idle") } == wanted.map { "\($0 + 1) unique\(column)" })
    #expect(found.rejected == wanted.count)
    // Each is told where the first of its kind stands, and how many there are.
    for (row, words) in zip(wanted, found.messages) {
      let first = (keys.firstIndex { $0 == keys[row] } ?? 0) + 1
      let count = keys.count { $0 == keys[row] }
      #expect(words.en.contains("is in \(count) rows (the first is a.txt:\(first))"), "\(words.en)")
      #expect(words.vi.contains("có ở \(count) dòng (dòng đầu tiên: a.txt:\(first))"), "\(words.vi)")
    }
  }
  @Test(arguments: [1, 2, 7], [1, 16, 1024]) func `workers and batches change nothing`(
    _ workers: Int, _ batch: Int
  ) async throws {
    func run(_ workers: Int, _ batch: Int) async throws -> Found {
      var trial = Trial(
        Self.columns, Self.file(Self.rows(77, 300)),
        "- { id: R, unique: [a, b] }\n- { id: S, severity: warning, unique: [c], missing: same }\n- { id: T, unique: [a, b, c], when: b > 0 }"
      )
      (trial.workers, trial.batch) = (workers, batch)
      return try await trial.run()
    }
    let one = try await run(1, 1024)
    #expect(!one.codes.isEmpty)
    #expect(try await run(workers, batch) == one)
  }
  @Test func `a warning tells of both and keeps both, an error keeps neither`() async throws {
    for (severity, kept) in [("warning", ["x;1;", "x;1;"]), ("error", [])] as [(String, [String])] {
      let found = try await Trial(
        Self.columns, "x;1;\nx;1;\n", "- { id: R, severity: \(severity), unique: [a, b] }"
      ).run()
      #expect(found.codes == ["1 unique", "2 unique"] && found.kept == kept)
    }
  }
  @Test func `of rows that are all the same each is told with the first`() async throws {
    let found = try await Trial(
      Self.columns, String(repeating: "x;1;2024-01-01\n", count: 200), "- { id: R, unique: [a, b, c] }"
    )
    .run()
    #expect(found.codes == (1...200).map { "\($0) unique" } && found.kept == [])
    #expect(Set(found.messages.map(\.en)).count == 1 && found.messages[0].en.contains("200 rows"))
  }
  @Test func `what is composed otherwise is another key, and so is a blank at the end`() async throws {
    let found = try await Trial("a: text", "ấ\na\u{302}\u{301}\nấ \nẤ\n", "- { id: R, unique: [a] }").run()
    #expect(found.codes == [] && found.kept.count == 4)
  }
  @Test func `a row that another rule rejects is still a row that others are compared with`() async throws {
    let found = try await Trial(
      "a: text, b: int", "x;1\nx;99\n", "- { id: R, unique: [a] }\n- { id: S, column: b, range: 1..9 }"
    ).run()
    #expect(found.codes == ["1 unique a", "2 unique a", "2 range b"] && found.rejected == 2)
  }
}
