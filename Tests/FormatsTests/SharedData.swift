import Foundation

/// Files outside the project that a test compares with, where they are there.
enum SharedData {
  /// The folder of the project, found from this file.
  static let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let data = project.deletingLastPathComponent().appendingPathComponent("shared/data")
  /// The cases of csv-spectrum, a public suite.
  static let spectrum = data.appendingPathComponent("conformance/csv-spectrum")
  /// Exports of the statistics office.
  static let exports = data.appendingPathComponent("csv")
  /// Exports of the same shapes with invented contents, which are part of the project.
  static let ownExports = project.appendingPathComponent("Tests/FormatsTests/Exports")

  static func exists(_ place: URL) -> Bool { FileManager.default.fileExists(atPath: place.path) }
  /// The names of the files in a folder that end so, without the end, sorted; none where it is not there.
  static func names(in folder: URL, endingIn end: String) -> [String] {
    guard let all = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    return all.compactMap { $0 as? String }.filter { $0.hasSuffix(end) }.map {
      String($0.dropLast(end.count))
    }
    .sorted()
  }
  static func bytes(_ place: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: place)) }
}
