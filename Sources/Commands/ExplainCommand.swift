import ArgumentParser
import Diagnostics
import StageKit

/// Tells of a stage or a code of a diagnostic.
struct ExplainCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: Speech.say(
        "Giải thích một công đoạn, hay một mã lỗi.", "Explains a stage, or the code of a diagnostic."))
  }
  @Argument(
    help: .words(
      vi: "Tên công đoạn (csv.read) hoặc mã (options.unknown).",
      en: "The name of a stage (csv.read) or a code (options.unknown).",
      value: Phrase(vi: "tên", en: "name")))
  var name: String
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) async -> ExitStatus {
    let known = context.explanations + context.stages.flatMap { $0.explanations }
    if let stage = context.stages.first(where: { $0.name == name }) {
      let text = StageText(stage, context.language)
      context.console.out(common.format == .json ? "\(text.json)\n" : text.rendered)
      return .fine
    }
    if let explanation = known.first(where: { $0.code == name }) {
      context.console.out(
        common.format == .json
          ? "\(explanation.json(context.language))\n" : explanation.rendered(context.language))
      return .fine
    }
    let names = context.stages.map { $0.name } + known.map(\.code)
    let problem = Diagnostic(
      "command.unknown-name",
      Phrase(vi: "không có công đoạn hay mã '\(name)'", en: "no stage and no code '\(name)'"), at: nil,
      hint: names.nearest(to: name).map {
        Phrase(vi: "có phải ý bạn là '\($0)'?", en: "did you mean '\($0)'?")
      }
        ?? Phrase(
          vi: "`minhbach stages` liệt kê các công đoạn", en: "`minhbach stages` lists the stages"))
    Reporter(context, common).tell(Diagnostics(problem), nil)
    return .commandLineWrong
  }
}

extension Explanation {
  fileprivate func rendered(_ language: Language) -> String {
    "\(code)\n\n\(meaning(language))\n\n\(language == .vi ? "Cách sửa" : "What to do"): \(remedy(language))\n"
  }
  fileprivate func json(_ language: Language) -> JSON {
    ["code": .string(code), "meaning": .string(meaning(language)), "remedy": .string(remedy(language))]
  }
}
