import Foundation
import Glibc

/// The built command, run as a process.
enum Program {
  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// The program of this build: it stands beside the bundle of the tests.
  static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "minhbach").path

  /// What one run of it gave.
  struct Outcome: Sendable {
    let status: Int32
    let out: String
    let err: String
    /// What killed it, if a signal did.
    let signal: Int32?
  }

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - arguments: The words after its name.
  ///   - folder: The working directory.
  ///   - limit: The size in blocks of 1024 bytes beyond which no file may grow, as `ulimit -f`.
  ///   - environment: Variables besides an empty locale.
  /// - Returns: What it wrote and how it ended.
  /// - Throws: When it could not be started.
  static func run(
    _ arguments: [String], in folder: URL, limit: Int? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: limit == nil ? path : "/bin/sh")
    // A process that meets the limit is told by an error of `write`, not by a signal.
    process.arguments =
      limit.map { ["-c", "trap '' XFSZ; ulimit -f \($0 * 2); exec \"$0\" \"$@\"", path] + arguments }
      ?? arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    let kept = FileManager.default.temporaryDirectory.appending(path: "minhbach-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
    // A left-over in the temporary folder harms nobody.
    defer { try? FileManager.default.removeItem(at: kept) }
    for name in ["out", "err"] {
      try Data().write(to: kept.appending(path: name))
    }
    let out = try FileHandle(forWritingTo: kept.appending(path: "out"))
    let err = try FileHandle(forWritingTo: kept.appending(path: "err"))
    process.standardOutput = out
    process.standardError = err
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      out: try String(contentsOf: kept.appending(path: "out"), encoding: .utf8),
      err: try String(contentsOf: kept.appending(path: "err"), encoding: .utf8),
      signal: process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil)
  }
}

/// A folder of its own for one test, with some files; removed with the value.
final class TemporaryProject: Sendable {
  let folder: URL

  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "minhbach-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }
  // A left-over in the temporary folder harms nobody.
  deinit { try? FileManager.default.removeItem(at: folder) }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: folder.appending(path: path)) }
  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }
  func write(_ bytes: Data, to path: String) throws {
    let place = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: place)
  }
  func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }
  /// Replaces one piece of a file; the piece must be there.
  func change(_ path: String, _ old: String, to new: String) throws {
    let text = try read(path)
    guard text.contains(old) else { throw Missing(piece: old, path: path) }
    try write(text.replacing(old, with: new), to: path)
  }
  /// The bytes of every file under a folder, by path.
  func tree(_ path: String) throws -> [String: Data] {
    let place = folder.appending(path: path)
    var files: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: place.path) ?? .init() {
      var isFolder: ObjCBool = false
      let file = place.appending(path: name)
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      files[name] = try Data(contentsOf: file)
    }
    return files
  }
  func run(_ line: String, limit: Int? = nil) throws -> Program.Outcome {
    try Program.run(line.split(separator: " ").map(String.init), in: folder, limit: limit)
  }

  struct Missing: Error {
    let piece: String
    let path: String
  }
}
