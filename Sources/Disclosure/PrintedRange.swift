import Tables

/// Which whole numbers a printed rate allows, when the count it is of is told, or the count that is a part.
///
/// A rate in percent stands for every number that would be printed so, whichever way it was rounded at a half.
struct PrintedRange {
  /// Twice the least and the greatest rate, as parts of `scale`.
  private let low: Int128
  private let high: Int128
  private let scale: Int128

  init?(_ rate: FixedPoint) {
    guard rate.units >= 0, rate.units < Int128.max / 4 else { return nil }
    (low, high) = (max(0, 2 * rate.units - 1), 2 * rate.units + 1)
    scale = 200 * FixedPoint.power(rate.scale)
  }
  /// The numbers that the part can be; `nil` when there is none.
  func parts(of whole: Int64) -> ClosedRange<Int64>? {
    let (least, isOver) = low.multipliedReportingOverflow(by: Int128(whole))
    let (most, isMoreOver) = high.multipliedReportingOverflow(by: Int128(whole))
    guard !isOver, !isMoreOver, whole >= 0 else { return nil }
    return Self.range(Self.up(least, scale), min(most / scale, Int128(whole)))
  }
  /// The numbers that the whole can be; `nil` when there is none, or no greatest.
  func wholes(for part: Int64) -> ClosedRange<Int64>? {
    let (units, isOver) = scale.multipliedReportingOverflow(by: Int128(part))
    guard !isOver, low > 0, part >= 0 else { return nil }
    return Self.range(max(Self.up(units, high), Int128(part)), units / low)
  }
  private static func up(_ number: Int128, _ divisor: Int128) -> Int128 {
    number / divisor + (number % divisor > 0 ? 1 : 0)
  }
  private static func range(_ low: Int128, _ high: Int128) -> ClosedRange<Int64>? {
    guard low <= high, let low = Int64(exactly: low), let high = Int64(exactly: high) else { return nil }
    return low...high
  }
}
