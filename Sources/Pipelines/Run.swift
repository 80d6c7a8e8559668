import Diagnostics
import StageKit
import Synchronization
import Tables

/// One run: what steps have given so far.
final class Run: Sendable {
  private let runner: Runner
  private let files: ProjectFiles
  private let share: (index: Int, count: Int)
  private let noted = Mutex(Findings())
  private let values = Mutex<[Int: [String: any Flow]]>([:])

  init(_ runner: Runner, files: ProjectFiles, share: (Int, Int) = (0, 1)) {
    (self.runner, self.files, self.share) = (runner, files, share)
  }
  var findings: Findings { noted.withLock { $0 } }
  /// Goes on from findings made elsewhere.
  func start(with findings: Findings) { noted.withLock { $0 = findings } }

  /// What the ledger keeps of this run: the entries of everything recorded, in the order of the steps.
  var ledgerEntry: [UInt8] {
    values.withLock { values in
      values.sorted { $0.key < $1.key }.flatMap { _, outputs in
        outputs.sorted { $0.key < $1.key }.flatMap { ($0.value as? any Recorded)?.ledgerEntry ?? [] }
      }
    }
  }

  /// Runs a step; streams run when somebody takes their rows.
  ///
  /// - Throws: `StageError` of the step, or that there were no rows where some were expected.
  func finish(_ index: Int, into publication: Publication) async throws(StageError) -> StepReport {
    let step = runner.pipeline.steps[index]
    let clock = Stopwatch()
    switch step.work {
    case .source, .batch: break
    case .reduce, .table: _ = try await outputs(index)
    case .sink(let audience, let work):
      let taken = try await inputs(step)
      try await work(taken, publication.staging(audience, step.id))
    }
    let found = findings.steps[step.id]
    try expectRows(index)
    return StepReport(step, found, seconds: clock.seconds)
  }

  /// Zero rows where rows were expected is an error unless the step says otherwise.
  ///
  /// The streams that led to the step are looked at first, from the source on: only now are their rows known.
  private func expectRows(_ index: Int) throws(StageError) {
    let step = runner.pipeline.steps[index]
    for case .step(let before, _, _) in step.inputs.sorted(by: { $0.key < $1.key }).flatMap(\.value)
    where runner.pipeline.steps[before].isStream {
      try expectRows(before)
    }
    let wanted = step.minRows ?? (step.isStream ? 1 : 0)
    guard let rows = rowCount(index), rows < wanted else { return }
    throw StageError(
      Phrase(
        vi: "bước '\(step.id)' cho \(rows) dòng, cần ít nhất \(wanted)",
        en: "step '\(step.id)' gave \(rows) rows, and at least \(wanted) are expected"),
      hint: Phrase(
        vi: "xem office/findings.ndjson; nếu không có dòng nào cũng đúng, ghi expect: { min_rows: 0 }",
        en: "see office/findings.ndjson; if no rows are right, write `expect: { min_rows: 0 }`"),
      cause: .data)
  }
  /// How many rows a step has given, the fewest if it gives several tables; `nil` when it has given none yet.
  private func rowCount(_ index: Int) -> Int? {
    let step = runner.pipeline.steps[index]
    if step.isStream { return findings.steps[step.id]?.rowsOut }
    let given = values.withLock { $0[index] } ?? [:]
    return given.values.compactMap { ($0 as? any TableFlow)?.table.rows.count }.min()
  }

  /// What one port of a step gives.
  func value(_ index: Int, _ port: String) async throws(StageError) -> any Flow {
    if runner.pipeline.steps[index].isStream { return try await table(index, port) }
    return try await made(index, port)
  }

  private func table(_ index: Int, _ port: String) async throws(StageError) -> Table {
    let step = runner.pipeline.steps[index]
    guard step.isStream, let schema = step.schema else {
      guard let table = try await made(index, port) as? any TableFlow else {
        throw .gaveNothing(step.id, port)
      }
      return table.table
    }
    if let known = values.withLock({ $0[index]?[port] }) as? Table { return known }
    var joiner = BatchJoiner(schema)
    try await forEach(index, port) { joiner.append($0) }
    let table = Table(schema, joiner.joined)
    values.withLock { $0[index] = [port: table] }
    return table
  }

