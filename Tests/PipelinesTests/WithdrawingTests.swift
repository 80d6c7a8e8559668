import Diagnostics
import StageKit
import StageTestKit
import Testing

@testable import Pipelines

/// Taking down what is published, on a disk of which any call may fail.
@Suite struct WithdrawingTests {
  private static let record = Array("{\"withdrawn\":\"2024.1\"}\n".utf8)
  private static let notice = [(path: "index.html", bytes: Array("gỡ\n".utf8))]
  private func run(_ text: String, into folder: TemporaryFolder) async throws -> RunReport {
    try await Example(text).runner().run(into: .folder(folder.path))
  }
  private func published() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    #expect(
      try await run(Example.pipeline(publish: "files: [index.html, so-lieu/2024.csv]"), into: folder).failure
        == nil)
    return folder
  }
  /// The same output again, without running for it.
  private func copy(_ tree: [String: String]) throws -> TemporaryFolder {
    try TemporaryFolder(
      Dictionary(uniqueKeysWithValues: tree.map { (String($0.key.drop { $0 == "/" }), $0.value) }))
  }
  private func withdraw(_ folder: TemporaryFolder, _ system: FileSystem = .disk) throws(StageError) {
    _ = try Output.withdraw("2024.1", in: folder.path, record: Self.record, notice: Self.notice, system)
  }
  private func state(_ folder: TemporaryFolder) -> [String: String] { folder.tree("public", "ledger") }

  @Test func `the notice takes the place of all that was public`() async throws {
    let folder = try await published()
    let entry = try folder.read("ledger/2024.1.ndjson")
    try withdraw(folder)
    #expect(folder.tree("public").keys.sorted() == ["public/index.html", "public/lan-cong-bo.json"])
    #expect(
      folder.tree("ledger") == [
        "ledger/2024.1.ndjson": entry,
        "ledger/2024.1~withdrawn.ndjson": String(decoding: Self.record, as: UTF8.self),
      ])
    #expect(try folder.list() == ["ledger", "office", "provenance.json", "public"])
    #expect(
      try Output.published(in: folder.path) == Output.Published(edition: "2024.1", isWithdrawn: true))
    #expect(Output.ledgerNames(in: folder.path) == ["2024.1", "2024.1~withdrawn"])
  }
  @Test func `whatever fails, all of the site or all of the notice is there`() async throws {
    let whole = try await published()
    let (old, all) = (state(whole), whole.tree(""))
    try withdraw(whole)
    let new = state(whole)
    for call in 1... {
      let folder = try copy(all)
      let disk = FailingDisk(failingAt: call, dies: false)
      let failure = refusal { () throws(StageError) in try withdraw(folder, disk.system) }
      #expect(state(folder) == (failure == nil ? new : old), "call \(call)")
      #expect(try folder.list() == ["ledger", "office", "provenance.json", "public"], "call \(call)")
      if disk.calls < call { break }
      #expect(failure != nil, "call \(call) failed, and nobody was told")
    }
  }
  @Test func `wherever the machine stops, doing it again takes all down`() async throws {
    let whole = try await published()
    let (old, all) = (whole.tree("public"), whole.tree(""))
    try withdraw(whole)
    let new = state(whole)
    for call in 1... {
      let folder = try copy(all)
      let disk = FailingDisk(failingAt: call, dies: true)
      _ = refusal { () throws(StageError) in try withdraw(folder, disk.system) }
      let site = folder.tree("public")
      #expect(site == old || site == new.filter { $0.key.hasPrefix("public/") }, "call \(call): half a site")
      try withdraw(folder)
      #expect(state(folder) == new, "call \(call)")
      #expect(try folder.list() == ["ledger", "office", "provenance.json", "public"], "call \(call)")
      if disk.calls < call { break }
    }
  }
  @Test func `a run settles what a stop left of a withdrawal`() async throws {
    let folder = try await published()
    try withdraw(folder)
    let record = try folder.read("ledger/2024.1~withdrawn.ndjson")
    try folder.remove("ledger/2024.1~withdrawn.ndjson")
    try folder.write(record, to: "ledger/2024.1~withdrawn.ndjson.pending")
    _ = try await run(Example.pipeline(edition: "2099", publish: "then: refuse"), into: folder)
    #expect(try folder.read("ledger/2024.1~withdrawn.ndjson") == record)
    #expect(folder.tree("public").count == 2)
  }
  @Test func `a run after it publishes again`() async throws {
    let folder = try await published()
    try withdraw(folder)
    #expect(try await run(Example.pipeline(edition: "2024.2"), into: folder).failure == nil)
    #expect(try Output.published(in: folder.path)?.edition == "2024.2")
    #expect(try folder.list("ledger") == ["2024.1.ndjson", "2024.1~withdrawn.ndjson", "2024.2.ndjson"])
  }
  @Test func `another edition than the one that is published is not taken down`() async throws {
    let folder = try await published()
    let old = state(folder)
    let failure = refusal { () throws(StageError) in
      _ = try Output.withdraw("2024.9", in: folder.path, record: Self.record, notice: Self.notice)
    }
    #expect(failure?.cause == .environment && state(folder) == old)
    let lock = try FolderLock(of: folder.path)
    #expect(refusal { () throws(StageError) in try withdraw(folder) }?.mayRetry == true)
    withExtendedLifetime(lock) {}
  }

  // MARK: What was damaged

  private func outcome(
    _ folder: TemporaryFolder, _ record: String = "{\"withdrawn\":\"2024.1\"}\n"
  ) throws(StageError) -> Output.Withdrawing {
    try taken(folder, record).outcome
  }
  private func taken(
    _ folder: TemporaryFolder, _ record: String = "{\"withdrawn\":\"2024.1\"}\n", _ system: FileSystem = .disk
  ) throws(StageError) -> Output.TakenDown {
    try Output.withdraw("2024.1", in: folder.path, record: Array(record.utf8), notice: Self.notice, system)
  }
  @Test func `what cannot be removed of the old site is told until it is gone, and no run begins`()
    async throws
  {
    let folder = try await published()
    let disk = FileSystem.disk(keeping: "so-lieu/2024.csv")
    let left = [".public.new/so-lieu/2024.csv"]
    let other = "{\"withdrawn\":\"2024.1\",\"day\":null}\n"
    let cases: [(String, Output.Withdrawing)] = [
      (other, .done), (other, .unchanged), ("{\"withdrawn\":\"2024.1\"}\n", .mended),
    ]
    for (record, outcome) in cases {
      let found = try taken(folder, record, disk)
      #expect(found.outcome == outcome && found.left == left)
      #expect(folder.tree("public").keys.sorted() == ["public/index.html", "public/lan-cong-bo.json"])
      #expect(try folder.list() == [".public.new", "ledger", "office", "provenance.json", "public"])
    }
    let example = Example(Example.pipeline(edition: "2024.2"))
    let report = try await example.runner().run(into: .folder(folder.path, disk))
    #expect(report.failure?.code == "output.left" && folder.tree("public").count == 2)
    #expect(try taken(folder).left == [])
    #expect(try await run(Example.pipeline(edition: "2024.2"), into: folder).failure == nil)
    #expect(try folder.list() == ["ledger", "office", "provenance.json", "public"])
  }
  @Test(arguments: [nil, "{", "{}"]) func `a site of which nothing says which it is is taken down by its id`(
    _ mark: String?
  ) async throws {
    let folder = try await published()
    try folder.remove("public/lan-cong-bo.json")
    if let mark { try folder.write(mark, to: "public/lan-cong-bo.json") }
    #expect(try Output.unmarked(in: folder.path) == ["2024.1"])
    #expect(
      refusal { () throws(StageError) in
        _ = try Output.withdraw("2024.9", in: folder.path, record: Self.record, notice: Self.notice)
      } != nil)
    #expect(try outcome(folder) == .done)
    #expect(folder.tree("public").keys.sorted() == ["public/index.html", "public/lan-cong-bo.json"])
    #expect(try folder.list("ledger") == ["2024.1.ndjson", "2024.1~withdrawn.ndjson"])
  }
  @Test func `without the ledger the provenance says what a site may be, and a folder of others is none`()
    async throws
  {
    let folder = try await published()
    try folder.remove("ledger")
    try folder.remove("public/lan-cong-bo.json")
    #expect(try Output.unmarked(in: folder.path) == ["2024.1"])
    #expect(try outcome(folder) == .done)
    let other = try TemporaryFolder(["public/anh.txt": "riêng"])
    #expect(try Output.unmarked(in: other.path) == [])
    #expect(try Output.unmarked(in: try TemporaryFolder(["public": "riêng"]).path) == nil)
    #expect(refusal { () throws(StageError) in _ = try outcome(other) } != nil)
    #expect(try other.read("public/anh.txt") == "riêng")
  }
  @Test func `a ledger that is no folder keeps no site up, and is told`() async throws {
    let folder = try await published()
    let entry = try folder.read("ledger/2024.1.ndjson")
    try folder.remove("ledger")
    try folder.write("hỏng", to: "ledger")
    #expect(try outcome(folder) == .unrecorded)
    #expect(folder.tree("public").count == 2 && folder.tree("")["/ledger"] == "hỏng")
    #expect(
      try Output.published(in: folder.path) == Output.Published(edition: "2024.1", isWithdrawn: true))
    try folder.remove("ledger")
    try folder.write(entry, to: "ledger/2024.1.ndjson")
    #expect(try outcome(folder) == .mended, "the restored ledger is told by the same command")
    #expect(try folder.list("ledger") == ["2024.1.ndjson", "2024.1~withdrawn.ndjson"])
    #expect(try outcome(folder) == .unchanged)
  }
  @Test func `a notice is mended in one step, and again it is nothing new`() async throws {
    let folder = try await published()
    #expect(try outcome(folder) == .done)
    let other = "{\"withdrawn\":\"2024.1\",\"day\":null}\n"
    #expect(try outcome(folder, other) == .mended)
    #expect(try folder.read("ledger/2024.1~withdrawn.ndjson") == other)
    #expect(try folder.list("ledger") == ["2024.1.ndjson", "2024.1~withdrawn.ndjson"])
    #expect(try outcome(folder, other) == .unchanged)
    #expect(try Output.ledgerEntry("2024.1~withdrawn", in: folder.path) == Array(other.utf8))
  }
  @Test func `a public folder that is a link is refused: its target would stay`() async throws {
    let site = try await published()
    let folder = try copy(site.tree("").filter { !$0.key.hasPrefix("/public") })
    try folder.link("public", to: "\(site.path)/public")
    let before = site.tree("")
    let failure = refusal { () throws(StageError) in _ = try outcome(folder) }
    #expect(failure?.code == "output.linked" && failure?.message.en.contains(site.path) == true)
    #expect(site.tree("") == before)
  }

  // MARK: An id that was used

  @Test func `an entry that another takes the place of is kept`() async throws {
    let folder = try await published()
    let first = try folder.read("ledger/2024.1.ndjson")
    var more = Example(
      Example.pipeline(), files: Example.people.merging(["c.txt": Example.households(90..<200)]) { $1 })
    #expect(try await more.runner().run(into: .folder(folder.path)).failure == nil)
    let second = try folder.read("ledger/2024.1.ndjson")
    #expect(first != second)
    #expect(folder.tree("ledger") == ["ledger/2024.1.ndjson": second, "ledger/2024.1~1.ndjson": first])
    // The same again keeps nothing more, and the first again needs no copy of itself.
    #expect(try await more.runner().run(into: .folder(folder.path)).failure == nil)
    #expect(try folder.list("ledger") == ["2024.1.ndjson", "2024.1~1.ndjson"])
    more = Example(Example.pipeline(publish: "files: [index.html, so-lieu/2024.csv]"))
    #expect(try await more.runner().run(into: .folder(folder.path)).failure == nil)
    _ = try await run(Example.pipeline(edition: "2099", publish: "then: refuse"), into: folder)
    #expect(folder.tree("ledger") == ["ledger/2024.1.ndjson": first, "ledger/2024.1~2.ndjson": second])
  }
}

/// What is refused; `nil` when nothing is.
private func refusal(_ body: () throws(StageError) -> Void) -> StageError? {
  do throws(StageError) {
    try body()
    return nil
  } catch { return error }
}
