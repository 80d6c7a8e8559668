import Foundation
import Testing

@testable import Commands

/// Pipelines that are refused: the whole message in both languages, and the exit status.
@Suite struct CheckTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let file: String
    let vi: String
    let en: String
    var testDescription: String { name }
  }
  static let cases = [
    Case(
      name: "an unknown stage", file: "pipeline: a\nsteps:\n  - use: text.mak\n    with: { text: a }\n",
      vi: """
        F:3:10: lỗi: không có công đoạn 'text.mak' [pipeline.unknown-stage]
         3 |   - use: text.mak
           |          ^^^^^^^^
        gợi ý: có phải ý bạn là 'text.make'?

        1 lỗi

        """,
      en: """
        F:3:10: error: no stage 'text.mak' [pipeline.unknown-stage]
         3 |   - use: text.mak
           |          ^^^^^^^^
        hint: did you mean 'text.make'?

        1 error

        """)
  ]

  @Test(arguments: cases) func `what is wrong is told in both languages`(_ item: Case) async throws {
    let folder = try TemporaryFolder(["p.yaml": item.file])
    for (language, expected) in [("vi", item.vi), ("en", item.en)] {
      let found = await outcome("check \(folder.path)/p.yaml --lang \(language)")
      #expect(found.status == 2)
      #expect(found.err.replacing("\(folder.path)/p.yaml", with: "F") == expected)
      #expect(found.out.isEmpty)
    }
  }
  @Test func `a right pipeline is told, and quietly passed`() async throws {
    let folder = try TemporaryFolder(["p.yaml": RunTests.pipeline("a")])
    #expect(
      await outcome("check \(folder.path)/p.yaml --lang vi").out == "\(folder.path)/p.yaml: đúng, 2 bước\n")
    #expect(
      await outcome("check \(folder.path)/p.yaml --lang en").out == "\(folder.path)/p.yaml: right, 2 steps\n")
    let quiet = await outcome("check \(folder.path)/p.yaml --quiet")
    #expect(quiet.status == 0 && quiet.out.isEmpty && quiet.err.isEmpty)
  }
  @Test func `all files are checked in one pass`() async throws {
    let folder = try TemporaryFolder([
      "a.yaml": "pipeline: a\n", "b.yaml": RunTests.pipeline("b"), "c.yaml": "pipeline: c\n",
    ])
    let path = folder.path
    let found = await outcome("check \(path)/a.yaml \(path)/b.yaml \(path)/c.yaml --lang en")
    #expect(found.status == 2)
    #expect(found.err.contains("/a.yaml:1:1: error: ") && found.err.contains("/c.yaml:1:1: error: "))
    #expect(found.out == "\(path)/b.yaml: right, 2 steps\n")
  }
  @Test func `a file that is not there is told with the nearest name`() async throws {
    let folder = try TemporaryFolder(["pipeline.yaml": ""])
    let found = await outcome("check \(folder.path)/pipelin.yaml --lang en")
    #expect(found.status == 2)
    #expect(
      found.err == """
        error: there is no file '\(folder.path)/pipelin.yaml' [files.unreadable]
        hint: did you mean 'pipeline.yaml'?

        1 error

        """)
  }
}
