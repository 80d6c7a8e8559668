import Diagnostics
import Foundation
import Pipelines
import StageKit
import Stages
import Testing
import YAML

/// The JSON Schema that editors are given: it must not refuse what the program takes, and should find what is plainly wrong.
@Suite struct PipelineSchemaTests {
  private static let schema = Result { () throws in
    try parseYAML("\(pipelineSchema(stages: allStages + [TakeRows.self]))", file: "schema.json")
  }
  private static func problems(_ text: String) throws -> [String] {
    SchemaCheck.problems(try parseYAML(text, file: "t.yaml"), try schema.get())
  }
  private static func text(_ path: String) throws -> String {
    try String(contentsOf: StageContractTests.root.appending(path: path), encoding: .utf8)
  }
  /// A step of a stage with options, in a pipeline.
  private static func pipeline(_ use: String, _ options: String) -> String {
    "pipeline: p\nsteps:\n  - { use: \(use), with: \(options) }\n"
  }

  @Test(arguments: ["pipelines/five-plans/pipeline.yaml", "pipelines/tinh-mau/pipeline.yaml"])
  func `the pipelines of the project are right to an editor`(_ path: String) throws {
    #expect(try Self.problems(Self.text(path)) == [])
  }
  @Test(
    arguments: try FileManager.default.contentsOfDirectory(
      atPath: StageContractTests.root.appending(path: "plugins").path
    ).filter { !$0.hasPrefix(".") }.sorted())
  func `the pipelines of a README are right to an editor`(_ module: String) throws {
    for block in try Self.text("plugins/\(module)/README.md").split(separator: "```yaml").dropFirst() {
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      let pipeline = lines.prefix { $0 != "```" }.joined(separator: "\n")
      guard pipeline.hasPrefix("pipeline:") else { continue }
      #expect(try Self.problems(pipeline) == [], "\(pipeline)")
    }
  }
  @Test(arguments: StageContractTests.stages)
  func `the example of a stage is right to an editor, a slip is not`(
    _ stage: AnyStage
  ) throws {
    let path = "plugins/\(stage.module)/Examples/\(stage.type.name).yaml"
    let indented = try Self.text(path).split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    let pipeline = "pipeline: p\nsteps:\n  -\n\(indented)\n"
    #expect(try Self.problems(pipeline) == [])
    #expect(try Self.problems(pipeline + "    wiht: {}\n") != [])
  }
  @Test(arguments: StageContractTests.stages) func `a required option that is left out is found by an editor`(
    _ stage: AnyStage
  ) throws {
    let own = try parseYAML("\(stage.type.schema)", file: "schema.json")
    let isRequired = own["required"]?.content
    guard case .sequence(let names)? = isRequired, !names.isEmpty else { return }
    let found = try Self.problems("pipeline: p\nsteps:\n  - use: \(stage.type.name)\n")
    #expect(found.contains { $0.hasSuffix("lacks with") }, "\(found)")
    #expect(stage.type.mistakes(try parseYAML("{}", file: "t.yaml")) == names.count)
    let empty = try Self.problems(Self.pipeline(stage.type.name, "{}"))
    for name in names.compactMap(\.scalar) {
      #expect(empty.contains { $0.hasSuffix("lacks \(name)") }, "\(name): \(empty)")
    }
  }
  @Test(
    arguments: [
      ("households.measures", "{ unit: 01, cutoff: 3 }"),
      ("households.measures", "{ unit: 01, cutoff: 3/12, groups: [1, true, null] }"),
      ("households.changes", "{ years: 3 }"), ("households.changes", "{ years: 18/12, decimals: 0 }"),
      ("rows.filter", "{ where: true }"), ("rows.derive", "{ columns: { a: 1, b: \"x\" } }"),
    ])
  func `a scalar that is taken letter by letter may look like a number`(_ use: String, _ options: String)
    throws
  {
    let pipeline = Self.pipeline(use, options)
    let type = try #require(allStages.first { $0.name == use })
    let steps = try parseYAML(pipeline, file: "t.yaml")["steps"]
    guard case .sequence(let list)? = steps?.content, let with = list.first?["with"] else {
      Issue.record("no options")
      return
    }
    // What the program reads without a word…
    #expect(type.mistakes(with) == 0)
    // …no editor may underline.
    #expect(try Self.problems(pipeline) == [])
  }
  @Test(
    arguments: [
      "pipeline: p\n", "steps: []\n", "pipeline: ''\nsteps: []\n", "pipeline: p\nsteps: []\nstep: []\n",
      "pipeline: p\nsteps: {}\n", "pipeline: p\nsteps: [{ id: a }]\n",
      "pipeline: p\nsteps: [{ use: csv.raed }]\n", "pipeline: p\nsteps: [{ use: csv.read, wiht: {} }]\n",
      "pipeline: p\nsteps: [{ use: households.measures, with: { cutoff: [3] } }]\n",
      "pipeline: p\nsteps: [{ use: households.measures, with: { cutoff: 3, decimals: many } }]\n",
    ])
  func `what is plainly wrong is found by an editor`(_ text: String) throws {
    #expect(try Self.problems(text) != [])
  }
}

extension Stage {
  /// How many things are wrong with options.
  fileprivate static func mistakes(_ node: Node) -> Int {
    do throws(Diagnostics) {
      _ = try Options.decoded(from: node)
      return 0
    } catch { return error.all.count }
  }
}
