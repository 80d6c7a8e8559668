import Foundation
import Testing

@testable import Commands

/// Laws of `standards` over the packs of the project, each pair of them.
@Suite struct StandardsLawTests {
  static let ids = ["vn-2011", "vn-2016", "vn-2022", "vn-2027", "ho-chi-minh-2021"]
  static let pairs = ids.indices.flatMap { one in ids[one...].map { (ids[one], $0) } }
  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "pipelines/standards").path

  private func lines(_ line: String) async -> [String] {
    let found = await outcome("standards \(line) --standards \(Self.folder)")
    #expect(found.status == 0 && found.err.isEmpty, "\(line): \(found.err)")
    return found.out.split(separator: "\n").map(String.init)
  }
  private func objects(_ line: String) async throws -> [[String: Any]] {
    try await lines("\(line) --format json").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }
  /// The parts of a comparison that have a mark, with the words after it up to the colon.
  private func parts(_ lines: [String], _ mark: Character) -> Set<String> {
    Set(lines.filter { $0.first == mark }.map { String($0.dropFirst(2).prefix { $0 != ":" }) })
  }

  @Test(arguments: pairs) func `the other way round, what was added is taken away`(
    _ one: String, _ other: String
  ) async {
    for language in ["vi", "en"] {
      let there = await lines("diff \(one) \(other) --lang \(language)")
      let back = await lines("diff \(other) \(one) --lang \(language)")
      #expect(parts(there, "+") == parts(back, "-") && parts(there, "-") == parts(back, "+"))
      #expect(parts(there, "~") == parts(back, "~"))
      let marks = there.count { "+-~".contains($0.first ?? " ") }
      #expect(one == other ? marks == 0 && there.count == 1 : marks > 0, "\(there)")
    }
  }
  @Test(arguments: pairs) func `programs are told as many changes as people, under the same names`(
    _ one: String, _ other: String
  ) async throws {
    let text = await lines("diff \(one) \(other) --lang en").filter { "+-~".contains($0.first ?? " ") }
    let changes = try await objects("diff \(one) \(other)").filter { $0["section"] != nil }
    #expect(changes.count == text.count)
    for (line, change) in zip(text, changes) {
      let section = try #require(change["section"] as? String)
      #expect(line.dropFirst(2).hasPrefix(section), "\(line)")
    }
  }
  @Test(arguments: ids) func `a pack is shown with the same numbers and clauses in both languages`(
    _ id: String
  ) async throws {
    let vi = await lines("show \(id) --lang vi")
    let en = await lines("show \(id) --lang en")
    #expect(vi != en)
    func clauses(_ lines: [String]) -> [String] {
      lines.compactMap {
        $0.firstMatch(of: /(Nghị định|Quyết định|Thông tư) [0-9]+[^,:\[]*/).map { String($0.0) }
      }
    }
    #expect(!clauses(vi).isEmpty && clauses(vi) == clauses(en))
    for text in [vi, en] {
      let whole = text.joined(separator: "\n")
      #expect(whole.unicodeScalars.elementsEqual(whole.precomposedStringWithCanonicalMapping.unicodeScalars))
      #expect(!whole.contains("Optional(") && !whole.contains("nil"))
    }
  }
  @Test(arguments: [
    "1900-01-01", "2011-01-01", "2015-12-31", "2016-06-01", "2020-12-31", "2022-01-01", "2024-02-29",
    "2026-12-31", "2027-01-01", "2099-12-31", "01/07/2023",
  ]) func `on a day those are listed that are in force on it, and how many decides the status`(_ day: String)
    async throws
  {
    let iso = day.contains("/") ? day.split(separator: "/").reversed().joined(separator: "-") : day
    let all = try await objects("list").filter { $0["standard"] != nil || $0["id"] != nil }
    #expect(all.count == Self.ids.count, "\(all)")
    let found = await outcome("standards list --on \(day) --standards \(Self.folder) --lang en")
    let english = await lines("list --lang en").filter { line in Self.ids.contains { line.hasPrefix($0) } }
    var national = 0
    for line in english {
      let days = line.matches(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/).map { String($0.0) }
      let isIn = (days.first ?? "9999") <= iso && iso <= (days.count > 1 ? days[1] : "9999")
      let id = line.prefix { $0 != " " }
      #expect(found.out.contains("\(id) ") == isIn, "\(id) on \(day)")
      if isIn && line.contains("whole country") { national += 1 }
    }
    #expect(found.status == (national == 1 ? 0 : 1), "\(national) on \(day): \(found.err)")
    #expect(found.err.isEmpty == (national == 1))
  }
}
