import Charts
import Diagnostics

/// Compiles the templates of a theme: layouts and includes are put in place, words are looked up, jumps are numbered.
struct TemplateCompiler {
  let sources: [String: TemplateSource]
  let words: Wording
  private(set) var problems = Diagnostics()
  var template: Template
  private var scopes: [[String: Int]] = [[:]]
  private var including: [String] = []
  /// The pieces of the page, for `{{ content }}` of its layout.
  private var content: (pieces: [TemplatePiece], source: [UInt8], name: String)?

  init(_ name: String, sources: [String: TemplateSource], words: Wording) {
    (self.sources, self.words, template) = (sources, words, Template(name: name))
  }

  /// Compiles the template.
  mutating func compile() -> Template {
    expand(template.name, at: nil)
    return template
  }

  /// Compiles one source in the current scope.
  private mutating func expand(_ name: String, at range: SourceRange?) {
    guard let source = sources[name] else {
      problems.add(.unknownTemplate(name, of: sources.keys.sorted(), at: range))
      return
    }
    guard !including.contains(name) else {
      problems.add(.recursiveTemplate(name, including, at: range))
      return
    }
    including.append(name)
    defer { including.removeLast() }
    var pieces = source.pieces
    problems.add(source.problems)
    if case .tag(let tokens, let range)? = pieces.first(where: { if case .tag = $0 { true } else { false } }),
      tokens.first?.name == "layout"
    {
      guard tokens.count == 2, case .text(let layout) = tokens[1].kind, content == nil else {
        problems.add(.tagShape("{{ layout \"base\" }}", at: range))
        return
      }
      pieces.removeAll { if case .tag(let t, _) = $0 { t.first?.name == "layout" } else { false } }
      content = (pieces, source.bytes, name)
      expand(layout, at: tokens[1].range)
      return
    }
    run(pieces, source.bytes)
  }
  private mutating func run(_ pieces: [TemplatePiece], _ source: [UInt8]) {
    var body = TemplateBody(pieces[...], source)
    block(&body, isTop: true)
  }

  /// Compiles pieces up to the end of the block; gives the tag that ended it.
  @discardableResult
  private mutating func block(_ body: inout TemplateBody, isTop: Bool = false) -> [Token]? {
    scopes.append([:])
    defer { scopes.removeLast() }
    while let piece = body.pieces.popFirst() {
      switch piece {
      case .text(let range): literal(body.source[range])
      case .tag(let tokens, let range):
        let word = tokens[0].name
        if word == "end" || word == "else" {
          guard isTop else { return tokens }
          problems.add(.strayTag(tokens[0]))
        } else {
          tag(tokens, range, &body)
        }
      }
    }
    return nil
  }
  private mutating func tag(_ tokens: [Token], _ range: SourceRange, _ body: inout TemplateBody) {
    switch (tokens[0].name, tokens.count) {
    case ("for", 2...): loop(tokens, range, &body)
    case ("if", 2...): condition(tokens, range, &body)
    case ("include", 2...): include(tokens, range)
    case ("t", 2...): word(tokens, range)
    case ("link", 2...): link(tokens, range)
    case ("icon", 2): template.operations.append(.icon(path(tokens[1])))
    case ("content", 1):
      guard let content else {
        problems.add(.strayTag(tokens[0]))
        return
      }
      self.content = nil
      run(content.pieces, content.source)
    case ("for", 1), ("if", 1), ("include", 1), ("t", 1), ("link", 1), ("icon", 1):
      problems.add(.tagShape("{{ \(tokens[0].shown) x }}", at: range))
    case ("layout", _): problems.add(.tagShape("{{ layout \"base\" }}", at: range))
    case (_, 1):
      switch AttributeEnd(of: template.literals) {
      case .address: problems.add(.linkNeeded(tokens[0]))
      case .unquoted: problems.add(.unquoted(tokens[0]))
      case nil: break
      }
      template.operations.append(.value(path(tokens[0])))
    default: problems.add(.tagUnknown(tokens[0]))
    }
  }

  // MARK: Blocks

