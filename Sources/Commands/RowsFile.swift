import Diagnostics
import Formats
import Glibc
import Pipelines
import StageKit
import Tables

/// A sink that writes rows into one file outside of any publication, a batch at a time.
struct RowsFile: SinkStage {
  static let name = "rows.file"
  static let summary = Phrase(vi: "Ghi các dòng vào một tệp.", en: "Writes rows into a file.")
  static let audience = Audience.office

  /// How rows are written.
  enum Form: String, OptionValue, CaseIterable, Sendable { case csv, ndjson }
  struct Options: StageOptions {
    @StageKit.Option(vi: "Tệp.", en: "The file.") var file: String
    @StageKit.Option(vi: "Dạng.", en: "The form.") var form: Form
  }
  private let options: Options
  init(_ options: Options) { self.options = options }

  func plan(_ inputs: Shapes<One<Rows>>, _ plan: inout Planning) -> SinkWork<One<Rows>> {
    let (file, form) = (options.file, options.form)
    return SinkWork { (given, _) throws(StageError) in
      let schema = given.table.schema
      // Only a whole file gets the name that was asked for.
      let part = "\(file).part"
      let descriptor = Glibc.open(part, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
      guard descriptor >= 0 else { throw .cannotWrite(part) }
      defer { close(descriptor) }
      do throws(StageError) {
        if form == .csv {
          var writer = CSVWriter(lineEnd: .lf)
          writer.write(header: schema)
          try write(writer.bytes, to: descriptor, part)
        }
        try await given.table.forEach { (rows) throws(StageError) in
          try write(form.bytes(of: rows, schema), to: descriptor, part)
        }
        guard rename(part, file) == 0 else { throw .cannotWrite(file) }
      } catch {
        unlink(part)
        throw error
      }
    }
  }
  /// An output that publishes nothing, for a run whose only result is the file.
  static let output = Output { (_) throws(StageError) in
    Publication(
      staging: { _, _ in
        Staging {
          []
        } put: { (path, _) throws(StageError) in
          throw .cannotWrite(path)
        } add: { (path, _) throws(StageError) in
          throw .cannotWrite(path)
        }
      },
      scratch: Scratch(
        append: { (path, _) throws(StageError) in throw .cannotWrite(path) },
        part: { (path, _, _) throws(StageError) in throw .cannotWrite(path) }, remove: { _ in }),
      publish: { (_, _) throws(StageError) in Diagnostics() }, abandon: { _ in Diagnostics() })
  }
}

extension RowsFile.Form {
  /// The rows of a batch in this form.
  fileprivate func bytes(of rows: Batch, _ schema: Schema) -> [UInt8] {
    switch self {
    case .csv:
      var writer = CSVWriter(lineEnd: .lf)
      writer.write(rows)
      return writer.bytes
    case .ndjson:
      var writer = JSONWriter(.compact)
      writer.write(rows, schema)
      return writer.bytes
    }
  }
}

private func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(StageError) {
  var done = 0
  while done < bytes.count {
    let count = bytes.withUnsafeBytes {
      Glibc.write(file, $0.baseAddress.map { $0 + done }, bytes.count - done)
    }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw .cannotWrite(path) }
    done += count
  }
}

extension StageError {
  /// A file that cannot be written, in the words of the system.
  static func cannotWrite(_ path: String) -> StageError {
    let why = TextFile.lastError
    return StageError(
      Phrase(vi: "không ghi được '\(path)': \(why)", en: "cannot write '\(path)': \(why)"),
      hint: Phrase(
        vi: "chọn một thư mục có quyền ghi và còn chỗ trống",
        en: "choose a folder that can be written and has room"))
  }
}
