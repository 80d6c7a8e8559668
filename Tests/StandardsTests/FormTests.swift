import Diagnostics
import Testing

@testable import Standards

/// The form of a pack: words against their own columns, limits, and what is law.
@Suite struct FormTests {
  private static let water =
    "household: \"NOT (water_source IN ('piped', 'drilled_well', 'protected_well', 'protected_spring', 'rain', 'bottled'))\""
  private static let toilets = "septic, semi_septic, pour_flush, vip, two_vault, other, none"

  /// What is told of the pack of 2022 with another condition of water.
  private static func told(_ condition: String) throws -> [(String, String)] {
    try BandTests.mistakes("vn-2022", water, "household: \"\(condition)\"").map {
      ("\($0.code.rawValue): \($0.message.en)", $0.hint?.en ?? "")
    }
  }
  private static func asked(_ column: String, _ word: String) -> String {
    "standards.form: the condition asks '\(column)' for the word '\(word)', which that column does not have"
  }

  @Test(
    arguments: [
      ("toilet_type = 'piped' AND water_source = 'piped'", ["toilet_type piped"]),
      ("toilet_type = 'piped'", ["toilet_type piped"]),
      ("NOT 'septic' = water_source", ["water_source septic"]),
      ("water_source IN ('piped', 'vip', 'septic')", ["water_source vip", "water_source septic"]),
      ("water_source = 'Piped'", ["water_source Piped"]),
      ("water_source LIKE 'p%'", ["water_source p%"]),
      ("water_source BETWEEN 'a' AND 'piped'", ["water_source a"]),
      ("lower(water_source) = 'vip'", ["water_source vip"]),
      ("coalesce(toilet_type, 'rain') = 'vip'", ["toilet_type rain"]),
      // A word that is held against two columns must be one of both.
      ("coalesce(toilet_type, water_source) = 'vip'", ["water_source vip"]),
      (
        "CASE WHEN toilet_type = 'rain' THEN water_source = 'vip' ELSE water_source = 'rain' END",
        ["toilet_type rain", "water_source vip"]
      ),
      ("count_true(water_source = 'none', toilet_type = 'none') = 1", ["water_source none"]),
    ] as [(String, [String])])
  func `a word is one of its own column`(condition: String, wanted: [String]) throws {
    let found = try Self.told(condition)
    #expect(
      found.map(\.0)
        == wanted.map { Self.asked(String($0.split(separator: " ")[0]), String($0.split(separator: " ")[1])) }
    )
    #expect(found.allSatisfy { !$0.1.isEmpty })
  }
  @Test func `the hint is the nearest word, else all words of that column`() throws {
    #expect(try Self.told("toilet_type = 'septik'").map(\.1) == ["did you mean 'septic'?"])
    #expect(
      try Self.told("toilet_type = 'drilled_well'").map(\.1) == ["there are: \(Self.toilets)"])
    let stray = try Self.told("water_source = 'rain' OR 'a' = 'b'")
    #expect(
      stray.map(\.0) == [
        "standards.form: the word 'a' of the condition is held against no column of words",
        "standards.form: the word 'b' of the condition is held against no column of words",
      ])
  }
  @Test(
    arguments: [
      "water_source IN ('piped', 'other') AND toilet_type IN ('other', 'none')",
      "toilet_type = 'other' AND water_source <> 'other'", "length(water_source) > 3",
      "water_source = toilet_type",
      "CASE WHEN toilet_type = 'none' THEN water_source = 'rain' ELSE internet END",
    ]) func `words of their own columns may be asked for`(condition: String) throws
  {
    #expect(try Self.told(condition).map(\.0) == [])
  }
  @Test func `the place is that of the word`() throws {
    let text = try BandTests.text("vn-2022").replacing(
      Self.water, with: "household: \"toilet_type = 'none' AND water_source = 'none'\"")
    let problem = try #require(StandardTests.mistakes(["s/a.yaml": text]).first)
    let range = try #require(problem.range)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[range.start.line - 1]
    let start = line.index(line.startIndex, offsetBy: range.start.column - 1)
    #expect(line[start...].hasPrefix("'none'\"") && range.end.column - range.start.column == 6)
  }

  // MARK: Columns

  private static let clauseOfWater =
    "      provisional: true\n      clause: \"Nghị định 07/2021/NĐ-CP, Phụ lục: ngưỡng thiếu hụt\"\n      checked: secondary\n"

  @Test(
    arguments: [
      (
        "vn-2022", "piped: { vi: nước máy, en: piped water }", "piped: { vi: nước máy }",
        "standards.english: 'nước máy' has no English name — write { vi: …, en: … }; English pages and `standards show` need it"
      ),
      (
        "vn-2022", "piped: { vi: nước máy, en: piped water }", "piped: nước máy",
        "standards.english: 'nước máy' has no English name — write { vi: …, en: … }; English pages and `standards show` need it"
      ),
      (
        "vn-2022", "least: 1,", "least: -3,",
        "options.value: option 'least': expected from 0 to 1000, found '-3' — "
      ),
      (
        "vn-2022", "decimal, law: false, least: 0,", "decimal, law: false, least: 9223372036854775807,",
        "options.value: option 'least': expected from 0 to 1000, found '9223372036854775807' — "
      ),
      (
        "vn-2022", "years: 120,", "years: 9223372036854775807,",
        "options.value: option 'years': expected from 1 to 150, found '9223372036854775807' — "
      ),
      (
        "vn-2022", "years: 120,", "years: 151,",
        "options.value: option 'years': expected from 1 to 150, found '151' — "
      ),
      (
        "vn-2022", "years: 120,", "years: 0,",
        "options.value: option 'years': expected from 1 to 150, found '0' — "
      ),
      // A column of law that lost its clause, and one that never said.
      (
        "vn-2022",
        "}, provisional: true, clause: \"Nghị định 07/2021/NĐ-CP: ngưỡng thiếu hụt\", checked: not_read }\n    wall",
        "} }\n    wall",
        "standards.form: the column 'dependants' quotes no clause, and does not say that it needs none — write `clause` and `checked`; where all see alike what it asks, `law: false`"
      ),
      (
        "vn-2022", "tv: { type: bool, law: false,", "tv: { type: bool,",
        "standards.form: the column 'tv' quotes no clause, and does not say that it needs none — write `clause` and `checked`; where all see alike what it asks, `law: false`"
      ),
      (
        "vn-2022", "tv: { type: bool, law: false,", "tv: { type: bool, law: true,",
        "standards.form: the column 'tv' quotes no clause, and does not say that it needs none — write `clause` and `checked`; where all see alike what it asks, `law: false`"
      ),
      (
        "vn-2022", "stunted: { type: bool,", "stunted: { type: bool, law: false,",
        "standards.form: the column 'stunted' has a `clause` and says `law: false` — remove `law: false`, or `clause` and `checked`"
      ),
      (
        "vn-2022", clauseOfWater, "      law: false\n",
        "standards.form: the words of the column 'water_source' decide who is deprived, and it quotes no clause — write `clause` and `checked`; for an act not read `checked: not_read` and `provisional: true`"
      ),
      (
        "vn-2022", clauseOfWater, "",
        "standards.form: the words of the column 'water_source' decide who is deprived, and it quotes no clause — write `clause` and `checked`; for an act not read `checked: not_read` and `provisional: true`"
      ),
    ]) func `a column says what it must`(id: String, old: String, new: String, wanted: String) throws
  {
    let found = try BandTests.mistakes(id, old, new)
    #expect(found.map { "\($0.code.rawValue): \($0.message.en) — \($0.hint?.en ?? "")" } == [wanted])
    #expect(found.allSatisfy { $0.message.vi != $0.message.en && $0.range != nil })
  }
  @Test(arguments: ["vn-2016", "vn-2022"]) func `words of the committed packs are law, and some flags`(
    id: String
  )
    throws
  {
    let rules = try #require(try StandardTests.committed.get()[id]?.rules)
    let columns = rules.household + rules.member
    #expect(columns.filter { $0.kind == .text }.allSatisfy { $0.clause != nil })
    for column in columns {
      #expect(column.words.allSatisfy { $0.name.vi != $0.name.en }, "\(column.name)")
      // What was compared with nothing is not certain.
      #expect(column.clause?.checked != .notRead || column.isProvisional)
    }
    let unread = Set(columns.filter { $0.clause?.checked == .notRead }.map(\.name))
    #expect(
      unread.isSuperset(
        of: id == "vn-2016"
          ? ["house", "sick", "hygienic_water", "hygienic_toilet"]
          : ["dependants", "wall_durable", "column_durable", "roof_durable", "stunted", "underweight"]))
  }
}
