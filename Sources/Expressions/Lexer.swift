import Diagnostics

/// Cuts the text of an expression into words and signs.
struct Lexer {
  private let scalars: [Unicode.Scalar]
  private var place = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// All words and signs; the last is the end.
  static func tokens(_ text: String) throws(ExpressionProblem) -> [Token] {
    var lexer = Lexer(text)
    let limit = Expression.maximumLength
    guard lexer.scalars.count <= limit else {
      throw ExpressionProblem(
        "expression.limit",
        Phrase(
          vi: "biểu thức dài \(lexer.scalars.count) ký tự, nhiều nhất là \(limit)",
          en: "the expression has \(lexer.scalars.count) characters, and at most \(limit) are allowed"),
        at: limit..<lexer.scalars.count,
        hint: Phrase(
          vi: "tách biểu thức thành nhiều cột tính lần lượt",
          en: "split it into several columns made one after another"))
    }
    var tokens: [Token] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private var current: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }
  private func peek(_ offset: Int) -> Unicode.Scalar? {
    place + offset < scalars.count ? scalars[place + offset] : nil
  }

  private mutating func next() throws(ExpressionProblem) -> Token {
    while let blank = current, blank.properties.isWhitespace { place += 1 }
    let start = place
    guard let first = current else { return Token(kind: .end, range: start..<start) }
    let kind: Token.Kind
    switch first {
    case "'": kind = .text(try quoted("'"))
    case "\"": kind = .quotedName(try quoted("\""))
    case "0"..."9": kind = .number(try number())
    case _ where first.beginsName: kind = word()
    default: kind = .sign(try sign(first))
    }
    return Token(kind: kind, range: start..<place)
  }
  private mutating func word() -> Token.Kind {
    var word = ""
    while let scalar = current, scalar.continuesName {
      word.unicodeScalars.append(scalar)
      place += 1
    }
    // Only ASCII, since the capital of `ı` is I as well.
    guard word.utf8.allSatisfy({ $0 < 0x80 }), let keyword = Token.Keyword(rawValue: word.uppercased()) else {
      return .name(word)
    }
    return .keyword(keyword)
  }
  private mutating func number() throws(ExpressionProblem) -> String {
    let start = place
    var number = ""
    while let scalar = current, scalar.isDigit || (scalar == "." && peek(1)?.isDigit ?? false) {
      if scalar == ".", number.contains(".") { break }
      number.unicodeScalars.append(scalar)
      place += 1
    }
    if let stray = current, stray.continuesName || stray == "." {
      while let scalar = current, scalar.continuesName || scalar == "." { place += 1 }
      throw ExpressionProblem.notNumber(String(scalars[start..<place]), at: start..<place)
    }
    return number
  }
  /// What stands between two quotes; a quote written twice stands for itself.
  private mutating func quoted(_ quote: Unicode.Scalar) throws(ExpressionProblem) -> String {
    let start = place
    var text = ""
    place += 1
    while let scalar = current {
      place += 1
      if scalar == quote {
        guard current == quote else { return text }
        place += 1
      }
      text.unicodeScalars.append(scalar)
    }
    throw ExpressionProblem(
      "expression.syntax",
      Phrase(vi: "thiếu dấu \(quote) ở cuối", en: "the closing \(quote) is missing"),
      at: start..<scalars.count)
  }
  private mutating func sign(_ first: Unicode.Scalar) throws(ExpressionProblem) -> String {
    let two = String([first, peek(1) ?? " "])
    if ["<>", "<=", ">="].contains(two) {
      place += 2
      return two
    }
    guard "=<>+-*(),".unicodeScalars.contains(first) else {
      throw ExpressionProblem.stray(first, followedBy: peek(1), at: place)
    }
    guard two != "==" else { throw ExpressionProblem.stray(first, followedBy: "=", at: place) }
    place += 1
    return String(first)
  }
}

extension String {
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    self = ""
    unicodeScalars.append(contentsOf: scalars)
  }
}
extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var beginsName: Bool { self == "_" || properties.isAlphabetic }
  /// Also marks, so that a letter written as a base and its accents is one.
  fileprivate var continuesName: Bool {
    beginsName || isDigit || properties.generalCategory == .nonspacingMark
  }
}
