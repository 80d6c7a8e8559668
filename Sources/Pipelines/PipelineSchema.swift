public import StageKit

/// The JSON Schema (draft 2020-12) of a pipeline file in which these stages may be used.
///
/// What stands under `with:` of a step is described by the stage that its `use:` names.
public func pipelineSchema(stages: [any Stage.Type]) -> JSON {
  var schema = PipelineFields.schema
  var steps = StepFields.schema
  guard case .object(var names)? = steps["properties"], var properties = schema["properties"] else {
    return schema
  }
  for (index, name) in names.enumerated() where name.0 == "use" {
    names[index].1["enum"] = .array(stages.map { .string($0.name) })
  }
  steps["properties"] = .object(names)
  steps["allOf"] = .array(stages.map(conditional))
  var list = properties["steps"] ?? ["type": "array"]
  list["items"] = steps
  properties["steps"] = list
  schema["properties"] = properties
  let head: JSON = [
    "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "minhbach pipeline",
  ]
  guard case .object(let first) = head, case .object(let rest) = schema else { return schema }
  return .object(first + rest)
}

/// That a step which uses a stage has that stage's options, and has them at all where one is required.
private func conditional(_ stage: any Stage.Type) -> JSON {
  var then: JSON = ["properties": ["with": stage.schema]]
  if case .array(let required)? = stage.schema["required"], !required.isEmpty {
    then["required"] = .array(["with"])
  }
  return [
    "if": ["properties": ["use": ["const": .string(stage.name)]]], "then": then,
  ]
}
