import Diagnostics
import Testing

struct `Reports of many diagnostics` {
  private static func many(_ all: [Diagnostic]) -> Diagnostics {
    var diagnostics = Diagnostics()
    for diagnostic in all { diagnostics.add(diagnostic) }
    return diagnostics
  }

  @Test func `stand file by file, earliest place first, equal ones once, the count last`() {
    let report = Self.many([
      sample(range("b.yaml", 1, 1)), sample(range("a.yaml", 10, 1)), sample(range("a.yaml", 2, 5)),
      sample(range("a.yaml", 2, 3), severity: .warning), sample(range("a.yaml", 2, 5)),
      sample(nil, severity: .note),
    ])
    #expect(
      renderer(nil, .vi).text(report) == """
        ghi chú: sai ở đây [test.code]

        a.yaml:2:3: cảnh báo: sai ở đây [test.code]

        a.yaml:2:5: lỗi: sai ở đây [test.code]

        a.yaml:10:1: lỗi: sai ở đây [test.code]

        b.yaml:1:1: lỗi: sai ở đây [test.code]

        3 lỗi, 1 cảnh báo, 1 ghi chú

        """)
    #expect(renderer(nil, .en).text(report).hasSuffix("\n3 errors, 1 warning, 1 note\n"))
  }

  @Test func `nothing to tell is an empty text`() {
    #expect(renderer(nil).text(Diagnostics()) == "")
    #expect(renderer(nil).jsonLines(Diagnostics()) == "")
  }

  @Test func `huge numbers are capped and the cap is said`() {
    let report = Self.many((1...2500).map { sample(range("f", $0, 1)) })
    let vi = renderer(nil, limit: 2).text(report)
    #expect(
      vi == """
        f:1:1: lỗi: sai ở đây [test.code]

        f:2:1: lỗi: sai ở đây [test.code]

        chỉ hiện 2 trong 2500 lời báo; sửa những chỗ trên rồi chạy lại để xem tiếp

        2500 lỗi

        """)
    #expect(
      renderer(nil, .en, limit: 2).text(report).contains(
        "only 2 of 2500 messages are shown; mend those above"))
    #expect(renderer(nil, limit: 2).jsonLines(report).split(separator: "\n").count == 2500)
    #expect(!renderer(nil, limit: 2500).text(report).contains("chỉ hiện"))
  }

  @Test func `each file is asked for once and shown by its path`() {
    var asked: [String] = []
    let renderer = DiagnosticRenderer(
      language: .en,
      source: {
        asked.append($0)
        return nil
      }, path: { "dir/" + $0 })
    let report = Self.many([sample(range("a", 1, 1)), sample(range("a", 2, 1)), sample(range("b", 1, 1))])
    #expect(renderer.text(report).hasPrefix("dir/a:1:1: error"))
    #expect(asked == ["a", "b"])
  }

  @Test func `JSON Lines escape what must be escaped`() {
    let note = Diagnostic.Note(Phrase(vi: "đây", en: "here"), at: range("g", 3, 4))
    let odd = Diagnostic(
      "a.b", Phrase(vi: "“ă” \"x\" \\ \n\r\t\u{1}\u{7F}\u{2028}😀", en: "e"), at: range("f", 1, 2, length: 3),
      hint: Phrase(vi: "v", en: "h"), notes: [note], severity: .warning)
    #expect(
      renderer(nil).jsonLines(Diagnostics(odd))
        == #"""
        {"severity":"warning","code":"a.b","message":{"vi":"“ă” \"x\" \\ \n\r\t\u0001\u007f\u2028😀","en":"e"},"file":"f","start":{"line":1,"column":2,"offset":0},"end":{"line":1,"column":5,"offset":0},"hint":{"vi":"v","en":"h"},"notes":[{"message":{"vi":"đây","en":"here"},"file":"g","start":{"line":3,"column":4,"offset":0},"end":{"line":3,"column":5,"offset":0}}]}

        """#)
    #expect(
      renderer(nil).json(sample(nil))
        == #"{"severity":"error","code":"test.code","message":{"vi":"sai ở đây","en":"wrong here"},"file":null,"start":null,"end":null,"hint":null,"notes":[]}"#
    )
  }

  @Test func `only errors are thrown, sorted`() {
    #expect(throws: Never.self) { try Diagnostics(sample(nil, severity: .warning)).throwIfAny() }
    let two = Diagnostics(sample(range("b", 1, 1)), sample(range("a", 1, 1)))
    #expect(throws: Diagnostics(sample(range("a", 1, 1)), sample(range("b", 1, 1)))) { try two.throwIfAny() }
  }
}
