public import Diagnostics
public import Disclosure
import Edits
import SiteKit
public import StageKit
import Standards
import Units

/// Writes the public website: a static page for every plan, target and unit, without JavaScript.
public struct BuildSite: SinkStage {
  /// The word after `use:`.
  public static let name = "site.build"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Dựng trang web công khai từ số liệu và đánh giá đã qua bảo vệ.",
    en: "Builds the public website from released figures and verdicts.")
  /// The documents it needs.
  public static let resources: [any Resource.Type] = [Theme.self, UnitRegistry.self, StandardLibrary.self]
  /// What is wrong with a site and a theme, in words.
  public static let explanations = siteExplanations
  /// Everybody reads it.
  public static let audience = Audience.everybody

  /// What the pages are made of.
  public struct Inputs: Ports {
    /// The figures.
    public let figures = Port<PublishedTable>(
      vi: "Số liệu đã qua bảo vệ.", en: "The figures that were released.")
    /// The verdicts on plans.
    public let verdicts = Port<Many<PublishedVerdicts>>(
      vi: "Các đánh giá.", en: "The verdicts on plans.", atLeast: 0)
    /// The notices.
    public let notices = Port<Many<ReleasedNotices>>(
      vi: "Các thông báo đã qua bảo vệ.", en: "The notices that were released.", atLeast: 0)
    /// The ports.
    public init() {}
  }
  /// The options of `site.build`.
  public struct Options: StageOptions {
    @Option(
      vi:
        "Thư mục giao diện; không khai thì dùng mục theme trong defaults, hoặc giao diện đi kèm chương trình.",
      en: "Folder of the theme; `defaults.theme`, or the theme the program brings, when left out.")
    var theme: DocumentPath<Theme>?
    @Option(
      vi: "Các bộ quy tắc mà số liệu đã qua, để nêu ở trang phương pháp.",
      en: "The sheets of rules that the data passed through, for the page of methods.")
    var edits: [DocumentPath<EditSheet>]?
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Checks the theme, and that the pipeline says who publishes what when.
  public func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> SinkWork<Inputs> {
    let theme = theme(&plan)
    if plan.pipeline.site == nil { plan.report(.noSite(at: plan.range)) }
    if plan.pipeline.edition == nil { plan.report(.noEdition(at: plan.range)) }
    let edits = (options.edits ?? []).compactMap { path in
      plan.document(path).map {
        ShownSheet($0, stages: plan.pipeline.uses, isRead: plan.isReadOtherwise(path))
      }
    }
    let parts = SiteParts(
      theme: theme, units: plan[UnitRegistry.self], standards: plan[StandardLibrary.self],
      name: plan.pipeline.name, site: plan.pipeline.site ?? SiteFields(),
      edition: plan.pipeline.edition ?? EditionFields(), edits: edits)
    return SinkWork { (given, staging) throws(StageError) in
      let model = try SiteModel(
        given.figures, given.verdicts.items, given.notices.items, parts, files: staging.files)
      try model.write(theme) { (file) throws(StageError) in
        try staging.write(file.bytes, to: file.path.text)
      }
    }
  }
  /// The theme of the option, or that of the pipeline; what it lacks is noted.
  private func theme(_ plan: inout Planning) -> Theme {
    let theme = options.theme.flatMap { plan.document($0) } ?? plan[Theme.self]
    do { try theme.require(templates: Self.templates, words: SiteWord.required) } catch {
      plan.report(error)
    }
    return theme
  }
  /// The page templates that a theme must have.
  static let templates = [
    "home", "plans", "plan", "targets", "target", "units", "unit", "method", "standard", "edits", "data",
    "missing",
    "changes",
    "about", "notfound",
  ]
}

extension Diagnostic {
  fileprivate static func noSite(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "site.no-site",
      Phrase(
        vi: "pipeline không có mục 'site', nên không biết ai công bố",
        en: "the pipeline has no 'site', so it is not known who publishes"), at: range,
      hint: Phrase(
        vi: "thêm: site: { title: …, agency: …, contact: … }",
        en: "add: site: { title: …, agency: …, contact: … }"))
  }
  fileprivate static func noEdition(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "site.no-edition",
      Phrase(
        vi: "pipeline không có mục 'edition', nên không biết đây là lần công bố nào",
        en: "the pipeline has no 'edition', so it is not known which publication this is"), at: range,
      hint: Phrase(
        vi: "thêm: edition: { id: 2024-12.1, date: 2025-01-15 }",
        en: "add: edition: { id: 2024-12.1, date: 2025-01-15 }"))
  }
}
