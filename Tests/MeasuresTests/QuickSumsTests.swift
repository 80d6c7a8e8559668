import Tables
import Testing

@testable import Measures

/// Sums in 64 bits against those that are added one by one.
@Suite struct QuickSumsTests {
  private func rule(_ count: Int, cutoff: Int, needsIncome: Bool) throws -> DeprivationRule {
    try DeprivationRule(
      (0..<count).map { DeprivationRule.Indicator("i\($0)") }, count: cutoff, needsIncome: needsIncome)
  }
  /// Rows with their cells, and what one addition after another makes of them.
  private struct Sample {
    var words: [UInt64] = []
    var members: [Int64] = []
    var cells: [UInt32] = []
    var households: [MeasureSums]
    var persons: [MeasureSums]

    init(_ rule: DeprivationRule, rows: Int, cells count: Int) {
      households = Array(repeating: MeasureSums(rule), count: count)
      persons = households
      let indicators = rule.indicators.count
      var state = UInt64(indicators)
      for step in 0..<rows {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let isWithin = !rule.needsIncome || state & 64 == 0
        let vector = isWithin ? (state >> 3 & state >> 17) & (1 << UInt64(indicators) - 1) : 0
        let number: Int64? = step % 7 == 0 ? nil : Int64(state >> 50)
        let cell = Int(state >> 40) % count
        let isOpen = step % 9 == 0
        add(vector, number, isWithin, isOpen: isOpen, to: cell, rule)
        let line: UInt64 = rule.needsIncome && isWithin ? 1 << UInt64(indicators) : 0
        words.append(isOpen ? 1 << UInt64(indicators + (rule.needsIncome ? 1 : 0)) : vector | line)
        members.append(number ?? -1)
        cells.append(UInt32(cell))
      }
    }
    private mutating func add(
      _ vector: UInt64, _ number: Int64?, _ isWithin: Bool, isOpen: Bool, to cell: Int,
      _ rule: DeprivationRule
    ) {
      guard !isOpen else {
        households[cell].leaveOut()
        persons[cell].leaveOut()
        return
      }
      households[cell].add(vector, weight: 1, isWithinLine: isWithin, by: rule)
      guard let number else { return persons[cell].leaveOut() }
      persons[cell].add(vector, weight: number, isWithinLine: isWithin, by: rule)
    }
  }

  @Test(arguments: [1, 3, 12, 40, 62], [false, true])
  func `sums are those of one addition after another`(_ count: Int, _ needsIncome: Bool) throws {
    let rule = try rule(count, cutoff: (count + 2) / 3, needsIncome: needsIncome)
    let sample = Sample(rule, rows: 700, cells: 3)
    var quick = QuickSums(rule)
    quick.makeRoom(for: 3)
    quick.add(sample.words, members: sample.members, to: sample.cells, rows: 0..<300)
    quick.add(sample.words, members: sample.members, to: sample.cells, rows: 300..<700)
    #expect(quick.cellCount == 3)
    var one = QuickSums(rule)
    one.makeRoom(for: 4)
    for row in sample.words.indices {
      let alike = QuickSums.Alike(members: sample.members[row])
      one.add(alike, sample.words[row], to: Int(sample.cells[row]))
    }
    for cell in 0..<3 {
      for quick in [quick, one] {
        var (households, persons) = (MeasureSums(rule), MeasureSums(rule))
        households.addHouseholds(of: cell, quick)
        persons.addPersons(of: cell, quick)
        #expect(households == sample.households[cell])
        #expect(persons == sample.persons[cell])
        #expect(quick.hasHouseholds(cell))
      }
    }
    #expect(!one.hasHouseholds(3))
    quick.clear()
    #expect(quick.cellCount == 3 && !quick.hasHouseholds(0))
  }
  @Test func `cells of another are added to those of one`() throws {
    let rule = try rule(12, cutoff: 3, needsIncome: true)
    let sample = Sample(rule, rows: 500, cells: 2)
    var (one, other) = (QuickSums(rule), QuickSums(rule))
    one.makeRoom(for: 2)
    other.makeRoom(for: 2)
    one.add(sample.words, members: sample.members, to: sample.cells, rows: 0..<250)
    other.add(sample.words, members: sample.members, to: sample.cells, rows: 250..<500)
    one.add(0, of: other, to: 0)
    one.add(1, of: other, to: 1)
    for cell in 0..<2 {
      var households = MeasureSums(rule)
      households.addHouseholds(of: cell, one)
      #expect(households == sample.households[cell])
    }
  }
  @Test func `without members there are households alone`() throws {
    let rule = try rule(3, cutoff: 1, needsIncome: false)
    var quick = QuickSums(rule)
    quick.makeRoom(for: 1)
    quick.add([0b101, 0, 0b1000], members: [], to: [0, 0, 0], rows: 0..<3)
    var sums = MeasureSums(rule)
    sums.addHouseholds(of: 0, quick)
    #expect(sums.households == 2 && sums.poor == 1 && sums.leftOut == 1 && sums.score == 2)
    #expect((0..<3).map { sums.deprived($0) } == [1, 0, 1])
  }
  @Test func `as many rows as are allowed never pass 64 bits`() throws {
    for count in [1, 12, 62] {
      let rule = try rule(count, cutoff: 1, needsIncome: false)
      let most = Int64(QuickSums(rule).mostHouseholds)
      #expect(!(most * QuickSums.mostMembers).multipliedReportingOverflow(by: rule.weights.total).overflow)
      var quick = QuickSums(rule)
      quick.makeRoom(for: 1)
      let all = QuickSums.Alike(households: most, persons: most * QuickSums.mostMembers, withoutMembers: 0)
      quick.add(all, 1 << UInt64(count) - 1, to: 0)
      var sums = MeasureSums(rule)
      sums.addPersons(of: 0, quick)
      #expect(sums.score == Int128(most) * 1_000_000 * Int128(rule.weights.total))
    }
  }
  @Test func `what is at its limit stays there`() throws {
    let rule = try rule(2, cutoff: 1, needsIncome: false)
    var quick = QuickSums(rule)
    quick.makeRoom(for: 1)
    quick.add([3], members: [10], to: [0], rows: 0..<1)
    var sums = MeasureSums(rule)
    for index in 0..<7 { sums.add(MeasureSums.most - 1, at: index) }
    sums.addPersons(of: 0, quick)
    #expect(sums.isTooLarge && sums.weight == MeasureSums.most)
  }
}
