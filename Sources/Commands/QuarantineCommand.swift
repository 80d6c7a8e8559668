import ArgumentParser
import Diagnostics
import StageKit

/// The rows that a run has rejected, as the office has them.
struct QuarantineCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "quarantine",
      abstract: Speech.say(
        "Xem các dòng bị loại của một lần chạy: bao nhiêu, vì sao, nguyên văn.",
        "Shows the rows that a run rejected: how many, why, as they were written."),
      subcommands: [QuarantineListCommand.self, QuarantineShowCommand.self])
  }
  @OptionGroup var common: CommonOptions
}

/// Lists the groups of rejected rows.
struct QuarantineListCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: Speech.say(
        "Liệt kê các nhóm (xã) có dòng bị loại, với số dòng và các lý do nhiều nhất.",
        "Lists the groups (communes) with rejected rows, how many, and the most frequent reasons."))
  }
  @Argument(help: .outputFolder) var folder: String
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) async -> ExitStatus {
    let reporter = Reporter(context, common)
    do throws(RejectedFolder.Failure) {
      let rejected = try RejectedFolder(folder)
      let groups = try rejected.summaries()
      let width = groups.map { context.say($0.group.name).count }.max() ?? 0
      for group in groups {
        let name = context.say(group.group.name)
        let rows = context.say(.rows(group.rows))
        let padding = String(repeating: " ", count: width - name.count)
        reporter.say(Phrase(same: "\(name)\(padding)  \(rows)  \(group.mostFrequent)"), json: group.json)
      }
      let total = groups.reduce(0) { $0 + $1.rows }
      if common.format == .text || groups.isEmpty {
        reporter.say(
          groups.isEmpty
            ? .noneRejected
            : Phrase(
              vi: "\(total.grouped(.vi)) dòng bị loại trong \(groups.count.grouped(.vi)) nhóm",
              en:
                "\(total.english("row was", "rows were")) rejected, in \(groups.count.english("group", "groups"))"
            ),
          json: ["rows": .integer(total)])
      }
      return .fine
    } catch { return reporter.tell(error, folder) }
  }
}

/// Shows the rejected rows of one group.
struct QuarantineShowCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: Speech.say(
        "In các dòng bị loại của một nhóm, nguyên văn, với mọi lý do và chỗ của chúng.",
        "Prints the rejected rows of a group as they were written, with every reason and place."))
  }
  @Argument(help: .outputFolder) var folder: String
  @Argument(
    help: .words(
      vi: "Nhóm, như `list` ghi; không ghi thì mọi nhóm.",
      en: "The group, as `list` writes it; every group when left out.",
      value: Phrase(vi: "nhóm", en: "group")))
  var group: String?
  @ArgumentParser.Option(
    help: .words(
      vi: "Chỉ bản ghi số này của tệp.", en: "Only the record of this number in its file.",
      value: Phrase(vi: "số", en: "n")))
  var row: RowCount?
  @ArgumentParser.Option(
    help: .words(
      vi: "Số dòng nhiều nhất.", en: "The most rows.", value: Phrase(vi: "số", en: "n")))
  var limit = RowCount(20)
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) async -> ExitStatus {
    let reporter = Reporter(context, common)
    do throws(RejectedFolder.Failure) {
      let rejected = try RejectedFolder(folder)
      let groups =
        try group.map { (name) throws(RejectedFolder.Failure) in [try rejected.group(called: name)] }
        ?? rejected.groups
      var (shown, left) = (0, 0)
      for group in groups {
        for sheet in group.sheets {
          try sheet.rows(of: row?.count, limit: max(limit.count - shown, 0)) { found in
            shown += 1
            reporter.say(found.text(group), json: found.json(group))
          } leftOut: {
            left += $0
          }
        }
      }
      if groups.isEmpty, row == nil {
        reporter.say(.noneRejected, json: ["rows": .integer(0)])
        return .fine
      }
      guard shown > 0 else { throw rejected.nothing(row?.count, group) }
      if left > 0 {
        reporter.say(
          Phrase(vi: "còn \(left) dòng nữa: thêm --limit SỐ", en: "\(left) more: say --limit N"),
          json: ["left_out": .integer(left)])
      }
      return .fine
    } catch { return reporter.tell(error, folder) }
  }
}

extension Phrase {
  fileprivate static let noneRejected = Phrase(vi: "không có dòng nào bị loại", en: "no row was rejected")
}

extension ArgumentHelp {
  fileprivate static var outputFolder: ArgumentHelp {
    .words(
      vi: "Thư mục kết quả của một lần chạy.", en: "The folder with the results of a run.",
      value: Phrase(vi: "thư_mục", en: "dir"))
  }
}

extension Reporter {
  /// Tells why rejected rows cannot be shown.
  fileprivate func tell(_ failure: RejectedFolder.Failure, _ output: String) -> ExitStatus {
    switch failure {
    case .asked(let problem):
      tell(Diagnostics(problem), nil)
      return .commandLineWrong
    case .unreadable(let error):
      tell(error) { "\(output)/\($0)" }
      return .environmentFailed
    }
  }
}
