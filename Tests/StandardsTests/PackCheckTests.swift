import Diagnostics
import Expressions
import StageTestKit
import Tables
import Testing

@testable import Standards

/// What is refused of packs: clauses, lines, periods, conditions, branches.
@Suite struct PackCheckTests {
  static let pack = RuleTests.pack.replacing(
    "  - { id: work, dimension: Việc làm, name: Việc làm, clause: Điều 3 }\n",
    with: """
        - id: work
          dimension: Việc làm
          name: Việc làm
          clause: Điều 3
          condition: { household: "members > 3", meaning: Đông người, clause: Nghị định 07/2021/NĐ-CP }

      """
  ).replacing(
    "income_lines:", with: "form: { household: { members: { type: int, meaning: Số người } } }\nincome_lines:"
  )
  .replacing(
    "  line: { rural: 1500000, urban: 2000000, clause: Điều 3 }",
    with:
      "  line: { rural: 1500000, urban: 2000000, clause: Điều 3 }\n  upper: { rural: 2250000, urban: 3000000, clause: Điều 3 }"
  )

  @Test func `the pack of these tests is sound`() throws {
    let standard = try #require(try StandardTests.load(["s/a.yaml": Self.pack])["vn-2022"])
    let condition = try #require(standard.rules?.indicators.first?.condition)
    #expect(condition.level == .household && condition.expression.text == "members > 3")
    #expect(standard.rules?.household.map(\.name) == ["members"])
  }
  @Test(
    arguments: [
      (
        "urban: 3000000, clause: Điều 3", "urban: 3000000", "options.missing", "missing option 'clause'",
        "The clause that lays it down."
      ),
      (
        "urban: 3000000, clause: Điều 3", "urban: 3000000, clause: 1️⃣' '", "standards.clause",
        "the clause is blank", "write the act, article and clause of this part"
      ),
      (
        "urban: 3000000, clause: Điều 3", "urban: 3000000, clause: 1️⃣Nghị định 70/2021/NĐ-CP",
        "standards.clause", "'70/2021/NĐ-CP' is not among the legal bases of the standard",
        "did you mean '07/2021/NĐ-CP'?"
      ),
      (
        "legal: [Nghị định 07/2021/NĐ-CP]", "legal: 1️⃣['']", "standards.clause",
        "the standard 'vn-2022' has no legal basis", "write number, day and article of the act in `legal`"
      ),
      (
        "  upper: { rural: 2250000", "  1️⃣upper: { rural: 1500000", "standards.overlap",
        "the line 'upper' (1500000) is not above 'line' (1500000) in the countryside",
        "write the lines from the lowest up; the bands between lines that do not rise overlap"
      ),
      (
        "  upper: { rural: 2250000, urban: 3000000", "  1️⃣upper: { rural: 2250000, urban: 1999999",
        "standards.overlap", "the line 'upper' (1999999) is not above 'line' (2000000) in towns",
        "write the lines from the lowest up; the bands between lines that do not rise overlap"
      ),
      (
        "  upper: { rural: 2250000,", "  1️⃣upper: { per: year, rural: 2250000,", "standards.period",
        "the lines 'upper' and 'line' are not of one period",
        "write `per: year` for every line or for none; nothing is multiplied by 12"
      ),
      (
        "household: \"members > 3\", meaning: Đông",
        "household: \"members > 3\", member: \"members > 3\", meaning: 1️⃣Đông", "standards.condition",
        "a condition has exactly one of `household` and `member`",
        "`household` is asked of the household; `member` of each member, of whom one is enough"
      ),
      (
        "household: \"members > 3\"", "household: 1️⃣\"member > 3\"", "expression.column", "no column 'member'",
        "did you mean 'members'?"
      ),
      (
        "household: \"members > 3\"", "household: 1️⃣\"members + 3\"", "standards.rule",
        "'members + 3' is not a condition of yes or no", nil
      ),
      (
        "classes:\n  -", "branches: { 1️⃣incom: x }\nclasses:\n  -", "standards.branch",
        "no rule has the branch 'incom'", nil
      ),
    ] as [(String, String, String, String, String?)])
  func `a wrong pack is told at its place`(
    old: String, new: String, code: String, message: String, hint: String?
  ) throws {
    #expect(Self.pack.contains(old), "the test changes something")
    let marked = MarkedText(Self.pack.replacing(old, with: new))
    let problem = try #require(
      StandardTests.mistakes(["s/a.yaml": marked.text]).first { $0.code.rawValue == code })
    #expect(problem.message.en == message && problem.message.vi != message)
    #expect(problem.hint?.en == hint)
    guard let place = marked.places[1] else { return }
    #expect("\(problem.range?.start.line ?? 0):\(problem.range?.start.column ?? 0)" == place)
  }
  @Test func `a provisional pack may lack what is not known, another may not`() throws {
    let lines = "income_lines:\n  line: { rural: 1, urban: 2, per: year, clause: Điều 1 }\n"
    #expect(
      StandardTests.mistakes(["s/a.yaml": StandardTests.sound + lines]).map(\.message.en) == [
        "the rules of the standard 'vn-2022' lack: classes"
      ])
    let text = StandardTests.sound + "provisional: chưa rõ\n" + lines
    let standard = try #require(try StandardTests.load(["s/a.yaml": text])["vn-2022"])
    #expect(standard.rules?.rules.isEmpty == true && standard.rules?.period == .year)
    #expect(standard.provisionalParts(byPoints: false) == ["*"])
  }
}
