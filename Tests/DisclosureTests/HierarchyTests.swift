import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Testing
import Units

@testable import Disclosure

/// Sums over units that are not a plain tree of one day: regions, the country, and units that became others.
@Suite struct HierarchyTests {
  private func register(_ extent: String = "full", parts: [String] = ["90001", "90002"]) throws
    -> UnitRegistry
  {
    let old = ["90001", "90002"].map {
      "\($0)@2004-08-31,\($0),Xã Cũ \($0),commune,xã,90,2004-08-31,2025-07-01,rural,s"
    }
    let provinces = ["90", "91", "92"].map {
      "\($0)@2004-08-31,\($0),Tỉnh Mẫu \($0),province,tỉnh,vn,2004-08-31,,,s"
    }
    return try UnitRegistry.load(
      "u", namedAt: nil,
      .memory([
        "u/units.csv":
          ([
            "id,code,name,level,type,parent,valid_from,valid_to,area,source",
            "vn,vn,Cả nước,country,cả nước,,2004-08-31,,,s",
            "vung:mau,vung:mau,Vùng Mẫu,region,vùng,vn,2004-08-31,,,s",
          ] + provinces + old + [
            "90009@2025-07-01,90009,Xã Mới,commune,xã,90,2025-07-01,,rural,s", "",
          ]).joined(separator: "\n"),
        "u/successors.csv": "from,to,extent,source\n"
          + parts.map { "\($0)@2004-08-31,90009@2025-07-01,\(extent),s\n" }.joined(),
        "u/regions.csv": "region,province,valid_from,valid_to,source\n"
          + ["90", "91"].map { "vung:mau,\($0),2004-08-31,,s\n" }.joined(),
        "u/gaps.csv": "code,valid_from,valid_to,source\n",
      ]))
  }
  /// Which of some units, with this many poor and this many of them without water at the end of 2024, are withheld.
  private func withheld(_ counts: [(unit: String, poor: Int64, water: Int64)], _ units: UnitRegistry) throws
    -> [String]
  {
    let figures = counts.flatMap { unit, poor, water in
      [
        figure("poor", .amount(FixedPoint(poor)), unit: unit),
        figure("deprived_water", .amount(FixedPoint(water)), group: "class:poor", unit: unit),
      ]
    }
    let release = try Release(
      [FigureTable(figures)], [], grounds: grounds, rule: (DisclosureRule(threshold: 5), units), edition: "e",
      previous: nil)
    return release.withheld.map { String($0.figure.prefix { $0 != "/" }) }.sorted()
  }
  private let a = "90001@2004-08-31"
  private let b = "90002@2004-08-31"
  private let new = "90009@2025-07-01"

  @Test(arguments: ["full", "partial"])
  func `a unit that was not there on the day of its count tells none without a ground`(extent: String) throws
  {
    #expect(try withheld([(a, 40, 3), (b, 50, 20), (new, 90, 23)], register(extent)) == [a, new])
    #expect(try withheld([(a, 40, 20), (b, 50, 20), (new, 90, 40)], register(extent)) == [new])
    #expect(try withheld([(a, 40, 3), (new, 40, 3)], register(extent, parts: ["90001"])) == [a, new])
  }
  @Test func `a unit that was not there on the day is in no sum of that day`() throws {
    let (p, region) = ("90@2004-08-31", "vung:mau")
    var hierarchy = Hierarchy(try register())
    let day = Day(number: 20_088)
    #expect(hierarchy.above(a, on: day) == [p, region, "vn"])
    #expect(hierarchy.above(new, on: day) == [])
    #expect(hierarchy.isThere(region, on: day) && !hierarchy.isThere(new, on: day))
    // The new one has the code of its province, and would otherwise take the sum of the old two apart.
    let counts = [(a, 40, 3), (b, 50, 20), (p, 90, 23), (new, 90, 23)] as [(String, Int64, Int64)]
    #expect(
      try withheld(counts.map { (unit: $0.0, poor: $0.1, water: $0.2) }, register()) == [a, b, new])
  }
  @Test func `provinces are added up to their region, and what has none to the country`() throws {
    let (p, q, r) = ("90@2004-08-31", "91@2004-08-31", "92@2004-08-31")
    let all =
      [(p, 100, 3), (q, 100, 40), (r, 100, 50), ("vung:mau", 200, 43), ("vn", 300, 93)]
      as [(String, Int64, Int64)]
    #expect(try withheld(all.map { (unit: $0.0, poor: $0.1, water: $0.2) }, register()) == [p, q])
    let without = all.filter { $0.0 != "vung:mau" }
    #expect(try withheld(without.map { (unit: $0.0, poor: $0.1, water: $0.2) }, register()) == [p, q, r])
  }
  @Test func `a total of which most parts were never told is not their sum`() throws {
    let some = [("90@2004-08-31", 100, 3), ("vn", 9000, 900)] as [(String, Int64, Int64)]
    #expect(try withheld(some.map { (unit: $0.0, poor: $0.1, water: $0.2) }, register()) == ["90@2004-08-31"])
  }
}
