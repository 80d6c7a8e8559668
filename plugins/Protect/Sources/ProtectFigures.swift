public import Diagnostics
public import Disclosure
public import Figures
public import StageKit
import Units

/// Decides what becomes public: figures with a legal ground as they are, with the ground recorded; others when they are
/// large enough to give nobody away, and else withheld.
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
  /// The register, for which units are added up to which.
  public static let resources: [any Resource.Type] = [UnitRegistry.self]
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
  private let options: ProtectOptions
  /// A step with these options.
  public init(_ options: ProtectOptions) { self.options = options }

  /// Checks the grounds and the rule; which figures they cover is known when running.
  public func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    let grounds = options.grounds(&plan)
    let rule = options.rule(&plan)
    let (pipeline, units) = (plan.pipeline, plan[UnitRegistry.self])
    var shapes = Shapes<Outputs>()
    (shapes.figures, shapes.notices) = (NoShape(), NoShape())
    return Planned(shapes) { (given, findings) throws(StageError) in
      let release = try Release(
        given.figures.items, given.notices.items, grounds: grounds, rule: rule.map { ($0, units) },
        edition: pipeline.edition?.id ?? "", previous: try previous(pipeline))
      findings.add(release, of: given.figures.items)
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
