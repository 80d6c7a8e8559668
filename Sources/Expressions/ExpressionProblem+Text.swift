import Diagnostics

// What is wrong with the text itself; the words for types and columns stand with the checks.
extension ExpressionProblem {
  static func notNumber(_ text: String, at range: Range<Int>) -> Self {
    ExpressionProblem(
      "expression.number", Phrase(vi: "'\(text)' không phải là số", en: "'\(text)' is not a number"),
      at: range,
      hint: Phrase(
        vi:
          "số viết bằng chữ số, phần lẻ sau một dấu chấm, như 1200 hoặc 0.4; tên cột bắt đầu bằng số đặt trong \"\"",
        en:
          "a number is digits with at most one decimal point, such as 1200 or 0.4; a name that begins with a digit is quoted with \"\""
      ))
  }
  static func tooLarge(_ text: String, at range: Range<Int>) -> Self {
    ExpressionProblem(
      "expression.number",
      Phrase(
        vi: "số '\(text)' không ghi được bằng 64 bit với nhiều nhất 18 chữ số lẻ",
        en: "the number '\(text)' does not fit in 64 bits with at most 18 decimal places"), at: range)
  }
  static func notDate(_ text: String, at range: Range<Int>) -> Self {
    ExpressionProblem(
      "expression.date", Phrase(vi: "không có ngày '\(text)'", en: "there is no day '\(text)'"), at: range,
      hint: Phrase(vi: "viết ngày dạng date '2024-12-31'", en: "write a day as date '2024-12-31'"))
  }
  /// A sign that no expression has.
  static func stray(_ sign: Unicode.Scalar, followedBy next: Unicode.Scalar?, at place: Int) -> Self {
    let pair = String([sign, next ?? " "])
    switch pair {
    case "==": return wrongSign("==", "=", place..<place + 2)
    case "!=": return wrongSign("!=", "<>", place..<place + 2)
    case "&&": return wrongSign("&&", "AND", place..<place + 2)
    case "||": return wrongSign("||", "OR", place..<place + 2)
    default: break
    }
    let range = place..<place + 1
    switch sign {
    case "≠": return wrongSign("≠", "<>", range)
    case "≤": return wrongSign("≤", "<=", range)
    case "≥": return wrongSign("≥", ">=", range)
    case "×": return wrongSign("×", "*", range)
    case "!": return wrongSign("!", "NOT", range)
    case "‘", "’", "“", "”": return wrongSign(String([sign]), "'", range)
    case "/", "÷": return division(String([sign]), at: range)
    default:
      return ExpressionProblem(
        "expression.syntax",
        Phrase(
          vi: "dấu '\(sign)' không dùng trong biểu thức",
          en: "the sign '\(sign)' has no meaning in an expression"),
        at: range)
    }
  }
  private static func wrongSign(_ sign: String, _ right: String, _ range: Range<Int>) -> Self {
    ExpressionProblem(
      "expression.syntax",
      Phrase(
        vi: "dấu '\(sign)' không dùng trong biểu thức",
        en: "the sign '\(sign)' has no meaning in an expression"),
      at: range, hint: Phrase(vi: "viết \(right)", en: "write \(right)"))
  }
  private static func division(_ sign: String, at range: Range<Int>) -> Self {
    ExpressionProblem(
      "expression.division",
      Phrase(vi: "không chia bằng dấu '\(sign)'", en: "numbers are not divided with '\(sign)'"), at: range,
      hint: Phrase(
        vi:
          "viết rate(a, b) để được phần trăm với 2 chữ số lẻ, hoặc ratio(a, b, n) để được thương với n chữ số lẻ",
        en: "write rate(a, b) for a percentage of 2 places, or ratio(a, b, n) for a quotient of n places"))
  }
  static func tooDeep(at range: Range<Int>) -> Self {
    let limit = Expression.maximumDepth
    return ExpressionProblem(
      "expression.limit",
      Phrase(
        vi: "các phép tính và dấu ngoặc lồng nhau quá \(limit) tầng",
        en: "operations and brackets stand inside one another more than \(limit) deep"), at: range,
      hint: Phrase(
        vi: "tách biểu thức thành nhiều cột tính lần lượt",
        en: "split it into several columns made one after another"))
  }
}
