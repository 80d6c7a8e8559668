import Diagnostics
import Figures
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Tables
import Units

@testable import Plans

/// The folder of the project, and its files.
enum Here {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let share = ShareFolder(from: root)
  /// The committed register of units, read once.
  static let units: UnitRegistry = {
    do { return try UnitRegistry.load("pipelines/units", namedAt: nil, .folder(root)) } catch {
      preconditionFailure("the committed register does not load: \(error)")
    }
  }()
}

func day(_ iso: String) -> Day {
  guard let day = Day(iso: iso) else { preconditionFailure("no day: \(iso)") }
  return day
}
func number(_ text: String) -> FixedPoint {
  guard let number = FixedPoint(plain: text) else { preconditionFailure("no number: \(text)") }
  return number
}
func fraction(_ text: String) -> Fraction { Fraction(number(text)) }

/// A figure of Cà Mau at the end of 2024, but for what is said.
func figure(
  _ value: FigureValue?, _ measure: String = "poor_rate", on iso: String = "2024-12-31",
  group: String = "all",
  status: Figure.Status = .value, standard: String = "vn-2022", unit: String = "96@2004-08-31",
  boundary: String = "", grade: Figure.Grade = .official, precedence: Int = 0
) -> Figure {
  Figure(
    id: "\(unit)/\(iso)/\(measure)/\(group)/\(standard)/\(grade.rawValue)/\(precedence)", unit: unit,
    asOf: day(iso), measure: measure, group: group, value: value, status: status, standard: standard,
    boundary: boundary, grade: grade, source: Figure.Source(title: "s"), precedence: precedence)
}
func printed(_ text: String) -> FigureValue { .printed(number(text)) }
func count(_ whole: Int) -> FigureValue { .amount(FixedPoint(Int64(whole))) }
func ratio(_ part: Int, _ whole: Int) -> FigureValue {
  .ratio(numerator: FixedPoint(Int64(part)), denominator: FixedPoint(Int64(whole)))
}

/// The file of a plan for Cà Mau in 2024, but for what is said.
struct PlanText {
  var unit = "96"
  var level = "province"
  var period = "{ from: 2024-01-01, to: 2024-12-31 }"
  var standard = "vn-2022"
  var checks: [String] = []
  var targets: [String]

  /// One target of each text, which lacks the id, the title and the place.
  init(_ targets: String...) { self.init(targets) }
  init(_ targets: [String]) {
    self.targets = targets.enumerated().map {
      "id: T\($0.offset + 1), title: t, place: p, population: x, \($0.element)"
    }
  }
  var text: String {
    """
    plan: p
    name: P
    issuer: I
    unit: "\(unit)"
    level: \(level)
    period: \(period)
    standard: \(standard)
    source: { title: S }
    targets:
    \(targets.map { "  - { \($0) }\n" }.joined())\
    \(checks.isEmpty ? "" : "checks:\n" + checks.map { "  - { \($0) }\n" }.joined())
    """
  }
  func plan() throws(Diagnostics) -> Plan {
    try Plan.load("p.yaml", namedAt: nil, .memory(["p.yaml": text]))
  }
  /// The verdicts on it, given on a day from figures.
  func verdicts(_ figures: [Figure], on iso: String = "2025-02-10") throws(Diagnostics) -> PlanVerdicts {
    let plan = try plan()
    let unit = try Here.units.resolve(code: plan.unit, level: plan.level, on: plan.from, at: nil)
    return Judge(figures, units: Here.units, on: day(iso)).verdicts(on: plan, of: unit)
  }
}

/// The verdict on one target.
func verdict(
  on target: String, _ figures: [Figure], on iso: String = "2025-02-10",
  _ change: (inout PlanText) -> Void = { _ in }
) throws -> Verdict {
  var text = PlanText(target)
  change(&text)
  let verdicts = try text.verdicts(figures, on: iso)
  guard let first = verdicts.targets.first else { preconditionFailure("the plan has a target") }
  return first.verdict
}
