import Diagnostics
import Disclosure
import Figures
import Foundation
import Tables
import Testing

@testable import Plans

/// The two national programmes beside the published figures of the country, with the words worked out apart.
@Suite struct NationalPlansTests {
  @Test func `every target and every year has the word that was worked out by hand`() async throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Expected/national.csv")
    let expected = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    let found = try await FivePlans.result.value.national.flatMap(\.targets).flatMap(Self.lines)
    #expect(["target,part,word"] + found == expected)
  }
  private static func lines(_ verdict: TargetVerdict) -> [String] {
    let many = verdict.readings.count > 1
    let parts = verdict.readings.flatMap { reading in
      reading.conditions.compactMap { condition in
        condition.condition.name.map { name in
          let part = (many ? "\(reading.reading.name?.vi ?? ""): " : "") + name.vi
          return "\(verdict.target.id),\(part),\(condition.verdict.word.rawValue)"
        }
      }
    }
    return ["\(verdict.target.id),,\(verdict.verdict.word.rawValue)"] + parts
  }

  // MARK: The same arithmetic in whole thousandths, from the committed tables alone

  /// One rate of the tables, as the numbers it may stand for in thousandths of a percent, the upper end left out.
  private struct Rate {
    let low: Int
    let high: Int
    /// A printed rate is half a unit of its last place to either side, a derived one a whole unit.
    init?(_ row: [String]) {
      let places = row[5].split(separator: ".").dropFirst().first?.count ?? 0
      guard row[7] == "value", places <= 2, let digits = Int(row[5].replacing(".", with: "")) else {
        return nil
      }
      let unit = [1000, 100, 10][places]
      let side = row[9] == "derived" ? unit : unit / 2
      (low, high) = (digits * unit - side, digits * unit + side)
    }
  }
  /// The rates of the country by year: of one measure and group, by one standard, in the order of precedence.
  private static func rates(_ measure: String, _ group: String, _ standard: String) throws -> [Int: Rate?] {
    var found: [Int: (precedence: Int, rate: Rate?)] = [:]
    for name in ["national", "totals"] {
      let text = try String(
        contentsOfFile: "\(Here.root)/pipelines/five-plans/data/\(name).csv", encoding: .utf8)
      for line in text.split(separator: "\n") where line.hasPrefix("vn,") {
        // What stands before the source has no commas in it.
        let row = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard row[2] == measure, row[3] == group, row[8] == standard, let year = Int(row[1].prefix(4)),
          let precedence = Int(row[10]), precedence < found[year]?.precedence ?? .max
        else { continue }
        found[year] = (precedence, Rate(row))
      }
    }
    return found.mapValues(\.rate)
  }
  /// The word for the fall from one year to another against a bound in thousandths of a point, once it is due.
  private static func word(_ from: Rate??, _ to: Rate??, _ bound: Int, isStrict: Bool = false) -> VerdictWord
  {
    guard let from = from ?? nil, let to = to ?? nil else { return .noData }
    // The fall is above the one and below the other; the ends themselves can be reached only by derived rates.
    let (least, most) = (from.low - to.high, from.high - to.low)
    if isStrict ? least > bound : least >= bound { return .met }
    return most <= bound ? .notMet : .noData
  }

  @Test(arguments: [
    ("QG16-01", 0, "poor_rate", "all", "vn-2016", 2016...2020, 1000, false),
    ("QG16-01.1", 0, "poor_rate", "places:poor-districts", "vn-2016", 2016...2020, 4000, false),
    ("QG16-01.3", 0, "poor_rate", "ethnicity:minority", "vn-2016", 2016...2020, 3000, false),
    ("QG21-01", 0, "poor_rate", "all", "vn-2022", 2022...2024, 1000, false),
    ("QG21-01", 1, "multidimensional_rate", "all", "vn-2022", 2022...2024, 1000, false),
    ("QG21-01.1", 0, "poor_rate", "ethnicity:minority", "vn-2022", 2022...2024, 3000, true),
    ("QG21-01.2", 0, "poor_rate", "places:poor-districts", "vn-2022", 2022...2024, 4000, false),
  ]) func `the years are judged as whole numbers judge them`(
    id: String, reading: Int, measure: String, group: String, standard: String, years: ClosedRange<Int>,
    bound: Int,
    isStrict: Bool
  ) async throws {
    let rates = try Self.rates(measure, group, standard)
    let target = try #require(try await FivePlans.result.value.target(id))
    let conditions = target.readings[reading].conditions
    for (year, condition) in zip(years, conditions) {
      #expect(condition.condition.name?.vi == "năm \(year)")
      #expect(
        condition.verdict.word == Self.word(rates[year - 1], rates[year], bound, isStrict: isStrict),
        "\(id) \(year)")
    }
    guard years.upperBound == 2020 else { return }
    let whole = try #require(conditions.last)
    #expect(whole.verdict.word == Self.word(rates[2015], rates[2020], bound * years.count))
  }
  @Test func `the least word of the years is the word of the target`() async throws {
    for target in try await FivePlans.result.value.national.flatMap(\.targets) {
      let words = target.readings.flatMap(\.conditions).map(\.verdict.word)
      #expect(target.verdict.word.rank == words.map(\.rank).min(), "\(target.target.id)")
    }
  }

  // MARK: What they rest on

  @Test func `no figure of the old standard is used by the programme of the new one`() async throws {
    let result = try await FivePlans.result.value
    for (plan, standard) in [
      ("ctmtqg-giam-ngheo-2021-2025", "vn-2022"), ("ctmtqg-giam-ngheo-2016-2020", "vn-2016"),
    ] {
      let conditions = try #require(result.plan(plan)).targets.flatMap(\.readings).flatMap(\.conditions)
      let used = conditions.flatMap { [$0.verdict.base, $0.verdict.result].compactMap { $0 } }
      #expect(!used.isEmpty && used.allSatisfy { $0.standard == standard }, "\(plan)")
    }
    // The year 2021 has two rates, and the base of the new programme is the one of the new standard.
    let base = try #require(result.target("QG21-01")?.readings.first?.conditions.first?.verdict.base)
    #expect(base.asOf == day("2021-12-31") && base.value == printed("5.20") && base.grade == .derived)
    #expect(
      result.figures("vn", "poor_rate", "2021-12-31", standard: "vn-2016").map(\.value) == [printed("2.23")])
  }
  @Test func `every figure they rest on has a source and a grade, and those worked out say how`() async throws
  {
    let published = try await FivePlans.result.value.published.figures
    let text = try String(
      contentsOfFile: "\(Here.root)/pipelines/five-plans/data/national.csv", encoding: .utf8)
    #expect(text.split(separator: "\n").count == 25)
    let national = published.filter { $0.unit == "vn" }
    #expect(national.count >= 24)
    for figure in national {
      #expect(!figure.source.title.isEmpty, "\(figure.id)")
      #expect(figure.grade != .derived || !figure.note.isEmpty || figure.id.hasSuffix("/sum"), "\(figure.id)")
    }
  }
  @Test func `the derived rates are the sums that their remarks tell`() async throws {
    let result = try await FivePlans.result.value
    for (iso, standard, group, then, change) in [
      ("2017-12-31", "vn-2016", "all", 535, 135), ("2021-12-31", "vn-2022", "all", 403, 117),
      ("2021-12-31", "vn-2022", "places:poor-districts", 3862, 635),
    ] {
      let found = result.published.figures.first {
        $0.unit == "vn" && $0.measure == "poor_rate" && $0.asOf == day(iso) && $0.standard == standard
          && $0.group == group
      }
      #expect(found?.value == .printed(FixedPoint(units: Int128(then + change), scale: 2)), "\(iso)")
      #expect(found?.grade == .derived)
    }
    // What is added to is itself published, where it is a figure of the review.
    #expect(result.figures("vn", "poor_rate", "2022-12-31").first?.value == printed("4.03"))
  }
  @Test func `the plans say that the decisions were not read, and where each target stands`() async throws {
    for plan in try await FivePlans.result.value.national.map(\.plan) {
      #expect(plan.source.note.contains("Chưa đọc nguyên văn"))
      #expect(plan.targets.allSatisfy { $0.place.contains("(theo b") })
      #expect(plan.number?.hasSuffix("/QĐ-TTg") == true && plan.date != nil)
    }
  }
}