  private func outputs(_ index: Int) async throws(StageError) -> [String: any Flow] {
    if let known = values.withLock({ $0[index] }) { return known }
    let step = runner.pipeline.steps[index]
    var made: [String: any Flow] = [:]
    switch step.work {
    case .reduce(let empty):
      keep(try await fold(index, into: empty), index)
      return try await outputs(index)
    case .table(let work):
      var found = Findings(step: step.id)
      defer { note(found) }
      made = try work(await inputs(step), &found)
    case .source, .batch, .sink: break
    }
    values.withLock { $0[index] = made }
    return made
  }
  private func made(_ index: Int, _ port: String) async throws(StageError) -> any Flow {
    guard let made = try await outputs(index)[port] else {
      throw .gaveNothing(runner.pipeline.steps[index].id, port)
    }
    return made
  }

  private func inputs(_ step: CheckedStep) async throws(StageError) -> [String: any Flow] {
    var given: [String: any Flow] = [:]
    for (name, type) in step.wanted.sorted(by: { $0.key < $1.key }) {
      let many = type as? any AnyMany.Type
      var items: [any Flow] = []
      for input in step.inputs[name] ?? [] {
        switch input {
        case .document(let resource): items.append(resource)
        case .step(let index, _, let port):
          items.append(try await value(index, port, for: many?.element ?? type))
        }
      }
      given[name] = many.map { $0.gathered(items) } ?? items.first
    }
    return given
  }
  /// The output of a step as the port wants it: rows, a table, or as it was made.
  private func value(_ index: Int, _ port: String, for wanted: any Flow.Type) async throws(StageError)
    -> any Flow
  {
    if wanted == Rows.self, let schema = runner.pipeline.steps[index].outputs[port]?.shape as? Schema {
      return Rows(schema) { (body) throws(StageError) in try await self.forEach(index, port, body) }
    }
    return wanted == Table.self ? try await table(index, port) : try await made(index, port)
  }

  private func forEach(
    _ index: Int, _ port: String = "table", _ body: (Batch) throws(StageError) -> Void
  ) async throws(StageError) {
    guard runner.pipeline.steps[index].isStream, values.withLock({ $0[index] == nil }) else {
      try body(try await table(index, port).rows)
      return
    }
    note(try await stream(index).forEach(body))
  }
  func fold(_ index: Int, into empty: any ReduceState) async throws(StageError) -> any ReduceState {
    guard case .step(let before, _, let port)? = runner.pipeline.steps[index].inputs["table"]?.first else {
      return empty
    }
    let stream = try await stream(feeding: before, port)
    func opened<State: ReduceState>(_ empty: State) async throws(StageError) -> any ReduceState {
      let (state, found) = try await stream.fold(into: empty)
      note(found)
      return state
    }
    return try await opened(empty)
  }
  func keep(_ state: any ReduceState, _ index: Int) {
    var found = Findings(step: runner.pipeline.steps[index].id)
    let rows = state.finish(&found)
    note(found)
    values.withLock { $0[index] = ["table": Table(runner.pipeline.steps[index].schema ?? Schema(), rows)] }
  }

  /// The rows of a step as a stream: of its source if it is one, else of the table it has given.
  private func stream(feeding index: Int, _ port: String) async throws(StageError) -> Stream {
    if runner.pipeline.steps[index].isStream, values.withLock({ $0[index] == nil }) {
      return try await stream(index)
    }
    return Stream(
      reader: TableReader(rows: try await table(index, port).rows), files: files, width: runner.width)
  }
  /// The fused stream that ends in a step.
  private func stream(_ index: Int) async throws(StageError) -> Stream {
    let step = runner.pipeline.steps[index]
    switch step.work {
    case .source(let reader):
      let part = reader.share(share.index, of: share.count)
      return Stream(reader: part, source: step.id, files: files, width: runner.width)
    case .batch(let work):
      guard case .step(let before, _, let port)? = step.inputs["table"]?.first else {
        throw .gaveNothing(step.id, "table")
      }
      var stream = try await stream(feeding: before, port)
      stream.works.append((step.id, work))
      return stream
    case .reduce, .table, .sink: preconditionFailure("a stream ends in a source or a batch step")
    }
  }
  /// Notes what steps found, once for each step: a stream that is taken twice runs twice.
  private func note(_ found: Findings) {
    noted.withLock { known in
      for (step, found) in found.steps where known.steps[step] == nil { known.steps[step] = found }
    }
  }
}

extension StageError {
  fileprivate static func gaveNothing(_ step: String, _ port: String) -> StageError {
    StageError(Phrase(vi: "bước '\(step)' không cho '\(port)'", en: "step '\(step)' gave no '\(port)'"))
  }
}
