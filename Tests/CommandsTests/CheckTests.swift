import Foundation
import Testing

@testable import Commands

/// Pipelines that are refused: the whole message in both languages, and the exit status.
@Suite struct CheckTests {
  static let refusals = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "Refusals")
  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: refusals.path)) ?? []).filter {
      $0.hasSuffix(".yaml")
    }.map { String($0.dropLast(5)) }.sorted()

  @Test func `there are refusals`() { #expect(Self.cases.count >= 13) }
  @Test(arguments: cases) func `what is wrong is told in both languages`(name: String) async throws {
    let file = Self.refusals.appending(path: "\(name).yaml")
    let folder = try TemporaryFolder(["p.yaml": String(contentsOf: file, encoding: .utf8)])
    for language in ["vi", "en"] {
      let found = await outcome("check \(folder.path)/p.yaml --lang \(language)")
      #expect(found.status == 2)
      #expect(found.out.isEmpty)
      let told = found.err.replacing("\(folder.path)/p.yaml", with: "\(name).yaml")
      let golden = Self.refusals.appending(path: "\(name).\(language).txt")
      if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
        try told.write(to: golden, atomically: true, encoding: .utf8)
      }
      // One that is not there yet is an empty text, which no refusal is.
      let expected = (try? String(contentsOf: golden, encoding: .utf8)) ?? ""
      #expect(
        told == expected,
        "read \(golden.lastPathComponent) after: UPDATE_GOLDENS=1 swift test --disable-xctest --filter CheckTests"
      )
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
