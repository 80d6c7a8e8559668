import Foundation

/// The project's own files, read as text.
enum SourceTree {
  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// One Swift file: its path from the root and its lines.
  struct File: CustomStringConvertible, Sendable {
    let path: String
    let lines: [Substring]
    var description: String { path }
    /// The module it belongs to: the folder below `Sources` or `plugins`.
    var module: String { String(path.split(separator: "/")[1]) }
  }

  /// The Swift files of the product, sorted: `Sources` and the `Sources` of every stage module.
  static let product: [File] =
    files(under: "Sources")
    + files(under: "plugins").filter {
      !$0.path.contains("/Tests/")
    }
  /// The Swift files of the tests, sorted.
  static let tests: [File] =
    files(under: "Tests")
    + files(under: "plugins").filter {
      $0.path.contains("/Tests/")
    }

  /// The names of the folders directly in a folder, sorted.
  static func folders(in folder: String) -> [String] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  private static func files(under folder: String) -> [File] {
    let place = root.appending(path: folder).resolvingSymlinksInPath()
    guard let walk = FileManager.default.enumerator(atPath: place.path) else { return [] }
    let paths = walk.compactMap { $0 as? String }.filter {
      $0.hasSuffix(".swift") && !$0.contains(".build")
    }
    return paths.sorted().map { path in
      // A file that cannot be read as text is one without lines; the test of lengths refuses it.
      let text = (try? String(contentsOf: place.appending(path: path), encoding: .utf8)) ?? ""
      return File(
        path: "\(folder)/\(path)", lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }
}
