import ArgumentParser
import Diagnostics
import Formats
import Pipelines
import StageKit

/// Proposes a schema for a file, with what speaks for it.
struct InferCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "infer",
      abstract: Speech.say(
        "Đề xuất mô tả cột cho một tệp CSV, JSON hay NDJSON, kèm căn cứ của từng phỏng đoán.",
        "Proposes a schema for a CSV, JSON or NDJSON file, with the evidence for each guess."))
  }
  @Argument(
    help: .words(vi: "Tệp số liệu.", en: "The file of data.", value: Phrase(vi: "tệp", en: "file")))
  var file: String
  @ArgumentParser.Option(
    help: .words(
      vi: "Chỉ đọc chừng này dòng đầu; nếu không ghi thì đọc cả tệp.",
      en: "Read only so many of the first rows; the whole file when left out.",
      value: Phrase(vi: "số", en: "n")))
  var rows: RowCount?
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) async -> ExitStatus {
    let reporter = Reporter(context, common)
    do throws(Diagnostics) {
      let project = try Project.find(file)
      return tell(try guess(project.file, project.files), project, context)
    } catch {
      reporter.tell(error, nil)
      return .pipelineWrong
    }
  }
  private func guess(
    _ name: String, _ files: ProjectFiles
  ) throws(Diagnostics) -> Result<SchemaGuess, StageError> {
    do throws(StageError) { return .success(try SchemaGuess(name, in: files, rows: rows?.count)) } catch {
      return .failure(error)
    }
  }
  private func tell(
    _ result: Result<SchemaGuess, StageError>, _ project: Project, _ context: CommandContext
  ) -> ExitStatus {
    switch result {
    case .success(let guess):
      context.console.out(
        common.format == .json ? "\(guess.json(context.language))\n" : guess.yaml(context.language))
      return .fine
    case .failure(let error):
      Reporter(context, common).tell(error) { project.shown($0) }
      return error.cause == .data ? .dataFailed : .environmentFailed
    }
  }
}
