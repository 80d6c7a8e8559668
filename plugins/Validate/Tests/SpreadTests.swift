import Foundation
import Tables
import Testing

@testable import Validate

/// Numbers far from the others, held against the formulas in floating point.
@Suite struct SpreadTests {
  private func points(_ parts: [Int64], of wholes: [Int64]) -> [Spread.Point] {
    zip(parts, wholes).map { part, whole in
      Spread.Point(
        place: FigurePlace(unit: "", day: Day(number: 0), standard: "", group: ""), part: part, whole: whole,
        figures: [])
    }
  }
  private func median(_ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  @Test(arguments: 0..<60) func `the robust score is that of the formula`(_ seed: Int) {
    var chance = Seeded(seed)
    let numbers = (0..<(5 + chance.below(20))).map { _ in
      Int128(chance.below(100) + (chance.below(6) == 0 ? chance.below(1000) : 0))
    }
    let values = numbers.map { Double($0) }
    let middle = median(values)
    let spread = median(values.map { abs($0 - middle) })
    let expected = values.map { abs($0 - middle) / (1.4826 * spread) > 3.5 }
    // Where more than half are the same, nothing is said.
    #expect(Spread.robustZ(numbers) == (spread > 0 ? expected : nil))
  }
  @Test(arguments: 0..<60) func `the funnel is that of the formula`(_ seed: Int) {
    var chance = Seeded(seed)
    let wholes = (0..<12).map { _ in Int64(50 + chance.below(3000)) }
    let parts = wholes.map { $0 * Int64(5 + chance.below(12)) / 100 }
    let share = Double(parts.reduce(0, +)) / Double(wholes.reduce(0, +))
    let expected = zip(parts, wholes).map { part, whole in
      abs(Double(part) / Double(whole) - share) > 3.09 * (share * (1 - share) / Double(whole)).squareRoot()
    }
    #expect(Spread.funnel(points(parts, of: wholes)) == expected)
  }
  @Test func `a year like the others is not far, whatever the size`() {
    #expect(
      Spread.ratio(points([90, 180, 900, 9, 45, 270], of: [100, 200, 1000, 10, 50, 300]))
        == Array(repeating: false, count: 6))
  }
  @Test func `half and double are far, and the larger the sooner`() {
    let parts: [Int64] = [980, 1010, 1000, 990, 1020, 1005, 500, 2000]
    #expect(
      Spread.ratio(points(parts, of: Array(repeating: 1000, count: 8)))
        == [false, false, false, false, false, false, true, true])
  }
  @Test func `numbers that are all the same are not far`() {
    let none = Array(repeating: false, count: 5)
    #expect(Spread.robustZ([7, 7, 7, 7, 7]) == none)
    #expect(Spread.ratio(points([0, 0, 0, 0, 0], of: [5, 5, 5, 5, 5])) == none)
    #expect(Spread.ratio(points([5, 4, 3, 2, 1], of: [5, 4, 3, 2, 1])) == none)
    #expect(Spread.ratio(points([0, 0, 0, 0, 0], of: [0, 0, 0, 0, 0])) == none)
  }
  @Test func `one that is unlike many that are alike is not measured`() {
    #expect(Spread.robustZ([7, 7, 7, 7, 7, 9]) == nil)
    #expect(Spread.ratio(points([5, 5, 5, 5, 15], of: [5, 5, 5, 5, 5])) == nil)
    #expect(Spread.ratio(points([0, 0, 0, 0, 15], of: [5, 5, 5, 5, 5])) == nil)
    #expect(Spread.ratio(points([5, 5, 5, 5, 5, 9], of: [5, 5, 5, 5, 5, 0])) == nil)
  }
  @Test func `from nothing is as far as can be, as to nothing is, and counts for nothing among the others`() {
    let (now, before): ([Int64], [Int64]) = ([21, 20, 20, 23, 19, 18], [20, 21, 19, 22, 20, 18])
    #expect(Spread.ratio(points(now, of: before)) == Array(repeating: false, count: 6))
    #expect(
      Spread.ratio(points(now + [25, 0, 0, 1], of: before + [0, 25, 0, 0]))
        == Array(repeating: false, count: 6) + [true, true, false, true])
  }
  @Test func `the largest numbers do not trap`() {
    let most = Int64.max
    let all = points([most, 1, most, 3, 0], of: [1, most, most, most, 2])
    #expect(Spread.far(all, by: .ratio)?.count ?? 5 == 5)
    #expect(Spread.far(all, by: .robustZ)?.count ?? 5 == 5)
    #expect(Spread.far(all, by: .funnel)?.count == 5)
  }
}
