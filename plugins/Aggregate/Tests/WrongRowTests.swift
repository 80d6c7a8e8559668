import StageKit
import StageTestKit
import Tables
import Testing

@testable import Aggregate

/// What rows say that cannot be: numbers of deprivations and of members, and flags that are not those of a standard.
@Suite struct WrongRowTests {
  /// A standard of some indicators.
  private static func pack(_ id: String, _ indicators: String...) -> String {
    let lines = indicators.map {
      "  - { id: \($0), dimension: { vi: Chiều, en: Dimension }, name: { vi: \($0), en: \($0) }, clause: Điều 3, checked: text }"
    }
    return FiguresRun.pack.replacing("vn-2022", with: id) + """

      income_lines: { line: { rural: 1500000, urban: 2000000, clause: Điều 3, checked: text } }
      indicators:
      \(lines.joined(separator: "\n"))
      cutoff: { deprivations: 1, of: \(indicators.count), clause: Điều 3, checked: text }
      classes:
        - { class: poor, when: "income <= line AND deprivations >= cutoff", clause: Điều 3, checked: text }
        - { class: none, when: "income > line OR deprivations < cutoff", clause: Điều 3, checked: text }

      """
  }

  // MARK: Indicators

  @Test(
    arguments: [
      // Counted, other flags beside, standards; what is lacking and what is too many.
      (["a", "b"], [], [], nil), (["a", "b"], [], [["a", "b"]], nil),
      (["b", "a"], ["c"], [["a", "b"]], nil),
      (["a"], [], [["a", "b"]], [["b"], []]), (["a", "b", "c"], [], [["a", "b"]], [[], ["c"]]),
      (["a", "c"], ["b"], [["a", "b"]], [["b"], ["c"]]),
      // The nearest standard says it; one that is met says nothing.
      (["a", "b", "c"], [], [["a", "x", "y", "z"], ["a", "b"]], [[], ["c"]]),
      (["a", "b"], [], [["a", "b", "c"], ["a", "b"]], nil),
      // Of which it is, all flags that there are say: of one flag the smaller standard is the nearer.
      (["a"], [], [["a", "x"], ["a", "b", "c"]], [["x"], []]),
      (["a"], ["b", "c"], [["a", "x"], ["a", "b", "c"]], [["b", "c"], []]),
      // Of indicators that no standard has all that there are must be counted.
      (["x"], [], [["a", "b"]], nil), (["x"], ["y"], [["a", "b"]], [["y"], []]),
      (["x"], ["y"], [], [["y"], []]), (["a"], [], [[]], nil),
    ] as [([String], [String], [[String]], [[String]]?)])
  func `flags are held against the indicators of the standards`(
    _ row: (counted: [String], beside: [String], standards: [[String]], wanted: [[String]]?)
  ) {
    let found = OtherFlags(row.counted, beside: row.beside, of: row.standards)
    #expect(found.map { [$0.missing, $0.extra] } == row.wanted)
  }
  /// The options and packs of a case: standards are the names of their indicators.
  private static func step(_ flags: String, _ standards: [String]) throws -> PlannedSums {
    var packs: [String: String] = [:]
    for (index, text) in standards.enumerated() {
      let ids = text.split(separator: " ").map(String.init)
      packs["s/\(index).yaml"] =
        ids.count == 1 ? pack("s\(index)", ids[0]) : pack("s\(index)", ids[0], ids[1])
    }
    let option = flags.isEmpty ? "" : ", deprivations: \(flags)"
    return try PlannedSums("{ columns: { province: province }, decimals: 4\(option) }", standards: packs)
  }
  /// What is told of flags that are others; nothing when nothing is.
  private static func told(_ why: String?) -> [String] {
    why.map {
      [
        "aggregate.indicators: it is not certain that deprivation_count counts just the flags that are counted here (\($0)), so a and m0 are blank; name in `deprivations` just the indicators of the standard, or measure by others with households.measures"
      ]
    } ?? []
  }
  private static let differs =
    "in 1 households it is not the number of those that are counted, or one is blank"
  @Test(
    arguments: [
      // The flags that are named, the standards there are; H, A and M0 of two poor with three of four flags, and what is told.
      ("", [], "1.0000 0.7500 0.7500", nil), ("", ["water toilet"], "1.0000 0.7500 0.7500", nil),
      ("[dep_water]", [], "1.0000 ? ?", "not counted: dep_toilet; \(differs)"),
      (
        "[dep_water]", ["water toilet"], "1.0000 ? ?",
        "held against the nearest standard: without dep_toilet; \(differs)"
      ),
      // Somebody's own indicators, of which one has the name of a standard's: in every row they are those of the number.
      ("", ["water roof"], "1.0000 0.7500 0.7500", nil), ("", ["water"], "1.0000 0.7500 0.7500", nil),
      ("", ["roof wall"], "1.0000 0.7500 0.7500", nil),
      ("", ["water roof", "toilet water"], "1.0000 0.7500 0.7500", nil),
    ] as [(String, [String], String, String?)])
  func `A and M0 are of the indicators of a standard, or of one's own, or blank`(
    _ row: (flags: String, standards: [String], wanted: String, told: String?)
  ) throws {
    let rows = [Row(word: "poor", water: true, toilet: true), Row(word: "poor", water: true)]
    let made = try Self.step(row.flags, row.standards).made(rows)
    #expect(made.row("province 01 all", "h", "a", "m0") == row.wanted)
    // What was counted is counted whatever it is divided by.
    #expect(made.row("province 01 all", "poor", "deprivation_sum") == "2 3")
    #expect(made.findings == Self.told(row.told))
  }
  @Test(
    arguments: [
      // The flags that are named, a standard; water, toilet and the number of a poor household beside one of water alone with 1.
      ("", "water roof", true, true, 2, "1.0000 0.7500 0.7500", nil),
      // A flag that the standard does not have and that nobody has set shows nothing: the number may be of the standard.
      (
        "", "water roof", true, false, 1, "1.0000 ? ?",
        "held against the nearest standard: without dep_roof; with dep_toilet"
      ),
      (
        "", "water roof", true, true, 1, "1.0000 ? ?",
        "held against the nearest standard: without dep_roof; with dep_toilet; \(differs)"
      ),
      (
        "", "water roof", true, nil, 1, "1.0000 ? ?",
        "held against the nearest standard: without dep_roof; with dep_toilet; \(differs)"
      ),
      // A flag that stands beside and is set, though it is not in the number, is surely not counted in it.
      ("[dep_water]", "", true, true, 1, "1.0000 1.0000 1.0000", nil),
      ("[dep_water]", "", true, false, 1, "1.0000 ? ?", "not counted: dep_toilet"),
      ("[dep_water]", "water toilet", true, true, 1, "1.0000 1.0000 1.0000", nil),
      (
        "[dep_water]", "water toilet", true, false, 1, "1.0000 ? ?",
        "held against the nearest standard: without dep_toilet"
      ),
      // The roof may be in the number: nobody can see it.
      (
        "[dep_water]", "water roof", true, true, 1, "1.0000 ? ?",
        "held against the nearest standard: without dep_roof"
      ),
    ] as [(String, String, Bool?, Bool?, Int64, String, String?)])
  func `own indicators are shown by every row, and by a flag that tells them from the standard`(
    _ row: (
      flags: String, standard: String, water: Bool?, toilet: Bool?, count: Int64, wanted: String,
      told: String?
    )
  ) throws {
    let rows = [
      Row(word: "poor", water: row.water, toilet: row.toilet, count: row.count),
      Row(word: "poor", water: true),
      // Without a number nothing is said, and who has no class is in no rate.
      Row(word: nil, water: nil, toilet: true),
    ]
    let step = try Self.step(row.flags, row.standard.isEmpty ? [] : [row.standard])
    let made = try step.made(rows)
    #expect(made.row("province 01 all", "h", "a", "m0") == row.wanted)
    let told = made.findings.filter { $0.hasPrefix("aggregate.indicators") }
    #expect(told == Self.told(row.told))
    #expect(!made.findings.contains { $0.hasPrefix("aggregate.deprivation-count") } || row.told != nil)
    try expectLaws(of: step.planned.work, over: Rows.batch(rows))
  }
  @Test func `of a table without rows nothing is told`() throws {
    #expect(
      try PlannedSums("{ columns: { province: province }, deprivations: [dep_water] }").made([]).findings
        == [])
  }

  // MARK: Numbers of deprivations

  @Test(
    arguments: [
      // Water, toilet, the number that is said; the sum with a household of two that is right, and whether it is told.
      (true, true, 2, "4 1.0000", false), (true, false, 1, "3 0.7500", false),
      (false, false, 0, "2 0.5000", false),
      (true, true, 1, "? ?", true), (true, true, 3, "? ?", true), (false, false, 1, "? ?", true),
      (true, true, -2, "? ?", true), (true, true, .max, "? ?", true), (false, false, .min, "? ?", true),
      // A flag that is missing may be one more.
      (true, nil, 1, "3 0.7500", false), (true, nil, 2, "4 1.0000", false), (true, nil, 0, "? ?", true),
      (true, nil, 3, "? ?", true), (nil, nil, 2, "4 1.0000", false), (nil, nil, 3, "? ?", true),
    ] as [(Bool?, Bool?, Int64, String, Bool)])
  func `a number of deprivations that is not that of the flags is none, and told`(
    _ row: (water: Bool?, toilet: Bool?, count: Int64, wanted: String, isTold: Bool)
  ) throws {
    let right = Row(word: "poor", water: true, toilet: true)
    let odd = Row(word: "poor", water: row.water, toilet: row.toilet, count: row.count)
    let step = try PlannedSums("{ columns: { commune: commune, province: province }, decimals: 4 }")
    let made = try step.made([right, odd, Row(commune: "00002", word: "poor", water: true)])
    #expect(made.row("commune 00001 all", "deprivation_sum", "a") == row.wanted)
    #expect(made.row("commune 00002 all", "deprivation_sum", "a") == "1 0.5000")
    #expect(made.row("commune 00001 all", "h") == "1.0000")
    let told = made.findings.filter { $0.hasPrefix("aggregate.deprivation-count: 1 households have") }
    #expect(told.count == (row.isTold ? 1 : 0), "\(made.findings)")
    // Of a household that is not poor it is told, and the sum of the poor is what it is.
    var other = odd
    other.word = "none"
    let calm = try step.made([right, other])
    #expect(calm.row("commune 00001 all", "deprivation_sum", "a") == "2 1.0000")
    #expect(calm.findings.count { $0.hasPrefix("aggregate.deprivation-count") } == (row.isTold ? 1 : 0))
  }
  @Test(
    arguments: [
      // The flags that are named, the standard, the number that is said of a household without toilet; what is told.
      ("[dep_toilet]", "water toilet", 0, true), ("[dep_toilet]", "water toilet", 1, false),
      ("[dep_toilet]", "water toilet", 2, false), ("[dep_toilet]", "water toilet", 3, true),
      // A flag that is counted besides is none of the number.
      ("[dep_water, dep_toilet]", "toilet roof", 1, false),
      ("[dep_water, dep_toilet]", "toilet roof", 2, false),
      ("[dep_water, dep_toilet]", "toilet roof", 3, true),
      ("[dep_water, dep_toilet]", "toilet roof", 0, true),
    ] as [(String, String, Int64, Bool)])
  func `where the flags are others the number is still held against what it can be`(
    _ row: (flags: String, standard: String, count: Int64, isTold: Bool)
  ) throws {
    let ids = row.standard.split(separator: " ").map(String.init)
    let step = try PlannedSums(
      "{ columns: { province: province }, deprivations: \(row.flags) }",
      standards: ["s/a.yaml": Self.pack("a", ids[0], ids[1])])
    let made = try step.made([Row(word: "poor", water: true, toilet: true, count: row.count)])
    // All that are counted are set: a number of just so many is of them, and no standard's.
    let counted = Int64(row.flags.split(separator: ",").count)
    #expect(made.findings.contains { $0.hasPrefix("aggregate.indicators") } == (row.count != counted))
    #expect(made.findings.contains { $0.hasPrefix("aggregate.deprivation-count") } == row.isTold)
    #expect(made.row("province 01 all", "deprivation_sum") == (row.isTold ? "?" : String(row.count)))
  }
  @Test func `many flags and many rows are held against each other one by one`() throws {
    let rows = (0..<500).map { (number: Int) -> Row in
      var row = Row(word: "poor")
      (row.water, row.toilet) = (number % 2 == 0, number % 3 == 0)
      row.count = Int64(number % 3)
      return row
    }
    let wrong = (0..<500).count { (number: Int) -> Bool in
      let flags = (number % 2 == 0 ? 1 : 0) + (number % 3 == 0 ? 1 : 0)
      return flags != number % 3
    }
    let made = try PlannedSums("{ columns: { province: province } }").made(rows)
    #expect(made.findings.contains { $0.hasPrefix("aggregate.deprivation-count: \(wrong) households") })
  }

  // MARK: Members

  @Test(arguments: [0, -1, -4, .min] as [Int64]) func `fewer members than one are not added, and told`(
    members: Int64
  ) throws {
    let rows = [
      Row(word: "poor", members: members), Row(word: "none", members: 3),
      Row(commune: "00003", district: "002", word: "poor", members: 2),
    ]
    let made = try PlannedSums(byColumns).made(rows)
    let names = ["members", "members_poor", "members_near_poor"]
    func row(_ key: String) -> String { names.map { made.row(key, $0) }.joined(separator: " ") }
    #expect(row("province 01 all") == "? ? 0" && row("commune 00001 all") == "? ? 0")
    #expect(row("commune 00003 all") == "2 2 0" && made.row("province 01 all", "households", "poor") == "3 2")
    #expect(
      made.findings.map { $0.prefix { $0 != ":" } } == ["aggregate.members", "aggregate.unknown"])
    #expect(made.findings[0].hasPrefix("aggregate.members: 1 households have fewer than 1 member: "))
    #expect(
      made.findings[1].contains(
        "because some households lack the cell, or have a number in it that cannot be"))
    let kept = made.found.steps.values.flatMap(\.kept)
    #expect(kept[0].column == "members")
    // A sum of something else may be below zero.
    let sums = try PlannedSums("{ columns: { province: province }, sums: [members, income] }").made(
      rows.suffix(2))
    #expect(sums.row("province 01 all", "members") == "5" && sums.findings == [])
    // The other stage agrees: nothing of it is in a measure of persons.
    let measured = try PlannedMeasures(
      "{ columns: { province: province }, cutoff: 1, members: members, decimals: 4 }"
    ).made(rows)
    #expect(measured.measure("province 01 all", "persons", "reviewed") == "5/1 5.0000")
    #expect(measured.measure("province 01 all", "persons", "left_out") == "1/1 1.0000")
  }
  @Test func `what cannot be is the same however rows are cut and dealt`() throws {
    let rows = (0..<60).map { (number: Int) -> Row in
      var row = Row(commune: number % 3 == 0 ? "00002" : "00001")
      row.word = number % 4 == 0 ? "giàu" : "poor"
      row.water = number % 2 == 0
      row.members = Int64(number % 5) - 1
      row.count = number % 7 == 0 ? 2 : nil
      return row
    }
    try expectLaws(of: try PlannedSums(byColumns).planned.work, over: Rows.batch(rows))
  }
}
