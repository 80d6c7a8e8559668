import Diagnostics
import StageKit
import Tables
import YAML

/// A checked pipeline in the making.
///
/// A step that could not be planned gives nothing, and the steps after it are read, not planned.
struct PipelineChecker {
  let stages: [any Stage.Type]
  let loader: DocumentLoader
  var pipeline: CheckedPipeline
  var problems = Diagnostics()
  /// Steps that are written but could not be planned.
  var broken: Set<String> = []
  private var resources: [ObjectIdentifier: any Resource] = [:]
  private var unreadable: Set<String> = []

  init(stages: [any Stage.Type], loader: DocumentLoader, file: String) {
    (self.stages, self.loader) = (stages, loader)
    pipeline = CheckedPipeline(info: PipelineInfo(name: ""), file: file)
  }

  /// Checks all of a file; of steps that are not whole only the names stand.
  mutating func check(
    _ fields: PipelineFields, _ steps: [(step: StepFields, isWhole: Bool)],
    _ editions: Editions
  ) {
    pipeline.info = PipelineInfo(fields, editions, referenceDate: referenceDate(fields.defaults))
    pipeline.info.uses = Set(steps.map(\.step.use))
    load(fields.defaults)
    add(steps)
    if let edition = fields.edition {
      // Of a step that could not be planned nobody knows for whom it writes.
      let publishes = pipeline.isPublishing || !broken.isEmpty
      problems.add(editions.problems(of: edition, publishes: publishes, at: .top(of: pipeline.file)))
    }
    group(by: fields.quarantine?.by)
  }

  /// The day under `defaults.reference_date`, if there is one.
  private mutating func referenceDate(_ defaults: Mapping<Node>?) -> Day? {
    guard let node = defaults?["reference_date"] else { return nil }
    var found = OptionProblems(key: "reference_date")
    let day = Day.optionType.read(node, &found)
    problems.add(found.all)
    return day
  }

  /// Loads the documents that steps share: those under `defaults:`, and what the program brings for those that are not there.
  private mutating func load(_ defaults: Mapping<Node>?) {
    var known: [String] = ["reference_date"]
    for type in stages.flatMap({ $0.resources + $0.optionalResources }) where !known.contains(type.key) {
      known.append(type.key)
      guard let node = defaults?[type.key] else { continue }
      if let path = path(node, type.key) { load(type, path) } else { unreadable.insert(type.key) }
    }
    for entry in defaults?.entries ?? [] where !known.contains(entry.name) {
      problems.add(
        Diagnostic(
          "pipeline.defaults",
          Phrase(
            vi: "không có mục '\(entry.name)' trong defaults", en: "there is no default '\(entry.name)'"),
          at: entry.range, hint: known.suggestion(for: entry.name)))
    }
  }
  /// The path of a document; `nil` when it is none, which has then been noted.
  mutating func path(_ node: Node, _ key: String) -> Path? {
    var found = OptionProblems(key: key)
    let path = Path.optionType.read(node, &found)
    problems.add(found.all)
    return path
  }
  private mutating func load<R: Resource>(_ type: R.Type, _ path: Path) {
    do { resources[ObjectIdentifier(type)] = try loader.load(type, path) } catch {
      unreadable.insert(type.key)
      problems.add(error)
    }
  }

  /// Plans the steps, each after those it takes from.
  private mutating func add(_ steps: [(step: StepFields, isWhole: Bool)]) {
    let ports = steps.map { step, _ in stages.first { $0.name == step.use }.map(inputPorts) }
    let graph = StepGraph(steps.map(\.step), ports: ports)
    problems.add(graph.problems)
    for index in graph.order where !steps[index].isWhole { broken.insert(graph.ids[index]) }
    for index in graph.order where steps[index].isWhole {
      add(steps[index].step, id: graph.ids[index], before: graph.before(index), graph)
    }
    broken.formUnion(graph.waiting)
    if steps.isEmpty {
      problems.add(
        Diagnostic(
          "pipeline.no-steps", Phrase(vi: "pipeline không có bước nào", en: "the pipeline has no steps"),
          at: .top(of: pipeline.file)))
    }
    warnOfUnused()
  }

