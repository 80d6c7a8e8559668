import ArgumentParser
import Diagnostics
import Pipelines
import StageKit

/// Writes the JSON Schema of the pipeline file, for editors.
struct SchemaCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "schema",
      abstract: Speech.say(
        "In JSON Schema của tệp pipeline, để trình soạn thảo gợi ý và kiểm tra.",
        "Prints the JSON Schema of the pipeline file, for editors."))
  }
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) async -> ExitStatus {
    context.console.out("\(pipelineSchema(stages: context.stages))\n")
    return .fine
  }
}
