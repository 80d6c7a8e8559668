import Diagnostics
import StageTestKit
import Testing

@testable import SiteKit

/// A value can be no markup, in text and in attributes.
@Suite struct TemplateEscapingTests {
  @Test(arguments: MarkupReadingTests.hostile) func `a value stands for itself in text and attributes`(
    _ text: String
  ) throws {
    let page = "<p title=\"{{ a }}\">{{ a }}</p>"
    let reading = XMLReading(try render(page, ["a": .text(text)]))
    #expect(reading.fault == nil)
    #expect(reading.values(of: "p@title") == [text])
    #expect(reading.texts(at: "p") == [text])
  }
  @Test(arguments: MarkupReadingTests.hostile) func `so it does as a word's value, an include's and a loop's`(
    _ text: String
  ) throws {
    let page = """
      <div><i>{{ t "say" what=a }}</i><b>{{ include "_part" x=a }}</b>{{ for y in l }}<u>{{ y }}</u>{{ end }}</div>
      """
    let reading = XMLReading(
      try render(
        page, ["a": .text(text), "l": [.text(text), .text(text)]], others: ["_part": "{{ x }}"],
        words: "say: \"Nói {what}.\""))
    #expect(reading.fault == nil)
    #expect(reading.texts(at: "div/i") == ["Nói \(text)."])
    #expect(reading.texts(at: "div/b") == [text])
    #expect(reading.texts(at: "div/u") == [text, text])
  }
  @Test func `words of the theme are text, and no markup`() throws {
    let html = try render("{{ t \"a\" }}", words: "a: \"<b>&amp;\\\"</b>\"")
    #expect(html == "&lt;b&gt;&amp;amp;&quot;&lt;/b&gt;")
  }
  @Test(arguments: 0..<6) func `random texts come back as they were given`(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let signs = ["<", ">", "&", "\"", "'", ";", "#", "x", "amp;", "ộ", "{{", "}}", "😀", "\u{202E}", "/", "="]
    for _ in 0..<100 {
      let text = (0..<random.next(below: 12)).map { _ in random.one(signs) }.joined()
      let reading = XMLReading(try render("<p id=\"{{ a }}\">{{ a }}</p>", ["a": .text(text)]))
      #expect(
        reading.fault == nil && reading.texts(at: "p") == [text] && reading.values(of: "p@id") == [text])
    }
  }
  @Test func `a value is never read as a template`() throws {
    #expect(try render("{{ a }}", ["a": "{{ b }}{{ if }}"]) == "{{ b }}{{ if }}")
  }
  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
    "data:text/html,x", "vbscript:x", "//example.org/x", "\\\\example.org", "file:///etc/passwd",
    "javascript://example.org/%0Aalert(1)", "blob:x",
  ]) func `an address that is given can run nothing and leads to no other site`(_ text: String) throws {
    // A browser drops tabs and line ends anywhere and spaces in front, and takes `\` for `/`.
    let html = try render("<a href=\"{{ link a }}\">x</a>", ["a": .text(text)], path: "index.html")
    let href = try #require(XMLReading(html).values(of: "a@href").first)
    let seen = href.filter { !$0.isWhitespace }.replacing("\\", with: "/").lowercased()
    #expect(!seen.hasPrefix("//"), "\(href)")
    #expect(seen.firstMatch(of: /^[a-z][a-z0-9+.-]*:/) == nil, "\(href)")
  }
  @Test(arguments: [
    "<a href=\"{{ a }}\">", "<a href='{{ a }}'>", "<img src=\"{{ a }}\">", "<form action=\"{{ a }}\">",
    "<a HREF=\"{{ a }}\">", "<a href = \"{{ a }}\">", "<a href=\n'{{ a }}'>",
    "<a class=\"x\" href=\"{{ a }}\">",
    "<a\n  href=\"{{ a }}\">", "<a href=\"{{ t a }}{{ a }}\">",
  ]) func `an address is written with a link alone`(_ source: String) {
    #expect(problems(source, ["a": "x"]).contains { $0.contains("template.link-needed") }, "\(source)")
  }
  @Test(arguments: [
    "<p title=\"{{ a }}\">", "<p title='{{ a }}'>", "<a href=\"{{ link a }}\">{{ a }}</a>",
    "<p>1 < 2 {{ a }}</p>",
    "<a href=\"#{{ a }}\">", "<a href=\"x\" title=\"{{ a }}\">", "<p>href {{ a }}", "<p data-a=\"{{ a }}\">",
  ])
  func `what is no address is not taken for one`(_ source: String) {
    #expect(problems(source, ["a": "x"]) == [], "\(source)")
  }
}
