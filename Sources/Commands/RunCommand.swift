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
  @ArgumentParser.Option(
    help: .words(
      vi: "Chấp nhận các thay đổi vượt mức so với lần công bố trước, với lý do mà mọi người đọc được.",
      en: "Accepts more changes since the edition before than usual, for a reason that everybody can read.",
      value: Phrase(vi: "lý_do", en: "reason")), transform: PublicReason.read)
  var acceptChanges: PublicReason?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError(UsageError.noFolder) }
  }
  func run(in context: CommandContext) async -> ExitStatus {
    FreedMemory.keep()
    let reporter = Reporter(context, common)
    do throws(StageError) { try Output.requireLedger(in: output ?? file.folder) } catch {
      reporter.tell(error)
      return .environmentFailed
    }
    guard
      let opened = reporter.open(
        file, set: set, output: output, publishes: true, acceptance: acceptChanges?.text)
    else { return .pipelineWrong }
    let progress = RunProgress(reporter, steps: opened.pipeline.steps.map(\.id))
    let runner = Runner(
      opened.pipeline, files: opened.project.files, width: workers?.count ?? Console.processors,
      progress: { progress.note($0) })
    let interruption = Interruption.ofProcess()
    let report = await progress.whileShown {
      await interruption.watching { await runner.run(into: .folder(opened.output)) }
    }
    if !report.warnings.all.isEmpty { reporter.tell(report.warnings, opened.project) }
    guard let failure = report.failure else {
      reporter.say(
        published(opened).rejecting(report, opened),
        json: .status("published", report, opened))
      return .fine
    }
    if failure.cause == .data { reporter.tellFindings(of: report, opened.project) }
    reporter.tell(failure) { opened.project.shown($0) }
    let hadSite = Output.known(in: opened.output) != nil
    reporter.say(
      Phrase(
        vi: "không công bố gì" + (hadSite ? "; bản đã công bố trước đó vẫn nguyên" : ""),
        en: "nothing was published" + (hadSite ? "; what was published before is as it was" : "")
      ).rejecting(report, opened), json: .status("failed", report, opened))
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

extension OpenedPipeline {
  /// The command that lists the rows that were rejected.
  fileprivate var listing: String { "minhbach quarantine list \(output)" }
}
extension Phrase {
  /// The same with a line about the rows that were rejected, if there are any.
  fileprivate func rejecting(_ report: RunReport, _ opened: OpenedPipeline) -> Phrase {
    let count = report.rejectedCount
    guard count > 0 else { return self }
    let were = count == 1 ? "row was" : "rows were"
    return Phrase(
      vi: "\(vi)\n\(count.grouped(.vi)) dòng bị loại: xem bằng `\(opened.listing)`",
      en: "\(en)\n\(count.grouped(.en)) \(were) rejected: see `\(opened.listing)`")
  }
}
extension JSON {
  /// How a run ended, with the number of rows that were rejected and how to see them.
  fileprivate static func status(_ word: String, _ report: RunReport, _ opened: OpenedPipeline) -> JSON {
    var json: JSON = ["status": .string(word)]
    if report.failure == nil { json["output"] = .string(opened.output) }
    json["rejected"] = .integer(report.rejectedCount)
    if report.rejectedCount > 0 { json["next"] = .string(opened.listing) }
    return json
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
