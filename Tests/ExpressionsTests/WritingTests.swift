import Diagnostics
import Expressions
import Foundation
import StageTestKit
import Tables
import Testing

/// Ways of writing that mean the same, and some that do not mean what one may think.
@Suite struct WritingTests {
  @Test(arguments: [
    ("members >= 4 AND NOT urban", "members>=4 and not urban"), ("1+2*3", "1 + 2 * 3"), ("-(2)", "-2"),
    ("case when urban then 1 else 2 end", "CASE WHEN urban THEN 1 ELSE 2 END"),
    ("members\n=\n4", "members = 4"),
    ("members Between 1 And 5", "members BETWEEN 1 AND 5"), ("members in(1,4)", "members IN (1, 4)"),
    ("name Is Not Null", "name IS NOT NULL"), ("Coalesce(members,0)", "coalesce(members, 0)"),
    ("NAME_KEY(name)", "name_key(name)"), ("((members))", "members"), ("members = 04", "members = 4"),
    ("members = 4.000", "members = 4"), ("name like '%'", "name LIKE '%'"),
    ("Date '2024-02-29'", "date '2024-02-29'"),
    ("\"members\" = 4", "members = 4"), ("true", "TRUE"), ("\u{A0}members = 4\u{A0}", "members = 4"),
    ("members = 1 or members = 4 or members = 0", "members = 1 OR (members = 4 OR members = 0)"),
    ("2 * 3 + 4 * 5 - 6", "((2 * 3) + (4 * 5)) - 6"), ("- members * 2", "(-members) * 2"),
    ("NOT members = 4 AND urban", "(NOT (members = 4)) AND urban"), ("1 - 2 - 3", "(1 - 2) - 3"),
    ("urban OR urban AND FALSE", "urban OR (urban AND FALSE)"),
  ]) func `letter case, blanks and brackets that change nothing`(_ one: String, _ other: String) throws {
    let (a, b) = (try typed(one), try typed(other))
    #expect(a.type == b.type && a.columns == b.columns)
    #expect(a.evaluate(Households.rows).column.shown == b.evaluate(Households.rows).column.shown)
  }
  @Test(arguments: [
    ("'it''s'", "it's"), ("''''", "'"), ("''", ""), ("'a\"b'", "a\"b"), ("'AND'", "AND"), ("'--'", "--"),
    ("'%_'", "%_"),
    ("'\\n'", "\\n"), ("'a\nb'", "a\nb"), ("'  a '", "  a "), ("'Ấm'", "Ấm"), ("'😀'", "😀"),
    ("'/* a */'", "/* a */"),
  ]) func `a text in quotes is taken letter by letter`(_ text: String, _ expected: String) throws {
    #expect(try value(text) == expected)
  }
  @Test(arguments: [
    ("0", "0"), ("00", "0"), ("007", "7"), ("0.50", "0.50"), ("00.5", "0.5"), ("-0", "0"), ("-0.0", "0.0"),
    ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
    ("9.223372036854775807", "9.223372036854775807"), ("0.000000000000000001", "0.000000000000000001"),
    ("-9.223372036854775808", "-9.223372036854775808"),
  ]) func `a number keeps the places it is written with`(_ text: String, _ expected: String) throws {
    #expect(try value(text) == expected)
  }
  @Test(arguments: [
    "Members > 1", "MEMBERS > 1", "members >= '4'", "members => 4", "members =< 4", "members ! 4",
    "urban AND", "AND urban",
    "NOT", "members IN ()", "members BETWEEN 1", "CASE END", "CASE WHEN urban THEN END", "coalesce()", "1 2",
    "members..4",
    "'a' + 'b'", "'a' = NULL = TRUE", "name LIKE", "name LIKE name", "date '2024'", "date 2024", "date",
    "rate(1)",
    "rate(1, 2, 3)", "ratio(1, 2, -1)", "ratio(1, 2, 0.5)", "lower(1)", "urban + 1", "- urban", "- 'a'",
    "abs(urban)",
    "min(1)", "min('a', 'b')", "max(urban, urban)", "count_true()", "count_true(1)", "year('2024-01-01')",
    "members = urban",
    "born = 1", "born + 1", "name > 1", "coalesce(1, 'a')", "CASE WHEN 1 THEN 2 END",
    "CASE WHEN urban THEN 1 ELSE 'a' END",
    "members; DROP", "a.b", "\"\"", "\"members", "(members", "members))", "$members", "members = @x", "1e3",
    "0x10", "1_000", ".5", "5.", "+", "+5", "*", "members % 2", "members ^ 2", "members || 'a'", "1.5.2",
    "１ + １",
  ]) func `what is no expression is refused with its place and words in both languages`(_ text: String) {
    do throws(ExpressionProblems) {
      _ = try Expression.parse(text).typed(in: Households.schema, referenceDate: Households.day)
      Issue.record("'\(text)' was taken")
    } catch {
      #expect(!error.all.isEmpty)
      let length = text.unicodeScalars.count
      for problem in error.all {
        #expect(problem.range.lowerBound >= 0 && problem.range.upperBound <= length, "\(text)")
        #expect(!problem.message.vi.isEmpty && !problem.message.en.isEmpty)
        #expect(problem.code.rawValue.hasPrefix("expression."), "\(problem.code.rawValue)")
        let composed = problem.message.vi.precomposedStringWithCanonicalMapping
        #expect(Array(problem.message.vi.unicodeScalars) == Array(composed.unicodeScalars))
      }
    }
  }
  @Test(arguments: 0..<4) func `no text traps, whatever stands in it`(_ seed: Int) {
    let pieces = [
      "members", "name", "urban", "born", "(", ")", ",", "'", "\"", "AND", "OR", "NOT", "IN", "BETWEEN",
      "LIKE", "IS", "NULL",
      "CASE", "WHEN", "THEN", "ELSE", "END", "1", "0.5", "9223372036854775807", "-", "+", "*", "/", "=", "<",
      ">=", "<>", "rate",
      "coalesce", "date", "'a'", "ấ", "\u{301}", "\u{0}", "😀", " ", "\n", "%", "TRUE",
    ]
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<1500 {
      let text = (0..<random.next(below: 14)).map { _ in random.one(pieces) + random.one(["", " "]) }.joined()
      do throws(ExpressionProblems) {
        let typed = try Expression.parse(text).typed(in: Households.schema, referenceDate: Households.day)
        #expect(typed.evaluate(Households.rows).column.count == 3, "\(text)")
      } catch {
        let length = text.unicodeScalars.count
        #expect(!error.all.isEmpty && error.all.allSatisfy { $0.range.upperBound <= length }, "\(text)")
      }
    }
  }
}
