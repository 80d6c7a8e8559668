import Diagnostics
import StageKit
import StageTestKit
import Testing

@testable import SiteKit

/// A theme read from a folder of the project.
@Suite struct ThemeFolderTests {
  private static let files: [String: String] = [
    "t/words.vi.yaml": "title: Nhan đề\nin: { deep: sâu }",
    "t/words.en.yaml": "title: Title\nin: { deep: deep }",
    "t/templates/page.html": "{{ layout \"_base\" }}<p>{{ t \"title\" }}{{ icon name }}</p>",
    "t/templates/_base.html": "<main>{{ content }}</main>", "t/templates/list.html": "x",
    "t/icons/dot.svg": "<svg>\n</svg>\n", "t/assets/site.css": "p {}", "t/assets/a.svg": "<svg/>",
    "t/assets/.htaccess": "",
  ]
  private func theme(
    _ changes: [String: String?] = [:], _ language: Language = .vi
  ) throws(Diagnostics) -> Theme {
    var files = Self.files
    for (path, text) in changes { files[path] = text }
    return try Theme("t", language: language, namedAt: nil, .memory(files))
  }
  private func problems(_ changes: [String: String?]) -> [String] {
    do throws(Diagnostics) {
      _ = try theme(changes)
      return []
    } catch { return error.all.map { "\($0.range?.file ?? "-") \($0.code.rawValue)" } }
  }

  @Test func `templates, icons and assets come from their folders`() throws {
    let theme = try theme()
    #expect(theme.templateNames == ["list", "page"], "what begins with _ is a part, and no page")
    #expect(theme.assets.map(\.path.text).filter { $0 != ".htaccess" } == ["a.svg", "site.css"])
    let page = try SiteBuilder(theme).render(Page("a/b.html", template: "page", ["name": "dot"]))
    #expect(String(decoding: page.bytes, as: UTF8.self) == "<main><p>Nhan đề<svg></svg></p></main>")
    #expect(page.path == "a/b.html")
  }
  @Test(arguments: [(Language.vi, "Nhan đề"), (.en, "Title")]) func `words are those of the language`(
    _ language: Language, _ title: String
  ) throws {
    let theme = try theme([:], language)
    #expect(theme.words("title") == title)
    #expect(theme.words.file == "t/words.\(language.rawValue).yaml")
    #expect(theme.words.keys == ["in.deep", "title"])
  }
  @Test(
    arguments: [
      ([:], []),
      (["t/words.vi.yaml": nil], ["- files.unreadable"]),
      (["t/templates/list.html": "{{ x"], ["t/templates/list.html template.unclosed-tag"]),
      (["t/templates/list.html": "{{ t \"titel\" }}"], ["t/templates/list.html template.unknown-word"]),
      (["t/templates/_base.html": nil], ["t/templates/page.html template.unknown-template"]),
      (["t/words.vi.yaml": "a: [1]"], ["t/words.vi.yaml words.not-text"]),
      (["t/words.en.yaml": "a: [1]"], []),
      (["t/templates/_odd.html": "{{ x"], []),
    ] as [([String: String?], [String])])
  func `what is wrong is told with its file`(_ changes: [String: String?], _ expected: [String]) {
    #expect(problems(changes) == expected)
  }
  @Test func `all wrong templates are told in the order of their names`() {
    let found = problems(["t/templates/b.html": "{{ end }}", "t/templates/a.html": "{{ if }}"])
    #expect(found == ["t/templates/a.html template.syntax", "t/templates/b.html template.stray-tag"])
  }
  @Test func `bytes that are no text are copied as they are`() throws {
    var files = Self.files.mapValues { Array($0.utf8) }
    let image: [UInt8] = [0x89, 0x50, 0, 0xFF, 0x0A, 0x0D]
    files["t/assets/x.png"] = image
    let theme = try Theme("t", language: .vi, namedAt: nil, .memory(bytes: files))
    #expect(theme.assets.first { $0.path == "x.png" }?.bytes == image)
  }
  @Test func `common fields are on every page, and a page's own go before them`() throws {
    let theme = try theme(["t/templates/list.html": "{{ site }}-{{ a }}"])
    let builder = SiteBuilder(theme, common: ["site": "S", "a": "chung"])
    func text(_ fields: [String: TemplateValue]) throws -> String {
      String(decoding: try builder.render(Page("x.html", template: "list", fields)).bytes, as: UTF8.self)
    }
    #expect(try text([:]) == "S-chung")
    #expect(try text(["a": "riêng"]) == "S-riêng")
  }
  @Test func `a template that is not there is suggested`() throws {
    let theme = try theme()
    let error = #expect(throws: Diagnostics.self) {
      try SiteBuilder(theme).render(Page("x.html", template: "pages", [:]))
    }
    #expect(error?.all.map(\.code.rawValue) == ["theme.missing-template"])
    #expect(error?.all.first?.hint?.en.contains("'page'") == true)
  }
  @Test(arguments: [1, 2, 7]) func `any number of workers makes the same pages`(_ workers: Int) async throws {
    let source = "{{ for r in rows }}<td title=\"{{ r.n }}\">{{ t \"title\" }} {{ r.n }}</td>\n{{ end }}"
    let builder = SiteBuilder(try theme(["t/templates/list.html": source]), common: ["site": "S"])
    let pages = (0..<50).map { index in
      Page(
        PagePath("p\(index % 3)/\(index).html"), template: "list",
        ["rows": .list((0..<index).map { .record(["n": .text("<\($0) ộ>")]) })])
    }
    let alone = try pages.map { page throws(Diagnostics) in try builder.render(page) }
    let made = try await withThrowingTaskGroup(of: [SiteFile].self) { group in
      for worker in 0..<workers {
        let run = pages[pages.count * worker / workers..<pages.count * (worker + 1) / workers]
        group.addTask { try run.map { try builder.render($0) } }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(made.sorted { $0.path < $1.path } == alone.sorted { $0.path < $1.path })
  }
}
