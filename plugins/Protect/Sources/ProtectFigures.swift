public import Diagnostics
public import Disclosure
public import Figures
public import StageKit
import Tables
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
      try refuseLater(given.figures.items, than: pipeline.edition?.date, &findings)
      let release = try Release(
        given.figures.items, given.notices.items, grounds: grounds, rule: rule.map { ($0, units) },
        names: units, edition: try EditionContext(pipeline))
      findings.add(release, of: given.figures.items)
      var out = Given<Outputs>()
      (out.figures, out.notices) = (release.table, release.notices)
      return out
    }
  }
}

/// Refuses figures that speak of a day after that of the edition: nobody can have counted what has not been yet.
private func refuseLater(
  _ tables: [FigureTable], than day: Day?, _ findings: inout Findings
) throws(StageError) {
  guard let day else { return }
  let later = FigureTable.joined(tables).figures.filter { $0.asOf > day && $0.status.isResult }
  guard let first = later.first else { return }
  for figure in later {
    findings.add(
      "protect.after-edition", file: figure.origin?.file ?? "", line: figure.origin?.start.line ?? 0,
      Phrase(
        vi: "'\(figure.id)' nói về ngày \(figure.asOf.vietnamese), sau ngày công bố \(day.vietnamese)",
        en: "'\(figure.id)' speaks of \(figure.asOf.iso), after the day of the edition, \(day.iso)"))
  }
  throw StageError(
    Phrase(
      vi: "\(later.count) số liệu nói về ngày sau ngày công bố \(day.vietnamese), như '\(first.id)'",
      en:
        "\(later.count) \(later.count == 1 ? "figure speaks" : "figures speak") of a day after the edition of \(day.iso), such as '\(first.id)'"
    ),
    hint: Phrase(
      vi: "sửa ngày của số liệu, hoặc edition.date nếu ngày công bố ghi sai",
      en: "mend the day of the figures, or `edition.date` if that is wrong"), cause: .data,
    code: "protect.after-edition")
}

extension Figure.Status {
  /// Whether something was counted; that nobody has reported a figure may be said of a later day too.
  fileprivate var isResult: Bool {
    switch self {
    case .value, .withheld, .provisional, .revised, .estimate: true
    case .notReported, .notApplicable: false
    }
  }
}
