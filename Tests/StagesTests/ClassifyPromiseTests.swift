import Foundation
import StageTestKit
import Testing

/// What the README of Classify and the decree say of one household, at every boundary and for each way of giving the inputs.
@Suite struct ClassifyPromiseTests {
  /// A household as a form has it; what is `nil` is blank.
  private struct Household {
    var area: String?
    /// Đồng a head and month.
    var income: Int?
    var flags: [Bool?]

    /// The class by article 3 of the decree 07/2021.
    var wanted: String? {
      guard let area, let income else { return nil }
      let (line, average) = area == "urban" ? (2_000_000, 3_000_000) : (1_500_000, 2_250_000)
      if income > average { return "none" }
      if income > line { return "average" }
      guard !flags.contains(nil) else { return nil }
      return flags.count { $0 == true } >= 3 ? "poor" : "near_poor"
    }
    var count: String {
      flags.contains { $0 == nil } ? "(blank)" : String(flags.count { $0 == true })
    }
  }
  private static func lacking(_ count: Int, from start: Int = 0) -> [Bool?] {
    (0..<12).map { ($0 + 12 - start) % 12 < count }
  }
  /// The ways to write an income, with the column and the option of each.
  private static let ways: [(name: String, column: String, unit: String, factor: Int, places: Int)] = [
    ("đồng", "type: int, role: amount, unit: đồng/người/tháng", "dong", 1, 0),
    ("nghìn", "type: int, role: amount, unit: nghìn đồng/người/tháng", "thousand_dong", 1000, 0),
    (
      "nghìn lẻ", "type: decimal, scale: 3, role: amount, unit: nghìn đồng/người/tháng", "thousand_dong",
      1000, 3
    ),
    ("không đơn vị", "type: int, role: amount", "dong", 1, 0),
  ]
  private func classify(
    _ households: [Household], way: Int = 0, words: [String: String] = [:], workers: Int = 2, batch: Int = 64
  ) async throws -> RowRun {
    let (_, column, unit, factor, places) = Self.ways[way]
    let flags = (1...12).map { "d\($0): { type: bool }" }.joined(separator: ", ")
    let rows = households.enumerated().map { number, one in
      [
        "H\(number)", one.area.map { words[$0] ?? $0 } ?? "",
        one.income.map { Self.shown($0, factor, places) } ?? "",
      ]
        + one.flags.map { $0.map { $0 ? "1" : "0" } ?? "" }
    }
    let area =
      words.isEmpty
      ? "kv" : "{ column: kv, words: { \(words.map { "\($1): \($0)" }.sorted().joined(separator: ", ")) } }"
    return try await RowRun(
      RowRun.read("in", "h: {}, kv: {}, tn: { \(column) }, \(flags)", rows: batch)
        + "  - { id: out, use: households.classify, with: { area: \(area), income: { column: tn, unit: \(unit) }, deprivations: \(HouseholdRun.deprivations { "d\($0)" }) } }",
      ["in.csv": RowRun.csv("h,kv,tn," + (1...12).map { "d\($0)" }.joined(separator: ","), rows)],
      workers: workers)
  }
  private static func shown(_ income: Int, _ factor: Int, _ places: Int) -> String {
    guard places == 3 else { return String(income / factor) }
    let rest = String(income % 1000)
    return "\(income / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }
  private func check(_ households: [Household], _ run: RowRun) {
    #expect(run.rows.count == households.count)
    #expect(run.column("class") == households.map { $0.wanted ?? "(\(run.missing))" })
    #expect(
      run.column("deprivation_count").map { $0.hasPrefix("(") ? "(blank)" : $0 } == households.map(\.count))
  }

