/// What is known of some households in numbers of 64 bits, to be added to `MeasureSums` at once.
///
/// Most of the time of adding a batch would else go into numbers of 128 bits, each held below its limit.
public struct QuickSums: Sendable {
  fileprivate private(set) var numbers: [Int64]
  private let indicatorCount: Int

  /// No households yet; `nil` when so many of such a weight could pass 64 bits.
  public init?(_ rule: DeprivationRule, households: Int, most weight: Int64) {
    let (all, isOver) = weight.multipliedReportingOverflow(by: Int64(households))
    guard !isOver, !all.multipliedReportingOverflow(by: rule.weights.total).overflow else { return nil }
    indicatorCount = rule.indicators.count
    numbers = Array(repeating: 0, count: MeasureSums.Part.allCases.count + 2 * indicatorCount)
  }
  /// Adds households with one vector of deprivations, as `MeasureSums` does; nothing is negative.
  public mutating func add(
    _ vector: UInt64, households: Int64, weight: Int64, isWithinLine: Bool, by rule: DeprivationRule
  ) {
    let vector = rule.needsIncome && !isWithinLine ? 0 : vector
    let score = rule.score(vector)
    let isPoor = rule.isPoor(score: score)
    let (first, count) = (MeasureSums.Part.allCases.count, indicatorCount)
    numbers.withUnsafeMutableBufferPointer { numbers in
      func add(_ more: Int64, _ part: MeasureSums.Part) { numbers[part.rawValue] &+= more }
      add(households, .households)
      add(weight, .weight)
      if isPoor {
        add(households, .poorHouseholds)
        add(weight, .poor)
        add(weight &* score, .score)
      } else if rule.needsIncome, isWithinLine {
        add(weight, .nearPoor)
      }
      var rest = vector
      while rest != 0 {
        let indicator = rest.trailingZeroBitCount
        rest &= rest - 1
        guard indicator < count else { break }
        numbers[first + indicator] &+= weight
        if isPoor { numbers[first + count + indicator] &+= weight }
      }
    }
  }
  /// Counts households that can be in no sum.
  public mutating func leaveOut(_ households: Int64) {
    numbers[MeasureSums.Part.leftOut.rawValue] &+= households
  }
}

extension MeasureSums {
  /// Adds what is known of some households, under the same rule.
  public mutating func add(_ quick: QuickSums) {
    for (index, number) in quick.numbers.enumerated() where number != 0 { add(Int128(number), at: index) }
  }
}
