public import Diagnostics
public import Disclosure
public import StageKit
import Units

/// Writes published figures, verdicts and notices as files that everybody can download.
public struct WriteFigures: SinkStage {
  /// The word after `use:`.
  public static let name = "figures.write"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Ghi số liệu, đánh giá và thông báo thành tệp để tải về.",
    en: "Writes figures, verdicts and notices as files to download.")
  /// Everybody reads them.
  public static let audience = Audience.everybody
  /// The register, for the names of units.
  public static let resources: [any Resource.Type] = [UnitRegistry.self]
  /// The words of its codes.
  public static let explanations = publishExplanations

  /// A form of file.
  public enum Form: String, OptionValue, CaseIterable {
    /// CSV by RFC 4180.
    case csv
    /// A list of objects.
    case json
  }
  /// What it takes.
  public struct Inputs: Ports {
    /// The figures.
    public let figures = Port<PublishedTable>(vi: "Số liệu đã qua bảo vệ.", en: "The published figures.")
    /// The verdicts.
    public let verdicts = Port<Many<PublishedVerdicts>>(vi: "Các đánh giá.", en: "The verdicts.", atLeast: 0)
    /// The notices.
    public let notices = Port<Many<ReleasedNotices>>(
      vi: "Các thông báo.", en: "The notices.", atLeast: 0)
    /// The ports.
    public init() {}
  }
  /// The options of `figures.write`.
  public struct Options: StageOptions {
    @Option(vi: "Các dạng tệp.", en: "The forms of files.", default: [.csv, .json]) var formats: [Form]
    @Option(
      vi: "Thư mục trong trang công khai.", en: "The folder inside the public site.", default: "du-lieu",
      limit: .pattern("[a-z0-9-]+"))
    var folder: String
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Checks that the pipeline says who publishes, and when.
  public func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> SinkWork<Inputs> {
    let (site, edition) = (plan.pipeline.site, plan.pipeline.edition)
    if site == nil { plan.report(.noSite(at: plan.range)) }
    if edition == nil { plan.report(.noEdition(at: plan.range)) }
    let units = plan[UnitRegistry.self]
    let (forms, folder) = (options.formats, options.folder)
    return SinkWork { (given, staging) throws(StageError) in
      var tables = [DataTable(given.figures, units: units)]
      if !given.verdicts.items.isEmpty { tables.append(DataTable(given.verdicts.items)) }
      if !given.notices.items.isEmpty { tables.append(DataTable(given.notices.items)) }
      for table in tables {
        if forms.contains(.csv) { try staging.write(table.csv, to: "\(folder)/\(table.name).csv") }
        if forms.contains(.json) { try staging.write(table.json, to: "\(folder)/\(table.name).json") }
      }
      guard let site, let edition else { return }
      let files = Dictionary(staging.files.map { ($0.path, $0) }) { first, _ in first }
      let package = DataPackage(site: site, edition: edition, tables: tables, files: files, folder: folder)
      try staging.write(package.bytes, to: "\(folder)/datapackage.json")
    }
  }
}

extension Diagnostic {
  fileprivate static func noSite(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "publish.no-site",
      Phrase(vi: "pipeline chưa nói ai công bố", en: "the pipeline does not say who publishes"), at: range,
      hint: Phrase(
        vi: "ghi site: { title: …, agency: …, contact: … } ở đầu tệp",
        en: "write `site: { title: …, agency: …, contact: … }` in the file"))
  }
  fileprivate static func noEdition(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "publish.no-edition",
      Phrase(
        vi: "pipeline chưa nói đây là lần công bố nào", en: "the pipeline does not say which edition this is"),
      at: range,
      hint: Phrase(
        vi: "ghi edition: { id: …, date: … } ở đầu tệp", en: "write `edition: { id: …, date: … }` in the file"
      ))
  }
}
