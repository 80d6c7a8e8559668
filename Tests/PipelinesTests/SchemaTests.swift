import Foundation
import StageKit
import Testing

@testable import Pipelines

/// The JSON Schema of a pipeline file.
@Suite struct SchemaTests {
  private func schema() throws -> [String: Any] {
    let text = pipelineSchema(stages: exampleStages).description
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `it has the keys of the file`() throws {
    let schema = try schema()
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["required"] as? [String] == ["pipeline", "steps"])
    let keys = try #require(schema["properties"] as? [String: Any]).keys
    #expect(
      keys.sorted() == ["defaults", "edition", "env", "params", "pipeline", "quarantine", "site", "steps"])
  }
  @Test func `a step has the options of its stage`() throws {
    let properties = try #require(try schema()["properties"] as? [String: [String: Any]])
    let step = try #require(properties["steps"]?["items"] as? [String: Any])
    let use = try #require((step["properties"] as? [String: [String: Any]])?["use"])
    #expect(use["enum"] as? [String] == exampleStages.map { $0.name })
    let cases = try #require(step["allOf"] as? [[String: [String: Any]]])
    #expect(cases.count == exampleStages.count)
    for (stage, found) in zip(exampleStages, cases) {
      let name = (found["if"]?["properties"] as? [String: [String: Any]])?["use"]?["const"]
      #expect(name as? String == stage.name)
      let with = (found["then"]?["properties"] as? [String: [String: Any]])?["with"]
      #expect(with?["additionalProperties"] as? Bool == false)
      let needs = (with?["required"] as? [String])?.isEmpty == false
      #expect((found["then"]?["required"] as? [String] == ["with"]) == needs, "\(stage.name)")
    }
  }
}
