import Expressions
import Tables
import Testing

/// Functions of texts and days, and patterns.
@Suite struct FunctionTests {
  @Test(arguments: [
    ("age(date '1984-02-29')", "40"), ("age(date '2024-12-31')", "0"), ("age(date '2025-01-01')", "-1"),
    ("age(date '2023-12-31')", "1"), ("age(date '2024-01-01')", "0"), ("age(date '1924-12-30')", "100"),
    ("age(NULL)", "?"), ("year(date '0001-01-01')", "1"), ("year(reference_date())", "2024"),
    ("reference_date() = date '2024-12-31'", "1"), ("min(date '2024-01-01', reference_date())", "2024-01-01"),
    ("length('')", "0"), ("length('Lò Thị Ấm')", "9"), ("length('A\u{302}\u{301}')", "1"),
    ("length('👨‍👩‍👧')", "1"),
    ("length('–')", "1"), ("lower('LÒ THỊ ẤM')", "lò thị ấm"), ("lower('ABC xyz 09')", "abc xyz 09"),
    ("trim('  a b\u{A0}\t')", "a b"), ("trim('   ')", ""), ("trim('')", ""), ("trim(' Ấm ')", "Ấm"),
    ("trim('a')", "a"),
    ("name_key(' Xã-Mẫu  02 ') = name_key('xã mẫu 2')", "1"),
    ("name_key('Hoà') = name_key('HÒA')", "1"),
    ("name_key('A\u{302}\u{301}m') = name_key('ấm')", "1"), ("name_key('Tân') = name_key('Tấn')", "0"),
    ("name_key(NULL)", "?"), ("coalesce(NULL, 'a', 'b')", "a"), ("min(3, 2.5)", "2.5"),
    ("max(3, 2.5)", "3.0"), ("max(1, NULL)", "?"),
    ("min(3, 1, 2)", "1"), ("max(-1, -2)", "-1"), ("abs(-2.50)", "2.50"), ("abs(0)", "0"),
    ("mod(25, 10)", "5"), ("mod(-25, 10)", "-5"), ("mod(25, -10)", "5"), ("mod(30, 10)", "0"),
    ("mod(7.5, 2)", "1.5"), ("mod(7, 0.25)", "0.00"), ("mod(1, 0)", "?notApplicable"),
    ("mod(1, 0.0)", "?notApplicable"),
    ("mod(NULL, 10)", "?"), ("mod(-9223372036854775807 - 1, -1)", "0"),
    ("mod(9223372036854775807, 1.5)", "1.0"),
    ("count_true(TRUE, FALSE, 1 = 1)", "2"), ("count_true(TRUE, NULL)", "?"),
  ]) func `functions give what they say`(_ text: String, _ expected: String) throws {
    #expect(try value(text) == expected)
  }
  @Test(arguments: [(2023, 2, 28, "38"), (2023, 3, 1, "39"), (2024, 2, 28, "39"), (2024, 2, 29, "40")])
  func `who was born on 29 February is older on 1 March in other years`(
    _ y: Int, _ m: Int, _ d: Int, _ age: String
  ) throws {
    let found = try typed("age(born)", at: Day(year: y, month: m, day: d)).evaluate(Households.rows)
    #expect(found.column.shown[0] == age)
  }
  @Test(arguments: [
    ("'Xã Ấm' LIKE 'Xã %'", "1"), ("'Xã Ấm' LIKE 'xã %'", "0"), ("'Ấm' LIKE '_m'", "1"),
    ("'Ấm' LIKE '__m'", "0"),
    ("'A\u{302}\u{301}m' LIKE '_m'", "1"), ("'A\u{302}\u{301}m' LIKE 'Ấm'", "1"),
    ("'Ấm' LIKE 'A\u{302}\u{301}%'", "1"),
    ("'' LIKE ''", "1"), ("'' LIKE '%'", "1"), ("'' LIKE '_'", "0"), ("'abc' LIKE '%%c'", "1"),
    ("'abc' LIKE 'a%b'", "0"),
    ("'aXbXc' LIKE 'a%b_c'", "1"), ("'aab' LIKE '%ab'", "1"), ("'ấấấ' LIKE '%_ấ'", "1"),
    ("'ấ' LIKE '%_ấ'", "0"),
    ("'abc' NOT LIKE 'a%'", "0"), ("NULL LIKE 'a'", "?"), ("'mississippi' LIKE '%iss%ip%'", "1"),
    ("'a–b' LIKE 'a_b'", "1"),
    ("'ab' LIKE 'a'", "0"), ("'a' LIKE 'ab'", "0"), ("'a' LIKE 'a%%'", "1"),
  ]) func `a pattern stands for whole characters`(_ text: String, _ expected: String) throws {
    #expect(try value(text) == expected)
  }
  @Test(arguments: [
    ("'A\u{302}\u{301}' = 'Ấ'", "1"), ("'A\u{302}\u{301}' <> 'Ấ'", "0"), ("'A\u{302}\u{301}' < 'Ấ'", "0"),
    ("'A\u{302}\u{301}' <= 'Ấ'", "1"),
    ("'a\u{302}' < 'âb'", "1"), ("'a\u{302}' > 'âb'", "0"), ("'âb' > 'a\u{302}'", "1"),
    ("'a\u{302}' < ''", "0"),
    ("'a' < 'b'", "1"), ("'Z' < 'a'", "1"), ("'a' < 'aa'", "1"), ("'z' < 'ấ'", "1"),
    ("'e\u{301}' > 'f'", "1"), ("'é' > 'f'", "1"),
    ("'A\u{302}\u{301}' IN ('x', 'Ấ')", "1"), ("'a' IN ('b', 'c')", "0"), ("'' = ''", "1"),
    ("'–' = '–'", "1"), ("'–' = '—'", "0"),
    ("'a' >= 'a'", "1"), ("'b' > 'a'", "1"), ("'a' BETWEEN 'a' AND 'b'", "1"),
    ("'ấ' BETWEEN 'a' AND 'z'", "0"),
  ]) func `texts compare by the bytes of their NFC`(_ text: String, _ expected: String) throws {
    #expect(try value(text) == expected)
  }
  @Test func `texts of all columns in other Unicode forms compare as well`() throws {
    let schema = Schema([Field("a", .text, .label), Field("b", .text, .label)])
    let rows = Batch(
      [column(.text, ["A\u{302}\u{301}m", "x", "ấ", nil]), column(.text, ["Ấm", "y", "a", "b"])], count: 4)
    for (text, expected) in [
      ("a = b", "1 0 0 ?"), ("a > b", "0 0 1 ?"), ("a IN ('Ấm', 'x')", "1 1 0 ?"), ("length(a)", "2 1 1 ?"),
      ("a LIKE '_m'", "1 0 0 ?"), ("lower(a) = lower(b)", "1 0 0 ?"),
    ] {
      let typed = try Expression.parse(text).typed(in: schema, referenceDate: nil)
      #expect(typed.evaluate(rows).column.shown.joined(separator: " ") == expected, "\(text)")
    }
  }
}
