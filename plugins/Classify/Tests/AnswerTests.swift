import Diagnostics
import StageKit
import Standards
import Tables
import Testing

@testable import Classify

/// Answers of the household form that cannot be: the indicator is not known, and the cell is told.
@Suite struct AnswerTests {
  /// The rows of other tests with a part of the household form of 2016 behind them.
  private static let schema = Schema(
    Rows.schema.fields + [
      Field("house", .text, .label, sensitivity: .protected), Field("members", .int, .count),
      Field("floor_area", .decimal(scale: 1), .amount),
    ])
  private static let options =
    "{ standard: vn-2016, allow_provisional: true, conditions: true, area: area, income: { column: income_k, unit: thousand_dong }, deprivations: { care: d1, insurance: d2, adult_education: d3, child_schooling: d4, water: d5, toilet: d6, telecom: d7, devices: d8 } }"
  /// A household between the two lines with two deprivations beside those of its house.
  private func made(
    _ house: String?, _ members: Int64?, _ area: Int64?, floor: Double? = nil, schema: Schema = schema
  ) throws -> Made {
    let step = try PlannedStep(Self.options, on: "2018-12-31", schema: schema)
    #expect(step.messages == [])
    var columns = [ColumnBuilder(.text), ColumnBuilder(.int), ColumnBuilder(.decimal(scale: 1))]
    if let house { columns[0].append(text: house.utf8) } else { columns[0].append(missing: .blank) }
    columns[1].append(units: members)
    if let floor {
      columns[2] = ColumnBuilder(.double)
      let isTaken = columns[2].append(double: floor)
      #expect(isTaken)
    } else {
      columns[2].append(units: area)
    }
    let rows = Rows.batch([.lacking(2, income: 701)])
    let batch = Batch(rows.columns + columns.map(\.column), count: 1, origin: rows.origin)
    var found = Findings()
    let out = try step.planned.work.prepare([:])(batch, &found)
    for index in batch.columns.indices { #expect(out.columns[index] == batch.columns[index]) }
    return Made(schema: step.planned.output, parts: [out], found: found)
  }

  @Test(
    arguments: [
      ("simple", 4, 400, "poor", []), ("unsound", 4, 400, "poor", []), ("solid", 4, 400, "near_poor", []),
      ("semi_solid", 4, 400, "near_poor", []), ("solid", 4, 319, "poor", []),
      ("solid", 4, 320, "near_poor", []), (" simple ", 4, 400, "poor", []),
      ("solid\u{A0}", 4, 400, "near_poor", []), ("solid", 1, 0, "poor", []),
      ("Simple", 4, 400, nil, ["classify.word house", "classify.deprivation dep_housing_quality"]),
      ("nhà tạm", 4, 400, nil, ["classify.word house", "classify.deprivation dep_housing_quality"]),
      ("Đơn sơ", 4, 400, nil, ["classify.word house", "classify.deprivation dep_housing_quality"]),
      (nil, 4, 400, nil, ["classify.deprivation dep_housing_quality"]),
      ("solid", 0, 0, nil, ["classify.number members", "classify.deprivation dep_housing_space"]),
      ("solid", 0, 400, nil, ["classify.number members", "classify.deprivation dep_housing_space"]),
      ("solid", -2, 400, nil, ["classify.number members", "classify.deprivation dep_housing_space"]),
      ("solid", 4, -1, nil, ["classify.number floor_area", "classify.deprivation dep_housing_space"]),
      (
        "solid", -2, -10, nil,
        ["classify.number members", "classify.number floor_area", "classify.deprivation dep_housing_space"]
      ),
      ("solid", nil, 400, nil, ["classify.deprivation dep_housing_space"]),
      (
        "solid", .min, .min, nil,
        ["classify.number members", "classify.number floor_area", "classify.deprivation dep_housing_space"]
      ),
    ] as [(String?, Int64?, Int64?, String?, [String])])
  func `an answer that cannot be is not known, and told`(
    house: String?, members: Int64?, area: Int64?, wanted: String?, findings: [String]
  ) throws {
    let made = try made(house, members, area)
    #expect(made.classes == [wanted])
    #expect(made.findings == findings.map { "2 \($0)" })
  }
  @Test(
    arguments: [
      (40, "near_poor", []), (31.9, "poor", []), (0, "poor", []),
      (-1.5, nil, ["classify.number floor_area", "classify.deprivation dep_housing_space"]),
      (-0.1, nil, ["classify.number floor_area", "classify.deprivation dep_housing_space"]),
    ] as [(Double, String?, [String])])
  func `a number with a fraction is held to the same least`(
    floor: Double, wanted: String?, findings: [String]
  ) throws {
    let fields = Self.schema.fields.map { $0.name == "floor_area" ? Field($0.name, .double, .amount) : $0 }
    let made = try made("solid", 4, nil, floor: floor, schema: Schema(fields))
    #expect(made.classes == [wanted] && made.findings == findings.map { "2 \($0)" })
  }
  @Test func `what may stand is told, and the word unless it is personal`() throws {
    let shown = try made("nhà tạm", 0, 400).messages
    #expect(
      shown.map(\.en).prefix(2) == [
        "number of members must be at least 1, so this cell counts as not known: compare with the form",
        "the word 'nhà tạm' is none of solid, semi_solid, unsound, simple, so it counts as not known: mend the cell, or map the word before",
      ])
    #expect(
      shown.map(\.vi)[0]
        == "số người trong hộ phải ít nhất 1, nên ô này coi như chưa biết: đối chiếu với phiếu")
    let fields = Self.schema.fields.map { field in
      var field = field
      if field.name == "house" { field.sensitivity = .personal }
      return field
    }
    let hidden = try made("nhà tạm", 4, 400, schema: Schema(fields)).messages
    #expect(hidden.first?.en.hasPrefix("the word is none of solid,") == true)
  }
  @Test func `many words are each looked up, and only what is wrong is told`() throws {
    let form = try #require(try standards()["vn-2022"]?.rules).household
    let cells = ["piped", "rain ", "?", "", "rain ", "rain", "??", "piped"]
    var builder = ColumnBuilder(.text)
    for cell in cells {
      if cell.isEmpty { builder.append(missing: .blank) } else { builder.append(text: cell.utf8) }
    }
    let schema = Schema([Field("water_source", .text, .label)])
    let sheet = AnswerSheet(form, used: ["water_source"], in: schema, on: nil)
    var found = Findings()
    let batch = Batch([builder.column], count: cells.count, origin: Origin(file: "ho.csv", firstLine: 2))
    guard case .text(let clean) = sheet.clean(batch, &found).columns[0] else {
      Issue.record("no words")
      return
    }
    let known = clean.validity ?? Bitmap(repeating: true, count: cells.count)
    let words = cells.indices.map { row in known[row] ? String(decoding: clean[row], as: UTF8.self) : nil }
    #expect(words == ["piped", "rain", nil, nil, "rain", "rain", nil, "piped"])
    #expect(found.steps.values.flatMap(\.kept).map(\.line) == [4, 8])
    // Columns that no condition uses are left alone.
    var none = Findings()
    #expect(
      AnswerSheet(form, used: [], in: schema, on: nil).clean(batch, &none) == batch && none.steps.isEmpty)
  }
}
