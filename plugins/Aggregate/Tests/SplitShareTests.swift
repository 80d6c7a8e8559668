import Figures
import Plans
import Tables
import Testing

@testable import Aggregate

/// Tables of shares, and whole numbers divided by them.
@Suite struct SplitShareTests {
  @Test(arguments: [
    ("3/7", 3, 7), ("0/1", 0, 1), ("7/7", 1, 1), ("42,5 %", 17, 40), ("42.5%", 17, 40), ("100%", 1, 1),
    ("0 %", 0, 1), ("33,333 %", 33_333, 100_000),
  ]) func `a share is a fraction or a percentage`(text: String, above: Int, below: Int) {
    #expect(Fraction(share: text) == Fraction(Int128(above), over: Int128(below)))
  }
  @Test(arguments: [
    "", "0,5", "1", "3/0", "8/7", "-1/2", "1/2/3", "101 %", "-3 %", "%", "1.234,5 %", "a/b", "½", "3 / 7",
    "5  %", "1e2 %", "1/9999999999999999999", "+5 %",
  ]) func `anything else is no share`(text: String) { #expect(Fraction(share: text) == nil) }

  static let (town, village) = ("20001@2025-07-01", "20004@2025-07-01")
  @Test(arguments: [
    (
      [["20003@2004-08-31", town, "2/3", "s"]],
      "recast.shares-sum 2: Xã Chợ went into Xã Đò too, without a share"
    ),
    (
      [["20003@2004-08-31", town, "2/3", "s"], ["20003@2004-08-31", village, "33,33 %", "s"]],
      "recast.shares-sum 2: the shares of Xã Chợ add up to 29999/30000, and must be exactly 1"
    ),
    (
      [["20003@2004-08-31", town, "2/3", ""], ["20003@2004-08-31", village, "1/3", "s"]],
      "recast.share 2: a row must have from, to, share and source"
    ),
    (
      [["20003@2004-08-31", town, "2/3", "s"], ["20003@2004-08-31", village, "0,3", "s"]],
      "recast.share 3: '0,3' is no fraction (such as 3/7) or percentage (such as 42.5 %) from 0 to 1"
    ),
    (
      [["20003@2004-08-31", town, "2/3", "s"], ["20003@2004-08-31", "10@2025-07-01", "1/3", "s"]],
      "recast.share 3: the register has no step from '20003@2004-08-31' to '10@2025-07-01'; Xã Chợ went into: 20001@2025-07-01 (Phường An Bình), 20004@2025-07-01 (Xã Đò)"
    ),
    (
      [["Xã Chợ", town, "2/3", "s"]],
      "recast.share 2: the register has no step from 'Xã Chợ' to '20001@2025-07-01'; write code@first-day of the two units"
    ),
    (
      [
        ["20003@2004-08-31", town, "2/3", "s"], ["20003@2004-08-31", town, "1/3", "s"],
        ["20003@2004-08-31", village, "1/3", "s"],
      ], "recast.share 3: there are two shares from '20003@2004-08-31' to '20001@2025-07-01'"
    ),
  ]) func `a table that is not whole is told and not used`(rows: [[String]], finding: String) throws {
    let run = try RecastRun(RecastTests.communes, shares: [RecastRun.table(rows)])
    #expect(run.findings.first == finding)
    #expect(run.figures.allSatisfy { $0.value == nil })
  }
  @Test func `shares that were given are not asked for again`() throws {
    let few = RecastRun.table([
      ["20003@2004-08-31", Self.town, "2/3", "s"], ["20003@2004-08-31", Self.village, "32 %", "s"],
    ])
    let refused = try RecastRun(RecastTests.communes, shares: [few])
    #expect(refused.findings.count == 3)
    for told in refused.findings.dropFirst() {
      #expect(told.hasSuffix("; the shares given of Xã Chợ cannot be used"), "\(told)")
    }
    let other = RecastRun.table([["20009@2004-08-31", "20009@2025-07-01", "1/1", "s"]])
    let lacking = try RecastRun(RecastTests.communes, shares: [other])
    #expect(
      lacking.findings.first?.hasSuffix("; add the shares of Xã Chợ to the table at the port `shares`")
        == true)
  }
  @Test func `a step from a unit that went nowhere is told as such`() throws {
    let run = try RecastRun(
      RecastTests.communes, shares: [RecastRun.table([["120@2004-08-31", Self.town, "1/1", "s"]])])
    #expect(
      run.findings.first
        == "recast.share 2: the register has no step from '120@2004-08-31' to '20001@2025-07-01'; it does not say what became of Huyện Cát"
    )
  }
  @Test func `a share of nothing leaves its unit out`() throws {
    let all = RecastRun.table([
      ["20003@2004-08-31", Self.town, "100 %", "s"], ["20003@2004-08-31", Self.village, "0 %", "s"],
    ])
    let run = try RecastRun(RecastTests.communes, shares: [all])
    #expect(
      run.shown == [
        "20001@2025-07-01 2024-12-31 poor 18 value 2025-07-01",
        "20004@2025-07-01 2024-12-31 poor 5 value 2025-07-01",
      ])
  }

  // MARK: Dividing

  @Test(arguments: [
    (10, ["1/3", "1/3", "1/3"], [4, 3, 3]), (11, ["1/3", "1/3", "1/3"], [4, 4, 3]),
    (0, ["1/2", "1/2"], [0, 0]),
    (1, ["1/2", "1/2"], [1, 0]), (7, ["2/3", "1/3"], [5, 2]), (100, ["42,5 %", "57,5 %"], [43, 57]),
    (5, ["1/1"], [5]), (9, ["0/1", "1/1"], [0, 9]), (-10, ["1/3", "2/3"], [-3, -7]),
  ]) func `what is left goes to the largest fractions`(whole: Int, shares: [String], wanted: [Int]) throws {
    let named = Dictionary(
      uniqueKeysWithValues: try shares.enumerated().map {
        ("\($0.offset)", try #require(Fraction(share: $0.element)))
      })
    let parts = try #require(Apportionment(Int128(whole), by: named)).parts
    #expect(parts.sorted { $0.key < $1.key }.map { Int($0.value) } == wanted)
  }
  @Test func `shares that are not of one whole divide nothing`() throws {
    let half = try #require(Fraction(1, over: 2))
    #expect(Apportionment(7, by: ["a": half]) == nil)
    #expect(Apportionment(7, by: ["a": half, "b": half, "c": half]) == nil)
    #expect(Apportionment(7, by: [:]) == nil)
  }
  @Test(arguments: 0..<200) func `parts always add up and each is within one of its exact share`(seed: Int)
    throws
  {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func next(_ bound: UInt64) -> Int128 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int128((state >> 33) % bound)
    }
    let weights = (0..<Int(next(5) + 1)).map { _ in next(50) + 1 }
    let total = weights.reduce(0, +)
    let whole = next(100_000)
    let shares = Dictionary(
      uniqueKeysWithValues: try weights.enumerated().map {
        ("\($0.offset)", try #require(Fraction($0.element, over: total)))
      })
    let parts = try #require(Apportionment(whole, by: shares)).parts
    #expect(parts.values.reduce(0, +) == whole)
    for (name, part) in parts {
      let (number, share) = (try #require(Fraction(whole)), try #require(shares[name]))
      let product = number * share
      let exact = try #require(product)
      #expect(part == exact.floor || part == exact.floor + 1)
    }
  }
}
