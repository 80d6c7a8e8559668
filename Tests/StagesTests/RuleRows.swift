import Foundation

/// Rows of one sheet of rules: what is right, and for every rule a row that it passes and one that it fails.
struct RuleRows: Sendable {
  /// A rule with rows that differ from the right one in some cells; several where a rule compares rows.
  struct Case: Sendable {
    let rule: String
    var pass: [[String: String]] = [[:]]
    let fail: [[String: String]]
  }
  /// The name of the sheet in `pipelines/rules`.
  let sheet: String
  /// The columns with their types.
  let columns: [(name: String, type: String)]
  let right: [String: String]
  /// The rows of the other table, by its step, and its only column.
  var other: (step: String, column: String, rows: [String])?
  let cases: [Case]

  /// Every sheet of rules for rows.
  static let all = [household, member, people, years, left]

  /// Several columns of one type.
  static func columns(_ type: String, _ names: String) -> [(name: String, type: String)] {
    names.split(separator: " ").map { (String($0), type) }
  }
  /// One row that passes, and one that fails, which differ from the right one in some cells.
  static func rule(_ rule: String, pass: [String: String] = [:], fail: [String: String]) -> Case {
    Case(rule: rule, pass: [pass], fail: [fail])
  }
  /// Two rows that pass, and two that fail.
  static func rows(_ rule: String, pass: [[String: String]], fail: [[String: String]]) -> Case {
    Case(rule: rule, pass: pass, fail: fail)
  }
}

// The steps that carry a sheet out on such rows.
extension RuleRows {
  /// A sheet as it lies in the project.
  static func text(_ sheet: String) throws -> String {
    let path = StageContractTests.root.appending(path: "pipelines/rules/\(sheet).yaml")
    return try String(contentsOf: path, encoding: .utf8)
  }
  /// The sheet and the rows, which differ from the right one in some cells, as the files of a project.
  func files(_ rows: [[String: String]]) throws -> [String: String] {
    let lines = rows.map { cells in
      let row = right.merging(cells) { $1 }
      return columns.map { row[$0.name] ?? "" }.joined(separator: ",")
    }
    let head = columns.map(\.name).joined(separator: ",")
    var files = [
      "r.yaml": try Self.text(sheet), "a.csv": ([head] + lines).joined(separator: "\n") + "\n",
    ]
    if let other { files["b.csv"] = ([other.column] + other.rows).joined(separator: "\n") + "\n" }
    return files
  }
  /// The step that reads the rows.
  func reading(_ id: String) -> String {
    let types = columns.map { column in
      "\(column.name): { type: \(column.type)\(column.type == "int" ? ", role: amount" : "") }"
    }.joined(separator: ", ")
    return "  - { id: \(id), use: csv.read, with: { files: a.csv, schema: { columns: { \(types) } } } }\n"
  }
  /// The steps that read the other table, if there is one, and check the rows of a step `a`.
  func validating(_ id: String) -> String {
    let schema = other.map { "{ files: b.csv, schema: { columns: { \($0.column): {} } } }" }
    let reading = other.map { "  - { id: \($0.step), use: csv.read, with: \(schema ?? "") }\n" } ?? ""
    let port = other.map { ", references: [\($0.step)]" } ?? ""
    return reading
      + "  - { id: \(id), use: rows.validate, from: { table: a\(port) }, with: { rules: r.yaml }, expect: { min_rows: 0 } }\n"
  }
}
