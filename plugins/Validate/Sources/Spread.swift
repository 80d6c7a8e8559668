import Figures
import Tables

/// How far numbers lie from one another, in whole numbers throughout.
enum Spread {
  /// A count of one unit and what it is compared with.
  struct Point {
    let place: FigurePlace
    let part: Int64
    let whole: Int64
    let figures: [Figure]
  }
  /// Shares are worked out to so many parts of a whole.
  static let parts = 100_000_000 as Int128

  /// The points that are far from the others; `nil` when so many are alike that nothing measures how far the rest are.
  static func far(_ points: [Point], by method: OutlierOptions.Method) -> [Bool]? {
    switch method {
    case .robustZ: robustZ(points.map(share))
    case .funnel: funnel(points)
    case .ratio: ratio(points)
    }
  }
  /// The part of the whole; a count by itself is a part of 1.
  static func share(_ point: Point) -> Int128 {
    (Int128(point.part) * parts).dividedHalfAway(by: Int128(point.whole)) ?? 0
  }
  /// Twice the median, which is whole for whole numbers.
  static func twiceMedian(_ numbers: [Int128]) -> Int128 {
    let sorted = numbers.sorted()
    return sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
  }

  /// |x - median| > 3.5 × 1.4826 MAD; with a MAD of 0 nothing can be said, unless all are the same.
  static func robustZ(_ numbers: [Int128]) -> [Bool]? {
    let middle = twiceMedian(numbers)
    // Twice the distances, and four times their median.
    let distances = numbers.map { abs(2 * $0 - middle) }
    let spread = twiceMedian(distances)
    guard spread > 0 || distances.allSatisfy({ $0 == 0 }) else { return nil }
    // 3.5 × 1.4826 is 5.1891.
    return distances.map { 20_000 * $0 > 51_891 * spread }
  }

  /// |p - P| > 3.09 √(P (1 - P) / n), both sides squared; what does not fit is not far.
  static func funnel(_ points: [Point]) -> [Bool] {
    let part = points.reduce(0 as Int128) { $0 + Int128($1.part) }
    let whole = points.reduce(0 as Int128) { $0 + Int128($1.whole) }
    return points.map { point in
      let n = Int128(point.whole)
      guard let a = product([Int128(point.part), whole]), let b = product([part, n]) else { return false }
      let (gap, isOver) = a.subtractingReportingOverflow(b)
      // 3.09 squared is 9.5481.
      guard !isOver, let left = product([gap, gap, 10_000]),
        let right = product([part, whole - part, n, 95_481])
      else { return false }
      return left > right
    }
  }
  static func product(_ factors: [Int128]) -> Int128? {
    var product = 1 as Int128
    for factor in factors {
      let (next, isOver) = product.multipliedReportingOverflow(by: factor)
      if isOver { return nil }
      product = next
    }
    return product
  }
}
