import Diagnostics
import Protect
import StageKit
import StageTestKit
import Testing

/// What `figures.protect` publishes without a ground, when a threshold is declared.
@Suite struct ThresholdTests {
  static let law = "public_by_law: [{ measures: [poor], reason: Law }]"
  private func run(
    _ options: String = "threshold: 5", give: String = "{}",
    edition: String = "edition: { id: e2, date: 2025-02-10 }",
    ledger: [String: String] = [:]
  ) async throws -> Outcome {
    try await outcome(
      pipeline(with: "{ \(Self.law), \(options) }", give: give, use: "counts.give", edition: edition),
      ledger: ledger)
  }
  /// The findings of a run, as `code figure: why`, without the figures of the poor.
  private func told(_ outcome: Outcome) -> [String] {
    outcome.findings.map { "\($0.code.dropFirst(8)) \($0.message.en)" }
  }

  /// How many figures the office was told of as withheld: one a finding, and those that are alike.
  private func hidden(_ outcome: Outcome) -> Int {
    outcome.findings.filter { $0.code == "protect.withheld" }.reduce(0) { sum, finding in
      sum + 1 + (finding.message.en.firstMatch(of: /' and ([0-9]+) of/).flatMap { Int($0.1) } ?? 0)
    }
  }

  @Test func `a small count hides its sum, and the office is told why`() async throws {
    let found = try await run()
    #expect(
      told(found) == [
        "withheld '32000/deprived_water' is withheld: it counts too few",
        "withheld '32001/deprived_water' and 1 of the same measure, group and day in other units are withheld: a withheld figure could be worked out from it",
      ])
    #expect(found.findings.first?.message.vi == "không công bố '32000/deprived_water': quá ít hộ")
    #expect(
      found.entry.contains(
        "{\"figure\":\"964/deprived_water\",\"value\":\"52\",\"status\":\"value\",\"ground\":\"ngưỡng 5, tối thiểu 10\""
      ))
    #expect(found.failure == nil)
  }
  @Test(arguments: [
    ("threshold: 5", "[12, 20, 30]", 0), ("threshold: 13", "[12, 20, 30]", 3),
    ("threshold: 5, min_base: 41", "[12, 20, 30]", 3),
    ("threshold: 5", "[40, 20, 30]", 3), ("threshold: 5", "[0, 20, 30]", 0),
    (
      "threshold: 5, bases: [{ measures: [deprived_water], groups: [\"class:*\"], base: households }]",
      "[12, 20, 30]", 4
    ),
    ("min_base: 10", "[12, 20, 30]", 4),
  ]) func `the options decide how many are withheld`(options: String, water: String, count: Int) async throws
  {
    guard options.contains("threshold") else {
      let all = try await outcome(
        pipeline(with: "{ \(Self.law) }", give: "{ water: \(water) }", use: "counts.give"))
      return #expect(hidden(all) == count)
    }
    #expect(hidden(try await run(options, give: "{ water: \(water) }")) == count)
  }
  @Test(arguments: [
    "1️⃣min_base: 10".replacing("1️⃣min_base: ", with: "min_base: 1️⃣"), "bases: 1️⃣[{ measures: [a], base: b }]",
    "sums: 1️⃣{ a: [b] }", "partitions: 1️⃣[area]",
  ]) func `an option that means nothing without a threshold is refused`(option: String) {
    expectPlan(
      pipeline(with: "{ \(Self.law), \(option) }"), of: stages, files: unitFiles,
      find: [
        (
          1,
          "without `threshold` all figures without a ground are withheld, and this has no effect — add `threshold: 5`"
        )
      ])
  }
  @Test func `hidden values that could be others change no published byte`() async throws {
    var seen: Set<String> = []
    for water in ["[2, 20, 30]", "[3, 19, 30]", "[4, 17, 31]"] {
      let found = try await run(give: "{ water: \(water) }")
      seen.insert(try #require(found.text) + found.entry)
    }
    #expect(seen.count == 1)
  }

  // MARK: Editions

  static let next = "edition: { id: e2, date: 2025-02-10, previous: e1, changes: { figures: 100% } }"
  private func line(_ id: String, _ value: Int) -> String {
    "{\"figure\":\"\(id)\",\"value\":\"\(value)\",\"status\":\"value\",\"ground\":null,\"edition\":\"e1\"}\n"
  }
  @Test func `what an earlier edition told is told to the office`() async throws {
    let found = try await run(edition: Self.next, ledger: ["e1": line("32000/deprived_water", 2)])
    #expect(found.failure == nil)
    #expect(
      told(found).first
        == "published-before '32000/deprived_water' is withheld, and an earlier edition has told it; whoever read that knows it"
    )
    #expect(
      found.entry.contains(
        "\"value\":null,\"status\":\"withheld\",\"ground\":null,\"edition\":\"e2\",\"before\":\"2\""))
    #expect(found.text?.contains("old: Optional(\"2\")") == false)
  }
  @Test func `figures told before that give a withheld one away stop the run as data`() async throws {
    let before =
      line("32001/deprived_water", 20) + line("32002/deprived_water", 30) + line("964/deprived_water", 52)
    let found = try await run(edition: Self.next, ledger: ["e1": before])
    #expect(found.failure?.cause == .data)
    #expect(
      found.failure?.message.en
        == "'32000/deprived_water' must be withheld, and follows from what is public by law or was published before: = 964/deprived_water − 32001/deprived_water − 32002/deprived_water"
    )
    #expect(found.text == nil && found.entry.isEmpty)
  }
  @Test func `a telephone number in a note stops the run`() async throws {
    let found = try await run(give: "{ note: \"gọi 0912 345 678\" }")
    #expect(
      found.failure?.message.en
        == "f.csv:2: 'note' of a figure has a number like a telephone number, so nothing is published")
    #expect(found.failure?.cause == .data && found.text == nil)
  }
}
