import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Pipelines

/// Ways in which what is personal could get to everybody past the words of a stage.
@Suite struct AttackTests {
  static let read = PrivacyTests.read
  static let show = "  - { id: shown, use: 1️⃣table.release }\n  - { use: table.publish }"
  static let open = "  - { id: d, use: columns.drop, with: { columns: [head, income] } }\n"
  static func personal(_ column: String, _ way: String, _ stage: String = "table.release") -> String {
    PrivacyTests.personal(1, column, stage, way)
  }

  static let refusals: [Refusal] = [
    Refusal(
      "a column that is said to come from none",
      read + "  - { id: c, use: column.copy, with: { column: head, to: key, claim: none } }\n" + open + show,
      find: [personal("key", "people.head → c.key")]),
    Refusal(
      "a constant beside which a column is said to come from none",
      read + "  - { id: m, use: rows.mark }\n"
        + "  - { id: c, use: column.copy, with: { column: head, to: key, claim: none } }\n" + open + show,
      find: [personal("key", "people.head → c.key")]),
    Refusal(
      "an expression over a personal column",
      read + "  - { id: c, use: column.compute, with: { formula: \"income > 1000\" } }\n" + open + show,
      find: [personal("made", "people.income → c.made")]),
    Refusal(
      "an expression over one and another column",
      read + "  - { id: c, use: column.compute, with: { formula: \"coalesce(commune, head)\" } }\n" + open
        + show,
      find: [personal("made", "people.head → c.made")]),
    Refusal(
      "an expression of no column, of which nothing can be known",
      read + "  - { id: c, use: column.compute, with: { formula: \"1 + 1\" } }\n" + open + show,
      find: [personal("made", "people.head → c.made")]),
    Refusal(
      "a column of a side table",
      read + "  - { id: all, use: people.sum, with: { by: head } }\n"
        + "  - { id: d, use: columns.drop, from: people, with: { columns: [head, income] } }\n"
        + "  - { id: c, use: column.attach, from: { table: d, other: all }, with: { column: head, to: name } }\n"
        + show,
      find: [personal("name", "people.head → c.name")]),
    Refusal(
      "a word that is said to be a sum",
      read + "  - { id: s, use: names.longest }\n" + show,
      find: [personal("longest", "people.head → s.longest")]),
    Refusal(
      "notices of rows",
      read + "  - { id: t, use: rows.tell, from: [people] }\n  - { id: shown, use: 1️⃣notices.release }",
      find: [personal("people.head", "people.head → t.table", "notices.release")]),
    Refusal(
      "notices of notices of rows",
      read + "  - { id: t, use: rows.tell, from: [people] }\n  - { id: u, use: rows.tell, from: [t] }\n"
        + "  - { id: shown, use: 1️⃣notices.release }",
      find: [personal("people.head", "people.head → t.table → u.table", "notices.release")]),
  ]
  @Test(arguments: refusals) func `what would reach everybody is refused, with the way it came`(
    _ refusal: Refusal
  ) {
    let found = refusal.found.filter { !$0.contains("pipeline.unused") }
    #expect(found == refusal.expected)
  }
  @Test(arguments: [
    "  - { id: m, use: rows.mark }\n" + open,
    open
      + "  - { id: m, use: rows.mark }\n  - { id: s, use: people.sum, with: { by: level, sum: [members] } }\n",
    "  - { id: s, use: people.sum, with: { by: commune, sum: [income] } }\n  - { id: t, use: rows.tell, from: [s] }\n"
      + "  - { id: n, use: notices.release, from: t }\n  - { id: again, use: people.sum, from: s, with: { by: commune } }\n",
  ]) func `what comes from no person may be shown`(_ steps: String) throws {
    let show = Self.show.replacing("1️⃣", with: "")
    #expect(throws: Never.self) { try Example(Self.read + steps + show, files: [:]).checked() }
  }
  @Test func `a document that is not public makes what is told of it protected`() throws {
    let steps =
      "  - { id: t, use: rows.tell, from: { unit: u.yaml } }\n  - { id: f, use: figures.make, from: [] }"
    let plan = try Example(Self.read + steps, files: ["u.yaml": "name: a"]).checked()
    #expect(plan["t"]?.outputs["table"]?.taint?.sensitivity == .protected)
    #expect(plan["f"]?.outputs["table"]?.taint?.sensitivity == .public)
  }

  // MARK: While running

