import Foundation
import Testing

/// Taking a site down where some of what a run has left is lost, and running after it.
@Suite struct LostPiecesTests {
  let project: TemporaryProject
  init() throws {
    project = try TemporaryProject()
    #expect(try project.run("init .").status == 0)
    #expect(try run().status == 0)
  }
  private func run(_ more: String...) throws -> Program.Outcome {
    try Program.run(
      ["run", "vi-du/pipeline.yaml", "--output", "ra", "--quiet", "--lang", "en"] + more, in: project.folder)
  }
  private func withdraw(_ more: String...) throws -> Program.Outcome {
    try Program.run(
      ["withdraw", "ra", "--lang", "en", "--reason", "có thể nhận ra một hộ"] + more, in: project.folder)
  }
  private func published() throws -> [String: Data] {
    try project.tree("ra/public").merging(try project.tree("ra/ledger")) { $1 }
  }

  @Test func `an entry that was replaced and is missing is told when the site is taken down`() throws {
    try project.change("vi-du/so-lieu.csv", "377", to: "400")
    #expect(try run("--accept-changes", "đính chính số hộ nghèo").status == 0)
    try project.remove("ra/ledger/2025-01.1~1.ndjson")
    let found = try withdraw()
    #expect(found.status == 0 && found.err.contains("warning") && found.err.contains("[ledger.damaged]"))
    #expect(found.err.contains("'2025-01.1~1'") && !found.err.contains("error"))
    #expect(try project.tree("ra/public").count == 4)
  }
  @Test func `the notice names the site though the entry is missing`() throws {
    try project.remove("ra/ledger/2025-01.1.ndjson")
    let found = try withdraw()
    #expect(found.status == 0 && found.err.contains("[ledger.damaged]"))
    let page = try project.read("ra/public/index.html")
    #expect(page.contains("Ví dụ giảm nghèo so với kế hoạch") && page.contains("vidu@example.invalid"))
  }
  @Test func `without the entry and the provenance the notice says what is known`() throws {
    try project.remove("ra/ledger/2025-01.1.ndjson")
    try project.write("[", to: "ra/provenance.json")
    #expect(try withdraw().status == 0)
    #expect(try project.read("ra/public/index.html").contains("cơ quan đã công bố trang này"))
  }
  @Test func `a site that was kept beside is told when it is taken down`() throws {
    #expect(try !withdraw("--edition", "khac").err.contains("[withdraw.kept]"))
    try project.remove("ra/provenance.json")
    #expect(try run().status == 0)
    #expect(try project.tree("ra/giu-lai/public").keys.contains("index.html"))
    let found = try withdraw()
    #expect(found.status == 0 && found.err.contains("warning") && found.err.contains("[withdraw.kept]"))
    #expect(found.err.contains("'ra/giu-lai/public/404.html'"), "\(found.err)")
  }
  @Test func `a run for the office alone may have the id of what was withdrawn`() throws {
    #expect(try withdraw().status == 0)
    let whole = try project.read("vi-du/pipeline.yaml")
    let start = try #require(whole.range(of: "  # Mọi thứ"))
    try project.write(String(whole[..<start.lowerBound]), to: "vi-du/van-phong.yaml")
    let before = try published()
    let found = try Program.run(
      ["run", "vi-du/van-phong.yaml", "--output", "ra", "--quiet", "--lang", "en"], in: project.folder)
    #expect(found.status == 0 && !found.err.contains("error"), "\(found.err)")
    #expect(try published() == before)
    #expect(try run().err.contains("[edition.withdrawn]"))
  }
}
