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
  /// The least that the part can be of so many, and the most of as many.
  func bounds(ofPartOf least: Int64, to most: Int64) -> (low: Int64, high: Int64) {
    bounds(
      times(low, least).map { Self.up($0, scale) }, times(high, most).map { min($0 / scale, Int128(most)) })
  }
  /// The least that the whole can be for so many, and the most for as many.
  func bounds(ofWholeFor least: Int64, to most: Int64) -> (low: Int64, high: Int64) {
    bounds(
      times(scale, least).map { max(Self.up($0, high), Int128(least)) },
      low > 0 ? times(scale, most).map { $0 / low } : nil)
  }
  /// The numbers that the part can be of a whole within bounds; `nil` when there is none.
  func parts(of whole: ClosedRange<Int64>) -> ClosedRange<Int64>? {
    let (low, high) = bounds(ofPartOf: whole.lowerBound, to: whole.upperBound)
    return low <= high ? low...high : nil
  }
  /// The numbers that the whole can be for a part within bounds; `nil` when there is none, or no greatest.
  func wholes(for part: ClosedRange<Int64>) -> ClosedRange<Int64>? {
    let (low, high) = bounds(ofWholeFor: part.lowerBound, to: part.upperBound)
    return low <= high && high < .max ? low...high : nil
  }
  private func times(_ factor: Int128, _ count: Int64) -> Int128? {
    let (product, isOver) = factor.multipliedReportingOverflow(by: Int128(count))
    return isOver ? nil : product
  }
  private func bounds(_ low: Int128?, _ high: Int128?) -> (low: Int64, high: Int64) {
    (low.flatMap { Int64(exactly: $0) } ?? 0, high.flatMap { Int64(exactly: $0) } ?? .max)
  }
  private static func up(_ number: Int128, _ divisor: Int128) -> Int128 {
    number / divisor + (number % divisor > 0 ? 1 : 0)
  }
  private static func range(_ low: Int128, _ high: Int128) -> ClosedRange<Int64>? {
    guard low <= high, let low = Int64(exactly: low), let high = Int64(exactly: high) else { return nil }
    return low...high
  }
}

extension ClosedRange<Int64> {
  /// How far its bounds are from each other.
  var width: UInt64 { UInt64(bitPattern: upperBound &- lowerBound) }
}