  private func failure(_ steps: String, people: String = "a,Đèo Văn Mẫu,3,1.0\nb,Ma Thị Mẫu,4,2.0\n")
    async throws
    -> (StageError?, MemoryOutput)
  {
    let example = Example(Self.read + steps, files: ["a.txt": people])
    let (output, report) = try await example.run()
    return (report.failure, output)
  }
  @Test(arguments: [("commune", true), ("province", true), ("Đèo Văn Mẫu", false), ("", false)])
  func `a column that says it has fixed words alone is held to it`(word: String, isRight: Bool) async throws {
    let steps =
      "  - { id: m, use: rows.mark, with: { word: \"\(word)\" } }\n" + Self.open
      + Self.show.replacing("1️⃣", with: "")
    let (failure, output) = try await failure(steps)
    #expect(
      failure?.message.en
        == (isRight ? nil : "step 'm' says that the column 'level' has fixed words alone, and gives another"))
    #expect(output.paths.isEmpty == !isRight)
  }
  @Test(arguments: [
    ("a,012345678901,3,1.0\n", 1), ("a,Mẫu,3,1.0\nb,001203004567,4,2.0\n", 2),
    ("a,x y 012345678901 z,3,1.0\n", 1),
  ]) func `an identity number that a lie brings into a public file stops the run`(people: String, line: Int)
    async throws
  {
    let steps = "  - { id: l, use: column.lie }\n" + Self.show.replacing("1️⃣", with: "")
    let (failure, output) = try await failure(steps, people: people)
    #expect(
      failure?.message.en
        == "the public file 'index.html', line \(line), has a number of 12 digits like that of an identity card, so nothing is published"
    )
    #expect(failure?.cause == .data)
    #expect(output.paths.isEmpty)
    #expect(try await self.failure(steps, people: "a,Mẫu 12345678901,3,1.0\n").0 == nil)
  }

  /// What is written into a public file, and whether it may be; `head` and `income` are personal columns of the pipeline.
  static let files: [(file: String, words: String, isRight: Bool)] = [
    ("a.csv", "commune,head\\na,b\\n", false), ("a.csv", "commune,\\\"head\\\"\\n", false),
    ("a.csv", "unit,name\\nhead,a\\n", true),
    ("a.json", "[{\\\"head\\\": 1}]", false), ("a.json", "[{\\\"a\\\":1,\\\"income\\\":2}]", false),
    ("a.json", "[\\\"head\\\"]", true),
    ("a.html", "<head><p>income</p>", true), ("a.html", "<p>012345678901</p>", false),
    ("A.SVG", "<desc>012345678901</desc>", false),
    ("a.html", "0.012345678901 112345678901 0123456789012 a012345678901", true),
    ("a.png", "012345678901", true),
    ("a.xml", "", true),
  ]
  @Test(arguments: files.indices) func `a public file names no personal column and has no identity number`(
    index: Int
  ) async throws {
    let (file, words, isRight) = Self.files[index]
    let steps =
      Self.open + "  - { id: shown, use: table.release }\n"
      + "  - { use: words.publish, with: { file: \"\(file)\", words: \"\(words)\" } }"
    let (failure, output) = try await failure(steps)
    #expect((failure == nil) == isRight, "\(failure?.message.en ?? "")")
    #expect((output["everybody/\(file)"] == nil) == !isRight)
  }
  @Test(arguments: [
    ("head_name", "<td>head_name</td>", false), ("head_name", "<td>head_names x_head_name</td>", true),
    ("họ_tên", "cột họ_tên", false), ("note", "id,note\n", true), ("cccd", "a,cccd\n", false),
    ("cccd", "a\ncccd\n", true),
  ]) func `names of more than one word are looked for everywhere`(column: String, text: String, isRight: Bool)
    throws
  {
    var pipeline = CheckedPipeline(info: PipelineInfo(name: "t"), file: "t.yaml")
    let schema = Schema([Field(column, .text, .label, sensitivity: .personal), Field("level", .text, .label)])
    var step = CheckedStep(
      id: "s", use: "s.t", range: nil, work: .sink(.office) { (_, _) throws(StageError) in })
    step.outputs["table"] = CheckedStep.Output(type: Table.self, shape: schema)
    pipeline.steps = [step]
    let texts = PublicTexts(pipeline)
    do throws(StageError) {
      try texts.check(Array(text.utf8), "a.csv")
      #expect(isRight)
    } catch {
      #expect(!isRight)
      #expect(error.message.en.contains("'a.csv', line 1, has the name of the personal column '\(column)'"))
      #expect(error.cause == .data)
    }
  }
}
