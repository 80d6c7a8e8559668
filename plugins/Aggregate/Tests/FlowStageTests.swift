import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing
import YAML

@testable import Aggregate

/// A household on a list.
struct Listed {
  var id: String? = "h1"
  var word: String? = "poor"
  var members: Int64? = 4
  var unit: String? = "00001"
  var standard: String?

  static let schema = Schema([
    Field("id", .text, .code, sensitivity: .protected),
    Field("class", .text, .label, sensitivity: .protected),
    Field("members", .int, .count, sensitivity: .protected), Field("unit", .text, .code),
    Field("standard", .text, .label),
  ])
  static func table(_ rows: [Listed], file: String) -> Table {
    var columns = schema.fields.map { ColumnBuilder($0.type) }
    for row in rows {
      for (index, text) in [(0, row.id), (1, row.word), (3, row.unit), (4, row.standard)] {
        if let text { columns[index].append(text: text.utf8) } else { columns[index].append(missing: .blank) }
      }
      columns[2].append(units: row.members)
    }
    return Table(
      schema, Batch(columns.map(\.column), count: rows.count, origin: Origin(file: file, firstLine: 2)))
  }
}
/// A row of a table of movements as a commune reported it.
struct ReportedRow {
  var unit: String? = "00001"
  var word = "poor"
  var column: Int64 = 9
  var count: Int64?
  var weight = "households"

  static let schema = Schema([
    Field("unit", .text, .code), Field("class", .text, .label), Field("column", .int, .code),
    Field("count", .int, .count), Field("weight", .text, .code),
  ])
  static func table(_ rows: [ReportedRow]) -> Table {
    var columns = schema.fields.map { ColumnBuilder($0.type) }
    for row in rows {
      if let unit = row.unit {
        columns[0].append(text: unit.utf8)
      } else {
        columns[0].append(missing: .blank)
      }
      columns[1].append(text: row.word.utf8)
      columns[2].append(units: row.column)
      columns[3].append(units: row.count)
      columns[4].append(text: row.weight.utf8)
    }
    return Table(
      schema, Batch(columns.map(\.column), count: rows.count, origin: Origin(file: "bieu.csv", firstLine: 2)))
  }
}
/// A run of `households.flows`.
struct FlowRun {
  let mistakes: [String]
  var made: Wide?

  init(
    _ before: [Listed], _ after: [Listed], _ options: String = "{ id: id, members: members, unlisted: away }",
    earlier: [[Listed]] = [], previous: [ReportedRow] = []
  )
    throws
  {
    var planning = Planning(
      step: "db", range: nil, pipeline: PipelineInfo(name: "t", referenceDate: nil),
      loader: DocumentLoader(files: .memory([:])), resources: [:])
    let decoded = try MakeFlows.Options.decoded(from: parseYAML(options, file: "t.yaml"))
    var shapes = Shapes<MakeFlows.Inputs>()
    (shapes.before, shapes.after) = (Listed.schema, Listed.schema)
    shapes.earlier = earlier.map { _ in Listed.schema }
    shapes.previous = previous.isEmpty ? [] : [ReportedRow.schema]
    let planned = MakeFlows(decoded).plan(shapes, &planning)
    mistakes = planning.problems.all.map(\.message.en)
    guard mistakes.isEmpty else { return }
    var given = Given<MakeFlows.Inputs>()
    given.before = Listed.table(before, file: "2024.csv")
    given.after = Listed.table(after, file: "2025.csv")
    given.earlier = Many(earlier.map { Listed.table($0, file: "2023.csv") })
    given.previous = Many(previous.isEmpty ? [] : [ReportedRow.table(previous)])
    var found = Findings()
    let out = try planned.work.run(given, &found)
    made = Wide(schema: out.table.schema, rows: out.table.rows, found: found)
  }
  /// The nine terms of a unit, class and weight.
  func terms(_ class: String, _ weight: String = "households", unit: String = "n/a") -> String {
    guard let made else { return "nothing" }
    return (0..<made.rows.count).filter { row in
      [unit, `class`, weight] == (0..<3).map { made.cell($0, row) }
    }.map { made.cell(5, $0) }.joined(separator: " ")
  }
}

