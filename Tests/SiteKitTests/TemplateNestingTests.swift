import Diagnostics
import StageTestKit
import Testing

@testable import SiteKit

/// Blocks, parts and layouts in one another, and in a circle.
@Suite struct TemplateNestingTests {
  @Test(
    arguments: [
      ("{{ include \"_a\" }}", ["_a": "{{ include \"_a\" }}"]),
      ("{{ include \"_a\" }}", ["_a": "{{ include \"_b\" }}", "_b": "{{ include \"_a\" }}"]),
      (
        "{{ include \"_a\" }}",
        ["_a": "{{ include \"_b\" }}", "_b": "{{ include \"_c\" }}", "_c": "{{ include \"_b\" }}"]
      ),
      ("{{ layout \"_a\" }}x", ["_a": "{{ layout \"_a\" }}{{ content }}"]),
      (
        "{{ layout \"_a\" }}x",
        ["_a": "{{ layout \"_b\" }}{{ content }}", "_b": "{{ layout \"_a\" }}{{ content }}"]
      ),
      ("{{ layout \"_a\" }}x", ["_a": "{{ include \"page\" }}{{ content }}"]),
      ("{{ if a }}{{ include \"page\" }}{{ end }}", [:]),
      ("{{ for x in l }}{{ include \"_a\" }}{{ end }}", ["_a": "{{ if a }}{{ include \"_a\" }}{{ end }}"]),
      ("{{ include \"_a\" x=a }}", ["_a": "{{ include \"_a\" x=x }}"]),
    ] as [(String, [String: String])])
  func `a circle is found when the theme is read, and told once or more`(
    _ source: String, _ others: [String: String]
  ) {
    let found = problems(source, ["a": "x", "l": ["1"]], others: others)
    #expect(!found.isEmpty)
    #expect(
      found.allSatisfy { $0.contains("template.recursive") || $0.contains("template.syntax") }, "\(found)")
  }
  @Test(arguments: [1, 2, 20, 60]) func `parts may stand in parts, as deep as anybody writes them`(
    _ depth: Int
  ) throws {
    var others = ["_p0": "{{ x }}"]
    for level in 1...depth { others["_p\(level)"] = "[{{ include \"_p\(level - 1)\" x=x }}]" }
    let html = try render("{{ include \"_p\(depth)\" x=a }}", ["a": "<"], others: others)
    #expect(html == String(repeating: "[", count: depth) + "&lt;" + String(repeating: "]", count: depth))
  }
  @Test(arguments: [1, 10, 100]) func `conditions and loops may stand in one another`(_ depth: Int) throws {
    let open = String(repeating: "{{ if a }}(", count: depth)
    let close = String(repeating: "){{ else }}no{{ end }}", count: depth)
    let brackets = String(repeating: "(", count: depth) + "x" + String(repeating: ")", count: depth)
    #expect(try render(open + "{{ a }}" + close, ["a": "x"]) == brackets)
    #expect(try render("{{ if b }}" + open + close + "{{ end }}.", ["a": "x", "b": false]) == ".")
  }
  @Test func `loops in loops go through every pair, in order`() throws {
    let lists: TemplateValue = .list((0..<4).map { row in .list((0..<3).map { .text("\(row)\($0)") }) })
    let html = try render("{{ for r in l }}{{ for c in r }}{{ c }},{{ end }};{{ end }}", ["l": lists])
    #expect(html == "00,01,02,;10,11,12,;20,21,22,;30,31,32,;")
  }
  @Test func `a name of a loop hides a field inside, and not behind`() throws {
    let html = try render(
      "{{ a }}{{ for a in l }}{{ a }}{{ for a in m }}{{ a }}{{ end }}{{ a }}{{ end }}{{ a }}",
      ["a": "0", "l": ["1", "2"], "m": ["x"]])
    #expect(html == "01x12x20")
  }
  @Test func `what a part is given ends with it`() throws {
    let found = problems("{{ include \"_a\" x=a }}{{ x }}", ["a": "1"], others: ["_a": "{{ x }}"])
    #expect(found.count == 1 && found[0].hasPrefix("1:26 template.unknown-field"), "\(found)")
  }
  @Test func `a part does not see the names of the loop around it unless it is given them`() throws {
    let source = "{{ for x in l }}{{ include \"_a\" y=x }}{{ end }}"
    #expect(try render(source, ["l": ["1", "2"]], others: ["_a": "[{{ y }}]"]) == "[1][2]")
  }
  @Test func `a mistake in a part is told at its place in the part`() {
    let found = problems("{{ include \"_a\" }}", ["title": "x"], others: ["_a": "ấ\n  <b>{{ titl }}</b>"])
    #expect(found == ["2:9 template.unknown-field — did you mean 'title'?"])
  }
  @Test func `a mistake in a layout is told at its place in the layout`() {
    let found = problems(
      "{{ layout \"_base\" }}x", ["title": "x"], others: ["_base": "<p>\n{{ content }}{{ titl }}"])
    #expect(found == ["2:17 template.unknown-field — did you mean 'title'?"])
  }
  @Test(arguments: [0, 1, 2, 1000, 20_000]) func `a list of any length is gone through`(_ count: Int) throws {
    let list: TemplateValue = .list((0..<count).map { .text(String($0)) })
    let html = try render("{{ for x in l }}{{ x }} {{ else }}none{{ end }}", ["l": list])
    #expect(html == (count == 0 ? "none" : (0..<count).map { "\($0) " }.joined()))
  }
  @Test(
    arguments: [
      ("a", true), ("", false), (" ", true), ("0", true), ("false", true), ("\u{301}", true), ("\u{0}", true),
    ] as [(String, Bool)]) func `text holds when there is any`(_ text: String, _ holds: Bool) throws
  {
    #expect(try render("{{ if a }}1{{ else }}0{{ end }}", ["a": .text(text)]) == (holds ? "1" : "0"))
    #expect(try render("{{ if not a }}1{{ else }}0{{ end }}", ["a": .text(text)]) == (holds ? "0" : "1"))
  }
  @Test(
    arguments: [
      (.nothing, false), (.flag(true), true), (.flag(false), false), (.list([]), false),
      (.list([.nothing]), true),
      (.record([:]), true), (.html([]), false), (.html([32]), true), (.optional(nil), false),
      (.optional(""), false),
      (.optional("x"), true),
    ] as [(TemplateValue, Bool)]) func `other values hold by their kind`(
      _ value: TemplateValue, _ holds: Bool
    ) throws
  {
    #expect(try render("{{ if a }}1{{ else }}0{{ end }}", ["a": value]) == (holds ? "1" : "0"))
  }
  @Test func `of equal names in a record the last counts`() {
    #expect(["a": "1", "a": "2"] as TemplateValue == .record(["a": "2"]))
  }
}
