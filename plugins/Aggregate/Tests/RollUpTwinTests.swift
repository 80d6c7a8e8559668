import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Testing
import Units

@testable import Aggregate

/// `figures.rollup` against adding up by hand, with units that have figures and units that have none.
@Suite struct RollUpTwinTests {
  /// What each unit is made of at the end of 2024.
  private static let parts = [
    "001": ["00001", "00002"], "002": ["00003"], "003": ["00005"], "01": ["00001", "00002", "00003"],
    "02": ["00005"],
  ]
  private static let communes = ["00001", "00002", "00003", "00005"]
  private static let days = ["2022-12-31", "2023-12-31", "2024-12-31"]
  private static let groups = ["all", "area:rural", "ethnicity:Tày"]

  /// Figures of communes; some are not reported and some not there.
  private static func given(_ seed: UInt64) -> [Figure] {
    var random = Random(state: seed)
    return days.flatMap { day in
      groups.flatMap { group in
        communes.flatMap { unit -> [Figure] in
          ["poor", "near_poor"].compactMap { measure -> Figure? in
            switch random.below(12) {
            case 0: nil
            case 1: figure(unit, nil, measure, on: day, group: group)
            default: figure(unit, random.below(500), measure, on: day, group: group)
            }
          }
        }
      }
    }
  }
  private static func value(
    _ figures: [Figure], _ unit: String, _ day: String, _ group: String, _ measure: String
  ) -> Int? {
    let found = figures.first {
      $0.unit == unit + "@2004-08-31" && $0.asOf.iso == day && $0.group == group && $0.measure == measure
    }
    guard case .amount(let number)? = found?.value else { return nil }
    return Int(number.plain)
  }
  private static func sums(_ summed: Summed) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: summed.figures.map { figure in
        let value = if case .amount(let number)? = figure.value { number.plain } else { "-" }
        return ("\(figure.unit) \(figure.asOf.iso) \(figure.group) \(figure.measure)", value)
      })
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `a sum is there just where every part is, and is their sum`(
    _ seed: UInt64
  ) throws {
    let figures = Self.given(seed)
    let summed = try rollUp(
      figures, measures: ["poor", "near_poor"], from: .commune, to: [.district, .province])
    var wanted: [String: String] = [:]
    var lacking: Set<String> = []
    for (unit, parts) in Self.parts {
      for day in Self.days {
        for group in Self.groups {
          for measure in ["poor", "near_poor"] {
            let values = parts.compactMap { Self.value(figures, $0, day, group, measure) }
            let key = "\(unit)@2004-08-31 \(day) \(group) \(measure)"
            if values.count == parts.count { wanted[key] = String(values.reduce(0, +)) }
            if !values.isEmpty && values.count < parts.count { lacking.insert(unit + "@2004-08-31") }
          }
        }
      }
    }
    #expect(Self.sums(summed) == wanted)
    let told = Set(summed.notices.filter { $0.code == "rollup.incomplete" }.map(\.unit))
    #expect(told.isSuperset(of: lacking), "what is not added up is told")
    #expect(summed.figures.allSatisfy { $0.grade == .derived && $0.id.hasSuffix("/sum") })
    #expect(Set(summed.figures.map(\.id)).count == summed.figures.count)
  }
  @Test(arguments: 6...8 as ClosedRange<UInt64>) func `the order of the figures changes nothing`(
    _ seed: UInt64
  ) throws {
    let figures = Self.given(seed)
    let one = try rollUp(figures, from: .commune, to: [.district, .province])
    let other = try rollUp(figures.reversed(), from: .commune, to: [.district, .province])
    #expect(one.figures.map(\.id) == other.figures.map(\.id) && Self.sums(one) == Self.sums(other))
    #expect(one.notices.map(\.message) == other.notices.map(\.message))
  }
  @Test(arguments: 9...12 as ClosedRange<UInt64>) func `two counts that are one sum are added up first`(
    _ seed: UInt64
  ) throws {
    let figures = Self.given(seed)
    let summed = try rollUp(
      figures, measures: ["poor", "near_poor", "poor_plus_near"],
      sums: ["poor_plus_near": ["poor", "near_poor"]], from: .commune, to: [.province])
    let sums = Self.sums(summed)
    for day in Self.days {
      for group in Self.groups {
        let key = "01@2004-08-31 \(day) \(group) "
        let parts = ["poor", "near_poor"].compactMap { sums[key + $0].flatMap { Int($0) } }
        let whole = sums[key + "poor_plus_near"].flatMap { Int($0) }
        #expect(whole == (parts.count == 2 ? parts.reduce(0, +) : nil), "\(key)")
      }
    }
  }
  @Test(arguments: [(0, 0), (30, 0), (31, 1), (29, 1), (1_000_000, 1)])
  func `a published total is let be, and told of where it is another`(_ total: Int, _ told: Int) throws {
    let provinces = [figure("01", 10), figure("02", 20), figure("04", 5)]
    let summed = try rollUp(
      provinces + (total == 0 ? [] : [figure("vung:a", total)]), to: [.region])
    let sum = try #require(summed.figures.first { $0.unit == "vung:a" })
    #expect(sum.value == .amount(30) && sum.precedence == (total == 0 ? 0 : 9))
    let notices = summed.notices.filter { $0.code == "rollup.not-the-sum" }
    #expect(notices.count == told)
    for notice in notices {
      for text in [notice.message.vi, notice.message.en] {
        #expect(text.contains("30") && text.contains("\(abs(total - 30))".suffix(3)), "\(text)")
      }
      #expect(notice.message.vi != notice.message.en)
    }
  }
  @Test func `counts near the largest number are added exactly`() throws {
    let large = Int(Int64.max)
    let summed = try rollUp([figure("01", large), figure("02", large)], to: [.region])
    #expect(summed.shown == ["vung:a 2024-12-31 poor 18446744073709551614"])
  }
  @Test func `without figures there is no sum, and nothing is told`() throws {
    let summed = try rollUp([])
    #expect(summed.figures.isEmpty && summed.notices.isEmpty)
  }
}