/// The stage `households.flows`.
@Suite struct FlowStageTests {
  @Test func `two lists make the nine columns of each class`() throws {
    let run = try FlowRun(
      [
        Listed(), Listed(id: "h2"), Listed(id: "h3", word: "near_poor", members: 2),
        Listed(id: "h4", word: "none"),
        Listed(id: "h5"),
      ],
      [
        Listed(), Listed(id: "h2", word: "near_poor", members: 5), Listed(id: "h3", word: "poor", members: 2),
        Listed(id: "h4", members: 3), Listed(id: "h6", word: "near_poor", members: 1),
      ])
    #expect(run.mistakes == [])
    #expect(run.terms("poor") == "3 1 0 1 1 0 1 0 3")
    #expect(run.terms("poor", "persons") == "12 4 0 4 2 0 3 0 9")
    #expect(run.terms("near_poor") == "1 0 1 0 1 0 0 1 2")
    #expect(run.terms("near_poor", "persons") == "2 0 2 0 4 0 0 2 6")
    #expect(run.made?.findings == [])
    #expect(run.made?.schema.names == ["unit", "class", "weight", "column", "term", "count"])
    #expect(run.made?.rows.count == 36)
  }
  @Test func `earlier lists say who relapsed, and the lists may be of the poor alone`() throws {
    let earlier = [[Listed(), Listed(id: "h2", word: "near_poor")]]
    let run = try FlowRun(
      [Listed(id: "h3")], [Listed(), Listed(id: "h2")], "{ id: id, unlisted: neither }", earlier: earlier)
    #expect(run.terms("poor") == "1 0 1 0 0 1 1 0 2")
    #expect(run.terms("poor", "persons") == "")
    let away = try FlowRun(
      [Listed(id: "h3")], [Listed(), Listed(id: "h2")], "{ id: id, unlisted: away }", earlier: earlier)
    #expect(away.terms("poor") == "1 0 0 1 0 0 0 2 2")
  }
  @Test func `who moved left one unit and came to another`() throws {
    let run = try FlowRun(
      [Listed(), Listed(id: "h2")], [Listed(unit: "00002"), Listed(id: "h2", word: "none")],
      "{ id: id, unit: unit, unlisted: away }")
    #expect(run.terms("poor") == "2 0 1 0 0 0 0 0 1")
    #expect(run.terms("poor", unit: "00001") == "2 0 1 1 0 0 0 0 0")
    #expect(run.terms("poor", unit: "00002") == "0 0 0 0 0 0 0 1 1")
  }
  @Test func `a household with a wrong row is in no movements, and the row is named`() throws {
    let run = try FlowRun(
      [Listed(), Listed(), Listed(id: "h2", word: "giàu"), Listed(id: "h3"), Listed(id: nil)],
      [
        Listed(), Listed(id: "h2"), Listed(id: "h3", members: -1), Listed(id: "h4", members: nil),
        Listed(id: ""),
      ])
    #expect(run.terms("poor") == "0 0 0 0 0 0 0 0 0")
    #expect(
      run.made?.findings == [
        "measures.id-twice: this id stands twice in the list",
        "measures.class: there is no class 'giàu'",
        "flows.no-id: a household without an id cannot be matched",
        "measures.negative: a number of persons is missing or below 1",
        "measures.negative: a number of persons is missing or below 1",
        "flows.no-id: a household without an id cannot be matched",
        "flows.left-out: 4 households have a row that is wrong, and are in no movements",
      ])
    let kept = run.made?.found.steps.values.flatMap(\.kept) ?? []
    #expect(
      kept.prefix(2).map(\.line) == [3, 4] && kept[0].file == "2024.csv" && kept[3].column == "members")
  }
  @Test(arguments: [0, -1, .min] as [Int64]) func `a household of nobody is in no movements, and told`(
    members: Int64
  ) throws {
    let run = try FlowRun([Listed(members: members), Listed(id: "h2")], [Listed(), Listed(id: "h2")])
    #expect(run.terms("poor") == "1 0 0 0 0 0 0 0 1" && run.terms("poor", "persons") == "4 0 0 0 0 0 0 0 4")
    #expect(
      run.made?.findings == [
        "measures.negative: a number of persons is missing or below 1",
        "flows.left-out: 1 households have a row that is wrong, and are in no movements",
      ])
    // Where members are not asked for, what stands there is all one.
    let without = try FlowRun([Listed(members: members)], [Listed()], "{ id: id, unlisted: away }")
    #expect(without.terms("poor") == "1 0 0 0 0 0 0 0 1" && without.made?.findings == [])
  }

  // MARK: Who is not listed

  @Test(
    arguments: [
      // Last year, now, a list of earlier; the poor and the near-poor where who is not listed is neither, and is away.
      ("poor", nil, nil, "1 0 1 0 0 0 0 0 0", "1 0 0 1 0 0 0 0 0"),
      ("near_poor", nil, nil, "1 1 0 0 0 0 0 0 0", "1 0 0 1 0 0 0 0 0"),
      (nil, "poor", "poor", "0 0 0 0 0 1 0 0 1", "0 0 0 0 0 0 0 1 1"),
      (nil, "poor", "near_poor", "0 0 0 0 0 0 1 0 1", "0 0 0 0 0 0 0 1 1"),
      (nil, "poor", nil, "0 0 0 0 0 0 1 0 1", "0 0 0 0 0 0 0 1 1"),
      (nil, "near_poor", "near_poor", "0 0 0 0 0 1 0 0 1", "0 0 0 0 0 0 0 1 1"),
      // Who is listed as neither is known to have been neither.
      ("none", "poor", "poor", "0 0 0 0 0 1 0 0 1", "0 0 0 0 0 1 0 0 1"),
      ("none", "poor", nil, "0 0 0 0 0 0 1 0 1", "0 0 0 0 0 0 1 0 1"),
      ("poor", "average", nil, "1 0 1 0 0 0 0 0 0", "1 0 1 0 0 0 0 0 0"),
    ] as [(String?, String?, String?, String, String)])
  func `where those are who are not listed decides who relapsed, is new and escaped`(
    _ row: (before: String?, after: String?, earlier: String?, neither: String, away: String)
  ) throws {
    func list(_ word: String?) -> [Listed] { word.map { [Listed(word: $0)] } ?? [] }
    let kind = row.after == "near_poor" || row.before == "near_poor" ? "near_poor" : "poor"
    for (option, wanted) in [("neither", row.neither), ("away", row.away)] {
      let run = try FlowRun(
        list(row.before), list(row.after), "{ id: id, unlisted: \(option) }", earlier: [list(row.earlier)])
      #expect(run.terms(kind) == wanted, "\(option)")
    }
  }
  @Test func `where those are who are not listed must be said`() {
    expectOptions(
      of: MakeFlows.self,
      """
      1️⃣id: ma
      """, find: [(1, "missing option 'unlisted'")])
  }

  // MARK: Standards

  @Test(
    arguments: [
      // The standards that last year, this year and an earlier list say; whether there are numbers; what is told.
      (["vn-2022"], ["vn-2022"], [nil], true, nil), ([nil], ["vn-2022"], [nil], true, nil),
      ([nil], [nil], [nil], true, nil), (["vn-2022", nil], ["vn-2022", ""], ["vn-2022"], true, nil),
      (
        ["vn-2016"], ["vn-2022"], [nil], false,
        "flows.standards: the lists are of several standards (vn-2016, vn-2022)"
      ),
      (
        ["vn-2022", "vn-2016"], ["vn-2022"], [nil], false,
        "flows.standards: the lists are of several standards (vn-2016, vn-2022)"
      ),
      (
        ["vn-2022"], ["vn-2022"], ["vn-2016"], true,
        "flows.standards: earlier lists are of another standard (vn-2016, vn-2022)"
      ),
    ] as [([String?], [String?], [String?], Bool, String?)])
  func `lists of two standards make no movements`(
    _ row: (before: [String?], after: [String?], earlier: [String?], isMade: Bool, told: String?)
  ) throws {
    func list(_ standards: [String?]) -> [Listed] {
      standards.enumerated().map { Listed(id: "h\($0)", word: "poor", standard: $1) }
    }
    let run = try FlowRun(
      list(row.before), list(row.after), "{ id: id, unlisted: neither }", earlier: [list(row.earlier)])
    #expect(run.terms("poor").contains("n/a") == !row.isMade)
    #expect(
      run.terms("near_poor") == (row.isMade ? "0 0 0 0 0 0 0 0 0" : "n/a n/a n/a n/a n/a n/a n/a n/a n/a"))
    let told = run.made?.findings ?? []
    #expect(told.count == (row.told == nil ? 0 : 1))
    for text in told { #expect(text.hasPrefix(row.told ?? "?"), "\(text)") }
  }
  @Test(
    arguments: [
      // The column of the class, those of standards there are; which is looked at.
      ("class", ["standard"], "standard"), ("lop", ["standard"], "standard"),
      ("cu_class", ["standard", "cu_standard"], "cu_standard"),
      ("cu_lop", ["standard", "cu_standard"], "cu_standard"),
      ("class", ["standard", "cu_standard"], "standard"), ("class", ["cu_standard"], nil),
      ("last_class", ["last_standard"], "last_standard"), ("cu_class", ["standard"], "standard"),
      ("class", [], nil), ("cu_class", ["cu_standard", "standard", "c_standard"], "cu_standard"),
    ] as [(String, [String], String?)])
  func `the standard is that of the column of the class`(
    _ row: (word: String, standards: [String], wanted: String?)
  ) throws {
    var planning = Planning(
      step: "db", range: nil, pipeline: PipelineInfo(name: "t", referenceDate: nil),
      loader: DocumentLoader(files: .memory([:])), resources: [:])
    let names = ["id", row.word] + row.standards
    let schema = Schema(names.map { Field($0, .text, .code) })
    let options = try MakeFlows.Options.decoded(
      from: parseYAML("{ id: id, class: \(row.word), unlisted: neither }", file: "t.yaml"))
    #expect(FlowColumns(options, in: schema, &planning).standard?.field.name == row.wanted)
    let numbers = Schema(schema.fields.prefix(2) + row.standards.map { Field($0, .int, .count) })
    #expect(FlowColumns(options, in: numbers, &planning).standard == nil)
  }
  @Test func `numbers that do not fit are left out and never trap`() throws {
    let run = try FlowRun(
      [Listed(members: .max), Listed(id: "h2", members: .max)],
      [Listed(members: 1), Listed(id: "h2", members: .max)])
    #expect(run.terms("poor", "persons").hasPrefix("! 0 0 9223372036854775806 "))
    #expect(
      run.made?.findings == [
        "flows.overflow: sums in the columns 1, 9 are too large and left out; look at the largest numbers"
      ])
    let both = try FlowRun(
      [Listed(members: .max), Listed(id: "h2", members: .max)], [],
      "{ id: id, members: members, unit: unit, unlisted: neither }")
    #expect(
      both.made?.findings == [
        "flows.overflow: sums in the columns 1, 3 are too large and left out; look at the largest numbers",
        "flows.overflow: unit 00001: sums in the columns 1, 3 are too large and left out; look at the largest numbers",
      ])
  }
  @Test func `a column that is not there is told once for each list`() throws {
    let run = try FlowRun([], [], "{ id: ma_ho, unlisted: away }")
    #expect(run.mistakes == ["no column 'ma_ho'", "no column 'ma_ho'"])
  }
  @Test func `an opening that is not the closing of the period before is told at its row`() throws {
    let before = [Listed(), Listed(id: "h2"), Listed(id: "h3", unit: "00002")]
    let run = try FlowRun(
      before, before, "{ id: id, unit: unit, unlisted: away }",
      previous: [
        ReportedRow(column: 1, count: 7), ReportedRow(count: 3), ReportedRow(unit: "00002", count: 1),
        ReportedRow(unit: "00002", word: "near_poor", count: nil), ReportedRow(unit: "00009", count: 4),
        ReportedRow(unit: nil, count: 3),
      ])
    #expect(
      run.made?.findings == [
        "flows.opening: unit 00001: poor households at the beginning are 2, not the 3 at the end of the last period",
        "flows.opening: unit 00009: poor households at the beginning are 0, not the 4 at the end of the last period",
      ])
    let kept = run.made?.found.steps.values.flatMap(\.kept) ?? []
    #expect(kept.map(\.line) == [3, 6] && kept.allSatisfy { $0.file == "bieu.csv" && $0.column == "count" })
  }
  @Test(arguments: [
    // Without members nothing is known of persons; with them the two are compared.
    ("{ id: id, unit: unit, unlisted: away }", []),
    (
      "{ id: id, unit: unit, members: members, unlisted: away }",
      [
        "flows.opening: unit 00001: poor persons at the beginning are 8, not the 11 at the end of the last period"
      ]
    ),
  ]) func `persons are compared with the period before where they are counted`(
    _ options: String, _ findings: [String]
  ) throws {
    let before = [Listed(), Listed(id: "h2")]
    let run = try FlowRun(
      before, before, options,
      previous: [ReportedRow(count: 2), ReportedRow(count: 11, weight: "persons")])
    #expect(run.made?.findings == findings)
    // A wrong number of households is told either way.
    let wrong = try FlowRun(before, before, options, previous: [ReportedRow(count: 3)])
    #expect(
      wrong.made?.findings == [
        "flows.opening: unit 00001: poor households at the beginning are 2, not the 3 at the end of the last period"
      ])
  }
  @Test(
    arguments: [
      // Units of the two years; the movements of the first, of the second, and how many households are in none.
      ("00001", "00001", "1 0 1 0 0 0 0 0 0", "", 0),
      ("00001", "00002", "1 0 0 1 0 0 0 0 0", "0 0 0 0 0 0 0 0 0", 0),
      // A unit that is missing in a year is no move.
      ("00001", nil, "1 0 1 0 0 0 0 0 0", "", 0), (nil, "00002", "", "1 0 1 0 0 0 0 0 0", 0),
      ("00001", "", "1 0 1 0 0 0 0 0 0", "", 0), ("", "00002", "", "1 0 1 0 0 0 0 0 0", 0),
      (nil, nil, "", "", 1), ("", nil, "", "", 1),
    ] as [(String?, String?, String, String, Int)])
  func `a unit that is missing is no move`(
    _ row: (from: String?, to: String?, first: String, second: String, nowhere: Int)
  ) throws {
    let run = try FlowRun(
      [Listed(unit: row.from)], [Listed(word: "none", unit: row.to)], "{ id: id, unit: unit, unlisted: away }"
    )
    #expect(run.terms("poor") == "1 0 1 0 0 0 0 0 0")
    #expect(run.terms("poor", unit: "00001") == row.first && run.terms("poor", unit: "00002") == row.second)
    #expect(
      run.made?.findings
        == (row.nowhere == 0
          ? []
          : [
            "flows.no-unit: 1 households lack the code of a unit: they are in the table of all, and in that of none"
          ]))
    let kept = run.made?.found.steps.values.flatMap(\.kept) ?? []
    #expect(kept.allSatisfy { $0.column == "unit" })
    // Where no units are asked for nobody lacks one.
    let all = try FlowRun([Listed(unit: nil)], [Listed(unit: nil)], "{ id: id, unlisted: away }")
    #expect(all.made?.findings == [])
  }
  @Test func `who is on one list alone is in the unit of that list`() throws {
    let run = try FlowRun(
      [Listed(), Listed(id: "h3", unit: nil)], [Listed(id: "h2", unit: "00002")],
      "{ id: id, unit: unit, unlisted: away }")
    #expect(run.terms("poor", unit: "00001") == "1 0 0 1 0 0 0 0 0")
    #expect(run.terms("poor", unit: "00002") == "0 0 0 0 0 0 0 1 1")
    #expect(run.made?.findings.map { $0.prefix(24) } == ["flows.no-unit: 1 househo"])
  }
  @Test func `a row that is no column of the movements is told, and two numbers are none`() throws {
    let run = try FlowRun(
      [Listed()], [Listed()], "{ id: id, unit: unit, unlisted: away }",
      previous: [
        ReportedRow(word: "average", count: 1), ReportedRow(column: 10, count: 1), ReportedRow(count: 5),
        ReportedRow(count: 1),
      ])
    #expect(
      run.made?.findings == [
        "flows.row: this row is no column of the movements",
        "flows.row: this row is no column of the movements",
        "flows.row: column 9 stands twice: neither number is used",
      ])
  }
  @Test func `empty lists make a table of zeros`() throws {
    #expect(try FlowRun([], []).terms("near_poor", "persons") == "0 0 0 0 0 0 0 0 0")
  }
}
