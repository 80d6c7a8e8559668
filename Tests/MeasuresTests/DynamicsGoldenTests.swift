import Standards
import Tables
import Testing

@testable import Measures

/// The dynamics of 400 invented households over four years, as base R counts them.
@Suite struct DynamicsGoldenTests {
  static let words = ["N": "poor", "C": "near_poor", "K": "none"]
  static func histories() throws -> ClassHistories {
    var histories = ClassHistories(years: 2022...2025)
    for row in try Sheet("G08_dynamics/classes.csv").rows {
      for year in 2022...2025 {
        guard let word = words[row.text("c\(year)")] else { continue }
        try histories.add(row.text("hh"), in: year, word: word)
      }
    }
    return histories
  }
  private static let places: [String: PovertyDynamics.Place] = [
    "N": .poor, "C": .nearPoor, "K": .neither, "out": .absent,
  ]

  @Test func `every expected number is met`() throws {
    let histories = try Self.histories()
    let expected = try Sheet("G08_dynamics/expected_dynamics.csv").rows
    #expect(expected.count == 90)
    for row in expected {
      #expect(try Self.found(row, histories) == Int64(row.text("value")), "\(row)")
    }
  }
  private static func found(_ row: [String: String], _ histories: ClassHistories) throws -> Int64? {
    let measure = row.text("measure")
    if measure == "balanced_panel_n" { return histories.yearsPoor.reduce(0, +) }
    if measure.hasPrefix("years_poor") { return histories.yearsPoor[Int(row.text("to")) ?? 0] }
    let place = places[row.text("to")] ?? .absent
    let last = Int(row.text("period").suffix(4)) ?? 0
    let index = histories.years.firstIndex(of: last) ?? 0
    if measure == "stock" {
      let dynamics = try #require(PovertyDynamics(histories, into: max(index, 1)))
      return index == 0 ? dynamics.before(place) : dynamics.after(place)
    }
    let dynamics = try #require(PovertyDynamics(histories, into: index))
    switch measure {
    case "transition": return dynamics.count(from: places[row.text("from")] ?? .absent, to: place)
    case "escaped_poor": return dynamics.escaped
    case "escaped_to_nearpoor": return dynamics.count(from: .poor, to: .nearPoor)
    case "escaped_to_nonpoor": return dynamics.count(from: .poor, to: .neither)
    case "left_register_poor": return dynamics.left
    case "became_poor_ever_before(re-poor)": return dynamics.rePoor
    case "became_poor_first_time": return dynamics.firstTime
    case "arrived_poor": return dynamics.arrived
    case "stayed_poor": return dynamics.stayed
    default: return nil
    }
  }
  @Test(arguments: 1...3) func `the stocks and the flows agree`(index: Int) throws {
    let d = try #require(PovertyDynamics(Self.histories(), into: index))
    #expect(d.after(.poor) == d.before(.poor) - d.escaped - d.left + d.rePoor + d.firstTime + d.arrived)
  }
  @Test(arguments: 1...3) func `the official table of movements has no fault`(index: Int) throws {
    let histories = try Self.histories()
    let table = FlowTable(histories, into: index)
    let previous = index > 1 ? FlowTable(histories, into: index - 1) : nil
    #expect(table.faults(after: previous) == [])
    let d = try #require(PovertyDynamics(histories, into: index))
    let flow = table[.poor, .households]
    #expect(flow[.opening] == d.before(.poor) && flow[.closing] == d.after(.poor))
    #expect(flow[.out] == d.count(from: .poor, to: .nearPoor))
    #expect(flow[.outFurther] == d.count(from: .poor, to: .neither))
    #expect(flow[.otherDecrease] == d.left && flow[.otherIncrease] == d.arrived)
    #expect(flow[.fromOther] == d.count(from: .nearPoor, to: .poor))
  }
  @Test func `rates are of those who could move`() throws {
    let d = try #require(PovertyDynamics(Self.histories(), into: 1))
    #expect(d.escapeRate == fraction(46, 98) && d.entryRate == fraction(9, 291))
    let nobody = try #require(PovertyDynamics(ClassHistories(years: [1, 2]), into: 1))
    #expect(nobody.escapeRate == nil && nobody.entryRate == nil)
  }
  @Test func `the chronically poor are counted from the balanced panel`() throws {
    let histories = try Self.histories()
    #expect(histories.yearsPoor.dropFirst(3).reduce(0, +) == 38 && histories.yearsPoor.reduce(0, +) == 377)
  }
}
