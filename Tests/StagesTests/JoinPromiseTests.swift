import StageTestKit
import Testing

/// What the README of Prepare says of `rows.join`: what becomes of rows that are not in the table, or have no key.
@Suite struct JoinPromiseTests {
  private static let own = "n: { type: int }, a: {}, b: { type: int }"
  private static let other = "a2: {}, b2: { type: int }, name: {}, size: { type: int }"
  /// Keys with every kind of gap.
  private static let people = [
    ["1", "x", "1"], ["2", "x", "2"], ["3", "y", "1"], ["4", "", "1"], ["5", "x", ""], ["6", "-", ".."],
    ["7", "z", "9"], ["8", "x", "1"], ["9", "..", "2"],
  ]
  private static let register = [
    ["x", "1", "Một", "10"], ["x", "2", "", "20"], ["y", "1", "Ba", "-"], ["", "1", "Trống", "40"],
    ["x", "", "Trống", "50"], ["q", "1", "Thừa", "60"], ["", "", "Trống", "70"],
    ["", "1", "Trống nữa", "80"],
  ]
  private func join(
    _ options: String, people: [[String]] = people, register: [[String]] = register, workers: Int = 2,
    batch: Int = 2
  ) async throws -> RowRun {
    try await RowRun(
      RowRun.read("in", Self.own, rows: batch) + RowRun.read("dm", Self.other)
        + "  - { id: out, use: rows.join, from: { table: in, lookup: dm }, with: { \(options) } }",
      ["in.csv": RowRun.csv("n,a,b", people), "dm.csv": RowRun.csv("a2,b2,name,size", register)],
      workers: workers)
  }
  private static let found = ["1;x;1;Một;10", "2;x;2;(blank);20", "3;y;1;Ba;(notApplicable)", "8;x;1;Một;10"]
  private static let told = [5, 6, 7, 8, 10].map { "in.csv:\($0) join.unmatched a" }

  @Test(arguments: [1, 3], [1, 2, 100]) func `unmatched rows are rejected and told, whatever is missing`(
    _ workers: Int, _ batch: Int
  ) async throws {
    for options in ["", ", unmatched: reject"] {
      let run = try await join("on: { a: a2, b: b2 }\(options)", workers: workers, batch: batch)
      #expect(run.names == ["n", "a", "b", "name", "size"])
      #expect(run.lines == Self.found)
      #expect(
        run.findings.map { String($0.prefix { $0 != " " }) }
          == Self.told.map { String($0.prefix { $0 != " " }) })
      #expect(run.counts == ["join.unmatched": 5])
      #expect(run.balance == [9, 4, 5, 0])
      let rejected = run.output["office/rejected/in.csv"] ?? ""
      for line in ["4,,1\n", "5,x,\n", "6,-,..\n", "7,z,9\n", "9,..,2\n"] { #expect(rejected.contains(line)) }
      #expect(!rejected.contains("1,x,1\n"))
    }
  }
  @Test func `unmatched rows are kept with cells that are not reported`() async throws {
    let run = try await join("on: { a: a2, b: b2 }, unmatched: keep")
    #expect(run.rows.count == 9 && run.counts == ["join.unmatched": 5] && run.balance == [9, 9, 0, 0])
    #expect(run.column("n") == (1...9).map(String.init))
    for (row, cells) in run.rows.enumerated() {
      let isFound = [0, 1, 2, 7].contains(row)
      #expect((cells[3] == "(notReported)" && cells[4] == "(notReported)") == !isFound)
    }
    #expect(run.rows[5].prefix(3) == ["6", "(notApplicable)", "(notReported)"])
  }
  @Test func `unmatched rows are dropped and counted, and nothing is told`() async throws {
    let run = try await join("on: { a: a2, b: b2 }, unmatched: drop")
    #expect(run.lines == Self.found && run.findings.isEmpty && run.balance == [9, 4, 0, 5])
  }
  @Test(
    arguments: [
      ("columns: [size]", ["n", "a", "b", "size"]),
      ("columns: [size, name]", ["n", "a", "b", "size", "name"]),
      ("prefix: dm_", ["n", "a", "b", "dm_name", "dm_size"]), ("columns: []", ["n", "a", "b"]),
      ("columns: [name], prefix: x", ["n", "a", "b", "xname"]),
    ] as [(String, [String])]) func `the columns asked for are added, in their order`(
      _ options: String, _ names: [String]
    ) async throws
  {
    #expect(try await join("on: { a: a2, b: b2 }, \(options)").names == names)
  }
  @Test func `two rows with one key stop the run, and rows without a key are none`() async throws {
    let fine = try await join("on: { a: a2, b: b2 }")
    #expect(fine.failure == nil)
    for unmatched in ["reject", "keep", "drop"] {
      let run = try await join(
        "on: { a: a2, b: b2 }, unmatched: \(unmatched)", register: Self.register + [["y", "1", "Lại", "1"]])
      let failure = try #require(run.failure)
      #expect(failure.contains("dm.csv line 4") && failure.contains("dm.csv line 10"), "\(failure)")
    }
  }
  @Test(arguments: 0..<4) func `no row is lost and none is made`(_ seed: Int) async throws {
    var dice = Dice(seed)
    let people = (0..<120).map {
      ["\($0)", dice.one(["x", "y", "z", "", "-"]), dice.one(["1", "2", "3", ""])]
    }
    let keys = ["x", "y", "z"].flatMap { a in ["1", "2", "3"].map { [a, $0] } }.filter { _ in
      dice.below(3) > 0
    }
    let register = keys.map { $0 + ["tên \($0[0])\($0[1])", $0[1]] }
    let known = Set(keys)
    for unmatched in ["reject", "keep", "drop"] {
      let run = try await join(
        "on: { a: a2, b: b2 }, unmatched: \(unmatched)", people: people, register: register, workers: 3,
        batch: 7)
      let there = people.filter { known.contains([$0[1], $0[2]]) }
      let kept = unmatched == "keep" ? people : there
      #expect(run.column("n") == kept.map { $0[0] })
      for row in run.rows where known.contains([row[1], row[2]]) {
        #expect(row[3] == "tên \(row[1])\(row[2])" && row[4] == row[2])
      }
      #expect(run.balance[0] == run.balance[1] + run.balance[2] + run.balance[3])
      #expect(run.counts["join.unmatched"] ?? 0 == (unmatched == "drop" ? 0 : 120 - there.count))
    }
  }
}
