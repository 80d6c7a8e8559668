import ArgumentParser
import Diagnostics
import Pipelines

/// The command itself: it has the subcommands, and gives the help when it is called alone.
struct RootCommand: ParsableCommand {
  static let subcommands: [any ParsableCommand.Type] = [
    InitCommand.self, CheckCommand.self, RunCommand.self, StagesCommand.self, ExplainCommand.self,
    SchemaCommand.self, SimulateCommand.self, InferCommand.self,
    QuarantineCommand.self, UnitsCommand.self, StandardsCommand.self, DiffCommand.self,
    WithdrawCommand.self,
  ]

  /// The names of the subcommands.
  static var commandNames: [String] { subcommands.map { $0._commandName } }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "minhbach",
      abstract: Speech.say(
        "Biến số liệu rà soát nghèo thành trang công khai, từng chỉ tiêu của kế hoạch một.",
        "Turns poverty reviews into a public site, target by target of the plan."),
      discussion: Speech.say(
        """
        Mã kết thúc: 0 tốt; 1 số liệu không qua kiểm tra; 2 pipeline, kế hoạch, chuẩn nghèo hay giao diện sai; \
        3 lỗi của máy; 64 dòng lệnh sai.
        """,
        """
        Exit status: 0 fine; 1 the data failed a gate; 2 the pipeline, plan, standard or theme is wrong; \
        3 the environment failed; 64 the command line is wrong.
        """),
      version: toolVersion, subcommands: subcommands)
  }

  @OptionGroup var common: CommonOptions

  /// The names a mistaken word may have meant: those of the commands, when no command was recognised.
  static func names(of arguments: [String]) -> [String] {
    let names = commandNames + ["help"]
    // `help` itself is no command that was recognised when it is asked about one that is none.
    let words = arguments.fromCommand
    let rest = words.first == "help" ? words.dropFirst() : arguments[...]
    return rest.contains { names.contains($0) } ? [] : names
  }
}
