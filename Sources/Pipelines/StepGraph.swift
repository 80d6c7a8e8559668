import Diagnostics
import StageKit
import YAML

/// Who takes from whom, and the order of running: each step after those it takes from, else as in the file.
struct StepGraph {
  /// The name of each step, in the order of the file.
  let ids: [String]
  /// The steps in the order of running; those that wait for a cycle are left out.
  private(set) var order: [Int] = []
  /// The names of the steps left out.
  private(set) var waiting: [String] = []
  private(set) var problems = Diagnostics()

  /// Orders steps; `ports` are the inputs of each, `nil` when its stage is not known.
  init(_ steps: [StepFields], ports: [[any AnyPort]?]) {
    ids = steps.map { $0.id ?? $0.use }
    for (index, step) in steps.enumerated() where ids[..<index].contains(ids[index]) {
      problems.add(
        Diagnostic(
          "pipeline.same-id",
          Phrase(vi: "hai bước cùng tên '\(ids[index])'", en: "two steps have the name '\(ids[index])'"),
          at: step.$id ?? step.$use,
          hint: Phrase(vi: "đặt id: khác nhau cho mỗi bước", en: "give each step an `id:` of its own")))
    }
    let needs = steps.indices.map { sources(of: $0, steps, ports[$0]) }
    var left = Array(steps.indices)
    while let next = left.first(where: { needs[$0].isDisjoint(with: left) }) {
      order.append(next)
      left.removeAll { $0 == next }
    }
    waiting = left.map { ids[$0] }
    // What only follows from a cycle is not in it.
    while let end = left.first(where: { step in !left.contains { needs[$0].contains(step) } }) {
      left.removeAll { $0 == end }
    }
    guard !left.isEmpty else { return }
    refuseCycle(left, steps)
  }

  private mutating func refuseCycle(_ cycle: [Int], _ steps: [StepFields]) {
    let names = cycle.map { ids[$0] }.joined(separator: " → ")
    problems.add(
      Diagnostic(
        "pipeline.cycle",
        Phrase(vi: "các bước chờ lẫn nhau: \(names)", en: "steps wait for one another: \(names)"),
        at: cycle.compactMap { steps[$0].$from }.first ?? steps[cycle[0]].$use,
        hint: Phrase(
          vi: "sửa from: sao cho không bước nào lấy kết quả của chính nó qua các bước khác",
          en: "change a `from:` so that no step takes what follows from itself")))
  }

  /// The steps that one takes from; without `from:` it takes from the step before it in the file, if it takes anything.
  private func sources(of index: Int, _ steps: [StepFields], _ ports: [any AnyPort]?) -> Set<Int> {
    guard let from = steps[index].from else {
      return index > 0 && ports?.contains { $0.atLeast > 0 } ?? true ? [index - 1] : []
    }
    let documents = (ports ?? []).filter { $0.elementType is any Resource.Type }.map(\.name)
    return Set(from.named(besides: documents).compactMap { ids.firstIndex(of: $0) })
  }
  /// The name of the step before, in the file.
  func before(_ index: Int) -> String? { index > 0 ? ids[index - 1] : nil }
}

extension Node {
  /// The steps a `from:` names, without their ports; what stands at the inputs `documents` is a file.
  fileprivate func named(besides documents: [String] = []) -> [String] {
    switch content {
    case .scalar(let text, _):
      [text] + (text.lastIndex(of: ".").map { [String(text[..<$0])] } ?? [])
    case .sequence(let items): items.flatMap { $0.named() }
    case .mapping(let pairs):
      pairs.filter { !documents.contains($0.key.scalar ?? "") }.flatMap { $0.value.named() }
    }
  }
}

/// The inputs of a stage.
func inputPorts(of stage: any Stage.Type) -> [any AnyPort] {
  switch stage {
  case is any SourceStage.Type: []
  case let stage as any BatchStage.Type: stage.inputPorts
  case let stage as any KeyedStage.Type: stage.inputPorts
  case let stage as any TableStage.Type: stage.inputPorts
  case let stage as any SinkStage.Type: stage.inputPorts
  default: One<Rows>.named().all
  }
}
extension TableStage {
  fileprivate static var inputPorts: [any AnyPort] { Inputs.named().all }
}
extension SinkStage {
  fileprivate static var inputPorts: [any AnyPort] { Inputs.named().all }
}
