import Foundation
import Testing

/// What `diff` says, in words of both languages and in both forms for programs: one and the same.
@Suite struct DiffWordsTests {
  private static let reason = "đính chính: cộng sót một xã"
  /// Two editions: the poor of the last year are others in the second, and a figure is new.
  private static let made = Result {
    let project = try TemporaryProject()
    for line in ["init .", "run vi-du/pipeline.yaml --output ra --quiet"] { _ = try project.run(line) }
    try project.change("vi-du/so-lieu.csv", "377", to: "400")
    try project.change(
      "vi-du/so-lieu.csv", "98,2023-12-31,households",
      to: "98,2022-12-31,poor,count,1500,,,vn-2022,simulated,Số bịa ra để thử\n98,2023-12-31,households")
    try project.change(
      "vi-du/pipeline.yaml", "edition: { id: \"2025-01.1\", date: 2025-01-15 }",
      to: "edition: { id: \"2025-02.1\", date: 2025-02-15, previous: \"2025-01.1\" }")
    let found = try Program.run(
      ["run", "vi-du/pipeline.yaml", "--output", "ra", "--quiet", "--accept-changes", reason],
      in: project.folder)
    guard found.status == 0 else { throw ExampleRun.Failed(text: found.err) }
    return project
  }
  private let project: TemporaryProject
  init() throws { project = try Self.made.get() }

