import Diagnostics
import Figures
import StageKit
import Tables

/// Tells of printed rates that are not the ones which the counts beside them make of all households.
///
/// Both stay as they were published: which of the three numbers is wrong nobody can say here.
struct RateCheck {
  /// The count that each rate is said to be a share of all households of.
  private static let counts = [
    "poor_rate": "poor", "near_poor_rate": "near_poor", "multidimensional_rate": "poor_plus_near",
  ]
  /// A figure without its measure and standard.
  private struct Place: Hashable {
    let unit: String
    let day: Day
    let group: String
    let precedence: Int
    let standard: String
    let measure: String
    init(_ figure: Figure, _ measure: String, standard: String) {
      (unit, day, group, precedence) = (figure.unit, figure.asOf, figure.group, figure.precedence)
      (self.standard, self.measure) = (standard, measure)
    }
  }
  private var amounts: [Place: FixedPoint] = [:]
  private var rates: [(figure: Figure, rate: FixedPoint, row: Int)] = []

  /// Takes a figure of a row; one that is estimated or worked out is compared with nothing.
  mutating func add(_ figure: Figure, row: Int) {
    guard figure.grade != .derived, figure.status == .value || figure.status == .revised else { return }
    switch figure.value {
    case .amount(let amount)?:
      amounts[Place(figure, figure.measure, standard: figure.standard)] = amount
    case .printed(let rate)? where Self.counts[figure.measure] != nil: rates.append((figure, rate, row))
    case .printed?, .ratio?, nil: break
    }
  }
  /// Tells of those that do not agree, each at the row of the rate.
  func tell(_ rows: Batch, _ findings: inout Findings) {
    for (figure, rate, row) in rates {
      guard let measure = Self.counts[figure.measure],
        let count = amounts[Place(figure, measure, standard: figure.standard)],
        let whole = amounts[Place(figure, "households", standard: "")]
          ?? amounts[Place(figure, "households", standard: figure.standard)],
        let made = CountAndRate(count: count, rate: rate).rate(in: whole), made != rate
      else { continue }
      findings.add(
        "figures.rate-disagrees", row: row, of: rows, column: "value",
        Phrase(
          vi:
            "tỷ lệ \(rate.plain) không khớp: \(count.plain) trên \(whole.plain) hộ là \(made.plain); cả ba số được giữ nguyên",
          en:
            "the rate \(rate.plain) does not agree: \(count.plain) of \(whole.plain) households is \(made.plain); all three are kept"
        ))
    }
  }
}
