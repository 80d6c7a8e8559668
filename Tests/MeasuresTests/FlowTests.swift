import Diagnostics
import StageTestKit
import Standards
import Tables
import Testing

@testable import Measures

/// The nine-term identity in households and persons, and what contradicts it.
@Suite struct FlowTests {
  private static func flow(_ terms: Int64?...) -> ClassFlow { ClassFlow(terms) ?? ClassFlow(blank: true) }

  @Test func `the closing is what the first eight terms come to`() {
    // The published table of poor households of a former district.
    #expect(Self.flow(294, 0, 64, 45, 5, 0, 0, 14, 204).computedClosing == 204)
    #expect(Self.flow(9, 1, 1, 1, 1, 1, 1, 1, nil).computedClosing == 10)
    #expect(Self.flow(9, nil, 1, 1, 1, 1, 1, 1, 10).computedClosing == nil)
    #expect(ClassFlow([1, 2]) == nil)
    #expect(FlowTerm.allCases.allSatisfy { ClassFlow(blank: true)[$0] == nil })
  }
  @Test func `what does not fit is blank, and never traps`() {
    #expect(Self.flow(.max, 0, 0, 0, 1, 0, 0, 0, 0).computedClosing == nil)
    #expect(Self.flow(0, .min, 0, 0, 0, 0, 0, 0, 0).computedClosing == nil)
    var flow = Self.flow(.max, 0, 0, 0, 0, 0, 0, 0, nil)
    for (term, more) in [(FlowTerm.opening, 1 as Int64), (.out, 2), (.closing, 5)] { flow.count(term, more) }
    #expect(flow[.opening] == nil && flow[.out] == 2 && flow[.closing] == nil)
    var table = FlowTable()
    table[.poor, .households] = Self.flow(0, .max, .max, 0, 0, 0, 0, 0, 0)
    #expect(table.faults().contains { $0.code == "flows.left-above-opening" } == false)
  }
  @Test func `a closing that the terms do not come to is a fault`() {
    var table = FlowTable()
    table[.nearPoor, .households] = Self.flow(300, 60, 5, 10, 63, 0, 19, 0, 305)
    table[.poor, .households] = Self.flow(294, 64, 0, 45, 5, 0, 0, 14, 204)
    table[.nearPoor, .persons] = Self.flow(900, 180, 15, 30, 190, 0, 57, 0, 922)
    table[.poor, .persons] = Self.flow(900, 190, 0, 100, 15, 0, 0, 40, 665)
    #expect(
      table.faults() == [
        .closing(.nearPoor, .households, computed: 307, reported: 305),
        .moves(.poorToNear, .households, left: 64, entered: 63),
      ])
    #expect(
      table.faults().map(\.phrase.en) == [
        "near-poor households at the end are 305, but 1−2−3−4+5+6+7+8 = 307",
        "64 households went from poor to near-poor, but the near-poor table has 63 from there",
      ])
  }
  @Test func `an opening that is not last year's closing is a fault`() {
    var (last, table) = (FlowTable(), FlowTable())
    last[.poor, .households] = Self.flow(10, 0, 0, 0, 0, 0, 0, 0, 10)
    last[.poor, .persons] = Self.flow(30, 0, 0, 0, 0, 0, 0, 0, 30)
    table[.poor, .households] = Self.flow(11, 0, 1, 0, 0, 0, 0, 0, 10)
    table[.poor, .persons] = Self.flow(30, 0, 3, 0, 0, 0, 0, 0, 27)
    #expect(table.faults(after: last) == [.opening(.poor, .households, opening: 11, lastClosing: 10)])
    #expect(table.faults() == [])
    // What is blank says nothing.
    #expect(table.faults(after: FlowTable(blank: true)) == [])
  }
  @Test func `counts that exceed what there was are a fault`() {
    var table = FlowTable()
    table[.poor, .households] = Self.flow(5, 0, 4, 2, 0, 0, 1, 0, 0)
    table[.poor, .persons] = Self.flow(12, 0, 9, 4, 0, 0, 1, 0, 0)
    #expect(table.faults() == [.leftAboveOpening(.poor, .households, left: 6, opening: 5)])
    table[.poor, .households] = Self.flow(5, 0, 0, 0, 0, 0, -1, 0, 4)
    table[.poor, .persons] = Self.flow(4, 0, 0, 0, 0, 0, 0, 0, 4)
    #expect(
      table.faults() == [
        .negative(.poor, .households, .new, -1), .fewerPersons(.poor, .opening, households: 5, persons: 4),
      ])
  }
  @Test func `every fault has a code of its own and words in both languages`() {
    let faults: [FlowFault] = [
      .closing(.poor, .persons, computed: 1, reported: 2),
      .opening(.nearPoor, .persons, opening: 1, lastClosing: 2),
      .leftAboveOpening(.poor, .households, left: 2, opening: 1),
      .moves(.nearToPoor, .persons, left: 1, entered: 2),
      .moves(.poorToNear, .persons, left: 1, entered: 2),
      .fewerPersons(.poor, .new, households: 2, persons: 1),
      .negative(.poor, .households, .out, -1),
    ]
    #expect(Set(faults.map(\.code)).count == 6)
    let explained = Set(measuresExplanations.map(\.code))
    #expect(explained.isSuperset(of: faults.map(\.code.rawValue)))
    #expect(Set(faults.map(\.phrase.vi)).count == 7)
    for fault in faults { #expect(fault.phrase.vi != fault.phrase.en) }
  }

  // MARK: Made from two lists

  typealias Entry = ClassHistories.Entry
  private static func moved(
    _ before: Entry?, _ after: Entry?, _ unlisted: FlowTable.Unlisted = .away, earlier: [HouseholdClass] = []
  ) -> FlowTable {
    var table = FlowTable()
    table.add(before, after, earlier: earlier, unlisted: unlisted)
    return table
  }
  private static func terms(_ table: FlowTable, _ class: HouseholdClass, _ unit: FlowTable.Unit) -> [Int64?] {
    FlowTerm.allCases.map { table[`class`, unit][$0] }
  }

  @Test func `a household that changes class leaves one table for the other with its former members`() {
    let table = Self.moved(Entry(.poor, persons: 4), Entry(.nearPoor, persons: 5))
    #expect(Self.terms(table, .poor, .households) == [1, 1, 0, 0, 0, 0, 0, 0, 0])
    #expect(Self.terms(table, .nearPoor, .households) == [0, 0, 0, 0, 1, 0, 0, 0, 1])
    #expect(Self.terms(table, .poor, .persons) == [4, 4, 0, 0, 0, 0, 0, 0, 0])
    #expect(Self.terms(table, .nearPoor, .persons) == [0, 0, 0, 0, 4, 0, 0, 1, 5])
    let back = Self.moved(Entry(.nearPoor, persons: 5), Entry(.poor, persons: 3))
    #expect(Self.terms(back, .nearPoor, .persons) == [5, 0, 5, 0, 0, 0, 0, 0, 0])
    #expect(Self.terms(back, .poor, .persons) == [0, 0, 0, 2, 5, 0, 0, 0, 3])
  }
  @Test func `who was in the class before relapses, and others are new`() {
    let relapsed = Self.moved(Entry(.neither), Entry(.poor), earlier: [.poor, .neither])
    #expect(relapsed[.poor, .households][.relapsed] == 1 && relapsed[.poor, .households][.new] == 0)
    let new = Self.moved(Entry(.average), Entry(.poor), earlier: [.nearPoor])
    #expect(new[.poor, .households][.new] == 1)
    let near = Self.moved(Entry(.neither), Entry(.nearPoor), earlier: [.nearPoor])
    #expect(near[.nearPoor, .households][.relapsed] == 1)
  }
  @Test func `who is not listed has moved, unless the register lists nobody else`() {
    #expect(Self.moved(nil, Entry(.poor))[.poor, .households][.otherIncrease] == 1)
    #expect(Self.moved(nil, Entry(.poor), .neither)[.poor, .households][.new] == 1)
    #expect(Self.moved(Entry(.poor), nil)[.poor, .households][.otherDecrease] == 1)
    #expect(Self.moved(Entry(.poor), nil, .neither)[.poor, .households][.outFurther] == 1)
    #expect(Self.moved(Entry(.nearPoor), nil, .neither)[.nearPoor, .households][.out] == 1)
    #expect(
      Self.moved(nil, nil) == FlowTable() && Self.moved(Entry(.neither), Entry(.average)) == FlowTable())
  }
  @Test(arguments: 1...20 as ClosedRange<UInt64>) func `made of any lists, nothing contradicts itself`(
    seed: UInt64
  )
    throws
  {
    var random = SeededRandom(seed)
    var histories = ClassHistories(years: 2020...2024)
    for household in 0..<200 {
      for year in 2020...2024 where random.next(below: 8) > 0 {
        let entry = Entry(
          HouseholdClass.allCases[random.next(below: 4)], persons: Int64(1 + random.next(below: 9)))
        try histories.add("h\(household)", in: year, entry)
      }
    }
    for unlisted in [FlowTable.Unlisted.away, .neither] {
      var last: FlowTable?
      for index in 1..<5 {
        let table = FlowTable(histories, into: index, unlisted: unlisted)
        #expect(table.faults(after: last).filter { $0.code != "flows.fewer-persons" } == [])
        last = table
      }
    }
    #expect(PovertyDynamics(histories, into: 0) == nil && PovertyDynamics(histories, into: 5) == nil)
  }
  @Test func `households of one table are counted together`() {
    var table = Self.moved(Entry(.poor, persons: 4), Entry(.nearPoor, persons: 5))
    table.add(nil, Entry(.poor, persons: 2), earlier: [])
    #expect(Self.terms(table, .poor, .households) == [1, 1, 0, 0, 0, 0, 0, 1, 1])
    #expect(Self.terms(table, .poor, .persons) == [4, 4, 0, 0, 0, 0, 0, 2, 2])
    #expect(Self.terms(table, .nearPoor, .persons) == [0, 0, 0, 0, 4, 0, 0, 1, 5])
  }

  // MARK: Bad lists

  @Test func `an id twice, an unknown class or year and negative persons are refused`() throws {
    var histories = ClassHistories(years: [2024, 2023, 2024])
    #expect(histories.years == [2023, 2024])
    #expect(try histories.add("a", in: 2024, word: "poor") == 0)
    #expect(try histories.add("b", in: 2023, word: "near_poor", persons: 3) == 1)
    #expect(try histories.add("a", in: 2023, word: "none") == 0)
    #expect(throws: MeasureProblem.idTwice(year: 2024)) { try histories.add("a", in: 2024, word: "poor") }
    #expect(throws: MeasureProblem.unknownClass("giàu")) { try histories.add("c", in: 2024, word: "giàu") }
    #expect(throws: MeasureProblem.unknownYear(2022)) { try histories.add("c", in: 2022, word: "poor") }
    #expect(throws: MeasureProblem.negative) { try histories.add("c", in: 2024, word: "poor", persons: -1) }
    #expect(histories.entries.count == 2)
  }
}
