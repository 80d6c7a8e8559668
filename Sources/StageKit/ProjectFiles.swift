public import Diagnostics
public import YAML

/// The files of one project; nothing outside its folder can be named.
///
/// Paths are relative to the project folder. A path that begins with `share:` is inside what the program brings along:
/// `share:units`, `share:standards`, `share:site`.
public struct ProjectFiles: Sendable {
  private let read: @Sendable (_ path: String, _ offset: Int, _ count: Int) throws(StageError) -> [UInt8]
  private let names: @Sendable (_ folder: String) throws(StageError) -> [String]

  /// - Parameters:
  ///   - read: Gives up to `count` bytes at `offset` of a file, fewer only at its end.
  ///   - names: Gives the names in a folder, in any order, without `.` and `..`.
  public init(
    read: @escaping @Sendable (_ path: String, _ offset: Int, _ count: Int) throws(StageError) -> [UInt8],
    names: @escaping @Sendable (_ folder: String) throws(StageError) -> [String]
  ) { (self.read, self.names) = (read, names) }

  /// Up to `count` bytes of a file at `offset`; fewer only at its end.
  public func bytes(_ path: String, at offset: Int = 0, count: Int = .max) throws(StageError) -> [UInt8] {
    try read(path, offset, count)
  }
  /// The names of the files and folders in a folder, sorted.
  public func list(_ folder: String) throws(StageError) -> [String] { try names(folder).sorted() }

  /// Reads the YAML file whose path `node` is, relative to the file that `node` is in.
  ///
  /// - Throws: `files.outside`, `files.unreadable`, or what is wrong with the YAML.
  public func yaml(at node: Node) throws(Diagnostics) -> Node {
    let path = try resolved(Path(node.scalar ?? "", at: node.range))
    return try parseYAML(bytes(path, namedAt: node.range), file: path)
  }
  /// A whole small file; that it cannot be read is a mistake at the place that names it.
  public func bytes(_ path: String, namedAt range: SourceRange?) throws(Diagnostics) -> [UInt8] {
    do { return try read(path, 0, .max) } catch {
      throw Diagnostics(
        Diagnostic(error.code ?? "files.unreadable", error.message, at: range, hint: error.hint))
    }
  }
  /// A path as seen from the project folder.
  ///
  /// - Throws: `files.outside` when it leaves the project.
  public func resolved(_ path: Path) throws(Diagnostics) -> String {
    guard let resolved = Self.resolve(path.text, from: path.range?.file ?? "") else {
      throw Diagnostics(
        Diagnostic(
          "files.outside",
          Phrase(
            vi: "đường dẫn '\(path.text)' ra ngoài thư mục dự án",
            en: "the path '\(path.text)' leaves the project folder"), at: path.range,
          hint: Phrase(
            vi: "chép tệp vào dự án, hoặc đưa vào bằng --set; thư mục dự án là thư mục có tệp .minhbach.yaml",
            en:
              "copy the file into the project, or give it by --set; the project folder is the one with .minhbach.yaml"
          )))
    }
    return resolved
  }
  /// `path` as seen from the project folder, when it is written in `file`; `nil` when it leaves the project.
  ///
  /// A path written on the command line (`file` begins with `--`) is relative to the working directory and may lie anywhere;
  /// it comes back as `cwd:` and the path.
  public static func resolve(_ path: String, from file: String) -> String? {
    if path.hasPrefix("share:") {
      let inside = path.dropFirst(6).split(separator: "/")
      return inside.contains("..") ? nil : "share:" + inside.joined(separator: "/")
    }
    if file.hasPrefix("--") { return "cwd:" + path }
    // A file of the command line may lie anywhere, so nothing that is beside or above it is outside.
    let isAnywhere = file.hasPrefix("cwd:")
    let prefix =
      file.hasPrefix("cwd:/") ? "cwd:/" : isAnywhere ? "cwd:" : file.hasPrefix("share:") ? "share:" : ""
    var parts = file.dropFirst(prefix.count).split(separator: "/").dropLast().map(String.init)
    guard !path.hasPrefix("/") else { return nil }
    for part in path.split(separator: "/") where part != "." {
      if part != ".." || isAnywhere && (parts.last ?? "..") == ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return prefix + parts.joined(separator: "/")
  }
}
