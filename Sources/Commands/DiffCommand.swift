import ArgumentParser
import Diagnostics
import Disclosure
import Pipelines
import StageKit

/// What one edition tells otherwise than another.
struct DiffCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff",
      abstract: Speech.say(
        "So hai lần công bố: số liệu và đánh giá nào đã đổi, trước và nay, vì sao.",
        "Compares two editions: which figures and verdicts changed, from what to what, and why."),
      discussion: Speech.say(
        "Nêu một thư mục thì so lần đang công bố với lần trước nó; nêu hai thư mục thì so hai lần đang công bố ở đó.",
        "One folder compares what is published there with the edition before; two compare what is published in each."
      ))
  }
  @Argument(
    help: .words(
      vi: "Thư mục kết quả; của lần trước khi nêu hai thư mục.",
      en: "Folder of results; that of the edition before when two are named.",
      value: Phrase(vi: "thư_mục", en: "dir")))
  var folder: String
  @Argument(
    help: .words(
      vi: "Thư mục kết quả của lần sau.", en: "Folder with the edition after.",
      value: Phrase(vi: "thư_mục_sau", en: "new-dir")))
  var other: String?
  @ArgumentParser.Option(
    help: .words(
      vi: "Mã lần trước; không ghi thì là lần đứng trước trong sổ.",
      en: "Id of the edition before; the one that the ledger names when left out.",
      value: Phrase(vi: "mã", en: "id")))
  var from: String?
  @ArgumentParser.Option(
    help: .words(
      vi: "Mã lần sau; không ghi thì là lần đang công bố.",
      en: "Id of the edition after; the published one when left out.", value: Phrase(vi: "mã", en: "id")))
  var to: String?
  @Flag(
    help: .words(
      vi: "In bảng CSV, mỗi dòng một thay đổi, kể cả số liệu mới.",
      en: "Prints CSV, a row a change, new figures too."))
  var csv = false
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if csv, common.format == .json { throw ValidationError(UsageError.formTwice) }
  }
  func run(in context: CommandContext) async -> ExitStatus {
    let reporter = Reporter(context, common)
    do throws(EditionFolder.Failure) {
      let diff = try diff()
      if csv {
        context.console.out(String(decoding: diff.csv, as: UTF8.self))
      } else {
        reporter.say(diff)
      }
      return .fine
    } catch { return reporter.tell(error, other ?? folder) }
  }
  private func diff() throws(EditionFolder.Failure) -> EditionDiff {
    let old = try EditionFolder(folder)
    let new = try other.map { (path) throws(EditionFolder.Failure) in try EditionFolder(path) } ?? old
    let after = try new.edition(to)
    let entry = try new.entry(after)
    let before =
      try other == nil && from == nil ? predecessor(of: after, entry, in: new.path) : old.edition(from)
    let earlier = try old.entry(before)
    do throws(StageError) {
      return try EditionDiff(
        from: earlier, to: entry, digest: Output.digest(of: earlier),
        withdrawn: old.withdrawn.union(new.withdrawn))
    } catch { throw .unreadable(error) }
  }
  /// The edition that another names as the one before it.
  private func predecessor(
    of edition: String, _ entry: [UInt8], in path: String
  ) throws(EditionFolder.Failure) -> String {
    let named: String?
    do throws(StageError) { named = try EditionDiff.predecessor(of: entry) } catch {
      throw .unreadable(error)
    }
    if let named { return named }
    throw .asked(
      Diagnostic(
        "diff.first",
        Phrase(
          vi: "lần công bố '\(edition)' của '\(path)' không có lần nào trước nó",
          en: "the edition '\(edition)' of '\(path)' has none before it"), at: nil,
        hint: Phrase(
          vi: "nêu hai thư mục, hoặc một lần khác bằng --from",
          en: "name two folders, or another edition by --from")))
  }
}
