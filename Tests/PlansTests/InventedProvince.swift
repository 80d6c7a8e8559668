import Diagnostics
import Figures
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Stages
import Tables
import Testing
import Units

@testable import Plans

/// Takes all rows, so that a step that reads a file can stand alone.
private struct TakeRows: SinkStage {
  static let name = "rows.take"
  static let summary = Phrase(vi: "Lấy mọi dòng.", en: "Takes all rows.")
  static let audience = Audience.office
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<One<Rows>>, _ plan: inout Planning) -> SinkWork<One<Rows>> {
    SinkWork { (given, _) throws(StageError) in
      try await given.table.forEach { (_) throws(StageError) in }
    }
  }
}

/// The committed files of the invented province.
enum InventedProvince {
  static let folder = "pipelines/tinh-mau"
  static let files = ProjectFiles.folder(Here.root)
  static let plans = ["tinh-mau-2024", "huyen-nui-biec-2024", "xa-nang-hien-2024"]

  /// The indicators of vn-2022 in the order of the flags d1 to d12.
  static let indicators = [
    "employment", "dependants", "nutrition", "insurance", "adult_education", "child_schooling",
    "housing_quality", "housing_space", "water", "toilet", "telecom", "devices",
  ]

  static func units() throws -> UnitRegistry {
    try UnitRegistry.load("\(folder)/units", namedAt: nil, files)
  }
  static func plan(_ id: String) throws -> Plan {
    try Plan.load("\(folder)/plans/\(id).yaml", namedAt: nil, files)
  }
  /// The rows of a small table, by the names of their columns.
  static func table(_ path: String) throws -> [[String: String]] {
    let text = String(decoding: try files.bytes("\(folder)/\(path)"), as: UTF8.self)
    let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let names = try #require(lines.first)
    return lines.dropFirst().map { cells in
      Dictionary(uniqueKeysWithValues: zip(names.map(String.init), cells.map(String.init)))
    }
  }

  /// What a committed schema makes of a file.
  static func read(_ file: String, by stage: String, schema: String) async throws -> NamedRows {
    let step = "\(folder)/step.yaml"
    let text = """
      pipeline: t
      steps:
        - { id: rows, use: \(stage), with: { files: data/\(file), schema: \(schema) } }
        - use: rows.take

      """
    let overlaid = ProjectFiles { (path, offset, count) throws(StageError) in
      guard path == step else { return try files.bytes(path, at: offset, count: count) }
      return Array(text.utf8.dropFirst(offset).prefix(count))
    } names: { (folder) throws(StageError) in
      try files.list(folder)
    }
    let pipeline = try checkPipeline(step, stages: allStages + [TakeRows.self], files: overlaid)
    let runner = Runner(pipeline, files: overlaid, width: 2)
    return NamedRows(try #require(try await runner.value(of: "rows") as? Table))
  }
}

/// The cells of a table by the names of their columns.
struct NamedRows {
  let rows: Batch
  private let names: [String]
  init(_ table: Table) {
    rows = table.rows
    names = table.schema.fields.map(\.name)
  }
  private func column(_ name: String) -> Column {
    guard let index = names.firstIndex(of: name) else { preconditionFailure("no column '\(name)'") }
    return rows.columns[index]
  }
  func text(_ name: String, _ row: Int) -> String {
    guard case .text(let cells) = column(name), !column(name).isMissing(row) else { return "" }
    return String(decoding: cells[row], as: UTF8.self)
  }
  func number(_ name: String, _ row: Int) -> Int64? {
    guard case .int(let cells) = column(name), !column(name).isMissing(row) else { return nil }
    return cells.values[row]
  }
  func day(_ name: String, _ row: Int) -> Day? {
    guard case .date(let cells) = column(name), !column(name).isMissing(row) else { return nil }
    return Day(number: cells.values[row])
  }
  func flags(_ row: Int) -> [Bool] {
    (1...12).map { number in
      guard case .bool(let cells) = column("d\(number)") else { return false }
      return cells.bits[row]
    }
  }
  func count(_ condition: (Int) -> Bool) -> Int { (0..<rows.count).count(where: condition) }
}
extension NamedRows {
  /// The cells of a row as one text.
  func whole(_ row: Int) -> String { "\(rows.columns.map { $0.gathered([row]) })" }
  /// How many rows have the value of another row.
  func repeated(_ value: (Int) -> String) -> Int {
    let values = (0..<rows.count).map(value)
    return values.count - Set(values).count
  }
}