  /// Compiles `{{ for x in list }} … {{ else }} … {{ end }}`.
  private mutating func loop(_ tokens: [Token], _ range: SourceRange, _ body: inout TemplateBody) {
    guard tokens.count == 4, let name = tokens[1].name, tokens[2].name == "in" else {
      problems.add(.tagShape("{{ for x in list }}", at: range))
      skip(&body, range)
      return
    }
    let slot = newSlot()
    let enter = template.operations.count
    let list = path(tokens[3])
    template.operations.append(.enter(list: list, slot: slot, exit: 0))
    scopes.append([name: slot])
    let end = block(&body)
    scopes.removeLast()
    template.operations.append(.next(slot: slot, body: enter + 1))
    guard end?.first?.name == "else" else {
      template.operations[enter] = .enter(list: list, slot: slot, exit: template.operations.count)
      if end == nil { problems.add(.blockNotClosed("for", range)) }
      return
    }
    let jump = template.operations.count
    template.operations.append(.jump(0))
    template.operations[enter] = .enter(list: list, slot: slot, exit: template.operations.count)
    if block(&body)?.first?.name != "end" { problems.add(.blockNotClosed("for", range)) }
    template.operations[jump] = .jump(template.operations.count)
  }
  /// Compiles `{{ if a }} … {{ else if not b }} … {{ else }} … {{ end }}`.
  private mutating func condition(_ tokens: [Token], _ range: SourceRange, _ body: inout TemplateBody) {
    var tokens = tokens[...]
    var jumps: [Int] = []
    repeat {
      let negated = tokens.count == 3 && tokens[tokens.startIndex + 1].name == "not"
      guard tokens.count == (negated ? 3 : 2), let last = tokens.last else {
        problems.add(.tagShape("{{ if x }}, {{ if not x }}", at: range))
        skip(&body, range)
        return
      }
      let test = template.operations.count
      let value = path(last)
      template.operations.append(.unless(value, negated: negated, target: 0))
      let end = block(&body)
      if end?.first?.name == "else" {
        jumps.append(template.operations.count)
        template.operations.append(.jump(0))
      }
      template.operations[test] = .unless(value, negated: negated, target: template.operations.count)
      guard let end else {
        problems.add(.blockNotClosed("if", range))
        break
      }
      tokens = end.dropFirst()
      if end.first?.name == "else", end.count == 1 {
        if block(&body)?.first?.name != "end" { problems.add(.blockNotClosed("if", range)) }
      }
    } while tokens.first?.name == "if"
    for jump in jumps { template.operations[jump] = .jump(template.operations.count) }
  }
  /// Passes over a block that could not be read, so that its end is not reported too.
  private mutating func skip(_ body: inout TemplateBody, _ range: SourceRange) {
    while let end = block(&body), end.first?.name == "else" {}
  }
  /// Compiles `{{ include "table" rows=unit.rows id="table" }}`.
  private mutating func include(_ tokens: [Token], _ range: SourceRange) {
    guard case .text(let name) = tokens[1].kind else {
      problems.add(.tagShape("{{ include \"name\" }}", at: range))
      return
    }
    var bound: [String: Int] = [:]
    for (name, token) in arguments(tokens.dropFirst(2), range) {
      let slot = newSlot()
      if case .text(let text) = token.kind {
        template.operations.append(.bindText(slot: slot, text))
      } else {
        template.operations.append(.bind(slot: slot, path(token)))
      }
      bound[name] = slot
    }
    scopes.append(bound)
    expand(name, at: tokens[1].range)
    scopes.removeLast()
  }

  // MARK: Words and links

  /// Compiles a word: `{{ t "key" count=list.count }}`, or `{{ t row.key }}` for a key that the page gives.
  private mutating func word(_ tokens: [Token], _ range: SourceRange) {
    guard case .text(let key) = tokens[1].kind else {
      if tokens.count > 2 { problems.add(.tagShape("{{ t \"key\" name=value }}", at: range)) }
      template.operations.append(.word(path(tokens[1])))
      return
    }
    guard let parts = words.words[key], let names = words.parameters(of: key) else {
      problems.add(.unknownWord(key, in: words, at: tokens[1].range))
      return
    }
    let given = Dictionary(arguments(tokens.dropFirst(2), range)) { first, _ in first }
    for name in given.keys.sorted() where !names.contains(name) {
      problems.add(.unknownParameter(name, of: key, names, at: given[name]?.range))
    }
    for part in parts {
      switch part {
      case .text(let text): literal(Array(escaping: text)[...])
      case .parameter(let name):
        guard let token = given[name] else {
          problems.add(.missingParameter(name, of: key, at: tokens[1].range))
          continue
        }
        template.operations.append(.value(path(token)))
      }
    }
  }
  /// Compiles `{{ link "du-lieu/index.html" }}` and `{{ link unit.url }}`.
  private mutating func link(_ tokens: [Token], _ range: SourceRange) {
    guard tokens.count == 2 else {
      problems.add(.tagShape("{{ link \"path\" }}, {{ link x }}", at: range))
      return
    }
    if case .text(let target) = tokens[1].kind {
      template.operations.append(.linkTo(target))
    } else {
      template.operations.append(.link(path(tokens[1])))
    }
  }

  // MARK: Parts

  private mutating func arguments(_ tokens: ArraySlice<Token>, _ range: SourceRange) -> [(String, Token)] {
    var rest = tokens
    var found: [(String, Token)] = []
    while let first = rest.popFirst() {
      guard let name = first.name, let sign = rest.popFirst(), sign.kind == .equals,
        let value = rest.popFirst()
      else {
        problems.add(.tagShape("name=value", at: first.range))
        break
      }
      found.append((name, value))
    }
    return found
  }
  private mutating func newSlot() -> Int {
    template.slots += 1
    return template.slots - 1
  }
  private mutating func path(_ token: Token) -> Int {
    var names: [String] = []
    switch token.kind {
    case .path(let path): names = path
    case .text, .equals: problems.add(.pathNeeded(token))
    }
    let slot = names.first.flatMap { name in scopes.reversed().lazy.compactMap { $0[name] }.first }
    template.paths.append(
      ValuePath(slot: slot, names: slot == nil ? names : Array(names.dropFirst()), range: token.range))
    return template.paths.count - 1
  }
  /// Adds bytes to the pool and the step that writes them.
  private mutating func literal(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    let start = template.literals.count
    template.literals += bytes
    template.operations.append(.literal(start..<template.literals.count))
  }
}

/// What is left of a template while it is compiled.
private struct TemplateBody {
  var pieces: ArraySlice<TemplatePiece>
  let source: [UInt8]
  init(_ pieces: ArraySlice<TemplatePiece>, _ source: [UInt8]) {
    (self.pieces, self.source) = (pieces, source)
  }
}

extension [UInt8] {
  fileprivate init(escaping text: String) {
    self = []
    append(escaped: text)
  }
}
