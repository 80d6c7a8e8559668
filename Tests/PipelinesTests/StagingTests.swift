import Diagnostics
import StageKit
import StageTestKit
import Testing

@testable import Pipelines

/// Where sinks write, in a folder and in memory alike.
@Suite struct StagingTests {
  enum Place: String, CaseIterable { case folder, memory }
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }
  private func report(_ text: String, _ place: Place) async throws -> RunReport {
    let output = place == .folder ? Output.folder(folder.path) : MemoryOutput().output
    return try await Example(text).runner().run(into: output)
  }

  @Test(arguments: Place.allCases) func `two sinks that write one path are told by name`(place: Place)
    async throws
  {
    let report = try await report(
      Example.pipeline(more: "\n  - { id: again, use: table.publish, from: shown }"), place)
    let names = "'table.publish'", other = "'again'"
    #expect(
      report.failure?.message
        == (place == .folder
          ? Phrase(
            vi: "hai bước \(names) và \(other) cùng ghi 'index.html'",
            en: "the steps \(names) and \(other) both write 'index.html'")
          : Phrase(vi: "'index.html' được ghi hai lần", en: "'index.html' is written twice")))
  }
  @Test(arguments: Place.allCases) func `the office and everybody may have one name each`(place: Place)
    async throws
  {
    let more = "\n  - { id: w, use: rows.write, from: sums, with: { file: index.html } }"
    #expect(try await report(Example.pipeline(more: more), place).failure == nil)
  }
  @Test(arguments: Place.allCases, ["../x", "a/../../x", "/x", "a//b", "a/", "", ".", "a/.", "a\0b"])
  func `a path that leaves the folder is refused`(_ place: Place, _ path: String) async throws {
    let quoted = path.replacing("\0", with: "\\0")
    let report = try await report(Example.pipeline(publish: "files: [\"\(quoted)\"]"), place)
    #expect(
      report.failure?.message
        == Phrase(
          vi: "'\(path)' không phải tên tệp trong thư mục kết quả",
          en: "'\(path)' is no file inside the output folder"))
    #expect(folder.tree("public").isEmpty)
  }
  @Test(arguments: ["lan-cong-bo.json"]) func `what the program writes for everybody no stage writes`(
    path: String
  ) async throws {
    let report = try await report(Example.pipeline(publish: "files: [\(path)]"), .folder)
    #expect(
      report.failure?.message
        == Phrase(vi: "'\(path)' do chương trình tự ghi", en: "'\(path)' is written by the program itself"))
  }
  @Test(arguments: ["run.json", "findings.ndjson"])
  func `what the program writes for the office no stage writes`(
    path: String
  ) async throws {
    let text = Example.pipeline().replacing(
      "{ use: rows.write }", with: "{ use: rows.write, with: { file: \(path) } }")
    let report = try await report(text, .folder)
    #expect(
      report.failure?.message
        == Phrase(vi: "'\(path)' do chương trình tự ghi", en: "'\(path)' is written by the program itself"))
  }
  @Test(arguments: Place.allCases) func `a sink sees what earlier sinks of its audience have written`(
    place: Place
  )
    async throws
  {
    let text = Example.pipeline(
      publish: "files: [b.html, a.html]",
      more: "\n  - { id: last, use: table.publish, from: shown, with: { files: [c, d] } }")
    let memory = MemoryOutput()
    let output = place == .folder ? Output.folder(folder.path) : memory.output
    #expect(try await Example(text).runner().run(into: output).failure == nil)
    let first = try #require(place == .folder ? try folder.read("public/a.html") : memory["everybody/a.html"])
    let later = try #require(place == .folder ? try folder.read("public/d") : memory["everybody/d"])
    #expect(first.hasPrefix("Cà Mau,"))
    let digest = "\(first.utf8.count) \(sha256(Array(first.utf8)))"
    #expect(later == "a.html \(digest)\nb.html \(digest)\n" + first)
  }
}
