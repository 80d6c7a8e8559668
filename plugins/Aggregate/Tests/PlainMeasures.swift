/// The measures of methods that everybody knows, computed household by household with schoolbook fractions.
///
/// - Source: Alkire and Foster, Counting and multidimensional poverty measurement, 2011.
struct PlainMeasures {
  /// A household that can be measured: its weight, and what it lacks once its income is looked at.
  private struct Counted {
    let weight: Int128
    let lacks: [Bool]
    let within: Bool
    let score: Plain
    let isPoor: Bool
  }
  let weights: [Plain]
  private(set) var leftOut = 0
  private var counted: [Counted] = []

  /// Of households; where there is a line, who is over it lacks nothing.
  init(_ rows: [Asked], persons: Bool, weights: [Plain], cutoff: Plain, hasLine: Bool) {
    self.weights = weights
    for row in rows {
      let isOver = hasLine && row.within == false
      let lacks = isOver ? row.lacks.map { _ in false } : row.lacks.compactMap(\.self)
      guard lacks.count == row.lacks.count, !hasLine || row.within != nil,
        !persons || (row.members ?? 0) >= 1
      else {
        leftOut += 1
        continue
      }
      let score = zip(lacks, weights).reduce(Plain(0)) { $1.0 ? $0 + $1.1 : $0 }
      counted.append(
        Counted(
          weight: persons ? Int128(row.members ?? 0) : 1, lacks: lacks, within: row.within ?? true,
          score: score, isPoor: score >= cutoff))
    }
  }
  private func total(_ value: (Counted) -> Plain) -> Plain {
    counted.reduce(Plain(0)) { $0 + Plain($1.weight) * value($1) }
  }
  private func share(_ of: (Counted) -> Bool) -> Plain? {
    Plain.of(total { Plain(of($0) ? 1 : 0) }, reviewed)
  }

  var reviewed: Plain { total { _ in Plain(1) } }
  var poor: Plain { total { Plain($0.isPoor ? 1 : 0) } }
  var points: Plain { total { $0.isPoor ? $0.score : Plain(0) } }
  var h: Plain? { share(\.isPoor) }
  var a: Plain? { Plain.of(points, poor) }
  var m0: Plain? { Plain.of(points, reviewed) }
  var nearPoor: Plain? { share { $0.within && !$0.isPoor } }
  var multidimensional: Plain? { share { $0.within || $0.isPoor } }
  func uncensored(_ index: Int) -> Plain? { share { $0.lacks[index] } }
  func censored(_ index: Int) -> Plain? { share { $0.isPoor && $0.lacks[index] } }
  func contribution(_ index: Int) -> Plain? { censored(index).map { $0 * weights[index] } }
  func contributionShare(_ index: Int) -> Plain? {
    contribution(index).flatMap { part in m0.flatMap { Plain.of(part, $0) } }
  }
}
