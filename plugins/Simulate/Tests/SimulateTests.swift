import Diagnostics
import Formats
import Foundation
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Simulate

@Suite struct SimulateTests {
  private func list(_ options: String) async throws -> HouseholdList {
    try HouseholdList(try await simulated(options))
  }

  @Test(arguments: [1, 2, 1024, 5000]) func `there are as many rows as were asked for`(_ count: Int)
    async throws
  {
    #expect(try await list("households: \(count)").rows.count == count)
  }
  @Test func `any number of workers gives the same bytes`() async throws {
    let options = "households: 7000, seed: 3, blank_points: 2%, exact_duplicates: 1%, duplicate_ids: 1%"
    var texts: [[UInt8]] = []
    for workers in [1, 2, 7] {
      var writer = CSVWriter()
      writer.write(try await simulated(options, workers: workers))
      texts.append(writer.bytes)
    }
    #expect(texts[0].count > 7000 * 60 && texts[1] == texts[0] && texts[2] == texts[0])
  }
  @Test func `another seed gives other households, and the same seed the same`() async throws {
    let first = try await simulated("households: 50, seed: 1")
    #expect(first == (try await simulated("households: 50, seed: 1")))
    #expect(first != (try await simulated("households: 50, seed: 2")))
    #expect(first != (try await simulated("households: 50, seed: -1")))
  }
  @Test func `a seed keeps the households it always had`() async throws {
    let rows = try await simulated("households: 3000, seed: 7")
    var writer = CSVWriter(lineEnd: .lf)
    writer.write(rows)
    let first =
      "000055433819,90001,rural,Lý Minh Khánh,Tày,7,0,4424,214,10,0,0,0,0,0,0,0,0,0,0,1,0,none,2024-11-11\n"
    #expect(writer.bytes.starts(with: first.utf8))
    #expect(digest(writer.bytes) == 0x557c_a051_cada_d78f)
  }
  @Test func `without mistakes every row is sound`() async throws {
    let list = try await list("households: 4000, period: 2025, communes: 8")
    for row in 0..<4000 {
      #expect(list.text("household_id", row).wholeMatch(of: /0[0-9]{11}/) != nil)
      #expect(list.text("commune", row) == String(90_001 + row / 500))
      #expect(list.text("area", row) == (row / 500 % 4 == 3 ? "urban" : "rural"))
      let (members, dependants) = (list.number("members", row) ?? 0, list.number("dependants", row) ?? -1)
      #expect((1...30).contains(members) && (0...members).contains(dependants))
      #expect(list.number("b2", row) == 10 * list.deprivations(row))
      #expect(list.day(row).map { ("2025-09-01"..."2025-12-14").contains($0.iso) } == true)
    }
    #expect(list.repeated { list.text("household_id", $0) } == 0)
  }
  @Test func `the class declared is that of the rule, by income and by points`() async throws {
    let list = try await list("households: 6000, seed: 11")
    var seen: [String: Int] = [:]
    for row in 0..<6000 {
      let isRural = list.text("area", row) == "rural"
      let income = list.number("income_k", row) ?? 0
      let isLow = income <= (isRural ? 1500 : 2000)
      let wanted = isLow ? (list.deprivations(row) >= 3 ? "poor" : "near_poor") : "none"
      #expect(list.text("class", row) == wanted)
      #expect(((list.number("b1", row) ?? 0) <= (isRural ? 140 : 175)) == isLow)
      seen["\(isRural) \(wanted)", default: 0] += 1
    }
    // Each class is there in each area, and poverty is not what is most common.
    #expect(seen.count == 6)
    #expect((seen["true none"] ?? 0) + (seen["false none"] ?? 0) > 4000)
  }

  @Test(arguments: [1, 999, 10_000]) func `every kind of mistake is in as many rows as its share says`(
    _ count: Int
  ) async throws {
    let list = try await list(
      """
      households: \(count), seed: \(count), blank_points: 1%, exact_duplicates: 2%, duplicate_ids: 3%,
      unknown_enum: 4%, lost_leading_zero: 5%, wrong_income_unit: 6%, b2_not_multiple_of_ten: 7%,
      unknown_commune: 8%, dependants_over_members: 9%
      """)
    func share(_ percent: Int) -> Int { (count * percent + 50) / 100 }
    #expect(list.count { list.number("b1", $0) == nil && list.number("b2", $0) == nil } == share(1))
    #expect(list.repeated(list.whole) == share(2))
    #expect(list.repeated { list.text("household_id", $0) } == share(2) + share(3))
    #expect(list.count { list.text("ethnicity", $0) == "Không có trong danh mục" } == share(4))
    #expect(list.count { list.text("household_id", $0).count == 11 } == share(5))
    #expect(list.count { list.number("income_k", $0) ?? 0 >= 100_000 } == share(6))
    #expect(list.count { (list.number("b2", $0) ?? 0) % 10 != 0 } == share(7))
    #expect(list.count { list.text("commune", $0) == "99999" } == share(8))
    #expect(list.count { list.number("dependants", $0) ?? 0 > list.number("members", $0) ?? 0 } == share(9))
  }
  @Test(
    arguments: [
      ("households: 100, blank_points: 60%, unknown_enum: 41%", false),
      ("households: 100, blank_points: 60%, unknown_enum: 40%", true),
      ("households: 100, exact_duplicates: 50%", true), ("households: 100, exact_duplicates: 51%", false),
      ("households: 100, blank_points: 1000000000%", false),
    ]) func `there are no more mistakes than households`(_ options: String, _ isGood: Bool)
  {
    let text = pipeline(options).replacing("use: households", with: "use: 1️⃣households")
    expectPlan(
      text, of: testStages,
      find: isGood
        ? []
        : [
          (
            1,
            "the shares of mistakes need more households than there are; every copy needs a clean one besides"
          )
        ])
  }

