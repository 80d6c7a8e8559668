import Diagnostics
import StageKit
import StageTestKit
import Testing

@testable import SiteKit

/// A hostile text in every place where a template can put one: it is read back as it was given, and makes no element.
@Suite struct TemplatePlacesTests {
  /// A template, and where what it is filled with is found again.
  struct Place: Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    /// The path of an element, or of an attribute with `@`.
    let at: String
    var before = ""
    var after = ""
    var others: [String: String] = [:]
    var testDescription: String { name }
  }
  static let places: [Place] = [
    Place(name: "text", source: "<p>{{ a }}</p>", at: "p"),
    Place(name: "text beside text", source: "<p>một {{ a }} hai</p>", at: "p", before: "một ", after: " hai"),
    Place(
      name: "title", source: "<html><head><title>{{ a }} – x</title></head></html>", at: "html/head/title",
      after: " – x"),
    Place(name: "attribute", source: "<p title=\"{{ a }}\"></p>", at: "p@title"),
    Place(
      name: "part of an attribute", source: "<p title=\"x {{ a }} y\"></p>", at: "p@title", before: "x ",
      after: " y"),
    Place(name: "attribute of data", source: "<td data-l=\"{{ a }}\">x</td>", at: "td@data-l"),
    Place(name: "anchor", source: "<a href=\"#{{ a }}\">x</a>", at: "a@href", before: "#"),
    Place(
      name: "two in one attribute", source: "<p title=\"{{ a }}{{ b }}\"></p>", at: "p@title", after: "chữ"),
    Place(name: "condition", source: "{{ if a }}<p>{{ a }}</p>{{ else }}<i/>{{ end }}", at: "p"),
    Place(name: "loop", source: "<ul>{{ for x in l }}<li>{{ x }}</li>{{ end }}</ul>", at: "ul/li"),
    Place(
      name: "attribute in a loop", source: "<ul>{{ for x in l }}<li id=\"{{ x }}\"/>{{ end }}</ul>",
      at: "ul/li@id"),
    Place(name: "record", source: "<p>{{ r.a.b }}</p>", at: "p"),
    Place(
      name: "record in a loop", source: "<ul>{{ for x in rs }}<li>{{ x.a }}</li>{{ end }}</ul>", at: "ul/li"),
    Place(name: "word", source: "<p>{{ t \"say\" what=a }}</p>", at: "p", before: "Nói: ", after: "."),
    Place(
      name: "word in an attribute", source: "<p title=\"{{ t \"say\" what=a }}\"></p>", at: "p@title",
      before: "Nói: ", after: "."),
    Place(
      name: "part", source: "<div>{{ include \"_p\" x=a }}</div>", at: "div/b",
      others: ["_p": "<b>{{ x }}</b>"]),
    Place(
      name: "part in a part", source: "{{ include \"_p\" x=a }}", at: "b/i",
      others: ["_p": "<b>{{ include \"_q\" y=x }}</b>", "_q": "<i>{{ y }}</i>"]),
    Place(
      name: "layout", source: "{{ layout \"_base\" }}\n<p>{{ a }}</p>", at: "main/p",
      others: ["_base": "<main>{{ content }}</main>"]),
    Place(
      name: "head of a layout", source: "{{ layout \"_base\" }}\n<p>x</p>", at: "main/h1",
      others: ["_base": "<main><h1>{{ a }}</h1>{{ content }}</main>"]),
  ]
  private static func fields(_ text: String) -> [String: TemplateValue] {
    [
      "a": .text(text), "b": "chữ", "l": [.text(text)], "r": ["a": ["b": .text(text)]],
      "rs": [["a": .text(text)]],
    ]
  }
  private static func rendered(_ place: Place, _ text: String) throws(Diagnostics) -> XMLReading {
    XMLReading(
      try render(place.source, fields(text), others: place.others, words: "say: \"Nói: {what}.\""))
  }
  private static func found(_ place: Place, _ reading: XMLReading) -> [String] {
    place.at.contains("@") ? reading.values(of: place.at) : reading.texts(at: place.at)
  }

  @Test(arguments: places) func `a text is found again as it was given, and makes nothing`(_ place: Place)
    throws
  {
    let plain = try Self.rendered(place, "chữ thường")
    #expect(plain.fault == nil && Self.found(place, plain) == ["\(place.before)chữ thường\(place.after)"])
    for text in MarkupReadingTests.hostile {
      let reading = try Self.rendered(place, text)
      #expect(reading.fault == nil, "\(text): \(reading.fault ?? "")")
      #expect(Self.found(place, reading) == ["\(place.before)\(text)\(place.after)"], "\(text)")
      #expect(reading.paths == plain.paths, "\(text)")
      #expect(reading.attributes.map(\.0) == plain.attributes.map(\.0), "\(text)")
    }
  }
  @Test(arguments: places, 0..<2) func `so is any text that is made of such signs`(
    _ place: Place, _ seed: Int
  )
    throws
  {
    var random = SeededRandom(UInt64(seed) + 77)
    let signs = [
      "<", ">", "\"", "&", "'", "=", "/", " ", "script", "{{", "}}", "--", "]]", "ộ", "#", ";", "x",
    ]
    for _ in 0..<40 {
      let text = "k" + (0..<random.next(below: 10)).map { _ in random.one(signs) }.joined() + "k"
      let reading = try Self.rendered(place, text)
      #expect(reading.fault == nil && Self.found(place, reading) == [place.before + text + place.after])
    }
  }
  @Test(arguments: places) func `nothing is written as nothing, whatever the place`(_ place: Place) throws {
    let reading = try Self.rendered(place, "")
    #expect(reading.fault == nil)
    if place.name == "condition" { #expect(reading.paths == ["i"]) }
    guard place.name != "condition" else { return }
    #expect(Self.found(place, reading) == [place.before + place.after])
  }
  @Test func `markup that the program made is written as it is, and text beside it is not`() throws {
    let fields: [String: TemplateValue] = ["m": .html(Array("<b>&lt;</b>".utf8)), "a": "<b>&lt;</b>"]
    #expect(try render("{{ m }}|{{ a }}", fields) == "<b>&lt;</b>|&lt;b&gt;&amp;lt;&lt;/b&gt;")
  }
  @Test(arguments: MarkupReadingTests.hostile) func `a link to a page of such a name leads to that page`(
    _ text: String
  ) throws {
    let reading = XMLReading(try render("<a href=\"{{ link a }}\">x</a>", ["a": .text("p/\(text)/a.html")]))
    let href = try #require(reading.values(of: "a@href").first)
    #expect(reading.fault == nil && reading.paths == ["a"])
    // A sign that begins an anchor ends the path.
    guard !text.contains("#"), !text.contains("//") else { return }
    #expect(PagePath("x/index.html").target(of: href)?.path == PagePath("p/\(text)/a.html"), "\(href)")
  }
}
