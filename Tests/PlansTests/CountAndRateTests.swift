import Figures
import Foundation
import Plans
import Tables
import Testing

/// Counts with the rates printed beside them, against cases that were worked out by other means.
///
/// The counts and rates are those of Decision 217/QĐ-BLĐTBXH (4 February 2025) and of the review of 2023 as the press gave
/// it.
@Suite struct CountAndRateTests {
  /// The rows of a file of cases, by column.
  private static func rows(_ name: String) -> [[String: String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Expected/consistency/\(name).csv")
    let text =
      FileManager.default.contents(atPath: file.path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let lines = text.split(whereSeparator: \.isNewline).map(fields)
    guard let names = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }
  private static func fields(_ line: Substring) -> [String] {
    var (fields, inQuotes) = ([""], false)
    for character in line {
      switch character {
      case "\"": inQuotes.toggle()
      case "," where !inQuotes: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
  private func number(_ row: [String: String], _ name: String) throws -> FixedPoint {
    try #require(row[name].flatMap { FixedPoint(plain: $0) }, "\(name) of \(row)")
  }
  /// A count and a printed rate with the decimal places that the case says.
  private func pair(
    _ row: [String: String], _ count: String, _ rate: String, _ places: String
  ) throws -> CountAndRate {
    let scale = try #require(row[places].flatMap { Int($0) })
    let printed = try number(row, rate)
    return CountAndRate(count: try number(row, count), rate: try #require(printed.rounded(places: scale)))
  }
  private func places(_ end: Extent.End?, _ places: Int) -> String {
    end.flatMap { $0.value.rounded(places: places)?.plain } ?? ""
  }

  @Test func `there are as many cases as there should be`() {
    #expect(Self.rows("expected_checks").count >= 22)
    #expect(Self.rows("expected_national_vs_regions").count == 2)
  }
  @Test(arguments: Self.rows("expected_checks"))
  func `a case of count, rate and households comes out as it should`(
    _ row: [String: String]
  ) throws {
    let pair = try pair(row, "n", "rate_pct", "decimals")
    let wholes = try #require(pair.wholes)
    #expect(places(wholes.low, 4) == row["implied_N_gt"])
    #expect(places(wholes.high, 4) == row["implied_N_le"])
    guard let whole = row["N"].flatMap({ FixedPoint(plain: $0) }) else {
      #expect(row["verdict"] == "", "no households are given, so nothing is compared")
      return
    }
    #expect(pair.rate(in: whole) == FixedPoint(plain: row["rate_computed"] ?? ""))
    #expect(pair.agrees(with: whole) == (row["verdict"] == "khop"))
    #expect(Extent(Fraction(whole)).isInside(wholes) == (row["verdict"] == "khop"), "the two ways agree")
  }
  @Test(arguments: Self.rows("expected_national_vs_regions"))
  func `the country is the sum of its regions in households, and not in what they are a share of`(
    _ row: [String: String]
  ) throws {
    let year = try #require(row["nam"])
    let published = Self.rows("official_\(year)")
    let country = published.filter { $0["pham_vi"] == "Toàn quốc" }
    let regions = published.filter {
      $0["pham_vi"] != "Toàn quốc" && $0["chi_tieu"] == "nghèo và cận nghèo"
    }
    #expect(regions.count == 6)
    var sum: FixedPoint? = 0
    var wholes: Extent? = Extent(Fraction(0))
    for region in regions {
      let pair = try pair(region, "so_ho", "ty_le_pct", "chu_so_thap_phan")
      let more = try #require(pair.wholes)
      sum = sum.flatMap { $0 + pair.count }
      wholes = wholes.flatMap { $0 + more }
    }
    let pairs = try country.map { try pair($0, "so_ho", "ty_le_pct", "chu_so_thap_phan") }
    let extents = pairs.compactMap(\.wholes)
    #expect(extents.count == 2)
    let ofCountry = extents.dropFirst().reduce(extents.first) { all, next in all?.intersection(next) }
    let (all, ofRegions) = (try #require(ofCountry), try #require(wholes))
    #expect(sum?.plain == row["tong_so_ho_6_vung"])
    #expect((sum?.plain == row["so_ho_toan_quoc"]) == (row["cong_so_ho"] == "khop"))
    #expect(places(all.low, 1) == row["N_toan_quoc_gt"] && places(all.high, 1) == row["N_toan_quoc_le"])
    #expect(
      places(ofRegions.low, 1) == row["tong_N_vung_gt"] && places(ofRegions.high, 1) == row["tong_N_vung_le"])
    #expect(all.isApart(from: ofRegions) == (row["mau_so"] == "khong giao nhau"))
  }

  @Test(
    arguments: [
      ("1", "0.13", 800, true), ("1", "0.12", 800, false), ("5", "50", 10, true), ("0", "0.0", 5, true),
      ("1", "100", 1, true), ("3", "0.00", 306_250, true), ("31", "0.01", 306_250, true), ("1", "1", 0, nil),
      ("170141183460469231731687303715884105727", "1.00", 1, nil),
    ] as [(String, String, Int64, Bool?)])
  func `halves are rounded up, and what cannot be worked out is not said`(
    _ row: (String, String, Int64, Bool?)
  ) throws {
    let count = row.0.count > 38 ? FixedPoint(units: .max) : try #require(FixedPoint(plain: row.0))
    let pair = CountAndRate(count: count, rate: try #require(FixedPoint(plain: row.1)))
    #expect(pair.agrees(with: FixedPoint(row.2)) == row.3)
  }
  @Test(arguments: [("0", "1.20"), ("5", "-1"), ("-5", "1.20")])
  func `a rate that no number of households makes has none`(_ row: (String, String)) throws {
    let pair = CountAndRate(
      count: try #require(FixedPoint(plain: row.0)), rate: try #require(FixedPoint(plain: row.1)))
    #expect(pair.wholes == nil)
  }
  /// Every count of every small number of households agrees with the rate that is printed of it, and with no other.
  @Test(arguments: 0...3) func `what is printed agrees with what it was printed of`(_ places: Int) throws {
    for whole in 1...40 as ClosedRange<Int64> {
      for part in 0...whole {
        let exact = try #require(Fraction(Int128(part) * 100, over: Int128(whole)))
        let rate = try #require(exact.rounded(places: places))
        let pair = CountAndRate(count: FixedPoint(part), rate: rate)
        #expect(pair.agrees(with: FixedPoint(whole)) == true)
        #expect(pair.wholes?.contains(whole) == true, "\(part) of \(whole)")
        let other = CountAndRate(
          count: FixedPoint(part), rate: FixedPoint(units: rate.units + 1, scale: places))
        #expect(other.agrees(with: FixedPoint(whole)) == false)
        #expect(other.wholes?.contains(whole) != true)
      }
    }
  }
  @Test func `sums of stretches have the sums of their ends`() {
    let half = Extent(from: Extent.End(Fraction(1), isIncluded: false), to: nil)
    let one = Extent(Fraction(2))
    #expect((half + one) == Extent(from: Extent.End(Fraction(3), isIncluded: false), to: nil))
    #expect((one + one) == Extent(Fraction(4)))
  }
}
extension Extent {
  fileprivate func contains(_ number: Int64) -> Bool { Extent(Fraction(Int(number))).isInside(self) }
}
