public import Diagnostics
import Formats
public import StageKit
import Tables

/// Writes rows into a file for the office.
///
/// The rows go through a megabyte at a time, in the order of their source; the file is never in memory as a whole.
public struct WriteRows: SinkStage {
  /// The word after `use:`.
  public static let name = "rows.write"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Ghi các dòng thành tệp CSV hoặc NDJSON cho cơ quan.",
    en: "Writes rows as CSV or NDJSON for the office.")
  /// The office reads it.
  public static let audience = Audience.office
  /// The words of its codes.
  public static let explanations = exportExplanations

  /// A form of file.
  enum Form: String, OptionValue, CaseIterable { case csv, ndjson }
  /// The options of `rows.write`.
  public struct Options: StageOptions {
    @Option(
      vi: "Dạng tệp; không ghi thì theo đuôi tên tệp, mặc định csv.",
      en: "The form; by the ending of the file unless said, and csv without one.")
    var format: Form?
    @Option(
      vi: "Tên tệp trong office/; không ghi thì lấy mã của bước.",
      en: "The file in office/; named after the step unless said.")
    var file: String?
    @Option(
      vi: "Các cột được ghi, theo thứ tự này; không ghi thì mọi cột.",
      en: "The columns that are written, in this order; all unless said.")
    var columns: [ColumnName]?
    @Option(
      vi: "Thêm dấu ' trước chữ mà bảng tính sẽ hiểu là công thức; làm đổi số liệu, chỉ cho CSV.",
      en:
        "Put a ' before texts that a spreadsheet would run as formulas; it changes the data, and is for CSV.",
      default: false)
    var spreadsheetSafe: Bool
    @Option(
      vi: "Bắt đầu tệp CSV bằng dấu BOM, để bảng tính nhận ra UTF-8.",
      en: "Begin CSV with a byte order mark, by which spreadsheets know UTF-8.", default: false)
    var byteOrderMark: Bool
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Finds the columns and the file.
  public func plan(_ inputs: Shapes<One<Rows>>, _ plan: inout Planning) -> SinkWork<One<Rows>> {
    let schema = inputs.table
    let places = places(in: schema, &plan)
    let file = options.file ?? "\(plan.step).\(form.rawValue)"
    check(file, &plan)
    for (range, isSaid) in [
      (options.$spreadsheetSafe, options.spreadsheetSafe), (options.$byteOrderMark, options.byteOrderMark),
    ] where isSaid && form == .ndjson { plan.report(.onlyCSV(at: range)) }
    let text = RowText(
      form == .csv ? .csv(isSpreadsheetSafe: options.spreadsheetSafe) : .ndjson,
      places.map { schema.fields[$0].name })
    let mark: [UInt8] = options.byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    return SinkWork { (given, staging) throws(StageError) in
      var bytes = mark + text.heading
      try await given.table.forEach { (rows) throws(StageError) in
        let columns = places.map { rows.columns[$0] }
        // A table comes as one batch, however large it is.
        for start in stride(from: 0, to: rows.count, by: Self.rowsAtOnce) {
          bytes += text.bytes(of: columns, rows: start..<min(start + Self.rowsAtOnce, rows.count))
          guard bytes.count >= Self.bytesAtOnce else { continue }
          try staging.append(bytes, to: file)
          bytes.removeAll(keepingCapacity: true)
        }
      }
      try staging.append(bytes, to: file)
    }
  }
  private func check(_ file: String, _ plan: inout Planning) {
    let range = options.$file ?? plan.range
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains(where: { ["", ".", ".."].contains($0) }) || file.utf8.contains(0) {
      plan.report(.noFile(file, at: range))
    } else if file == "run.json" || file == "findings.ndjson" || parts[0] == "rejected" {
      plan.report(.reserved(file, at: range))
    }
  }
  private static let rowsAtOnce = 4096
  private static let bytesAtOnce = 1 << 20
  private var form: Form {
    if let format = options.format { return format }
    return options.file?.hasSuffix(".ndjson") == true ? .ndjson : .csv
  }
  private func places(in schema: Schema, _ plan: inout Planning) -> [Int] {
    guard let names = options.columns else { return Array(schema.fields.indices) }
    if names.isEmpty { plan.report(.noColumns(at: options.$columns)) }
    var places: [Int] = []
    for name in names {
      guard let place = plan.column(name, in: schema)?.index else { continue }
      if places.contains(place) { plan.report(.columnTwice(name)) } else { places.append(place) }
    }
    return places
  }
}

extension Diagnostic {
  fileprivate static func reserved(_ file: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "write.reserved",
      Phrase(vi: "'\(file)' do chương trình tự ghi", en: "'\(file)' is written by the program itself"),
      at: range)
  }
  fileprivate static func noFile(_ file: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "write.file",
      Phrase(vi: "'\(file)' không phải tên tệp trong office/", en: "'\(file)' is no file inside office/"),
      at: range)
  }
  fileprivate static func onlyCSV(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "write.only-csv", Phrase(vi: "tùy chọn này chỉ dùng cho csv", en: "this is for csv alone"), at: range)
  }
  fileprivate static func noColumns(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "write.no-columns", Phrase(vi: "không có cột nào để ghi", en: "there is no column to write"), at: range)
  }
  fileprivate static func columnTwice(_ name: ColumnName) -> Diagnostic {
    Diagnostic(
      "write.repeated",
      Phrase(vi: "cột '\(name.text)' được nêu hai lần", en: "the column '\(name.text)' is named twice"),
      at: name.range)
  }
}
