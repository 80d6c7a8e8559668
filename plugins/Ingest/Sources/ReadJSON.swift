public import Diagnostics
import Formats
public import StageKit
public import Tables

/// Reads files that each hold a JSON list of objects, or an object a line, one after another, as one run of rows.
public struct ReadJSON: SourceStage {
  /// The word after `use:`.
  public static let name = "json.read"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Đọc các tệp JSON, NDJSON theo mô tả cột.", en: "Reads JSON and NDJSON files by a schema.")
  /// The words of its codes.
  public static let explanations = formatsExplanations.filter { !$0.code.hasPrefix("csv.") }

  /// The options of `json.read`.
  public struct Options: StageOptions {
    @Option(
      vi: "Các tệp, tính từ tệp khai báo; tên có thể chứa dấu *.",
      en: "Files, relative to the pipeline file; a name may hold *.")
    var files: OneOf<Path, [Path]>
    @Option(
      vi: "Mô tả các cột: viết ngay ở đây, hoặc đường dẫn đến tệp YAML.",
      en: "The columns: written here, or the path of a YAML file.")
    var schema: OneOf<TableSchema, DocumentPath<TableSchema>>
    @Option(
      vi: "list: một danh sách; lines: NDJSON, mỗi dòng một đối tượng; auto: theo đuôi tệp và ký tự đầu.",
      en: "list: one list; lines: NDJSON, an object a line; auto: by the ending and the first character.",
      default: .auto)
    var form: JSONForm
    @Option(
      vi: "Số dòng nhiều nhất mỗi lô.", en: "The most rows in a batch.", default: 1024,
      limit: .within(1...65536))
    var batchRows: Int
    @Option(
      vi: "Số byte đọc mỗi lần.", en: "Bytes read at a time.", default: 1 << 20,
      limit: .within(1...1 << 26))
    var pieceBytes: Int
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Finds the files and the columns; nothing of the data is read.
  public func plan(_ plan: inout Planning) -> Planned<Schema, JSONReader> {
    let rules = plan.rules(options.schema, namedAt: options.$schema)
    let decoder = JSONRowDecoder(rules, batchRows: options.batchRows)
    let cutter = JSONCutter(
      plan.files(options.files), size: options.pieceBytes, form: options.form)
    return Planned(decoder.schema, JSONReader(cutter: cutter, decoder: decoder))
  }
}
