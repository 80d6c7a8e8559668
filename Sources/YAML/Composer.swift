import Diagnostics

/// What is built of the events: the value, and what limits and comparisons need to know of it.
struct Composed {
  var node: Node
  /// Equal values of one document have equal identities, however they are written.
  var identity: Int
  /// The values in it, itself included, each alias counted as what it stands for.
  var count: Int
  /// The collections one within the other, itself included; 0 for a scalar.
  var height: Int
}

/// The builder of one document's tree, with everything wrong that does not stop it.
struct Composer {
  enum Anchor {
    /// The value is still being read, so that an alias to it would hold itself.
    case open(SourceRange)
    case closed(Composed)
  }
  let events: EventStream
  let lines: SourceLines
  var problems = Diagnostics()
  var anchors: [String: Anchor] = [:]
  private var identities = Identities()
  private var depth = 0
  private var values = 0

  init(_ events: EventStream, _ lines: SourceLines) { (self.events, self.lines) = (events, lines) }

  /// Reads the whole stream.
  ///
  /// - Throws: Everything found wrong, sorted.
  mutating func document() throws(Diagnostics) -> Node {
    do {
      let root = try onlyDocument()
      try problems.throwIfAny()
      return root
    } catch {
      if !problems.hasErrors { throw error }
      var all = problems
      all.add(error)
      throw all.sorted()
    }
  }

  private mutating func onlyDocument() throws(Diagnostics) -> Node {
    _ = try events.next()
    let start = try events.next()
    guard case .documentStart = start.kind else { return Node(.mapping([]), start.range) }
    let root = try value(events.next()).node
    _ = try events.next()
    let after = try events.next()
    if case .documentStart = after.kind { problems.add(severalDocuments(after.range)) }
    guard case .scalar("", plain: true) = root.content, root.alias == nil else { return root }
    return Node(.mapping([]), root.range)
  }

  private mutating func value(_ event: Event) throws(Diagnostics) -> Composed {
    switch event.kind {
    case .alias(let name): return try alias(name, event.range)
    case .scalar(let text, let plain, let properties):
      try check(properties, event.range)
      try count(1, event.range)
      let node = Node(.scalar(text, plain: plain), event.range)
      return close(Composed(node: node, identity: identities.scalar(text), count: 1, height: 0), properties)
    case .sequenceStart(let properties):
      return try collection(event, properties) { (composer) throws(Diagnostics) in
        try composer.sequence(event, properties.isFlow)
      }
    case .mappingStart(let properties):
      return try collection(event, properties) { (composer) throws(Diagnostics) in
        try composer.mapping(event, properties.isFlow)
      }
    case .streamStart, .streamEnd, .documentStart, .documentEnd, .sequenceEnd, .mappingEnd:
      // libyaml gives a value wherever one belongs; an empty one stands for what it did not give.
      return Composed(node: Node(.scalar("", plain: true), event.range), identity: 0, count: 1, height: 0)
    }
  }

  private mutating func collection(
    _ event: Event, _ properties: Event.Properties,
    _ read: (inout Composer) throws(Diagnostics) -> Composed
  ) throws(Diagnostics) -> Composed {
    try check(properties, event.range)
    try count(1, event.range)
    if let name = properties.anchor { anchors[name] = .open(event.range) }
    depth += 1
    guard depth <= YAMLLimits.depth else { throw Diagnostics(tooDeep(event.range)) }
    let composed = try read(&self)
    depth -= 1
    return close(composed, properties)
  }

  private mutating func sequence(_ start: Event, _ isFlow: Bool) throws(Diagnostics) -> Composed {
    var items: [Composed] = []
    while true {
      let event = try events.next()
      if case .sequenceEnd = event.kind {
        let node = Node(.sequence(items.map(\.node)), range(start, items.last?.node, event, isFlow))
        return whole(node, identities.sequence(items.map(\.identity)), items)
      }
      items.append(try value(event))
    }
  }

  private mutating func mapping(_ start: Event, _ isFlow: Bool) throws(Diagnostics) -> Composed {
    var entries: [(key: Composed, value: Composed)] = []
    var first: [Int: Node] = [:]
    var last: Node?
    while true {
      let event = try events.next()
      if case .mappingEnd = event.kind {
        let node = Node(
          .mapping(entries.map { ($0.key.node, $0.value.node) }), range(start, last, event, isFlow))
        let identity = identities.mapping(entries.map { ($0.key.identity, $0.value.identity) })
        return whole(node, identity, entries.flatMap { [$0.key, $0.value] })
      }
      let key = try value(event)
      let value = try self.value(events.next())
      last = value.node
      if isMergeKey(key.node) {
        try refuse(mergeKey(key.node))
      } else if let before = first[key.identity] {
        try refuse(duplicate(key.node, before))
      } else {
        first[key.identity] = key.node
        entries.append((key, value))
      }
    }
  }

  private mutating func alias(_ name: String, _ range: SourceRange) throws(Diagnostics) -> Composed {
    switch anchors[name] {
    case .closed(let target)?:
      try count(target.count, range)
      guard depth + target.height <= YAMLLimits.depth else { throw Diagnostics(tooDeep(range)) }
      var copy = target
      copy.node.alias = range
      return copy
    case .open(let place)?: try refuse(recursiveAlias(name, range, place))
    case nil: try refuse(unknownAlias(name, range))
    }
    let text = "*" + name
    return Composed(
      node: Node(.scalar(text, plain: true), range), identity: identities.scalar(text), count: 1, height: 0)
  }

  /// Counts values before they are kept, so that a short text of aliases to aliases cannot fill the memory.
  private mutating func count(_ more: Int, _ range: SourceRange) throws(Diagnostics) {
    values += more
    guard values <= YAMLLimits.values else { throw Diagnostics(tooManyValues(range)) }
  }
  private mutating func check(_ properties: Event.Properties, _ range: SourceRange) throws(Diagnostics) {
    if let tag = properties.tag { try refuse(self.tag(tag, range)) }
  }
  /// Keeps a mistake and reads on, up to a hundred of them: each costs a look at the text around it.
  private mutating func refuse(_ problem: Diagnostic) throws(Diagnostics) {
    problems.add(problem)
    guard problems.all.count < 100 else { throw Diagnostics(tooManyMistakes(problem)) }
  }
  private mutating func close(_ composed: Composed, _ properties: Event.Properties) -> Composed {
    if let name = properties.anchor { anchors[name] = .closed(composed) }
    return composed
  }
  private func whole(_ node: Node, _ identity: Int, _ parts: [Composed]) -> Composed {
    Composed(
      node: node, identity: identity, count: parts.reduce(1) { $0 + $1.count },
      height: 1 + (parts.map(\.height).max() ?? 0))
  }
  /// Where a collection is written: a bracketed one up to its bracket, another one up to its last value, since libyaml
  /// ends it where the next thing begins.
  private func range(_ start: Event, _ last: Node?, _ end: Event, _ isFlow: Bool) -> SourceRange {
    var range = start.range
    if isFlow, end.range.start < end.range.end {
      range.end = end.range.end
    } else if let last {
      range.end = max(range.start, (last.alias ?? last.range).end)
    }
    return range
  }
}
