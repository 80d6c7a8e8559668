import Foundation
import Testing

/// Two editions of a small pipeline, as people publish, compare and withdraw them.
@Suite struct EditionTests {
  private static let first = "edition: { id: \"2025-01.1\", date: 2025-01-15 }"
  private static let reason = "đính chính theo Quyết định 12/QĐ-UBND"
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
  private func edition(_ id: String, previous: String, more: String = "") throws {
    let text = try project.read("vi-du/pipeline.yaml")
    let line = try #require(text.firstMatch(of: /edition: \{[^\n]*\}/))
    let next = "edition: { id: \"\(id)\", date: 2025-02-15, previous: \"\(previous)\"\(more) }"
    try project.write(text.replacingCharacters(in: line.range, with: next), to: "vi-du/pipeline.yaml")
  }
  /// The second edition: the poor of the last year were counted wrong.
  private func second(more: String = "") throws {
    try project.change("vi-du/so-lieu.csv", "377", to: "400")
    try edition("2025-02.1", previous: "2025-01.1", more: more)
  }
  private func published() throws -> [String: Data] {
    try project.tree("ra/public").merging(try project.tree("ra/ledger")) { $1 }
  }

  @Test func `many changes stop a run, and nothing that is published changes`() throws {
    let before = try published()
    try second()
    let found = try run()
    #expect(found.status == 1)
    #expect(found.err.contains("[edition.changes]") && found.err.contains("--accept-changes"))
    #expect(found.err.contains("2 of 9 figures told before are revised, removed or withheld, more than 5%"))
    #expect(try published() == before)
    let list = try project.read("ra/office/changes.csv")
    #expect(list.contains(",poor,all,revised,377,400,") && list.contains("verdict,vi-du-2024/VD-02"))
    #expect(try project.read("ra/office/changes.json").contains("\"cause\": \"figure\""))
  }
  @Test(arguments: [
    "diff.vi.txt", "diff.en.txt", "diff.csv", "diff.ndjson", "thay-doi.html", "thay-doi.atom",
  ])
  func `two editions give what was looked at`(golden: String) throws {
    try second()
    #expect(try run("--accept-changes", Self.reason).status == 0)
    let text =
      switch golden {
      case "diff.vi.txt": try project.run("diff ra --lang vi").out
      case "diff.en.txt": try project.run("diff ra --lang en").out
      case "diff.csv": try project.run("diff ra --csv").out
      case "diff.ndjson": try project.run("diff ra --format json").out
      case "thay-doi.html": try project.read("ra/public/thay-doi/index.html")
      default: try project.read("ra/public/thay-doi.atom")
      }
    try compare(text, golden)
  }
  @Test func `a reason is kept, and the same edition again needs none`() throws {
    try second()
    #expect(try run("--accept-changes", Self.reason).status == 0)
    let before = try published()
    #expect(try run().status == 0)
    #expect(try published() == before)
    #expect(try project.read("ra/public/du-lieu/so-lieu.csv").contains(",400,,revised,"))
  }
  @Test func `wider limits, and a declared reason`() throws {
    try second(
      more:
        ", changes: { figures: 2, verdicts: 2 }, corrections: [{ units: [\"98\"], reason: { vi: cộng sai, en: wrong sum } }]"
    )
    #expect(try run().status == 0)
    #expect(try project.read("ra/public/thay-doi/index.html").contains("cộng sai"))
  }
  @Test(arguments: [["--accept-changes"], ["--accept-changes", " "], ["--accept-changes", "--quiet"]])
  func `acceptance without a reason is no command line`(_ words: [String]) throws {
    let found = try Program.run(["run", "vi-du/pipeline.yaml"] + words, in: project.folder)
    #expect(found.status == 64)
  }
  @Test func `an edition whose predecessor is missing ends with 2, at its place`() throws {
    try edition("2025-02.1", previous: "2024-12.1")
    let found = try run()
    #expect(found.status == 2)
    #expect(found.err.contains("[edition.no-predecessor]") && found.err.contains("pipeline.yaml:"))
    #expect(try project.run("check vi-du/pipeline.yaml").status == 0, "nothing was published beside the file")
  }
  @Test func `a result dated after the edition ends with 1, at its row`() throws {
    try project.change("vi-du/so-lieu.csv", "98,2024-12-31,poor,", to: "98,2025-12-31,poor,")
    let found = try run()
    #expect(found.status == 1)
    #expect(found.err.contains("[protect.after-edition]") && found.err.contains("so-lieu.csv:7"))
  }
  @Test func `other figures under an id that was used end with 1`() throws {
    try project.change("vi-du/so-lieu.csv", "377", to: "378")
    let found = try run()
    #expect(found.status == 1 && found.err.contains("[edition.published-before]"))
    #expect(try run("--accept-changes", Self.reason).status == 0)
    #expect(try project.tree("ra/ledger").keys.sorted() == ["2025-01.1.ndjson", "2025-01.1~1.ndjson"])
    #expect(try project.read("ra/public/thay-doi/index.html").contains("được phát hành lại"))
  }

