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

  private func text(_ path: String, _ place: Place, _ memory: MemoryOutput) throws -> String? {
    place == .folder ? try folder.read(path) : memory[path]
  }
  @Test(arguments: Place.allCases)
  func `a file that is written bit by bit is whole, and its digest is of all`(
    place: Place
  ) async throws {
    let more = "\n  - { id: bits, use: rows.append, from: valid, with: { seen: true } }"
    let memory = MemoryOutput()
    let output = place == .folder ? Output.folder(folder.path) : memory.output
    #expect(try await Example(Example.pipeline(more: more)).runner().run(into: output).failure == nil)
    let bits = try #require(try text("office/bit.txt", place, memory))
    let whole = try #require(try text("office/rows.txt", place, memory))
    #expect(bits == whole && !bits.isEmpty)
    let seen = try #require(try text("office/bit.txt.seen", place, memory))
    #expect(seen.contains("bit.txt \(bits.utf8.count) \(sha256(Array(bits.utf8)))\n"))
    if place == .folder { #expect(try folder.read("provenance.json").contains(sha256(Array(bits.utf8)))) }
  }
  @Test(arguments: Place.allCases, ["bits", "rows.write", "whole"])
  func `what another has written is not gone on with`(_ place: Place, _ other: String) async throws {
    let file = other == "rows.write" ? "rows.txt" : "bit.txt"
    let first = other == "bits" ? "\n  - { id: bits, use: rows.append, from: valid }" : ""
    let more =
      first
      + "\n  - { id: again, use: rows.append, from: valid, with: { file: \(file), whole: \(other == "whole") } }"
    let failure = try await report(Example.pipeline(more: more), place).failure?.message.en
    let pair = other == "whole" ? "'again' and 'again'" : other == "bits" ? "'bits' and 'again'" : nil
    if place == .memory {
      #expect(failure == "'\(file)' is written twice")
    } else if let pair {
      #expect(
        failure == "the steps \(pair) both write '\(file)'"
          || failure == "the steps 'again' and 'bits' both write '\(file)'")
    } else {
      #expect(failure?.hasSuffix("both write 'rows.txt'") == true)
    }
  }
  @Test(arguments: Place.allCases) func `a path that leaves the folder is refused bit by bit too`(
    place: Place
  ) async throws {
    let more = "\n  - { id: bits, use: rows.append, from: valid, with: { file: ../x } }"
    let failure = try await report(Example.pipeline(more: more), place).failure
    #expect(failure?.message.en == "'../x' is no file inside the output folder")
  }
}
