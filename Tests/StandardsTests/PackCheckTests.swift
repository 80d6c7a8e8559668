import Diagnostics
import Expressions
import StageTestKit
import Tables
import Testing

@testable import Standards

/// What is refused of packs: clauses, lines, periods, conditions, branches.
@Suite struct PackCheckTests {
  static let pack = RuleTests.pack.replacing(
    "  - { id: work, dimension: { vi: Việc làm, en: Work }, name: { vi: Việc làm, en: Work }, clause: Điều 3, checked: text }\n",
    with: """
        - id: work
          dimension: { vi: Việc làm, en: Work }
          name: { vi: Việc làm, en: Work }
          clause: Điều 3
          checked: text
          condition: { household: "members > 3", meaning: Đông người, clause: Nghị định 07/2021/NĐ-CP, checked: text }

      """
  ).replacing(
    "income_lines:",
    with: "form: { household: { members: { type: int, law: false, meaning: Số người } } }\nincome_lines:"
  )
  .replacing(
    "  line: { rural: 1500000, urban: 2000000, clause: Điều 3, checked: text }",
    with:
      "  line: { rural: 1500000, urban: 2000000, clause: Điều 3, checked: text }\n  upper: { rural: 2250000, urban: 3000000, clause: Điều 3, checked: text }"
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
        "urban: 3000000, clause: Điều 3, checked: text", "urban: 3000000, clause: Điều 3", "options.missing",
        "missing option 'checked'", "How it was compared with the act."
      ),
      (
        "urban: 3000000, clause: Điều 3, checked: text",
        "urban: 3000000, provisional: true, clause: 1️⃣'Nghị định, Điều 3', checked: not_read",
        "standards.not-read", "'Nghị định, Điều 3' names an article, and is marked as read by nobody",
        "name the act alone, or read it and write `checked: text`"
      ),
      (
        "urban: 3000000, clause: Điều 3, checked: text",
        "urban: 3000000, clause: Nghị định 07/2021/NĐ-CP, checked: 1️⃣not_read", "standards.not-read",
        "a part that was compared with nothing must be provisional",
        "write `provisional: true` for that part, or compare it and mend `checked`"
      ),
      (
        "clause: Nghị định 07/2021/NĐ-CP\n  checked: text",
        "clause: Nghị định 07/2021/NĐ-CP\n  checked: 1️⃣not_read", "standards.not-read",
        "a part that was compared with nothing must be provisional",
        "write `provisional: true` for that part, or compare it and mend `checked`"
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
        "'members + 3' is not a condition of yes or no", "write a comparison, such as income <= line"
      ),
      (
        "classes:\n  -", "branches: { 1️⃣incom: { name: x, checked: text } }\nclasses:\n  -",
        "standards.branch",
        "no rule has the branch 'incom'", "remove it, or write `branch` in a rule"
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
  @Test func `what was compared with nothing may stand where it is provisional`() throws {
    let unread = Self.pack.replacing(
      "urban: 3000000, clause: Điều 3, checked: text",
      with: "urban: 3000000, provisional: true, clause: Nghị định 07/2021/NĐ-CP, checked: not_read"
    )
    .replacing(
      "cutoff, clause: Nghị định 07/2021/NĐ-CP, checked: text",
      with: "cutoff, clause: Nghị định 07/2021/NĐ-CP, checked: not_read"
    )
    .replacing(
      "urban: 175, clause: Nghị định 07/2021/NĐ-CP, checked: text",
      with: "urban: 175, clause: Nghị định 07/2021/NĐ-CP, checked: not_read"
    )
    .replacing(
      "clause: Nghị định 07/2021/NĐ-CP\n  checked: text",
      with: "clause: Nghị định 07/2021/NĐ-CP\n  provisional: true\n  checked: not_read"
    )
    .replacing(
      "deprivations < cutoff\", clause: Điều 3, checked: text",
      with:
        "deprivations < cutoff\", provisional: true, clause: Nghị định 07/2021/NĐ-CP, checked: not_read")
    let standard = try #require(try StandardTests.load(["s/a.yaml": unread])["vn-2022"])
    #expect(standard.provisionalParts(byPoints: false) == ["income_lines.upper", "classes.none"])
    #expect(standard.provisionalParts(byPoints: true) == ["points"])
    let all = unread.replacing("provisional: true, ", with: "") + "provisional: chưa rõ\n"
    #expect(try StandardTests.load(["s/a.yaml": all]).standards.count == 1)
  }
  @Test func `a clause says what was not compared`() throws {
    let rules = try #require(try StandardTests.committed.get()["vn-2022"]?.rules)
    let line = try #require(rules.lines.first).clause
    #expect(line.phrase.vi == line.text && line.checked == .text)
    let water = try #require(rules.indicators.first { $0.id == "water" }?.condition).clause
    #expect(
      water.phrase.vi
        == "Nghị định 07/2021/NĐ-CP, Phụ lục: ngưỡng thiếu hụt [theo nguồn dẫn lại; số điều, khoản chưa đối chiếu với văn bản]"
    )
    #expect(Checked.allCases.map { $0.note == nil } == [true, false, false])
  }
  @Test func `a provisional pack may lack what is not known, another may not`() throws {
    let lines =
      "income_lines:\n  line: { rural: 36000000, urban: 40000000, per: year, clause: Điều 1, checked: text }\n"
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
