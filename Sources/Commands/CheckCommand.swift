import ArgumentParser
import Diagnostics
import Pipelines
import StageKit

/// Checks pipelines with all their documents, without reading data.
struct CheckCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: Speech.say(
        "Kiểm tra tệp pipeline và mọi tài liệu nó nêu, chưa đọc số liệu.",
        "Checks pipeline files and the documents they name, without reading data."))
  }
  @Argument(
    help: .words(
      vi: "Các tệp pipeline.", en: "The pipeline files.", value: Phrase(vi: "tệp", en: "file")))
  var files: [String]
  @ArgumentParser.Option(
    help: .words(
      vi: "Đặt một tham số; có thể ghi nhiều lần.", en: "Sets a parameter; may be repeated.",
      value: Phrase(vi: "tên=giá_trị", en: "name=value")))
  var set: [Assignment] = []
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) async -> ExitStatus {
    let reporter = Reporter(context, common)
    var status = ExitStatus.fine
    for file in files {
      guard let opened = reporter.open(file, set: set, output: nil) else {
        status = .pipelineWrong
        continue
      }
      let count = opened.pipeline.steps.count
      reporter.say(
        Phrase(vi: "\(file): đúng, \(count) bước", en: "\(file): right, \(count) steps"),
        json: ["file": .string(file), "steps": .integer(count), "status": "fine"])
    }
    return status
  }
}

/// `NAME=VALUE` on the command line.
struct Assignment: ExpressibleByArgument, Sendable {
  /// The words as they were written.
  let text: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else { return nil }
    text = argument
  }
}
