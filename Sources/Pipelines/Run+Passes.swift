import StageKit
import Synchronization
import Tables

/// The way from where rows are read to a step: the root, and the batch steps after it.
struct StreamPath {
  enum Root: Hashable {
    case source(Int)
    /// A table that a step has given.
    case table(Int, port: String)
  }
  var root: Root
  var steps: [Int] = []
}

// Streams: which steps run as one, and what has to be known before they do.
extension Run {
  /// The way to the rows of a step, from its source or from a table that has been made.
  func path(to index: Int, _ port: String = "table") -> StreamPath {
    var (index, port, steps): (Int, String, [Int]) = (index, port, [])
    while true {
      let step = pipeline.steps[index]
      guard step.isStream, given(index) == nil else {
        return StreamPath(root: .table(index, port: port), steps: steps.reversed())
      }
      guard case .step(let before, _, let from)? = step.inputs["table"]?.first else {
        return StreamPath(root: .source(index), steps: steps.reversed())
      }
      steps.append(index)
      (index, port) = (before, from)
    }
  }
  /// The way to the rows that a step takes; `nil` when it takes none.
  func path(into index: Int, _ name: String = "table") -> StreamPath? {
    guard case .step(let before, _, let port)? = pipeline.steps[index].inputs[name]?.first else { return nil }
    return path(to: before, port)
  }

  /// Whether every step of a way can run without another reading before: a batch step without side tables always can.
  func isReady(_ path: StreamPath) -> Bool {
    path.steps.allSatisfy { index in
      if case .batch = pipeline.steps[index].work, pipeline.steps[index].wanted.count == 1 { return true }
      return functions.withLock { $0[index] != nil }
    }
  }
  /// Makes the steps of a way ready: their side tables are made, and their keys counted.
  func prepare(_ path: StreamPath) async throws(StageError) {
    for index in path.steps where functions.withLock({ $0[index] == nil }) {
      let step = pipeline.steps[index]
      let function: BatchWork.Function
      switch step.work {
      case .batch(let work): function = try work.prepare(try await inputs(step))
      case .keyed(let work): function = try await keyed(work, index)
      case .source, .reduce, .table, .sink: preconditionFailure("a stream goes through batch and keyed steps")
      }
      functions.withLock { $0[index] = function }
    }
  }
  private func keyed(_ work: KeyedWork, _ index: Int) async throws(StageError) -> BatchWork.Function {
    let sides = try await inputs(pipeline.steps[index])
    let run = try work.prepare(sides)
    let counted = try await count(work.keys.filter { $0.side == nil }, of: index)
    var looked: [(key: Key, in: SideKeys)] = []
    for key in work.keys {
      guard let side = key.side else { continue }
      let tables =
        (sides[side.port] as? Many<Table>)?.items ?? (sides[side.port] as? Table).map { [$0] } ?? []
      looked.append((key, SideKeys(tables.map(\.rows), side.columns, runner.keyHash)))
    }
    return { [looked] batch, findings in
      var keys = counted.mapValues { $0.rows(batch) }
      for (key, side) in looked { keys[key.name] = side.rows(batch, key.columns) }
      return run(batch, BatchKeys(keys), &findings)
    }
  }
  /// Counts keys over all rows that a step takes: first the numbers that stand for them, then, where one number may
  /// stand for several keys, the keys of numbers that occur more than once.
  private func count(_ keys: [Key], of index: Int) async throws(StageError) -> [String: RepeatedKeys] {
    guard !keys.isEmpty, let path = path(into: index) else { return [:] }
    let columns = Set(keys.flatMap(\.columns))
    var streams = keys.map {
      StreamKeys(KeyCoder($0.columns, runner.keyHash, countsMissing: $0.countsMissing))
    }
    let coders = streams.map(\.coder)
    try await look(path, at: columns, coders.map { coder in { batch, _ in coder.coded(batch) } }) {
      key, batch in
      streams[key].add(batch)
    }
    var counted: [RepeatedKeys] = []
    for index in streams.indices { counted.append(await streams[index].takeRepeated(width: runner.width)) }
    if counted.contains(where: \.isNeeded) {
      try await look(path, at: columns, counted.map { keys in { batch, _ in keys.suspected(batch) } }) {
        key, batch in
        if counted[key].isNeeded { counted[key].add(batch) }
      }
    }
    return Dictionary(zip(keys.map(\.name), counted)) { $1 }
  }
  /// Reads the rows at the end of a way, for what some functions make of some columns of each batch.
  private func look(
    _ path: StreamPath, at columns: Set<Int>, _ works: [BatchWork.Function], _ body: (Int, Batch) -> Void
  ) async throws(StageError) {
    try await prepare(path)
    var pass = try await pass(path.root)
    if path.steps.isEmpty { pass.reader = pass.reader.reading(only: columns) }
    let end = pass.add(path, self)
    for work in works {
      pass.nodes.append(Pass.Node(step: "", parent: end, work: work))
      pass.taps.append(.rows(of: pass.nodes.count - 1))
    }
    _ = try await read(pass, isHeard: false) { (tap, batches) throws(StageError) in
      for batch in batches { body(tap, batch) }
    }
  }

