import Foundation
import Testing

/// Reasons, ledgers and withdrawals, as people meet them over several editions.
@Suite struct EditionReasonTests {
  private static let reason = "đính chính theo Quyết định 12/QĐ-UBND"
  let project: TemporaryProject
  init() throws {
    project = try TemporaryProject()
    #expect(try project.run("init .").status == 0)
    #expect(try run().status == 0)
  }

  private func run(_ more: String...) throws -> Program.Outcome {
    try Program.run(
      ["run", "vi-du/pipeline.yaml", "--output", "ra", "--lang", "en"] + more, in: project.folder)
  }
  private func edition(_ id: String, previous: String?) throws {
    let text = try project.read("vi-du/pipeline.yaml")
    let line = try #require(text.firstMatch(of: /edition: \{[^\n]*\}/))
    let before = previous.map { ", previous: \"\($0)\"" } ?? ""
    try project.write(
      text.replacingCharacters(
        in: line.range, with: "edition: { id: \"\(id)\", date: 2025-02-15\(before) }"),
      to: "vi-du/pipeline.yaml")
  }
  /// The second edition: the poor of the last year were counted wrong.
  private func second() throws {
    try project.change("vi-du/so-lieu.csv", "377", to: "417")
    try edition("2025-02.1", previous: "2025-01.1")
    #expect(try run("--accept-changes", Self.reason).status == 0)
  }
  private func published() throws -> [String: Data] {
    try project.tree("ra/public").merging(try project.tree("ra/ledger")) { $1 }
  }
  private func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: project.folder.appending(path: path))
  }

  @Test func `a reason for nothing does not take the place of the one that was published`() throws {
    try second()
    let before = try published()
    let found = try run("--accept-changes", "một lý do khác")
    #expect(found.status == 0 && found.err.contains("[edition.acceptance-unused]"))
    #expect(found.err.contains("pipeline.yaml:"))
    #expect(try published() == before)
    let same = try run("--accept-changes", Self.reason)
    #expect(same.status == 0 && !same.err.contains("acceptance-unused"))
    #expect(try published() == before)
  }
  @Test func `a comparison tells no reason that was given for other changes`() throws {
    try second()
    let given = try project.run("diff ra --lang en").out
    #expect(given.contains("reason for all: \(Self.reason)") && given.contains("377 → 417 [revised] — "))
    let back = try project.run("diff ra --from 2025-02.1 --to 2025-01.1 --lang en").out
    #expect(back.contains("417 → 377 [revised]") && !back.contains(Self.reason))
    let same = try project.run("diff ra --from 2025-02.1 --to 2025-02.1 --lang en").out
    #expect(same.contains("0 verdicts and 0 figures changed") && !same.contains(Self.reason))
    try project.change("vi-du/so-lieu.csv", "417", to: "418")
    #expect(try run("--accept-changes", "cộng lại").status == 0)
    #expect(try project.run("diff ra --lang en").out.contains("417 → 418 [revised] — cộng lại"))
    let far = try project.run("diff ra --from 2025-01.1 --lang en").out
    #expect(far.contains("377 → 418") && !far.contains("cộng lại") && !far.contains(Self.reason))
  }
  @Test func `one form of a comparison is asked for, not two`() throws {
    let found = try project.run("diff ra --csv --format json")
    #expect(found.status == 64 && (found.out + found.err).contains("--csv"))
  }
  @Test func `what stops an edition is told at its place`() throws {
    try project.change("vi-du/so-lieu.csv", "377", to: "417")
    let again = try run()
    #expect(again.status == 1 && again.err.contains(/pipeline\.yaml:\d+:\d+.*\[edition\.published-before\]/))
    try edition("2025-02.1", previous: "2025-01.1")
    let next = try run()
    #expect(next.status == 1 && next.err.contains(/pipeline\.yaml:\d+:\d+.*\[edition\.changes\]/))
  }

  // MARK: A ledger that is gone

  @Test(arguments: ["2025-01.1", nil] as [String?])
  func `a ledger that is gone is damage, and no hint leads in a circle`(_ previous: String?) throws {
    try remove("ra/ledger")
    let site = try project.tree("ra/public")
    try edition("2025-02.1", previous: previous)
    let found = try run()
    #expect(found.status == 3 && found.err.contains("[ledger.damaged]") && found.err.contains("backup"))
    #expect(found.err.contains("ledger/2025-01.1.ndjson") && !found.err.contains("previous"))
    #expect(try project.tree("ra/public") == site)
    let compared = try project.run("diff ra --lang en")
    #expect(compared.status == 3 && compared.err.contains("[ledger.damaged]"))
  }
  @Test func `an entry that is gone is named, and not its neighbour`() throws {
    try second()
    try remove("ra/ledger/2025-01.1.ndjson")
    for found in [try run(), try project.run("diff ra --lang en")] {
      #expect(found.status == 3 && found.err.contains("lacks the entry '2025-01.1'"))
    }
  }
  @Test func `a file that is no entry is named`() throws {
    try project.write("linh tinh\n", to: "ra/ledger/abc.ndjson")
    let found = try run()
    #expect(found.status == 3 && found.err.contains("ledger/abc.ndjson"))
  }

  // MARK: After a withdrawal

  /// The second edition, taken down.
  private func withdrawn() throws {
    try second()
    let found = try Program.run(
      ["withdraw", "ra", "--reason", "có thể nhận ra một hộ"], in: project.folder)
    #expect(found.status == 0)
  }
  @Test func `files of others that go with the site are named, and those of the site are not`() throws {
    try project.write("x", to: "ra/public/robots.txt")
    let command = ["withdraw", "ra", "--lang", "en", "--reason", "có thể nhận ra một hộ"]
    let found = try Program.run(command, in: project.folder)
    #expect(found.status == 0 && found.err.contains("warning") && found.err.contains("[withdraw.stranger]"))
    #expect(found.err.contains("'ra/public/robots.txt'") && !found.err.contains("index.html"))
    #expect(try project.tree("ra/public").count == 4)
    #expect(try !Program.run(command, in: project.folder).err.contains("[withdraw.stranger]"))
  }
  @Test func `what a withdrawn edition told is told nowhere, and that it changed is`() throws {
    try withdrawn()
    try project.change("vi-du/so-lieu.csv", "417", to: "377")
    try edition("2025-03.1", previous: "2025-02.1")
    #expect(try run("--accept-changes", "sửa lại").status == 0)
    let page = try project.read("ra/public/thay-doi/index.html")
    let feed = try project.read("ra/public/thay-doi.atom")
    let told =
      try ["diff ra", "diff ra --csv", "diff ra --format json", "diff ra --from 2025-01.1 --to 2025-02.1"]
      .map { try project.run($0).out }
    for text in [page, feed] + told { #expect(!text.contains(/\b417\b/), "\(text)") }
    #expect(page.contains("đã công bố (số cũ không nhắc lại)") && page.contains("377"))
    #expect(page.contains("đã công bố (không nhắc lại)"))
    #expect(feed.contains("đã sửa so với lần công bố đã gỡ xuống, nay là 377"))
    #expect(feed.contains("khác với lần công bố đã gỡ xuống, nay là “"))
    #expect(try project.read("ra/office/changes.csv").contains(",revised,417,377,"), "the office sees it")
    #expect(page.contains("<li>2025-03.1, ngày 15/02/2025</li>"))
    #expect(page.contains("<li>2025-02.1, ngày 15/02/2025: đã gỡ xuống; lý do: có thể nhận ra một hộ</li>"))
    #expect(page.contains("<li>2025-01.1, ngày 15/01/2025</li>"))
  }
  @Test func `the edition after a withdrawn one comes after that one, and no older one`() throws {
    try withdrawn()
    try edition("2025-03.1", previous: "2025-01.1")
    let found = try run()
    #expect(found.status == 2 && found.err.contains("[edition.not-latest]"))
    #expect(found.err.contains("'2025-02.1', withdrawn") && found.err.contains("previous: 2025-02.1"))
  }
  @Test func `an entry that is changed after its edition was withdrawn is damage`() throws {
    try withdrawn()
    let entry = try project.read("ra/ledger/2025-02.1.ndjson")
    #expect(try project.read("ra/ledger/2025-02.1~withdrawn.ndjson").contains("\"entry_sha256\":\""))
    try edition("2025-03.1", previous: "2025-02.1")
    try project.write(entry.replacing("417", with: "377"), to: "ra/ledger/2025-02.1.ndjson")
    let found = try run("--accept-changes", "sửa lại")
    #expect(found.status == 3 && found.err.contains("[ledger.damaged]") && found.err.contains("'2025-02.1'"))
    try project.write(entry, to: "ra/ledger/2025-02.1.ndjson")
    #expect(try run("--accept-changes", "sửa lại").status == 0)
  }
}
