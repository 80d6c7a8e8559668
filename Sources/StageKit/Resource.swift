public import Diagnostics
import YAML

/// A document that the pipeline names once and stages ask for by its type, such as a standard or a plan.
///
/// `StageKit` knows no such document: a domain module makes its type a resource, a stage lists the type,
/// and the key under `defaults:` follows from that.
public protocol Resource: Flow where Shape == Self {
  /// The key under `defaults:` of the pipeline file, such as `units`.
  static var key: String { get }
  /// The path used when `defaults:` does not say, such as `share:units`; `nil` when it must be said.
  static var builtIn: String? { get }
  /// Reads the document at a path that has been resolved.
  ///
  /// - Parameters:
  ///   - path: The file or folder, as `ProjectFiles` takes it.
  ///   - range: The place that names it, for what cannot be read.
  ///   - files: The files of the project, the only way to read it.
  /// - Returns: The document.
  /// - Throws: Everything wrong in it.
  static func load(_ path: String, namedAt range: SourceRange?, _ files: ProjectFiles) throws(Diagnostics)
    -> Self
}
extension Resource {
  /// None: `defaults:` or an option must say.
  public static var builtIn: String? { nil }
}
extension Resource where Self: StageOptions {
  /// Reads a YAML file whose whole is the options.
  public static func load(
    _ path: String, namedAt range: SourceRange?, _ files: ProjectFiles
  ) throws(Diagnostics) -> Self {
    try decoded(from: parseYAML(files.bytes(path, namedAt: range), file: path))
  }
}

/// The path of a document of one type, as an option such as `plans: [plan.yaml]`.
///
/// `Planning.document` reads the document.
public struct DocumentPath<Document: Resource>: OptionValue {
  /// The path as written.
  public let path: Path
  /// Reads a path; the document itself is read when the step is planned.
  public static var optionType: OptionType<DocumentPath> {
    let path = Path.optionType
    return OptionType(
      Phrase(vi: "đường dẫn \(Document.kind.vi)", en: "path of \(Document.kind.en)"), schema: path.schema,
      shapes: path.shapes, encode: { path.encode($0.path) }
    ) { node, problems in path.read(node, &problems).map { DocumentPath(path: $0) } }
  }
}

/// Why a run stopped: the environment failed, or the data did not pass a gate.
///
/// The pipeline itself has been checked and is right; what is wrong with it is told as `Diagnostics` before
/// it runs.
public struct StageError: Error, Sendable, Hashable {
  /// Whose matter it is; the exit status of the command follows from it.
  public enum Cause: Sendable {
    /// A disk, a network, a right to read or write.
    case environment
    /// The data: a gate that the pipeline or a stage sets was not passed.
    case data
  }
  /// What failed, with the path or name it failed on.
  ///
  /// When it is about a place in a file it begins with the place, `file:line:column: `, by which commands show where it is.
  public var message: Phrase
  /// What to do.
  public var hint: Phrase?
  /// Whether the same call may succeed later.
  public var mayRetry: Bool
  /// Whose matter it is.
  public var cause: Cause
  /// The file that the message names in quotes, relative to the project folder; `nil` when it names none.
  ///
  /// Commands show it as people in the working directory would write it.
  public var file: String?
  /// A code of its own, explained like that of a diagnostic; `nil` for that of its cause.
  public var code: Diagnostic.Code?
  /// A failure, of the environment unless said otherwise.
  public init(
    _ message: Phrase, hint: Phrase? = nil, mayRetry: Bool = false, cause: Cause = .environment,
    file: String? = nil, code: Diagnostic.Code? = nil
  ) {
    (self.message, self.hint, self.mayRetry) = (message, hint, mayRetry)
    (self.cause, self.file, self.code) = (cause, file, code)
  }
  /// The run was told to stop before it had ended.
  public static let cancelled = StageError(
    Phrase(vi: "lần chạy đã bị dừng giữa chừng", en: "the run was stopped before its end"),
    hint: Phrase(
      vi: "chạy lại lệnh khi cần; không có gì phải dọn",
      en: "run the command again when you like; there is nothing to clean up"), mayRetry: true)
}
