import Expressions
import Tables
import Testing

@testable import Standards

/// The conditions of the committed packs, each on answers that are deprived, that are not, and that do not tell.
@Suite struct ConditionTests {
  /// The day on which ages are counted.
  static let day = "2021-12-31"

  /// What a condition says of one household or member; `nil` where the answers do not tell.
  static func answer(_ pack: String, _ id: String, _ cells: [String: String]) throws -> Bool? {
    let rules = try #require(try StandardTests.committed.get()[pack]?.rules)
    let condition = try #require(rules.indicators.first { $0.id == id }?.condition)
    let schema = (condition.level == .household ? rules.household : rules.member).schema
    for name in cells.keys { #expect(schema[name] != nil, "\(name) is in the form") }
    var columns = schema.fields.map { ColumnBuilder($0.type) }
    for (index, field) in schema.fields.enumerated() {
      guard let cell = cells[field.name] else {
        columns[index].append(missing: .blank)
        continue
      }
      switch field.type {
      case .bool:
        let isKept = columns[index].append(bool: cell == "yes")
        #expect(isKept)
      case .date: columns[index].append(units: Day(iso: cell).map { Int64($0.number) })
      case .text: columns[index].append(text: cell.utf8)
      case .decimal: columns[index].append(units: Int64(cell).map { $0 * 100 })
      case .int, .double: columns[index].append(units: Int64(cell))
      }
    }
    let typed = try condition.expression.typed(in: schema, referenceDate: Day(iso: day))
    guard case .bool(let answer) = typed.evaluate(Batch(columns.map(\.column), count: 1)).column else {
      Issue.record("no answer")
      return nil
    }
    return answer.validity.map { $0[0] } ?? true ? answer.bits[0] : nil
  }

  @Test(
    arguments: [
      ("care", ["sick": "yes", "treated": "no"], true), ("care", ["sick": "yes", "treated": "yes"], false),
      ("care", ["sick": "no"], false), ("care", ["sick": "yes"], nil),
      ("insurance", ["birth": "2015-12-31", "insured": "no"], true),
      ("insurance", ["birth": "2016-01-01", "insured": "no"], false),
      ("insurance", ["birth": "2015-12-31"], nil),
      (
        "adult_education", ["birth": "1986-01-01", "lower_secondary": "no", "in_school": "no"], true
      ),
      (
        "adult_education", ["birth": "1985-12-31", "lower_secondary": "no", "in_school": "no"], false
      ),
      (
        "adult_education", ["birth": "2007-01-01", "lower_secondary": "no", "in_school": "no"], false
      ),
      ("adult_education", ["birth": "2000-01-01", "lower_secondary": "no", "in_school": "yes"], false),
      ("child_schooling", ["birth": "2016-12-31", "in_school": "no"], true),
      ("child_schooling", ["birth": "2017-01-01", "in_school": "no"], false),
      ("child_schooling", ["birth": "2006-12-31", "in_school": "no"], false),
      ("housing_quality", ["house": "simple"], true), ("housing_quality", ["house": "solid"], false),
      ("housing_space", ["floor_area": "31", "members": "4"], true),
      ("housing_space", ["floor_area": "32", "members": "4"], false),
      ("housing_space", ["members": "4"], nil),
      ("water", ["hygienic_water": "no"], true), ("toilet", ["hygienic_toilet": "yes"], false),
      ("telecom", ["phone": "no", "internet": "no"], true),
      ("telecom", ["phone": "yes", "internet": "no"], false),
      ("devices", ["tv": "no", "radio": "no", "computer": "no", "loudspeaker": "no"], true),
      ("devices", ["tv": "no", "radio": "no", "computer": "no", "loudspeaker": "yes"], false),
      ("devices", ["tv": "yes", "radio": "no", "computer": "no", "loudspeaker": "no"], false),
    ] as [(String, [String: String], Bool?)])
  func `an answer of 2016 is deprived or not`(id: String, cells: [String: String], wanted: Bool?) throws {
    #expect(try Self.answer("vn-2016", id, cells) == wanted)
  }

  @Test(
    arguments: [
      (
        "employment", ["work_able": "yes", "seeking_work": "yes", "wage_job": "no", "contract": "no"], true
      ),
      (
        "employment", ["work_able": "no", "seeking_work": "yes", "wage_job": "no", "contract": "no"], false
      ),
      (
        "employment", ["work_able": "yes", "seeking_work": "no", "wage_job": "yes", "contract": "no"], true
      ),
      (
        "employment", ["work_able": "yes", "seeking_work": "no", "wage_job": "yes", "contract": "yes"], false
      ),
      ("dependants", ["dependants": "2", "members": "4"], false),
      ("dependants", ["dependants": "3", "members": "5"], true),
      // More dependants than members are a slip, and one who is not known is no slip.
      ("dependants", ["dependants": "6", "members": "5"], nil), ("dependants", ["members": "5"], nil),
      ("nutrition", ["birth": "2006-01-01", "stunted": "yes", "underweight": "no"], true),
      ("nutrition", ["birth": "2005-12-31", "stunted": "yes", "underweight": "no"], false),
      // Of one who is no child nothing needs to be known.
      ("nutrition", ["birth": "1990-01-01"], false), ("nutrition", ["birth": "2010-01-01"], nil),
      ("insurance", ["birth": "2015-12-31", "insured": "no"], true),
      (
        "adult_education", ["birth": "2005-12-31", "trained": "no", "lower_secondary": "no"], true
      ),
      ("adult_education", ["birth": "2004-01-01", "trained": "no", "lower_secondary": "yes"], false),
      (
        "adult_education", ["birth": "2003-12-31", "trained": "no", "upper_secondary": "no"], true
      ),
      ("adult_education", ["birth": "2003-12-31", "trained": "yes", "upper_secondary": "no"], false),
      ("adult_education", ["birth": "1990-12-31", "trained": "no", "upper_secondary": "no"], false),
      ("child_schooling", ["birth": "2018-12-31", "right_level": "no"], true),
      ("child_schooling", ["birth": "2019-01-01", "right_level": "no"], false),
      ("child_schooling", ["birth": "2005-12-31", "right_level": "no"], false),
      (
        "housing_quality", ["wall_durable": "no", "column_durable": "no", "roof_durable": "yes"], true
      ),
      (
        "housing_quality", ["wall_durable": "no", "column_durable": "yes", "roof_durable": "yes"], false
      ),
      ("housing_quality", ["wall_durable": "no", "column_durable": "no"], nil),
      ("housing_space", ["floor_area": "39", "members": "5"], true),
      ("housing_space", ["floor_area": "40", "members": "5"], false),
      ("water", ["water_source": "rain"], false), ("water", ["water_source": "other"], true),
      ("water", [:], nil),
      ("toilet", ["toilet_type": "vip"], false), ("toilet", ["toilet_type": "none"], true),
      ("telecom", ["internet": "no"], true), ("telecom", ["internet": "yes"], false),
      (
        "devices",
        [
          "tv": "no", "radio": "no", "desktop": "no", "telephone": "no", "laptop": "no", "tablet": "no",
          "smartphone": "no",
        ], true
      ),
      ("devices", ["smartphone": "yes"], false), ("devices", ["tv": "no"], nil),
    ] as [(String, [String: String], Bool?)])
  func `an answer of 2022 is deprived or not`(id: String, cells: [String: String], wanted: Bool?) throws {
    #expect(try Self.answer("vn-2022", id, cells) == wanted)
  }
}
