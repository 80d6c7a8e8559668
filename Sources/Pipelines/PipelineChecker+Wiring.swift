import Diagnostics
import StageKit
import Tables
import YAML

// Which step's result goes into which port.
extension PipelineChecker {
  /// An input found: where it comes from, and what is known of it.
  struct Input {
    var reference: CheckedStep.Input
    var type: any Flow.Type
    var shape: any Sendable
    /// How guarded the inputs of the step were, when its shape does not say it.
    var taint: FigureShape?
  }
  /// The inputs of one step, by port.
  struct Inputs {
    var byPort: [String: [Input]] = [:]
    var wanted: [String: any Flow.Type] = [:]
    var all: [Input] { byPort.sorted { $0.key < $1.key }.flatMap(\.value) }
    /// The schemas of everything with rows.
    var schemas: [Schema] { all.compactMap { $0.shape as? Schema } }
  }

  /// Finds what every port is joined to; `nil` when one is not, which has then been noted.
  mutating func shapes<P: Ports>(_: P.Type, _ request: StepRequest) -> (Inputs, Shapes<P>)? {
    guard let (inputs, byName) = wired(P.named().all, request) else { return nil }
    var shapes = Shapes<P>()
    shapes.byName = byName
    return (inputs, shapes)
  }
  /// The same for ports that are not of one type.
  mutating func wired(_ ports: [any AnyPort], _ request: StepRequest) -> (Inputs, [String: any Sendable])? {
    guard var inputs = inputs(ports, request) else { return nil }
    var shapes: [String: any Sendable] = [:]
    var isWhole = true
    for port in ports {
      let found = inputs.byPort[port.name] ?? []
      inputs.wanted[port.name] = port.type
      if let many = port.type as? any AnyMany.Type {
        shapes[port.name] = many.shape(found.map(\.shape))
      } else {
        shapes[port.name] = found.first?.shape
      }
      guard found.count >= port.atLeast else {
        isWhole = false
        missing(port, request)
        continue
      }
    }
    return isWhole ? (inputs, shapes) : nil
  }

  private mutating func inputs(_ ports: [any AnyPort], _ request: StepRequest) -> Inputs? {
    guard let from = request.step.from else {
      guard ports.contains(where: { $0.atLeast > 0 }) else { return Inputs() }
      guard let before = request.before else { return Inputs() }
      return byType([(before, request.step.$use)], ports, request)
    }
    switch from.content {
    case .scalar(let text, _): return byType([(text, from.range)], ports, request)
    case .sequence(let items):
      let names = items.map { (name($0), $0.range) }
      return names.contains { $0.0 == nil } ? nil : byType(names.map { ($0.0 ?? "", $0.1) }, ports, request)
    case .mapping(let pairs): return byName(pairs, ports, request)
    }
  }

  /// Joins each output of the steps named to the port of its type.
  private mutating func byType(
    _ named: [(String, SourceRange?)], _ ports: [any AnyPort], _ request: StepRequest
  ) -> Inputs? {
    var inputs = Inputs()
    var isWhole = true
    for (name, range) in named {
      guard let found = outputs(of: name, at: range, request) else {
        isWhole = false
        continue
      }
      var isTaken = false
      for output in found {
        let fitting = ports.filter { $0.accepts(output.type) && ($0.isMany || inputs.byPort[$0.name] == nil) }
        // What must be joined comes before what may be left out.
        let needed = fitting.filter { $0.atLeast > 0 && inputs.byPort[$0.name] == nil }
        guard let port = needed.first ?? fitting.first else { continue }
        if fitting.count > 1, needed.count != 1 { ambiguous(name, fitting, at: range, request) }
        inputs.byPort[port.name, default: []].append(output.as(port))
        isTaken = true
      }
      if !isTaken {
        if let full = ports.first(where: { port in found.contains { port.accepts($0.type) } }) {
          tooMany(full, at: range, request)
        } else {
          refuse(name, found, ports, at: range, request)
        }
        isWhole = false
      }
    }
    return isWhole ? inputs : nil
  }

