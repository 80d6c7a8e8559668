import Foundation
import Testing

/// The project of `init`, run once; for commands that only read it.
enum ExampleRun {
  /// The project, with its results in `ra`, invented households in `ho.csv`, an empty file `tep`, and `sai.yaml`, which is
  /// no pipeline.
  static let made = Result {
    let project = try TemporaryProject([
      "tep": "", "sai.yaml": "pipeline: sai\nsteps:\n  - { use: csv.raed }\n",
    ])
    for line in [
      "init .", "run vi-du/pipeline.yaml --output ra --quiet", "simulate --rows 20 --output ho.csv --quiet",
    ] {
      let found = try project.run(line)
      guard found.status == 0 else { throw Failed(text: "\(line): \(found.err)") }
    }
    return project
  }
  struct Failed: Error { let text: String }
}

/// A command line of words parted by blanks, and how it ends.
struct CommandLine: Sendable, CustomTestStringConvertible {
  let line: String
  let status: Int32
  init(_ line: String, _ status: Int32 = 0) { (self.line, self.status) = (line, status) }
  var testDescription: String { "\(line) → \(status)" }
}

extension TemporaryProject {
  /// The objects that a command wrote, one or a list of them on each line.
  func json(_ line: String) throws -> (status: Int32, objects: [[String: Any]]) {
    let found = try run(line)
    #expect(found.err.isEmpty, "\(line): \(found.err)")
    let objects = try found.out.split(separator: "\n").flatMap { line -> [[String: Any]] in
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return try #require((value as? [String: Any]).map { [$0] } ?? value as? [[String: Any]], "\(line)")
    }
    return (found.status, objects)
  }
}
