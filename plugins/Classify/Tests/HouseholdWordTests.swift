import Diagnostics
import Foundation
import StageKit
import StageTestKit
import Standards
import Tables
import Testing

@testable import Classify

/// The words of what is found in a household: both languages, its line, and nothing of personal columns.
@Suite struct HouseholdWordTests {
  /// A code, the household that has it, and by which options.
  private static func cases() throws -> [(code: String, options: String, household: Household)] {
    let both = "{ area: area, points: { b1: b1, b2: b2 }, deprivations: \(try deprivations("d")) }"
    var open = Household.lacking(3)
    open.flags[4] = nil
    return [
      ("classify.area", try byIncome(), Household(area: nil)),
      ("classify.area", try byIncome(), Household(area: "phố")),
      ("classify.income", try byIncome(), Household(income: nil)),
      ("classify.income", try byIncome(), Household(income: -1)),
      ("classify.deprivation", try byIncome(), open), ("classify.points", byPoints, Household(b2: 30)),
      ("classify.points", byPoints, Household(b1: -1, b2: 30)),
      ("classify.points", byPoints, Household(b1: 100)),
      ("classify.b2", byPoints, Household(b1: 100, b2: 35)),
      ("classify.b2-count", both, Household(b1: 100, b2: 30)),
    ]
  }
  @Test func `every finding is told in both languages at its line, and explained`() throws {
    for (code, options, household) in try Self.cases() {
      let made = try PlannedStep(options).made(
        [Household.lacking(3), household].map { one in
          var one = one
          if options.contains("points"), one.b1 == nil, one.b2 == nil { (one.b1, one.b2) = (100, 30) }
          return one
        })
      #expect(
        made.findings.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == ["3 \(code)"],
        "\(made.findings)")
      for words in made.messages {
        #expect(words.vi != words.en && !words.en.isEmpty)
        #expect(Array(words.vi.utf8) == Array(words.vi.precomposedStringWithCanonicalMapping.utf8))
      }
      #expect(ClassifyHouseholds.explanations.contains { $0.code == code })
    }
  }
  @Test func `of personal columns no cell is told`() throws {
    let fields = Rows.schema.fields.map { field in
      var field = field
      field.sensitivity = .personal
      return field
    }
    let secrets = [
      Household(area: "Bí Mật 7391"), Household(income: -7391), Household(b1: -7391, b2: 7391),
      Household(b1: 7391, b2: 7395),
    ]
    for options in [try byIncome(), byPoints] {
      let step = try PlannedStep(options, schema: Schema(fields))
      var found = Findings()
      _ = try step.planned.work.prepare([:])(Rows.batch(secrets), &found)
      let words = found.steps.values.flatMap(\.kept).map(\.message)
      #expect(!words.isEmpty)
      for text in words.flatMap({ [$0.vi, $0.en] }) { #expect(!text.contains("739"), "\(text)") }
    }
  }
  /// What no reader can tell apart is one word, in the area as in the class that is declared.
  @Test(
    arguments: [
      ("Hộ nghèo", "poor"), ("Hô\u{323} nghe\u{300}o", "poor"), ("  Hộ nghèo\u{A0}", "poor"),
      ("Hộ cận nghèo", "near_poor"),
      ("hộ nghèo", nil), ("Hộ  nghèo", nil), ("HỘ NGHÈO", nil), ("Ho ngheo", nil),
    ] as [(String, String?)]) func `a declared class is known by what a reader sees`(
      _ cell: String, _ wanted: String?
    ) throws
  {
    let words = "{ Hộ nghèo: poor, Hộ cận nghèo: near_poor, Hộ không nghèo: not_poor }"
    let step = try PlannedStep(
      try byIncome().replacing(
        "{ area: area,", with: "{ declared: { column: word, words: \(words) }, area: area,"))
    #expect(step.messages == [])
    let rows = Rows.batch([.lacking(3)])
    var columns = rows.columns
    var builder = ColumnBuilder(.text)
    builder.append(text: cell.utf8)
    columns[7] = builder.column
    var found = Findings()
    let out = try step.planned.work.prepare([:])(Batch(columns, count: 1, origin: rows.origin), &found)
    let made = Made(schema: step.planned.output, parts: [out], found: found)
    #expect(made.texts("declared_class") == [wanted] && made.classes == ["poor"])
    let codes = made.findings.map { $0.split(separator: " ")[1] }
    #expect(
      codes == (wanted == "poor" ? [] : wanted == nil ? ["classify.declared-word"] : ["classify.declared"]))
    #expect(made.messages.allSatisfy { $0.vi != $0.en })
    // The cell itself stays as it was.
    #expect(out.columns[7] == builder.column)
  }
  @Test(arguments: ["Nông thôn", "No\u{302}ng tho\u{302}n", "Nông thôn ", "\u{A0}Nông thôn"])
  func `an area is known by what a reader sees, and its line is that of the countryside`(_ area: String)
    throws
  {
    let options = try byIncome().replacing(
      "area: area,", with: "area: { column: area, words: { Thành thị: urban, Nông thôn: rural } },")
    let made = try PlannedStep(options).made([
      .lacking(3, area: area, income: 1500), .lacking(3, area: area, income: 1501),
      .lacking(3, area: "Thành thị", income: 2000), .lacking(3, area: "urban", income: 1500),
    ])
    #expect(made.classes == ["poor", "average", "poor", nil])
    #expect(made.findings == ["5 classify.area area"])
  }
  /// The file may have two words for one class and one area.
  @Test func `several words may stand for one area`() throws {
    let options = try byIncome().replacing(
      "area: area,", with: "area: { column: area, words: { Phường: urban, Thị trấn: urban, Xã: rural } },")
    let made = try PlannedStep(options).made(
      ["Phường", "Thị trấn", "Xã"].map { .lacking(3, area: $0, income: 2000) })
    #expect(made.classes == ["poor", "poor", "average"] && made.findings == [])
  }
}
