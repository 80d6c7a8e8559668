import ArgumentParser
import Diagnostics
import StageKit

/// Lists the stages.
struct StagesCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "stages",
      abstract: Speech.say("Liệt kê các công đoạn dùng được.", "Lists the stages there are."))
  }
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) async -> ExitStatus {
    let width = context.stages.map { $0.name.count }.max() ?? 0
    for stage in context.stages {
      if common.format == .json {
        let line: JSON = [
          "name": .string(stage.name), "kind": .string(StageKind(stage).rawValue),
          "summary": .string(context.say(stage.summary)),
        ]
        context.console.out("\(line)\n")
      } else {
        let padding = String(repeating: " ", count: width - stage.name.count)
        context.console.out("\(stage.name)\(padding)  \(context.say(stage.summary))\n")
      }
    }
    return .fine
  }
}
