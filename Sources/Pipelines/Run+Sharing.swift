import Diagnostics
import StageKit
import Synchronization
import Tables

// Several who take from one source in one pass.
extension Run {
  /// The states of reductions over all their rows, each source read once; for partial runs.
  ///
  /// - Parameter empty: The states of no rows, by the places of their steps.
  /// - Returns: The whole states.
  /// - Throws: What a source could not read.
  func fold(_ empty: [Int: any ReduceState]) async throws(StageError) -> [Int: any ReduceState] {
    var whole = empty
    var byRoot: [StreamPath.Root: [(index: Int, path: StreamPath)]] = [:]
    for index in empty.keys.sorted() {
      if let path = path(into: index) { byRoot[path.root, default: []].append((index, path)) }
    }
    for (root, takers) in byRoot.sorted(by: { $0.value[0].index < $1.value[0].index }) {
      var pass = try await pass(root)
      for taker in takers {
        try await prepare(taker.path)
        let end = pass.add(taker.path, self)
        if let state = empty[taker.index] { pass.taps.append(.state(state, of: end)) }
      }
      let states = try await read(pass) { (_, _) in }
      for (tap, taker) in takers.enumerated() { whole[taker.index] = states[tap] }
    }
    return whole
  }
  /// Runs a reduction, and with it all that can take from the same reading of the source.
  func reduce(_ index: Int) async throws(StageError) {
    try await runTogether(index)
    if let outcome = outcomes.withLock({ $0.removeValue(forKey: index) }) { try outcome.get() }
  }
  /// Runs a sink, unless it has run with another step.
  func finishSink(_ index: Int) async throws(StageError) {
    if outcomes.withLock({ $0[index] == nil }) {
      if rowsPort(of: index) == nil { return try await sink(index, feed: nil) }
      try await runTogether(index)
    }
    if let outcome = outcomes.withLock({ $0.removeValue(forKey: index) }) { try outcome.get() }
  }
  private func sink(_ index: Int, feed: Feed?) async throws(StageError) {
    let step = pipeline.steps[index]
    guard case .sink(let audience, let work) = step.work, let publication = publication.withLock({ $0 })
    else {
      return
    }
    var staging = publication.staging(audience, step.id)
    if audience == .everybody { staging = staging.fenced(publicTexts) }
    let taken = try await inputs(step, feed: feed)
    try await work(taken, feed == nil ? staging : staging.seenFromNow)
  }
  /// The port of a sink that takes the rows of a stream and nothing else but documents; `nil` of any other sink.
  private func rowsPort(of index: Int) -> String? {
    let step = pipeline.steps[index]
    var ports: [String] = []
    for (name, inputs) in step.inputs {
      for case .step(let before, _, _) in inputs {
        guard step.wanted[name] == Rows.self, pipeline.steps[before].isStream else { return nil }
        ports.append(name)
      }
    }
    return ports.count == 1 ? ports.first : nil
  }

  /// Runs a step, and those that hang on the same root and are ready too, in one pass.
  ///
  /// What becomes of each is kept until its turn comes, so that the failure that is told is that of the first.
  private func runTogether(_ first: Int) async throws(StageError) {
    guard let way = path(into: first, rowsPort(of: first) ?? "table") else { return }
    try await prepare(way)
    let takers = takers(with: first)
    if takers.count == 1, case .sink = pipeline.steps[first].work { return try await sink(first, feed: nil) }
    guard let root = takers.first?.path.root else { return }
    var pass = try await pass(root)
    var feeds: [Int: Feed] = [:]
    for (tap, taker) in takers.enumerated() {
      try await prepare(taker.path)
      let end = pass.add(taker.path, self)
      if case .reduce(let empty) = pipeline.steps[taker.index].work {
        pass.taps.append(.state(empty, of: end))
      } else {
        pass.taps.append(.rows(of: end))
        feeds[tap] = Feed()
      }
    }
    await run(pass, takers.map(\.index), feeds)
  }
  private func takers(with first: Int) -> [(index: Int, path: StreamPath)] {
    guard let root = path(into: first, rowsPort(of: first) ?? "table")?.root else { return [] }
    let isWhole = publication.withLock { $0 != nil }
    return pipeline.steps.indices.compactMap { index in
      guard index == first || isWhole && index > first && isWaiting(index),
        let path = path(into: index, rowsPort(of: index) ?? "table"), path.root == root, isReady(path)
      else { return nil }
      return (index, path)
    }
  }
  private func isWaiting(_ index: Int) -> Bool {
    guard outcomes.withLock({ $0[index] == nil }) else { return false }
    return switch pipeline.steps[index].work {
    case .reduce: given(index) == nil
    case .sink: rowsPort(of: index) != nil
    case .source, .batch, .keyed, .table: false
    }
  }
  /// Runs a pass while sinks take from it, and keeps what becomes of every step.
  private func run(_ pass: Pass, _ steps: [Int], _ feeds: [Int: Feed]) async {
    let states: Result<[(any ReduceState)?], StageError> = await withTaskGroup(of: Void.self) { group in
      for (tap, feed) in feeds {
        let index = steps[tap]
        group.addTask {
          let outcome: Result<Void, StageError>
          do throws(StageError) { outcome = .success(try await self.sink(index, feed: feed)) } catch {
            outcome = .failure(error)
          }
          self.outcomes.withLock { $0[index] = outcome }
          feed.close()
        }
      }
      var closed: Set<Int> = []
      let result: Result<[(any ReduceState)?], StageError>
      do throws(StageError) {
        let states = try await self.read(pass) { (tap, batches) throws(StageError) in
          guard let feed = feeds[tap], !closed.contains(tap) else { return }
          if await feed.send(batches) { return }
          closed.insert(tap)
          // Nobody is left who would take anything.
          if closed.count == steps.count { throw .nobodyTakes }
        }
        result = .success(states)
      } catch {
        result = .failure(error)
      }
      for feed in feeds.values {
        if case .failure(let error) = result { feed.end(error) } else { feed.end(nil) }
      }
      return result
    }
    for (tap, index) in steps.enumerated() where feeds[tap] == nil {
      outcomes.withLock { $0[index] = kept(states, tap, index) }
    }
  }
  private func kept(
    _ states: Result<[(any ReduceState)?], StageError>, _ tap: Int, _ index: Int
  ) -> Result<Void, StageError> {
    do throws(StageError) {
      if let state = try states.get()[tap] { try keep(state, index) }
      return .success(())
    } catch { return .failure(error) }
  }
}

extension StageError {
  /// Ends a pass from which nobody takes any more; it is never told, for those who took have their own.
  fileprivate static let nobodyTakes = StageError(Phrase(vi: "không ai nhận", en: "nobody takes"))
}

extension Staging {
  /// The same folder, in which only what is there now is seen, and what this value itself writes: steps that run at the same
  /// time do not see each other.
  fileprivate var seenFromNow: Staging {
    let before = files
    let own = OwnPaths()
    return Staging {
      (before + self.files.filter { own.contains($0.path) }).sorted { $0.path < $1.path }
    } put: { (path, bytes) throws(StageError) in
      try self.write(bytes, to: path)
      own.add(path)
    } add: { (path, bytes) throws(StageError) in
      try self.append(bytes, to: path)
      own.add(path)
    }
  }
}
private final class OwnPaths: Sendable {
  private let paths = Mutex<Set<String>>([])
  func contains(_ path: String) -> Bool { paths.withLock { $0.contains(path) } }
  func add(_ path: String) { _ = paths.withLock { $0.insert(path) } }
}
