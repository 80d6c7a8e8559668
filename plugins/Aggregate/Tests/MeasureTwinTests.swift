import StageKit
import StageTestKit
import Tables
import Testing

@testable import Aggregate

/// `households.measures` against schoolbook fractions over the same households, one by one.
@Suite struct MeasureTwinTests {
  /// A way to weigh and to cut off: what the options say, and what that means.
  struct Rule: Sendable, CustomTestStringConvertible {
    let options: String
    let weights: [(Int, Int)]
    let cutoff: (Int, Int)
    var hasLine = false
    var dimensions: [String: [Int]] = [:]
    var testDescription: String { options }

    func plain(_ rows: [Asked], persons: Bool) -> PlainMeasures {
      PlainMeasures(
        rows, persons: persons, weights: weights.map { Plain(Int128($0.0), Int128($0.1)) },
        cutoff: Plain(Int128(cutoff.0), Int128(cutoff.1)), hasLine: hasLine)
    }
  }
  static let fifths = Array(repeating: (1, 5), count: 5)
  static let nested = [(1, 4), (1, 4), (1, 6), (1, 6), (1, 6)]
  static let rules = [
    Rule(options: "cutoff: 1", weights: fifths, cutoff: (1, 5)),
    Rule(options: "cutoff: 3", weights: fifths, cutoff: (3, 5)),
    Rule(options: "cutoff: 5", weights: fifths, cutoff: (1, 1)),
    Rule(options: "cutoff: 2/5, within_line: within", weights: fifths, cutoff: (2, 5), hasLine: true),
    Rule(options: "cutoff: 40 %, within_line: within", weights: fifths, cutoff: (2, 5), hasLine: true),
    // Just on a sum of unequal weights, where a rounded comparison would slip.
    Rule(
      options: "cutoff: 5/12, dimensions: { home: [water, roof], people: [school, care, work] }",
      weights: nested, cutoff: (5, 12), dimensions: ["home": [0, 1], "people": [2, 3, 4]]),
    Rule(
      options:
        "cutoff: 1/3, within_line: within, weights: { water: 1/3, roof: 1/6, school: 1/6, care: 1/6, work: 1/6 }",
      weights: [(1, 3), (1, 6), (1, 6), (1, 6), (1, 6)], cutoff: (1, 3), hasLine: true),
    Rule(
      options:
        "cutoff: 7/10, weights: { water: 1/10, roof: 2/10, school: 3/10, care: 4/10, work: 0/1 }",
      weights: [(1, 10), (2, 10), (3, 10), (4, 10), (0, 1)], cutoff: (7, 10)),
  ]
  private static func made(_ rule: Rule, _ rows: [Asked]) throws -> Wide {
    try PlannedMeasures(
      "{ columns: { commune: place }, groups: [area], members: members, decimals: 5, \(rule.options) }",
      over: Asked.schema
    ).made(Asked.batch(rows))
  }
  /// What is expected of a cell of the table.
  private static func expect(
    _ made: Wide, _ key: String, _ weight: String, _ measure: String, _ indicator: String,
    _ wanted: Plain?, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = made.measure(key, weight, measure, indicator)
    #expect(
      found == wanted.shown(5), "\(key) \(weight) \(measure) \(indicator)", sourceLocation: sourceLocation)
  }
  private static func expect(
    _ made: Wide, _ key: String, _ weight: String, _ measure: String, _ wanted: Plain?,
    sourceLocation: SourceLocation = #_sourceLocation
  ) { expect(made, key, weight, measure, "n/a", wanted, sourceLocation: sourceLocation) }

  @Test(arguments: rules, [3, 4] as [UInt64]) func `every measure is that of its households`(
    _ rule: Rule, _ seed: UInt64
  ) throws {
    let rows = Asked.some(seed, 240)
    let made = try Self.made(rule, rows)
    for place in ["00001", "00002", "00003"] {
      for area in [nil, "rural", "urban"] {
        let own = rows.filter { $0.place == place && (area == nil || $0.area == area) }
        let key = "commune \(place) " + (area.map { "area:\($0)" } ?? "all")
        for weight in ["households", "persons"] {
          let plain = rule.plain(own, persons: weight == "persons")
          Self.expect(made, key, weight, "reviewed", plain.reviewed)
          Self.expect(made, key, weight, "left_out", Plain(Int128(plain.leftOut)))
          Self.expect(made, key, weight, "h", plain.h)
          Self.expect(made, key, weight, "a", plain.a)
          Self.expect(made, key, weight, "m0", plain.m0)
          for (index, id) in Asked.ids.enumerated() {
            Self.expect(made, key, weight, "uncensored", id, plain.uncensored(index))
            Self.expect(made, key, weight, "censored", id, plain.censored(index))
            Self.expect(made, key, weight, "contribution", id, plain.contribution(index))
            Self.expect(made, key, weight, "contribution_share", id, plain.contributionShare(index))
          }
          guard rule.hasLine else { continue }
          Self.expect(made, key, weight, "near_poor_rate", plain.nearPoor)
          Self.expect(made, key, weight, "multidimensional_rate", plain.multidimensional)
        }
      }
    }
  }
  @Test(arguments: rules) func `a group has its shares of the unit`(_ rule: Rule) throws {
    let rows = Asked.some(11, 200)
    let made = try Self.made(rule, rows)
    for weight in ["households", "persons"] {
      let all = rule.plain(rows.filter { $0.place == "00002" }, persons: weight == "persons")
      for area in ["rural", "urban"] {
        let own = rule.plain(
          rows.filter { $0.place == "00002" && $0.area == area }, persons: weight == "persons")
        let key = "commune 00002 area:\(area)"
        Self.expect(made, key, weight, "population_share", Plain.of(own.reviewed, all.reviewed))
        Self.expect(made, key, weight, "poor_share", Plain.of(own.poor, all.poor))
        Self.expect(made, key, weight, "m0_share", Plain.of(own.points, all.points))
      }
    }
  }
  @Test(arguments: rules.filter { !$0.dimensions.isEmpty })
  func `a dimension has what its indicators have together`(_ rule: Rule) throws {
    let rows = Asked.some(6, 150)
    let made = try Self.made(rule, rows)
    let plain = rule.plain(rows.filter { $0.place == "00001" }, persons: false)
    for (name, indexes) in rule.dimensions {
      let part = try indexes.reduce(Plain(0)) { $0 + (try #require(plain.contribution($1))) }
      Self.expect(made, "commune 00001 all", "households", "dimension_contribution", name, part)
      let share = plain.m0.flatMap { Plain.of(part, $0) }
      Self.expect(made, "commune 00001 all", "households", "dimension_share", name, share)
    }
  }

  // MARK: Few and odd households

  @Test(arguments: rules) func `of one household every measure is 0 or 1, or that of its points`(
    _ rule: Rule
  ) throws {
    for lacking in 0..<32 {
      let row = Asked(lacks: (0..<5).map { lacking >> $0 & 1 == 1 }, members: 7)
      let made = try Self.made(rule, [row])
      let plain = rule.plain([row], persons: true)
      for (name, value) in [("h", plain.h), ("a", plain.a), ("m0", plain.m0)] {
        Self.expect(made, "commune 00001 all", "persons", name, value)
        Self.expect(made, "commune 00001 all", "households", name, value)
      }
      Self.expect(made, "commune 00001 area:rural", "households", "population_share", Plain(1))
    }
  }
  @Test(arguments: rules) func `where everything is missing there is nobody to measure, and no zero`(
    _ rule: Rule
  ) throws {
    let rows = Array(
      repeating: Asked(lacks: Array(repeating: nil, count: 5), within: nil, members: nil), count: 9)
    let made = try Self.made(rule, rows)
    for weight in ["households", "persons"] {
      Self.expect(made, "commune 00001 all", weight, "reviewed", Plain(0))
      Self.expect(made, "commune 00001 all", weight, "left_out", Plain(9))
      for name in ["h", "a", "m0"] { Self.expect(made, "commune 00001 all", weight, name, nil) }
      for id in Asked.ids {
        for name in ["uncensored", "censored", "contribution", "contribution_share"] {
          Self.expect(made, "commune 00001 all", weight, name, id, nil)
        }
      }
    }
  }
  @Test(arguments: rules) func `without rows there is a table without rows, and nothing is told`(
    _ rule: Rule
  ) throws {
    let made = try Self.made(rule, [])
    #expect(made.rows.count == 0 && made.findings == [])
  }
  @Test(
    arguments: [
      (1, true), (1_000_000, true), (nil, false), (0, false), (-1, false), (1_000_001, false), (.max, false),
      (.min, false),
    ] as [(Int64?, Bool)])
  func `a household of more or fewer people than can be is in no measure of persons`(
    _ members: Int64?, _ isCounted: Bool
  ) throws {
    let made = try Self.made(Self.rules[0], [Asked(members: members), Asked(members: 1)])
    let persons = Plain(isCounted ? Int128(members ?? 0) + 1 : 1)
    Self.expect(made, "commune 00001 all", "persons", "reviewed", persons)
    Self.expect(made, "commune 00001 all", "persons", "left_out", Plain(isCounted ? 0 : 1))
    Self.expect(made, "commune 00001 all", "households", "reviewed", Plain(2))
    #expect(made.findings.isEmpty == isCounted)
  }
  @Test func `marks put on before or after their letters, and blanks around, make one group`() throws {
    // NFC, NFD, NFC with blanks.
    let areas = ["th\u{E0}nh ph\u{1ED1}", "tha\u{300}nh pho\u{302}\u{301}", "  th\u{E0}nh ph\u{1ED1} "]
    let made = try Self.made(
      Self.rules[0], areas.map { Asked(area: $0, lacks: [true, false, false, false, false]) })
    #expect(made.keys.contains { $0.contains("area:") })
    #expect(Set(made.keys.filter { $0.contains("area:") }) == ["commune 00001 area:th\u{E0}nh ph\u{1ED1}"])
    Self.expect(made, "commune 00001 area:th\u{E0}nh ph\u{1ED1}", "households", "reviewed", Plain(3))
  }
  @Test(arguments: rules) func `states of several workers are the state of one`(_ rule: Rule) throws {
    let options =
      "{ columns: { commune: place }, groups: [area], members: members, \(rule.options) }"
    let planned = try PlannedMeasures(options, over: Asked.schema)
    try expectLaws(of: planned.planned.work, over: Asked.batch(Asked.some(21, 90)))
  }
}
