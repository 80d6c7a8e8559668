import ArgumentParser
import Diagnostics
import Pipelines
import StageKit

/// Makes a file of households of an invented province, or of their members, for trials.
///
/// The command knows the stages by their names alone: it plans a pipeline of two steps and runs it.
struct SimulateCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "simulate",
      abstract: Speech.say(
        "Bịa ra một tệp hộ của một tỉnh không có thật, để thử.",
        "Makes up a file of households of an invented province, for trials."))
  }
  @ArgumentParser.Option(
    help: .words(
      vi: "Mỗi dòng là một hộ, hay một thành viên của các hộ ấy.",
      en: "A row a household, or a row a member of these households.",
      value: Phrase(vi: "loại_dòng", en: "what")))
  var what: SimulatedRows = .households
  @ArgumentParser.Option(
    help: .words(vi: "Số hộ.", en: "How many households.", value: Phrase(vi: "số", en: "n")))
  var rows: RowCount
  @ArgumentParser.Option(
    help: .words(
      vi: "Số gốc: cùng số gốc thì cùng các hộ.", en: "The same seed gives the same households.",
      value: Phrase(vi: "số", en: "n")))
  var seed = 1
  @ArgumentParser.Option(
    help: .words(vi: "Tệp sẽ ghi.", en: "The file to write.", value: Phrase(vi: "tệp", en: "file")))
  var output: String
  @ArgumentParser.Option(
    help: .words(vi: "Dạng của tệp.", en: "Form of the file.", value: Phrase(vi: "dạng", en: "form")))
  var form: RowsFile.Form = .csv
  @Flag(
    help: .words(
      vi: "Hộ theo đúng thành viên: số người phụ thuộc, d1…d6 và loại hộ tính từ họ.",
      en: "Households as their members are: dependants, d1 to d6 and the class follow from them."))
  var fromMembers = false
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) async -> ExitStatus {
    let reporter = Reporter(context, common)
    guard context.stages.contains(where: { $0.name == what.stage }) else {
      reporter.tell(Diagnostics(.noSimulation(what.stage)), nil)
      return .commandLineWrong
    }
    do throws(Diagnostics) {
      let files = pipelineAlone
      let pipeline = try checkPipeline(
        Self.file, stages: context.stages + [RowsFile.self], files: files)
      let report = await Runner(pipeline, files: files, width: Console.processors).run(into: RowsFile.output)
      if let failure = report.failure {
        reporter.tell(failure)
        return .environmentFailed
      }
    } catch {
      reporter.tell(error, nil)
      return .pipelineWrong
    }
    reporter.say(
      what.done(rows.count, output), json: ["wrote": .string(output), what.counted: .integer(rows.count)])
    return .fine
  }

  private static let file = "simulate.yaml"
  private var households: JSON {
    var options: JSON = ["households": .integer(rows.count), "seed": .integer(seed)]
    if fromMembers { options["from_members"] = true }
    return options
  }
  /// The pipeline as the only file of a project.
  private var pipelineAlone: ProjectFiles {
    let text = """
      pipeline: simulate
      steps:
        - id: rows
          use: \(what.stage)
          with: \(what.options(households))
        - use: \(RowsFile.name)
          with: { file: \(JSON.string(output)), form: \(form.rawValue) }

      """
    return ProjectFiles { (path, offset, count) throws(StageError) in
      guard path == Self.file else {
        throw StageError(Phrase(vi: "không có tệp '\(path)'", en: "there is no file '\(path)'"))
      }
      return Array(text.utf8.dropFirst(offset).prefix(count))
    } names: { (_) throws(StageError) in
      [Self.file]
    }
  }
}

extension RowsFile.Form: ExpressibleByArgument {}

/// A whole number from 1 to a thousand million.
struct RowCount: ExpressibleByArgument, Sendable {
  /// How many.
  let count: Int

  init(_ count: Int) { self.count = count }
  init?(argument: String) {
    guard let count = Int(argument), (1...1_000_000_000).contains(count) else { return nil }
    self.count = count
  }
  var defaultValueDescription: String { String(count) }
}

extension Diagnostic {
  fileprivate static func noSimulation(_ stage: String) -> Diagnostic {
    Diagnostic(
      "command.no-simulation",
      Phrase(
        vi: "chương trình này không có công đoạn '\(stage)'", en: "this program has no stage '\(stage)'"),
      at: nil)
  }
}
