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
        error: no stage and no code '\(name)' [command.unknown-name]
        hint: did you mean '\(near)'?

        1 error

        """)
  }
  @Test func `a name far from all others points to the list`() async {
    let found = await outcome("explain xyz --lang vi")
    #expect(found.err.contains("gợi ý: `minhbach stages` liệt kê các công đoạn"))
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
