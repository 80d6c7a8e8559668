import StageKit
import StageTestKit
import Tables
import Testing

@testable import Aggregate

/// `households.changes` against schoolbook fractions over the households of both years.
@Suite struct ChangeTwinTests {
  private static let measures =
    "{ columns: { province: province }, groups: [area], cutoff: 1, members: members, decimals: 4 }"
  private static let effects = ["incidence_effect", "intensity_effect", "within_effect", "shift_effect"]

  private static func made(_ before: [Row], _ after: [Row], years: String = "1") throws -> Wide {
    try #require(
      try ChangeStageTests.run(
        before, after, "{ years: \(years), decimals: 6 }", measures: (measures, measures)
      ).made)
  }
  /// The cells of a row from `before` on.
  private static func cells(_ made: Wide, _ key: String, _ weight: String, _ measure: String) -> [String] {
    let row = made.keys.indices.first {
      made.keys[$0] == key && made.cell(3, $0) == weight && made.cell(4, $0) == measure
        && made.cell(5, $0) == "n/a"
    }
    return row.map { row in (6..<14).map { made.cell($0, row) } } ?? []
  }
  /// What a row says has changed, exactly.
  private static func change(_ made: Wide, _ key: String, _ weight: String, _ measure: String) -> Plain? {
    let row = cells(made, key, weight, measure)
    guard row.count == 8, let top = Int128(row[2]), let bottom = Int128(row[3]) else { return nil }
    return Plain(top, bottom)
  }
  /// The households of the province of some area, as schoolbook fractions.
  private static func plain(_ rows: [Row], _ area: String? = nil, persons: Bool = false) -> PlainMeasures {
    let asked = rows.filter { $0.province == "01" && (area == nil || $0.area == area) }.map {
      Asked(area: $0.area, lacks: [$0.water, $0.toilet], members: $0.members)
    }
    return PlainMeasures(
      asked, persons: persons, weights: [Plain(1, 2), Plain(1, 2)], cutoff: Plain(1, 2), hasLine: false)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>) func `levels and their differences are those of the years`(
    _ seed: UInt64
  ) throws {
    let (before, after) = (households(seed, 150), households(seed + 50, 130))
    let made = try Self.made(before, after, years: "3")
    for weight in ["households", "persons"] {
      let old = Self.plain(before, persons: weight == "persons")
      let new = Self.plain(after, persons: weight == "persons")
      for (name, x, y) in [("h", old.h, new.h), ("a", old.a, new.a), ("m0", old.m0, new.m0)] {
        let (first, last) = (try #require(x), try #require(y))
        let row = Self.cells(made, "province 01 all", weight, name)
        let difference = last - first
        #expect(
          row.prefix(7) == [
            first.rounded(6), last.rounded(6), "\(difference.top)", "\(difference.bottom)",
            difference.rounded(6), (difference * Plain(1, 3)).rounded(6),
            try #require(Plain.of(difference, first)).rounded(6),
          ], "\(weight) \(name)")
      }
    }
  }
  @Test(arguments: 1...6 as ClosedRange<UInt64>) func `M0 is divided without a remainder`(_ seed: UInt64)
    throws
  {
    let (before, after) = (households(seed, 120, whole: true), households(seed + 9, 140, whole: true))
    let made = try Self.made(before, after)
    for weight in ["households", "persons"] {
      func of(_ rows: [Row], _ area: String? = nil) -> PlainMeasures {
        Self.plain(rows, area, persons: weight == "persons")
      }
      func found(_ key: String, _ name: String) throws -> Plain {
        try #require(Self.change(made, "province 01 \(key)", weight, name))
      }
      let (old, new) = (of(before), of(after))
      let (h0, h1) = (try #require(old.h), try #require(new.h))
      let (a0, a1) = (try #require(old.a), try #require(new.a))
      let half = Plain(1, 2)
      #expect(try found("all", "incidence_effect") == half * (a0 + a1) * (h1 - h0))
      #expect(try found("all", "intensity_effect") == half * (h0 + h1) * (a1 - a0))
      #expect(
        try found("all", "incidence_effect") + found("all", "intensity_effect") == found("all", "m0"))
      var (sum, within, shift) = (Plain(0), Plain(0), Plain(0))
      for area in ["rural", "urban"] {
        let (m, n) = (of(before, area), of(after, area))
        let (m0, n0) = (try #require(m.m0), try #require(n.m0))
        let s0 = try #require(Plain.of(m.reviewed, old.reviewed))
        let s1 = try #require(Plain.of(n.reviewed, new.reviewed))
        let inside = try found("area:\(area)", "within_effect")
        let moved = try found("area:\(area)", "shift_effect")
        #expect(inside == half * (s0 + s1) * (n0 - m0) && moved == half * (m0 + n0) * (s1 - s0))
        (within, shift, sum) = (within + inside, shift + moved, sum + inside + moved)
      }
      #expect(try sum == found("all", "m0"))
      // The row of all groups is their sum, rounded once.
      for (name, total) in [("within_effect", within), ("shift_effect", shift)] {
        #expect(Self.cells(made, "province 01 area:*", weight, name)[4] == total.rounded(6))
      }
    }
  }
  @Test(
    arguments: [("1", 1, 1), ("2", 2, 1), ("3", 3, 1), ("18/12", 3, 2), ("1/2", 1, 2), ("4/2", 2, 1)],
    [(1, 2), (7, 3), (9, 1), (5, 5), (3, 0)])
  func `the change a year, as a share, is the root that is nearest`(
    _ years: (text: String, top: Int, bottom: Int), _ poor: (before: Int, after: Int)
  ) throws {
    func rows(_ poor: Int) -> [Row] { (0..<10).map { Row(water: $0 < poor) } }
    let made = try Self.made(rows(poor.before), rows(poor.after), years: years.text)
    let row = Self.cells(made, "province 01 all", "households", "h")
    let shown = try #require(Int128(row[7].replacing(".", with: "").replacing("-0", with: "-")))
    // (x1/x0)^(1/t): its t-th power, with half a unit less and more, must have the quotient between.
    let (low, high) = ((1_000_000 + shown) * 2 - 1, (1_000_000 + shown) * 2 + 1)
    func power(_ base: Int128) -> Double {
      (0..<years.top).reduce(1.0) { product, _ in product * Double(base) / 2_000_000 }
    }
    let quotient = (0..<years.bottom).reduce(1.0) { product, _ in
      product * Double(poor.after) / Double(poor.before)
    }
    #expect(power(low) <= quotient + 1e-12 || low < 0)
    #expect(power(high) >= quotient - 1e-12)
  }
  @Test(arguments: 1...3 as ClosedRange<UInt64>) func `a year against itself has changed nothing`(
    _ seed: UInt64
  ) throws {
    let rows = households(seed, 100)
    let made = try Self.made(rows, rows, years: "5")
    for row in 0..<made.rows.count where made.cell(8, row) != "n/a" {
      #expect(made.cell(8, row) == "0" && made.cell(10, row) == "0.000000", "\(made.keys[row])")
    }
    #expect(Self.change(made, "province 01 all", "households", "m0") == Plain(0))
  }
  @Test(arguments: 1...3 as ClosedRange<UInt64>) func `the years the other way round change the sign alone`(
    _ seed: UInt64
  ) throws {
    let (one, two) = (households(seed, 90, whole: true), households(seed + 77, 110, whole: true))
    let (there, back) = (try Self.made(one, two), try Self.made(two, one))
    for name in ["h", "a", "m0"] + Self.effects.prefix(2) {
      let change = try #require(Self.change(there, "province 01 all", "households", name))
      #expect(Self.change(back, "province 01 all", "households", name) == Plain(0) - change, "\(name)")
    }
  }
  @Test func `a table without rows has nothing to compare`() throws {
    #expect(try Self.made([], []).rows.count == 0)
    let half = try Self.made([], [Row(water: true)])
    #expect(Self.cells(half, "province 01 all", "households", "h").prefix(3) == ["n/a", "1.000000", "n/a"])
  }
}
