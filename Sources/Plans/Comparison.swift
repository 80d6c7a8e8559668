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
  /// Whether less is better.
  public var wantsLess: Bool {
    switch self {
    case .atMost, .below: true
    case .atLeast, .above, .number, .about, .between, .all: false
    }
  }
}
