import Diagnostics
import Expressions
import Foundation
import Tables
import Testing

/// Random expressions and rows, in columns, row by row, and in SQLite where that means the same.
@Suite struct RandomTests {
  private static let isSlow = ProcessInfo.processInfo.environment["SLOW"] == "1"
  private static let rowCount = 100

  @Test(arguments: 0..<8) func `columns give what the slow twin and SQLite give`(seed: Int) throws {
    var maker = SampleMaker(seed: UInt64(seed), isShared: true)
    var table = RandomTable(rows: Self.rowCount, from: &maker)
    var database = try Database(table)
    for number in 0..<(Self.isSlow ? 1_300 : 260) {
      if number % 50 == 49 {
        table = RandomTable(rows: Self.rowCount, from: &maker)
        database = try Database(table)
      }
      let sample = maker.sample(maker.one([.int, .text, .bool]), 5)
      guard !sample.isNull else { continue }
      let found = try check(sample, table, "seed \(seed)")
      try compare(sample, found, database, "seed \(seed)")
    }
  }
  @Test(arguments: 100..<108) func `decimals and days give what the slow twin gives`(seed: Int) throws {
    var maker = SampleMaker(seed: UInt64(seed), isShared: false)
    var table = RandomTable(rows: Self.rowCount, from: &maker)
    for number in 0..<(Self.isSlow ? 1_250 : 125) {
      if number % 25 == 24 { table = RandomTable(rows: Self.rowCount, from: &maker) }
      let kind: Sample.Kind = maker.one([.int, .number(scale: 1), .number(scale: 6), .date, .text, .bool])
      let sample = maker.sample(kind, 4)
      guard !sample.isNull else { continue }
      _ = try check(sample, table, "seed \(seed)")
    }
  }

  /// What the columns give, once it is what the twin gives; `nil` where a number did not fit.
  private func check(_ sample: Sample, _ table: RandomTable, _ name: String) throws -> [Value?] {
    let text = sample.text(.expressions)
    let result: Evaluated
    do throws(ExpressionProblems) {
      result = try Expression.parse(text).typed(in: table.schema, referenceDate: Households.day).evaluate(
        table.batch)
    } catch {
      // Years and percentages are not added up, of which the maker of samples knows nothing.
      if error.all.contains(where: { $0.code != "expression.unit" }) {
        Issue.record("\(name): \(text): \(error.all.map(\.message.en))")
      }
      return []
    }
    return table.rows.indices.map { row in
      let (expected, isOver) = Twin.result(sample, table.rows[row])
      let found = result.column.value(row)
      if found != expected || isOver != (result.overflow?[row] ?? false) {
        Issue.record(
          "\(name): \(text.debugDescription)\n\(table.rows[row])\ncolumns: \(found), twin: \(expected), over: \(isOver)"
        )
      }
      return isOver ? nil : found
    }
  }
  private func compare(_ sample: Sample, _ found: [Value?], _ database: Database, _ name: String) throws {
    let sql = sample.text(.sqlite)
    let theirs: [Value]
    do throws(Database.Failure) {
      theirs = try database.column("SELECT \(sql) FROM rows ORDER BY rowid")
    } catch {
      // SQLite stops the whole query where the sum of a sign and the least number does not fit.
      if !found.contains(nil) { Issue.record("\(name): \(sql): \(error.message)") }
      return
    }
    for (ours, theirs) in zip(found, theirs) {
      guard let ours else { continue }
      let number = ours == .bool(true) ? .number(1) : ours == .bool(false) ? .number(0) : ours
      if number != theirs { Issue.record("\(name): \(sql)\ncolumns: \(ours), SQLite: \(theirs)") }
    }
  }
}

/// Rows both as columns and one by one.
struct RandomTable {
  let schema: Schema
  let rows: [[String: Value]]
  let batch: Batch

  init(rows count: Int, from maker: inout SampleMaker) {
    let schema = maker.schema
    let rows = (0..<count).map { _ in maker.row() }
    let columns = schema.fields.map { field in
      var builder = ColumnBuilder(field.type)
      for row in rows { builder.append(row[field.name] ?? .missing) }
      return builder.column
    }
    (self.schema, self.rows, batch) = (schema, rows, Batch(columns, count: count))
  }
}
extension ColumnBuilder {
  fileprivate mutating func append(_ value: Value) {
    switch value {
    case .missing: append(missing: .blank)
    case .number(let number): append(units: number)
    case .text(let text): append(text: text.utf8)
    case .bool(let bool): _ = append(bool: bool)
    }
  }
}
extension Column {
  fileprivate func value(_ row: Int) -> Value {
    guard !isMissing(row) else { return .missing }
    return switch self {
    case .int(let c): .number(c.values[row])
    case .decimal(let c): .number(c.units.values[row])
    case .double: .missing
    case .text(let c): .text(String(decoding: c[row], as: UTF8.self))
    case .bool(let c): .bool(c.bits[row])
    case .date(let c): .number(Int64(c.values[row]))
    }
  }
}
extension Database {
  fileprivate convenience init(_ table: RandomTable) throws {
    try self.init()
    let columns = table.schema.fields.map { "\($0.name) \($0.type == .text ? "TEXT" : "INTEGER")" }
    try run("CREATE TABLE rows (\(columns.joined(separator: ", ")))")
    for row in table.rows {
      let cells = table.schema.fields.map { field -> String in
        let kind: Sample.Kind = field.type == .text ? .text : field.type == .bool ? .bool : .int
        return Sample.constant(row[field.name] ?? .missing, kind).text(.sqlite)
      }
      try run("INSERT INTO rows VALUES (\(cells.joined(separator: ", ")))")
    }
  }
}
