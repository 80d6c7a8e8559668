import Expressions
import Testing

/// Whole messages about texts that are no expressions, in both languages.
@Suite struct ParsingProblemTests {
  @Test(arguments: [
    (
      "",
      "0 «» expected a column, a value or '(', found the end | cần một cột, một giá trị hoặc '(', thấy hết biểu thức"
    ),
    (
      "members >=",
      "10 «» expected a column, a value or '(', found the end | cần một cột, một giá trị hoặc '(', thấy hết biểu thức"
    ),
    (
      "members 4",
      "8 «4» expected an operator or the end, found '4' | cần một phép toán hoặc hết biểu thức, thấy '4'"
    ),
    ("(members", "8 «» expected ')', found the end | cần ')', thấy hết biểu thức"),
    (
      "members)",
      "7 «)» expected an operator or the end, found ')' | cần một phép toán hoặc hết biểu thức, thấy ')'"
    ),
    (
      "members > 1,5",
      "11 «,» expected an operator or the end, found ',' | cần một phép toán hoặc hết biểu thức, thấy ','"
        + " — decimals are written after a point: 1.5 | phần lẻ của số viết sau dấu chấm: 1.5"
    ),
    ("members IN 1", "11 «1» expected '(', found '1' | cần '(', thấy '1'"),
    ("members IS 1", "11 «1» expected NULL, found '1' | cần NULL, thấy '1'"),
    ("members BETWEEN 1 OR 2", "18 «OR» expected AND, found OR | cần AND, thấy OR"),
    (
      "members NOT = 1",
      "12 «=» expected IN, BETWEEN or LIKE, found '=' | cần IN, BETWEEN hoặc LIKE, thấy '='"
    ),
    (
      "urban = NOT TRUE",
      "8 «NOT» expected a column, a value or '(', found NOT | cần một cột, một giá trị hoặc '(', thấy NOT"
        + " — put NOT … in brackets | đặt NOT … trong ngoặc"
    ),
    (
      "1 < members < 5",
      "12 «<» one comparison cannot follow another | không viết liền hai phép so sánh"
        + " — join them with AND, use BETWEEN … AND …, or put the first in brackets"
        + " | nối bằng AND, dùng BETWEEN … AND …, hoặc đặt phép so sánh đầu trong ngoặc"
    ),
    (
      "poor / members",
      "5 «/» numbers are not divided with '/' | không chia bằng dấu '/'"
        + " — write rate(a, b) for a percentage of 2 places, or ratio(a, b, n) for a quotient of n places"
        + " | viết rate(a, b) để được phần trăm với 2 chữ số lẻ, hoặc ratio(a, b, n) để được thương với n chữ số lẻ"
    ),
    (
      "a == 1",
      "2 «==» the sign '==' has no meaning in an expression | dấu '==' không dùng trong biểu thức — write = | viết ="
    ),
    (
      "a != 1",
      "2 «!=» the sign '!=' has no meaning in an expression | dấu '!=' không dùng trong biểu thức — write <> | viết <>"
    ),
    (
      "a ≤ 1",
      "2 «≤» the sign '≤' has no meaning in an expression | dấu '≤' không dùng trong biểu thức — write <= | viết <="
    ),
    (
      "a = “x”",
      "4 «“» the sign '“' has no meaning in an expression | dấu '“' không dùng trong biểu thức — write ' | viết '"
    ),
    (
      "a && b",
      "2 «&&» the sign '&&' has no meaning in an expression | dấu '&&' không dùng trong biểu thức — write AND | viết AND"
    ),
    ("a ; b", "2 «;» the sign ';' has no meaning in an expression | dấu ';' không dùng trong biểu thức"),
    ("name = 'Ấm", "7 «'Ấm» the closing ' is missing | thiếu dấu ' ở cuối"),
    ("\"tên = 1", "0 «\"tên = 1» the closing \" is missing | thiếu dấu \" ở cuối"),
    (
      "born > date '2023-02-29'",
      "12 «'2023-02-29'» there is no day '2023-02-29' | không có ngày '2023-02-29' — write a day as date '2024-12-31' | viết ngày dạng date '2024-12-31'"
    ),
    (
      "9223372036854775808",
      "0 «9223372036854775808» the number '9223372036854775808' does not fit in 64 bits with at most 18 decimal places | số '9223372036854775808' không ghi được bằng 64 bit với nhiều nhất 18 chữ số lẻ"
    ),
    (
      "0.1234567890123456789",
      "0 «0.1234567890123456789» the number '0.1234567890123456789' does not fit in 64 bits with at most 18 decimal places | số '0.1234567890123456789' không ghi được bằng 64 bit với nhiều nhất 18 chữ số lẻ"
    ),
    (
      "1.2.3",
      "0 «1.2.3» '1.2.3' is not a number | '1.2.3' không phải là số"
        + " — a number is digits with at most one decimal point, such as 1200 or 0.4; a name that begins with a digit is quoted with \"\""
        + " | số viết bằng chữ số, phần lẻ sau một dấu chấm, như 1200 hoặc 0.4; tên cột bắt đầu bằng số đặt trong \"\""
    ),
    (
      "rat(poor, members)",
      "0 «rat» there is no function 'rat' | không có hàm 'rat' — did you mean 'rate'? | có phải ý bạn là 'rate'?"
    ),
    (
      "rate(poor)",
      "0 «rate(poor)» function 'rate' takes 2 arguments, found 1 | hàm 'rate' cần 2 đối số, thấy 1 — write rate(a, b) | viết rate(a, b)"
    ),
    (
      "age()",
      "0 «age()» function 'age' takes 1 argument, found 0 | hàm 'age' cần 1 đối số, thấy 0 — write age(date) | viết age(date)"
    ),
    (
      "coalesce(poor)",
      "0 «coalesce(poor)» function 'coalesce' takes at least 2 arguments, found 1 | hàm 'coalesce' cần ít nhất 2 đối số, thấy 1 — write coalesce(a, b, …) | viết coalesce(a, b, …)"
    ),
    (
      "CASE members WHEN 1 THEN 2 END",
      "5 «members» expected WHEN, found 'members' | cần WHEN, thấy 'members' — write CASE WHEN a = 1 THEN … | viết CASE WHEN a = 1 THEN …"
    ),
    (
      "CASE WHEN urban THEN 2",
      "22 «» expected WHEN, ELSE or END, found the end | cần WHEN, ELSE hoặc END, thấy hết biểu thức"
    ),
    ("CASE WHEN urban THEN 2 ELSE 3", "29 «» expected END, found the end | cần END, thấy hết biểu thức"),
    (
      "a = 'x' 'y'",
      "8 «'y'» expected an operator or the end, found the text 'y' | cần một phép toán hoặc hết biểu thức, thấy chữ 'y'"
    ),
    (
      "a \"b\"",
      "2 «\"b\"» expected an operator or the end, found \"b\" | cần một phép toán hoặc hết biểu thức, thấy \"b\""
    ),
  ]) func `a text that is no expression is refused at its place`(_ text: String, _ expected: String) {
    #expect(problems(text) == [expected])
  }
  @Test(arguments: [
    ("(", ")"), ("-(", ")"), ("NOT (", ")"), ("abs(", ")"), ("CASE WHEN TRUE THEN ", " END"), ("1 IN (", ")"),
  ]) func `sixty-four levels are the most`(_ open: String, _ close: String) {
    let deep = String(repeating: open, count: 80) + "1" + String(repeating: close, count: 80)
    let expected =
      "operations and brackets stand inside one another more than 64 deep | các phép tính và dấu ngoặc lồng nhau quá 64 tầng"
      + " — split it into several columns made one after another | tách biểu thức thành nhiều cột tính lần lượt"
    let found = problems(deep)
    #expect(found.count == 1 && found.allSatisfy { $0.hasSuffix(expected) }, "\(found)")
  }
  @Test func `a chain of sums is as deep as it is long`() throws {
    #expect(try value(Array(repeating: "1", count: 64).joined(separator: " + ")) == "64")
    #expect(problems(Array(repeating: "1", count: 65).joined(separator: " + ")).count == 1)
    #expect(problems(String(repeating: "NOT ", count: 1000) + "TRUE").count == 1)
    #expect(problems(String(repeating: "- ", count: 1000) + "members").count == 1)
  }
  @Test func `four thousand and ninety-six characters are the most`() throws {
    #expect(try value("1" + String(repeating: " ", count: 4095)) == "1")
    #expect(
      problems("1" + String(repeating: " ", count: 4096)) == [
        "4096 « » the expression has 4097 characters, and at most 4096 are allowed"
          + " | biểu thức dài 4097 ký tự, nhiều nhất là 4096"
          + " — split it into several columns made one after another | tách biểu thức thành nhiều cột tính lần lượt"
      ])
  }
}
