import ArgumentParser
import Diagnostics
import Disclosure
import Pipelines
import SiteKit
import StageKit
import Tables

/// Takes down what is published, and leaves a notice.
struct WithdrawCommand: Subcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "withdraw",
      abstract: Speech.say(
        "Gỡ trang đã công bố trong một bước và để lại thông báo vì sao.",
        "Takes the published site down in one step, and leaves a notice of why."),
      discussion: Speech.say(
        """
        Không giữ lại gì của trang cũ. Sổ công bố ghi lần ấy đã gỡ; những số đã công bố vẫn được coi là có người biết. \
        Chép public/ lên máy chủ như mọi khi, và xóa mọi tệp cũ ở đó.
        """,
        """
        Nothing of the old site is kept. The ledger has that the edition was withdrawn; what it told is still taken for \
        known. Copy public/ to the server as always, and remove every old file there.
        """))
  }
  @Argument(
    help: .words(
      vi: "Thư mục kết quả của lần chạy đã công bố.", en: "The folder with the results of the run.",
      value: Phrase(vi: "thư_mục", en: "dir")))
  var folder: String
  @ArgumentParser.Option(
    help: .words(
      vi: "Mã lần công bố, để chắc là gỡ đúng lần.", en: "Id of the edition, to be sure that it is this one.",
      value: Phrase(vi: "mã", en: "id")))
  var edition: String?
  @ArgumentParser.Option(
    help: .words(
      vi: "Vì sao gỡ; mọi người đọc được.", en: "Why; everybody can read it.",
      value: Phrase(vi: "lý_do", en: "reason")))
  var reason: PublicReason
  @ArgumentParser.Option(
    help: .words(
      vi: "Vì sao gỡ, bằng tiếng Anh; không ghi thì dùng --reason.",
      en: "Why, in English; --reason when left out.", value: Phrase(vi: "lý_do", en: "reason")))
  var reasonEn: PublicReason?
  @ArgumentParser.Option(
    help: .words(
      vi: "Ngày gỡ, như 2025-02-01; chương trình không hỏi đồng hồ.",
      en: "Day of the withdrawal, such as 2025-02-01; the clock is never asked.",
      value: Phrase(vi: "ngày", en: "day")))
  var date: WithdrawalDay?
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) async -> ExitStatus {
    let reporter = Reporter(context, common)
    do throws(EditionFolder.Failure) {
      let published = try published()
      guard try withdraw(published.edition, reporter) else {
        reporter.say(
          Phrase(
            vi: "lần công bố '\(published.edition)' đã được gỡ từ trước; không có gì thay đổi",
            en: "the edition '\(published.edition)' was withdrawn before; nothing has changed"),
          json: ["status": "withdrawn-before", "edition": .string(published.edition)])
        return .fine
      }
      reporter.say(
        Phrase(
          vi:
            "đã gỡ lần công bố '\(published.edition)': \(folder)/public chỉ còn thông báo; xóa cả bản đã chép lên máy chủ",
          en:
            "withdrew the edition '\(published.edition)': \(folder)/public has the notice alone; remove the copy on the server too"
        ), json: ["status": "withdrawn", "edition": .string(published.edition)])
      return .fine
    } catch { return reporter.tell(error, folder) }
  }
  /// What stands in `public/`, if it is what was meant.
  private func published() throws(EditionFolder.Failure) -> Output.Published {
    let found: Output.Published?
    do throws(StageError) { found = try Output.published(in: folder) } catch { throw .unreadable(error) }
    guard let found else { throw .asked(.nothingPublished(folder)) }
    if let edition, edition != found.edition { throw .asked(.anotherPublished(found.edition, not: edition)) }
    return found
  }
  /// Takes it down; says whether that was still to be done.
  private func withdraw(_ edition: String, _ reporter: Reporter) throws(EditionFolder.Failure) -> Bool {
    let entry = entry(of: edition, reporter)
    if let day = date?.day, let first = EditionDiff.day(of: entry), day < first {
      throw .asked(.beforeEdition(day, edition, first))
    }
    do throws(StageError) {
      let why = Phrase(vi: reason.text, en: reasonEn?.text ?? reason.text)
      let record = try Withdrawal(edition, entry: entry, reason: why, day: date?.day)
      let notice = WithdrawalNotice(record).files.map { (path: $0.path.text, bytes: $0.bytes) }
      return try Output.withdraw(edition, in: folder, record: record.bytes, notice: notice)
    } catch { throw .unreadable(error) }
  }
  /// The entry of an edition; without one the notice says less, and that is no reason to leave a site up.
  private func entry(of edition: String, _ reporter: Reporter) -> [UInt8] {
    do throws(StageError) { return try Output.ledgerEntry(edition, in: folder) ?? [] } catch {
      reporter.tell(error) { "\(folder)/\($0)" }
      return []
    }
  }
}

/// A day on the command line.
struct WithdrawalDay: ExpressibleByArgument, Sendable {
  /// The day.
  let day: Day

  init?(argument: String) {
    guard let day = Day(iso: argument) else { return nil }
    self.day = day
  }
}

extension WithdrawalNotice {
  /// The notice that an edition was withdrawn.
  fileprivate init(_ record: Withdrawal) {
    self.init(
      edition: record.edition, date: Day(iso: record.date), day: record.day, reason: record.reason,
      title: record.title, agency: record.agency, contact: record.contact, baseURL: record.baseURL,
      name: record.pipeline)
  }
}
extension Diagnostic {
  fileprivate static func nothingPublished(_ folder: String) -> Diagnostic {
    Diagnostic(
      "withdraw.nothing",
      Phrase(
        vi: "không có gì đang công bố ở '\(folder)/public'", en: "nothing is published in '\(folder)/public'"),
      at: nil,
      hint: Phrase(
        vi: "nêu thư mục đã ghi sau --output của `minhbach run`",
        en: "name the folder given as --output to `minhbach run`"))
  }
  fileprivate static func beforeEdition(_ day: Day, _ edition: String, _ first: Day) -> Diagnostic {
    Diagnostic(
      "withdraw.date",
      Phrase(
        vi:
          "ngày gỡ \(day.vietnamese) trước ngày của lần công bố '\(edition)' (\(first.vietnamese)); không gỡ gì",
        en: "\(day.iso) is before the day of the edition '\(edition)' (\(first.iso)); nothing was taken down"),
      at: nil,
      hint: Phrase(vi: "sửa --date, hoặc bỏ nó", en: "mend --date, or leave it out"))
  }
  fileprivate static func anotherPublished(_ found: String, not asked: String) -> Diagnostic {
    Diagnostic(
      "withdraw.other",
      Phrase(
        vi: "đang công bố là lần '\(found)', không phải '\(asked)'; không gỡ gì",
        en: "the edition '\(found)' is published, not '\(asked)'; nothing was taken down"), at: nil,
      hint: Phrase(
        vi: "ghi --edition \(found), hoặc bỏ --edition", en: "write `--edition \(found)`, or leave it out"))
  }
}
