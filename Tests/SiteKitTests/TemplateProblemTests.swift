import Diagnostics
import Testing

@testable import SiteKit

@Suite struct TemplateProblemTests {
  @Test(arguments: [
    (
      "đầu\n  {{ title",
      "2:3 template.unclosed-tag — add '}}', and see that the quotes in the tag come in pairs"
    ),
    ("{{ }}", "1:3 template.syntax — write the name of a value: {{ title }}"),
    ("{{ a-b }}", "1:4 template.syntax — a name is letters, digits and '_', joined by dots: unit.name"),
    ("{{ els x }}", "1:4 template.syntax — did you mean 'else'?"),
    ("{{ end }}", "1:4 template.stray-tag"),
    ("{{ for x of l }}{{ end }}", "1:1 template.syntax"), ("{{ if }}", "1:1 template.syntax"),
    ("{{ icon }}", "1:1 template.syntax"),
    ("á{{ if a }}x", "1:2 template.unclosed-block — add {{ end }} after the block"),
    ("{{ for x in l }}", "1:1 template.unclosed-block — add {{ end }} after the block"),
    ("{{ include \"pag\" }}", "1:12 template.unknown-template — did you mean 'page'?"),
    ("{{ include \"page\" }}", "1:12 template.recursive"),
    ("<a href=\"{{ a }}\">", "1:13 template.link-needed — {{ link a }}"),
    ("<td class={{ a }}>", "1:14 template.unquoted — =\"{{ a }}\""),
    ("<td class= {{ a }}>", "1:15 template.unquoted — =\"{{ a }}\""),
    ("<td class =\n\t{{ a }}>", "2:5 template.unquoted — =\"{{ a }}\""),
    ("<td title=\"x>y\" class= {{ a }}>", "1:27 template.unquoted — =\"{{ a }}\""),
    ("{{ t \"hell\" }}", "1:6 template.unknown-word — did you mean 'hello'?"),
    ("{{ t \"hello\" nam=a name=a }}", "1:18 template.unknown-parameter — did you mean 'name'?"),
    ("{{ t \"hello\" }}", "1:6 template.missing-parameter — {{ t \"hello\" name=… }}"),
    ("{{ content }}", "1:4 template.stray-tag"),
  ])
  func `a mistake is found before any page is made`(_ source: String, _ expected: String) {
    let found = problems(source, ["a": "x", "l": []])
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test(arguments: [
    ("\n{{ titl }}", "2:4 template.unknown-field — did you mean 'title'?"),
    ("{{ r.nam }}", "1:4 template.unknown-field — did you mean 'name'?"),
    ("{{ title.x }}", "1:4 template.unknown-field"),
    ("{{ r }}", "1:4 template.not-text — go through a list with 'for', ask yes or no with 'if'"),
    ("{{ l }}", "1:4 template.not-text — go through a list with 'for', ask yes or no with 'if'"),
    ("{{ for x in title }}{{ end }}", "1:13 template.not-list"),
    ("{{ icon r.name }}", "1:9 template.unknown-icon — did you mean 'dot'?"),
    ("{{ t title }}", "1:6 template.unknown-word — there are: a, hello"),
  ])
  func `a value that does not fit names the place in the template`(_ source: String, _ expected: String) {
    let found = problems(source, ["title": "Nhan đề", "r": ["name": "dott"], "l": ["x"]])
    #expect(found == [expected])
  }

  @Test(arguments: [
    "x = {{ a }}", "<b>x</b> = {{ a }}", "<b title=\"x = {{ a }}\">", "<b title='x = {{ a }}'>",
    "<b data-action=\"{{ a }}\">", "<b title=\"{{ a }}\">", "<b title = \"{{ a }}\">", "\"{{ a }}\"",
  ])
  func `a value after an equation, or in quotes, is right`(_ source: String) {
    #expect(problems(source, ["a": "x"]) == [])
  }

  @Test func `all mistakes of all templates are told together`() {
    let found = problems("{{ include \"_part\" }}{{ t \"b\" }}", others: ["_part": "{{ end }}\n{{ x y }}"])
    #expect(found.count == 3, "\(found)")
  }

  @Test(arguments: [
    ("- a", "1:1 words.not-text"), ("a: [b]", "1:4 words.not-text"), ("a: \"{b\"", "1:4 words.bad-parameter"),
    ("a: \"b}\"", "1:4 words.bad-parameter"), ("a: \"{1}\"", "1:4 words.bad-parameter"),
  ])
  func `a file of words holds texts alone`(_ words: String, _ expected: String) {
    let found = problems("x", words: words)
    #expect(found.count == 1 && found[0].hasPrefix(expected), "\(found)")
  }

  @Test func `every code is explained in both languages`() {
    let codes = siteKitExplanations.map(\.code)
    #expect(Set(codes).count == codes.count)
    for explanation in siteKitExplanations {
      for text in [explanation.meaning, explanation.remedy] { #expect(!text.vi.isEmpty && !text.en.isEmpty) }
    }
    for code in ["template.unknown-field", "site.broken-link", "theme.missing-word", "words.not-text"] {
      #expect(codes.contains(code))
    }
  }
}
