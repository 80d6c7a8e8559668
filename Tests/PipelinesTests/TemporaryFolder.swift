import Foundation

/// A folder of its own for one test; removed with the value.
final class TemporaryFolder: Sendable {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "minhbach-\(UUID().uuidString)")
    path = url.path
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }
  deinit {
    // A left-over in the temporary folder harms nobody.
    do { try FileManager.default.removeItem(atPath: path) } catch {}
  }
  func write(_ text: String, to name: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
  }
  func read(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }
  func link(_ name: String, to place: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: place)
  }
  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }
  /// The names in a folder, sorted.
  func list(_ name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(name)").sorted()
  }
  /// The text of every file under some folders, by path.
  func tree(_ names: String...) -> [String: String] {
    var all: [String: String] = [:]
    for name in names {
      let walk = FileManager.default.enumerator(atPath: "\(path)/\(name)")
      for case let file as String in walk ?? .init() {
        guard let bytes = FileManager.default.contents(atPath: "\(path)/\(name)/\(file)") else { continue }
        all["\(name)/\(file)"] = String(decoding: bytes, as: UTF8.self)
      }
    }
    return all
  }
  func json(_ name: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(try bytes(name)))
    return value as? [String: Any] ?? [:]
  }
}