  private func objects(_ line: String = "diff ra --format json") throws -> [[String: Any]] {
    try project.json(line).objects
  }
  @Test(arguments: [
    (
      "vi", "'2025-01.1' (15/01/2025) → '2025-02.1' (15/02/2025)", "lý do chung: \(reason)", "đánh giá:",
      "2 đánh giá và 2 số liệu thay đổi; 1 số liệu mới"
    ),
    (
      "en", "'2025-01.1' (2025-01-15) → '2025-02.1' (2025-02-15)", "reason for all: \(reason)", "verdicts:",
      "2 verdicts and 2 figures changed; 1 new"
    ),
  ]) func `the editions come first, then the reason, verdicts, figures and how many`(
    _ language: String, _ head: String, _ why: String, _ verdicts: String, _ total: String
  ) throws {
    let found = try project.run("diff ra --lang \(language)")
    let lines = found.out.split(separator: "\n").map(String.init)
    #expect(found.status == 0 && found.err.isEmpty)
    #expect(lines.first == head && lines[1] == why && lines[2] == verdicts && lines.last == total)
    #expect(lines.filter { $0.hasPrefix("  ") }.count == 4)
    #expect(lines.filter { $0.hasPrefix("  ") }.allSatisfy { $0.hasSuffix(Self.reason) })
  }
  @Test(arguments: [("vi", "Đạt → Chưa đạt", "377 → 400"), ("en", "Met → Not met", "377 → 400")])
  func `a line says what it was and what it is`(_ language: String, _ verdict: String, _ figure: String)
    throws
  {
    let out = try project.run("diff ra --lang \(language)").out
    #expect(out.contains(verdict) && out.contains(figure))
    #expect(!out.contains("1500") && !out.contains("1.500"), "a new figure is counted alone")
    let other = language == "vi" ? /changed|Met|figures/ : /đánh giá|số liệu thay đổi|Đạt/
    #expect(!out.replacing(Self.reason, with: "").contains(other), "\(out)")
  }
  @Test func `for programs there is an object a change, and their number at the end`() throws {
    let all = try objects()
    let end = try #require(all.last)
    let verdicts = all.filter { $0["target"] != nil }
    let figures = all.filter { $0["change"] != nil }
    #expect(all.count == verdicts.count + figures.count + 1)
    #expect(end["verdicts"] as? Int == verdicts.count && end["new_figures"] as? Int == 1)
    let added = figures.filter { $0["change"] as? String == "added" }
    #expect(added.count == 1 && end["figures"] as? Int == figures.count - added.count)
    #expect(end["acceptance"] as? String == Self.reason)
    for (name, id, date) in [("old", "2025-01.1", "2025-01-15"), ("new", "2025-02.1", "2025-02-15")] {
      let edition = try #require(end[name] as? [String: String])
      #expect(edition["edition"] == id && edition["date"] == date)
    }
    for change in verdicts + figures {
      #expect(change["unit_name"] as? String == "Tỉnh Ví Dụ")
      let title = try #require(change["title"] as? [String: String])
      #expect(title["vi"]?.isEmpty == false && title["en"]?.isEmpty == false && title["vi"] != title["en"])
    }
  }
  @Test func `CSV has a row of each change, and says the same as the objects`() throws {
    let table = TableReading(try project.run("diff ra --csv").out)
    let objects = try objects().dropLast()
    #expect(table.isEven && table.rows.count == objects.count)
    for (row, object) in zip(table.rows, objects) {
      let isVerdict = object["target"] != nil
      #expect(row["subject"] == (isVerdict ? "verdict" : "figure"))
      #expect(row["id"] == (object[isVerdict ? "target" : "figure"] as? String))
      for name in ["old", "new", "unit_name", "unit"] {
        #expect(row[name] == (object[name] as? String ?? ""), "\(name): \(row)")
      }
      let reason = object["reason"] as? [String: String]
      #expect(row["reason_vi"] == reason?["vi"] ?? "" && row["reason_en"] == reason?["en"] ?? "")
    }
  }
  @Test func `the other way round, what is new was there before`() throws {
    let back = try objects("diff ra --from 2025-02.1 --to 2025-01.1 --format json")
    let there = try objects()
    #expect(back.count == there.count)
    func isSame(_ one: [String: Any], _ other: [String: Any]) -> Bool {
      one["change"] != nil && one["figure"] as? String == other["figure"] as? String
    }
    for object in there where object["change"] as? String == "revised" {
      let same = try #require(back.first { isSame($0, object) })
      #expect(same["old"] as? String == object["new"] as? String)
      #expect(same["new"] as? String == object["old"] as? String)
    }
    #expect(back.filter { $0["change"] as? String == "removed" }.count == 1)
    #expect(back.last?["new_figures"] as? Int == 0)
  }
  @Test(arguments: ["2025-01.1", "2025-02.1"]) func `an edition beside itself has no change`(_ id: String)
    throws
  {
    for language in ["vi", "en"] {
      let out = try project.run("diff ra --from \(id) --to \(id) --lang \(language)").out
      let none =
        language == "vi"
        ? "0 đánh giá và 0 số liệu thay đổi; 0 số liệu mới" : "0 verdicts and 0 figures changed; 0 new"
      #expect(out.hasSuffix(none + "\n"), "\(out)")
    }
    #expect(TableReading(try project.run("diff ra --from \(id) --to \(id) --csv").out).rows.isEmpty)
    #expect(try objects("diff ra --from \(id) --to \(id) --format json").count == 1)
  }
  @Test(arguments: [
    ("diff ra --to 2024", "diff.edition", "2025-02.1"), ("diff ra --from 2024", "diff.edition", "2025-01.1"),
    ("diff ra --to 2025-01.1", "diff.first", "--from"), ("diff vi-du", "diff.folder", "--output"),
  ]) func `what cannot be compared says so in both languages, and what to do`(
    _ line: String, _ code: String, _ hint: String
  ) throws {
    let (vi, en) = (try project.run("\(line) --lang vi"), try project.run("\(line) --lang en"))
    for found in [vi, en] {
      #expect(found.status == 64 && found.out.isEmpty && found.err.contains("[\(code)]"), "\(found.err)")
      #expect(found.err.contains(hint))
    }
    #expect(vi.err != en.err && en.err.contains("\nhint: ") && vi.firstError.hasPrefix("lỗi"), "\(vi.err)")
  }
  @Test func `one form for programs at a time`() throws {
    let found = try project.run("diff ra --csv --format json --lang en")
    #expect(found.status == 64 && (found.out + found.err).contains("\"code\":\"command.usage\""))
  }
}
