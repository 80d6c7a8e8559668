import Diagnostics

/// Cuts a template into text and tags.
///
/// A tag of the block words that stands alone on its line takes the line with it.
struct TemplateLexer {
  let bytes: [UInt8]
  let file: String
  private var at = 0
  private var line = 1
  private var lineStart = 0
  private(set) var problems = Diagnostics()

  init(_ bytes: [UInt8], file: String) { (self.bytes, self.file) = (bytes, file) }

  /// All pieces, in order.
  mutating func pieces() -> [TemplatePiece] {
    var pieces: [TemplatePiece] = []
    var textStart = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "{"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "{") else {
        step()
        continue
      }
      let (start, startLine, startColumn) = (at, line, column(of: at))
      guard let end = closing(from: at + 2) else {
        problems.add(.tagNotClosed(range(startLine, startColumn, startColumn + 2)))
        return pieces
      }
      let tokens = tokens(from: at + 2, to: end)
      while at < end + 2 { step() }
      var textEnd = start
      var next = at
      if tokens.first.map(isBlock) ?? true, let (from, to) = wholeLine(from: start, to: at) {
        (textEnd, next) = (max(from, textStart), to)
      }
      if textEnd > textStart { pieces.append(.text(textStart..<textEnd)) }
      if let tokens = tokens.isEmpty ? nil : tokens {
        pieces.append(.tag(tokens, range(startLine, startColumn, column(of: at), last: line)))
      }
      while at < next { step() }
      textStart = at
    }
    if textStart < bytes.count { pieces.append(.text(textStart..<bytes.count)) }
    return pieces
  }

  private func isBlock(_ token: Token) -> Bool {
    ["for", "if", "else", "end", "include", "layout", "let"].contains(token.name ?? "")
  }
  /// The place of `}}`, outside quotes.
  private func closing(from start: Int) -> Int? {
    var index = start
    // A comment may hold quotes that do not pair.
    var quoted = false
    let isComment = start < bytes.count && bytes[start] == UInt8(ascii: "!")
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "\""), !isComment { quoted.toggle() }
      if !quoted, bytes[index] == UInt8(ascii: "}"), bytes[index + 1] == UInt8(ascii: "}") { return index }
      index += 1
    }
    return nil
  }
  /// The words of a tag; none for a comment, `{{! … }}`.
  private mutating func tokens(from start: Int, to end: Int) -> [Token] {
    while at < start { step() }
    guard at == end || bytes[at] != UInt8(ascii: "!") else { return [] }
    let (startLine, startColumn) = (line, column(of: at))
    var tokens: [Token] = []
    while at < end {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: step()
      case UInt8(ascii: "="): tokens.append(take(to: at + 1) { _ in .equals })
      case UInt8(ascii: "\""):
        let close = bytes[(at + 1)..<end].firstIndex(of: UInt8(ascii: "\"")) ?? end - 1
        tokens.append(take(to: close + 1) { .text(String($0.dropFirst().dropLast())) })
      default:
        var stop = at
        while stop < end, ![0x20, 0x09, 0x0A, 0x0D, 0x3D, 0x22].contains(bytes[stop]) { stop += 1 }
        let token = take(to: stop) {
          .path($0.split(separator: ".", omittingEmptySubsequences: false).map(String.init))
        }
        if case .path(let names) = token.kind, !names.allSatisfy({ isName($0) }) {
          problems.add(.tagUnreadable(token))
        }
        tokens.append(token)
      }
    }
    if tokens.isEmpty { problems.add(.tagEmpty(range(startLine, startColumn, column(of: at), last: line))) }
    return tokens
  }
  private mutating func take(to end: Int, _ kind: (String) -> Token.Kind) -> Token {
    let (startLine, startColumn) = (line, column(of: at))
    let text = String(decoding: bytes[at..<end], as: UTF8.self)
    while at < end { step() }
    return Token(kind: kind(text), range: range(startLine, startColumn, column(of: at), last: line))
  }
  /// The line a tag stands on, with its end, when nothing but blanks stands beside it.
  private func wholeLine(from start: Int, to end: Int) -> (from: Int, to: Int)? {
    var from = start
    while from > 0, [0x20, 0x09].contains(bytes[from - 1]) { from -= 1 }
    guard from == 0 || bytes[from - 1] == 0x0A else { return nil }
    var to = end
    while to < bytes.count, [0x20, 0x09, 0x0D].contains(bytes[to]) { to += 1 }
    guard to < bytes.count else { return (from, to) }
    return bytes[to] == 0x0A ? (from, to + 1) : nil
  }
  private mutating func step() {
    if bytes[at] == 0x0A {
      line += 1
      lineStart = at + 1
    }
    at += 1
  }
  /// The column of a byte of the current line, from 1, in scalars.
  private func column(of index: Int) -> Int {
    1 + bytes[min(lineStart, index)..<index].count { $0 & 0xC0 != 0x80 }
  }
  private func range(_ line: Int, _ from: Int, _ to: Int, last: Int? = nil) -> SourceRange {
    SourceRange(
      file: file, start: SourcePosition(line: line, column: from),
      end: SourcePosition(line: last ?? line, column: to))
  }
}
