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
  }
  @Test(
    arguments: [
      // Others that are alike, that went to nothing, or that never were: chance alone is the measure.
      ([5, 5, 5, 5, 15], [5, 5, 5, 5, 5], []), ([5, 5, 5, 5, 30], [5, 5, 5, 5, 5], [4]),
      ([0, 0, 0, 0, 9], [5, 5, 5, 5, 5], []), ([0, 0, 0, 0, 15], [5, 5, 5, 5, 5], [4]),
      ([5, 5, 5, 5, 5, 9], [5, 5, 5, 5, 5, 0], []), ([0, 0, 0, 0, 40], [0, 0, 0, 0, 3], [4]),
      ([1, 1, 1, 1, 25], [0, 0, 0, 0, 0], [4]), ([10, 11, 0, 0, 40], [10, 11, 0, 0, 3], [4]),
    ] as [([Int64], [Int64], [Int])])
  func `a year is far from others that have no spread when it is beyond chance`(
    _ now: [Int64], _ before: [Int64], _ far: [Int]
  ) {
    #expect(Spread.ratio(points(now, of: before)) == now.indices.map(far.contains))
  }
  /// Twelve communes of which one, or some, changed.
  @Test(
    arguments: [
      (0, 1, false), (1, 0, false), (1, 2, false), (1, 5, false), (2, 0, false), (0, 9, false), (9, 0, false),
      (0, 10, true), (10, 0, true), (0, 25, true), (25, 0, true), (3, 40, true), (20, 60, true),
      (21, 7, false),
      (40, 10, true),
    ] as [(Int64, Int64, Bool)])
  func `few households more or less are chance, many are not`(_ was: Int64, _ now: Int64, _ isFar: Bool) {
    let rest: ([Int64], [Int64]) = (
      [20, 20, 23, 19, 18, 22, 20, 24, 19, 20, 21], [21, 19, 22, 20, 18, 20, 21, 23, 20, 19, 20]
    )
    let others = Array(repeating: false, count: 11)
    #expect(Spread.ratio(points([now] + rest.0, of: [was] + rest.1)) == [isFar] + others)
    // Five at once are no reason to tell any.
    guard !isFar else { return }
    #expect(
      Spread.ratio(
        points(
          Array(repeating: now, count: 5) + rest.0.dropFirst(4),
          of: Array(repeating: was, count: 5) + rest.1.dropFirst(4)))
        == Array(repeating: false, count: 12))
  }
  @Test(arguments: 0..<60) func `a change is told where both formulas tell it`(_ seed: Int) {
    var chance = Seeded(seed)
    let before = (0..<12).map { _ in Int64(1 + chance.below(seed.isMultiple(of: 2) ? 12 : 900)) }
    let now = before.map { max(0, $0 + Int64(chance.below(9)) - 4) * Int64(chance.below(8) == 0 ? 4 : 1) }
    let ratios = zip(now, before).map { Double($0) / Double($1) }
    let middle = median(ratios)
    let effects = zip(ratios, zip(now, before)).map { ratio, counts in
      let away = ratio >= middle ? ratio / middle - 1 : ratio > 0 ? 1 - middle / ratio : -1e8
      return away * Double(max(counts.0, counts.1)).squareRoot()
    }
    let sorted = effects.sorted()
    let (low, mid, high) = (sorted[2], sorted[5], sorted[8])
    let (below, above) = (max(mid - low, abs(mid) / 20), max(high - mid, abs(mid) / 20))
    let expected = now.indices.map { index in
      let (x, y) = (Double(now[index]), Double(before[index]))
      let isBeyond = abs(x - middle * y) > 3.09 * (x + middle * middle * y).squareRoot()
      return isBeyond && (effects[index] < mid - 4 * below || effects[index] > mid + 4 * above)
    }
    #expect(Spread.ratio(points(now, of: before)) == expected)
  }
  @Test func `from nothing is as far as can be, as to nothing is, and counts for nothing among the others`() {
    let (now, before): ([Int64], [Int64]) = ([21, 20, 20, 23, 19, 18], [20, 21, 19, 22, 20, 18])
    #expect(Spread.ratio(points(now, of: before)) == Array(repeating: false, count: 6))
    #expect(
      Spread.ratio(points(now + [25, 0, 0, 1], of: before + [0, 25, 0, 0]))
        == Array(repeating: false, count: 6) + [true, true, false, false])
  }
  @Test func `the largest numbers do not trap`() {
    let most = Int64.max
    let all = points([most, 1, most, 3, 0], of: [1, most, most, most, 2])
    #expect(Spread.far(all, by: .ratio)?.count == 5)
    #expect(Spread.far(all, by: .robustZ)?.count ?? 5 == 5)
    #expect(Spread.far(all, by: .funnel)?.count == 5)
  }
}
