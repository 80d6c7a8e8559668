public import Diagnostics
import Formats
public import StageKit
public import Tables

/// Writes the official tables as CSV with Vietnamese headings, a file each, for the office alone.
public struct WriteForms: SinkStage {
  /// The word after `use:`.
  public static let name = "forms.write"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Ghi các biểu F1–F13 thành CSV có tiêu đề tiếng Việt cho cơ quan.",
    en: "Writes the official tables F1 to F13 as CSV with Vietnamese headings, for the office.")
  /// The office reads it.
  public static let audience = Audience.office
  /// The words of its codes.
  public static let explanations = formExplanations

  /// What it takes.
  public struct Inputs: Ports {
    /// The tables.
    public let forms = Port<Table>(vi: "Bảng của households.forms.", en: "The table of households.forms.")
    /// The ports.
    public init() {}
  }
  /// The options of `forms.write`.
  public struct Options: StageOptions {
    @Option(vi: "Thư mục trong office/.", en: "The folder in office/.", default: "bieu", limit: .notEmpty)
    var folder: String
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Finds the columns.
  public func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> SinkWork<Inputs> {
    let columns = FormFiles.Columns(in: inputs.forms, &plan)
    let folder = options.folder
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains(where: { ["", ".", ".."].contains($0) }) || parts.first == "rejected" {
      plan.report(.formFolder(folder, at: options.$folder))
    }
    return SinkWork { (given, staging) throws(StageError) in
      let files = FormFiles(given.forms.rows, columns)
      for (name, bytes) in files.all { try staging.write(bytes, to: "\(folder)/\(name).csv") }
    }
  }
}

extension Diagnostic {
  fileprivate static func formFolder(_ text: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "forms.folder",
      Phrase(vi: "'\(text)' không phải thư mục trong office/", en: "'\(text)' is no folder inside office/"),
      at: range, hint: Phrase(same: "folder: bieu"))
  }
}
