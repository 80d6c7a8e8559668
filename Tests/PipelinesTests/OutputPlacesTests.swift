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
  @Test func `links and pipes of others are moved, and what links lead to stays`() async throws {
    #expect(try await run().failure == nil)
    let outside = try TemporaryFolder(["a.txt": "ngoài"])
    for _ in 0..<2 {
      try folder.link("public/anh", to: outside.path)
      try folder.link("office/gan.txt", to: "khong-co")
      try #require(mkfifo("\(folder.path)/office/ong", 0o600) == 0)
      let report = try await run()
      #expect(report.failure == nil)
      #expect(
        strangers(report) == [
          "files that this program did not make are no longer in their places: 'public/anh', 'office/gan.txt', 'office/ong'"
        ])
      #expect(["public/anh", "office/gan.txt", "office/ong"].allSatisfy { kind($0) == nil })
      #expect(try outside.read("a.txt") == "ngoài")
    }
    #expect(try folder.list("giu-lai/public") == ["anh"])
    #expect(try folder.list("giu-lai/office") == ["gan.txt", "ong", "ong~1"])
    #expect(kind("giu-lai/public/anh") == .link(outside.path))
    #expect(kind("giu-lai/office/gan.txt") == .link("khong-co") && kind("giu-lai/office/ong~1") == .other)
    #expect(strangers(try await run()).isEmpty)
  }
  @Test func `a pipe that was kept under the same name is not read`() async throws {
    #expect(try await run().failure == nil)
    try folder.write("", to: "giu-lai/office/khac")
    try folder.remove("giu-lai/office/khac")
    try #require(mkfifo("\(folder.path)/giu-lai/office/t.txt", 0o600) == 0)
    try folder.write("nhớ", to: "office/t.txt")
    #expect(strangers(try await run()).count == 1)
    #expect(try folder.list("giu-lai/office") == ["t.txt", "t.txt~1"])
    #expect(kind("giu-lai/office/t.txt") == .other)
    #expect(try folder.read("giu-lai/office/t.txt~1") == "nhớ")
  }
  @Test func `a pipe in the place of the mark is a mark that says nothing`()
    async throws
  {
    #expect(try await run().failure == nil)
    try folder.remove("public/lan-cong-bo.json")
    try #require(mkfifo("\(folder.path)/public/lan-cong-bo.json", 0o600) == 0)
    #expect(try await run(Example.pipeline(edition: "2024.2")).failure?.code == "output.mark")
    #expect(try Output.unmarked(in: folder.path) == ["2024.1"])
    #expect(kind("public/index.html") == .file)
    _ = try Output.withdraw(
      "2024.1", in: folder.path, record: Array("{\"withdrawn\":\"2024.1\"}\n".utf8),
      notice: [(path: "a.html", bytes: Array("gỡ".utf8))])
    #expect(folder.tree("public").keys.sorted() == ["public/a.html", "public/lan-cong-bo.json"])
  }
  @Test func `a large file is kept whole, a piece at a time`() async throws {
    #expect(try await run().failure == nil)
    let large = String(repeating: "0123456789abcdef", count: 1 << 19) + "end"
    for text in [large, large + "!", large] {
      try folder.write(text, to: "office/lon.txt")
      #expect(strangers(try await run()).count == 1)
    }
    #expect(try folder.list("giu-lai/office") == ["lon.txt", "lon.txt~1"])
    #expect(try folder.read("giu-lai/office/lon.txt") == large)
    #expect(try folder.read("giu-lai/office/lon.txt~1") == large + "!")
  }
  private func kind(_ path: String) -> FileSystem.Kind? { FileSystem.disk.kind("\(folder.path)/\(path)") }
  @Test(arguments: ["", "then: refuse"]) func `what officers put among rejected rows is kept`(
    _ publish: String
  ) async throws {
    #expect(try await run().failure == nil)
    let made = try folder.list("office/rejected")
    #expect(!made.isEmpty)
    try folder.write("đã sửa", to: "office/rejected/sua.csv")
    let report = try await run(Example.pipeline(edition: "2024.2", publish: publish))
    #expect(
      strangers(report) == [
        "files that this program did not make are no longer in their places: 'office/rejected/sua.csv'"
      ])
    #expect(folder.tree("giu-lai") == ["giu-lai/office/rejected/sua.csv": "đã sửa"])
    #expect(try folder.list("office/rejected") == made)
    #expect(strangers(try await run()).isEmpty)
  }
  @Test func `rows of a sheet in two forms are kept both, for one is of others`() async throws {
    #expect(try await run().failure == nil)
    let reasons = try #require(try folder.list("office/rejected").first { $0.hasSuffix(".reasons.csv") })
    let rows = Quarantine.rows(beside: reasons)
    for name in rows where kind("office/rejected/\(name)") == nil {
      try folder.write("đã đổi", to: "office/rejected/\(name)")
    }
    #expect(strangers(try await run()).count == 1)
    #expect(try folder.list("giu-lai/office/rejected") == rows.sorted())
  }

  // MARK: A disk that refuses

  /// The disk, which does not read or write some file, nor move to it.
  private func disk(refusing names: [String], moving: Bool = true) -> FileSystem {
    var system = FileSystem.disk
    let disk = system
    @Sendable func check(_ path: String) throws(StageError) {
      if names.contains(where: path.contains) { throw FailingDisk.failure }
    }
    system.read = { (path) throws(StageError) in
      try check(path)
      return try disk.read(path)
    }
    system.part = { (path, offset, count) throws(StageError) in
      try check(path)
      return try disk.part(path, offset, count)
    }
    system.write = { (path, bytes, durable) throws(StageError) in
      try check(path)
      try disk.write(path, bytes, durable)
    }
    system.rename = { (from, to) throws(StageError) in
      if !moving { try check(to) }
      try disk.rename(from, to)
    }
    return system
  }
  private func run(_ publish: String, on system: FileSystem) async throws -> RunReport {
    let text = Example.pipeline(edition: "2024.2", publish: publish)
    return try await Example(text).runner().run(into: .folder(folder.path, system))
  }
  @Test(
    arguments: ["", "then: refuse"], ["/office/a.txt", "/giu-lai/"]
  ) func `one that cannot be read or copied is moved, and the report is not lost`(
    _ publish: String, _ refused: String
  ) async throws {
    #expect(try await run().failure == nil)
    try folder.write("nhớ", to: "office/a.txt")
    try folder.write("gọi", to: "office/b.txt")
    let report = try await run(publish, on: disk(refusing: [refused]))
    #expect((report.failure == nil) == publish.isEmpty)
    #expect(strangers(report).count == 1)
    #expect(folder.tree("giu-lai") == ["giu-lai/office/a.txt": "nhớ", "giu-lai/office/b.txt": "gọi"])
    #expect(try folder.json("office/run.json")["edition"] as? String == "2024.2")
    #expect(try folder.list() == ["giu-lai", "ledger", "office", "provenance.json", "public"])
  }
  @Test(arguments: ["", "then: refuse"]) func `one that cannot be moved either is said, and is still there`(
    _ publish: String
  ) async throws {
    #expect(try await run().failure == nil)
    try folder.write("nhớ", to: "office/a.txt")
    try folder.write("gọi", to: "office/b.txt")
    let report = try await run(publish, on: disk(refusing: ["/office/a.txt"], moving: false))
    #expect(
      strangers(report) == [
        "files that this program did not make are no longer in their places: 'office/b.txt'",
        "files that this program did not make could be neither copied nor moved: 'office/a.txt'",
      ])
    #expect(report.warnings.all.last?.hint?.en.contains("/.office.new'") == true)
    #expect(try folder.read(".office.new/a.txt") == "nhớ")
    #expect(try folder.json("office/run.json")["edition"] as? String == "2024.2")
  }
  @Test func `a failure whose last report cannot be read keeps all that was there`() async throws {
    #expect(try await run().failure == nil)
    try folder.write("nhớ", to: "office/a.txt")
    let report = try await run("then: refuse", on: disk(refusing: ["/office/run.json"]))
    #expect(report.failure?.cause == .data && strangers(report).count == 1)
    #expect(try folder.read("giu-lai/office/a.txt") == "nhớ")
    #expect(try folder.json("office/run.json")["edition"] as? String == "2024.2")
  }
  @Test func `what cannot be removed is told, and is never published again`() async throws {
    #expect(try await run().failure == nil)
    try folder.write("hộ", to: "public/rd/z")
    let disk = FileSystem.disk(keeping: "rd/z")
    let first = try await run("", on: disk)
    #expect(first.failure == nil && strangers(first).count == 1)
    let told = try #require(first.warnings.all.first { $0.code == "output.left" })
    #expect(told.severity == .warning && told.message.en.contains("'.public.new/rd/z'"))
    let before = folder.tree("public")
    #expect(before["public/rd/z"] == nil && folder.tree(".public.new") == [".public.new/rd/z": "hộ"])
    for publish in ["", "then: refuse"] {
      let next = try await run(publish, on: disk)
      #expect(next.failure?.code == "output.left" && next.failure?.cause == .environment)
      #expect(next.failure?.message.vi.contains("'.public.new/rd/z'") == true)
      #expect(folder.tree("public") == before)
    }
    #expect(try await run().failure == nil)
    #expect(try folder.list() == ["giu-lai", "ledger", "office", "provenance.json", "public"])
  }
  @Test func `a file in the place where they are kept is nobody's to replace`() async throws {
    #expect(try await run().failure == nil)
    try folder.write("riêng", to: "giu-lai")
    try folder.write("nhớ", to: "office/a.txt")
    #expect(strangers(try await run()).count == 1)
    #expect(try folder.read("giu-lai") == "riêng")
    #expect(try folder.read("giu-lai~1/office/a.txt") == "nhớ")
  }
  @Test(arguments: ["", "/office", "/public", "/ledger"])
  func `a folder whose names nobody tells is not taken for an empty one`(_ place: String) async throws {
    #expect(try await run().failure == nil)
    let before = folder.tree("")
    var disk = FileSystem.disk
    disk.mustList = { [root = folder.path] (path) throws(StageError) in
      if path == root + place { throw StageError(Phrase(same: "closed")) }
    }
    #expect(try await run("", on: disk).failure?.message.en == "closed")
    #expect(folder.tree("") == before)
  }
  @Test func `a folder of an officer that cannot be looked into is moved as it is`() async throws {
    #expect(try await run().failure == nil)
    try folder.write("nhớ", to: "office/kin/a.txt")
    var disk = FileSystem.disk
    disk.mustList = { (path) throws(StageError) in
      if path.hasSuffix("/kin") { throw StageError(Phrase(same: "closed")) }
    }
    #expect(strangers(try await run("", on: disk)).first?.hasSuffix("'office/kin'") == true)
    #expect(folder.tree("giu-lai") == ["giu-lai/office/kin/a.txt": "nhớ"])
    #expect(try !folder.list("office").contains("kin"))
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
  @Test(arguments: [nil, "{", "{}", "[]"])
  func `a mark that is lost or says nothing stops a run, and the site stands`(
    _ mark: String?
  ) async throws {
    #expect(try await run().failure == nil)
    try folder.remove("public/lan-cong-bo.json")
    if let mark { try folder.write(mark, to: "public/lan-cong-bo.json") }
    let before = folder.tree("public", "ledger")
    let report = try await run(Example.pipeline(edition: "2024.2"))
    #expect(report.failure?.code == "output.mark" && report.failure?.cause == .environment)
    #expect(report.failure?.message.vi.contains("thiếu hoặc hỏng") == true)
    #expect(folder.tree("public", "ledger") == before)
  }
  @Test func `without the ledger a site whose mark is lost is known by what the last run wrote`() async throws
  {
    #expect(try await run().failure == nil)
    try folder.remove("ledger")
    try folder.remove("public/lan-cong-bo.json")
    #expect(try await run().failure?.code == "output.mark")
  }
  @Test func `a folder of others beside a run for the office alone is no site`() async throws {
    #expect(try await run(Self.office).failure == nil)
    try folder.write("riêng", to: "public/anh.txt")
    #expect(try await run().failure?.code == "output.foreign")
    #expect(try folder.read("public/anh.txt") == "riêng")
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
