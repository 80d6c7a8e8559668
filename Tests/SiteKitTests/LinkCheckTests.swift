import Diagnostics
import Testing

@testable import SiteKit

@Suite struct LinkCheckTests {
  private func codes(_ html: String, other: String = "<p id=\"a\"></p>") -> [String] {
    let files = [
      SiteFile("x/index.html", Array(html.utf8)), SiteFile("y.html", Array(other.utf8)),
      SiteFile("site.css", []),
    ]
    var check = LinkCheck(others: ["du-lieu/a.csv"])
    for file in files {
      let isNew = check.read(file)
      #expect(isNew)
    }
    do throws(Diagnostics) {
      try check.verify()
      return []
    } catch { return error.all.map(\.code.rawValue) }
  }

  @Test(arguments: [
    "<a href=\"../y.html\">", "<a href=\"../y.html#a\">", "<link href=\"../site.css\">",
    "<a href=\"../du-lieu/a.csv\">", "<p id=\"b\"><a href=\"#b\">", "<a href=\"https://example.org/\">",
    "<meta content=\"href=x\">", "<p data-id=\"b\" id=\"b\">", "<p\n\tid=\"b\"><a href=\"#b\">",
    "<p data-href=\"z\">", "<a class=\"y\" href=\"index.html\">",
  ])
  func `a link that leads somewhere is right`(_ html: String) {
    #expect(codes(html) == [])
  }

  @Test(arguments: [
    ("<a href=\"y.html\">", "site.broken-link"), ("<a href=\"../../y.html\">", "site.broken-link"),
    ("<a href=\"/y.html\">", "site.broken-link"), ("<img src=\"../a.png\">", "site.broken-link"),
    ("<a href=\"../y.html#b\">", "site.broken-anchor"), ("<a href=\"#c\">", "site.broken-anchor"),
    ("<a href=\"../du-lieu/a.csv#b\">", "site.broken-anchor"),
    ("<b id=\"a\"><i id=\"a\">", "site.duplicate-id"),
    ("<a\thref=\"y.html\">", "site.broken-link"), ("<a\n  href=\"y.html\">", "site.broken-link"),
    ("<a\r\nhref=\"y.html\">", "site.broken-link"), ("<img\tsrc=\"../a.png\">", "site.broken-link"),
    ("<b\tid=\"a\"><i\nid=\"a\">", "site.duplicate-id"),
  ])
  func `a link that leads nowhere is an error`(_ html: String, _ code: String) {
    #expect(codes(html) == [code])
  }

  @Test func `all broken links are told together`() {
    #expect(codes("<a href=\"1.html\"><a href=\"2.html\">").count == 2)
  }

  @Test func `a target that several pages miss is told for the first`() {
    #expect(codes("<a href=\"../1.html\">", other: "<a href=\"1.html\"><a href=\"1.html\">").count == 1)
  }
  @Test func `two pages cannot share a path`() throws {
    var check = LinkCheck(others: ["b.html"])
    let isNew = ["a.html", "a.html", "b.html"].map { check.read(SiteFile(PagePath($0), [])) }
    #expect(isNew == [true, false, false])
    #expect(throws: Diagnostics.self) { try check.verify() }
  }
  @Test func `a page needs its template`() throws {
    let theme = try Theme(
      sources: ["p": (Array("x".utf8), "p")], words: Wording(Array("a: b".utf8), file: "w"))
    #expect(throws: Diagnostics.self) { try SiteBuilder(theme).render(Page("b.html", template: "q", [:])) }
  }
}
