import Diagnostics
import Foundation
import Pipelines
import StageKit
import StageTestKit

/// A step that gives rows; every cell is quoted, so that YAML makes nothing of it.
func give(
  _ id: String, _ columns: String, _ rows: [[String]], file: String = "a.csv"
) -> String {
  let lines = rows.map { row in
    "[" + row.map { "'\($0.replacing("'", with: "''"))'" }.joined(separator: ", ") + "]"
  }
  return
    "  - { id: \(id), use: rows.give, with: { file: \(file), columns: { \(columns) }, rows: [\(lines.joined(separator: ", "))] }, expect: { min_rows: 0 } }\n"
}
/// The step of interest, which may give no rows.
func step(_ use: String, _ options: String, from: String = "in") -> String {
  "  - { id: out, use: \(use), from: \(from), with: { \(options) }, expect: { min_rows: 0 } }\n"
}
/// What is wrong with a pipeline of some steps.
func mistakes(_ steps: String) -> [Diagnostic] {
  let files = ["p.yaml": "pipeline: t\nsteps:\n\(steps)\n"]
  do throws(Diagnostics) { _ = try checkPipeline("p.yaml", stages: testStages, files: .memory(files)) } catch
  {
    return error.all
  }
  return []
}
extension Outcome {
  /// The cells of every row, a missing one as `-` whatever its reason.
  var cells: [[String]] {
    rows.map { $0.components(separatedBy: " | ").map { $0.hasPrefix("(") ? "-" : $0 } }
  }
  /// One cell of every row.
  func column(_ index: Int) -> [String] { cells.map { $0[index] } }
}
