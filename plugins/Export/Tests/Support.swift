import Diagnostics
import Export
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Tables
import Testing

/// Gives rows of every type of cells: as many as its option says.
struct GiveRows: SourceStage {
  static let name = "rows.give"
  static let summary = Phrase(vi: "Cho các dòng.", en: "Gives rows.")
  struct Options: StageOptions {
    @Option(vi: "Số dòng.", en: "How many.", default: 3) var rows: Int
    @Option(vi: "Số dòng một lô.", en: "Rows of a batch.", default: 2) var batchRows: Int
  }
  static let schema = Schema([
    Field("mã", .text, .code, sensitivity: .personal),
    Field("tên, họ", .text, .label, sensitivity: .personal),
    Field("n", .int, .count), Field("tiền", .decimal(scale: 2), .amount), Field("nghèo", .bool, .flag),
    Field("ngày", .date, .label), Field("x", .double, .amount),
  ])
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ plan: inout Planning) -> Planned<Schema, RowReader> {
    Planned(Self.schema, RowReader(rows: 0..<options.rows, size: options.batchRows))
  }
  /// Every row differs from the others, and every fifth has missing cells.
  static func batch(_ rows: Range<Int>) -> Batch {
    var columns = schema.fields.map { ColumnBuilder($0.type) }
    for row in rows {
      let names = ["Mẫu \(row)", "=1+\(row)", "", "a\"b\n", "Xã, Huyện"]
      columns[0].append(text: "0\(row)".utf8)
      columns[1].append(text: names[row % 5].utf8)
      guard row % 5 != 3 else {
        for column in 2..<7 { columns[column].append(missing: .withheld) }
        continue
      }
      columns[2].append(units: Int64(row) - 1)
      columns[3].append(units: Int64(row) * 1005)
      _ = columns[4].append(bool: row % 2 == 0)
      columns[5].append(units: 20_000 + Int64(row))
      _ = columns[6].append(double: Double(row) / 2)
    }
    return Batch(
      columns.map(\.column), count: rows.count, origin: Origin(file: "a", firstLine: rows.lowerBound))
  }
}
struct RowReader: SourceReader {
  var rows: Range<Int>
  let size: Int
  mutating func next(_ files: ProjectFiles) -> Batch? {
    guard !rows.isEmpty else { return nil }
    defer { rows = rows.dropFirst(size) }
    return GiveRows.batch(rows.prefix(size))
  }
  func share(_ index: Int, of count: Int) -> RowReader { self }
}
/// Gives what it takes, as a whole table.
struct KeepTable: TableStage {
  static let name = "table.keep"
  static let summary = Phrase(vi: "Giữ nguyên bảng.", en: "Keeps the table.")
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<One<Table>>, _ plan: inout Planning) -> Planned<
    Shapes<One<Table>>, TableWork<One<Table>, One<Table>>
  > {
    Planned(Shapes(inputs.table)) { (given, _) throws(StageError) in given }
  }
}
let testStages: [any Stage.Type] = Export::stages + [GiveRows.self, KeepTable.self]

/// What a pipeline of these steps publishes.
func published(_ steps: String, workers: Int = 2) async throws -> MemoryOutput {
  let files = ProjectFiles.memory(["p.yaml": "pipeline: t\nsteps:\n\(steps)\n"])
  let checked = try checkPipeline("p.yaml", stages: testStages, files: files)
  let output = MemoryOutput()
  let report = await Runner(checked, files: files, width: workers).run(into: output.output)
  #expect(report.failure == nil)
  return output
}
