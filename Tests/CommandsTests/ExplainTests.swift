import Diagnostics
import Testing

@testable import Commands

@Suite struct ExplainTests {
  @Test func `a stage is explained with ports and options`() async {
    #expect(
      await outcome("explain words.count --lang en").out == """
        words.count  (batch: turns batches of rows into batches)
        Counts words.

        Inputs:
          table: rows. The rows of the step before.

        Outputs:
          table: rows. The rows it gives.

        Options (with):
        | option | type | default | meaning |
        | --- | --- | --- | --- |
        | `most` | whole number, at least 1 | `3` | The most words. |
        | `column` | text | required | Column to count in. |

        Codes: words.too-many

        """)
  }
  @Test func `a code is explained in both languages`() async {
    #expect(
      await outcome("explain words.too-many --lang en").out
        == "words.too-many\n\nThere are too many words.\n\nWhat to do: Write fewer.\n")
    #expect(
      await outcome("explain words.too-many --lang vi").out
        == "words.too-many\n\nCó quá nhiều từ.\n\nCách sửa: Bớt từ.\n")
  }
  @Test(arguments: [
    ("word.count", "words.count"), ("words.to-many", "words.too-many"), ("command.usag", "command.usage"),
  ]) func `an unknown name is told with the nearest`(name: String, near: String) async {
    let found = await outcome("explain \(name) --lang en")
    #expect(found.status == 64)
    #expect(
      found.err == """
        error: no stage, no code and no rule '\(name)' [command.unknown-name]
        hint: did you mean '\(near)'?

        1 error

        """)
  }
  @Test func `a name far from all others points to the list`() async {
    let found = await outcome("explain xyz --lang vi")
    #expect(found.err.contains("gợi ý: `minhbach stages` liệt kê các công đoạn"))
  }
  @Test func `a rule is printed in both languages with all of it`() async {
    let found = await outcome("explain E6-b2-chan-chuc --lang vi")
    #expect(found.status == 0)
    #expect(found.out.hasPrefix("E6-b2-chan-chuc  (share:rules/household.yaml:"))
    for part in [
      "\nmỗi chỉ số thiếu hụt được 10 điểm nên B2 phải chia hết cho 10\n",
      "\na deprivation is 10 points, so B2 must be a multiple of ten\n", "  Mức độ: sai\n",
      "  Severity: wrong\n", "  Căn cứ: Thông tư 07/2021/TT-BLĐTBXH, Phụ lục IV\n",
      "  Legal basis: Circular 07/2021/TT-BLĐTBXH, annex IV\n", "  Cách xử lý: xem lại phiếu",
      "  What to do: look at the form", "  column: b2\n  check: mod(b2, 10) = 0\n",
    ] { #expect(found.out.contains(part), "\(part)") }
    // The reader's language comes first.
    let english = await outcome("explain E6-b2-chan-chuc --lang en").out
    #expect(english.split(separator: "\n")[1].hasPrefix("a deprivation"))
  }
  @Test(arguments: [
    ("X8", ["E7-theo-thu-nhap", "E7-theo-diem", "E7-phan-con-lai", "E7-thu-nhap-khac-diem"]),
    ("D5", ["D5-gan-trung"]),
    ("T8", ["X1-ho-ngheo", "X1-ho-can-ngheo", "X1-khau-ngheo", "X1-khau-can-ngheo"]),
  ]) func `an edit of the catalogue gives the rules that carry it out`(name: String, rules: [String]) async {
    let found = await outcome("explain \(name) --lang en --format json").out
    #expect(found.matches(of: /"rule": "([^"]+)"/).map { String($0.1) } == rules)
    #expect(found.contains("\"legal\": {\"vi\": "))
  }
  @Test func `a rule whose name is nearly right is suggested`() async {
    let found = await outcome("explain E7-theo-dim --lang en")
    #expect(found.status == 64 && found.err.contains("did you mean 'E7-theo-diem'?"))
  }
  @Test func `the stages are listed in both languages and forms`() async {
    #expect(
      await outcome("stages --lang vi").out == """
        words.count   Đếm từ.
        rows.keep     Giữ mọi dòng.
        text.make     Làm một lời.
        text.publish  Công bố một lời.

        """)
    #expect(
      await outcome("stages --lang en --format json").out == """
        {"name": "words.count", "kind": "batch", "summary": "Counts words."}
        {"name": "rows.keep", "kind": "sink", "summary": "Keeps all rows."}
        {"name": "text.make", "kind": "table", "summary": "Makes a text."}
        {"name": "text.publish", "kind": "sink", "summary": "Publishes a text."}

        """)
  }
}
