import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Pipelines

/// Fewer rows than are expected.
@Suite struct EmptyRunTests {
  static func text(read: String = "", check: String = "", sum: String = "", last: String = "rows.write")
    -> String
  {
    """
    pipeline: t
    steps:
      - { id: people, use: people.read, with: { files: [a.txt] }\(read) }
      - { id: valid, use: people.check, with: { column: members }\(check) }
      - { id: sums, use: people.sum, with: { by: commune }\(sum) }
      - { use: \(last) }
    """
  }
  static let two = ["a.txt": "a,h,1,1\nb,h,1,1\n"]
  static let none = ["a.txt": ""]
  static let bad = ["a.txt": "a,h,0,1\nb,h,0,1\n"]

  /// That none may be right is said only when there are none.
  static func hint(_ rows: Int) -> Phrase {
    Phrase(
      vi: "office/run.json ghi mỗi bước nhận, giữ và loại bao nhiêu dòng"
        + (rows == 0 ? "; nếu không có dòng nào cũng đúng, ghi expect: { min_rows: 0 }" : ""),
      en: "office/run.json has how many rows each step was given, kept and rejected"
        + (rows == 0 ? "; if no rows are right, write `expect: { min_rows: 0 }`" : ""))
  }

  @Test(arguments: [
    (text(), none, "people", 0, 1), (text(), bad, "valid", 0, 1),
    (text(check: ", expect: { min_rows: 0 }"), none, "people", 0, 1),
    (text(read: ", expect: { min_rows: 0 }"), none, "valid", 0, 1),
    (text(read: ", expect: { min_rows: 3 }"), two, "people", 2, 3),
    (text(check: ", expect: { min_rows: 3 }"), two, "valid", 2, 3),
    (text(sum: ", expect: { min_rows: 3 }"), two, "sums", 2, 3),
    (text(read: ", expect: { min_rows: 1 }", check: ", expect: { min_rows: 0 }"), none, "people", 0, 1),
  ]) func `too few rows are told with the step, and nothing is published`(
    _ text: String, _ files: [String: String], _ step: String, _ rows: Int, _ wanted: Int
  ) async throws {
    for width in [1, 2] {
      let (output, report) = try await Example(text, files: files).run(width: width)
      #expect(output.paths.isEmpty)
      #expect(
        report.failure
          == StageError(
            Phrase(
              vi: "bước '\(step)' cho \(rows) dòng, cần ít nhất \(wanted)",
              en: "step '\(step)' gave \(rows) rows, and at least \(wanted) are expected"),
            hint: Self.hint(rows), cause: .data))
    }
  }
  @Test(arguments: [
    ("{ max_rejected: 1 }", 0), ("{ max_rejected: 2 }", 0), ("{ max_rejected: 50% }", 0),
    ("{ max_rejected: 0 }", 1), ("{ max_rejected: 49.9999% }", 1), ("{ max_rejected: 0, min_rows: 9 }", 1),
    ("{ max_rejected: 0% , min_rows: 0 }", 1),
  ]) func `a step may reject so many rows and no more`(_ expect: String, _ failures: Int) async throws {
    let files = ["a.txt": "a,h,0,1\nb,h,1,1\n"]
    for width in [1, 2] {
      let (output, report) = try await Example(Self.text(check: ", expect: \(expect)"), files: files)
        .run(width: width)
      #expect((report.failure == nil) == (failures == 0))
      #expect(report.rejected.map(\.rows) == [1])
      guard let failure = report.failure else { continue }
      #expect(output.paths.isEmpty && failure.cause == .data)
      #expect(failure.message.en.hasPrefix("step 'valid' rejected 1 of 2 rows, more than "))
    }
  }
  @Test(arguments: [1, 2]) func `what a source rejects is limited too, and the office gets the rows`(
    _ width: Int
  ) async throws {
    let records = Records(
      Records.read("a.csv").replacing("- { ", with: "- { expect: { max_rejected: 1 }, ")
        + "  - { use: rows.write }\n", ["a.csv": "h\ng;x\ng;k;1\ng;y\n"])
    let folder = try TemporaryFolder()
    let report = try await records.runner(width: width).run(into: .folder(folder.path))
    #expect(report.failure?.message.en == "step 'read' rejected 2 of 3 rows, more than 1")
    #expect(report.failure?.message.vi == "bước 'read' loại 2 trong 3 dòng, quá mức 1")
    #expect(try folder.read("office/rejected/a.csv") == "h\ng;x\ng;y\n")
    #expect(report.rejectedCount == 2 && report.foundCount == 2)
  }
  @Test func `parts are judged by the limit when they are joined`() async throws {
    let text = Self.text(check: ", expect: { max_rejected: 1 }")
    let runner = try Example(text, files: ["a.txt": "a,h,0,1\nb,h,0,1\nb,h,1,1\n"]).runner()
    let parts = [try await runner.partial(0, of: 2), try await runner.partial(1, of: 2)]
    let report = try await runner.merge(parts, into: MemoryOutput().output)
    #expect(report.failure?.message.en == "step 'valid' rejected 2 of 3 rows, more than 1")
  }
  @Test(arguments: [
    (text(read: ", expect: { min_rows: 0 }", check: ", expect: { min_rows: 0 }"), none, ""),
    (text(check: ", expect: { min_rows: 0 }"), bad, ""),
    (text(read: ", expect: { min_rows: 2 }"), two, "a,1\nb,1\n"),
    (text(sum: ", expect: { min_rows: 2 }"), two, "a,1\nb,1\n"),
  ]) func `as few rows as are expected are right`(
    _ text: String, _ files: [String: String], _ rows: String
  ) async throws {
    let (output, report) = try await Example(text, files: files).run()
    #expect(report.failure == nil)
    #expect(output["office/rows.txt"] == rows)
  }
  @Test func `a table of no rows has its columns`() async throws {
    let text =
      Self.text(read: ", expect: { min_rows: 0 }", check: ", expect: { min_rows: 0 }")
      + "\n  - { id: n, use: tables.count, from: [valid, sums] }\n  - { id: w, use: rows.write, with: { file: n } }"
    let example = Example(text, files: Self.none)
    #expect(try await example.run().output["office/n"] == "0\n0\n")
    let valid = try #require(try await example.runner().value(of: "valid") as? Table)
    #expect(valid.rows.count == 0 && valid.rows.columns.map(\.count) == [0, 0, 0, 0])
  }
  @Test func `a stream that nobody takes is not run, and not missed`() async throws {
    let text = Self.text() + "\n  - { id: alone, use: people.read, with: { files: [missing.txt] } }"
    let (output, report) = try await Example(text, files: Self.two).run()
    #expect(report.failure == nil && output.paths == ["office/rows.txt"])
    #expect(report.steps.last?.id == "alone" && report.steps.last?.rowsOut == nil)
  }
}
