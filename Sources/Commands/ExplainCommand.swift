import ArgumentParser
import Diagnostics
import Edits
import Pipelines
import StageKit

/// Tells of a stage, a code of a diagnostic or a rule.
struct ExplainCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: Speech.say(
        "Giải thích một công đoạn, một mã lỗi, hay một quy tắc.",
        "Explains a stage, the code of a diagnostic, or a rule."))
  }
  @Argument(
    help: .words(
      vi: "Tên công đoạn (csv.read), mã (options.unknown) hoặc quy tắc (E7).",
      en: "The name of a stage (csv.read), a code (options.unknown) or a rule (E7).",
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
    let sheets: [EditSheet]
    do throws(Diagnostics) { sheets = try EditSheet.all(in: "share:rules", .folder(".")) } catch {
      Reporter(context, common).tell(error, nil)
      return .environmentFailed
    }
    let found = EditText.found(name, in: sheets)
    if !found.isEmpty {
      context.console.out(
        common.format == .json
          ? "\(JSON.array(found.map(\.json)))\n"
          : found.map { $0.rendered(context.language) }.joined(separator: "\n"))
      return .fine
    }
    let names = context.stages.map { $0.name } + known.map(\.code) + sheets.flatMap { $0.edits.map(\.id) }
    let problem = Diagnostic(
      "command.unknown-name",
      Phrase(
        vi: "không có công đoạn, mã hay quy tắc '\(name)'", en: "no stage, no code and no rule '\(name)'"),
      at: nil,
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
