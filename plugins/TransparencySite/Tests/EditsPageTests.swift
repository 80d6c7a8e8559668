import Diagnostics
import Edits
import Foundation
import StageKit
import StageTestKit
import Testing

@testable import TransparencySite

/// The page of the rules is made of the sheets themselves.
@Suite struct EditsPageTests {
  private static let names = [
    "household", "household-people", "household-years", "household-left", "member", "figures", "proposals",
  ]
  private static let sheets = Result {
    try names.map { try EditSheet.load("pipelines/rules/\($0).yaml", namedAt: nil, projectFiles) }
  }
  private static let made = Result { try MadeSite(exampleFigures, edits: try sheets.get()) }
  private let path = "phuong-phap/kiem-tra/index.html"

  @Test func `every rule of every sheet is there with all of it`() throws {
    let (page, sheets) = (try Self.made.get().page(path), try Self.sheets.get())
    for sheet in sheets {
      #expect(page.contains(">\(escaped(sheet.title.vi))</h2>"))
      for edit in sheet.edits {
        let row = try #require(page.split(separator: "<tr role=\"row\" id=\"\(edit.id)\">").dropFirst().first)
        let text = row.components(separatedBy: "</tr>")[0]
        for part in [edit.says.vi, edit.legal.vi, edit.severity.vi]
          + edit.conditions.map({ sheet.publicText(of: $0, .vi) })
        {
          #expect(text.contains(escaped(part)), "\(edit.id): \(part)")
        }
        #expect(page.contains(escaped(edit.remedy.vi)), "\(edit.id)")
      }
    }
    let count = sheets.reduce(0) { $0 + $1.edits.count }
    #expect(page.contains("Có \(count) quy tắc trong 7 bộ."))
  }
  @Test func `no name of a personal column stands there, but what it means`() throws {
    let page = try Self.made.get().page(path)
    for name in [
      "household_id", "citizen_id", "birth_date", "name_key", "head_key", "head_birth_date",
      "head_birth_year", "village",
    ] { #expect(!page.contains(name), "\(name)") }
    #expect(page.contains("<code>unique: [‹mã hộ›]</code>"))
    #expect(page.contains("‹số CCCD› LIKE"))
  }
  @Test func `the page of methods leads there`() throws {
    let method = try Self.made.get().page("phuong-phap/index.html")
    #expect(method.contains("<a href=\"kiem-tra/index.html\">"), "no link")
    #expect(try Self.made.get().page(path).contains("Không phép kiểm tra nào sửa một con số."))
  }
  @Test func `a sheet that no step used says so, and one that a stage of the pipeline carries out does not`()
    throws
  {
    let sheets = try Self.sheets.get()
    let mark = "Không áp dụng ở đây."
    #expect(try !Self.made.get().page(path).contains(mark))
    let page = try MadeSite(exampleFigures, edits: sheets) { false }.page(path)
    let parts = page.components(separatedBy: "<h2 ").dropFirst()
    for sheet in sheets {
      let part = try #require(parts.first { $0.contains("id=\"bo-\(sheet.name)\"") })
      #expect(part.contains(mark) == (sheet.name != "proposals"), "\(sheet.name)")
    }
  }
  @Test func `without sheets there is no page and no link`() throws {
    let site = try MadeSite(exampleFigures)
    #expect(site.files[path] == nil)
    #expect(try !site.page("phuong-phap/index.html").contains("kiem-tra"))
  }
  @Test func `a sheet that readers could not follow is refused with its place`() {
    let files = ProjectFiles.memory(["r.yaml": "rules:\n  - { id: A, check: a }\n"])
    let error = #expect(throws: Diagnostics.self) { try EditSheet.load("r.yaml", namedAt: nil, files) }
    #expect(error?.all.first?.range?.file == "r.yaml")
  }
  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
