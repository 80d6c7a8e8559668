import Diagnostics
import StageKit
import Tables

/// Counts rows by a column and adds others up, in 128 bits.
struct SumPeople: ReduceStage {
  static let name = "people.sum"
  static let summary = Phrase(vi: "Cộng theo một cột.", en: "Adds up by a column.")
  struct Options: StageOptions {
    @Option(vi: "Theo cột.", en: "By this column.") var by: ColumnName
    @Option(vi: "Cộng các cột.", en: "Adds these up.", default: []) var sum: [ColumnName]
  }
  private let options: Options
  init(_ options: Options) { self.options = options }

  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, PeopleSums> {
    let key = plan.column(options.by, in: input)
    let sums = options.sum.compactMap { plan.summable($0, in: input) }
    let totals = sums.map { found in
      Field("sum_\(found.field.name)", found.field.type, found.field.role, from: [found.field.name])
    }
    let schema = Schema(
      [key?.field ?? Field("key", .text, .code), Field("rows", .int, .count, from: [])] + totals)
    return Planned(schema, PeopleSums(key: key?.index ?? 0, sums: sums.map(\.index), schema: schema))
  }
}

/// Sums by key.
struct PeopleSums: ReduceState {
  private let key: Int
  private let sums: [Int]
  private let schema: Schema
  private var table: GroupTable

  init(key: Int, sums: [Int], schema: Schema) {
    (self.key, self.sums, self.schema) = (key, sums, schema)
    table = GroupTable(width: sums.count + 1)
  }
  mutating func add(_ batch: Batch) {
    table.add([batch.columns[key]], [nil] + sums.map { batch.columns[$0] }, count: batch.count)
  }
  mutating func merge(_ other: PeopleSums) { table.merge(other.table) }
  func write(to bytes: inout ByteWriter) { table.write(to: &bytes) }
  mutating func read(from bytes: inout ByteReader) throws(StateError) { try table.read(from: &bytes) }
  func finish(_ findings: inout Findings) -> Batch {
    var builders = schema.fields.map { ColumnBuilder($0.type) }
    for (key, sums) in table.sorted {
      var key = key[...]
      builders[0].append(fromKey: &key)
      for (index, sum) in sums.enumerated() {
        let fitting = Int64(exactly: sum)
        builders[index + 1].append(units: fitting)
        guard fitting == nil else { continue }
        let name = schema.fields[index + 1].name
        findings.add(
          "people.too-large", file: "", line: 0, column: name,
          Phrase(vi: "tổng \(sum) quá lớn", en: "the sum \(sum) is too large"))
      }
    }
    return Batch(builders.map(\.column), count: table.count)
  }
}