  @Test(arguments: ways.indices, ["urban", "rural"])
  func `at a line is below it, and the least above it is above`(_ way: Int, _ area: String) async throws {
    let least = Self.ways[way].places == 3 || Self.ways[way].factor == 1 ? 1 : 1000
    let lines = [1_500_000, 2_000_000, 2_250_000, 3_000_000]
    let incomes = [0, least] + lines.flatMap { [$0 - least, $0, $0 + least] } + [900_000_000]
    let households = incomes.flatMap { income in
      (0...12).map { Household(area: area, income: income, flags: Self.lacking($0, from: $0)) }
    }
    let run = try await classify(households, way: way)
    check(households, run)
    #expect(run.findings.isEmpty && run.balance == [households.count, households.count, 0, 0])
  }
  @Test func `which three of the twelve are lacking is all one`() async throws {
    var households: [Household] = []
    for a in 0..<12 {
      for b in a + 1..<12 {
        households.append(Household(area: "rural", income: 1, flags: (0..<12).map { $0 == a || $0 == b }))
        for c in b + 1..<12 {
          households.append(
            Household(area: "rural", income: 1, flags: (0..<12).map { [a, b, c].contains($0) }))
        }
      }
    }
    let run = try await classify(households)
    check(households, run)
    #expect(
      run.column("class").count { $0 == "poor" } == 220
        && run.column("class").count { $0 == "near_poor" } == 66)
    for (row, household) in households.enumerated() {
      #expect(run.rows[row][(15 + 2)..<(15 + 14)].map { $0 == "1" } == household.flags)
    }
  }
  @Test(arguments: 0..<4) func `what is missing takes the class only where it matters, and is told`(
    _ seed: Int
  )
    async throws
  {
    var dice = Dice(seed)
    let households = (0..<250).map { _ in
      Household(
        area: dice.one(["urban", "rural", "rural", nil]),
        income: dice.one([1_500_000, 1_500_001, 2_000_000, 2_000_001, 2_250_001, 3_000_001, nil]),
        flags: (0..<12).map { _ in dice.below(20) == 0 ? nil : dice.below(4) == 0 })
    }
    let run = try await classify(households, way: dice.one([0, 2, 3]))
    check(households, run)
    let told = Set(run.findings.compactMap { $0.split(separator: " ").first.map(String.init) })
    let lost = households.indices.filter { households[$0].wanted == nil }.map { "in.csv:\($0 + 2)" }
    #expect(told == Set(lost) && !lost.isEmpty)
    #expect(run.balance == [250, 250, 0, 0])
  }
  @Test(arguments: [1, 2, 7], [1, 13, 1024]) func `workers and batches change nothing`(
    _ workers: Int, _ batch: Int
  )
    async throws
  {
    var dice = Dice(77)
    let households = (0..<100).map { _ in
      Household(
        area: dice.one(["urban", "rural", nil]), income: dice.one([1_500_000, 1_500_001, nil]),
        flags: (0..<12).map { _ in dice.one([true, false, false, nil]) })
    }
    let run = try await classify(households, workers: workers, batch: batch)
    let whole = try await classify(households, workers: 1)
    #expect(run.lines == whole.lines && run.findings == whole.findings)
  }
  @Test func `the words of the file stand for the areas, and no others do`() async throws {
    let words = ["urban": "Thành thị", "rural": "Nông thôn"]
    let households = ["urban", "rural"].flatMap { area in
      [1_500_000, 1_500_001, 2_000_000, 2_000_001].map {
        Household(area: area, income: $0, flags: Self.lacking(3))
      }
    }
    check(households, try await classify(households, words: words))
    // What a reader cannot tell apart is one word: letters composed or not, blanks around them or none.
    let apart = words.mapValues { "\u{A0}" + $0.decomposedStringWithCanonicalMapping + " " }
    let same = households.map {
      Household(area: $0.area.map { apart[$0] ?? $0 }, income: $0.income, flags: $0.flags)
    }
    #expect(
      try await classify(same, words: words).column("class") == households.map { $0.wanted ?? "" })
    for word in ["Urban", "RURAL", "nông thôn", "thanh thi", "Thanh thị"] {
      let run = try await classify([Household(area: word, income: 1, flags: Self.lacking(3))])
      #expect(run.column("class") == ["(\(run.missing))"], "\(word)")
      #expect(run.counts == ["classify.area": 1], "\(word)")
    }
  }
  @Test(arguments: ["urban", "rural"]) func `more money or fewer things lacking never make poorer`(
    _ area: String
  )
    async throws
  {
    let ranks = ["poor": 0, "near_poor": 1, "average": 2, "none": 3]
    let incomes = stride(from: 1_400_000, through: 3_100_000, by: 50_000).map { $0 }
    let households = incomes.flatMap { income in
      (0...12).map { Household(area: area, income: income, flags: Self.lacking(12 - $0)) }
    }
    let found = try await classify(households).column("class").compactMap { ranks[$0] }
    #expect(found.count == households.count)
    for row in households.indices {
      if row % 13 < 12 { #expect(found[row] <= found[row + 1]) }
      if row + 13 < found.count { #expect(found[row] <= found[row + 13]) }
    }
  }

  // MARK: Points

  private func points(_ rows: [[String]]) async throws -> RowRun {
    try await RowRun(
      RowRun.read("in", "kv: {}, b1: { type: int, role: amount }, b2: { type: int, role: amount }")
        + "  - { id: out, use: households.classify, with: { area: kv, points: { b1: b1, b2: b2 } } }",
      ["in.csv": RowRun.csv("kv,b1,b2", rows)])
  }
  @Test func `points at each limit give the class of the circular`() async throws {
    var (rows, wanted): ([[String]], [String]) = ([], [])
    for (area, limit) in [("urban", 175), ("rural", 140)] {
      for b1 in [0, limit - 1, limit, limit + 1, 500] {
        for b2 in stride(from: 0, through: 120, by: 10) {
          rows.append([area, "\(b1)", "\(b2)"])
          wanted.append(b1 > limit ? "none" : b2 >= 30 ? "poor" : "near_poor")
        }
      }
    }
    let run = try await points(rows)
    #expect(run.column("class") == wanted && run.findings.isEmpty)
    #expect(run.column("deprivation_count") == rows.map { String((Int($0[2]) ?? -10) / 10) })
    #expect(run.column("dep_water").allSatisfy { $0.hasPrefix("(") })
  }
  @Test(
    arguments: [
      (["rural", "100", "35"], "-", "classify.b2"), (["rural", "100", "5"], "-", "classify.b2"),
      (["rural", "100", "-10"], "-", "classify.b2"), (["rural", "", "30"], "-", "classify.points"),
      (["rural", "100", ""], "-", "classify.points"), (["rural", "141", ""], "none", nil),
      (["", "100", "30"], "-", "classify.area"), (["phố", "100", "30"], "-", "classify.area"),
      (["urban", "176", "0"], "none", nil), (["rural", "140", "30"], "poor", nil),
    ] as [([String], String, String?)]) func `points that say too little give no class, and are told`(
      _ row: [String], _ wanted: String, _ code: String?
    ) async throws
  {
    let run = try await points([row])
    #expect(run.column("class").map { $0.hasPrefix("(") ? "-" : $0 } == [wanted])
    #expect(Array(run.counts.keys) == (code.map { [$0] } ?? []))
    #expect(run.balance == [1, 1, 0, 0])
  }
}

extension RowRun {
  /// Why classes are missing, where any is; one reason for all.
  fileprivate var missing: String {
    Set(column("class").filter { $0.hasPrefix("(") }).map { String($0.dropFirst().dropLast()) }.joined(
      separator: "|")
  }
}
