import Diagnostics
import Foundation
import Testing

@testable import Standards

/// Whether the rules of a pack speak of every household once: packs of the project, each with one slip.
@Suite struct BandTests {
  /// A committed pack as it is written.
  static func text(_ id: String) throws -> String {
    let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: folder.appending(path: "pipelines/standards/\(id).yaml"), encoding: .utf8)
  }
  /// The mistakes of a pack in which the first of some words are others.
  static func mistakes(_ id: String, _ old: String, _ new: String) throws -> [Diagnostic] {
    let text = try text(id)
    let place = try #require(text.range(of: old), "the test changes something")
    return StandardTests.mistakes(["s/a.yaml": text.replacingCharacters(in: place, with: new)])
  }

  @Test(
    arguments: [
      // Near-poor to the line of the average, which can then never be.
      (
        "vn-2022", "income <= line AND deprivations < cutoff", "income <= average_line",
        [
          "standards.overlap: two rules speak of one household: in the countryside, with 0 đồng per person and month and 3 deprivations it is 'poor' and 'near-poor' as well",
          "standards.overlap: two rules speak of one household: in the countryside, with 1500001 đồng per person and month and 0 deprivations it is 'near-poor' and 'average living standard' as well",
        ]
      ),
      (
        "vn-2022", "income <= line AND deprivations >= cutoff", "deprivations >= cutoff",
        [
          "standards.overlap: two rules speak of one household: in the countryside, with 1500001 đồng per person and month and 3 deprivations it is 'poor' and 'average living standard' as well",
          "standards.overlap: two rules speak of one household: in the countryside, with 2250001 đồng per person and month and 3 deprivations it is 'poor' and 'none of them' as well",
        ]
      ),
      (
        "vn-2022", "b1 <= b1_line AND b2 < b2_line", "b1 <= b1_line AND b2 <= b2_line",
        [
          "standards.overlap: two rules speak of one household: in the countryside, with 0 points B1 and 30 points B2 it is 'poor' and 'near-poor' as well"
        ]
      ),
      (
        "vn-2022", "income <= line AND deprivations < cutoff", "income < line AND deprivations < cutoff",
        [
          "standards.gap: no rule speaks of a household in the countryside, with 1500000 đồng per person and month and 0 deprivations"
        ]
      ),
      (
        "vn-2022", "income > line AND income <= average_line",
        "income > average_line AND income <= average_line",
        [
          "standards.gap: no rule speaks of a household in the countryside, with 1500001 đồng per person and month and 0 deprivations"
        ]
      ),
      (
        "vn-2022", "income > average_line\"", "income > average_line AND area = 'urban'\"",
        [
          "standards.gap: no rule speaks of a household in the countryside, with 2250001 đồng per person and month and 0 deprivations"
        ]
      ),
      (
        "vn-2022", "b1 > b1_line\"", "b1 > b1_line AND b2 >= b2_line\"",
        [
          "standards.gap: no rule speaks of a household in the countryside, with 141 points B1 and 0 points B2"
        ]
      ),
      // The branch of a poor household would hang on which rule comes first.
      (
        "vn-2016", "income > line AND income <= near_line AND deprivations >= cutoff",
        "income <= near_line AND deprivations >= cutoff",
        [
          "standards.overlap: two rules speak of one household: in the countryside, with 0 đồng per person and month and 3 deprivations it is 'poor (income)' and 'poor (deprivation)' as well"
        ]
      ),
      // By which indicators a household lacks, in the words of a year.
      (
        "ho-chi-minh-2021", "dep_income AND dep_dependants AND income <= line AND deprivations < cutoff",
        "dep_income AND dep_dependants AND income <= line",
        [
          "standards.overlap: two rules speak of one household: in the countryside, with 0 đồng per person and year and 3 deprivations (dep_income, dep_dependants) it is 'poor (deprivation)' and 'poor (income)' as well"
        ]
      ),
      (
        "ho-chi-minh-2021", "dep_income AND dep_dependants AND income <= line AND deprivations < cutoff",
        "dep_income AND dep_dependants AND deprivations < cutoff",
        [
          "standards.overlap: two rules speak of one household: in the countryside, with 36000001 đồng per person and year and 2 deprivations (dep_income, dep_dependants) it is 'poor (income)' and 'near-poor' as well",
          "standards.overlap: two rules speak of one household: in the countryside, with 46000001 đồng per person and year and 2 deprivations (dep_income, dep_dependants) it is 'poor (income)' and 'none of them' as well",
        ]
      ),
      (
        "ho-chi-minh-2021", "income > line AND deprivations < 2 OR", "income > line AND deprivations < 1 OR",
        [
          "standards.gap: no rule speaks of a household in the countryside, with 36000001 đồng per person and year and 1 deprivations (not dep_income, not dep_dependants)"
        ]
      ),
      (
        "ho-chi-minh-2021", "deprivations = 2 AND income > line",
        "deprivations = 2 AND NOT dep_dependants AND income > line",
        [
          "standards.gap: no rule speaks of a household in the countryside, with 36000001 đồng per person and year and 2 deprivations (not dep_income, dep_dependants)"
        ]
      ),
    ]) func `bands that overlap or leave a gap are told with a household of theirs`(
      id: String, old: String, new: String, wanted: [String]
    ) throws
  {
    let found = try Self.mistakes(id, old, new)
    #expect(found.map { "\($0.code.rawValue): \($0.message.en)" } == wanted)
    for problem in found {
      #expect(problem.hint != nil && problem.message.vi != problem.message.en)
      let line = try #require(problem.range).start.line
      let rules = try Self.text(id).replacing(old, with: new).split(
        separator: "\n", omittingEmptySubsequences: false)
      // An overlap stands at the later rule, a gap at the list.
      let isAtRule = rules[line - 1].contains("when:")
      #expect(isAtRule == (problem.code == "standards.overlap"))
    }
  }
  // MARK: What else is cheap to see

  @Test(
    arguments: [
      (
        "vn-2022", "clause: \"Nghị định 07/2021/NĐ-CP, Điều 3 khoản 1 điểm a: tiêu chí thu nhập\"",
        "clause: theo quy định",
        "standards.clause: 'theo quy định' names no act — write the number of the act as in `legal`, then article and clause where they were read"
      ),
      (
        "vn-2022", "clause: \"Nghị định 07/2021/NĐ-CP, Điều 3 khoản 1 điểm a: tiêu chí thu nhập\"",
        "clause: Điều 3",
        "standards.clause: 'Điều 3' names no act — write the number of the act as in `legal`, then article and clause where they were read"
      ),
      (
        "vn-2022", "name: { vi: Việc làm, en: Employment }", "name: { vi: Việc làm }",
        "standards.english: 'Việc làm' has no English name — write { vi: …, en: … }; English pages and `standards show` need it"
      ),
      (
        "vn-2016", "name: { vi: Nghèo về thu nhập, en: Poor by income }", "name: Nghèo về thu nhập",
        "standards.english: 'Nghèo về thu nhập' has no English name — write { vi: …, en: … }; English pages and `standards show` need it"
      ),
      (
        "vn-2016", "branch: income", "branch: incomes",
        "standards.branch: the branch 'incomes' has no name in `branches` — did you mean 'income'?"
      ),
      (
        "vn-2016", "    branch: income\n", "",
        "standards.branch: this rule of 'poor' names no branch, and another rule of the class does — write `branch` in every rule of the class, or in none"
      ),
      (
        "vn-2022", "line: { rural: 1500000, urban: 2000000", "line: { rural: 1500, urban: 2000",
        "standards.line: the line 'line' is 1500, which cannot be đồng per person — write đồng, not thousands of đồng; at least 10000"
      ),
      (
        "vn-2022", "line: { rural: 1500000", "line: { rural: 0",
        "standards.line: the line 'line' is 0, which cannot be đồng per person — write đồng, not thousands of đồng; at least 10000"
      ),
      (
        "ho-chi-minh-2021", "line: { rural: 36000000, urban: 36000000", "line: { rural: 36000, urban: 36000",
        "standards.line: the line 'line' is 36000, which cannot be đồng per person — write đồng, not thousands of đồng; at least 120000"
      ),
      (
        "ho-chi-minh-2021", "province: \"79\"", "province: \"99\"",
        "standards.province: no province has the code '99' — write the two digits of the province in the administrative list, from 01 to 96"
      ),
      (
        "ho-chi-minh-2021", "province: \"79\"", "province: \"00\"",
        "standards.province: no province has the code '00' — write the two digits of the province in the administrative list, from 01 to 96"
      ),
      (
        "ho-chi-minh-2021", "indicator: income", "indicator: incom",
        "standards.line: the line is that of the indicator 'incom', which the standard does not have — did you mean 'income'?"
      ),
      // The form.
      (
        "vn-2016",
        "      words:\n        solid: { vi: kiên cố, en: solid }\n        semi_solid: { vi: bán kiên cố, en: semi-solid }\n        unsound: { vi: thiếu kiên cố, en: unsound }\n        simple: { vi: đơn sơ, en: simple hut }\n",
        "",
        "standards.form: the text column 'house' has no words — write `words:`, each word of the form with its meaning; any other will be told"
      ),
      (
        "vn-2016", "hygienic_water: { type: bool,", "hygienic_water: { type: bool, words: { a: A },",
        "standards.form: 'hygienic_water' is no text and has words — remove `words`, or write `type: text`"
      ),
      (
        "vn-2016", "hygienic_water: { type: bool,", "hygienic_water: { type: bool, least: 1,",
        "standards.form: the column 'hygienic_water' cannot have `least` — `least` is for numbers (int, decimal), `years` for days (date)"
      ),
      (
        "vn-2016", "members: { type: int, law: false,", "members: { type: int, law: false, years: 3,",
        "standards.form: the column 'members' cannot have `years` — `least` is for numbers (int, decimal), `years` for days (date)"
      ),
      (
        "vn-2016", "members: { type: int, law: false,", "members: { type: int, checked: text,",
        "standards.form: the column 'members' has but one of `clause` and `checked` — write both: the act, and how it was compared"
      ),
      (
        "vn-2016", "members: { type: int, law: false,",
        "members: { type: int, clause: Quyết định 1614/QĐ-TTg, checked: not_read,",
        "standards.not-read: a part that was compared with nothing must be provisional — write `provisional: true` for that part, or compare it and mend `checked`"
      ),
      (
        "vn-2016", "house IN ('unsound', 'simple')", "house IN ('unsound', 'simpel')",
        "standards.form: the condition asks 'house' for the word 'simpel', which that column does not have — did you mean 'simple'?"
      ),
    ]) func `a slip that is cheap to see is told`(
      id: String, old: String, new: String, wanted: String
    ) throws
  {
    let found = try Self.mistakes(id, old, new)
    #expect(found.map { "\($0.code.rawValue): \($0.message.en) — \($0.hint?.en ?? "")" }.first == wanted)
    #expect(found.allSatisfy { $0.message.vi != $0.message.en && $0.range?.file == "s/a.yaml" })
  }
  @Test func `every mistake that the packs of these tests have has a hint`() {
    for row in StandardTests.bad where row.code.hasPrefix("standards.") {
      #expect(row.hint != nil, "\(row.name)")
    }
    let two = StandardTests.mistakes(["s/a.yaml": StandardTests.sound, "s/b.yaml": StandardTests.sound])
    #expect(two.allSatisfy { $0.hint != nil })
  }

  // MARK: The forms of the committed packs

  @Test func `the forms say which answers there can be`() throws {
    let now = try #require(try StandardTests.committed.get()["vn-2022"]?.rules)
    func column(_ name: String) throws -> FormColumn {
      try #require((now.household + now.member).first { $0.name == name })
    }
    #expect(
      try column("water_source").words.map(\.id) == [
        "piped", "drilled_well", "protected_well", "protected_spring", "rain", "bottled", "other",
      ])
    #expect(
      try column("toilet_type").limits?.vi
        == "septic (tự hoại), semi_septic (bán tự hoại), pour_flush (thấm dội nước), vip (cải tiến có ống thông hơi), two_vault (hai ngăn), other (loại khác), none (không có)"
    )
    #expect(try column("members").limits?.en == "at least 1" && column("floor_area").least == 0)
    #expect(
      try column("birth").limits?.vi == "không sau ngày rà soát và không quá 120 năm trước ngày ấy")
    #expect(try column("internet").limits == nil)
    // What is law quotes it, and the bands of schooling were compared with nothing.
    #expect(try column("right_level").clause?.checked == .notRead && column("right_level").isProvisional)
    #expect(try column("trained").clause?.checked == .secondary && column("tv").clause == nil)
  }
  @Test func `a condition on a column that is not certain is not certain`() throws {
    let text = try Self.text("vn-2022")
    let start = try #require(text.range(of: "household: \"NOT (water_source IN"))
    let sure = text.replacingCharacters(
      in: try #require(text.range(of: "provisional: true", range: start.lowerBound..<text.endIndex)),
      with: "provisional: false")
    let standard = try #require(try StandardTests.load(["s/a.yaml": sure])["vn-2022"])
    #expect(standard.rules?.indicators.first { $0.id == "water" }?.condition?.isProvisional == false)
    #expect(
      standard.provisionalParts(byPoints: false, conditions: ["water"]) == ["indicators.water.condition"])
  }
  @Test(
    arguments: [
      ("vn-2022", []), ("vn-2011", []), ("ho-chi-minh-2021", []),
    ] as [(String, [String])]) func `what a pack lacks is known`(id: String, parts: [String]) throws
  {
    #expect(try StandardTests.committed.get()[id]?.missingParts == parts)
  }
  @Test func `a provisional pack may lack its indicators and classes`() throws {
    let text = try Self.text("ho-chi-minh-2021")
    let cutoff = try #require(text.firstMatch(of: /cutoff: .*\n/))
    let start = try #require(text.range(of: "\nform:"))
    let head = String(text[..<start.lowerBound]).replacing(" indicator: income,", with: "")
    let pack: String = head + "\n" + String(cutoff.output)
    let standard = try #require(try StandardTests.load(["s/a.yaml": pack])["ho-chi-minh-2021"])
    #expect(standard.missingParts == ["indicators", "classes"])
  }
  /// As many households are looked at as before where no rule names an indicator.
  @Test(arguments: [("vn-2022", 2 * 7 * 13), ("vn-2011", 2 * 10), ("ho-chi-minh-2021", 2 * 7 * 4 * 9)])
  func `the households that are looked at are few`(id: String, count: Int) throws {
    let rules = try #require(try StandardTests.committed.get()[id]?.rules)
    let grid = BandGrid(of: rules)
    #expect(grid.places.count <= count && Set(grid.places).count == grid.places.count)
    for place in grid.places {
      let (set, all) = (place.isSet.count { $0 }, rules.indicators.count)
      #expect(place.deprivations >= set && Int(place.deprivations) <= all - (place.isSet.count - set))
    }
  }
}
