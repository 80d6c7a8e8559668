import Figures
import Plans

import struct Tables.FixedPoint
import struct Tables.Fraction

/// How many decimal places the ratios of a target need, so that what is printed agrees with its verdict.
///
/// 2,499 % is not printed as 2,50 % beside `dưới 2,5 %`, nor two rates whose printed difference is a cut that was not made.
struct PrintedPlaces {
  /// The places of each figure of its verdicts, by id: two, or as many as it takes.
  let byFigure: [String: Int]
  /// The most of them.
  let count: Int

  init(_ target: TargetVerdict) {
    var places: [String: Int] = [:]
    for condition in target.readings.flatMap(\.conditions) {
      let needed = Self.places(of: condition, target.target)
      for figure in [condition.verdict.result, condition.verdict.base].compactMap({ $0 }) {
        places[figure.id] = max(places[figure.id] ?? 2, needed)
      }
    }
    (byFigure, count) = (places, places.values.max() ?? 2)
  }
  private static func places(of condition: ConditionVerdict, _ target: Target) -> Int {
    // A direction is right from nothing on, and counts from what is material on, either way.
    let verdict = condition.verdict
    let counts = verdict.materiality.map { least in [least, least.negated].compactMap { $0 } } ?? []
    let bounds = condition.condition.goal?.ends ?? [Fraction(0)] + counts
    return (2...18).first { places in
      bounds.allSatisfy { agrees(verdict, target, with: $0, places: places) }
    } ?? 18
  }
  private static func agrees(_ verdict: Verdict, _ target: Target, with bound: Fraction, places: Int) -> Bool
  {
    guard let result = exact(verdict.result), let printed = rounded(result, places) else { return true }
    switch target.kind {
    case .change, .direction:
      guard let base = exact(verdict.base), let printedBase = rounded(base, places),
        let change = difference(base, result, target),
        let printedChange = difference(printedBase, printed, target)
      else { return true }
      return side(change, bound) == side(printedChange, bound)
    case .level, .money, .activity, .entitlement:
      guard side(result, bound) == side(printed, bound) else { return false }
      guard let base = exact(verdict.base), let printed = rounded(base, places) else { return true }
      return side(base, bound) == side(printed, bound)
    }
  }
  private static func difference(_ base: Fraction, _ result: Fraction, _ target: Target) -> Fraction? {
    target.toward == .up ? result.subtracting(base) : base.subtracting(result)
  }
  private static func exact(_ figure: Figure?) -> Fraction? { figure.flatMap { Extent($0) }?.exact }
  private static func rounded(_ value: Fraction, _ places: Int) -> Fraction? {
    value.rounded(places: places).map { Fraction($0) }
  }
  private static func side(_ value: Fraction, _ bound: Fraction) -> Int {
    value < bound ? -1 : value > bound ? 1 : 0
  }
}
