import Diagnostics
import Edits
import Foundation
import StageKit
import StageTestKit
import Stages
import Testing

/// Every edit of the catalogue has a rule, every rule its two rows, and no rule changes a value.
@Suite struct EditCatalogueTests {
  private static let folder = StageContractTests.root.appending(path: "pipelines/rules")
  private static let sheets = Result {
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      files["rules/\(name)"] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return try EditSheet.all(in: "rules", .memory(files))
  }
  /// The ids of the catalogue, in its order.
  private static let catalogue =
    (1...13).map { "X\($0)" } + (1...10).map { "E\($0)" } + (1...5).map { "D\($0)" }
    + (1...8).map { "T\($0)" } + (1...8).map { "F\($0)" } + ["W"]
  /// Where the rows are that a rule passes and fails.
  private static func suite(_ rule: String) -> String? {
    if RuleRows.all.contains(where: { $0.cases.contains { $0.rule == rule } }) { return "RuleRowsTests" }
    if FigureRuleTests.cases.contains(where: { $0.rule == rule }) { return "FigureRuleTests" }
    return rule == "D5-gan-trung" ? "DuplicateTests" : nil
  }

  @Test func `every edit of the catalogue is carried out, and no other is named`() throws {
    let covered = Set(try Self.sheets.get().flatMap(\.edits).flatMap(\.covers))
    #expect(covered.symmetricDifference(Self.catalogue).sorted() == [])
  }
  /// A rule without words in both languages, a basis, a condition or what to do is refused when its sheet is read.
  @Test func `every rule has a row that it passes and one that it fails`() throws {
    for edit in try Self.sheets.get().flatMap(\.edits) {
      #expect(Self.suite(edit.id) != nil, "\(edit.id) has no rows in the tests")
    }
    for sheet in RuleRows.all {
      for one in sheet.cases { #expect(!one.pass.isEmpty && !one.fail.isEmpty, "\(one.rule)") }
    }
    for one in FigureRuleTests.cases { #expect(!one.pass.isEmpty && one.fail != one.pass, "\(one.rule)") }
  }
  @Test func `a basis is a law, the register, a list, or says that it is a method`() throws {
    for edit in try Self.sheets.get().flatMap(\.edits) {
      let isLaw = edit.legal.vi.contains(/^(Nghị định|Quyết định|Thông tư) \d+\/20\d\d\/[A-ZĐ-]+/)
      let isList = edit.legal.vi.hasPrefix("Danh mục ")
      let isMethod =
        edit.legal.vi.contains(/không phải điều luật|chưa dẫn điều luật/)
        && edit.legal.en.contains("no provision of law")
      #expect(isLaw || isList || isMethod, "\(edit.id): \(edit.legal.vi)")
    }
  }
  @Test func `the table of the README is made of the sheets`() throws {
    let path = Self.folder.appending(path: "README.md")
    let text = try String(contentsOf: path, encoding: .utf8)
    let start = try #require(text.firstRange(of: "<!-- edits -->\n")).upperBound
    let stop = try #require(text[start...].firstRange(of: "<!-- end of edits -->")).lowerBound
    let table = try Self.table()
    if ProcessInfo.processInfo.environment["UPDATE_README"] != nil {
      try (text[..<start] + table + text[stop...]).write(to: path, atomically: true, encoding: .utf8)
    } else {
      #expect(
        text[start..<stop] == table[...],
        "mend it with: UPDATE_README=1 swift test --disable-xctest --no-parallel --filter EditCatalogueTests")
    }
  }
  private static func table() throws -> String {
    let all = try sheets.get().flatMap { sheet in sheet.edits.map { (sheet: sheet.name, edit: $0) } }
    let head =
      "| phép kiểm tra / edit | quy tắc / rule | bộ / sheet | mức độ / severity | điều kiện / condition"
      + " | lời / words | căn cứ / basis | thử / test |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n"
    return catalogue.reduce(into: head) { table, name in
      for (sheet, edit) in all where edit.covers.first == name {
        let conditions = edit.conditions.map { one in
          let text = one.text.count > 72 ? one.text.prefix(72) + "…" : one.text[...]
          return "`\(one.name): \(text)`"
        }.joined(separator: ", ")
        let cells = [
          edit.covers.joined(separator: ", "), edit.id, sheet, "\(edit.severity.vi) / \(edit.severity.en)",
          conditions, "\(edit.says.vi) / \(edit.says.en)", "\(edit.legal.vi) / \(edit.legal.en)",
          suite(edit.id) ?? "—",
        ]
        table += "| \(cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |\n"
      }
    }
  }

  @Test(arguments: RuleRows.all.map(\.sheet)) func `no rule changes a value`(_ name: String) async throws {
    let sheet = try #require(RuleRows.all.first { $0.sheet == name })
    let rows = sheet.cases.flatMap { $0.pass + $0.fail }
    let files = try sheet.files(rows)
    let day = "reference_date: 2024-12-31"
    let read = try await RowRun(sheet.reading("out"), files, defaults: day)
    let kept = try await RowRun(sheet.reading("a") + sheet.validating("out"), files, defaults: day)
    #expect(read.failure == nil && kept.failure == nil, "\(kept.failure ?? "")")
    #expect(kept.names == read.names && read.rows.count == rows.count)
    // What is left are rows of the input as they were, in their order; the others are kept for the office.
    var rest = read.rows[...]
    for row in kept.rows {
      let place = try #require(rest.firstIndex(of: row), "\(row) was in no row of the input")
      rest = rest[(place + 1)...]
    }
    #expect(kept.balance.count == 4 && kept.balance[0] == rows.count)
    #expect(kept.balance[1] + kept.balance[2] == rows.count && kept.balance[1] == kept.rows.count)
    #expect(kept.balance[2] > 0 || name == "household-left", "some are rejected")
  }
  @Test(
    arguments: [
      // Cells, the code, the column, and what is to be done.
      (["area": "urban"], "validate.area", "area", "mend the area by the type of the unit"),
      (["b1": "141"], "validate.check", "class", "the program changes no class that is recorded"),
      (
        ["income_k": "1501", "b1": ""], "validate.check", "class",
        "the program changes no class that is recorded"
      ),
      (["b2": "40"], "validate.check", "b2", "look at the form of the household"),
      // An id of another form is told, and its row is kept.
      (["household_id": "43408165x"], "validate.pattern", "household_id", "compare it with the form"),
    ] as [([String: String], String, String, String)])
  func `a row that cannot be is told with its code, its place and what to do`(
    _ cells: [String: String], _ code: String, _ column: String, _ hint: String
  ) async throws {
    let files = try RuleRows.household.files([
      [:], cells.merging(["household_id": "000434081657"]) { a, _ in a },
    ])
    let steps = RuleRows.household.reading("a") + RuleRows.household.validating("out")
    let run = try await RowRun(steps, files, defaults: "reference_date: 2024-12-31")
    #expect(run.findings.contains("a.csv:3 \(code) \(column)"), "\(run.findings)")
    #expect(run.messages.contains { $0.contains(hint) }, "\(run.messages)")
    #expect(run.balance == (code == "validate.pattern" ? [2, 2, 0, 0] : [2, 1, 1, 0]))
  }
}