  private static let register = [
    "u/units.csv": """
    id,code,name,level,type,parent,valid_from,valid_to,area,source
    vn,vn,Cả nước,country,cả nước,,2016-01-01,,,bịa
    98@2016-01-01,98,Tỉnh Ví Dụ,province,tỉnh,vn,2016-01-01,,,bịa
    981@2016-01-01,981,Huyện Hoa Sen,district,huyện,98,2016-01-01,,,bịa
    98101@2016-01-01,98101,Xã Lúa,commune,xã,981,2016-01-01,,rural,bịa
    98102@2016-01-01,98102,Thị trấn Sen,commune,thị trấn,981,2016-01-01,,urban,bịa

    """, "u/successors.csv": "from,to,extent,source\n",
    "u/regions.csv": "region,province,valid_from,valid_to,source\n",
    "u/gaps.csv": "code,valid_from,valid_to,source\n",
  ]
  @Test func `communes are taken from a register`() async throws {
    let list = try HouseholdList(
      try await simulated("households: 10, units: u", files: Self.register))
    #expect(
      (0..<10).map { list.text("commune", $0) } == Array(repeating: "98101", count: 5)
        + Array(repeating: "98102", count: 5))
    #expect(
      (0..<10).map { list.text("area", $0) } == Array(repeating: "rural", count: 5)
        + Array(repeating: "urban", count: 5))
  }
  @Test func `a household is reviewed when its commune is already of the area that it has`() async throws {
    var files = Self.register
    files["u/units.csv"]? +=
      "98103@2016-01-01,98103,Xã Bưởi,commune,xã,981,2016-01-01,2024-11-01,rural,bịa\n98103@2024-11-01,98103,Thị trấn Bưởi,commune,thị trấn,981,2024-11-01,,urban,bịa\n"
    files["u/successors.csv"]? += "98103@2016-01-01,98103@2024-11-01,full,bịa\n"
    let list = try HouseholdList(
      try await simulated("households: 300, period: 2024, units: u", files: files))
    let rows = (0..<300).filter { list.text("commune", $0) == "98103" }
    #expect(rows.count == 100 && rows.allSatisfy { list.text("area", $0) == "urban" })
    #expect(rows.allSatisfy { list.day($0).map { $0.iso >= "2024-11-01" } == true })
    #expect(
      (0..<300).contains { row in !rows.contains(row) && list.day(row).map { $0.iso < "2024-11-01" } == true }
    )
  }
  @Test func `a register without communes is refused`() {
    var files = Self.register
    files["u/units.csv"]?.replace(/(?m)^9810.*\n/, with: "")
    expectPlan(
      pipeline("households: 10, units: 1️⃣u"), of: testStages, files: files,
      find: [
        (1, "on 2024-12-31 the register has no commune whose type says whether it is urban or rural")
      ])
  }
  @Test(arguments: ["households.simulate", "members.simulate"]) func `the example can be planned`(
    _ stage: String
  ) throws {
    let lines = try moduleText("Examples/\(stage).yaml").split(separator: "\n").map { "    \($0)" }
    expectPlan(
      "pipeline: t\nsteps:\n  -\n\(lines.joined(separator: "\n"))\n  - use: rows.take\n", of: testStages,
      find: [])
  }
  @Test func `the README names every option and every column, in both languages`() throws {
    let parts = try moduleText("README.md").components(separatedBy: "\n---\n")
    try #require(parts.count == 2)
    for stage in Simulate::stages {
      let options = stage.reference(.en).matches(of: /\n\| `([a-z0-9_]+)` \|/).map { $0.1 }
      #expect(options.count > 5)
      for option in options {
        for part in parts { #expect(part.contains("| `\(option)` |"), "\(option)") }
      }
    }
    for field in HouseholdReader.schema.fields + MemberReader.schema(.date).fields
    where field.name.wholeMatch(of: /d([2-9]|10|11)/) == nil {
      #expect(parts[0].contains("`\(field.name)`"), "\(field.name)")
    }
  }
  @Test func `the example of the README runs`() async throws {
    let text = try moduleText("README.md")
    let block = try #require(text.firstMatch(of: /```yaml\n(?<yaml>(?s).*?)```/)).output.yaml
    expectPlan(String(block), of: testStages, find: [])
  }
}
