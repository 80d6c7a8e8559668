import Diagnostics
import Expressions
import StageKit
import StageTestKit
import Tables
import Testing
import YAML

/// Expressions as options, and what is told of them where they stand.
@Suite struct ExpressionOptionTests {
  private static let schema = Schema([
    Field("members", .int, .count), Field("name", .text, .label), Field("born", .date, .label),
  ])
  private func planning(at day: Day? = Day(year: 2024, month: 12, day: 31)) -> Planning {
    Planning(
      step: "s", range: nil, pipeline: PipelineInfo(name: "t", referenceDate: day),
      loader: DocumentLoader(files: .memory([:])))
  }
  /// What planning says of an option whose mistakes are marked in turn, each as `line:column English`.
  private func planned(_ marked: String, wanting type: ColumnType? = nil, at day: Day? = nil) throws
    -> [String]
  {
    var plan = planning(at: day)
    #expect(plan.expression(try reading(ExpressionText.self, marked), in: Self.schema, wanting: type) == nil)
    return plan.problems.all.map { "\($0.range.place) \($0.message.en)" }
  }

  @Test func `an expression is read with its text and place, and evaluated`() throws {
    let option = try reading(ExpressionText.self, "members > 3 AND name LIKE 'L%'")
    #expect(option.text == "members > 3 AND name LIKE 'L%'" && option.range.place == "1:4")
    var plan = planning()
    let typed = plan.expression(option, in: Self.schema, wanting: .bool)
    #expect(typed?.columns == ["members", "name"] && plan.problems.all.isEmpty)
    let age = try plan.expression(reading(ExpressionText.self, "age(born)"), in: Self.schema)
    #expect(age?.type == .int)
    #expect("\(ExpressionText.optionType.schema)" == JSON.anyScalar.description)
    #expect("\(ExpressionText.optionType.encode(option))" == #""members > 3 AND name LIKE 'L%'""#)
  }
  @Test(arguments: [
    Refused(
      ExpressionText.self, "members 1️⃣/ 2", en: "numbers are not divided with '/'",
      vi: "không chia bằng dấu '/'", hint: ExpressionOptionTests.division),
    Refused(
      ExpressionText.self, "\"members 1️⃣/ 2\"", en: "numbers are not divided with '/'",
      vi: "không chia bằng dấu '/'", hint: ExpressionOptionTests.division),
    Refused(
      ExpressionText.self, "'name 1️⃣name'", en: "expected an operator or the end, found 'name'",
      vi: "cần một phép toán hoặc hết biểu thức, thấy 'name'"),
    Refused(
      ExpressionText.self, "tên_xã 1️⃣name", en: "expected an operator or the end, found 'name'",
      vi: "cần một phép toán hoặc hết biểu thức, thấy 'name'"),
    // What is escaped or broken into lines is told as a whole.
    Refused(
      ExpressionText.self, "1️⃣'name ''x'''", en: "expected an operator or the end, found the text 'x'",
      vi: "cần một phép toán hoặc hết biểu thức, thấy chữ 'x'"),
    Refused(
      ExpressionText.self, ">\n  name\n  name\n", en: "expected an operator or the end, found 'name'",
      vi: "cần một phép toán hoặc hết biểu thức, thấy 'name'"),
    Refused(
      ExpressionText.self, "1️⃣name\n  name", en: "expected an operator or the end, found 'name'",
      vi: "cần một phép toán hoặc hết biểu thức, thấy 'name'"),
    Refused(
      ExpressionText.self, "[a]", en: "expected an expression, found a list",
      vi: "cần một biểu thức, thấy một danh sách"),
  ]) func `what is wrong with the text is told at its column`(_ refused: Refused) {
    #expect(refused.found() == [refused.expected])
  }
  private static let division =
    " — write rate(a, b) for a percentage of 2 places, or ratio(a, b, n) for a quotient of n places"
    + " | viết rate(a, b) để được phần trăm với 2 chữ số lẻ, hoặc ratio(a, b, n) để được thương với n chữ số lẻ"

  @Test func `what makes no sense with the columns is told at its column`() throws {
    #expect(
      try planned("member > 1 AND members = name") == [
        "1:4 no column 'member'", "1:19 a whole number cannot be compared with text",
      ])
    #expect(try planned("'member > 1'") == ["1:5 no column 'member'"])
    #expect(try planned(">\n  member\n  > 1\n") == ["1:4 no column 'member'"])
    #expect(try planned("age(born) > 3") == ["1:4 there is no reference date to compute this at"])
    #expect(
      try planned("members", wanting: .bool) == [
        "1:4 the expression gives a whole number, and yes or no is needed"
      ])
  }
  @Test func `an expression may stand in the code`() throws {
    var plan = planning()
    #expect(plan.expression(try ExpressionText("member"), in: Self.schema) == nil)
    #expect(
      plan.problems.all.map(\.whole) == [
        "0:0 no column 'member' | không có cột 'member' — did you mean 'members'? | có phải ý bạn là 'members'?"
      ])
    #expect(throws: ExpressionProblems.self) { try ExpressionText("a /") }
  }
}
