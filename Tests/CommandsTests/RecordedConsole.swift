import Foundation
import Synchronization

@testable import Commands

/// A console that keeps what is written to it.
final class RecordedConsole: Sendable {
  private let written = Mutex((out: "", err: ""))
  let variables: [String: String]
  let terminalWidth: Int?
  /// Its time stands still, however busy the machine is.
  private let start = ContinuousClock.now

  init(_ variables: [String: String] = [:], terminalWidth: Int? = nil) {
    (self.variables, self.terminalWidth) = (variables, terminalWidth)
  }
  var out: String { written.withLock { $0.out } }
  var err: String { written.withLock { $0.err } }
  var console: Console {
    Console(
      out: { text in self.written.withLock { $0.out += text } },
      err: { text in self.written.withLock { $0.err += text } }, variable: { self.variables[$0] },
      terminalWidth: terminalWidth, now: { [start] in start })
  }
}

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
  // A left-over in the temporary folder harms nobody.
  deinit { try? FileManager.default.removeItem(atPath: path) }
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }
  func read(_ name: String) throws -> String {
    try String(contentsOf: URL(filePath: "\(path)/\(name)"), encoding: .utf8)
  }
}

/// What one command line gave.
struct Outcome: Sendable {
  let status: Int32
  let out: String
  let err: String
  var firstError: String { err.split(separator: "\n").first.map(String.init) ?? "" }
}

/// Runs a command line, split at spaces, with the stages of these tests.
func outcome(_ line: String, _ variables: [String: String] = [:]) async -> Outcome {
  let recorded = RecordedConsole(variables)
  let command = Command(stages: [CountWords.self, KeepAll.self, MakeText.self, PublishText.self])
  let words = line.split(separator: " ").map(String.init)
  let status = await command.run(words, console: recorded.console)
  return Outcome(status: status, out: recorded.out, err: recorded.err)
}
