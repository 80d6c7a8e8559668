import Diagnostics
import Expressions
import StageKit
import StageTestKit
import Standards
import Tables
import Testing
import YAML

@testable import Classify

/// The conditions of a standard that are asked of members, one by one.
@Suite struct AskMembersTests {
  /// The member form of 2022, and the household it is of.
  static let schema = Schema(
    [
      Field("ho", .text, .code, sensitivity: .personal),
      Field("birth", .date, .label, sensitivity: .personal),
    ]
      + [
        "work_able", "seeking_work", "wage_job", "contract", "stunted", "underweight", "insured", "trained",
        "lower_secondary", "upper_secondary", "right_level",
      ].map { Field($0, .bool, .flag, sensitivity: .protected) })

  func planned(
    _ options: String, on iso: String? = "2024-12-14", schema: Schema = AskMembersTests.schema,
    packs: [String: String] = [:]
  ) throws -> (planned: Planned<Schema, BatchWork>, messages: [String]) {
    let resources: [ObjectIdentifier: any Resource] = [
      ObjectIdentifier(StandardLibrary.self): try standards(packs)
    ]
    var planning = Planning(
      step: "hoi", range: nil,
      pipeline: PipelineInfo(name: "t", referenceDate: iso.flatMap { Day(iso: $0) }),
      loader: DocumentLoader(files: .memory([:])), resources: resources)
    let decoded = try AskMembers.Options.decoded(from: parseYAML(options, file: "t.yaml"))
    let planned = AskMembers(decoded).plan(schema, &planning)
    return (planned, planning.problems.all.map { $0.message.en + ($0.hint.map { " — \($0.en)" } ?? "") })
  }
  private func answers(_ column: String, _ members: [(birth: String?, flags: [String: Bool])]) throws
    -> [Bool?]
  {
    try asked(column, members, on: "2024-12-14").answers
  }
  func asked(
    _ column: String, _ members: [(birth: String?, flags: [String: Bool])], on day: String
  ) throws -> (answers: [Bool?], findings: [Finding]) {
    let (planned, messages) = try planned("{ allow_provisional: true }", on: day)
    #expect(messages == [])
    var columns = Self.schema.fields.map { ColumnBuilder($0.type) }
    for member in members {
      columns[0].append(text: "H".utf8)
      columns[1].append(units: member.birth.flatMap { Day(iso: $0) }.map { Int64($0.number) })
      for (index, field) in Self.schema.fields.enumerated().dropFirst(2) {
        let isKept = columns[index].append(bool: member.flags[field.name])
        if !isKept { columns[index].append(missing: .blank) }
      }
    }
    var found = Findings()
    let rows = Batch(
      columns.map(\.column), count: members.count, origin: Origin(file: "nguoi.csv", firstLine: 2))
    let made = try planned.work.prepare([:])(rows, &found)
    let index = try #require(planned.output.index(of: column))
    #expect(made.columns[1] == rows.columns[1], "the day of birth stays as it was")
    guard case .bool(let cells) = made.columns[index] else { return ([], []) }
    let answers = members.indices.map { row in
      cells.validity.map { $0[row] } ?? true ? cells.bits[row] : nil
    }
    return (answers, found.steps.values.flatMap(\.kept))
  }
  /// A day to come would else be an age below 0, at which nobody lacks anything.
  @Test(
    arguments: [
      ("2024-12-14", "2024-12-14", false), ("2024-12-14", "2024-12-15", nil),
      ("2024-12-14", "2030-12-14", nil), ("2024-12-14", "9999-12-31", nil),
      // Of 120 years still, and of 121.
      ("2024-12-14", "1903-12-15", true), ("2024-12-14", "1903-12-14", nil),
      ("2024-02-29", "1903-03-01", true), ("2024-02-29", "1903-02-28", nil),
      ("2024-12-14", "0001-01-01", nil),
    ] as [(String, String, Bool?)])
  func `a day of birth that cannot be leaves the answer open, and is told`(
    day: String, birth: String, wanted: Bool?
  ) throws {
    let found = try asked("dep_insurance", [(birth, ["insured": false]), (nil, ["insured": true])], on: day)
    #expect(found.answers == [wanted, false])
    #expect(
      found.findings.map { "\($0.line) \($0.code) \($0.column ?? "-")" }
        == (wanted == nil ? ["2 classify.day birth"] : []))
    guard wanted == nil else { return }
    #expect(
      found.findings.first?.message.en
        == "day of birth must be not after the day of the review and at most 120 years before it, so this cell counts as not known: compare with the form"
    )
    #expect(found.findings.first?.message.vi.contains(birth) == false, "it is personal")
  }

  @Test func `ages are those of the reference date, to the day`() throws {
    // Sixteen on the day of the review is no child any more; one day later would be.
    let found = try answers(
      "dep_nutrition",
      [
        ("2008-12-14", ["stunted": true, "underweight": false]),
        ("2008-12-15", ["stunted": true, "underweight": false]),
        ("2008-12-15", ["stunted": false, "underweight": true]),
        ("2008-12-15", ["stunted": false, "underweight": false]), ("2008-12-15", ["stunted": false]),
        (nil, ["stunted": true, "underweight": false]), (nil, ["stunted": false, "underweight": false]),
      ])
    #expect(found == [false, true, true, false, nil, nil, false])
    #expect(
      try answers(
        "dep_insurance", [("2018-12-14", ["insured": false]), ("2018-12-15", ["insured": false])])
        == [true, false])
  }
  @Test func `a credential is asked for by age`() throws {
    let bare = ["trained": false, "lower_secondary": true, "upper_secondary": false]
    let births = ["2008-12-15", "2008-12-14", "2006-12-15", "2006-12-14", "1993-12-15", "1993-12-14"]
    #expect(
      try answers("dep_adult_education", births.map { ($0, bare) }) == [
        false, false, false, true, true, false,
      ])
  }
  @Test func `every indicator that is asked of members has a column, in the order of the standard`() throws {
    let output = try planned("{ allow_provisional: true, prefix: m_ }").planned.output
    let made = output.fields.dropFirst(Self.schema.fields.count)
    #expect(
      made.map(\.name) == [
        "m_dep_employment", "m_dep_nutrition", "m_dep_insurance", "m_dep_adult_education",
        "m_dep_child_schooling",
      ])
    #expect(made.first { $0.name == "m_dep_nutrition" }?.sources == ["birth", "stunted", "underweight"])
    let two = try planned("{ allow_provisional: true, indicators: [insurance, nutrition] }").planned.output
    #expect(two.names.suffix(2) == ["dep_nutrition", "dep_insurance"])
  }
  @Test(
    arguments: [
      (
        "{ indicators: [insurance] }",
        "parts of the standard 'vn-2022' are not certain: indicators.insurance.condition — compare with the act and mend the pack; for a trial write `allow_provisional: true`"
      ),
      (
        "{ allow_provisional: true, indicators: [water] }",
        "the standard 'vn-2022' does not ask 'water' of members — there are: employment, nutrition, insurance, adult_education, child_schooling"
      ),
      (
        "{ allow_provisional: true, standard: vn-2016 }",
        "the standard 'vn-2016' is not that of a review of 2024-12-14 — in force on that day: vn-2022"
      ),
      (
        "{ allow_provisional: true, standard: tinh-mau }",
        "the standard 'tinh-mau' is that of Tỉnh Mẫu (96) — if the rows are of that province, write `province: \"96\"`"
      ),
      (
        "{ allow_provisional: true, standard: tinh-mau, province: \"96\" }",
        "the pack of the standard 'tinh-mau' has no condition that is asked of members — remove this step, or use a standard with such conditions"
      ),
    ]) func `what cannot be asked is refused`(options: String, message: String) throws
  {
    let found = try planned(options, packs: ["s/tinh-mau.yaml": PackTests.yearly]).messages
    #expect(found.first == message)
  }
  @Test func `a column that is not there is told, and so is a review without a day`() throws {
    let short = Schema(Self.schema.fields.filter { $0.name != "insured" })
    let lacking = try planned("{ allow_provisional: true, indicators: [insurance] }", schema: short).messages
    #expect(lacking.count == 1)
    #expect(
      lacking[0].hasPrefix(
        "indicator 'insurance', condition age(birth) >= 6 AND NOT insured: no column 'insured' — "))
    let undated = try planned(
      "{ standard: vn-2022, allow_provisional: true, indicators: [insurance] }", on: nil
    ).messages
    #expect(undated.count == 1 && undated[0].contains("age"), "\(undated)")
  }
}
