public import Tables

/// What a plan asks of a number, as its text says it.
public enum Comparison: Sendable, Hashable {
  /// `xuống còn 1,2 %`: not above.
  case atMost(FixedPoint)
  /// `dưới 2,5 %`: below.
  case below(FixedPoint)
  /// `tối thiểu 90 %`, `từ 90 % trở lên`: not below.
  case atLeast(FixedPoint)
  /// `trên 80 %`: above.
  case above(FixedPoint)
  /// A bare number on something that is good to have: judged as at least, and the page says so.
  case number(FixedPoint)
  /// `khoảng 150 hộ`: at least 95 % of it, and the page says so.
  case about(FixedPoint)
  /// `14–16 hộ`, `2 %–3 %`: from the first to the second.
  case between(FixedPoint, FixedPoint)
  /// `100 %`: every member of the population.
  case all

  /// The number to be reached, in the unit of the target; of a range the end that is reached first.
  public var bound: FixedPoint {
    switch self {
    case .atMost(let n), .below(let n), .atLeast(let n), .above(let n), .number(let n), .about(let n),
      .between(let n, _):
      n
    case .all: 100
    }
  }
  /// The end of a range that is reached from above; of everything else the number to be reached.
  var far: FixedPoint {
    if case .between(_, let high) = self { high } else { bound }
  }
  /// The word for it in the file of a plan.
  public var word: String {
    switch self {
    case .atMost: "at_most"
    case .below: "below"
    case .atLeast: "at_least"
    case .above: "above"
    case .number: "number"
    case .about: "about"
    case .between: "between"
    case .all: "all"
    }
  }
  /// The same with all its numbers taken a number of times; `nil` when one does not fit, and of all of a population.
  func times(_ factor: Int128) -> Comparison? {
    func times(_ n: FixedPoint) -> FixedPoint? {
      let (units, over) = n.units.multipliedReportingOverflow(by: factor)
      return over ? nil : FixedPoint(units: units, scale: n.scale)
    }
    switch self {
    case .atMost(let n): return times(n).map { .atMost($0) }
    case .below(let n): return times(n).map { .below($0) }
    case .atLeast(let n): return times(n).map { .atLeast($0) }
    case .above(let n): return times(n).map { .above($0) }
    case .number(let n): return times(n).map { .number($0) }
    case .about(let n): return times(n).map { .about($0) }
    case .between(let a, let b):
      guard let low = times(a), let high = times(b) else { return nil }
      return .between(low, high)
    case .all: return nil
    }
  }
  /// The same without zeros at the ends of its decimals.
  var trimmed: Comparison {
    func trimmed(_ n: FixedPoint) -> FixedPoint {
      (0..<n.scale).lazy.compactMap { n.rounded(places: $0) }.first { $0 == n } ?? n
    }
    return switch self {
    case .atMost(let n): .atMost(trimmed(n))
    case .below(let n): .below(trimmed(n))
    case .atLeast(let n): .atLeast(trimmed(n))
    case .above(let n): .above(trimmed(n))
    case .number(let n): .number(trimmed(n))
    case .about(let n): .about(trimmed(n))
    case .between(let a, let b): .between(trimmed(a), trimmed(b))
    case .all: .all
    }
  }
  /// Whether less is better.
  public var wantsLess: Bool {
    switch self {
    case .atMost, .below: true
    case .atLeast, .above, .number, .about, .between, .all: false
    }
  }
}
