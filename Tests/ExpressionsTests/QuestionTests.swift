import Testing

@testable import Expressions

/// What an expression asks, told apart from what it only works out.
@Suite struct QuestionTests {
  private func told(_ text: String) throws -> [String] {
    let expression = try Expression.parse(text)
    return expression.questions.map { question in
      let sides = question.sides.map { side in
        let kind =
          switch side.kind {
          case .column(let name): name
          case .text(let text): "'\(text)'"
          case .number: "number"
          case .other: "other\(side.columns)\(side.texts)"
          }
        return "\(kind)@\(expression.text(of: side.range))"
      }
      let mark = question.isInner ? "  " : ""
      return
        "\(mark)\(question.kind): \(expression.text(of: question.range)): \(sides.joined(separator: "; "))"
    }
  }

  @Test(
    arguments: [
      ("a <= b", ["comparison: a <= b: a@a; b@b"]),
      (
        "a < 3 AND NOT (b = 'x' OR \"c d\" IN (a, 'y'))",
        [
          "comparison: a < 3: a@a; number@3", "comparison: b = 'x': b@b; 'x'@'x'",
          "comparison: \"c d\" IN (a, 'y'): c d@\"c d\"; a@a; 'y'@'y'",
        ]
      ),
      ("a BETWEEN -1 AND b", ["comparison: a BETWEEN -1 AND b: a@a; number@-1; b@b"]),
      // What a bracket holds is the same without it.
      ("((a)) > (b)", ["comparison: ((a)) > (b): a@a; b@b"]),
      ("a + 2 > -b", [#"comparison: a + 2 > -b: other["a"][]@a + 2; other["b"][]@-b"#]),
      ("a LIKE 'x%'", ["pattern: a LIKE 'x%': a@a; 'x%'@'x%'"]),
      ("a IS NOT NULL", ["missing: a IS NOT NULL: a@a"]),
      ("a OR TRUE", ["other: a: a@a"]), ("TRUE", []),
      ("a = NULL", ["comparison: a = NULL: a@a; other[][]@NULL"]),
      (
        "coalesce(a, 'z') = lower(b)",
        [#"comparison: coalesce(a, 'z') = lower(b): other["a"]["z"]@coalesce(a, 'z'); other["b"][]@lower(b)"#]
      ),
      // What decides between values is asked on its own, and is no value.
      (
        "CASE WHEN c = 'x' THEN a ELSE 'y' END = b",
        [
          #"comparison: CASE WHEN c = 'x' THEN a ELSE 'y' END = b: other["a"]["y"]@CASE WHEN c = 'x' THEN a ELSE 'y' END; b@b"#,
          "  comparison: c = 'x': c@c; 'x'@'x'",
        ]
      ),
      (
        "CASE WHEN a = 1 THEN b = 'x' END",
        [
          "other: CASE WHEN a = 1 THEN b = 'x' END: other[][]@CASE WHEN a = 1 THEN b = 'x' END",
          "  comparison: a = 1: a@a; number@1", "  comparison: b = 'x': b@b; 'x'@'x'",
        ]
      ),
      (
        "count_true(a, NOT b = 'x') >= 2",
        [
          #"comparison: count_true(a, NOT b = 'x') >= 2: other["a"][]@count_true(a, NOT b = 'x'); number@2"#,
          "  comparison: b = 'x': b@b; 'x'@'x'",
        ]
      ),
    ] as [(String, [String])])
  func `what is asked is known by its sides`(text: String, wanted: [String]) throws {
    #expect(try told(text) == wanted)
  }
  @Test func `places are those of Unicode scalars, and a part that is not there is empty`() throws {
    let expression = try Expression.parse("\"tho\u{302}n\" = 'xã' AND a < b")
    #expect(
      expression.questions.map { expression.text(of: $0.range) } == ["\"tho\u{302}n\" = 'xã'", "a < b"])
    #expect(expression.text(of: 100..<200) == "" && expression.text(of: 19..<400) == "a < b")
  }
  @Test func `everything that asks is asked, however deep it stands`() throws {
    var text = "a = 1"
    for _ in 0..<20 { text = "NOT (b = 2 AND \(text))" }
    #expect(try Expression.parse(text).questions.count == 21)
  }
}
