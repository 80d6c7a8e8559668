import Diagnostics
import Foundation
import StageKit
import StageTestKit
import Tables
import Testing
import YAML

@testable import Classify

/// Every option of `households.classify` written wrongly, by its code, with words in both languages and a hint.
@Suite struct ClassifyOptionTests {
  private func found(_ options: String, on day: String? = "2024-12-14") throws -> [Diagnostic] {
    do { return try PlannedStep(options, on: day).mistakes } catch let error as Diagnostics {
      return error.all
    }
  }
  /// The options by which rows are classified by income, with one part written otherwise.
  private static func changed(_ old: String, _ new: String) throws -> String {
    let text = try byIncome()
    let place = try #require(text.range(of: old), "the test changes something")
    return text.replacingCharacters(in: place, with: new)
  }
  static let income = "income: { column: income_k, unit: thousand_dong }"

  @Test(
    arguments: [
      ("area: area,", "standard: vn-2023, area: area,", "standards.unknown"),
      ("area: area,", "standard: vn-2016, area: area,", "classify.standard-then"),
      ("area: area,", "area: khu,", "column.unknown"), ("area: area,", "area: b1,", "column.type"),
      ("area: area,", "area: { column: khu, words: { a: urban } },", "column.unknown"),
      (income, "income: { column: tien, unit: dong }", "column.unknown"),
      (income, "income: { column: word, unit: dong }", "classify.income-type"),
      (income, "income: { column: d1, unit: dong }", "classify.income-type"),
      (income, "income: { column: yearly, unit: thousand_dong }", "classify.income-unit"),
      (income, "income: { column: income_k, unit: dong }", "classify.income-unit"),
      (income, "income: { column: yearly, unit: thousand_dong_per_year }", "classify.income-period"),
      (income, "income: { column: income, unit: dong_per_year }", "classify.income-period"),
      (income, "points: { b1: b1, b2: b2 }, \(income)", "classify.inputs"),
      ("\(income), ", "", "classify.inputs"), (income, "points: { b1: word, b2: b2 }", "column.type"),
      (income, "points: { b1: b1, b2: diem }", "column.unknown"),
      ("water: d9", "water: d99", "column.unknown"), ("water: d9", "water: b1", "expression.type"),
      ("water: d9", "water: \"n9 + 1\"", "expression.type"), ("water: d9, ", "", "classify.indicator"),
      ("water: d9", "waters: d9", "classify.indicator"),
      ("water: d9", "water: d9, care: d1", "classify.indicator"),
      ("area: area,", "class: word, area: area,", "classify.column"),
      ("area: area,", "class: d1, area: area,", "classify.column"),
      ("area: area,", "standard: ho-chi-minh-2021, area: area,", "classify."),
      ("area: area,", "declared: { column: khai, words: { N: poor } }, area: area,", "column.unknown"),
      ("area: area,", "declared: { column: b1, words: { N: poor } }, area: area,", "column.type"),
    ] as [(String, String, String)])
  func `a mistake has its code, its place, a hint and words in both languages`(
    _ old: String, _ new: String, _ code: String
  ) throws {
    let found = try found(try Self.changed(old, new))
    #expect(!found.isEmpty)
    if code.hasPrefix("classify.") || code.hasPrefix("standards.") {
      #expect(found.contains { $0.code.rawValue.hasPrefix(code) }, "\(found.map(\.code.rawValue))")
    }
    for one in found { #expect(one.message.vi != one.message.en, "\(one.message.en)") }
  }
  @Test(
    arguments: [
      ("area: area,", "area: [area],"), ("area: area,", ""), ("area: area,", "area: { column: area },"),
      ("area: area,", "area: { column: area, words: { a: town } },"), (income, "income: income_k"),
      (income, "income: { column: income_k }"), (income, "income: { column: income_k, unit: usd }"),
      (income, "points: { b1: b1 }"), (income, "points: b1"), ("area: area,", "class: '', area: area,"),
      ("area: area,", "conditions: perhaps, area: area,"),
      ("area: area,", "allow_provisional: 1, area: area,"),
      ("area: area,", "declared: word, area: area,"),
      ("area: area,", "declared: { column: word }, area: area,"),
      ("area: area,", "declared: { column: word, words: { N: rich } }, area: area,"),
      ("area: area,", "areas: area,"),
      ("water: d9", "water: \"d9 AND\""), ("water: d9", "water: [d9]"),
      ("area: area,", "standard: [vn-2022], area: area,"),
      ("area: area,", "prefix: [a], area: area,"),
    ]) func `an option that cannot be read is told in both languages`(_ old: String, _ new: String) throws
  {
    let found = try found(try Self.changed(old, new))
    #expect(
      !found.isEmpty && found.allSatisfy { $0.message.vi != $0.message.en && $0.range?.file == "t.yaml" })
  }
  @Test(
    arguments: [
      (nil, "classify.standard"), ("2021-12-31", "classify.standard"), ("2010-12-30", "classify.standard"),
      ("2027-12-14", "classify.provisional"), ("2031-06-01", "classify.standard"),
    ] as [(String?, String)]) func `a day that says too little or too much of the standard is told`(
      _ day: String?, _ code: String
    ) throws
  {
    let found = try found(try byIncome(), on: day)
    #expect(found.map(\.code.rawValue) == [code])
    #expect(
      found.allSatisfy { $0.message.vi != $0.message.en && $0.hint != nil && $0.hint?.vi != $0.hint?.en })
  }
  @Test(arguments: ["", "n_", "Năm ", "cu."]) func `a prefix stands before every column that is made`(
    _ prefix: String
  )
    throws
  {
    let step = try PlannedStep(
      try Self.changed("area: area,", "prefix: \"\(prefix)\", class: loai, area: area,"))
    let made = step.planned.output.names.dropFirst(Rows.schema.fields.count)
    #expect(made.allSatisfy { $0.hasPrefix(prefix) } && made.contains("\(prefix)loai"))
    #expect(Array(step.planned.output.names.prefix(Rows.schema.fields.count)) == Rows.schema.names)
  }
}
