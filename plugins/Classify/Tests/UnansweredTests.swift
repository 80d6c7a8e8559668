import Diagnostics
import Expressions
import StageKit
import Standards
import Tables
import Testing

@testable import Classify

/// Answers of a form that can each be, but not together.
@Suite struct UnansweredTests {
  private static func schema(_ type: ColumnType, _ sensitivity: Sensitivity = .protected) -> Schema {
    Schema(
      Rows.schema.fields + [
        Field("members", type, .count, sensitivity: sensitivity),
        Field("dependants", .int, .count, sensitivity: .protected),
      ])
  }
  /// The twelve indicators with that of dependants asked by the pack.
  private static func options() throws -> String {
    let given = try deprivations("d").replacing("dependants: d2, ", with: "")
    return
      "{ standard: vn-2022, allow_provisional: true, conditions: true, area: area, income: { column: income_k, unit: thousand_dong }, deprivations: \(given) }"
  }
  /// A household with two other deprivations.
  private func made(
    _ dependants: Int64?, of members: Int64?, income: Int64 = 1500, _ type: ColumnType = .int,
    _ sensitivity: Sensitivity = .protected
  ) throws -> Made {
    let step = try PlannedStep(try Self.options(), schema: Self.schema(type, sensitivity))
    #expect(step.messages == [])
    var columns = [ColumnBuilder(type), ColumnBuilder(.int)]
    if case .decimal(let scale) = type {
      columns[0].append(units: members.map { (0..<scale).reduce($0) { units, _ in units * 10 } })
    } else {
      columns[0].append(units: members)
    }
    columns[1].append(units: dependants)
    var household = Household.lacking(3, income: income)
    household.flags[1] = false
    let rows = Rows.batch([household])
    let batch = Batch(rows.columns + columns.map(\.column), count: 1, origin: rows.origin)
    var found = Findings()
    let out = try step.planned.work.prepare([:])(batch, &found)
    for index in batch.columns.indices { #expect(out.columns[index] == batch.columns[index]) }
    return Made(schema: step.planned.output, parts: [out], found: found)
  }

  @Test(
    arguments: [
      // Dependants, members, income; the class and what is told.
      (2, 3, 1500, "poor", []), (1, 3, 1500, "near_poor", []), (3, 3, 1500, "poor", []),
      (4, 3, 1500, nil, ["classify.answers dependants", "classify.deprivation dep_dependants"]),
      (5, 3, 1500, nil, ["classify.answers dependants", "classify.deprivation dep_dependants"]),
      (.max, 1, 1500, nil, ["classify.answers dependants", "classify.deprivation dep_dependants"]),
      // Above the lines the class is known, and it is told all the same.
      (5, 3, 1501, "average", ["classify.answers dependants"]),
      (5, 3, 9000, "none", ["classify.answers dependants"]),
      // A cell that cannot be, or is not there, is told as such alone.
      (5, 0, 1500, nil, ["classify.number members", "classify.deprivation dep_dependants"]),
      (-1, 3, 1500, nil, ["classify.number dependants", "classify.deprivation dep_dependants"]),
      (nil, 3, 1500, nil, ["classify.deprivation dep_dependants"]),
      (5, nil, 1500, nil, ["classify.deprivation dep_dependants"]), (nil, 3, 9000, "none", []),
    ] as [(Int64?, Int64?, Int64, String?, [String])])
  func `more dependants than members are told with both numbers, and the indicator is not known`(
    _ row: (dependants: Int64?, members: Int64?, income: Int64, wanted: String?, findings: [String])
  ) throws {
    let made = try made(row.dependants, of: row.members, income: row.income)
    #expect(made.classes == [row.wanted])
    #expect(made.findings == row.findings.map { "2 \($0)" })
    guard row.findings.first == "classify.answers dependants" else { return }
    let told = "dependants = \(row.dependants ?? 0), members = \(row.members ?? 0)"
    #expect(
      made.messages.first
        == Phrase(
          vi:
            "\(told): các câu trả lời này không thể cùng đúng, nên coi như chưa biết hộ có thiếu hụt chỉ số 'dependants' không: đối chiếu với phiếu rồi sửa ô sai",
          en:
            "\(told): these answers cannot all be right, so it counts as not known whether the household is deprived in 'dependants': compare with the form and mend the one that is wrong"
        ))
    #expect(made.counts == [nil])
  }
  @Test func `numbers are shown as the column has them, and none that is personal`() throws {
    let decimal = try made(5, of: 3, .decimal(scale: 1))
    #expect(decimal.messages.first?.en.hasPrefix("dependants = 5, members = 3.0: ") == true)
    let hidden = try made(5, of: 3, .int, .personal)
    #expect(hidden.messages.first?.en.hasPrefix("dependants = 5, members: ") == true)
    #expect(try made(1, of: 3, .decimal(scale: 1)).findings == [])
  }

  // MARK: The packs

  /// What a column may have, as far as it matters: the least numbers, both answers, every word.
  private static func cells(_ column: FormColumn) -> [String] {
    switch column.kind {
    case .int, .decimal: (0..<5).map { String((column.least ?? 0) + $0) }
    case .bool: ["0", "1"]
    case .text: column.words.map(\.id)
    case .date: ["2000-01-01"]
    }
  }
  /// Whether some answers that can each be give no answer to a condition.
  private static func canFail(_ condition: IndicatorCondition, _ form: [FormColumn]) throws -> Bool {
    let fields = form.map { column in
      switch column.kind {
      case .int, .decimal: Field(column.name, .int, .amount)
      case .bool: Field(column.name, .bool, .flag)
      case .text: Field(column.name, .text, .label)
      case .date: Field(column.name, .date, .label)
      }
    }
    let typed = try condition.expression.typed(in: Schema(fields), referenceDate: nil)
    let used = form.indices.filter { typed.columns.contains(form[$0].name) }
    var rows: [[Int: String]] = [[:]]
    for place in used {
      rows = rows.flatMap { row in cells(form[place]).map { row.merging([place: $0]) { $1 } } }
    }
    var columns = fields.map { ColumnBuilder($0.type) }
    for row in rows {
      for place in form.indices {
        guard let cell = row[place] else {
          columns[place].append(missing: .blank)
          continue
        }
        switch fields[place].type {
        case .text: columns[place].append(text: cell.utf8)
        case .bool:
          let isTaken = columns[place].append(bool: cell == "1")
          #expect(isTaken)
        default: columns[place].append(units: Int64(cell))
        }
      }
    }
    let answers = typed.evaluate(Batch(columns.map(\.column), count: rows.count)).column
    return rows.indices.contains { answers.isMissing($0) }
  }
  @Test func `of all conditions of the packs those of dependants have answers that do not fit together`()
    throws
  {
    var found: [String] = []
    var asked = 0
    for id in ["ho-chi-minh-2021", "vn-2011", "vn-2016", "vn-2022", "vn-2027"] {
      guard let rules = try standards()[id]?.rules else { continue }
      for indicator in rules.indicators {
        guard let condition = indicator.condition, condition.level == .household else { continue }
        asked += 1
        if try Self.canFail(condition, rules.household) { found.append("\(id) \(indicator.id)") }
      }
    }
    #expect(found == ["ho-chi-minh-2021 dependants", "vn-2022 dependants"] && asked == 16)
  }
}
