import Diagnostics
import StageKit
import Standards
import Tables
import Testing

@testable import Classify

/// The class that a file declares beside the one that is worked out.
@Suite struct DeclaredTests {
  static let words = "{ N: poor, C: near_poor, K: not_poor, T: average, O: none }"
  /// Rows whose column `word` has these words.
  private func batch(_ households: [Household], _ words: [String?]) -> Batch {
    var column = ColumnBuilder(.text)
    for word in words {
      if let word { column.append(text: word.utf8) } else { column.append(missing: .blank) }
    }
    let rows = Rows.batch(households)
    var columns = rows.columns
    columns[7] = column.column
    return Batch(columns, count: rows.count, origin: rows.origin)
  }
  private func made(_ options: String, _ households: [Household], _ words: [String?]) throws -> Made {
    let step = try PlannedStep(
      options.replacing(
        "{ area: area,", with: "{ declared: { column: word, words: \(Self.words) }, area: area,"))
    #expect(step.messages == [])
    var found = Findings()
    let rows = try step.planned.work.prepare([:])(batch(households, words), &found)
    return Made(schema: step.planned.output, parts: [rows], found: found)
  }
  private func agrees(_ made: Made) -> [Bool?] {
    guard case .bool(let cells) = made.column("class_agrees") else { return [] }
    return (0..<made.parts[0].count).map { row in
      cells.validity.map { $0[row] } ?? true ? cells.bits[row] : nil
    }
  }

  @Test func `both classes are kept, and what contradicts is told`() throws {
    var open = Household.lacking(2)
    open.flags[5] = nil
    let made = try made(
      try byIncome(),
      [
        .lacking(3), .lacking(2), .lacking(3), .lacking(0, income: 2250), .lacking(0, income: 2251), open,
        .lacking(3), .lacking(3),
      ],
      ["N", "N", "K", "K", "T", "C", nil, "?"])
    #expect(made.classes == ["poor", "near_poor", "poor", "average", "none", nil, "poor", "poor"])
    #expect(
      made.texts("declared_class") == [
        "poor", "poor", "not_poor", "not_poor", "average", "near_poor", nil, nil,
      ])
    #expect(agrees(made) == [true, false, false, true, false, nil, nil, nil])
    #expect(
      made.findings.filter { $0.contains("declared") } == [
        "3 classify.declared word", "4 classify.declared word", "6 classify.declared word",
        "8 classify.declared-missing word", "9 classify.declared-word word",
      ])
    #expect(made.messages.map(\.vi).contains("khai là hộ nghèo, tính lại là hộ cận nghèo"))
    #expect(
      made.messages.map(\.en).suffix(2) == [
        "no class is declared, so nothing can be compared",
        "the declared class '?' is none of the words of `declared.words`: mend the cell, or add the word",
      ])
    #expect(
      made.messages.map(\.en).contains("declared as average living standard, worked out as none of them"))
  }
  @Test func `a class that the points contradict is told`() throws {
    let households = [
      Household(b1: 140, b2: 30), Household(b1: 140, b2: 20), Household(b1: 141, b2: 120),
      Household(b1: 141, b2: 0), Household(b1: 140, b2: 35),
    ]
    let made = try made(byPoints, households, ["C", "N", "N", "T", "N"])
    #expect(made.classes == ["poor", "near_poor", "none", "none", nil])
    #expect(agrees(made) == [false, false, false, true, nil])
    #expect(
      made.findings == [
        "6 classify.b2 b2", "2 classify.declared word", "3 classify.declared word",
        "4 classify.declared word",
      ])
  }
  @Test func `every pair of classes agrees or not as the review finds them`() {
    for said in DeclaredClass.allCases {
      for found in HouseholdClass.allCases {
        let isSame = said.rawValue == found.rawValue
        let isWider =
          (said == .notPoor || said == .neither) && (found == .average || found == .neither)
        #expect(said.agrees(with: found, byPoints: false) == (isSame || isWider))
        #expect(
          said.agrees(with: found, byPoints: true)
            == (isSame || isWider || said == .average && found == .neither))
        #expect(!said.phrase.vi.isEmpty && said.phrase.vi != said.phrase.en)
      }
    }
  }
  @Test func `the words of a personal column are not told`() throws {
    let fields = Rows.schema.fields.map { field in
      var field = field
      if field.name == "word" { field.sensitivity = .personal }
      return field
    }
    let step = try PlannedStep(
      byPoints.replacing("{ area", with: "{ declared: { column: word, words: \(Self.words) }, area"),
      schema: Schema(fields))
    var found = Findings()
    let rows = batch([Household(b1: 140, b2: 30)], ["C"])
    let out = try step.planned.work.prepare([:])(rows, &found)
    let made = Made(schema: step.planned.output, parts: [out], found: found)
    #expect(made.messages.map(\.en) == ["the declared class is another than the one worked out"])
  }
}
