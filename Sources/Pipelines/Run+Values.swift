import StageKit
import Tables

// What steps give, and what they are given.
extension Run {
  /// What one port of a step gives.
  func value(_ index: Int, _ port: String) async throws(StageError) -> any Flow {
    if pipeline.steps[index].isStream { return try await table(index, port) }
    return try await made(index, port)
  }
  /// The rows of a step as a whole table.
  func table(_ index: Int, _ port: String) async throws(StageError) -> Table {
    let step = pipeline.steps[index]
    guard step.isStream, let schema = step.schema else {
      guard let table = try await made(index, port) as? any TableFlow else {
        throw .gaveNothing(step.id, port)
      }
      return table.table
    }
    if let known = given(index)?[port] as? Table { return known }
    var joiner = BatchJoiner(schema)
    try await forEach(index, port) { joiner.append($0) }
    let table = Table(schema, joiner.joined)
    keep([port: table], of: index)
    return table
  }

  func outputs(_ index: Int) async throws(StageError) -> [String: any Flow] {
    if let known = given(index) { return known }
    let step = pipeline.steps[index]
    var made: [String: any Flow] = [:]
    switch step.work {
    case .reduce:
      try await reduce(index)
      return given(index) ?? [:]
    case .table(let work):
      var found = Findings()
      found.enter(step.id, groupedBy: groupColumn(of: step))
      let taken = try await inputs(step)
      found.rejectedBefore = rejectedBefore(step)
      do throws(StageError) { made = try work(taken, &found) } catch {
        try note(found)
        throw error
      }
      try note(found)
      for (port, value) in made {
        guard let table = value as? any TableFlow, let output = step.outputs[port],
          let column = ConstantColumns(output.shape as? Schema).broken(by: table.table.rows)
        else { continue }
        throw .notConstant(column, step: step.id)
      }
    case .source, .batch, .keyed, .sink: break
    }
    keep(made, of: index)
    return made
  }
  private func made(_ index: Int, _ port: String) async throws(StageError) -> any Flow {
    guard let made = try await outputs(index)[port] else {
      throw .gaveNothing(pipeline.steps[index].id, port)
    }
    return made
  }

  /// What goes into the ports of a step, the stream of a batch or keyed step left out.
  ///
  /// - Parameters:
  ///   - step: The step.
  ///   - feed: The rows of the only port of a sink, when they come from a pass that others take from too.
  /// - Returns: What is in each port, by name.
  /// - Throws: What the steps before could not give.
  func inputs(_ step: CheckedStep, feed: Feed? = nil) async throws(StageError) -> [String: any Flow] {
    var given: [String: any Flow] = [:]
    for (name, type) in step.wanted.sorted(by: { $0.key < $1.key }) where !(step.isStream && name == "table")
    {
      let many = type as? any AnyMany.Type
      var items: [any Flow] = []
      for input in step.inputs[name] ?? [] {
        switch input {
        case .document(let resource): items.append(resource)
        case .step(let index, _, let port):
          items.append(try await value(index, port, for: many?.element ?? type, feed))
        }
      }
      given[name] = many.map { $0.gathered(items) } ?? items.first
    }
    return given
  }
  /// The output of a step as the port wants it: rows, a table, or as it was made.
  private func value(
    _ index: Int, _ port: String, for wanted: any Flow.Type, _ feed: Feed?
  ) async throws(StageError) -> any Flow {
    guard wanted == Rows.self, let schema = pipeline.steps[index].outputs[port]?.shape as? Schema else {
      return wanted == Table.self ? try await table(index, port) : try await made(index, port)
    }
    return Rows(schema) { (body) throws(StageError) in
      guard let feed, feed.begin() else { return try await self.forEach(index, port, body) }
      while let batches = try await feed.next() { for batch in batches { try body(batch) } }
    }
  }
  /// How many rows were rejected on the way to a step by steps without a limit of their own.
  private func rejectedBefore(_ step: CheckedStep) -> Int {
    var (seen, next) = (Set<Int>(), [step])
    let known = findings.steps
    var count = 0
    while let step = next.popLast() {
      for case .step(let index, _, _) in step.inputs.flatMap(\.value) where seen.insert(index).inserted {
        let before = pipeline.steps[index]
        guard before.isStream else { continue }
        next.append(before)
        guard before.maxRejected == nil, before.gate == nil else { continue }
        count += known[before.id]?.rowsRejected ?? 0
      }
    }
    return count
  }
  /// The place of the column by which rows that a step rejects are grouped, if it takes rows of one kind alone.
  func groupColumn(of step: CheckedStep) -> Int? {
    let inputs = step.inputs.filter { !step.isStream || $0.key == "table" }.flatMap(\.value)
    var schemas: [Schema] = []
    for case .step(let index, _, let port) in inputs {
      if let schema = pipeline.steps[index].outputs[port]?.shape as? Schema { schemas.append(schema) }
    }
    return schemas.count == 1 ? pipeline.quarantineColumn.flatMap { schemas[0].index(of: $0) } : nil
  }
}
