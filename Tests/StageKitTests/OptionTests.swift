import Diagnostics
import Foundation
import StageKit
import StageTestKit
import Tables
import Testing
import YAML

/// A mapping of options as a whole.
@Suite struct OptionTests {
  enum Mode: String, OptionValue, CaseIterable { case strict, lenient }
  struct Rich: StageOptions {
    @Option(vi: "Chế độ.", en: "How strict.", default: .strict) var mode: Mode
    @Option(vi: "Số dòng.", en: "Rows.", default: 10, limit: .within(1...99)) var batchRows: Int
    @Option(vi: "Tỷ lệ bỏ.", en: "The most rejected.", default: Percent(millionths: 15_000))
    var maxRejected: Percent
    @Option(vi: "Các tệp.", en: "Files.") var files: OneOf<Path, [Path]>
    @Option(vi: "Cột.", en: "Column.") var column: ColumnName?
    @Option(vi: "Từ ngày.", en: "From.", default: Day(number: 0)) var from: Day
    @Option(vi: "Ngưỡng.", en: "Threshold.", default: FixedPoint(units: 40, scale: 2)) var least: FixedPoint
    @Option(vi: "Nhãn.", en: "Labels.", default: Mapping()) var labels: Mapping<String>
  }
  private func found(_ marked: String) -> [String] {
    problems { () throws(Diagnostics) in
      _ = try Rich.decoded(from: parseYAML(MarkedText(marked).text, file: "t.yaml"))
    }
  }

  @Test func `defaults fill what is left out and have no place`() throws {
    let rich = try Rich.decoded(from: parseYAML("files: a.csv\nmode: lenient", file: "t.yaml"))
    #expect(rich.mode == .lenient && rich.$mode.place == "2:7")
    #expect(rich.batchRows == 10 && rich.$batchRows == nil)
    #expect(rich.maxRejected.millionths == 15_000 && rich.column == nil && rich.$column == nil)
    #expect(rich.from.iso == "1970-01-01" && rich.least.plain == "0.40" && rich.labels.entries.isEmpty)
  }
  @Test func `an unknown key is told with the nearest`() {
    #expect(
      found("files: a\nbatch_row: 3") == [
        "2:1 unknown option 'batch_row' | không có tùy chọn 'batch_row'"
          + " — did you mean 'batch_rows'? | có phải ý bạn là 'batch_rows'?"
      ])
    #expect(
      found("files: a\nbatchRows: 3").first?.hasPrefix("2:1 unknown option 'batchRows'") == true,
      "the Swift name is not the name of the option")
  }
  @Test func `an unknown key like no other is told with all there are`() {
    let all = "mode, batch_rows, max_rejected, files, column, from, least, labels"
    #expect(
      found("files: a\nxyz: 3") == [
        "2:1 unknown option 'xyz' | không có tùy chọn 'xyz' — there are: \(all) | có các tên: \(all)"
      ])
  }
  @Test func `a key that is no scalar is unknown`() {
    #expect(found("files: a\n? [a]\n: 3").first?.hasPrefix("2:3 unknown option 'a list'") == true)
  }
  @Test func `what is missing is told at the mapping it is missing in, with what it is`() {
    #expect(
      found("\n  mode: strict") == [
        "2:3 missing option 'files' | thiếu tùy chọn 'files' — Files. | Các tệp."
      ])
  }
  @Test(arguments: [("[a]", "a list", "một danh sách"), ("a", "a scalar", "một giá trị đơn")])
  func `what is no mapping is told once`(_ text: String, _ en: String, _ vi: String) {
    #expect(
      found(text) == [
        "1:1 expected a mapping of options, found \(en) | cần các mục dạng tên: giá trị, thấy \(vi)"
      ])
  }
  @Test func `all mistakes are told in one pass, in the order of the file`() {
    let places = found(
      """
      batch_rows: 100
      colum: a
      max_rejected: 2
      from: 1/1/2024
      labels: { a: [] , b: { } }
      """)
    #expect(
      places.map { $0.prefix { $0 != "|" } } == [
        "1:1 missing option 'files' ", "1:13 option 'batch_rows': expected from 1 to 99, found '100' ",
        "2:1 unknown option 'colum' ",
        "3:15 option 'max_rejected': expected a percentage such as 1%, found '2' ",
        "4:7 option 'from': expected a day such as 2024-12-31, found '1/1/2024' ",
        "5:14 option 'labels': expected text, found a list ",
        "5:22 option 'labels': expected text, found a mapping ",
      ])
  }
  @Test(
    arguments: [
      ("labels: { a: b, c: Điều 3: mức trên }", false), ("labels:\n  a:\n    Điều 3: mức trên", true),
      ("labels:\n  a: {}", false), ("labels:\n  a: { b: 1, c: 2 }", false),
      ("labels:\n  a:\n    b:\n      c", false), ("labels:\n  a: [b]", false),
    ]) func `a text that YAML reads as a name and its value is to be quoted`(text: String, isQuoted: Bool)
  {
    let error = #expect(throws: Diagnostics.self) {
      try Rich.decoded(from: parseYAML("files: a\n" + text, file: "t.yaml"))
    }
    let hints = error?.all.compactMap(\.hint?.en) ?? []
    #expect(hints.contains { $0.contains("double quotes") } == isQuoted)
  }
  @Test func `a value used again by an alias is told at both places`() {
    let text = MarkedText("mode: &m soft\nfiles: a\nlabels: { m: *m }\nbatch_rows: 1️⃣*m")
    let error = #expect(throws: Diagnostics.self) {
      try Rich.decoded(from: parseYAML(text.text, file: "t.yaml"))
    }
    #expect(
      error?.all.map(\.message.en) == [
        "option 'mode': expected one of strict, lenient, found 'soft'",
        "option 'batch_rows': expected a whole number, found 'soft'",
      ])
    #expect(error?.all.map(\.range.place) == ["1:7", "1:7"])
    #expect(error?.all.map(\.notes.count) == [0, 1])
    let note = error?.all.last?.notes.first
    #expect(note?.message == Phrase(vi: "được dùng lại ở đây", en: "used again here"))
    #expect((note?.range).place == text.places[1])
  }
  @Test func `keys that somebody else reads are let be`() throws {
    let node = try parseYAML("use: a\nfiles: b", file: "t.yaml")
    #expect(throws: Diagnostics.self) { try Rich.decoded(from: node) }
    #expect(throws: Never.self) { try Rich.decoded(from: node, besides: ["use"]) }
  }
  @Test func `no options take nothing`() throws {
    #expect(throws: Never.self) { try NoOptions.decoded(from: parseYAML("{}", file: "t.yaml")) }
    let found = problems { () throws(Diagnostics) in
      _ = try NoOptions.decoded(from: parseYAML("a: 1", file: "t.yaml"))
    }
    #expect(found == ["1:1 unknown option 'a' | không có tùy chọn 'a'"])
  }
}