  /// A pass from a root on, with nobody yet who takes from it.
  func pass(_ root: StreamPath.Root) async throws(StageError) -> Pass {
    switch root {
    case .table(let index, let port):
      let rows = try await table(index, port).rows
      return Pass(reader: TableReader(rows: rows), files: files, width: runner.width)
    case .source(let index):
      let step = pipeline.steps[index]
      guard case .source(let reader) = step.work else { preconditionFailure("the root is a source") }
      let part = reader.share(share.index, of: share.count)
      return Pass(reader: part, source: step.id, files: files, width: runner.width)
    }
  }
  /// Reads a source to its end, and notes what was found when all went well.
  ///
  /// A source that is read again must give the bytes that it gave before.
  func read(
    _ pass: Pass, isHeard: Bool = true, deliver: (Int, [Batch]) async throws(StageError) -> Void
  ) async throws(StageError) -> [(any ReduceState)?] {
    var pass = pass
    let again = ReadRecord(again: true)
    let isAgain = wholeSources.withLock { $0.contains(pass.source) }
    if isAgain { pass.files = again.watching(pass.files) }
    pass.besides = { [record] in record.help() }
    var findings = Findings()
    var log = newLog()
    let source = pass.source
    return try await pass.run { (found) throws(StageError) in
      guard isHeard else { return }
      var found = found
      try log.add(found.takeRejections())
      findings.merge(found)
    } deliver: { (tap, batches) throws(StageError) in
      try await deliver(tap, batches)
    } atEnd: { () throws(StageError) in
      if isAgain {
        try record.expectSame(again, in: runner.files)
      } else if !source.isEmpty {
        _ = wholeSources.withLock { $0.insert(source) }
      }
      if isHeard { try commit(findings, log) }
    }
  }

  func forEach(
    _ index: Int, _ port: String = "table", _ body: (Batch) throws(StageError) -> Void
  ) async throws(StageError) {
    let first = path(to: index, port)
    if case .table(index, _) = first.root { return try body(try await table(index, port).rows) }
    try await prepare(first)
    // What was needed before may have made a table of a step on the way.
    let path = path(to: index, port)
    var pass = try await pass(path.root)
    pass.taps = [.rows(of: pass.add(path, self))]
    _ = try await read(pass) { (_, batches) throws(StageError) in for batch in batches { try body(batch) } }
  }
}

extension Pass {
  /// Adds the steps of a way that are not there yet; gives the last, or `nil` when it is the root.
  mutating func add(_ path: StreamPath, _ run: Run) -> Int? {
    var end: Int?
    for index in path.steps {
      let step = run.pipeline.steps[index]
      if let known = nodes.firstIndex(where: { $0.step == step.id }) {
        end = known
        continue
      }
      guard let work = run.functions.withLock({ $0[index] }) else {
        preconditionFailure("the steps of a way are ready before they are added")
      }
      nodes.append(
        Node(
          step: step.id, use: step.use, parent: end, work: work, mayDrop: step.mayDrop,
          group: run.groupColumn(of: step), constants: ConstantColumns(step.schema)))
      end = nodes.count - 1
    }
    return end
  }
}

extension CheckedStep {
  /// Whether it may leave rows out that it does not reject.
  fileprivate var mayDrop: Bool {
    switch work {
    case .batch(let work): work.mayDrop
    case .keyed(let work): work.mayDrop
    case .source, .reduce, .table, .sink: true
    }
  }
}
