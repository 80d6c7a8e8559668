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
      value: Phrase(vi: "lý_do", en: "reason")), transform: PublicReason.read)
  var reason: PublicReason
  @ArgumentParser.Option(
    help: .words(
      vi: "Vì sao gỡ, bằng tiếng Anh; không ghi thì dùng --reason.",
      en: "Why, in English; --reason when left out.", value: Phrase(vi: "lý_do", en: "reason")),
    transform: PublicReason.read)
  var reasonEn: PublicReason?
  @ArgumentParser.Option(
    help: .words(
      vi: "Ngày gỡ, như 2025-02-01 hay 01/02/2025; không ghi thì thông báo không nêu ngày.",
      en: "Day of the withdrawal, such as 2025-02-01 or 01/02/2025; the notice names none when left out.",
      value: Phrase(vi: "ngày", en: "day")), transform: DayArgument.read)
  var date: DayArgument?
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) async -> ExitStatus {
    let reporter = Reporter(context, common)
    do throws(EditionFolder.Failure) {
      let edition = try standing()
      let strangers = Output.strangers(in: folder)
      let taken = try withdraw(edition, reporter)
      let outcome = taken.outcome
      if outcome != .unchanged, !strangers.isEmpty {
        reporter.tell(Diagnostics(.strangers(strangers, folder)), nil)
      }
      let kept = Output.keptPublic(in: folder)
      if !kept.isEmpty { reporter.tell(Diagnostics(.kept(kept, folder)), nil) }
      if outcome == .unrecorded { reporter.tell(Diagnostics(.unrecorded(edition, folder)), nil) }
      reporter.say(outcome.said(of: edition, in: folder), json: outcome.json(of: edition))
      guard !taken.left.isEmpty else { return .fine }
      reporter.tell(Diagnostics(.left(taken.left, folder)), nil)
      return .environmentFailed
    } catch { return reporter.tell(error, folder) }
  }
  /// The edition that stands in `public/`, if it is the one that was meant.
  private func standing() throws(EditionFolder.Failure) -> String {
    let found: Output.Published?
    do throws(StageError) { found = try Output.published(in: folder) } catch {
      guard error.code == "output.mark" else { throw .unreadable(error) }
      return try unmarked()
    }
    guard let found else { return try unmarked() }
    if let edition, edition != found.edition { throw .asked(.anotherPublished(found, not: edition)) }
    return found.edition
  }
  /// The edition that was named, where nothing says which one stands there.
  private func unmarked() throws(EditionFolder.Failure) -> String {
    let found: [String]?
    do throws(StageError) { found = try Output.unmarked(in: folder) } catch { throw .unreadable(error) }
    guard let known = found, !known.isEmpty else { throw .asked(.nothingPublished(folder)) }
    guard let edition, known.contains(edition) else { throw .asked(.unmarked(folder, known)) }
    return edition
  }
  /// Takes it down; says whether that was still to be done.
  private func withdraw(
    _ edition: String, _ reporter: Reporter
  ) throws(EditionFolder.Failure) -> Output.TakenDown {
    let (entry, digest) = entry(of: edition, reporter)
    if let day = date?.day, let first = EditionDiff.day(of: entry), day < first {
      throw .asked(.beforeEdition(day, edition, first))
    }
    do throws(StageError) {
      // A notice that is written again keeps its day.
      let day = date?.day ?? earlier(edition)?.day
      let why = Phrase(vi: reason.text, en: reasonEn?.text ?? reason.text)
      let record = try Withdrawal(
        edition, entry: entry, reason: why, day: day, digest: digest)
      let notice = WithdrawalNotice(record).files.map { (path: $0.path.text, bytes: $0.bytes) }
      return try Output.withdraw(edition, in: folder, record: record.bytes, notice: notice)
    } catch { throw .unreadable(error) }
  }
  /// What the ledger has of taking it down before.
  private func earlier(_ edition: String) -> Withdrawal? {
    do throws(StageError) {
      return try Output.ledgerEntry(EditionName.withdrawal(of: edition), in: folder)
        .map { (bytes) throws(StageError) in try Withdrawal(bytes) }
    } catch { return nil }
  }
  /// The entry of an edition and its digest; without one the notice says what the provenance has of it, and that is no
  /// reason to leave a site up.
  private func entry(of edition: String, _ reporter: Reporter) -> (bytes: [UInt8], digest: String?) {
    do throws(StageError) {
      let entry = try Output.ledgerEntry(edition, in: folder) ?? []
      if let damage = Withdrawal.damage(of: entry, named: edition) {
        warn(damage, reporter)
        // With the digest of what is damaged the entry would be refused that is restored from a backup.
        return (entry.isEmpty ? Output.headKept(of: edition, in: folder) : entry, nil)
      }
      // The next run will miss what another entry took the place of, and it must be looked for while there is a backup.
      do throws(StageError) { try Output.requireLedger(in: folder) } catch { warn(error, reporter) }
      return (entry, Output.entryDigest(of: edition, in: folder))
    } catch {
      warn(error, reporter)
      return (Output.headKept(of: edition, in: folder), Output.entryDigest(of: edition, in: folder))
    }
  }
  private func warn(_ error: StageError, _ reporter: Reporter) {
    var problem = Diagnostic(error) { "\(folder)/\($0)" }
    problem.severity = .warning
    reporter.tell(Diagnostics(problem), nil)
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
  fileprivate static func anotherPublished(_ found: Output.Published, not asked: String) -> Diagnostic {
    let stands =
      found.isWithdrawn
      ? Phrase(vi: "ở đó là thông báo gỡ lần", en: "what stands there is the notice of")
      : Phrase(vi: "đang công bố là lần", en: "what is published is")
    return Diagnostic(
      "withdraw.other",
      Phrase(
        vi: "\(stands.vi) '\(found.edition)', không phải '\(asked)'; không gỡ gì",
        en: "\(stands.en) '\(found.edition)', not '\(asked)'; nothing was taken down"), at: nil,
      hint: Phrase(
        vi: "ghi --edition \(found.edition), hoặc bỏ --edition",
        en: "write `--edition \(found.edition)`, or leave it out"))
  }
  fileprivate static func unmarked(_ folder: String, _ known: [String]) -> Diagnostic {
    let list = known.suffix(5).joined(separator: ", ")
    return Diagnostic(
      "withdraw.unmarked",
      Phrase(
        vi: "'\(folder)/public' có trang nhưng không có lan-cong-bo.json đọc được, nên không rõ là lần nào",
        en:
          "'\(folder)/public' has a site and no lan-cong-bo.json that can be read: which edition is not known"
      ),
      at: nil,
      hint: Phrase(
        vi: "xem đúng trang cần gỡ rồi ghi --edition; có: \(list)",
        en: "make sure that it is the site to take down, and write --edition; there are: \(list)"))
  }
  /// The first of some files, and how many more there are.
  private static func listed(_ paths: [String], in folder: String) -> Phrase {
    let list = paths.prefix(5).map { "'\(folder)/\($0)'" }.joined(separator: ", ")
    let more = paths.count - 5
    guard more > 0 else { return Phrase(same: list) }
    return Phrase(vi: "\(list) và \(more) tệp nữa", en: "\(list) and \(more) more")
  }
  fileprivate static func strangers(_ paths: [String], _ folder: String) -> Diagnostic {
    let list = listed(paths, in: folder)
    return Diagnostic(
      "withdraw.stranger",
      Phrase(
        vi: "tệp không do chương trình này làm ra cũng bị xóa cùng trang: \(list.vi)",
        en: "files that this program did not make were removed with the site: \(list.en)"),
      at: nil,
      hint: Phrase(
        vi: "nếu còn cần thì lấy lại từ bản của mình; tệp của riêng mình hãy để ngoài public/",
        en:
          "take them from a copy of your own if they are still needed; keep files of your own out of public/"),
      severity: .warning)
  }
  fileprivate static func kept(_ paths: [String], _ folder: String) -> Diagnostic {
    let list = listed(paths, in: folder)
    return Diagnostic(
      "withdraw.kept",
      Phrase(
        vi: "bên cạnh còn giữ những tệp từng ở public/, có thể là của trang đã gỡ: \(list.vi)",
        en: "files that were in public/ are kept beside it, and may be of what was taken down: \(list.en)"),
      at: nil,
      hint: Phrase(
        vi: "xem rồi xóa những tệp của trang ấy; đừng chép chúng lên máy chủ",
        en: "look at them and remove those of that site; do not copy them to the server"),
      severity: .warning)
  }
  fileprivate static func left(_ paths: [String], _ folder: String) -> Diagnostic {
    let list = listed(paths, in: folder)
    return Diagnostic(
      "withdraw.left",
      Phrase(
        vi: "trang đã gỡ còn tệp không xóa được: \(list.vi)",
        en: "files of what was taken down cannot be removed: \(list.en)"),
      at: nil,
      hint: Phrase(
        vi: "xóa thư mục chứa chúng bằng tài khoản có quyền, rồi chạy lại chính lệnh này",
        en: "remove the folder that has them with an account that may, and run this command again"))
  }
  fileprivate static func unrecorded(_ edition: String, _ folder: String) -> Diagnostic {
    Diagnostic(
      "withdraw.unrecorded",
      Phrase(
        vi: "'\(folder)/ledger' không phải thư mục, nên sổ công bố không ghi được việc gỡ lần '\(edition)'",
        en: "'\(folder)/ledger' is no folder: the ledger does not have that '\(edition)' was withdrawn"),
      at: nil,
      hint: Phrase(
        vi: "khôi phục thư mục ledger/ từ bản sao lưu, rồi chạy lại chính lệnh này",
        en: "restore the folder ledger/ from a backup, and run this command again"), severity: .warning)
  }
}
