public import Diagnostics
import Formats
public import StageKit
public import Tables

/// That an edition was taken down, and why: what a ledger keeps of it and a notice says.
public struct Withdrawal: Sendable, Hashable {
  /// The id of the edition.
  public let edition: String
  /// The day of the edition, `2025-01-15`; empty when its entry does not say.
  public let date: String
  /// The day on which it was taken down; `nil` when nobody said.
  public let day: Day?
  /// Why, for everybody to read.
  public let reason: Phrase
  /// The name of the site; empty when the entry does not say.
  public let title: Phrase
  /// Who published it; empty when the entry does not say.
  public let agency: String
  /// How to reach them; empty when the entry does not say.
  public let contact: String
  /// Where the site stands; empty when that is not known.
  public let baseURL: String
  /// The name of the pipeline, which tells the feed of this site from others.
  public let pipeline: String
  /// The SHA-256 of its entry as it was published, by which the entry stays known; `nil` when it is not known.
  public let entryDigest: String?

  /// Takes an edition down, whatever became of its entry: a damaged ledger is no reason to leave a site up.
  ///
  /// - Parameters:
  ///   - edition: Its id.
  ///   - entry: Its entry in the ledger.
  ///   - reason: Why.
  ///   - day: On which day.
  ///   - digest: The SHA-256 of its entry as it was published.
  /// - Throws: When the reason has a number by which a person could be known.
  public init(
    _ edition: String, entry: [UInt8], reason: Phrase, day: Day?, digest: String? = nil
  ) throws(StageError) {
    entryDigest = digest
    let head = Self.head(of: entry) ?? EditionHead(edition: edition)
    (self.edition, self.reason, self.day, date) = (edition, reason, day, head.date)
    (title, agency, contact) = (head.publisher.title, head.publisher.agency, head.publisher.contact)
    (baseURL, pipeline) = (head.publisher.baseURL, head.publisher.pipeline)
    func told(_ text: String, _ option: String) -> (text: Phrase, place: Phrase) {
      (Phrase(same: text), Phrase(vi: "lý do ở \(option)", en: "the reason of \(option)"))
    }
    try TextCheck().check([told(reason.vi, "--reason"), told(reason.en, "--reason-en")])
  }
  /// What is wrong with the entry of an edition; `nil` when it can be read.
  public static func damage(of entry: [UInt8], named name: String) -> StageError? {
    do throws(StageError) { _ = try Ledger(entry, named: name) } catch { return error }
    return nil
  }
  /// What an entry says of its edition; of one that is damaged, its first line alone.
  private static func head(of entry: [UInt8]) -> EditionHead? {
    do throws(StageError) { return try Ledger(entry).head } catch {
      let first = entry.split(separator: 10, maxSplits: 1).first
      return first.flatMap { JSON(line: $0) }.flatMap { EditionHead($0) }
    }
  }
  /// Reads what a ledger keeps.
  ///
  /// - Throws: When it is no withdrawal.
  public init(_ bytes: [UInt8]) throws(StageError) {
    guard let line = JSON(line: bytes[...]), let edition = line[Self.key]?.text else {
      throw .damagedWithdrawal
    }
    func text(_ name: String) -> String { line[name]?.text ?? "" }
    (self.edition, date, day) = (edition, text("date"), Day(iso: text("day")))
    entryDigest = line[EditionKey.entryDigest]?.text
    reason = Phrase(vi: text("reason_vi"), en: text("reason_en"))
    title = Phrase(vi: text("title_vi"), en: text("title_en"))
    (agency, contact, baseURL, pipeline) = (
      text("agency"), text("contact"), text("base_url"), text("pipeline")
    )
  }
  private static let key = "withdrawn"

  /// What a ledger keeps.
  public var bytes: [UInt8] {
    var writer = JSONWriter(.compact)
    writer.object {
      $0.member(Self.key, edition)
      $0.member("date", date)
      $0.member("day", day?.iso)
      $0.member("reason_vi", reason.vi)
      $0.member("reason_en", reason.en)
      $0.member("title_vi", title.vi)
      $0.member("title_en", title.en)
      $0.member("agency", agency)
      $0.member("contact", contact)
      $0.member("base_url", baseURL)
      $0.member("pipeline", pipeline)
      if let entryDigest { $0.member(EditionKey.entryDigest, entryDigest) }
    }
    writer.endLine()
    return writer.bytes
  }
}

extension StageError {
  fileprivate static let damagedWithdrawal = StageError(
    Phrase(vi: "sổ ghi một lần gỡ trang bị hỏng", en: "what the ledger has of a withdrawal is damaged"),
    hint: Phrase(
      vi: "khôi phục thư mục ledger/ từ bản sao lưu", en: "restore the folder ledger/ from a backup"),
    code: "ledger.damaged")
}
