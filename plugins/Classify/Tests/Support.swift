import Diagnostics
import Foundation
import StageKit
import StageTestKit
import Standards
import Tables
import Testing
import YAML

@testable import Classify

/// The folder of the package.
let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The packs of the project, read where they lie, and others that a test adds.
func standards(_ more: [String: String] = [:]) throws -> StandardLibrary {
  var files = more
  for name in ["ho-chi-minh-2021", "vn-2011", "vn-2016", "vn-2022", "vn-2027"].map({ "\($0).yaml" }) {
    let path = root.appending(path: "pipelines/standards/\(name)")
    files["s/\(name)"] = try String(contentsOf: path, encoding: .utf8)
  }
  return try StandardLibrary.load("s", namedAt: nil, .memory(files))
}

/// A household as a row of a file.
struct Household: Sendable {
  var area: String? = "rural"
  /// Thousands of đồng.
  var income: Int64? = 1500
  var flags: [Bool?] = Array(repeating: false, count: 12)
  var b1: Int64?
  var b2: Int64?

  /// One that lacks so many things.
  static func lacking(_ count: Int, area: String? = "rural", income: Int64? = 1500) -> Household {
    Household(area: area, income: income, flags: (0..<12).map { $0 < count })
  }
}

/// The rows of a test: area, income in three forms, flags, a number for each flag, points.
enum Rows {
  static let schema = Schema(
    [
      Field("area", .text, .label, sensitivity: .protected),
      Field("income_k", .int, .amount, unit: "nghìn đồng/người/tháng", sensitivity: .protected),
      Field("income", .int, .amount, sensitivity: .protected),
      Field("income_h", .decimal(scale: 2), .amount, sensitivity: .protected),
      Field("b1", .int, .amount), Field("b2", .int, .amount),
      Field("yearly", .int, .amount, unit: "nghìn đồng/người/năm"), Field("word", .text, .label),
    ] + (1...12).map { Field("d\($0)", .bool, .flag, sensitivity: .protected) }
      + (1...12).map { Field("n\($0)", .int, .amount) })

  static func batch(_ households: [Household]) -> Batch {
    var columns = schema.fields.map { ColumnBuilder($0.type) }
    for household in households {
      func append(_ index: Int, _ number: Int64?) { columns[index].append(units: number) }
      if let area = household.area {
        columns[0].append(text: area.utf8)
      } else {
        columns[0].append(missing: .blank)
      }
      append(1, household.income)
      append(2, household.income.flatMap { times($0, 1000) })
      append(3, household.income.flatMap { times($0, 100) })
      append(4, household.b1)
      append(5, household.b2)
      append(6, household.income)
      columns[7].append(text: "a".utf8)
      for (index, flag) in household.flags.enumerated() {
        if !columns[8 + index].append(bool: flag) { columns[8 + index].append(missing: .blank) }
        append(20 + index, flag.map { $0 ? 7 : -1 })
      }
    }
    return Batch(columns.map(\.column), count: households.count, origin: Origin(file: "ho.csv", firstLine: 2))
  }
}
/// The product, when it fits.
private func times(_ a: Int64, _ b: Int64) -> Int64? {
  let (product, over) = a.multipliedReportingOverflow(by: b)
  return over ? nil : product
}

/// The twelve indicators with columns of a name.
func deprivations(_ prefix: String, _ suffix: String = "") throws -> String {
  let ids = try #require(try standards()["vn-2022"]?.rules).indicators.map(\.id)
  return "{ " + ids.enumerated().map { "\($1): \(prefix)\($0 + 1)\(suffix)" }.joined(separator: ", ") + " }"
}
/// Options by which the rows of a test are classified by income.
func byIncome(_ column: String = "income_k", _ unit: String = "thousand_dong") throws -> String {
  "{ area: area, income: { column: \(column), unit: \(unit) }, deprivations: \(try deprivations("d")) }"
}
let byPoints = "{ area: area, points: { b1: b1, b2: b2 } }"

/// A step, planned.
struct PlannedStep {
  let planned: Planned<Schema, BatchWork>
  let mistakes: [Diagnostic]

  init(
    _ options: String, on iso: String? = "2024-12-14", packs: [String: String] = [:],
    schema: Schema = Rows.schema
  ) throws {
    let files = ProjectFiles.memory([:])
    let resources: [ObjectIdentifier: any Resource] = [
      ObjectIdentifier(StandardLibrary.self): try standards(packs)
    ]
    var planning = Planning(
      step: "phan-loai", range: nil,
      pipeline: PipelineInfo(name: "t", referenceDate: iso.flatMap { Day(iso: $0) }),
      loader: DocumentLoader(files: files), resources: resources)
    let decoded = try ClassifyOptions.decoded(from: parseYAML(options, file: "t.yaml"))
    planned = ClassifyHouseholds(decoded).plan(schema, &planning)
    mistakes = planning.problems.all
  }
  /// The English words of what is wrong, with the hints.
  var messages: [String] { mistakes.map { $0.message.en + ($0.hint.map { " — \($0.en)" } ?? "") } }

  /// What it makes of some households, in batches of a size.
  func made(_ households: [Household], batch size: Int = 1024) throws -> Made {
    #expect(messages == [])
    let work = try planned.work.prepare([:])
    let all = Rows.batch(households)
    var found = Findings()
    var parts: [Batch] = []
    for start in stride(from: 0, to: all.count, by: size) {
      parts.append(work(all.gathered(Array(start..<min(start + size, all.count))), &found))
    }
    return Made(schema: planned.output, parts: parts, found: found)
  }
}

/// What was made of households.
struct Made {
  let schema: Schema
  let parts: [Batch]
  let found: Findings

  func column(_ name: String) -> Column {
    let index = schema.index(of: name) ?? 0
    return Column.joined(parts.map { $0.columns[index] })
  }
  func texts(_ name: String) -> [String?] {
    guard case .text(let texts) = column(name) else { return [] }
    return (0..<texts.offsets.count - 1).map { row in
      texts.validity.map { $0[row] } ?? true ? String(decoding: texts[row], as: UTF8.self) : nil
    }
  }
  var classes: [String?] { texts("class") }
  var counts: [Int64?] {
    guard case .int(let values) = column("deprivation_count") else { return [] }
    return values.values.indices.map { row in
      values.validity.map { $0[row] } ?? true ? values.values[row] : nil
    }
  }
  /// `line code column` of every finding.
  var findings: [String] {
    found.steps.values.flatMap(\.kept).map { "\($0.line) \($0.code) \($0.column ?? "-")" }
  }
  var messages: [Phrase] { found.steps.values.flatMap(\.kept).map(\.message) }
}
