import Diagnostics
import StageKit
import Tables
import YAML

// The words for what is wrong with the wiring, and the privacy gate.
extension PipelineChecker {
  mutating func missing(_ port: any AnyPort, _ request: StepRequest) {
    guard broken.isEmpty else { return }
    problems.add(
      Diagnostic(
        "pipeline.missing-input",
        Phrase(
          vi: "'\(request.step.use)' cần đầu vào '\(port.name)' (\(port.elementType.kind.vi))",
          en: "'\(request.step.use)' needs the input '\(port.name)' (\(port.elementType.kind.en))"),
        at: request.inputsRange, hint: port.meaning))
  }
  mutating func unknownInput(_ key: Node, _ ports: [any AnyPort], _ request: StepRequest) {
    let word = key.scalar ?? ""
    problems.add(
      Diagnostic(
        "pipeline.unknown-input",
        Phrase(
          vi: "'\(request.step.use)' không có đầu vào '\(word)'",
          en: "'\(request.step.use)' has no input '\(word)'"),
        at: key.range, hint: ports.map(\.name).suggestion(for: word)))
  }
  /// Refuses a `from:` of a stage that takes nothing.
  mutating func refuseInputs(_ request: StepRequest) {
    guard let from = request.step.from, from.items?.isEmpty != true else { return }
    problems.add(
      Diagnostic(
        "pipeline.unknown-input",
        Phrase(
          vi: "'\(request.step.use)' không nhận đầu vào nào", en: "'\(request.step.use)' takes no input"),
        at: from.range, hint: Phrase(vi: "bỏ from:", en: "take the `from:` out")))
  }
  mutating func tooMany(_ port: any AnyPort, at range: SourceRange?, _ request: StepRequest) {
    problems.add(
      Diagnostic(
        "pipeline.one-input",
        Phrase(
          vi: "đầu vào '\(port.name)' của '\(request.step.use)' chỉ nhận một bước",
          en: "the input '\(port.name)' of '\(request.step.use)' takes one step"), at: range))
  }
  /// Refuses to expect rows of a step that gives none.
  mutating func checkExpectation(_ step: CheckedStep, _ request: StepRequest) {
    guard let expect = request.step.expect else { return }
    if !step.outputs.values.contains(where: { $0.type is any RowFlow.Type }) {
      problems.add(
        Diagnostic(
          "pipeline.expect",
          Phrase(
            vi: "'\(step.use)' không cho dòng nào nên không đặt được số dòng",
            en: "'\(step.use)' gives no rows, so none can be expected"), at: request.step.$expect))
    } else if expect.maxRejected != nil, !step.isStream {
      problems.add(
        Diagnostic(
          "pipeline.expect",
          Phrase(
            vi: "'\(step.use)' không loại từng dòng nên không đặt được max_rejected",
            en: "'\(step.use)' does not reject single rows, so max_rejected means nothing"),
          at: expect.$maxRejected,
          hint: Phrase(
            vi: "đặt ở bước đọc hay kiểm tra các dòng",
            en: "write it at the step that reads or checks the rows")))
    }
  }
  /// Refuses two columns of one name: the second could never be found.
  mutating func checkNames(_ step: CheckedStep, _ request: StepRequest) {
    for (_, output) in step.outputs.sorted(by: { $0.key < $1.key }) {
      let names = (output.shape as? Schema)?.names ?? []
      for (index, name) in names.enumerated() where names[..<index].contains(name) {
        problems.add(
          Diagnostic(
            "pipeline.same-column",
            Phrase(
              vi: "bước '\(step.id)' cho hai cột cùng tên '\(name)'",
              en: "step '\(step.id)' gives two columns with the name '\(name)'"), at: request.step.$use))
      }
    }
  }
  mutating func refuseKey(_ field: Field, _ other: Field, _ request: StepRequest) {
    problems.add(
      Diagnostic(
        "plan.key-type",
        Phrase(
          vi:
            "cột '\(field.name)' là \(field.type.phrase.vi), cột '\(other.name)' là \(other.type.phrase.vi)",
          en:
            "column '\(field.name)' is \(field.type.phrase.en), column '\(other.name)' is \(other.type.phrase.en)"
        ), at: request.step.$use))
  }
  mutating func unknownStep(_ name: String, at range: SourceRange?, _ request: StepRequest) {
    problems.add(
      Diagnostic(
        "pipeline.unknown-step", Phrase(vi: "không có bước '\(name)'", en: "no step '\(name)'"), at: range,
        hint: request.all.filter { $0 != request.id }.suggestion(for: name)))
  }
  mutating func noOutput(_ step: CheckedStep, _ port: String?, at range: SourceRange?) {
    let what = port.map { "\(step.id).\($0)" } ?? step.id
    problems.add(
      Diagnostic(
        "pipeline.no-output",
        Phrase(vi: "'\(what)' không cho kết quả nào", en: "'\(what)' gives nothing to take"), at: range,
        hint: step.outputs.keys.sorted().suggestion(for: port ?? "")))
  }
  mutating func ambiguous(
    _ name: String, _ ports: [any AnyPort], at range: SourceRange?, _ request: StepRequest
  ) {
    let names = ports.map(\.name).joined(separator: ", ")
    problems.add(
      Diagnostic(
        "pipeline.ambiguous-input",
        Phrase(
          vi: "kết quả của '\(name)' hợp với nhiều đầu vào của '\(request.step.use)': \(names)",
          en: "what '\(name)' gives fits several inputs of '\(request.step.use)': \(names)"), at: range,
        hint: Phrase(
          vi: "ghi rõ from: { tên đầu vào: bước }", en: "say which, as `from: { input: step }`")))
  }

