import Diagnostics
import StageKit

/// What `explain` says of a stage.
struct StageText: Sendable {
  private let stage: any Stage.Type
  private let language: Language

  init(_ stage: any Stage.Type, _ language: Language) { (self.stage, self.language) = (stage, language) }

  /// The text for people.
  var rendered: String {
    let ports = PortText.ports(of: stage)
    var parts = ["\(stage.name)  (\(StageKind(stage).meaning(language)))\n\(stage.summary(language))\n"]
    parts.append(section(Phrase(vi: "Đầu vào", en: "Inputs"), ports.inputs))
    parts.append(section(Phrase(vi: "Đầu ra", en: "Outputs"), ports.outputs))
    let documents = (stage.resources + stage.optionalResources).map { $0.key }
    if !documents.isEmpty {
      parts.append("\(say("Tài liệu", "Documents")): \(documents.joined(separator: ", "))\n")
    }
    parts.append("\(say("Tùy chọn (with)", "Options (with)")):\n\(stage.reference(language))")
    if let example = StageExamples.ofThisProgram.text(of: stage.name) {
      parts.append("\(say("Ví dụ", "Example")):\n\(example)")
    }
    if !stage.explanations.isEmpty {
      parts.append("\(say("Các mã", "Codes")): \(stage.explanations.map(\.code).joined(separator: ", "))\n")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The same for programs.
  var json: JSON {
    let ports = PortText.ports(of: stage)
    var json: JSON = [
      "name": .string(stage.name), "kind": .string(StageKind(stage).rawValue),
      "summary": .string(stage.summary(language)), "inputs": .array(ports.inputs.map(described)),
      "outputs": .array(ports.outputs.map(described)),
      "documents": .array((stage.resources + stage.optionalResources).map { .string($0.key) }),
      "options": stage.schema,
      "codes": .array(stage.explanations.map { .string($0.code) }),
    ]
    json["example"] = StageExamples.ofThisProgram.text(of: stage.name).map { .string($0) }
    return json
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)(language) }
  private func section(_ title: Phrase, _ ports: [PortText]) -> String {
    guard !ports.isEmpty else { return "" }
    return ports.reduce("\(title(language)):\n") {
      $0 + "  \($1.name): \($1.kind(language)). \($1.meaning(language))\n"
    }
  }
  private func described(_ port: PortText) -> JSON {
    [
      "name": .string(port.name), "kind": .string(port.kind(language)),
      "meaning": .string(port.meaning(language)),
    ]
  }
}
