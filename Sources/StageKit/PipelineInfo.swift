public import Diagnostics
public import Tables

/// A text in both languages; one alone is used for both.
public struct PhraseOption: OptionValue {
  /// The words.
  public let phrase: Phrase
  /// A text.
  public init(_ phrase: Phrase) { self.phrase = phrase }
  struct Fields: StageOptions {
    @Option(vi: "Tiếng Việt.", en: "Vietnamese.") var vi: String
    @Option(vi: "Tiếng Anh.", en: "English.") var en: String?
  }
  /// A text, or a mapping of `vi` and `en`.
  public static var optionType: OptionType<PhraseOption> {
    let either = OneOf<String, Fields>.optionType
    return OptionType(
      either.name, schema: either.schema, shapes: either.shapes,
      encode: { ["vi": .string($0.phrase.vi), "en": .string($0.phrase.en)] }
    ) { node, problems in
      switch either.read(node, &problems) {
      case .first(let text)?: PhraseOption(Phrase(same: text))
      case .second(let both)?: PhraseOption(Phrase(vi: both.vi, en: both.en ?? both.vi))
      case nil: nil
      }
    }
  }
}

/// The block `site:` of a pipeline: who publishes, and under what licence.
public struct SiteFields: StageOptions {
  /// The name of the site, which stands on every page.
  @Option(vi: "Tên trang.", en: "Title of the site.") public var title: PhraseOption
  /// Who answers for the figures.
  @Option(vi: "Cơ quan công bố.", en: "Agency that publishes.") public var agency: String
  /// How a reader can ask or object: an address, a telephone number, or both, as written.
  @Option(vi: "Cách liên hệ: địa chỉ thư, điện thoại.", en: "How to reach it: address, telephone.")
  public var contact: String
  /// Under what licence the data may be used, an SPDX identifier such as `CC-BY-4.0`.
  @Option(
    vi: "Giấy phép dữ liệu (mã SPDX).", en: "Licence of the data, an SPDX identifier.", default: "CC-BY-4.0")
  public var licence: String
  /// Where the site will stand, such as `https://example.org/ngheo/`; empty when that is not known.
  @Option(
    vi: "Địa chỉ của trang khi đã đăng; để trống thì mọi liên kết là tương đối.",
    en: "Address of the published site; links are relative whatever it is.", default: "")
  public var baseUrl: String
  /// Whether the data are invented, which every page must then say.
  @Option(
    vi: "Dữ liệu là giả lập: mọi trang sẽ nói rõ.", en: "The data are invented: every page says so.",
    default: false)
  public var simulated: Bool
  /// No site yet.
  public init() {}
}

/// The block `edition:` of a pipeline: which publication this is.
public struct EditionFields: StageOptions {
  /// The id of the edition, safe as a part of a path.
  @Option(vi: "Mã lần công bố.", en: "Id of the edition.", limit: .editionID)
  public var id: String
  /// The day on which verdicts are given; the clock is never asked.
  @Option(
    vi: "Ngày công bố; các đánh giá được đưa ra tại ngày này.",
    en: "Day of the edition, on which verdicts are given.")
  public var date: Day
  /// The id of the edition before this, by which its entry in the ledger is found; `nil` for a first edition.
  @Option(vi: "Lần công bố trước.", en: "Id of the edition before this.") public var previous: String?
  /// How much of what the edition before told may change without `--accept-changes`; `nil` for the usual limits.
  @Option(
    vi: "Được thay đổi nhiều nhất bao nhiêu so với lần trước mà không cần --accept-changes.",
    en: "How much may change since the edition before without --accept-changes.")
  public var changes: ChangeLimits?
  /// Why figures or verdicts of the edition before were changed.
  @Option(
    vi: "Lý do của những số liệu, đánh giá đã sửa so với lần trước.",
    en: "Why figures and verdicts were changed since the edition before.")
  public var corrections: [CorrectionFields]?
  /// No edition yet.
  public init() {}
}

/// What a stage may know of the pipeline it is in.
public struct PipelineInfo: Sendable {
  /// The word after `pipeline:`.
  public var name: String
  /// The words after `use:` of its steps.
  public var uses: Set<String> = []
  /// The block `site:`; `nil` when there is none.
  public var site: SiteFields?
  /// The block `edition:`; `nil` when there is none.
  public var edition: EditionFields?
  /// `defaults.reference_date`: the day of facts and plans that name none.
  public var referenceDate: Day?
  /// The ledger entry of an earlier edition, by its id; `nil` when nothing is known of it.
  ///
  /// Call it when running, not when planning.
  public var ledger: @Sendable (_ edition: String) throws(StageError) -> [UInt8]?
  /// The names of all that the ledger has: ids of editions, and what `EditionName` makes of them; call it when running.
  public var ledgerNames: @Sendable () -> [String]
  /// Why changes beyond the limits are right, as `--accept-changes` says; `nil` when nobody has accepted any.
  public var acceptance: String?
  /// The SHA-256 of an entry of the ledger, by which the next one knows it again; empty when nobody makes digests.
  public var digest: @Sendable (_ entry: [UInt8]) -> String
  /// What a stage may know.
  public init(
    name: String, site: SiteFields? = nil, edition: EditionFields? = nil, referenceDate: Day? = nil,
    ledger: @escaping @Sendable (String) throws(StageError) -> [UInt8]? = { (_) throws(StageError) in nil },
    ledgerNames: @escaping @Sendable () -> [String] = { [] }, acceptance: String? = nil,
    digest: @escaping @Sendable ([UInt8]) -> String = { _ in "" }
  ) {
    (self.name, self.site, self.edition) = (name, site, edition)
    (self.referenceDate, self.ledger) = (referenceDate, ledger)
    (self.ledgerNames, self.acceptance, self.digest) = (ledgerNames, acceptance, digest)
  }
}

extension Limit where Value == String {
  /// What can be a part of a path and of an address, whatever the system.
  static var editionID: Limit {
    .pattern(
      "[A-Za-z0-9][A-Za-z0-9._-]*",
      saying: Phrase(
        vi: "chữ không dấu, chữ số, dấu chấm, gạch nối hay gạch dưới, bắt đầu bằng chữ hay số, như 2025-02.1",
        en:
          "letters a to z, digits, stops, hyphens and underscores, a letter or digit first, such as 2025-02.1"
      ))
  }
}
