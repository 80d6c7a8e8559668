import Diagnostics
import StageKit
import YAML

/// Who takes from whom, and the order of running: each step after those it takes from, else as in the file.
struct StepGraph {
  /// The name of each step, in the order of the file.
  let ids: [String]
  /// The steps in the order of running; those of a cycle are left out.
  private(set) var order: [Int] = []
  /// The names of steps that wait for one another.
  private(set) var cyclic: [String] = []
  private(set) var problems = Diagnostics()

  init(_ steps: [StepFields]) {
    ids = steps.map { $0.id ?? $0.use }
    for (index, step) in steps.enumerated() where ids[..<index].contains(ids[index]) {
      problems.add(
        Diagnostic(
          "pipeline.same-id",
          Phrase(vi: "hai bước cùng tên '\(ids[index])'", en: "two steps have the name '\(ids[index])'"),
          at: step.$id ?? step.$use,
          hint: Phrase(vi: "đặt id: khác nhau cho mỗi bước", en: "give each step an `id:` of its own")))
    }
    let needs = steps.map { step in
      Set(step.from.map { $0.named.compactMap { ids.firstIndex(of: $0) } } ?? [])
    }
    var left = Array(steps.indices)
    while let next = left.first(where: { needs[$0].isDisjoint(with: left) && self.isReady($0, steps, left) })
    {
      order.append(next)
      left.removeAll { $0 == next }
    }
    guard !left.isEmpty else { return }
    cyclic = left.map { ids[$0] }
    let names = cyclic.joined(separator: " → ")
    problems.add(
      Diagnostic(
        "pipeline.cycle",
        Phrase(
          vi: "các bước chờ lẫn nhau: \(names)", en: "steps wait for one another: \(names)"),
        at: left.compactMap { steps[$0].$from }.first ?? steps[left[0]].$use,
        hint: Phrase(
          vi: "sửa from: sao cho không bước nào lấy kết quả của chính nó qua các bước khác",
          en: "change a `from:` so that no step takes what follows from itself")))
  }

  /// A step without `from:` waits for the step before it in the file.
  private func isReady(_ index: Int, _ steps: [StepFields], _ left: [Int]) -> Bool {
    steps[index].from != nil || index == 0 || !left.contains(index - 1)
  }
  /// The name of the step before, in the file.
  func before(_ index: Int) -> String? { index > 0 ? ids[index - 1] : nil }
}

extension Node {
  /// The steps a `from:` names, without their ports.
  fileprivate var named: [String] {
    switch content {
    case .scalar(let text, _): [text, String(text.prefix { $0 != "." })]
    case .sequence(let items): items.flatMap(\.named)
    case .mapping(let pairs): pairs.flatMap { $0.value.named }
    }
  }
}