  @Test func `a verdict alone that is another under one id is told of everywhere, and once`() throws {
    try project.change("vi-du/ke-hoach.yaml", "at_most: 2.5", to: "at_most: 2.0")
    let refused = try run()
    #expect(refused.status == 1 && refused.err.contains("[edition.published-before]"))
    #expect(try run("--accept-changes", Self.reason).status == 0)
    let ledger = try project.tree("ra/ledger")
    #expect(ledger.keys.sorted() == ["2025-01.1.ndjson", "2025-01.1~1.ndjson"])
    let page = try project.read("ra/public/thay-doi/index.html")
    #expect(page.contains("được phát hành lại") && !page.contains("Lần công bố đầu tiên"))
    #expect(page.contains(#/>Đạt</td><td[^>]*>Chưa đạt</td>/#))
    #expect(try project.read("ra/public/thay-doi.atom").contains("đánh giá đổi từ “Đạt” thành “Chưa đạt”"))
    #expect(try project.read("ra/public/index.html").contains("1 chỉ tiêu có đánh giá hoặc nội dung đã đổi"))
    let told = try project.run("diff ra --lang en").out
    #expect(told.contains("(vi-du-2024/VD-01): Met → Not met — the plan asks something else"))
    let before = try published()
    #expect(try run().status == 0)
    #expect(try published() == before)
  }
  @Test func `another day under one id is told of`() throws {
    try project.change("vi-du/pipeline.yaml", "date: 2025-01-15", to: "date: 2025-01-16")
    #expect(try run().status == 2)
    #expect(try run("--accept-changes", Self.reason).status == 0)
    let page = try project.read("ra/public/thay-doi/index.html")
    #expect(
      page.contains("được phát hành lại") && page.contains("trước đây là 15/01/2025, nay là 16/01/2025"))
    let before = try published()
    #expect(try run().status == 0)
    #expect(try published() == before)
  }

  // MARK: Withdrawing

  private func withdraw(_ more: String...) throws -> Program.Outcome {
    try Program.run(
      ["withdraw", "ra", "--lang", "en", "--reason", "có thể nhận ra một hộ"] + more, in: project.folder)
  }
  @Test func `withdrawing leaves a notice and no figure, and the next edition says so`() throws {
    let found = try withdraw("--edition", "2025-01.1", "--date", "2025-02-01")
    #expect(found.status == 0 && found.out.hasPrefix("withdrew the edition '2025-01.1'"))
    let files = try project.tree("ra/public")
    #expect(files.keys.sorted() == ["404.html", "index.html", "lan-cong-bo.json", "thay-doi.atom"])
    for (path, bytes) in files {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("377") && !text.contains("98@") && !text.contains("href=\"http"), "\(path)")
    }
    try compare(try project.read("ra/public/index.html"), "go-xuong.html")
    try compare(try project.read("ra/public/thay-doi.atom"), "go-xuong.atom")
    // It does not come back by itself.
    let again = try run()
    #expect(again.status == 2 && again.err.contains("[edition.withdrawn]"))
    #expect(try withdraw().out.contains("was withdrawn before"))
    try edition("2025-02.1", previous: "2025-01.1")
    #expect(try run().status == 0)
    let page = try project.read("ra/public/thay-doi/index.html")
    #expect(
      page.contains(
        "Lần công bố 2025-01.1 (ngày 15/01/2025) đã bị gỡ xuống ngày 01/02/2025: có thể nhận ra một hộ."))
  }
  @Test func `another edition, or a folder without one, is not taken down`() throws {
    let before = try published()
    let other = try withdraw("--edition", "2024-12.1")
    #expect(other.status == 64 && other.err.contains("[withdraw.other]"))
    let person = try Program.run(
      ["withdraw", "ra", "--reason", "hộ ông A, 0912345678", "--lang", "en"], in: project.folder)
    #expect(person.status == 1 && person.err.contains("a number like a telephone number"))
    #expect(try published() == before)
    let nothing = try project.run("withdraw vi-du --reason x --lang en")
    #expect(nothing.status == 64 && nothing.err.contains("[withdraw.nothing]"))
    #expect(try project.run("withdraw ra").status == 64)
  }
  @Test func `a disk that is full leaves the site as it was`() throws {
    let before = try published()
    let found = try Program.run(
      ["withdraw", "ra", "--reason", String(repeating: "rất dài ", count: 900)], in: project.folder, limit: 4)
    #expect(found.status == 3)
    #expect(try published() == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: project.folder.path + "/ra").count == 4)
  }

  @Test func `a day before that of the edition is no day of a withdrawal`() throws {
    let before = try published()
    let found = try withdraw("--date", "2025-01-14")
    #expect(found.status == 64 && found.err.contains("[withdraw.date]"))
    #expect(try published() == before)
  }

  @Test func `the notice can be mended, and keeps its day`() throws {
    #expect(try withdraw("--date", "01/02/2025").status == 0)
    let found = try Program.run(
      ["withdraw", "ra", "--lang", "en", "--reason", "một số liệu sai"], in: project.folder)
    #expect(found.status == 0 && found.out.contains("the notice in ra/public was written again"))
    let page = try project.read("ra/public/index.html")
    #expect(page.contains("vào ngày 01/02/2025. Lý do: một số liệu sai.") && !page.contains("một hộ"))
    let other = try withdraw("--edition", "2024-12.1")
    #expect(other.status == 64 && other.err.contains("the notice of '2025-01.1', not '2024-12.1'"))
    #expect(try run().err.contains("[edition.withdrawn]"))
  }
  @Test func `a site whose mark is gone is taken down by its id`() throws {
    try project.remove("ra/public/lan-cong-bo.json")
    let before = try published()
    let asked = try withdraw()
    #expect(
      asked.status == 64 && asked.err.contains("[withdraw.unmarked]") && asked.err.contains("2025-01.1"))
    #expect(try withdraw("--edition", "2024-12.1").status == 64)
    #expect(try published() == before)
    #expect(try withdraw("--edition", "2025-01.1").status == 0)
    #expect(try project.tree("ra/public").count == 4)
  }
  @Test func `a site without its mark is taken down with a cut entry too, which can be restored`() throws {
    let entry = try project.read("ra/ledger/2025-01.1.ndjson")
    try project.remove("ra/public/lan-cong-bo.json")
    try project.write(String(entry.dropLast(40)), to: "ra/ledger/2025-01.1.ndjson")
    let found = try withdraw("--edition", "2025-01.1")
    #expect(found.status == 0 && found.err.contains("warning") && found.err.contains("[ledger.damaged]"))
    #expect(try project.tree("ra/public").count == 4)
    try edition("2025-02.1", previous: "2025-01.1")
    let before = try run()
    #expect(before.status == 3 && before.err.contains("[ledger.damaged]"))
    try project.write(entry, to: "ra/ledger/2025-01.1.ndjson")
    #expect(try run().status == 0)
  }
  @Test func `a ledger that is no folder keeps no site up`() throws {
    try project.remove("ra/ledger")
    try project.write("hỏng", to: "ra/ledger")
    let found = try withdraw()
    #expect(found.status == 0 && found.err.contains("warning") && found.err.contains("[withdraw.unrecorded]"))
    #expect(try project.tree("ra/public").count == 4)
    try project.remove("ra/ledger")
    // What the ledger does not know of is no edition to go on from, until the withdrawal is written down.
    let again = try run()
    #expect(again.status == 3 && again.err.contains("[ledger.damaged]"))
    #expect(try withdraw().status == 0)
    let then = try run()
    #expect(then.status == 2 && then.err.contains("[edition.withdrawn]"))
  }
  @Test func `a public folder that is a link is refused by a run and by a withdrawal`() throws {
    let root = project.folder.path
    try FileManager.default.moveItem(atPath: "\(root)/ra/public", toPath: "\(root)/www")
    try FileManager.default.createSymbolicLink(
      atPath: "\(root)/ra/public", withDestinationPath: "\(root)/www")
    for found in [try run(), try withdraw()] {
      #expect(found.status == 3 && found.err.contains("[output.linked]") && found.err.contains("www"))
    }
    #expect(try project.tree("www").keys.contains("index.html"))
  }
  @Test func `files of others beside the site are told when they go`() throws {
    try project.write("x", to: "ra/public/robots.txt")
    let found = try Program.run(
      ["run", "vi-du/pipeline.yaml", "--output", "ra", "--lang", "en"], in: project.folder)
    #expect(found.status == 0 && found.err.contains("[output.stranger]"))
    #expect(found.err.contains("'public/robots.txt'"))
    #expect(try project.tree("ra/giu-lai").keys.sorted() == ["public/robots.txt"])
  }

  // MARK: A ledger that was changed, and folders of others

  @Test(arguments: ["empty", "head", "cut", "value"])
  func `a damaged ledger stops a run and a comparison, and a site is taken down all the same`(
    _ damage: String
  ) throws {
    let entry = try project.read("ra/ledger/2025-01.1.ndjson")
    let lines = entry.split(separator: "\n").map { "\($0)\n" }
    let text =
      switch damage {
      case "empty": ""
      case "head": lines.dropFirst().joined()
      case "cut": lines.dropLast().joined()
      default: entry.replacing("377", with: "378")
      }
    #expect(text != entry)
    try project.write(text, to: "ra/ledger/2025-01.1.ndjson")
    try second()
    let found = try run("--accept-changes", Self.reason)
    #expect(found.status == 3 && found.err.contains("[ledger.damaged]") && found.err.contains("backup"))
    let compared = try project.run("diff ra --lang en")
    #expect(compared.status == 3 && compared.err.contains("[ledger.damaged]"))
    let down = try withdraw()
    #expect(down.status == 0 && down.err.contains("warning") && !down.err.contains("error"))
  }
  @Test func `a damaged entry of the edition before is found when it is compared`() throws {
    try second()
    #expect(try run("--accept-changes", Self.reason).status == 0)
    let entry = try project.read("ra/ledger/2025-01.1.ndjson")
    try project.write(entry.replacing("377", with: "378"), to: "ra/ledger/2025-01.1.ndjson")
    let compared = try project.run("diff ra --lang en")
    #expect(compared.status == 3 && compared.err.contains("'2025-01.1'"))
    #expect(try run().status == 3)
  }
  @Test func `an edition after one that is not published any more is refused`() throws {
    try second()
    #expect(try run("--accept-changes", Self.reason).status == 0)
    try edition("2025-03.1", previous: "2025-01.1")
    let found = try run()
    #expect(found.status == 2 && found.err.contains("[edition.not-latest]"))
    #expect(found.err.contains("previous: 2025-02.1"))
  }
  @Test func `what a stop left unpublished is no edition`() throws {
    let entry = try project.read("ra/ledger/2025-01.1.ndjson")
    for name in ["2025-02.1", "2025-01.1~withdrawn"] {
      try project.write(
        entry.replacing("2025-01.1", with: "2025-02.1"), to: "ra/ledger/\(name).ndjson.pending")
    }
    let compared = try project.run("diff ra --to 2025-02.1 --lang en")
    #expect(compared.status == 64 && compared.err.contains("[diff.edition]"))
    try edition("2025-03.1", previous: "2025-02.1")
    let after = try run()
    #expect(after.status == 2 && after.err.contains("[edition.no-predecessor]"))
    // The run that was stopped is run again.
    try edition("2025-02.1", previous: "2025-01.1")
    #expect(try run().status == 0)
    #expect(try project.tree("ra/ledger").keys.sorted() == ["2025-01.1.ndjson", "2025-02.1.ndjson"])
  }
  @Test func `an edition that names itself is refused by check too`() throws {
    try edition("2025-02.1", previous: "2025-02.1")
    let found = try project.run("check vi-du/pipeline.yaml --lang en")
    #expect(found.status == 2 && found.err.contains("[edition.own-predecessor]"))
  }
  @Test func `a folder of others is not written into`() throws {
    try project.write("riêng", to: "khac/public/anh.txt")
    let found = try project.run("run vi-du/pipeline.yaml --output khac --lang en")
    #expect(found.status == 3 && found.err.contains("[output.foreign]"))
    #expect(try project.tree("khac").keys.sorted() == ["public/anh.txt"])
  }
  @Test func `a declared reason that fits nothing is a warning at its place`() throws {
    try second(more: ", corrections: [{ units: [\"97\"], reason: sai }]")
    let found = try Program.run(
      ["run", "vi-du/pipeline.yaml", "--output", "ra", "--lang", "en", "--accept-changes", Self.reason],
      in: project.folder)
    #expect(found.status == 0 && found.err.contains("[edition.correction-unused]"))
    #expect(found.err.contains("pipeline.yaml:") && found.err.contains("'97'"))
  }

  // MARK: Comparing

  @Test func `units and measures are told by their names, those that are gone too`() throws {
    func figure(_ id: String) -> String { "{\"figure\":\"\(id)\",\"value\":\"7\",\"status\":\"value\"}\n" }
    let names = "{\"unit\":\"9801@2020-01-01\",\"name\":\"Xã A, huyện B\"}\n"
    let gone = [
      "9801@2020-01-01/2023-12-31/poor/all/vn-2022/recast",
      "9801@2020-01-01/2023-12-31/deprived_water/class:poor/vn-2022/official",
      "9802@2020-01-01/2023-12-31/so_gi_do/all/vn-2022/official",
    ]
    try project.write("{\"head\":\"a\"}\n" + names + gone.map(figure).joined(), to: "hai/ledger/a.ndjson")
    try project.write("{\"head\":\"b\",\"previous\":\"a\"}\n", to: "hai/ledger/b.ndjson")
    let vi = try project.run("diff hai --lang vi").out
    #expect(vi.contains("\nXã A, huyện B (9801@2020-01-01):\n"))
    #expect(vi.contains("  Hộ nghèo (poor), số quy về đơn vị này, 31/12/2023: 7 → đã bỏ"))
    #expect(vi.contains("  Thiếu hụt về nguồn nước sinh hoạt (deprived_water, class:poor) 31/12/2023: 7 →"))
    #expect(vi.contains("\n9802@2020-01-01:\n  so_gi_do 31/12/2023: 7 → đã bỏ"))
    let en = try project.run("diff hai --lang en").out
    #expect(en.contains("  Poor households (poor), carried over to this unit, 2023-12-31: 7 → removed"))
    #expect(en.contains("  Deprived of: "))
    #expect(try project.run("diff hai --format json").out.contains("\"unit_name\": \"Xã A, huyện B\""))
  }

  @Test func `two folders are compared, and each in its own right`() throws {
    try FileManager.default.copyItem(
      at: project.folder.appending(path: "ra"), to: project.folder.appending(path: "cu"))
    try second()
    #expect(try run("--accept-changes", Self.reason).status == 0)
    let folders = try project.run("diff cu ra --lang en")
    let one = try project.run("diff ra --lang en").out
    #expect(folders.status == 0 && folders.out == one)
    #expect(
      try project.run("diff ra cu --lang en").out.contains(
        "Poor households (poor) 2024-12-31: 400 → 377 [revised]"))
    #expect(try project.run("diff ra ra --lang en").out.contains("0 verdicts and 0 figures changed; 0 new"))
    #expect(
      try project.run("diff ra --from 2025-01.1 --to 2025-01.1 --csv").out.split(separator: "\r\n").count == 1
    )
  }
  @Test(arguments: [
    ("diff ra", "diff.first"), ("diff vi-du", "diff.folder"), ("diff ra --from x", "diff.edition"),
    ("diff ra vi-du", "diff.folder"), ("diff nowhere", "diff.folder"),
  ]) func `what cannot be compared is told with its code`(_ line: String, _ code: String) throws {
    let found = try project.run("\(line) --lang en")
    #expect(found.status == 64 && found.err.contains("[\(code)]") && found.err.contains("hint: "))
  }

  private func compare(_ text: String, _ golden: String) throws {
    let place = GoldenTests.goldens.appending(path: "editions/\(golden)")
    guard ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == nil else {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      return try text.write(to: place, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: place, encoding: .utf8)
    #expect(text == expected, "\(golden)")
  }
}
