import Diagnostics
import StageKit
import StageTestKit

@testable import Pipelines

let exampleStages: [any Stage.Type] = [
  ReadPeople.self, CheckPeople.self, DropColumns.self, CopyColumn.self, SumPeople.self, ReleaseTable.self,
  JoinTables.self, CountTables.self, MakeFigures.self, ReleaseFigures.self, ListFigures.self, MakeTable.self,
  NameUnit.self,
  WriteRows.self, AppendRows.self, PublishTable.self, LeakRows.self, PublishFigures.self, WriteLedger.self,
  ComputeColumn.self, AttachColumn.self, MarkRows.self, LieOfColumn.self, LongestName.self, TellRows.self,
  ReleaseNotices.self, PublishWords.self,
]

/// A small pipeline over three files: rows for the office, sums for everybody.
struct Example {
  var text: String
  var files: [String: String]

  init(_ text: String = Self.pipeline(), files: [String: String] = Self.people) {
    (self.text, self.files) = (text, files)
  }
  static func pipeline(
    pieceBytes: Int = 64, batchRows: Int = 3, edition: String = "2024.1", publish: String = "",
    more: String = ""
  ) -> String {
    """
    pipeline: vi-du
    params: { least: { default: 1 } }
    edition: { id: "\(edition)", date: 2024-12-31 }
    steps:
      - id: people
        use: people.read
        with: { files: [a.txt, b.txt, c.txt], piece_bytes: \(pieceBytes), batch_rows: \(batchRows) }
      - id: valid
        use: people.check
        with: { column: members, at_least: { param: least } }
      - { use: rows.write }
      - id: sums
        use: people.sum
        from: valid
        with: { by: commune, sum: [members, income] }
      - { id: shown, use: table.release }
      - use: table.publish
        with: { \(publish) }
    \(more)
    """
  }
  /// Households that are always the same: every 17th has no members, every 31st no readable income.
  static let people = [
    "a.txt": households(0..<70), "b.txt": households(70..<90), "c.txt": households(90..<150),
  ]
  static func households(_ range: Range<Int>) -> String {
    range.map { number in
      let commune = ["Cà Mau", "Đầm Dơi", "Năm Căn", "U Minh"][number * 7919 % 13 % 4]
      let income = number % 31 == 0 ? "x" : "\(number * 7919 % 3000).\(number % 10)"
      return "\(commune),Chủ hộ \(number),\(number % 17 == 0 ? 0 : number % 5 + 1),\(income)\n"
    }.joined()
  }

  func checked(set: [String] = []) throws(Diagnostics) -> CheckedPipeline {
    try checkPipeline("p.yaml", stages: exampleStages, files: all, set: set)
  }
  var all: ProjectFiles { .memory(files.merging(["p.yaml": text]) { $1 }) }
  func runner(width: Int = 2, set: [String] = []) throws(Diagnostics) -> Runner {
    Runner(try checked(set: set), files: all, width: width)
  }
  /// Runs into memory.
  func run(width: Int = 2) async throws -> (output: MemoryOutput, report: RunReport) {
    let output = MemoryOutput()
    return (output, try await runner(width: width).run(into: output.output))
  }
}

extension MemoryOutput {
  /// Everything published, as one text.
  var whole: String { paths.map { "\($0)\n\(self[$0] ?? "")" }.joined() }
}
extension RunReport {
  /// All that does not depend on the clock, as one text.
  var whole: String {
    let steps = steps.map {
      "\($0.id) \($0.use) \($0.kind) \($0.rowsIn ?? -1) \($0.rowsOut ?? -1) \($0.counts)"
    }
    return steps.joined(separator: "\n") + "\n" + String(decoding: findingLines, as: UTF8.self)
  }
}
