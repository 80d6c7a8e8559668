import Glibc

/// The example of each stage, as files that the program brings along.
///
/// Looked for from the folder of the program upward: `share/minhbach/examples/NAME.yaml` as the release archive has it,
/// else `plugins/*/Examples/NAME.yaml` in the source tree.
struct StageExamples: Sendable {
  private let start: String?

  init(from folder: String?) { start = folder }

  /// The examples of the running program.
  static let ofThisProgram = StageExamples(
    from: realpath("/proc/self/exe", nil).map { path in
      defer { free(path) }
      return String(cString: path).folder
    })

  /// The text of one stage's example; `nil` when the program brings none.
  func text(of stage: String) -> String? {
    var folder = start
    while let here = folder {
      let places =
        ["\(here)/share/minhbach/examples"]
        + TextFile.names(in: "\(here)/plugins").map {
          "\(here)/plugins/\($0)/Examples"
        }
      for place in places {
        if let text = TextFile.read("\(place)/\(stage).yaml") { return text }
      }
      folder = here == "/" ? nil : here.folder
    }
    return nil
  }
}

/// Small text files on the disk.
enum TextFile {
  /// The whole text of a file; `nil` when there is none that can be read.
  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
    return ferror(file) == 0 ? String(validating: bytes, as: UTF8.self) : nil
  }
  /// The names in a folder, sorted, without hidden ones; none when it is no folder.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
  /// Why the last call of the system failed, in the words of the system.
  static var lastError: String { String(cString: strerror(errno)) }
}