  /// Says that no output of a step is of a kind that a port takes; and which personal columns it would have carried.
  mutating func refuse(
    _ name: String, _ found: [Input], _ ports: [any AnyPort], at range: SourceRange?, _ request: StepRequest
  ) {
    guard let port = ports.first(where: { $0.atLeast > 0 }) ?? ports.first, let output = found.first else {
      return
    }
    let release = port.elementType is any Releasable.Type
    problems.add(
      Diagnostic(
        "pipeline.input-kind",
        Phrase(
          vi:
            "bước '\(name)' cho \(output.type.kind.vi), còn '\(port.name)' của '\(request.step.use)' cần \(port.elementType.kind.vi)",
          en:
            "step '\(name)' gives \(output.type.kind.en), and '\(port.name)' of '\(request.step.use)' takes \(port.elementType.kind.en)"
        ),
        at: range,
        hint: release
          ? Phrase(
            vi: "thêm một bước bảo vệ ở giữa, như figures.protect",
            en: "put a step between that protects it, such as figures.protect") : nil))
    if release { refusePersonal(found, request) }
  }

  /// Refuses what a sink for everybody may not have: anything not released, and any personal column.
  mutating func refuseUnreleased(_ ports: [any AnyPort], _ inputs: Inputs, _ request: StepRequest) {
    refusePersonal(inputs.all, request)
    for port in ports
    where !(port.elementType is any Releasable.Type) && !(port.elementType is any PublicDocument.Type) {
      for input in inputs.byPort[port.name] ?? [] {
        let step = input.reference.id ?? port.name
        problems.add(
          Diagnostic(
            "pipeline.not-released",
            Phrase(
              vi: "'\(request.step.use)' viết cho mọi người xem, mà '\(step)' chưa qua bảo vệ",
              en: "'\(request.step.use)' writes for everybody, and '\(step)' has not been released"),
            at: request.step.$use,
            hint: Phrase(
              vi: "đưa số liệu qua figures.protect trước",
              en: "send the figures through figures.protect first")))
      }
    }
  }
  /// Refuses personal columns, each with the way it came.
  mutating func refusePersonal(_ inputs: [Input], _ request: StepRequest) {
    for input in inputs {
      for field in (input.shape as? Schema)?.fields ?? [] where field.sensitivity == .personal {
        refusePersonal(field.name, field.lineage?.path ?? [field.name], request)
      }
      guard let flow = input.guarded, flow.sensitivity == .personal else { continue }
      refusePersonal(flow.path.first ?? "", flow.path, request)
    }
  }
  private mutating func refusePersonal(_ name: String, _ path: [String], _ request: StepRequest) {
    let way = path.joined(separator: " → ")
    problems.add(
      Diagnostic(
        "pipeline.personal",
        Phrase(
          vi: "cột cá nhân '\(name)' sẽ đến mọi người qua '\(request.step.use)'",
          en: "the personal column '\(name)' would reach everybody through '\(request.step.use)'"),
        at: request.inputsRange, hint: Phrase(vi: "nó đi qua \(way)", en: "it comes by \(way)")))
  }
}
