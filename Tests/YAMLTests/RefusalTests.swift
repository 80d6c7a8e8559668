import Diagnostics
import Testing

@testable import YAML

/// A refusal as one line: place, code, message, hint and notes.
private func refusals(_ bytes: [UInt8], _ language: Language) -> [String] {
  do throws(Diagnostics) {
    return ["accepted: " + (try parseYAML(bytes, file: "f")).flow]
  } catch {
    return error.all.map { d in
      let notes = d.notes.map { " | \($0.range.start.line):\($0.range.start.column) \($0.message(language))" }
        .joined()
      let range = d.range.map { "\($0.start.line):\($0.start.column)-\($0.end.line):\($0.end.column)" } ?? "-"
      return "\(range) [\(d.code.rawValue)] \(d.message(language)) => \(d.hint?(language) ?? "-")\(notes)"
    }
  }
}
private func codes(_ text: String) -> [String] {
  do throws(Diagnostics) {
    _ = try parseYAML(text, file: "f")
    return []
  } catch {
    return error.all.map { "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.code.rawValue)" }
  }
}

struct `What YAML refuses` {
  struct Case: Sendable {
    let text: String
    let vi: [String]
    let en: [String]
  }
  @Test(arguments: [
    Case(
      text: "a: 1\nb: 2\n\"a\": 3\n",
      vi: [
        "3:1-3:4 [yaml.duplicate-key] khóa 'a' được đặt hai lần => xóa một trong hai, hoặc đổi tên một khóa | 1:1 lần đầu ở đây"
      ],
      en: [
        "3:1-3:4 [yaml.duplicate-key] key 'a' is set twice => remove one of the two, or rename one | 1:1 first set here"
      ]),
    Case(
      text: "? [x, y]\n: 1\n? [x, 'y']\n: 2\n",
      vi: [
        "3:3-3:11 [yaml.duplicate-key] hai khóa bằng nhau trong cùng một mục (khóa là một danh sách) => xóa một trong hai, hoặc đổi tên một khóa | 1:3 lần đầu ở đây"
      ],
      en: [
        "3:3-3:11 [yaml.duplicate-key] two keys of one mapping are equal (the key is a list) => remove one of the two, or rename one | 1:3 first set here"
      ]),
    Case(
      text: "a: &t năm\nnăm: 1\n*t : 2\n",
      vi: [
        "3:1-3:3 [yaml.duplicate-key] khóa 'năm' được đặt hai lần => xóa một trong hai, hoặc đổi tên một khóa | 2:1 lần đầu ở đây"
      ],
      en: [
        "3:1-3:3 [yaml.duplicate-key] key 'năm' is set twice => remove one of the two, or rename one | 2:1 first set here"
      ]),
    Case(
      text: "a: &b !!int 1\n<<: *b\n",
      vi: [
        "1:7-1:12 [yaml.tag] không dùng được thẻ '!!int' => xóa thẻ; kiểu của giá trị do tùy chọn quyết định",
        "2:1-2:3 [yaml.merge-key] không dùng được khóa gộp '<<' => viết các mục ra đầy đủ, hoặc dùng bí danh (*tên) cho cả một giá trị",
      ],
      en: [
        "1:7-1:12 [yaml.tag] the tag '!!int' is not supported => remove the tag; the option decides what type its value has",
        "2:1-2:3 [yaml.merge-key] the merge key '<<' is not supported => write the entries out, or use an alias (*name) for a whole value",
      ]),
    Case(
      text: "a: &goc 1\nb: *gox\n",
      vi: [
        "2:4-2:8 [yaml.unknown-alias] bí danh '*gox' không có neo '&gox' nào đứng trước => có phải ý bạn là 'goc'?"
      ],
      en: [
        "2:4-2:8 [yaml.unknown-alias] the alias '*gox' has no anchor '&gox' before it => did you mean 'goc'?"
      ]),
    Case(
      text: "a: &r [1, *r]\n",
      vi: [
        "1:11-1:13 [yaml.recursive-alias] bí danh '*r' nằm trong chính giá trị của neo '&r' => viết giá trị ra thay cho bí danh | 1:4 neo ở đây"
      ],
      en: [
        "1:11-1:13 [yaml.recursive-alias] the alias '*r' stands inside the value of its own anchor '&r' => write the value out in place of the alias | 1:4 the anchor is here"
      ]),
    Case(
      text: "a: 1\n---\nb: 2\n",
      vi: [
        "2:1-2:4 [yaml.several-documents] tệp có hơn một tài liệu YAML; tài liệu thứ hai bắt đầu ở đây => để mỗi tài liệu trong một tệp, hoặc xóa dòng '---'"
      ],
      en: [
        "2:1-2:4 [yaml.several-documents] the file has more than one YAML document; the second one starts here => put each document in a file of its own, or remove the line '---'"
      ]),
    Case(
      text: "a: [1, 2\nb: 3\n",
      vi: [
        "2:2-2:2 [yaml.syntax] thiếu ',' hoặc ']' của danh sách => kiểm tra dấu phẩy giữa các mục và dấu ngoặc đóng | 1:4 dấu '[' mở ở đây"
      ],
      en: [
        "2:2-2:2 [yaml.syntax] a ',' or ']' of the list is missing => check the commas and the closing bracket | 1:4 the '[' is opened here"
      ]),
    Case(
      text: "a: \"x\n",
      vi: [
        "2:1-2:1 [yaml.syntax] tệp kết thúc khi ngoặc chưa đóng => thêm dấu ngoặc đóng chuỗi chữ | 1:4 ngoặc mở ở đây"
      ],
      en: [
        "2:1-2:1 [yaml.syntax] the file ends before the quotation is closed => add the closing quotation mark | 1:4 the quotation is opened here"
      ]),
    Case(
      text: "a: \u{1}\n",
      vi: [
        "1:4-1:5 [yaml.control-character] có ký tự điều khiển U+0001 trong văn bản => xóa ký tự đó; nếu thật sự cần, viết nó dạng \"\\u0001\" trong ngoặc kép"
      ],
      en: [
        "1:4-1:5 [yaml.control-character] there is a control character U+0001 in the text => remove it; if it is really meant, write \"\\u0001\" in double quotes"
      ]),
  ])
  func `each refusal says what, where and how to mend it`(_ test: Case) {
    #expect(refusals(Array(test.text.utf8), .vi) == test.vi)
    #expect(refusals(Array(test.text.utf8), .en) == test.en)
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "1:1-1:1 [yaml.not-utf8] the file is UTF-16, not UTF-8"),
      ([0xFE, 0xFF, 0x00, 0x61], "1:1-1:1 [yaml.not-utf8] the file is UTF-16, not UTF-8"),
      ([0x61, 0x00, 0x3A, 0x00], "1:1-1:1 [yaml.not-utf8] the file is UTF-16, not UTF-8"),
      ([0xFF, 0xFE, 0x00, 0x00], "1:1-1:1 [yaml.not-utf8] the file is UTF-32, not UTF-8"),
      ([0x00, 0x00, 0x00, 0x61], "1:1-1:1 [yaml.not-utf8] the file is UTF-32, not UTF-8"),
      ([0x61, 0x0A, 0xC4, 0x83, 0xE9, 0x20], "2:2-2:3 [yaml.not-utf8] byte 0xE9 is not UTF-8"),
      ([0xC0, 0xAF], "1:1-1:2 [yaml.not-utf8] byte 0xC0 is not UTF-8"),
      ([0x61, 0xED, 0xA0, 0x80], "1:2-1:3 [yaml.not-utf8] byte 0xED is not UTF-8"),
      ([0x61, 0xF4, 0x90, 0x80, 0x80], "1:2-1:3 [yaml.not-utf8] byte 0xF4 is not UTF-8"),
      ([0x61, 0xE1, 0xBA], "1:2-1:3 [yaml.not-utf8] byte 0xE1 is not UTF-8"),
      ([0xEF, 0xBB, 0xBF, 0x80], "1:1-1:2 [yaml.not-utf8] byte 0x80 is not UTF-8"),
    ] as [([UInt8], String)])
  func `bytes that are not UTF-8 are named with their place`(_ bytes: [UInt8], _ expected: String) {
    #expect(refusals(bytes, .en) == [expected + " => open the file in an editor and save it again as UTF-8"])
  }

  @Test(arguments: [0x00, 0x08, 0x0B, 0x1B, 0x7F] as [UInt8])
  func `control characters are refused, NUL too`(_ byte: UInt8) {
    #expect(
      refusals(Array("ab: x\ncd".utf8) + [byte], .en).first?.hasPrefix("2:3-2:4 [yaml.control-character]")
        == true)
  }

  @Test func `all mistakes of a file are told at once, in order, and the syntax error ends them`() {
    let text = """
      a: !x 1
      a: 2
      <<: {b: 1, b: 2}
      c: *none
      d: [
      """
    #expect(
      codes(text) == [
        "1:4 yaml.tag", "2:1 yaml.duplicate-key", "3:1 yaml.merge-key", "3:12 yaml.duplicate-key",
        "4:4 yaml.unknown-alias", "5:5 yaml.syntax",
      ])
  }

  @Test func `a hundred mistakes are enough`() {
    let found = codes(String(repeating: "- !t x\n", count: 5000))
    #expect(found.count == 101)
    #expect(found.last == "100:3 yaml.too-many-mistakes")
  }

  @Test func `every problem of libyaml has Vietnamese words and an unknown one gets a sentence`() {
    #expect(ProblemWords.problem("did not find expected key").message.vi == "ở đây phải là một khóa")
    #expect(ProblemWords.problem("new in 9.9").message.vi == "sai cú pháp YAML (new in 9.9)")
    #expect(ProblemWords.problem("").message.en == "this is not YAML")
    #expect(ProblemWords.context("new").vi == "phần đang đọc bắt đầu ở đây")
  }

  @Test func `every code has its explanation`() {
    let listed = yamlExplanations.map(\.code)
    #expect(Set(listed).count == listed.count)
    #expect(
      listed.sorted() == [
        "yaml.control-character", "yaml.duplicate-key", "yaml.merge-key", "yaml.not-utf8",
        "yaml.recursive-alias",
        "yaml.several-documents", "yaml.syntax", "yaml.tag", "yaml.too-deep", "yaml.too-large",
        "yaml.too-many-mistakes", "yaml.too-many-values", "yaml.unknown-alias",
      ])
  }
}