  private mutating func add(_ step: StepFields, id: String, before: String?, _ graph: StepGraph) {
    guard let type = stages.first(where: { $0.name == step.use }) else {
      problems.add(
        Diagnostic(
          "pipeline.unknown-stage",
          Phrase(vi: "không có công đoạn '\(step.use)'", en: "no stage '\(step.use)'"), at: step.$use,
          hint: stages.map { $0.name }.sorted().suggestion(for: step.use)))
      broken.insert(id)
      return
    }
    let errors = problems.errorCount
    let request = StepRequest(id: id, step: step, before: before, all: graph.ids)
    if inputPorts(of: type).isEmpty { refuseInputs(request) }
    let planned = open(type, request)
    if let planned {
      checkExpectation(planned, request)
      checkNames(planned, request)
    }
    if let planned, problems.errorCount == errors {
      pipeline.steps.append(planned)
    } else {
      broken.insert(id)
    }
  }

  private mutating func open<S: Stage>(_ type: S.Type, _ request: StepRequest) -> CheckedStep? {
    for resource in type.resources { ensure(resource, for: type.name, request) }
    let absent = type.resources.contains { resources[ObjectIdentifier($0)] == nil }
    let options: S.Options
    do {
      let range = request.step.$use ?? .top(of: pipeline.file)
      options = try S.Options.decoded(from: request.step.with ?? Node(.mapping([]), range))
    } catch {
      problems.add(error)
      return nil
    }
    let planned = absent ? nil : plan(S(options), request)
    if planned == nil { read(options.documents) }
    return planned
  }
  /// Reads the documents of a step that could not be planned, for what is wrong with them.
  private mutating func read(_ documents: [any NamedDocument]) {
    for document in documents {
      do throws(Diagnostics) { try document.read(by: loader) } catch { problems.add(error) }
    }
  }
  private mutating func plan(_ stage: some Stage, _ request: StepRequest) -> CheckedStep? {
    var request = request
    request.planning = Planning(
      step: request.id, range: request.step.$use, pipeline: pipeline.info, loader: loader,
      resources: resources, unreadable: unreadable)
    let planned = plan(stage, &request)
    problems.add(request.planning?.problems ?? Diagnostics())
    return planned
  }

  /// Loads what the program brings when `defaults:` did not say.
  private mutating func ensure<R: Resource>(_ type: R.Type, for stage: String, _ request: StepRequest) {
    guard resources[ObjectIdentifier(type)] == nil, !unreadable.contains(type.key) else { return }
    if let path = type.builtIn {
      load(type, Path(path, at: request.step.$use))
      return
    }
    problems.add(
      Diagnostic(
        "pipeline.resource",
        Phrase(
          vi: "'\(stage)' cần mục \(type.key): trong defaults",
          en: "'\(stage)' needs `\(type.key):` under `defaults:`"),
        at: request.step.$use))
  }

  /// Notes by which column rejected rows are grouped; some step must give it, unless that cannot be known.
  private mutating func group(by column: ColumnName?) {
    guard let column else { return }
    pipeline.quarantineColumn = column.text
    let names = pipeline.steps.flatMap { $0.schema?.names ?? [] }
    guard broken.isEmpty, !names.contains(column.text) else { return }
    problems.add(
      Diagnostic(
        "pipeline.quarantine",
        Phrase(
          vi: "không bước nào cho cột '\(column.text)' để xếp các dòng bị loại",
          en: "no step gives a column '\(column.text)' by which to lay out rejected rows"),
        at: column.range, hint: names.suggestion(for: column.text)))
  }

  /// Warns of steps whose results nobody takes.
  private mutating func warnOfUnused() {
    let used = Set(pipeline.steps.flatMap(\.sources))
    guard broken.isEmpty else { return }
    for step in pipeline.steps where !used.contains(step.id) && !step.outputs.isEmpty {
      problems.add(
        Diagnostic(
          "pipeline.unused",
          Phrase(
            vi: "không bước nào dùng kết quả của '\(step.id)'", en: "no step takes what '\(step.id)' gives"),
          at: step.range, severity: .warning))
    }
  }
}

/// One step on its way through the checker.
struct StepRequest {
  let id: String
  let step: StepFields
  /// The step before it in the file.
  let before: String?
  /// The names of all steps.
  let all: [String]
  var planning: Planning?

  /// The place of its inputs, or of its stage's name.
  var inputsRange: SourceRange? { step.$from ?? step.$use }
}

extension Diagnostics {
  var errorCount: Int { all.reduce(0) { $0 + ($1.severity == .error ? 1 : 0) } }
}
