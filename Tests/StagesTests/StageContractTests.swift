import Diagnostics
import Foundation
import StageKit
import Stages
import Testing
import YAML

/// What every stage must keep, whoever wrote it.
@Suite struct StageContractTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let stages = allStages.map(AnyStage.init)

  @Test func `every folder under plugins is registered`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "plugins").path
    ).filter { !$0.hasPrefix(".") }
    let manifest = try text("Package.swift").replacing(/\(\s+/, with: "(")
    let list = try text("Sources/Stages/Stages.swift")
    for folder in folders.sorted() {
      var missing: [String] = []
      if !manifest.contains("Plugin(\"\(folder)\"") {
        missing.append("Package.swift lacks\n  Plugin(\"\(folder)\"),")
      }
      if !list.contains("import \(folder)\n") || !list.contains("\(folder)::stages") {
        missing.append("Sources/Stages/Stages.swift lacks\n  import \(folder)\n  \(folder)::stages,")
      }
      guard !missing.isEmpty else { continue }
      Issue.record("plugins/\(folder) is not built:\n\(missing.joined(separator: "\n"))")
    }
  }
  @Test func `names are unique`() { #expect(Set(allStages.map { $0.name }).count == allStages.count) }
  @Test func `there are the stages of the house`() {
    let names = Set(allStages.map { $0.name })
    for name in [
      "csv.read", "json.read", "figures.load", "figures.rollup", "figures.protect", "plan.track",
      "figures.write",
      "site.build",
    ] { #expect(names.contains(name), "the stage \(name) is not there") }
  }
  @Test(arguments: stages) func `a name is noun dot verb`(_ stage: AnyStage) {
    #expect(stage.type.name.wholeMatch(of: /[a-z]+\.[a-z]+/) != nil)
  }
  @Test(arguments: stages) func `the summary is one sentence in both languages`(_ stage: AnyStage) {
    for text in [stage.type.summary.vi, stage.type.summary.en] {
      #expect(text.hasSuffix(".") && text.count <= 100 && !text.dropLast().contains(". "))
      #expect(text == text.precomposedStringWithCanonicalMapping)
    }
  }
  @Test(arguments: stages) func `an example of it is given, and is right`(_ stage: AnyStage) throws {
    let path = "plugins/\(stage.module)/Examples/\(stage.type.name).yaml"
    let example = try parseYAML(try text(path), file: path)
    #expect(example["use"]?.scalar == stage.type.name)
    try stage.type.expectDecodes(example["with"] ?? Node(.mapping([]), example.range))
  }
  @Test(arguments: stages) func `the README of its module tells of it`(_ stage: AnyStage) throws {
    #expect(try text("plugins/\(stage.module)/README.md").contains("`\(stage.type.name)`"))
  }
  @Test(arguments: stages) func `its JSON Schema is one`(_ stage: AnyStage) throws {
    let json = try JSONSerialization.jsonObject(with: Data("\(stage.type.schema)".utf8))
    let schema = try #require(json as? [String: Any])
    #expect(schema["type"] as? String == "object")
    #expect(schema["additionalProperties"] as? Bool == false)
    let options = try #require(schema["properties"] as? [String: [String: Any]])
    for (name, option) in options {
      #expect(name.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil)
      for key in ["description", "x-description-vi"] {
        #expect((option[key] as? String)?.isEmpty == false, "'\(name)' has no \(key)")
      }
    }
    let required = try #require(schema["required"] as? [String])
    #expect(required.allSatisfy { options[$0] != nil })
  }
  @Test(arguments: stages) func `its reference names every option in both languages`(_ stage: AnyStage) throws
  {
    let json = try JSONSerialization.jsonObject(with: Data("\(stage.type.schema)".utf8))
    let options = try #require((json as? [String: Any])?["properties"] as? [String: Any])
    for language in Language.allCases {
      let reference = stage.type.reference(language)
      for name in options.keys { #expect(reference.contains("| `\(name)` |")) }
    }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
  }
}

/// A stage type that shows its name in test output.
struct AnyStage: CustomTestStringConvertible, Sendable {
  let type: any Stage.Type
  var testDescription: String { type.name }
  /// The module it is declared in.
  var module: String { String(String(reflecting: type).prefix { $0 != "." }) }
}

extension Stage {
  /// Expects that options can be read.
  fileprivate static func expectDecodes(_ node: Node) throws {
    do { _ = try Options.decoded(from: node) } catch {
      for problem in error.all {
        let start = problem.range?.start
        Issue.record(
          "\(problem.range?.file ?? ""):\(start?.line ?? 0):\(start?.column ?? 0): \(problem.message.en)")
      }
    }
  }
}
