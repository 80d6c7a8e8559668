import Expressions
import Testing

/// What binds tighter than what, seen by what constants give.
@Suite struct PrecedenceTests {
  @Test(arguments: [
    ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 - 3 - 2", "5"), ("-2 * -3", "6"), ("- - 2", "2"),
    ("-(2 + 3)", "-5"), ("2 - -3", "5"), ("1.50 + 2", "3.50"), ("0.1 * 0.20", "0.020"),
    ("1 + 2 = 3", "1"), ("2 < 1 + 2", "1"), ("NOT 1 = 2", "1"), ("NOT NOT TRUE", "1"),
    ("TRUE OR FALSE AND FALSE", "1"), ("(TRUE OR FALSE) AND FALSE", "0"), ("NOT TRUE OR TRUE", "1"),
    ("NOT (TRUE OR TRUE)", "0"), ("NOT FALSE AND FALSE", "0"), ("2 BETWEEN 1 AND 3 AND FALSE", "0"),
    ("2 BETWEEN 1 + 0 AND 1 + 1", "1"), ("NOT 2 BETWEEN 3 AND 4", "1"), ("2 NOT BETWEEN 3 AND 4", "1"),
    ("1 + 1 IN (2, 3)", "1"), ("1 + 1 NOT IN (2, 3)", "0"), ("1 IS NULL", "0"), ("NULL IS NULL", "1"),
    ("1 + NULL IS NULL", "1"), ("NOT 1 IS NULL", "1"), ("1 IS NOT NULL", "1"), ("(1 = 1) = (2 = 2)", "1"),
    ("CASE WHEN 1 = 2 THEN 3 WHEN TRUE THEN 4 ELSE 5 END + 1", "5"), ("case when false then 1 end", "?"),
    ("'a' LIKE 'a' OR FALSE", "1"), ("'it''s'", "it's"), ("date '2024-12-31'", "2024-12-31"),
    ("DATE '2024-01-01' < date '2024-12-31'", "1"), ("true And Not false", "1"), ("ABS(-3)", "3"),
    ("-9223372036854775808", "-9223372036854775808"), ("--9223372036854775807", "9223372036854775807"),
    ("\n\t1 +\u{A0}2\r\n", "3"), ("0.123456789012345678", "0.123456789012345678"),
    ("CASE WHEN TRUE THEN 1 ELSE 2.5 END", "1.0"),
  ]) func `constants are computed as in SQL`(_ text: String, _ expected: String) throws {
    #expect(try value(text) == expected)
  }
  @Test(arguments: [
    ("members", ["4", "?", "0"]), ("\"members\"", ["4", "?", "0"]), ("\"tên xã\"", ["a", "b", "?"]),
    ("tuổi_chủ_hộ + 1", ["41", "42", "?"]),
    ("tuo\u{302}\u{309}i_chu\u{309}_ho\u{323}\u{302}", ["40", "41", "?"]),
  ]) func `columns are named plain or quoted, in any Unicode form`(_ text: String, _ expected: [String])
    throws
  {
    #expect(try values(text) == expected)
  }
  @Test func `many conditions in a row are one level`() throws {
    let text = Array(repeating: "members = 1", count: 200).joined(separator: " OR ")
    #expect(try values(text) == ["0", "?", "0"])
  }
  @Test func `an expression keeps its text`() throws {
    #expect(try Expression.parse(" a  = 1").text == " a  = 1")
    #expect(try Expression.parse("a = 1") == Expression.parse("a = 1"))
  }
}
