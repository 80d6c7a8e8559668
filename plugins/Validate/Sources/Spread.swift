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
  private static let parts = 100_000_000 as Int128

  /// The points that are far from the others; `nil` when so many are alike that nothing measures how far the rest are.
  static func far(_ points: [Point], by method: OutlierOptions.Method) -> [Bool]? {
    switch method {
    case .robustZ: robustZ(points.map(share))
    case .funnel: funnel(points)
    case .ratio: ratio(points)
    }
  }
  /// The part of the whole; a count by itself is a part of 1.
  private static func share(_ point: Point) -> Int128 {
    (Int128(point.part) * parts).dividedHalfAway(by: Int128(point.whole)) ?? 0
  }
  /// Twice the median, which is whole for whole numbers.
  private static func twiceMedian(_ numbers: [Int128]) -> Int128 {
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
  private static func product(_ factors: [Int128]) -> Int128? {
    var product = 1 as Int128
    for factor in factors {
      let (next, isOver) = product.multipliedReportingOverflow(by: factor)
      if isOver { return nil }
      product = next
    }
    return product
  }

  /// Hidiroglou and Berthelot with U = 1/2, A = 0.05 and C = 4.
  ///
  /// What was 0 has no ratio: it is as far as can be when it is 0 no more, and does not count among the others.
  static func ratio(_ points: [Point]) -> [Bool]? {
    let known = points.filter { $0.whole > 0 }
    let isNew = points.contains { $0.whole <= 0 && $0.part > 0 }
    guard !known.isEmpty else { return isNew ? nil : points.map { _ in false } }
    let ratios = known.map(share)
    let middle = twiceMedian(ratios)
    let isSame = !isNew && ratios.allSatisfy { $0 == ratios[0] }
    guard middle > 0, !isSame else { return isSame ? points.map { _ in false } : nil }
    let effects = zip(known, ratios).map { effect($0, $1, middle) }
    let sorted = effects.sorted()
    let (low, mid, high) = (
      sorted[(sorted.count - 1) / 4], sorted[(sorted.count - 1) / 2], sorted[3 * (sorted.count - 1) / 4]
    )
    let least = abs(mid) / 20
    let (below, above) = (max(mid - low, least), max(high - mid, least))
    guard below > 0 || above > 0 else { return nil }
    var rest = effects[...]
    return points.map { point in
      guard point.whole > 0, let effect = rest.popFirst() else { return point.part > 0 }
      return effect < mid - 4 * below || effect > mid + 4 * above
    }
  }
  /// How far a ratio is from the median, of which twice is given, so that half and double are equally far; weighed by the
  /// root of the size.
  private static func effect(_ point: Point, _ ratio: Int128, _ middle: Int128) -> Int128 {
    let twice = 2 * ratio
    var away = -parts * parts
    if twice >= middle {
      away = ((twice * parts).dividedHalfAway(by: middle) ?? 0) - parts
    } else if ratio > 0 {
      away = parts - ((middle * parts).dividedHalfAway(by: twice) ?? 0)
    }
    let size = root(Int128(max(point.part, point.whole)) * 10_000)
    let (effect, isOver) = away.multipliedReportingOverflow(by: size)
    // What does not fit is as far as can be.
    if isOver { return away < 0 ? Int128.min / 1_000 : Int128.max / 1_000 }
    return effect / 1_000
  }
  /// The whole part of a root.
  private static func root(_ number: Int128) -> Int128 {
    guard number > 1 else { return max(number, 0) }
    var guess = (1 as Int128) << Int128((128 - number.leadingZeroBitCount + 1) / 2)
    while true {
      let next = (guess + number / guess) / 2
      if next >= guess { return guess }
      guess = next
    }
  }
}
