import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Pipelines

/// The entry of an edition: pending before, confirmed after, looked up later.
@Suite struct LedgerTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func run(_ text: String) async throws -> RunReport {
    let (root, files) = (folder.path, Example(text).all)
    let checked = try checkPipeline(
      "p.yaml", stages: exampleStages, files: files,
      ledger: { (edition) throws(StageError) in try Output.ledgerEntry(edition, in: root) })
    return await Runner(checked, files: files, width: 2).run(into: .folder(root))
  }
  static let entry =
    "Cà Mau,44,133,62928.1;Năm Căn,35,104,48792.3;U Minh,31,91,45445.8;Đầm Dơi,31,96,45403.1\n"
  static let mark = #"{"edition": "2024.1", "ledger_sha256": ""#
  /// A run that settles what it finds, and publishes nothing.
  private func settle() async throws {
    let report = try await run(Example.pipeline(edition: "2099", publish: "then: refuse"))
    #expect(report.failure?.cause == .data)
  }

  @Test(arguments: ["\u{9F}", "\u{FFFF}", #"\ud83d\ude00"#, #"\/ \u0007"#, "a: b # c"])
  func `an entry is read by its first line whatever a reason has in it`(_ reason: String) {
    let line = #"{"head":"e2","date":"2025-01-15","previous":"e1","previous_sha256":"ab","replaces":null,"#
    let head = EntryHead(Array("\(line)\"reason\":\"\(reason)\"}\n{".utf8))
    #expect(head.edition == "e2" && head.date?.iso == "2025-01-15" && head.replaces == nil)
    #expect(head.digests(of: "e1").map(\.digest) == ["ab"])
    #expect(EntryHead(Array("{\"date\":\"2025-01-15\"}\n\(line)\"reason\":\"\"}".utf8)) == EntryHead([]))
  }
  @Test func `what was released is entered under the edition`() async throws {
    #expect(try await run(Example.pipeline()).failure == nil)
    #expect(folder.tree("ledger") == ["ledger/2024.1.ndjson": Self.entry])
    let digest = sha256(Array(Self.entry.utf8))
    #expect(try folder.read("public/lan-cong-bo.json") == Self.mark + digest + "\"}\n")
    #expect(try await run(Example.pipeline(edition: "2024.2")).failure == nil)
    #expect(try folder.list("ledger") == ["2024.1.ndjson", "2024.2.ndjson"])
  }
  @Test func `an entry that is pending is confirmed if the site is the one it speaks of`() async throws {
    #expect(try await run(Example.pipeline()).failure == nil)
    try folder.remove("ledger/2024.1.ndjson")
    try folder.write(Self.entry, to: "ledger/2024.1.ndjson.pending")
    try await settle()
    #expect(folder.tree("ledger") == ["ledger/2024.1.ndjson": Self.entry])
  }
  @Test(arguments: [("2024.1", "other\n"), ("2024.2", entry), ("2024.2", ""), ("024.1", entry)])
  func `an entry that is pending is dropped if the site is another`(_ edition: String, _ text: String)
    async throws
  {
    #expect(try await run(Example.pipeline()).failure == nil)
    try folder.write(text, to: "ledger/\(edition).ndjson.pending")
    try await settle()
    #expect(folder.tree("ledger") == ["ledger/2024.1.ndjson": Self.entry])
  }
  @Test func `an entry that is pending is dropped if there is no site`() async throws {
    try folder.write(Self.entry, to: "ledger/2024.1.ndjson.pending")
    try await settle()
    #expect(folder.tree("ledger").isEmpty)
  }
  @Test func `a site without entries of its own does not confirm those of another edition`() async throws {
    let text = "pipeline: t\nedition: { id: a, date: 2024-12-31 }\nsteps:\n  - { use: text.publish }"
    let stages: [any Stage.Type] = [PublishText.self]
    let checked = try checkPipeline("p.yaml", stages: stages, files: .memory(["p.yaml": text]))
    let report = await Runner(checked, files: .memory([:]), width: 1).run(into: .folder(folder.path))
    #expect(report.failure == nil)
    #expect(folder.tree("ledger") == ["ledger/a.ndjson": ""])
    try folder.write("", to: "ledger/b.ndjson.pending")
    try await settle()
    #expect(folder.tree("ledger") == ["ledger/a.ndjson": ""])
  }

  @Test func `a stage looks the edition before this up when it runs`() async throws {
    let before = "\n  - { use: ledger.write }"
    let later = Example.pipeline(edition: "2025\", previous: \"2024.1", more: before)
    #expect(try await run(later).failure == nil)
    #expect(try folder.read("office/before.txt") == "nothing")
    #expect(try await run(Example.pipeline()).failure == nil)
    #expect(try await run(later).failure == nil)
    #expect(try folder.read("office/before.txt") == Self.entry)
    #expect(try await run(Example.pipeline(edition: "2026", more: before)).failure == nil)
    #expect(try folder.read("office/before.txt") == "nothing")
  }
  @Test func `an entry that a stop left pending is found by the run that settles it`() async throws {
    #expect(try await run(Example.pipeline()).failure == nil)
    try folder.remove("ledger/2024.1.ndjson")
    try folder.write(Self.entry, to: "ledger/2024.1.ndjson.pending")
    let later = Example.pipeline(edition: "2025\", previous: \"2024.1", more: "\n  - { use: ledger.write }")
    #expect(try await run(later).failure == nil)
    #expect(try folder.read("office/before.txt") == Self.entry)
  }
  @Test(arguments: [
    ("2024.1", "other\n", false), ("2024.2", entry, false), ("2024.1~withdrawn", entry, false),
    ("2024.1", entry, true),
  ]) func `what a stop left is named only if it is public`(_ name: String, _ text: String, _ isNamed: Bool)
    async throws
  {
    #expect(try await run(Example.pipeline()).failure == nil)
    try folder.remove("ledger/2024.1.ndjson")
    try folder.write(text, to: "ledger/\(name).ndjson.pending")
    #expect(Output.ledgerNames(in: folder.path) == (isNamed ? [name] : []))
    try folder.write(Self.entry, to: "ledger/2023.ndjson")
    #expect(Output.ledgerNames(in: folder.path) == ["2023"] + (isNamed ? [name] : []))
  }
  @Test(arguments: ["", "../../etc/passwd", "a/b", "2030"])
  func `an edition that nobody can have published has no entry`(
    _ edition: String
  ) throws {
    try folder.write("secret", to: "secret.ndjson")
    #expect(try Output.ledgerEntry(edition, in: folder.path) == nil)
  }

  // MARK: A ledger that was changed

  private func damage(_ name: String) -> String? {
    do throws(StageError) {
      _ = try Output.ledgerEntry(name, in: folder.path)
      return nil
    } catch { return "\(error.code?.rawValue ?? "") \(error.cause) \(error.hint == nil)" }
  }
  @Test(arguments: ["", "Cà Mau,44\n", entry.replacing("44", with: "45")])
  func `the entry of what is published has the digest of its mark`(_ text: String) async throws {
    #expect(try await run(Example.pipeline()).failure == nil)
    #expect(damage("2024.1") == nil)
    try folder.write(text, to: "ledger/2024.1.ndjson")
    #expect(damage("2024.1") == "ledger.damaged environment false")
    try folder.remove("ledger/2024.1.ndjson")
    #expect(damage("2024.1") == "ledger.damaged environment false", "it is gone")
    let error = #expect(throws: StageError.self) { try Output.ledgerEntry("2024.1", in: folder.path) }
    #expect(error?.message.en.hasPrefix("the ledger lacks the entry '2024.1'") == true)
    try folder.write(Self.entry, to: "ledger/2024.1.ndjson.pending")
    #expect(try Output.ledgerEntry("2024.1", in: folder.path) == Array(Self.entry.utf8))
  }
  /// The first line of an entry.
  private func head(_ id: String, _ more: String) -> String { "{\"head\":\"\(id)\"\(more)}\n" }
  @Test func `an entry is as those after it found it`() throws {
    let first = head("a", "")
    try folder.write(first, to: "ledger/a.ndjson")
    let second = head("b", ",\"previous\":\"a\",\"previous_sha256\":\"\(sha256(Array(first.utf8)))\"")
    try folder.write(second, to: "ledger/b.ndjson")
    #expect(damage("a") == nil && damage("b") == nil)
    for text in [first + "x\n", "", "{}\n"] {
      try folder.write(text, to: "ledger/a.ndjson")
      #expect(damage("a") == "ledger.damaged environment false")
      #expect(damage("b") == nil)
    }
    try folder.write(head("b", ",\"previous\":\"a\",\"previous_sha256\":null"), to: "ledger/b.ndjson")
    try folder.write(first + "x\n", to: "ledger/a.ndjson")
    #expect(damage("a") == nil, "an older program kept no digest")
  }
  @Test func `an entry that took the place of another keeps the digest of that, under any name`() throws {
    let (old, other) = (head("a", ""), head("a", ",\"date\":\"2025-01-01\""))
    let new = head("a", ",\"replaces\":\"a~1\",\"replaces_sha256\":\"\(sha256(Array(old.utf8)))\"")
    try folder.write(new, to: "ledger/a.ndjson")
    try folder.write(other, to: "ledger/a~1.ndjson")
    #expect(damage("a~1") == "ledger.damaged environment false")
    try folder.write(old, to: "ledger/a~2.ndjson")
    #expect(damage("a~1") == nil && damage("a~2") == nil)
  }
  @Test func `a long first line is read whole`() throws {
    let long = String(repeating: "x", count: 100_000)
    try folder.write(head("a", ""), to: "ledger/a.ndjson")
    try folder.write(
      head("b", ",\"reason\":\"\(long)\",\"previous\":\"a\",\"previous_sha256\":\"0\""), to: "ledger/b.ndjson"
    )
    #expect(damage("a") == "ledger.damaged environment false")
  }

  // MARK: A ledger that lacks something

  private func lack() -> String? {
    do throws(StageError) {
      try Output.requireLedger(in: folder.path)
      return nil
    } catch {
      return "\(error.code?.rawValue ?? "") \(error.cause) \(error.message.en.split(separator: "'")[1])"
    }
  }
  @Test func `an entry of what is published must be there`() async throws {
    #expect(lack() == nil)
    #expect(try await run(Example.pipeline()).failure == nil)
    #expect(lack() == nil)
    try folder.remove("ledger/2024.1.ndjson")
    #expect(lack() == "ledger.damaged environment 2024.1")
    try folder.write(Self.entry, to: "ledger/2024.1.ndjson.pending")
    #expect(lack() == nil, "a stop left it to be confirmed")
  }
  @Test func `what an entry came after must be there, and is named itself`() throws {
    let first = head("a", "")
    try folder.write(first, to: "ledger/a.ndjson")
    let digest = sha256(Array(first.utf8))
    try folder.write(
      head("b", ",\"previous\":\"a\",\"previous_sha256\":\"\(digest)\""), to: "ledger/b.ndjson")
    try folder.write(head("c", ",\"previous\":\"b\""), to: "ledger/c.ndjson")
    #expect(lack() == nil)
    try folder.remove("ledger/a.ndjson")
    #expect(lack() == "ledger.damaged environment a")
    try folder.write(first, to: "ledger/a.ndjson")
    try folder.remove("ledger/b.ndjson")
    #expect(lack() == "ledger.damaged environment b")
  }
  @Test func `an entry that was replaced and is gone is named itself`() throws {
    let old = sha256(Array(head("a", "").utf8))
    let new = head("a", ",\"replaces\":\"a~1\",\"replaces_sha256\":\"\(old)\"")
    try folder.write(new, to: "ledger/a.ndjson")
    let error = #expect(throws: StageError.self) { try Output.ledgerEntry("a", in: folder.path) }
    #expect(error?.message.en.contains("'a~1'") == true)
  }
  @Test func `what the live entry or an earlier one took the place of must be there, under any name`() throws
  {
    let first = head("a", "")
    func replacing(_ name: String, _ old: String, _ more: String = "") -> String {
      head("a", ",\"replaces\":\"\(name)\",\"replaces_sha256\":\"\(sha256(Array(old.utf8)))\"\(more)")
    }
    let second = replacing("a~1", first)
    let third = replacing("a~2", second, ",\"reason\":\"x\"")
    try folder.write(first, to: "ledger/a~1.ndjson")
    try folder.write(second, to: "ledger/a~2.ndjson")
    try folder.write(third, to: "ledger/a.ndjson")
    try folder.write(head("b", ",\"previous\":\"a\""), to: "ledger/b.ndjson")
    #expect(lack() == nil)
    for (name, text) in [("a~1", first), ("a~2", second)] {
      try folder.remove("ledger/\(name).ndjson")
      #expect(lack() == "ledger.damaged environment \(name)")
      try folder.write(text + "x\n", to: "ledger/\(name).ndjson")
      #expect(lack() == "ledger.damaged environment \(name)", "it is another")
      try folder.write(text, to: "ledger/\(name)0.ndjson")
      #expect(lack() == nil, "it has another name")
      try folder.remove("ledger/\(name)0.ndjson")
      try folder.write(text, to: "ledger/\(name).ndjson")
    }
    try folder.remove("ledger/a~1.ndjson")
    try folder.write(head("a", ",\"replaces\":\"a~1\",\"replaces_sha256\":null"), to: "ledger/a~2.ndjson")
    #expect(
      lack() == "ledger.damaged environment a~2", "an older program kept no digest, and the third has one")
  }
  @Test func `what was withdrawn stays as it was published`() throws {
    let first = head("a", "")
    let record = "{\"withdrawn\":\"a\",\"entry_sha256\":\"\(sha256(Array(first.utf8)))\"}\n"
    try folder.write(first, to: "ledger/a.ndjson")
    try folder.write(record, to: "ledger/a~withdrawn.ndjson")
    #expect(damage("a") == nil && damage("a~withdrawn") == nil && lack() == nil)
    try folder.write(first + "x\n", to: "ledger/a.ndjson")
    #expect(damage("a") == "ledger.damaged environment false")
    try folder.remove("ledger/a.ndjson")
    #expect(lack() == "ledger.damaged environment a")
    try folder.write("{\"withdrawn\":\"a\"}\n", to: "ledger/a~withdrawn.ndjson")
    #expect(lack() == nil, "an older program kept no digest")
    try folder.write(first + "x\n", to: "ledger/a.ndjson")
    #expect(damage("a") == nil)
  }
  @Test func `the digest of an entry is that of what was published, wherever it is kept`() async throws {
    #expect(Output.entryDigest(of: "2024.1", in: folder.path) == nil)
    #expect(try await run(Example.pipeline()).failure == nil)
    let digest = sha256(Array(Self.entry.utf8))
    try folder.write("other\n", to: "ledger/2024.1.ndjson")
    #expect(Output.entryDigest(of: "2024.1", in: folder.path) == digest, "the mark has it")
    try folder.write(
      "{\"edition\": \"2024.1\", \"withdrawal_sha256\": \"0\"}\n", to: "public/lan-cong-bo.json")
    try folder.write(
      "{\"withdrawn\":\"2024.1\",\"entry_sha256\":\"\(digest)\"}\n", to: "ledger/2024.1~withdrawn.ndjson")
    #expect(Output.entryDigest(of: "2024.1", in: folder.path) == digest, "the record has it")
    try folder.write("{\"withdrawn\":\"2024.1\"}\n", to: "ledger/2024.1~withdrawn.ndjson")
    #expect(Output.entryDigest(of: "2024.1", in: folder.path) == sha256(Array("other\n".utf8)))
  }
}
