import Diagnostics
import StageKit
import Tables

// What each kind of stage is asked when it is planned, and what becomes of the answer.
extension PipelineChecker {
  mutating func plan(_ stage: some Stage, _ request: inout StepRequest) -> CheckedStep? {
    guard var planning = request.planning else { return nil }
    defer { request.planning = planning }
    switch stage {
    case let stage as any SourceStage: return source(stage, request, &planning)
    case let stage as any BatchStage: return batch(stage, request, &planning)
    case let stage as any KeyedStage: return keyed(stage, request, &planning)
    case let stage as any ReduceStage: return reduce(stage, request, &planning)
    case let stage as any TableStage: return table(stage, request, &planning)
    case let stage as any SinkStage: return sink(stage, request, &planning)
    default: preconditionFailure("\(type(of: stage)) is a Stage, but of none of the six kinds")
    }
  }

  private func source<S: SourceStage>(_ stage: S, _ request: StepRequest, _ planning: inout Planning)
    -> CheckedStep?
  {
    let planned = stage.plan(&planning)
    return step(request, Inputs(), rows(planned.output, request, []), .source(planned.work))
  }
  private mutating func batch<S: BatchStage>(
    _ stage: S, _ request: StepRequest, _ planning: inout Planning
  ) -> CheckedStep? {
    guard let (inputs, input) = streamed(S.inputPorts, request, &planning) else { return nil }
    let planned = stage.plan(input, &planning)
    return step(request, inputs, rows(planned.output, request, inputs.schemas), .batch(planned.work))
  }
  private mutating func keyed<S: KeyedStage>(
    _ stage: S, _ request: StepRequest, _ planning: inout Planning
  ) -> CheckedStep? {
    guard let (inputs, input) = streamed(S.inputPorts, request, &planning) else { return nil }
    let planned = stage.plan(input, &planning)
    checkKeys(planned.work.keys, input, inputs, request)
    return step(request, inputs, rows(planned.output, request, inputs.schemas), .keyed(planned.work))
  }
  /// The inputs of a step that takes a stream and side tables, and the schema of the stream.
  private mutating func streamed(
    _ ports: [any AnyPort], _ request: StepRequest, _ planning: inout Planning
  ) -> (Inputs, Schema)? {
    guard let (inputs, shapes) = wired(ports, request), let input = shapes["table"] as? Schema else {
      return nil
    }
    planning.sideShapes = shapes
    planning.sideSteps = inputs.byPort.mapValues { $0.compactMap(\.reference.id) }
    return (inputs, input)
  }
  /// Refuses keys that could never be equal, because their columns are of other types than those they are looked up in.
  private mutating func checkKeys(_ keys: [Key], _ input: Schema, _ inputs: Inputs, _ request: StepRequest) {
    for key in keys {
      guard let side = key.side else { continue }
      for found in inputs.byPort[side.port] ?? [] {
        guard let schema = found.shape as? Schema else { continue }
        for (column, other) in zip(key.columns, side.columns) {
          guard input.fields.indices.contains(column), schema.fields.indices.contains(other),
            input.fields[column].type != schema.fields[other].type
          else { continue }
          refuseKey(input.fields[column], schema.fields[other], request)
        }
      }
    }
  }
  private mutating func reduce<S: ReduceStage>(
    _ stage: S, _ request: StepRequest, _ planning: inout Planning
  ) -> CheckedStep? {
    guard let (inputs, shapes) = shapes(One<Rows>.self, request) else { return nil }
    let planned = stage.plan(shapes.table, &planning)
    let sealed = planned.output.sealed(request.id, [shapes.table], reducing: true)
    return step(
      request, inputs, ["table": CheckedStep.Output(type: Table.self, shape: sealed)], .reduce(planned.work))
  }
  private mutating func table<S: TableStage>(
    _ stage: S, _ request: StepRequest, _ planning: inout Planning
  ) -> CheckedStep? {
    guard let (inputs, shapes) = shapes(S.Inputs.self, request) else { return nil }
    // What is released must have lost its personal columns before: a release lowers `protected`, never `personal`.
    if S.Outputs.named().all.contains(where: { $0.type is any Releasable.Type }) {
      refusePersonal(inputs.all, request)
    }
    let planned = stage.plan(shapes, &planning)
    var outputs: [String: CheckedStep.Output] = [:]
    for port in S.Outputs.named().all {
      guard let shape = planned.output.byName[port.name] ?? plainShape(of: port.type) else {
        preconditionFailure("'\(S.name)' planned no shape for '\(port.name)'")
      }
      let sealed = sealed(shape, of: port.type, inputs, request)
      let taint =
        port.type is any Releasable.Type
        ? nil : FigureShape(.public).sealed(request.id, port.name, inputs)
      outputs[port.name] = CheckedStep.Output(type: port.type, shape: sealed, taint: taint)
    }
    return step(
      request, inputs, outputs,
      .table { (values, findings) throws(StageError) in
        var given = Given<S.Inputs>()
        given.byName = values
        return try planned.work.run(given, &findings).byName.compactMapValues { $0 as? any Flow }
      })
  }
  private mutating func sink<S: SinkStage>(
    _ stage: S, _ request: StepRequest, _ planning: inout Planning
  ) -> CheckedStep? {
    guard let (inputs, shapes) = shapes(S.Inputs.self, request) else { return nil }
    if S.audience == .everybody { refuseUnreleased(S.Inputs.named().all, inputs, request) }
    let work = stage.plan(shapes, &planning)
    return step(
      request, inputs, [:],
      .sink(S.audience) { (values, staging) throws(StageError) in
        var given = Given<S.Inputs>()
        given.byName = values
        try await work.run(given, staging)
      })
  }

  private func step(
    _ request: StepRequest, _ inputs: Inputs, _ outputs: [String: CheckedStep.Output],
    _ work: CheckedStep.Work
  ) -> CheckedStep {
    CheckedStep(
      id: request.id, use: request.step.use, range: request.step.$use,
      inputs: inputs.byPort.mapValues { $0.map(\.reference) }, wanted: inputs.wanted, outputs: outputs,
      work: work, minRows: request.step.expect?.minRows, maxRejected: request.step.expect?.maxRejected)
  }
  private func rows(_ schema: Schema, _ request: StepRequest, _ inputs: [Schema]) -> [String: CheckedStep
    .Output]
  {
    ["table": CheckedStep.Output(type: Rows.self, shape: schema.sealed(request.id, inputs))]
  }
  private func sealed(
    _ shape: any Sendable, of type: any Flow.Type, _ inputs: Inputs, _ request: StepRequest
  ) -> any Sendable {
    let schemas = inputs.all.compactMap { $0.shape as? Schema }
    if let schema = shape as? Schema {
      let figures = inputs.all.compactMap(\.guarded)
      return schema.sealed(request.id, schemas, figures: figures, releasing: type is any Releasable.Type)
    }
    guard let figures = shape as? FigureShape else { return shape }
    return figures.sealed(request.id, "figures", inputs)
  }
  /// The shape of a flow of which nothing is known before it is made.
  private func plainShape(of type: any Flow.Type) -> (any Sendable)? {
    func shape<F: Flow>(_: F.Type) -> (any Sendable)? { F.Shape.self == NoShape.self ? NoShape() : nil }
    return shape(type)
  }
}
