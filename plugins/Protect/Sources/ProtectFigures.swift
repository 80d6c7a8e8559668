public import Diagnostics
public import Disclosure
public import Figures
public import StageKit

/// Decides what becomes public: figures with a legal ground as they are, with the ground recorded; all others withheld.
///
/// One step of a pipeline protects everything that will be public, together: what one table hides, another must not give
/// away.
public struct ProtectFigures: TableStage {
  /// The word after `use:`.
  public static let name = "figures.protect"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Quyết định số liệu nào được công khai, và ghi vì sao.",
    en: "Decides which figures become public, and records why.")
  /// The words of its codes.
  public static let explanations = protectExplanations

  /// What it takes.
  public struct Inputs: Ports {
    /// All figures that may become public.
    public let figures = Port<Many<FigureTable>>(
      vi: "Mọi số liệu sẽ công bố.", en: "All figures to be published.")
    /// The notices about them.
    public let notices = Port<Many<Notices>>(
      vi: "Các thông báo về số liệu.", en: "The notices about them.", atLeast: 0)
    /// The ports.
    public init() {}
  }
  /// What it gives.
  public struct Outputs: Ports {
    /// What everybody may see.
    public let figures = Port<PublishedTable>(vi: "Số liệu được công khai.", en: "What everybody may see.")
    /// What everybody may read.
    public let notices = Port<ReleasedNotices>(
      vi: "Thông báo được công khai.", en: "What everybody may read.")
    /// The ports.
    public init() {}
  }
  /// One ground for publishing figures.
  public struct Ground: StageOptions {
    @Option(vi: "Các số đo.", en: "The measures.") var measures: [String]
    @Option(
      vi: "Các nhóm; tên kết thúc bằng * là mọi nhóm bắt đầu như vậy.",
      en: "The groups; a name that ends in * stands for all that begin so.", default: ["all"])
    var groups: [String]
    @Option(
      vi: "Luật buộc công khai, hoặc nơi đã công bố.",
      en: "The law that makes them public, or where they were published.")
    var reason: PhraseOption
    /// Options not yet read.
    public init() {}
  }
  /// The options of `figures.protect`.
  public struct Options: StageOptions {
    @Option(
      vi: "Số liệu phải công khai, và căn cứ.", en: "Figures that are public by law, and on which ground.")
    var publicByLaw: [Ground]
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Checks the grounds; which figures they cover is known when running.
  public func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    let grounds = options.publicByLaw.map {
      PublicGround(measures: $0.measures, groups: $0.groups, reason: $0.reason.phrase)
    }
    for ground in options.publicByLaw
    where [ground.reason.phrase.vi, ground.reason.phrase.en].contains(where: { $0.allSatisfy(\.isWhitespace) }
    ) {
      plan.report(
        Diagnostic(
          "protect.no-reason",
          Phrase(vi: "căn cứ công khai để trống", en: "the ground for publishing is empty"),
          at: ground.$reason))
    }
    let pipeline = plan.pipeline
    var shapes = Shapes<Outputs>()
    (shapes.figures, shapes.notices) = (NoShape(), NoShape())
    return Planned(shapes) { (given, findings) throws(StageError) in
      let release = try Release(
        given.figures.items, given.notices.items, grounds: grounds,
        edition: pipeline.edition?.id ?? "", previous: try previous(pipeline))
      tell(release, of: given.figures.items, &findings)
      var out = Given<Outputs>()
      (out.figures, out.notices) = (release.table, release.notices)
      return out
    }
  }
}

/// What the ledger has of the edition before this.
private func previous(_ pipeline: PipelineInfo) throws(StageError) -> [UInt8]? {
  guard let id = pipeline.edition?.previous else { return nil }
  if let entry = try pipeline.ledger(id) { return entry }
  throw StageError(
    Phrase(
      vi: "không có sổ công bố của lần trước '\(id)'", en: "there is no ledger of the edition before, '\(id)'"
    ),
    hint: Phrase(
      vi: "chạy với cùng --output như lần trước, hoặc sửa edition.previous",
      en: "run with the --output of that edition, or mend `edition.previous`"), cause: .data)
}
/// Tells the office which figures were withheld, each at its place.
private func tell(_ release: Release, of tables: [FigureTable], _ findings: inout Findings) {
  let hidden = Set(release.withheld)
  for figure in FigureTable.joined(tables).figures where hidden.contains(figure.id) {
    findings.add(
      "protect.withheld", file: figure.origin?.file ?? "", line: figure.origin?.start.line ?? 0,
      Phrase(
        vi:
          "không công bố '\(figure.id)': không căn cứ nào bao gồm số đo '\(figure.measure)', nhóm '\(figure.group)'",
        en:
          "'\(figure.id)' is withheld: no ground covers the measure '\(figure.measure)' of the group '\(figure.group)'"
      ))
  }
}
