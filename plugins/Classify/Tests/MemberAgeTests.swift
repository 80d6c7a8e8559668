import StageTestKit
import Tables
import Testing

@testable import Classify

/// Ages on the day of the review, against a calendar counted by hand, for every indicator that asks for one.
@Suite struct MemberAgeTests {
  /// The whole years from a birth to a day, as people count them.
  private static func age(_ birth: String, on day: String) -> Int {
    func parts(_ iso: String) -> (year: Int, rest: Int) {
      let numbers = iso.split(separator: "-").compactMap { Int($0) }
      return (numbers[0], numbers[1] * 100 + numbers[2])
    }
    let (born, now) = (parts(birth), parts(day))
    return now.year - born.year - (now.rest < born.rest ? 1 : 0)
  }
  /// The births around every limit of age, to the day.
  private static func births(on day: String) -> [String] {
    let year = Int(day.prefix(4)) ?? 0
    let rest = day.dropFirst(4)
    let near =
      rest == "-02-29" ? ["-02-28", "-03-01"] : [String(rest), "-12-31", "-01-01", "-02-28", "-03-01"]
    var births: [String] = []
    for age in [3, 6, 16, 18, 30, 31, 60] {
      for off in -1...1 {
        for end in near { births.append("\(year - age + off)\(end)") }
      }
    }
    return births.filter { $0 <= day }
  }
  private func check(
    _ indicator: String, _ day: String, _ flags: [String: Bool], _ isLacking: (Int) -> Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let births = Self.births(on: day)
    let found = try AskMembersTests().asked(
      "dep_\(indicator)", births.map { (Optional($0), flags) }, on: day)
    for (birth, answer) in zip(births, found.answers) {
      #expect(
        answer == isLacking(Self.age(birth, on: day)), "\(birth) on \(day)", sourceLocation: sourceLocation)
    }
    #expect(found.findings.isEmpty && births.count > 30)
  }
  static let days = ["2022-12-14", "2023-02-28", "2023-03-01", "2024-02-29", "2024-12-31", "2025-01-01"]

  @Test(arguments: days) func `health insurance is asked of whoever is six`(_ day: String) throws {
    try check("insurance", day, ["insured": false]) { $0 >= 6 }
    try check("insurance", day, ["insured": true]) { _ in false }
  }
  @Test(arguments: days) func `growth is asked of children under sixteen`(_ day: String) throws {
    for flags in [["stunted": true, "underweight": false], ["stunted": false, "underweight": true]] {
      try check("nutrition", day, flags) { $0 < 16 }
    }
    try check("nutrition", day, ["stunted": false, "underweight": false]) { _ in false }
  }
  @Test(arguments: days) func `schooling is asked of children from three to under sixteen`(_ day: String)
    throws
  {
    try check("child_schooling", day, ["right_level": false]) { (3..<16).contains($0) }
    try check("child_schooling", day, ["right_level": true]) { _ in false }
  }
  @Test(arguments: days) func `a credential is asked of those from sixteen to thirty, by their age`(
    _ day: String
  ) throws {
    func flags(_ trained: Bool, _ lower: Bool, _ upper: Bool) -> [String: Bool] {
      ["trained": trained, "lower_secondary": lower, "upper_secondary": upper]
    }
    try check("adult_education", day, flags(false, false, false)) { (16...30).contains($0) }
    try check("adult_education", day, flags(false, true, false)) { (18...30).contains($0) }
    try check("adult_education", day, flags(false, true, true)) { _ in false }
    try check("adult_education", day, flags(true, false, false)) { _ in false }
  }
  /// Where an age is not known, it is not known whether it matters, unless the rest says no.
  @Test(
    arguments: [
      ("insurance", ["insured": false], nil), ("insurance", ["insured": true], false),
      ("nutrition", ["stunted": true, "underweight": false], nil),
      ("nutrition", ["stunted": false, "underweight": false], false),
      ("child_schooling", ["right_level": true], false),
      ("child_schooling", ["right_level": false], nil),
      ("adult_education", ["trained": false, "lower_secondary": false, "upper_secondary": false], nil),
    ] as [(String, [String: Bool], Bool?)]) func `without a day of birth only a sure no is an answer`(
      _ indicator: String, _ flags: [String: Bool], _ wanted: Bool?
    ) throws
  {
    let found = try AskMembersTests().asked("dep_\(indicator)", [(nil, flags)], on: "2024-12-14")
    #expect(found.answers == [wanted] && found.findings.isEmpty)
  }
  @Test(
    arguments: [
      // Able and seeking; of a wage job without a contract; what is not known stays open where it matters.
      ([true, true, false, false], true), ([true, false, false, false], false),
      ([false, true, false, false], false),
      ([false, false, true, false], true), ([false, false, true, true], false),
      ([true, true, true, true], true),
      ([true, nil, false, false], nil), ([false, nil, false, nil], false), ([nil, nil, true, false], true),
      ([nil, true, false, true], nil), ([false, true, nil, false], nil), ([nil, nil, nil, nil], nil),
    ] as [([Bool?], Bool?)]) func `work is asked of members whatever their age`(
      _ cells: [Bool?], _ wanted: Bool?
    ) throws
  {
    var flags: [String: Bool] = [:]
    for (name, cell) in zip(["work_able", "seeking_work", "wage_job", "contract"], cells) {
      flags[name] = cell
    }
    for birth in [nil, "1960-01-01", "2020-01-01"] as [String?] {
      let found = try AskMembersTests().asked("dep_employment", [(birth, flags)], on: "2024-12-14")
      #expect(found.answers == [wanted])
    }
  }
  @Test func `no members are no answers`() throws {
    let found = try AskMembersTests().asked("dep_insurance", [], on: "2024-12-14")
    #expect(found.answers == [] && found.findings.isEmpty)
  }
}
