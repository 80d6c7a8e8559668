import Diagnostics

extension Parser {
  /// What is said when the next token is not what must stand here.
  func unexpected(_ expected: Phrase) -> ExpressionProblem {
    let found = token.kind.shown
    return ExpressionProblem(
      "expression.syntax",
      Phrase(vi: "cần \(expected.vi), thấy \(found.vi)", en: "expected \(expected.en), found \(found.en)"),
      at: token.range, hint: hint)
  }
  private var hint: Phrase? {
    switch token.kind {
    case .sign(","):
      Phrase(vi: "phần lẻ của số viết sau dấu chấm: 1.5", en: "decimals are written after a point: 1.5")
    case .keyword(.not):
      Phrase(vi: "đặt NOT … trong ngoặc", en: "put NOT … in brackets")
    default: nil
    }
  }
}
extension Token.Kind {
  /// It as a message quotes it.
  fileprivate var shown: Phrase {
    switch self {
    case .number(let text), .name(let text), .sign(let text): Phrase(same: "'\(text)'")
    case .text(let text): Phrase(vi: "chữ '\(text)'", en: "the text '\(text)'")
    case .quotedName(let name): Phrase(same: "\"\(name)\"")
    case .keyword(let word): Phrase(same: word.rawValue)
    case .end: Phrase(vi: "hết biểu thức", en: "the end")
    }
  }
  var textOrEmpty: String { if case .text(let text) = self { text } else { "" } }
}
extension ExpressionProblem {
  static func arguments(_ count: Int, of function: Function, at range: Range<Int>) -> Self {
    let (low, high) = (function.arguments.lowerBound, function.arguments.upperBound)
    let needed =
      high == .max
      ? Phrase(vi: "ít nhất \(low) đối số", en: "at least \(low) arguments")
      : Phrase(vi: "\(low) đối số", en: low == 1 ? "1 argument" : "\(low) arguments")
    return ExpressionProblem(
      "expression.arguments",
      Phrase(
        vi: "hàm '\(function.rawValue)' cần \(needed.vi), thấy \(count)",
        en: "function '\(function.rawValue)' takes \(needed.en), found \(count)"), at: range,
      hint: Phrase(vi: "viết \(function.form)", en: "write \(function.form)"))
  }
}
