public import Tables

/// The block `edition.changes`: how much of what the edition before told may change without a reason.
///
/// A figure counts when it had a value and has another now, or none that is told; one that is new does not. A verdict counts
/// when its word is another now and no new figure, and not the day alone, is the cause, or when its target is gone.
public struct ChangeLimits: StageOptions {
  /// The most figures, a number or a share of those told before; `nil` for the usual.
  @Option(
    vi: "Số liệu đã công bố nay sửa, rút hoặc giữ lại: nhiều nhất, như 10 hoặc 5%.",
    en: "Figures told before that are told no more: at most, such as 10 or 5%.")
  public var figures: Allowance?
  /// The most verdicts, a number or a share of those given before; `nil` for the usual.
  @Option(
    vi: "Đánh giá đổi từ mà không do số liệu mới: nhiều nhất, như 1 hoặc 5%.",
    en: "Verdicts with another word that no new figure gave: at most, such as 1.")
  public var verdicts: Allowance?
  /// The usual limits.
  public init() {}

  /// The limits when a pipeline sets none: a twentieth of the figures, and no verdict.
  public static let usual: (figures: Allowance, verdicts: Allowance) = (
    .share(Percent(millionths: 50_000)), .rows(0)
  )
}

/// One of `edition.corrections`: why some figures or verdicts of the edition before were changed.
///
/// It speaks of what fits every list that is given; a name that ends in `*` stands for all that begin so. The first that
/// fits counts.
public struct CorrectionFields: StageOptions {
  /// Ids of figures.
  @Option(vi: "Mã các số liệu.", en: "Ids of figures.") public var figures: [String]?
  /// Ids of unit versions, or their codes.
  @Option(vi: "Mã các đơn vị.", en: "Ids of units, or their codes.") public var units: [String]?
  /// Measures.
  @Option(vi: "Các số đo.", en: "Measures.") public var measures: [String]?
  /// Groups.
  @Option(vi: "Các nhóm.", en: "Groups.") public var groups: [String]?
  /// The day that the figures speak of.
  @Option(vi: "Ngày chốt số liệu.", en: "The day that the figures speak of.") public var asOf: Day?
  /// Targets whose verdicts have changed, as `plan/target`.
  @Option(
    vi: "Các chỉ tiêu có đánh giá đã đổi, ghi kế-hoạch/chỉ-tiêu.",
    en: "Targets whose verdicts have changed, as plan/target.")
  public var targets: [String]?
  /// Why, for everybody to read.
  @Option(vi: "Lý do, mọi người đọc được.", en: "Why, for everybody to read.") public var reason: PhraseOption
  /// Nothing corrected.
  public init() {}
}
