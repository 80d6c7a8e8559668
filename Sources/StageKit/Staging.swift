import Diagnostics

/// One file that a sink has staged in this run.
public struct StagedFile: Sendable, Hashable {
  /// The path inside `public/` or `office/`, with `/` between folders.
  public let path: String
  /// The number of bytes.
  public let size: Int
  /// The SHA-256 of the bytes, in lower-case hexadecimal.
  public let sha256: String
  /// A staged file.
  public init(path: String, size: Int, sha256: String) {
    (self.path, self.size, self.sha256) = (path, size, sha256)
  }
}

/// A folder that nobody sees until the whole run has succeeded.
public struct Staging: Sendable {
  private let put: @Sendable (_ path: String, _ bytes: [UInt8]) throws(StageError) -> Void
  private let add: @Sendable (_ path: String, _ bytes: [UInt8]) throws(StageError) -> Void
  private let staged: @Sendable () -> [StagedFile]
  /// A staging folder.
  ///
  /// - Parameters:
  ///   - staged: The files that sinks of the same audience have finished so far, sorted by path.
  ///   - put: Writes one whole file; a path written twice in a run is an error of the engine.
  ///   - add: Adds bytes to the end of a file that the sink writes bit by bit; one that another has written is an error.
  public init(
    staged: @escaping @Sendable () -> [StagedFile],
    put: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws(StageError) -> Void,
    add: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws(StageError) -> Void
  ) { (self.staged, self.put, self.add) = (staged, put, add) }
  /// Writes one whole file, making its folders.
  ///
  /// - Throws: `StageError` when the disk fails, the path was written before, or is none inside the folder.
  public func write(_ bytes: [UInt8], to path: String) throws(StageError) {
    try check(path)
    try put(path, bytes)
  }
  /// Adds bytes to the end of a file, which the first call makes with its folders.
  ///
  /// For files that need not be in memory as a whole; some hundred kilobytes at a time are a good measure.
  ///
  /// - Throws: `StageError` when the disk fails, another step or `write` has written the path, or it is none inside the folder.
  public func append(_ bytes: [UInt8], to path: String) throws(StageError) {
    try check(path)
    try add(path, bytes)
  }
  private func check(_ path: String) throws(StageError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(where: { ["", ".", ".."].contains($0) }), !path.utf8.contains(0) else {
      throw StageError(
        Phrase(
          vi: "'\(path)' không phải tên tệp trong thư mục kết quả",
          en: "'\(path)' is no file inside the output folder"))
    }
  }
  /// What sinks of the same audience, this one too, have written so far in this run, sorted by path.
  public var files: [StagedFile] { staged() }
}
