import ArgumentParser
import Diagnostics
import Pipelines
import StageKit

/// Runs a pipeline and publishes what it makes.
struct RunCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run",
      abstract: Speech.say(
        "Chạy một pipeline và công bố kết quả trong một bước.",
        "Runs a pipeline and publishes the result in one step."))
  }
  @Argument(
    help: .words(vi: "Tệp pipeline.", en: "The pipeline file.", value: Phrase(vi: "tệp", en: "file")))
  var file: String
  @ArgumentParser.Option(
    help: .words(
      vi: "Thư mục kết quả; nếu không ghi thì là thư mục chứa tệp pipeline.",
      en: "Folder for the results; the folder of the pipeline file when left out.",
      value: Phrase(vi: "thư_mục", en: "dir")))
  var output: String?
  @ArgumentParser.Option(
    help: .words(
      vi: "Số việc chạy cùng lúc, từ 1; nếu không ghi thì bằng số nhân của máy.",
      en: "How many workers, from 1; as many as the machine has cores when left out.",
      value: Phrase(vi: "số", en: "n")))
  var workers: WorkerCount?
  @ArgumentParser.Option(
    help: .words(
      vi: "Đặt một tham số; có thể ghi nhiều lần.", en: "Sets a parameter; may be repeated.",
      value: Phrase(vi: "tên=giá_trị", en: "name=value")))
  var set: [Assignment] = []
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) async -> ExitStatus {
    let reporter = Reporter(context, common)
    guard let opened = reporter.open(file, set: set, output: output) else { return .pipelineWrong }
    let progress = RunProgress(reporter, steps: opened.pipeline.steps.map(\.id))
    let runner = Runner(
      opened.pipeline, files: opened.project.files, width: workers?.count ?? Console.processors,
      progress: { progress.note($0) })
    let interruption = Interruption.ofProcess()
    let report = await progress.whileShown {
      await interruption.watching { await runner.run(into: .folder(opened.output)) }
    }
    guard let failure = report.failure else {
      reporter.say(published(opened), json: ["status": "published", "output": .string(opened.output)])
      return .fine
    }
    if failure.cause == .data { reporter.tell(report.kept) }
    reporter.tell(failure)
    reporter.say(
      Phrase(
        vi: "không công bố gì; bản đã công bố trước đó vẫn nguyên",
        en: "nothing was published; what was published before is as it was"), json: ["status": "failed"])
    switch failure.cause {
    case .environment: return .environmentFailed
    case .data: return .dataFailed
    }
  }

  private func published(_ opened: OpenedPipeline) -> Phrase {
    let edition = opened.pipeline.info.edition.map { " (\($0.id))" } ?? ""
    return Phrase(
      vi: "xong\(edition): kết quả ở \(opened.output)",
      en: "done\(edition): the results are in \(opened.output)")
  }
}

/// A whole number from 1 to 1024.
struct WorkerCount: ExpressibleByArgument, Sendable {
  /// How many.
  let count: Int

  init?(argument: String) {
    guard let count = Int(argument), (1...1024).contains(count) else { return nil }
    self.count = count
  }
}
