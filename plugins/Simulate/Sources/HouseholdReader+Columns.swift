import StageKit
import Tables
import Units

extension HouseholdReader {
  /// The columns of the list; no two of them are filled in another order by `append`.
  static let schema = Schema(
    [
      Field("household_id", .text, .code, sensitivity: .personal),
      Field("commune", .text, .code, sensitivity: .protected),
      Field("area", .text, .label, sensitivity: .protected),
      Field("head_name", .text, .label, sensitivity: .personal),
      Field("ethnicity", .text, .label, sensitivity: .protected),
      Field("members", .int, .count, unit: "người", sensitivity: .protected),
      Field("dependants", .int, .count, unit: "người", sensitivity: .protected),
      Field("income_k", .int, .amount, unit: "nghìn đồng/người/tháng", sensitivity: .protected),
      Field("b1", .int, .amount, unit: "điểm", sensitivity: .protected),
      Field("b2", .int, .amount, unit: "điểm", sensitivity: .protected),
    ] + (1...12).map { Field("d\($0)", .bool, .flag, sensitivity: .protected) } + [
      Field("class", .text, .label, sensitivity: .protected),
      Field("review_date", .date, .label, sensitivity: .protected),
    ])

  /// Appends the cells of a household, in the order of the schema.
  static func append(_ household: Household, to columns: inout [ColumnBuilder]) {
    var next = 0
    func text(_ text: String) {
      columns[next].append(text: text.utf8)
      next += 1
    }
    func number(_ number: Int?) {
      columns[next].append(units: number.map { Int64($0) })
      next += 1
    }
    text(household.id)
    text(household.commune)
    text(household.area.rawValue)
    text(household.name.text)
    text(household.people)
    number(household.members)
    number(household.dependants)
    number(household.income)
    number(household.points?.income)
    number(household.points?.deprivations)
    for bit in 0..<12 {
      _ = columns[next].append(bool: household.deprivations >> UInt16(bit) & 1 == 1)
      next += 1
    }
    text(household.declared.rawValue)
    number(Int(household.reviewed.number))
  }
}
