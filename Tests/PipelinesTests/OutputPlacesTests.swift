import Diagnostics
import Foundation
import StageKit
import StageTestKit
import Testing

@testable import Pipelines

/// What others have put where a run writes: refused where it would be destroyed, told and kept where it is replaced.
@Suite struct OutputPlacesTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }
  private func run(_ text: String = Example.pipeline()) async throws -> RunReport {
    try await Example(text).runner().run(into: .folder(folder.path))
  }
  private static let office =
    "pipeline: t\nsteps:\n  - { use: people.read, with: { files: [a.txt] } }\n  - { use: rows.write }"

  @Test(arguments: ["public", "office", "ledger"])
  func `a file where a folder will stand is another's`(_ path: String) async throws {
    try folder.write("ghi chép riêng", to: path)
    let report = try await run()
    #expect(report.failure?.code == "output.foreign" && report.failure?.message.en.contains(path) == true)
    #expect(folder.tree("") == ["/\(path)": "ghi chép riêng"])
  }
  @Test func `a folder where a file will stand is another's`() async throws {
    try folder.write("riêng", to: "provenance.json/a")
    #expect(try await run().failure?.code == "output.foreign")
    #expect(folder.tree("") == ["/provenance.json/a": "riêng"])
  }
  @Test(arguments: ["public", "office"]) func `a link is named with its target, and neither is touched`(
    _ path: String
  ) async throws {
    let site = try TemporaryFolder()
    #expect(try await Example().runner().run(into: .folder(site.path)).failure == nil)
    let before = site.tree("")
    for target in ["\(site.path)/\(path)", "\(site.path)/khong-co"] {
      try folder.link(path, to: target)
      let report = try await run()
      #expect(report.failure?.code == "output.linked")
      #expect(report.failure?.message.vi.contains(target) == true)
      #expect(site.tree("") == before)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/\(path)") == target)
      try folder.remove(path)
    }
  }
  @Test func `what a run for the office alone does not replace is not looked at`() async throws {
    try folder.write("riêng", to: "public")
    #expect(try await run(Self.office).failure == nil)
    #expect(try folder.read("public") == "riêng")
  }
  @Test func `the folder itself may be a link`() async throws {
    try folder.link("ra", to: folder.path)
    let report = try await Example().runner().run(into: .folder("\(folder.path)/ra"))
    #expect(report.failure == nil)
    #expect(try folder.list().contains("public"))
  }

  // MARK: Files of others among those of a run

  private func strangers(_ report: RunReport) -> [String] {
    report.warnings.all.filter { $0.code == "output.stranger" && $0.severity == .warning }.map(\.message.en)
  }
  @Test func `files of others are not published again, and are kept and told once`() async throws {
    #expect(strangers(try await run()).isEmpty)
    try folder.write("User-agent: *", to: "public/robots.txt")
    try folder.write("x", to: "public/sau/hon.txt")
    try folder.write("nhớ gọi", to: "office/ghi-chu.txt")
    let report = try await run(Example.pipeline(edition: "2024.2"))
    #expect(report.failure == nil)
    #expect(
      strangers(report) == [
        "files that this program did not make are no longer in their places: 'public/robots.txt', 'public/sau/hon.txt', 'office/ghi-chu.txt'"
      ])
    #expect(folder.tree("public").keys.allSatisfy { !$0.contains("robots") && !$0.contains("sau") })
    #expect(
      folder.tree("giu-lai") == [
        "giu-lai/public/robots.txt": "User-agent: *", "giu-lai/public/sau/hon.txt": "x",
        "giu-lai/office/ghi-chu.txt": "nhớ gọi",
      ])
    #expect(strangers(try await run(Example.pipeline(edition: "2024.3"))).isEmpty)
  }
  @Test func `what was kept before is not written over`() async throws {
    #expect(try await run().failure == nil)
    for text in ["một", "hai", "một"] {
      try folder.write(text, to: "office/a.txt")
      #expect(strangers(try await run()).count == 1)
    }
    #expect(folder.tree("giu-lai") == ["giu-lai/office/a.txt": "một", "giu-lai/office/a.txt~1": "hai"])
  }
  @Test func `a run that fails keeps what lay with the office too`() async throws {
    #expect(try await run().failure == nil)
    try folder.write("nhớ", to: "office/a.txt")
    let report = try await run(Example.pipeline(publish: "then: refuse"))
    #expect(report.failure != nil && strangers(report).count == 1)
    #expect(try folder.read("giu-lai/office/a.txt") == "nhớ")
    #expect(strangers(try await run()).isEmpty, "what the failed run wrote is its own")
  }
  @Test func `many are counted`() async throws {
    #expect(try await run().failure == nil)
    for name in 1...7 { try folder.write("x", to: "office/\(name).txt") }
    #expect(strangers(try await run()).first?.hasSuffix("'office/5.txt' and 2 more") == true)
  }
  @Test func `the site of an earlier run is no stranger after a run for the office alone`() async throws {
    #expect(try await run().failure == nil)
    #expect(try await run(Self.office).failure == nil)
    #expect(strangers(try await run()).isEmpty)
  }
  @Test(arguments: ["{", "{}", "[]"]) func `a mark that says nothing stops a run, and the site stands`(
    _ mark: String
  ) async throws {
    #expect(try await run().failure == nil)
    try folder.write(mark, to: "public/lan-cong-bo.json")
    let before = folder.tree("public", "ledger")
    let report = try await run(Example.pipeline(edition: "2024.2"))
    #expect(report.failure?.code == "output.mark" && report.failure?.cause == .environment)
    #expect(folder.tree("public", "ledger") == before)
  }
  @Test func `what stands at a path is told without following links`() throws {
    try folder.write("", to: "thu-muc/tep")
    try folder.link("lien-ket", to: "thu-muc")
    let kinds = ["thu-muc", "thu-muc/tep", "lien-ket", "khong"].map {
      FileSystem.disk.kind("\(folder.path)/\($0)")
    }
    #expect(kinds == [.folder, .file, .link("thu-muc"), nil])
    #expect(FileSystem.disk.kind("/dev/null") == .other)
  }
}
