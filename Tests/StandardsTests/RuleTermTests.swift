import Diagnostics
import Testing

@testable import Standards

/// Class rules are made of names alone, so that every amount stands in the pack with its clause.
@Suite struct RuleTermTests {
  private static let named = "give the amount a name and clause in `income_lines`, and write that name here"
  private static let points = "give the amount a name and clause in `points.lines`, and write that name here"
  private static let cutoff = "compare `deprivations` with `cutoff`, or with a whole number from 0 to 12"
  private static let alike =
    "compare one of income, b1, b2 with lines by name; deprivations with cutoff or a whole number; area with 'rural', 'urban'; dep_… stands alone"
  private static let plain =
    "write comparisons, or dep_… of indicators, joined by AND, OR, NOT; a household of which something is missing has no class, and is told"
  private static let average = "income > line AND income <= average_line"
  private static let none = "income > average_line\""

  @Test(
    arguments: [
      // The bands of these overlap, or leave a gap, where no line is.
      (average, "income > line AND income <= line + 300000", "line + 300000", "amount", named),
      (none, "income > line + 200000\"", "line + 200000", "amount", named),
      (none, "income > average_line OR income BETWEEN 1600000 AND 1700000\"", "1600000", "amount", named),
      ("b1 > b1_line\"", "b1 > b1_line AND b1 <= 300 OR b1 > 310\"", "300", "amount", points),
      (average, "income > line AND income <= 1900000", "1900000", "amount", named),
      (average, "income > line AND income <= 1900000.5", "1900000.5", "amount", named),
      (average, "income > line AND income IN (average_line, 7)", "7", "amount", named),
      (average, "income > line AND -income >= -average_line", "-income", "amount", named),
      (average, "income > line AND 2 * income <= average_line", "2 * income", "amount", named),
      (average, "income > line AND max(income, line) <= average_line", "max(income, line)", "amount", named),
      (
        average, "income > line AND coalesce(income, line) <= average_line", "coalesce(income, line)",
        "amount", named
      ),
      (
        average, "income > line AND CASE WHEN area = 'rural' THEN income ELSE line END <= average_line",
        "CASE WHEN area = 'rural' THEN income ELSE line END", "amount", named
      ),
      (average, "income > line AND mod(income, 2) = 0", "mod(income, 2)", "amount", named),
      ("b2 >= b2_line", "b2 >= 10 * cutoff", "10 * cutoff", "amount", points),
      ("b2 >= b2_line", "b2 >= 30", "30", "amount", points),
      // Deprivations are compared with a number that they can have.
      ("deprivations < cutoff", "deprivations < 13", "13", "amount", cutoff),
      ("deprivations < cutoff", "deprivations < -1", "-1", "amount", cutoff),
      ("deprivations < cutoff", "deprivations < 3.0", "3.0", "amount", cutoff),
      ("deprivations < cutoff", "deprivations < 1 + 2", "1 + 2", "amount", cutoff),
      ("deprivations < cutoff", "deprivations IN (0, 1, 13)", "13", "amount", cutoff),
      ("deprivations < cutoff", "deprivations < cutoff AND cutoff > 2", "2", "amount", cutoff),
      ("b2 >= b2_line", "deprivations >= 13", "13", "amount", cutoff),
      ("deprivations < cutoff", "deprivations < cutoff + 1", "cutoff + 1", "amount", cutoff),
      // What is not of one kind.
      ("deprivations < cutoff", "deprivations < line", "deprivations < line", "amount", alike),
      ("b2 >= b2_line", "b2 >= cutoff", "b2 >= cutoff", "amount", alike),
      ("b2 >= b2_line", "b2 >= b1", "b2 >= b1", "amount", alike),
      // What would give a class by what is missing, or by the words of something else.
      (none, "income > average_line OR income IS NULL\"", "income IS NULL", "rule", plain),
      (
        none, "CASE WHEN income <= average_line THEN FALSE ELSE TRUE END\"",
        "CASE WHEN income <= average_line THEN FALSE ELSE TRUE END", "rule", plain
      ),
      (
        none, "income > average_line AND count_true(income > line) = 1\"", "count_true(income > line) = 1",
        "rule", plain
      ),
      (
        none, "(income > average_line) = (income > line)\"", "(income > average_line) = (income > line)",
        "rule", plain
      ),
      (none, "income > average_line AND 3 > 2\"", "3 > 2", "rule", plain),
      // A flag stands alone.
      (none, "income > average_line AND dep_water = TRUE\"", "dep_water = TRUE", "rule", plain),
      (none, "income > average_line AND dep_water IS NULL\"", "dep_water IS NULL", "rule", plain),
      (
        none, "income > average_line AND coalesce(dep_water, FALSE)\"", "coalesce(dep_water, FALSE)", "rule",
        plain
      ),
      (
        none, "income > average_line AND count_true(dep_water) = 1\"", "count_true(dep_water) = 1", "rule",
        plain
      ),
      (none, "income > average_line AND dep_water = dep_toilet\"", "dep_water = dep_toilet", "amount", alike),
      // Points say how many deprivations there are, and not which.
      (
        "b2 >= b2_line", "NOT dep_water", "dep_water", "rule",
        "compare b1 and b2 with limits by name; ask indicators in `classes`"
      ),
      (none, "income > average_line AND area LIKE 'r%'\"", "area LIKE 'r%'", "rule", plain),
      (none, "income > average_line AND area = 'rual'\"", "'rual'", "rule", "did you mean 'rural'?"),
      (
        none, "income > average_line AND area IN ('rural', 'đảo')\"", "'đảo'", "rule",
        "there are: rural, urban"
      ),
    ] as [(String, String, String, String, String)])
  func `an amount of a rule's own is refused where it stands`(
    old: String, new: String, part: String, code: String, hint: String
  ) throws {
    let found = try BandTests.mistakes("vn-2022", old, new)
    #expect(found.map(\.code.rawValue) == ["standards.\(code)"])
    let problem = try #require(found.first)
    #expect(problem.message.en.contains(part) || part.hasPrefix("'"))
    #expect(problem.message.vi != problem.message.en && problem.hint?.en == hint)
    #expect(problem.hint.map { $0.vi != $0.en } == true)
    // The place is that of the part alone.
    let range = try #require(problem.range)
    let text = try BandTests.text("vn-2022").replacing(old, with: new, maxReplacements: 1)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[range.start.line - 1]
    let scalars = Array(line.unicodeScalars)
    var written = ""
    for scalar in scalars[(range.start.column - 1)..<(range.end.column - 1)] {
      written.unicodeScalars.append(scalar)
    }
    #expect(written == part)
  }
  @Test(
    arguments: [
      ("vn-2022", average, "NOT (income <= line) AND income <= average_line"),
      ("vn-2022", average, "average_line >= income AND line < income"),
      (
        "vn-2022", "income > average_line\"",
        "NOT income BETWEEN line AND average_line AND NOT income <= line\""
      ),
      (
        "vn-2022", "income > average_line\"",
        "income > average_line AND area = 'rural' OR income > average_line AND area <> 'rural'\""
      ),
      (
        "vn-2022", "income <= line AND deprivations < cutoff",
        "income <= line AND NOT (cutoff <= deprivations)"
      ),
      (
        "vn-2022", "income <= line AND deprivations < cutoff",
        "TRUE AND income <= line AND deprivations < cutoff"
      ),
      ("vn-2022", "b1 <= b1_line AND b2 < b2_line", "b1 <= b1_line AND NOT b2 >= b2_line"),
      (
        "vn-2022", "income <= line AND deprivations < cutoff",
        "income <= line AND (deprivations BETWEEN 0 AND 1 OR 2 = deprivations OR deprivations IN (0, 2))"
      ),
      ("vn-2022", "b1 <= b1_line AND b2 < b2_line", "b1 <= b1_line AND deprivations < 3"),
      (
        "vn-2022", "income <= line AND deprivations < cutoff",
        "income <= line AND deprivations < cutoff AND (dep_water OR NOT dep_water)"
      ),
      ("vn-2011", "income <= line", "income < line OR income IN (line)"),
    ]) func `names may be compared in any way`(id: String, old: String, new: String) throws
  {
    #expect(try BandTests.mistakes(id, old, new).map(\.message.en) == [])
  }
  @Test func `a flag is that of an indicator of the pack`() throws {
    let found = try BandTests.mistakes("vn-2022", Self.none, "income > average_line AND dep_watr\"")
    #expect(found.map(\.message.en) == ["no column 'dep_watr'"])
    #expect(found[0].hint?.en == "did you mean 'dep_water'?")
  }
  @Test(arguments: [("", 6), (" OR dep_water", 7)]) func `a few indicators may be asked, and no more`(
    more: String, count: Int
  ) throws {
    let flags = ["employment", "dependants", "nutrition", "insurance", "adult_education", "child_schooling"]
    let some = flags.map { "dep_\($0)" }.joined(separator: " OR ") + more
    let new = "income <= line AND deprivations < cutoff AND (\(some) OR NOT (\(some)))"
    let found = try BandTests.mistakes("vn-2022", "income <= line AND deprivations < cutoff", new)
    guard count > 6 else {
      #expect(found.map(\.message.en) == [])
      return
    }
    #expect(found.map(\.code.rawValue) == ["standards.rule"])
    #expect(
      found[0].message.en
        == "the rules ask 7 indicators by name: dep_employment, dep_dependants, dep_nutrition, dep_insurance, dep_adult_education, dep_child_schooling, dep_water"
    )
    #expect(found[0].hint?.en == "ask at most 6 by name, and count the others by `deprivations`")
    #expect(found[0].message.vi != found[0].message.en && found[0].range != nil)
  }
  @Test func `each rule is told once, and every rule`() throws {
    let text = try BandTests.text("vn-2022").replacing("income > line", with: "income > 1500000 + 0")
      .replacing("b1 <= b1_line", with: "b1 <= 140")
    #expect(
      StandardTests.mistakes(["s/a.yaml": text]).map(\.message.en) == [
        "the rule works out an amount of its own: '1500000 + 0'",
        "the rule has an amount without a name: 140",
        "the rule has an amount without a name: 140",
      ])
  }
  /// The bounds within which the places between lines are looked at.
  @Test(
    arguments: [
      ("rural: 1500000", "rural: 9223372036854775807", "expected from 0 to 1000000000000"),
      ("rural: 140", "rural: 9223372036854775807", "expected from 0 to 1000000"),
      ("deprivations: 3, of: 12", "deprivations: 3, of: 1000000000", "expected from 1 to 100"),
    ]) func `amounts that no act has are refused`(old: String, new: String, part: String) throws
  {
    let found = try BandTests.mistakes("vn-2022", old, new)
    #expect(found.map(\.code.rawValue) == ["options.value"] && found[0].message.en.contains(part))
  }
}
