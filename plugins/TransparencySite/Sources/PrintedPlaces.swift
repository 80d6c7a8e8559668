import Figures
import Plans

import struct Tables.FixedPoint

/// How many decimal places the ratios of a target need, so that what is printed agrees with its verdict.
///
/// 2,499 % is not printed as 2,50 % beside `dưới 2,5 %`, nor two rates whose printed difference is a cut that was not made.
struct PrintedPlaces {
  private let target: TargetVerdict
  init(_ target: TargetVerdict) { self.target = target }

  /// Two, or as many as it takes, eight at most.
  var count: Int {
    let goals = target.readings.flatMap(\.reading.conditions).compactMap(\.goal)
    let bounds = goals.flatMap(\.comparison.ends).map { Fraction($0) }
    return (2...8).first { places in bounds.allSatisfy { agrees(with: $0, places: places) } } ?? 8
  }
  private func agrees(with bound: Fraction, places: Int) -> Bool {
    guard let result = exact(target.verdict.result), let printed = rounded(result, places) else {
      return true
    }
    guard target.target.kind == .change else { return side(result, bound) == side(printed, bound) }
    guard let base = exact(target.verdict.base), let printedBase = rounded(base, places),
      let change = difference(base, result), let printedChange = difference(printedBase, printed)
    else { return true }
    return side(change, bound) == side(printedChange, bound)
  }
  private func difference(_ base: Fraction, _ result: Fraction) -> Fraction? {
    target.target.toward == .up ? result - base : base - result
  }
  private func exact(_ figure: Figure?) -> Fraction? { figure.flatMap { Extent($0) }?.exact }
  private func rounded(_ value: Fraction, _ places: Int) -> Fraction? {
    value.rounded(places: places).map { Fraction($0) }
  }
  private func side(_ value: Fraction, _ bound: Fraction) -> Int {
    value < bound ? -1 : value > bound ? 1 : 0
  }
}

extension Comparison {
  /// The numbers it names.
  fileprivate var ends: [FixedPoint] {
    if case .between(let low, let high) = self { [low, high] } else { [bound] }
  }
}
