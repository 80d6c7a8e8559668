import Diagnostics
import Testing

@testable import SiteKit

@Suite struct TemplateRenderingTests {
  @Test func `a part is given values and texts by name`() throws {
    let text = try render(
      "{{ include \"_a\" x=title id=\"a<b\" }}", ["title": "T"], others: ["_a": "{{ id }}: {{ x }}"])
    #expect(text == "a&lt;b: T")
  }
  @Test(arguments: [
    ("chữ", "chữ"),
    ("", ""),
    ("{{ a }}", "một &lt;b&gt; &amp; &quot;hai&quot; &#39;ba&#39;"),
    ("{{a}}{{ a }}", String(repeating: "một &lt;b&gt; &amp; &quot;hai&quot; &#39;ba&#39;", count: 2)),
    ("{{ raw }}", "<b>1</b>"),
    ("{{ none }}", ""),
    ("{{ r.x }}-{{ r.y.z }}", "1-2"),
    ("{{ site }}", "Trang"),
    ("{ {{ r.x }} }", "{ 1 }"),
    ("{{! ghi chú \" lẻ }}x", "x"),
    ("{{ icon name }}", "<svg/>"),
  ])
  func `values are written, escaped by their kind`(_ source: String, _ expected: String) throws {
    let fields: [String: TemplateValue] = [
      "a": "một <b> & \"hai\" 'ba'", "raw": .html(Array("<b>1</b>".utf8)), "none": .nothing,
      "r": ["x": "1", "y": ["z": "2"]], "name": "dot",
    ]
    #expect(try render(source, fields) == expected)
  }

  @Test(arguments: [
    ("{{ for x in l }}[{{ x }}]{{ end }}", "[a][b]"),
    ("{{ for x in none }}[{{ x }}]{{ else }}không{{ end }}", "không"),
    ("{{ for x in empty }}[{{ x }}]{{ end }}.", "."),
    ("{{ for x in l }}{{ x }}{{ else }}không{{ end }}", "ab"),
    ("{{ for r in rows }}{{ r.n }}:{{ for c in r.cells }}{{ c }},{{ end }};{{ end }}", "1:x,y,;2:;"),
    ("{{ for x in l }}{{ for x in empty }}{{ end }}{{ x }}{{ end }}", "ab"),
  ])
  func `a loop goes through a list`(_ source: String, _ expected: String) throws {
    let fields: [String: TemplateValue] = [
      "l": ["a", "b"], "none": .nothing, "empty": [],
      "rows": [["n": "1", "cells": ["x", "y"]], ["n": "2", "cells": []]],
    ]
    #expect(try render(source, fields) == expected)
  }

  @Test(arguments: [
    ("{{ if yes }}1{{ end }}", "1"),
    ("{{ if no }}1{{ end }}", ""),
    ("{{ if not no }}1{{ end }}", "1"),
    ("{{ if no }}1{{ else }}2{{ end }}", "2"),
    ("{{ if no }}1{{ else if yes }}2{{ else }}3{{ end }}", "2"),
    ("{{ if no }}1{{ else if no }}2{{ else }}3{{ end }}4", "34"),
    ("{{ if no }}1{{ else if not yes }}2{{ end }}4", "4"),
    ("{{ if yes }}{{ if no }}1{{ else }}2{{ end }}{{ else }}3{{ end }}", "2"),
    ("{{ if text }}1{{ end }}{{ if blank }}2{{ end }}{{ if list }}3{{ end }}{{ if none }}4{{ end }}", "13"),
  ])
  func `a condition chooses`(_ source: String, _ expected: String) throws {
    let fields: [String: TemplateValue] = [
      "yes": true, "no": false, "text": "0", "blank": "", "list": ["x"], "none": .nothing,
    ]
    #expect(try render(source, fields) == expected)
  }

  @Test func `a layout takes the page in, and an include its values`() throws {
    let page = "{{ layout \"_base\" }}\n<p>{{ include \"_cell\" value=r.x }}</p>"
    let others = ["_base": "<main>{{ content }}</main>{{ a }}", "_cell": "[{{ value }}{{ a }}]"]
    #expect(try render(page, ["a": "!", "r": ["x": "1"]], others: others) == "<main><p>[1!]</p></main>!")
  }

  @Test func `a tag of a block alone on its line leaves no empty line`() throws {
    let page = "<ul>\n  {{ for x in l }}\n  <li>{{ x }}</li>\n  {{ end }}\n</ul>\n{{! x }}\nz"
    #expect(try render(page, ["l": ["a", "b"]]) == "<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>\nz")
  }

  @Test(arguments: [
    ("{{ t \"plain\" }}", "Đạt &amp; chưa"), ("{{ t \"in.deep\" }}", "sâu"),
    ("{{ t \"sum\" n=count of=total }}", "3 trên &lt;4&gt;"), ("{{ t key }}", "sâu"),
    ("{{ t \"braces\" }}", "{x}"),
  ])
  func `words come by key, with values`(_ source: String, _ expected: String) throws {
    let words = "plain: Đạt & chưa\nin: { deep: sâu }\nsum: \"{n} trên {of}\"\nbraces: \"{{x}}\""
    let fields: [String: TemplateValue] = ["count": "3", "total": "<4>", "key": "in.deep"]
    #expect(try render(source, fields, words: words) == expected)
  }

  @Test func `links are written from the page to the target`() throws {
    let page = "<a href=\"{{ link \"site.css\" }}\"></a><a href=\"{{ link u }}\"></a>"
    let html = try render(page, ["u": "a/b.html#c"], path: "p/q/index.html")
    #expect(html == "<a href=\"../../site.css\"></a><a href=\"../../a/b.html#c\"></a>")
  }

  @Test func `decomposed letters are composed`() throws {
    let decomposed = "Ke\u{0302}\u{0301} hoa\u{0323}ch u\u{031B}\u{0301}ng"
    let html = try render("{{ a }}", ["a": .text(decomposed)])
    #expect(Array(html.unicodeScalars) == Array("Kế hoạch ứng".unicodeScalars))
  }

  @Test func `the same pages give the same bytes`() throws {
    let fields: [String: TemplateValue] = ["rows": .list((0..<50).map { .record(["n": .text(String($0))]) })]
    let source = "{{ for r in rows }}<td>{{ r.n }}</td>{{ end }}"
    #expect(try render(source, fields) == render(source, fields))
  }
}
