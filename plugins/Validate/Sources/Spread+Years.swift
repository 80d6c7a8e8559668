import Tables

// How far the change of a year lies from those of others, where it is more than chance makes.
extension Spread {
  /// Hidiroglou and Berthelot with U = 1/2, A = 0.05 and C = 4, of those that changed by more than counts do by chance.
  ///
  /// What was 0 has no ratio: it is as far as can be when it is 0 no more, and does not count among the others. Where so many
  /// are alike that there is no spread of ratios, chance alone is the measure.
  static func ratio(_ points: [Point]) -> [Bool] {
    let known = points.filter { $0.whole > 0 }
    let ratios = known.map(share)
    // One far ratio of two would be the middle itself: of so few each is held against its own year before.
    let middle = known.count < 3 ? 2 * parts : twiceMedian(ratios)
    let fences =
      known.count < 3 || middle == 0 ? nil : fences(zip(known, ratios).map { effect($0, $1, middle) })
    return points.map { point in
      guard isBeyondChance(point, middle) else { return false }
      guard let fences, point.whole > 0 else { return true }
      return !fences.contains(effect(point, share(point), middle))
    }
  }

  /// |x₁ − R x₀| > 3.09 √(x₁ + R² x₀), both sides squared: the limits of the funnel, of two counts that chance makes.
  ///
  /// R is the middle ratio, of which twice is given. From nothing the least that is told is 10, and to nothing too, whatever
  /// the others did. What does not fit is of so many that chance is nothing.
  private static func isBeyondChance(_ point: Point, _ middle: Int128) -> Bool {
    let one = 2 * parts
    let (now, before) = (Int128(max(point.part, 0)), Int128(max(point.whole, 0)))
    guard let a = product([now, one]), let b = product([before, middle]) else { return true }
    let (gap, isFar) = a.subtractingReportingOverflow(b)
    // 3.09 squared is 9.5481.
    guard !isFar, let left = product([gap, gap, 10_000]), let first = product([now, one, one, 95_481]),
      let second = product([before, middle, middle, 95_481])
    else { return true }
    let (right, isOver) = first.addingReportingOverflow(second)
    return isOver || left > right
  }
  /// Between which effects a year is like the others; `nil` where they have no spread.
  private static func fences(_ effects: [Int128]) -> ClosedRange<Int128>? {
    let sorted = effects.sorted()
    let last = sorted.count - 1
    let (low, mid, high) = (sorted[last / 4], sorted[last / 2], sorted[3 * last / 4])
    let least = abs(mid) / 20
    let (below, above) = (max(mid - low, least), max(high - mid, least))
    return below > 0 || above > 0 ? (mid - 4 * below)...(mid + 4 * above) : nil
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
