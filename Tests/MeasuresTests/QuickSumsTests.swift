import Tables
import Testing

@testable import Measures

/// Sums in 64 bits against those that are added one by one.
@Suite struct QuickSumsTests {
  private func rule(_ count: Int, cutoff: Int, needsIncome: Bool) throws -> DeprivationRule {
    try DeprivationRule(
      (0..<count).map { DeprivationRule.Indicator("i\($0)") }, count: cutoff, needsIncome: needsIncome)
  }
  @Test(arguments: [1, 3, 12, 40], [false, true])
  func `sums are those of one addition after another`(_ count: Int, _ needsIncome: Bool) throws {
    let rule = try rule(count, cutoff: (count + 2) / 3, needsIncome: needsIncome)
    var quick = try #require(QuickSums(rule, households: 4096, most: 1_000_000))
    var (slow, state) = (MeasureSums(rule), UInt64(count))
    for step in 0..<500 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let vector = (state >> 3 & state >> 17) & (1 << UInt64(count) - 1)
      let (households, weight, isWithin) = (Int64(state >> 60), Int64(state >> 45 & 0xFFFF), state & 64 == 0)
      if step % 9 == 0 {
        quick.leaveOut(households)
        slow.leaveOut(households)
      } else {
        quick.add(vector, households: households, weight: weight, isWithinLine: isWithin, by: rule)
        slow.add(vector, households: households, weight: weight, isWithinLine: isWithin, by: rule)
      }
    }
    var sums = MeasureSums(rule)
    sums.add(quick)
    #expect(sums == slow)
    sums.add(quick)
    slow.merge(slow)
    #expect(sums == slow)
  }
  @Test func `there are none where they could pass 64 bits`() throws {
    let rule = try rule(12, cutoff: 3, needsIncome: false)
    #expect(QuickSums(rule, households: 1 << 30, most: 1_000_000) != nil)
    #expect(QuickSums(rule, households: 1 << 40, most: 1_000_000) == nil)
    #expect(QuickSums(rule, households: .max, most: 2) == nil)
  }
  @Test func `what is at its limit stays there`() throws {
    let rule = try rule(2, cutoff: 1, needsIncome: false)
    var quick = try #require(QuickSums(rule, households: 10, most: 10))
    quick.add(3, households: 1, weight: 10, isWithinLine: true, by: rule)
    var sums = MeasureSums(rule)
    for index in 0..<7 { sums.add(MeasureSums.most - 1, at: index) }
    sums.add(quick)
    #expect(sums.isTooLarge && sums.weight == MeasureSums.most)
  }
}
