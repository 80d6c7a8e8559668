import Diagnostics
import Tables

extension Parser {
  /// A value that stands alone, a call, a `CASE`, or anything in brackets.
  mutating func primary() throws(ExpressionProblem) -> Tree {
    let start = token.range.lowerBound
    switch token.kind {
    case .number(let digits): return try number(digits, from: start)
    case .text(let text): return try taken(.text(text))
    case .quotedName(let name): return try taken(.column(name, quoted: true))
    case .keyword(.true): return try taken(.bool(true))
    case .keyword(.false): return try taken(.bool(false))
    case .keyword(.null): return try taken(.null)
    case .keyword(.case): return try choice()
    case .name(let name):
      if following({ $0 == .sign("(") }) { return try call(name) }
      if name.lowercased() == "date", following({ if case .text = $0 { true } else { false } }) {
        return try date()
      }
      return try taken(.column(name, quoted: false))
    case .sign("("):
      advance()
      let tree = try nested()
      try expect(")")
      return tree
    default: throw unexpected(Phrase(vi: "một cột, một giá trị hoặc '('", en: "a column, a value or '('"))
    }
  }
  private mutating func taken(_ kind: Tree.Kind) throws(ExpressionProblem) -> Tree {
    let start = token.range.lowerBound
    advance()
    return try made(kind, from: start)
  }
  /// The number that is next, whose digits with their sign are given.
  mutating func number(_ digits: String, from start: Int) throws(ExpressionProblem) -> Tree {
    advance()
    let scale = digits.firstIndex(of: ".").map { digits[$0...].utf8.count - 1 } ?? 0
    guard scale <= 18, let units = Int64(decimal: digits.utf8, scale: scale) else {
      throw .tooLarge(digits, at: start..<end)
    }
    return try made(.number(units, scale: scale), from: start)
  }
  private mutating func date() throws(ExpressionProblem) -> Tree {
    let start = token.range.lowerBound
    advance()
    guard case .text(let text) = token.kind, let day = Day(iso: text) else {
      throw .notDate(token.kind.textOrEmpty, at: token.range)
    }
    advance()
    return try made(.date(day), from: start)
  }
  private mutating func call(_ name: String) throws(ExpressionProblem) -> Tree {
    let word = token.range
    guard let function = Function(rawValue: name.lowercased()) else {
      throw ExpressionProblem(
        "expression.function", Phrase(vi: "không có hàm '\(name)'", en: "there is no function '\(name)'"),
        at: word, hint: Function.allCases.map(\.rawValue).suggestion(for: name.lowercased()))
    }
    advance()
    try expect("(")
    var arguments: [Tree] = []
    if !take(")") {
      repeat { arguments.append(try nested()) } while take(",")
      try expect(")")
    }
    guard function.arguments.contains(arguments.count) else {
      throw .arguments(arguments.count, of: function, at: word.lowerBound..<end)
    }
    return try made(.call(function, arguments), from: word.lowerBound)
  }
  private mutating func choice() throws(ExpressionProblem) -> Tree {
    let start = token.range.lowerBound
    advance()
    guard token.kind == .keyword(.when) else {
      var problem = unexpected(Phrase(same: "WHEN"))
      problem = ExpressionProblem(
        problem.code, problem.message, at: problem.range,
        hint: Phrase(vi: "viết CASE WHEN a = 1 THEN …", en: "write CASE WHEN a = 1 THEN …"))
      throw problem
    }
    var branches: [Tree.Branch] = []
    while take(.when) {
      let condition = try nested()
      try expect(.then)
      branches.append(Tree.Branch(condition: condition, value: try nested()))
    }
    let otherwise = take(.else) ? try nested() : nil
    guard take(.end) else {
      throw unexpected(
        otherwise == nil ? Phrase(vi: "WHEN, ELSE hoặc END", en: "WHEN, ELSE or END") : Phrase(same: "END"))
    }
    return try made(.choice(branches, otherwise: otherwise), from: start)
  }
}
