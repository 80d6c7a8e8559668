import Tables
import Testing

/// The cells of simulated members by the names of their columns.
struct MemberList {
  let rows: Batch
  private static let names = [
    "household_id", "member_no", "name", "sex", "birth_date", "relation", "social_allowance", "able_to_work",
    "seeks_work", "work", "contract", "insured", "stunted", "underweight", "school_now", "school_done",
  ]
  init(_ rows: Batch) throws {
    self.rows = rows
    try #require(rows.columns.count == Self.names.count)
  }
  func column(_ name: String) -> Column { rows.columns[Self.names.firstIndex(of: name) ?? 0] }
  func text(_ name: String, _ row: Int) -> String {
    guard case .text(let cells) = column(name) else { return "?" }
    return String(decoding: cells[row], as: UTF8.self)
  }
  /// Whether the answer is yes; `nil` where the question does not apply.
  func answer(_ name: String, _ row: Int) -> Bool? {
    guard case .bool(let cells) = column(name), !column(name).isMissing(row) else { return nil }
    return cells.bits[row]
  }
  func number(_ row: Int) -> Int64? {
    guard case .int(let cells) = column("member_no") else { return nil }
    return cells.values[row]
  }
  func born(_ row: Int) -> Day? {
    guard case .date(let cells) = column("birth_date"), !column("birth_date").isMissing(row) else {
      return nil
    }
    return Day(number: cells.values[row])
  }
  /// The cells of a row as one text.
  func whole(_ row: Int) -> String { "\(rows.columns.map { $0.gathered([row]) })" }
  func count(_ condition: (Int) -> Bool) -> Int { (0..<rows.count).count(where: condition) }
  /// The places of the members of each household.
  var households: [String: [Int]] { Dictionary(grouping: 0..<rows.count) { text("household_id", $0) } }
}

/// The indicators of vn-2022 as domain experts put them, computed of members anew.
struct MemberRules {
  let list: MemberList
  let members: [Int]
  let day: Day

  private func age(_ row: Int) -> Int {
    guard let born = list.born(row)?.civil else { return -1 }
    let now = day.civil
    return now.year - born.year - ((now.month, now.day) < (born.month, born.day) ? 1 : 0)
  }
  private func yes(_ name: String, _ row: Int) -> Bool { list.answer(name, row) == true }
  var dependants: Int { members.count { age($0) < 16 || yes("social_allowance", $0) } }
  /// Whether the household is deprived, in the order d1 to d6.
  var deprivations: [Bool] {
    [
      members.contains(where: lacksWork), dependants * 2 > members.count,
      members.contains { age($0) < 16 && (yes("stunted", $0) || yes("underweight", $0)) },
      members.contains { age($0) >= 6 && !yes("insured", $0) }, members.contains(where: lacksSchooling),
      members.contains(where: isOutOfSchool),
    ]
  }
  private func lacksWork(_ row: Int) -> Bool {
    switch list.text("work", row) {
    case "none": yes("able_to_work", row) && yes("seeks_work", row)
    case "wage": list.answer("contract", row) == false
    default: false
    }
  }
  private func lacksSchooling(_ row: Int) -> Bool {
    let levels = [
      "none", "preschool", "primary", "lower_secondary", "upper_secondary", "vocational", "university",
    ]
    let (age, done) = (age(row), levels.firstIndex(of: list.text("school_done", row)) ?? -1)
    return (16...30).contains(age) && list.text("school_now", row) == "none" && done < (age < 18 ? 3 : 4)
  }
  private func isOutOfSchool(_ row: Int) -> Bool {
    let age = age(row)
    let fitting = age < 6 ? "preschool" : age < 12 ? "primary" : "lower_secondary"
    return (3..<16).contains(age) && list.text("school_now", row) != fitting
  }
}
