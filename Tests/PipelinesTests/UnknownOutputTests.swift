import Diagnostics
import Foundation
import StageKit
import Testing

@testable import Pipelines

/// Files of others in an output of which something does not say what runs wrote there.
@Suite struct UnknownOutputTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }
  private func run(_ text: String = Example.pipeline()) async throws -> RunReport {
    try await Example(text).runner().run(into: .folder(folder.path))
  }
  private static let office =
    "pipeline: t\nsteps:\n  - { use: people.read, with: { files: [a.txt] } }\n  - { use: rows.write }"
  private func strangers(_ report: RunReport) -> [String] {
    report.warnings.all.filter { $0.code == "output.stranger" && $0.severity == .warning }.map(\.message.en)
  }
  private func kind(_ path: String) -> FileSystem.Kind? { FileSystem.disk.kind("\(folder.path)/\(path)") }

  @Test(arguments: [1, 2]) func `a run for the office alone does not forget what the site is`(_ runs: Int)
    async throws
  {
    #expect(try await run(Example.pipeline(publish: "files: [index.html, so-lieu/2024.csv]")).failure == nil)
    for _ in 0..<runs { #expect(try await run(Self.office).failure == nil) }
    let found = try folder.json("provenance.json")["published"] as? [String]
    #expect(found == ["index.html", "so-lieu/2024.csv"])
    try folder.write("*", to: "public/robots.txt")
    let report = try await run(Example.pipeline(edition: "2024.2"))
    #expect(report.failure == nil)
    #expect(
      strangers(report) == [
        "files that this program did not make are no longer in their places: 'public/robots.txt'"
      ])
    #expect(folder.tree("giu-lai") == ["giu-lai/public/robots.txt": "*"])
    #expect(try folder.json("provenance.json")["published"] == nil)
  }
  @Test func `a file beside a notice is kept, and the notice is not`() async throws {
    #expect(try await run(Example.pipeline(publish: "files: [so-lieu.csv]")).failure == nil)
    let taken = try Output.withdraw(
      "2024.1", in: folder.path, record: Array("{\"withdrawn\":\"2024.1\"}\n".utf8),
      notice: [(path: "index.html", bytes: Array("gỡ".utf8))])
    #expect(taken.outcome == .done)
    try folder.write("*", to: "public/robots.txt")
    try folder.write("a", to: "public/so-lieu.csv")
    let report = try await run(Example.pipeline(edition: "2024.2"))
    #expect(report.failure == nil && strangers(report).count == 1)
    #expect(try folder.list("giu-lai/public") == ["robots.txt", "so-lieu.csv"])
  }
  @Test(arguments: [nil, "{", "{}", "{\"outputs\": []}"])
  func `where nothing says what the site is, all but its mark is kept`(_ provenance: String?) async throws {
    #expect(try await run().failure == nil)
    let page = try folder.read("public/index.html")
    try folder.remove("provenance.json")
    if let provenance { try folder.write(provenance, to: "provenance.json") }
    try folder.write("*", to: "public/r.txt")
    let report = try await run(Example.pipeline(edition: "2024.2"))
    #expect(report.failure == nil && strangers(report).count == 1)
    #expect(folder.tree("giu-lai") == ["giu-lai/public/index.html": page, "giu-lai/public/r.txt": "*"])
    #expect(strangers(try await run(Example.pipeline(edition: "2024.3"))).isEmpty)
  }
  @Test(arguments: ["", "then: refuse"], ["{", "{}"])
  func `where nothing says what the office has, all but the reports is kept`(
    _ publish: String, _ text: String
  ) async throws {
    #expect(try await run().failure == nil)
    let office = try folder.list("office").filter { !["run.json", "findings.ndjson"].contains($0) }
    try folder.write(text, to: "office/run.json")
    try folder.write("nhớ", to: "office/r.txt")
    let report = try await run(Example.pipeline(edition: "2024.2", publish: publish))
    #expect(strangers(report).count == 1)
    #expect(try folder.list("giu-lai/office") == (office + ["r.txt"]).sorted())
    #expect(try folder.read("giu-lai/office/r.txt") == "nhớ")
  }
  @Test(arguments: ["", "then: refuse"])
  func `a pipe in the place of the report is moved, and nothing waits for it`(_ publish: String) async throws
  {
    #expect(try await run().failure == nil)
    try folder.remove("office/run.json")
    try #require(mkfifo("\(folder.path)/office/run.json", 0o600) == 0)
    let report = try await run(Example.pipeline(edition: "2024.2", publish: publish))
    #expect(strangers(report).first?.contains("'office/run.json'") == true)
    #expect(kind("giu-lai/office/run.json") == .other && kind("office/run.json") == .file)
    #expect((report.failure == nil) == publish.isEmpty)
  }
}