  /// Joins what a mapping names to the ports of those names.
  private mutating func byName(
    _ pairs: [(key: Node, value: Node)], _ ports: [any AnyPort], _ request: StepRequest
  ) -> Inputs? {
    var inputs = Inputs()
    var isWhole = true
    for (key, value) in pairs {
      guard let port = ports.first(where: { $0.name == key.scalar }) else {
        unknownInput(key, ports, request)
        isWhole = false
        continue
      }
      for node in value.items ?? [value] {
        guard let input = input(port, node, request) else {
          isWhole = false
          continue
        }
        if !port.isMany, inputs.byPort[port.name] != nil {
          tooMany(port, at: node.range, request)
          isWhole = false
        }
        inputs.byPort[port.name, default: []].append(input)
      }
    }
    return isWhole ? inputs : nil
  }
  /// The name of a step, or of one port of it; `nil` when it is none, which has then been noted.
  private mutating func name(_ node: Node) -> String? {
    if let name = node.scalar { return name }
    var found = OptionProblems(key: "from")
    found.add(OptionError(expected: Phrase(vi: "tên một bước", en: "the name of a step"), found: node))
    problems.add(found.all)
    return nil
  }
  private mutating func input(_ port: any AnyPort, _ node: Node, _ request: StepRequest) -> Input? {
    if let type = port.elementType as? any Resource.Type { return document(type, node, port.name) }
    guard let name = name(node), let found = outputs(of: name, at: node.range, request) else { return nil }
    guard let output = found.first(where: { port.accepts($0.type) }) else {
      refuse(name, found, [port], at: node.range, request)
      return nil
    }
    return output.as(port)
  }
  private mutating func document<R: Resource>(_ type: R.Type, _ node: Node, _ port: String) -> Input? {
    guard let path = path(node, port) else { return nil }
    do {
      let resource = try loader.load(type, path)
      return Input(reference: .document(resource), type: type, shape: resource)
    } catch {
      problems.add(error)
      return nil
    }
  }

  /// What a step, or one port of it, gives; `nil` when there is none, which has then been noted if it is news.
  private mutating func outputs(of name: String, at range: SourceRange?, _ request: StepRequest) -> [Input]? {
    let dot = name.lastIndex(of: ".")
    let owner = dot.map { String(name[..<$0]) } ?? name
    guard
      let index = pipeline.steps.firstIndex(where: { $0.id == name })
        ?? pipeline.steps.firstIndex(where: { $0.id == owner })
    else {
      if !broken.contains(name), !broken.contains(owner) { unknownStep(name, at: range, request) }
      return nil
    }
    let step = pipeline.steps[index]
    let wanted = step.id == name ? nil : dot.map { String(name[name.index(after: $0)...]) }
    let found = step.outputs.sorted { $0.key < $1.key }.filter { wanted == nil || $0.key == wanted }.map {
      Input(
        reference: .step(index, id: step.id, port: $0.key), type: $0.value.type, shape: $0.value.shape,
        taint: $0.value.taint)
    }
    if found.isEmpty { noOutput(step, wanted, at: range) }
    return found.isEmpty ? nil : found
  }
}

extension PipelineChecker.Input {
  /// The same input as a port takes it.
  fileprivate func `as`(_ port: any AnyPort) -> Self {
    PipelineChecker.Input(reference: reference, type: type, shape: shape, taint: taint)
  }
}

extension AnyPort {
  /// What one step joined to it must give.
  var elementType: any Flow.Type { (type as? any AnyMany.Type)?.element ?? type }
  var isMany: Bool { type is any AnyMany.Type }
  /// Whether an output of a type can be joined to it: rows and tables can stand for each other.
  func accepts(_ output: any Flow.Type) -> Bool {
    let rows = elementType == Rows.self || elementType == Table.self
    return elementType == output || rows && (output == Rows.self || output == Table.self)
  }
}
