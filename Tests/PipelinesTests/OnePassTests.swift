import Diagnostics
import StageKit
import StageTestKit
import Testing
import YAML

@testable import Pipelines

/// Nothing that is wrong waits for something else to be mended.
@Suite struct OnePassTests {
  static let head = "pipeline: t\nsteps:\n"

  @Test(arguments: [
    // A resource that is not there, and a document of the same step.
    ("  - { use: table.make, with: { also: bad.yaml } }\n", ["p.yaml:3", "bad.yaml:1"]),
    // An input that is not there, and a document of the step that wanted it.
    ("  - { use: table.make, from: nowhere, with: { also: bad.yaml } }\n", ["p.yaml:3", "bad.yaml:1"]),
  ]) func `the documents of a step that cannot be planned are read for their mistakes`(
    _ steps: String, _ places: [String]
  ) {
    do throws(Diagnostics) {
      _ = try Example(Self.head + steps, files: ["bad.yaml": "number: none"]).checked()
      Issue.record("the pipeline is wrong and was accepted")
    } catch {
      let found = Set(error.all.map { "\($0.range?.file ?? ""):\($0.range?.start.line ?? 0)" })
      for place in places { #expect(found.contains(place), "\(found)") }
      #expect(error.all.contains { $0.code == "options.value" })
    }
  }
  @Test func `documents are found wherever they stand in options`() throws {
    struct Inner: StageOptions {
      @Option(vi: "a", en: "a") var rule: DocumentPath<Rule>
    }
    struct Outer: StageOptions {
      @Option(vi: "a", en: "a") var one: DocumentPath<Rule>?
      @Option(vi: "a", en: "a") var many: [DocumentPath<Rule>]
      @Option(vi: "a", en: "a") var inner: Inner
      @Option(vi: "a", en: "a") var either: OneOf<String, Mapping<DocumentPath<Rule>>>
      @Option(vi: "a", en: "a", default: "no.yaml") var text: String
    }
    let text = "{one: a.yaml, many: [b.yaml, c.yaml], inner: {rule: d.yaml}, either: {x: e.yaml}}"
    let options = try Outer.decoded(from: parseYAML(Array(text.utf8), file: "t.yaml"))
    let paths = options.documents.compactMap { ($0 as? DocumentPath<Rule>)?.path.text }
    #expect(paths == ["a.yaml", "b.yaml", "c.yaml", "d.yaml", "e.yaml"])
  }
  @Test func `what the step that failed has found is in the office's report`() async throws {
    let text =
      "pipeline: t\ndefaults: { rule: rule.yaml }\nsteps:\n"
      + "  - { use: table.make, with: { failure: thôi } }\n  - { use: rows.write }\n"
    let (_, report) = try await Example(text, files: ["rule.yaml": "number: 5"]).run()
    #expect(report.failure?.message.en == "thôi")
    #expect(report.kept.map(\.code) == ["table.made"])
    #expect(String(decoding: report.findingLines, as: UTF8.self).contains("\"code\": \"table.made\""))
  }
}
