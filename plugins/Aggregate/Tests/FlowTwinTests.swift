import StageKit
import StageTestKit
import Tables
import Testing

@testable import Aggregate

/// `households.flows` against a count of pairs, one household at a time.
@Suite struct FlowTwinTests {
  private static let options = "{ id: id, members: members, unit: unit, unlisted: "
  private static let weights = [("households", false), ("persons", true)]
  private static let classes = [("poor", PlainFlows.Place.poor), ("near_poor", .nearPoor)]

  @Test(arguments: 1...5 as ClosedRange<UInt64>, ["neither", "away"])
  func `every term is that of its households`(_ seed: UInt64, _ unlisted: String) throws {
    let lists = SomeLists(seed, 120)
    let run = try FlowRun(
      lists.before, lists.after, Self.options + unlisted + " }", earlier: lists.earlier)
    let plain = PlainFlows(lists.before, lists.after, earlier: lists.earlier, unlisted: unlisted)
    for (name, kind) in Self.classes {
      for (weight, persons) in Self.weights {
        for unit in [nil, "00001", "00002", "00003"] {
          let wanted = plain.terms(kind, persons: persons, unit: unit).map { String($0) }
          #expect(
            run.terms(name, weight, unit: unit ?? "n/a") == wanted.joined(separator: " "),
            "\(name) \(weight) \(unit ?? "all")")
        }
      }
    }
  }
  /// The terms as numbers.
  private static func numbers(_ run: FlowRun, _ class: String, _ weight: String, _ unit: String) -> [Int] {
    run.terms(`class`, weight, unit: unit).split(separator: " ").compactMap { Int($0) }
  }
  @Test(arguments: 11...16 as ClosedRange<UInt64>, ["neither", "away"])
  func `the closing follows from the others, and the two tables meet`(_ seed: UInt64, _ unlisted: String)
    throws
  {
    let lists = SomeLists(seed, 90)
    let run = try FlowRun(
      lists.before, lists.after, Self.options + unlisted + " }", earlier: lists.earlier)
    for unit in ["n/a", "00001", "00002", "00003"] {
      for (weight, _) in Self.weights {
        let poor = Self.numbers(run, "poor", weight, unit)
        let near = Self.numbers(run, "near_poor", weight, unit)
        for t in [poor, near] {
          try #require(t.count == 9)
          #expect(t[8] == t[0] - t[1] - t[2] - t[3] + t[4] + t[5] + t[6] + t[7], "\(unit) \(weight)")
        }
        #expect(poor[1] == near[4] && near[2] == poor[4], "\(unit) \(weight)")
      }
    }
  }
  @Test(arguments: 21...23 as ClosedRange<UInt64>) func `units open and close with what all have`(
    _ seed: UInt64
  ) throws {
    // Nobody lacks the code of a unit, so that nobody is in the table of all alone.
    let lists = SomeLists(seed, 100, hasGaps: false)
    let run = try FlowRun(lists.before, lists.after, Self.options + "away }")
    for (name, _) in Self.classes {
      for (weight, _) in Self.weights {
        let all = Self.numbers(run, name, weight, "n/a")
        let units = ["00001", "00002", "00003"].map { Self.numbers(run, name, weight, $0) }
        for term in [0, 8] { #expect(units.map { $0[term] }.reduce(0, +) == all[term], "\(name) \(weight)") }
        // Who moved from one to another is in the others more often.
        for term in [3, 7] { #expect(units.map { $0[term] }.reduce(0, +) >= all[term], "\(name) \(weight)") }
      }
    }
  }
  @Test(arguments: 31...33 as ClosedRange<UInt64>) func `the order of the rows changes nothing`(
    _ seed: UInt64
  ) throws {
    let lists = SomeLists(seed, 80)
    let options = Self.options + "neither }"
    let run = try FlowRun(lists.before, lists.after, options, earlier: lists.earlier)
    let turned = try FlowRun(
      lists.before.reversed(), lists.after.reversed(), options, earlier: lists.earlier.reversed())
    #expect(run.made?.text == turned.made?.text)
  }
  @Test func `the years the other way round have the outgoing terms of the one as incoming of the other`()
    throws
  {
    let lists = SomeLists(41, 90)
    let there = try FlowRun(lists.before, lists.after, "{ id: id, unlisted: neither }")
    let back = try FlowRun(lists.after, lists.before, "{ id: id, unlisted: neither }")
    let (poor, other) = (
      Self.numbers(there, "poor", "households", "n/a"), Self.numbers(back, "poor", "households", "n/a")
    )
    #expect(poor[0] == other[8] && poor[8] == other[0])
    #expect(poor[1] == other[4] && poor[4] == other[1])
    // Without earlier lists nobody relapsed: who came from outside is new.
    #expect(poor[5] == 0 && other[5] == 0 && poor[2] == other[6] && poor[6] == other[2])
  }

  // MARK: Ids and classes

  @Test(arguments: ["h1", "HỘ-01", "0000000000000000000000001", "ma ho co dau cach", "💧", "a,b;c\"d"])
  func `an id may be any text`(_ id: String) throws {
    let run = try FlowRun(
      [Listed(id: id), Listed(id: id + "x", word: "near_poor")],
      [Listed(id: id, word: "near_poor"), Listed(id: id + "x")])
    #expect(run.terms("poor") == "1 1 0 0 1 0 0 0 1" && run.terms("near_poor") == "1 0 1 0 1 0 0 0 1")
    #expect(run.made?.findings == [])
  }
  @Test(
    arguments: ["poor", "near_poor", "average", "none"],
    ["poor", "near_poor", "average", "none"])
  func `one household moves as its two classes say`(_ from: String, _ to: String) throws {
    let run = try FlowRun([Listed(word: from)], [Listed(word: to)])
    let plain = PlainFlows([Listed(word: from)], [Listed(word: to)], earlier: [], unlisted: "away")
    for (name, kind) in Self.classes {
      let wanted = plain.terms(kind, persons: true).map { String($0) }.joined(separator: " ")
      #expect(run.terms(name, "persons") == wanted)
    }
    // Average and none are neither, to the movements.
    let calm = ["average", "none"]
    if calm.contains(from) && calm.contains(to) { #expect(run.terms("poor") == "0 0 0 0 0 0 0 0 0") }
  }
  @Test(arguments: [nil, "", "nghèo", "POOR", "Poor", "poor ", "none\u{301}"] as [String?])
  func `what is none of the four classes is no class, and no household outside of them`(_ word: String?)
    throws
  {
    let run = try FlowRun([Listed(), Listed(id: "h2")], [Listed(word: word), Listed(id: "h2")])
    // It must not look as if the household had left poverty.
    #expect(run.terms("poor") == "1 0 0 0 0 0 0 0 1", "\(word ?? "missing")")
    #expect(run.made?.findings.contains { $0.hasPrefix("measures.class: ") } == true)
    #expect(
      run.made?.findings.last
        == "flows.left-out: 1 households have a row that is wrong, and are in no movements")
  }
  @Test func `persons near the largest number are counted exactly`() throws {
    let run = try FlowRun([Listed(members: .max)], [Listed(members: .max - 1)])
    #expect(
      run.terms("poor", "persons") == "\(Int64.max) 0 0 1 0 0 0 0 \(Int64.max - 1)")
    #expect(run.made?.findings == [])
  }
}
