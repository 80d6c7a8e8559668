import Diagnostics
import StageKit
import StageTestKit
import Testing

@testable import Pipelines

/// Publishing into a folder of which any call may fail.
@Suite struct PublishingTests {
  /// A publication before the one that fails.
  enum Before: String, CaseIterable { case nothing, anEarlierEdition, thisEdition }
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private static func first(_ before: Before) -> Example {
    Example(Example.pipeline(edition: before == .thisEdition ? "2024.2" : "2024.1"))
  }
  static let second = Example(
    Example.pipeline(edition: "2024.2", publish: "files: [index.html, so-lieu/2024.csv]"),
    files: Example.people.merging(["c.txt": Example.households(90..<200)]) { $1 })
  static let stopping = Example(Example.pipeline(edition: "2025", publish: "then: fail"))

  /// What is published, and what the ledger has of it.
  private func published(_ folder: TemporaryFolder) -> [String: String] { folder.tree("public", "ledger") }
  private func run(_ example: Example, into folder: TemporaryFolder, _ system: FileSystem = .disk)
    async throws
    -> RunReport
  {
    try await example.runner().run(into: .folder(folder.path, system))
  }
  /// What is published when nothing fails, before and after.
  private func expected(_ before: Before) async throws -> (old: [String: String], new: [String: String]) {
    let folder = try TemporaryFolder()
    if before != .nothing { _ = try await run(Self.first(before), into: folder) }
    let old = published(folder)
    #expect(try await run(Self.second, into: folder).failure == nil)
    return (old, published(folder))
  }

  @Test(arguments: Before.allCases) func `whatever fails, all of the old or all of the new is there`(
    before: Before
  ) async throws {
    let (old, new) = try await expected(before)
    #expect(old != new)
    for call in 1... {
      let folder = try TemporaryFolder()
      if before != .nothing { _ = try await run(Self.first(before), into: folder) }
      let provenance = folder.tree("")["/provenance.json"]
      let disk = FailingDisk(failingAt: call, dies: false)
      let report = try await run(Self.second, into: folder, disk.system)
      let isNew = report.failure == nil
      #expect(published(folder) == (isNew ? new : old), "call \(call)")
      #expect((folder.tree("")["/provenance.json"] != provenance) == isNew, "call \(call)")
      #expect(isNew || report.failure == FailingDisk.failure)
      if disk.calls < call { break }
      #expect(!isNew, "call \(call) failed, and nobody was told")
    }
  }
  @Test(arguments: Before.allCases)
  func `wherever the machine stops, the next run finds all of the old or of the new`(
    before: Before
  ) async throws {
    let (old, new) = try await expected(before)
    for call in 1... {
      let folder = try TemporaryFolder()
      if before != .nothing { _ = try await run(Self.first(before), into: folder) }
      let disk = FailingDisk(failingAt: call, dies: true)
      _ = try await run(Self.second, into: folder, disk.system)
      let site = folder.tree("public")
      #expect(
        [old, new].map { $0.filter { $0.key.hasPrefix("public/") } }.contains(site),
        "call \(call): half a site")
      // The next run settles what was left, though it publishes nothing itself.
      let next = try await run(Self.stopping, into: folder)
      #expect(next.failure?.message.en == "the power is out")
      #expect(folder.tree("public") == site)
      #expect([old, new].contains(published(folder)), "call \(call)")
      let left =
        try folder.list().filter { $0.hasPrefix(".") }
        + folder.tree("ledger").keys.filter { $0.hasSuffix(".pending") }
      #expect(left.isEmpty, "call \(call)")
      if disk.calls < call { break }
    }
  }
  @Test func `after any stop a run publishes as if nothing had been`() async throws {
    let clean = try TemporaryFolder()
    _ = try await run(Self.second, into: clean)
    let whole = clean.tree("public", "ledger")
    for call in 1... {
      let folder = try TemporaryFolder()
      let disk = FailingDisk(failingAt: call, dies: true)
      _ = try await run(Self.second, into: folder, disk.system)
      #expect(try await run(Self.second, into: folder).failure == nil)
      #expect(
        folder.tree("public", "ledger") == whole
          && folder.tree("")["/provenance.json"] == clean.tree("")["/provenance.json"])
      #expect(try folder.list() == ["ledger", "office", "provenance.json", "public"])
      if disk.calls < call { break }
    }
  }
}
