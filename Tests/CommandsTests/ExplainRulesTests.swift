import Foundation
import Testing

@testable import Commands

/// A rule of the sheets of the project can be asked for by its id, and is told with all of it.
@Suite struct ExplainRulesTests {
  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "pipelines/rules")
  /// The ids as they stand in the sheets, each with the name of its file.
  static func rules() throws -> [(id: String, sheet: String)] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.filter { $0.hasSuffix(".yaml") }.flatMap { name in
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return text.matches(of: /\n\s*(?:- (?:\{ )?)?id: ([A-Za-z0-9-]+)/).map {
        (id: String($0.1), sheet: String(name.dropLast(5)))
      }
    }
  }
  /// Every fifth of them: each is a reading of all sheets.
  static func some() throws -> [(id: String, sheet: String)] {
    try rules().enumerated().filter { $0.offset % 5 == 0 }.map(\.element)
  }
  private static let labels = [
    "  Mức độ: ", "  Căn cứ: ", "  Cách xử lý: ", "  Severity: ", "  Legal basis: ", "  What to do: ",
  ]

  @Test func `there are rules, and each id is one rule`() throws {
    let rules = try Self.rules()
    #expect(rules.count > 90 && Set(rules.map(\.id)).count == rules.count)
  }
  @Test(arguments: try some()) func `a rule is told in both languages, with severity, basis and what to do`(
    _ id: String, _ sheet: String
  ) async {
    let (vi, en) = (await outcome("explain \(id) --lang vi"), await outcome("explain \(id) --lang en"))
    for found in [vi, en] {
      #expect(found.status == 0 && found.err.isEmpty)
      #expect(found.out.hasPrefix("\(id)  (share:rules/\(sheet).yaml:"))
      for label in Self.labels { #expect(found.out.contains(label), "\(label)") }
      let text = found.out
      #expect(text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars))
    }
    // The same lines in another order, but for the line above the rule as it is written.
    func lines(_ text: String) -> Set<Substring> {
      Set(text.split(separator: "\n").filter { !["Như đã ghi:", "As it is written:"].contains($0) })
    }
    #expect(vi.out != en.out && lines(vi.out) == lines(en.out))
  }
  @Test(arguments: try some()) func `programs get the rule with its words in both languages`(
    _ id: String, _ sheet: String
  ) async throws {
    let found = await outcome("explain \(id) --format json")
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(found.out.utf8)) as? [[String: Any]])
    #expect(list.count == 1)
    let rule = try #require(list.first)
    #expect(rule["rule"] as? String == id && rule["sheet"] as? String == sheet)
    for key in ["says", "legal", "remedy"] {
      let phrase = try #require(rule[key] as? [String: String], "\(key)")
      #expect(
        phrase["vi"]?.isEmpty == false && phrase["en"]?.isEmpty == false && phrase["vi"] != phrase["en"])
    }
    let conditions = try #require(rule["conditions"] as? [[String: String]])
    #expect(!conditions.isEmpty && conditions.allSatisfy { $0["name"] != nil && $0["text"] != nil })
  }
}
