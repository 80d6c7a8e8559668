import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

/// What a stage is told of columns and paths when it is planned.
@Suite struct PlanningTests {
  static let schema = Schema([
    Field("commune", .text, .code), Field("members", .int, .count),
    Field("income", .decimal(scale: 1), .amount),
    Field("poor", .bool, .flag),
    Field("rate", .decimal(scale: 2), .rate(numerator: "poor", denominator: "members")),
    Field("bare", .decimal(scale: 2), .rate(numerator: "", denominator: "")),
    Field("height", .double, .amount), Field("year", .int, .code), Field("born", .date, .label),
    Field("weight", .decimal(scale: 3), .weight), Field("words", .text, .count),
    Field("day", .date, .amount),
  ])
  static let place = SourceRange.top(of: "t.yaml")
  private func planning(_ files: [String: String] = [:]) -> Planning {
    Planning(
      step: "s", range: nil, pipeline: PipelineInfo(name: "t"),
      loader: DocumentLoader(files: .memory(files)))
  }
  private func name(_ text: String) -> ColumnName { ColumnName(text, at: Self.place) }

  @Test func `a column is found with its place and type`() {
    var plan = planning()
    let column = plan.column(name("income"), in: Self.schema, as: FixedDecimal.self)
    #expect(column.index == 2 && column.field.name == "income")
    #expect(plan.column(name("born"), in: Self.schema, as: Day.self).index == 8)
    #expect(plan.column(name("poor"), in: Self.schema)?.index == 3)
    #expect(plan.problems.all.isEmpty)
  }
  @Test func `an unknown column is told with the nearest, and the stage goes on with a stand-in`() {
    var plan = planning()
    let column = plan.column(name("member"), in: Self.schema, as: Int64.self)
    #expect(column.field.name == "member" && column.field.type == .int)
    #expect(plan.column(name("xyz"), in: Self.schema) == nil)
    let all =
      "commune, members, income, poor, rate, bare, height, year, born, weight, words, day"
    #expect(
      plan.problems.all.map(\.whole) == [
        "1:1 no column 'member' | không có cột 'member' — did you mean 'members'? | có phải ý bạn là 'members'?",
        "1:1 no column 'xyz' | không có cột 'xyz' — there are: \(all) | có các tên: \(all)",
      ])
  }
  @Test func `a column of another type is told with both types`() {
    var plan = planning()
    _ = plan.column(name("commune"), in: Self.schema, as: Int64.self)
    _ = plan.column(name("income"), in: Self.schema, as: String.self)
    #expect(
      plan.problems.all.map(\.whole) == [
        "1:1 column 'commune' is text, and a whole number is needed | cột 'commune' là chữ, cần số nguyên",
        "1:1 column 'income' is a decimal of 1 places, and text is needed | cột 'income' là số thập phân 1 chữ số lẻ, cần chữ",
      ])
  }
  @Test(arguments: ["members", "income", "poor"]) func `counts, amounts and flags are added up`(
    column: String
  ) {
    var plan = planning()
    #expect(plan.summable(name(column), in: Self.schema)?.field.name == column)
    #expect(plan.problems.all.isEmpty)
  }
  @Test(arguments: [
    (
      "rate", "'rate' is a rate, and rates are not added up — add up 'poor' and 'members', and divide",
      "'rate' là tỷ lệ, không được cộng các tỷ lệ — cộng 'poor' và 'members' rồi chia"
    ),
    ("bare", "'bare' is a rate, and rates are not added up", "'bare' là tỷ lệ, không được cộng các tỷ lệ"),
    (
      "height", "column 'height' is a floating-point number, which cannot be added up exactly",
      "cột 'height' là số thực, không cộng chính xác được"
    ),
    (
      "words", "column 'words' is text, which cannot be added up exactly",
      "cột 'words' là chữ, không cộng chính xác được"
    ),
    (
      "day", "column 'day' is a date, which cannot be added up exactly",
      "cột 'day' là ngày, không cộng chính xác được"
    ),
    ("year", "column 'year' is a code, which is not added up", "cột 'year' là mã, không được cộng"),
    ("commune", "column 'commune' is a code, which is not added up", "cột 'commune' là mã, không được cộng"),
    ("born", "column 'born' is a label, which is not added up", "cột 'born' là nhãn, không được cộng"),
    (
      "weight", "column 'weight' is a weight, which is not added up",
      "cột 'weight' là trọng số, không được cộng"
    ),
    ("wrds", "no column 'wrds' — did you mean 'words'?", "không có cột 'wrds' — có phải ý bạn là 'words'?"),
  ]) func `what is no count, amount or flag is not added up`(_ column: String, _ en: String, _ vi: String) {
    var plan = planning()
    #expect(plan.summable(name(column), in: Self.schema) == nil)
    let found = plan.problems.all
    #expect(found.map { $0.message.en + ($0.hint.map { " — \($0.en)" } ?? "") } == [en])
    #expect(found.map { $0.message.vi + ($0.hint.map { " — \($0.vi)" } ?? "") } == [vi])
    #expect(found.map(\.range) == [Self.place])
  }
  @Test func `paths are of the project`() {
    var plan = planning(["d/a.csv": "", "d/b.csv": ""])
    #expect(plan.file(Path("d/a.csv", at: Self.place)) == "d/a.csv" && plan.problems.all.isEmpty)
    #expect(plan.files(matching: Path("d/*.csv", at: Self.place)) == ["d/a.csv", "d/b.csv"])
    #expect(plan.file(Path("../a.csv", at: Self.place)) == nil)
    #expect(plan.files(matching: Path("e/*", at: Self.place)).isEmpty)
    #expect(plan.problems.all.map(\.code) == ["files.outside", "files.no-match"])
  }
  @Test func `a document is loaded, or what is wrong with it is noted`() throws {
    struct Note: StageOptions, Resource {
      typealias Shape = Note
      static let kind = Phrase(vi: "lời ghi", en: "a note")
      static let key = "note"
      @Option(vi: "Lời.", en: "Text.") var text: String
    }
    var plan = planning(["a.yaml": "text: 08", "b.yaml": "text: [a]"])
    #expect(try plan.document(reading(DocumentPath<Note>.self, "a.yaml"))?.text == "08")
    #expect(try plan.document(reading(DocumentPath<Note>.self, "b.yaml")) == nil)
    #expect(try plan.document(reading(DocumentPath<Note>.self, "c.yaml")) == nil)
    #expect(
      plan.problems.all.map(\.whole) == [
        "1:7 option 'text': expected text, found a list | tùy chọn 'text': cần chữ, thấy một danh sách",
        "1:4 there is no file 'c.yaml' | không có tệp 'c.yaml'",
      ])
  }
}
