import Diagnostics
import Figures
import StageKit
import Tables
import Units

/// Figures that have been made, and what is to be said of them.
struct MadeFigures {
  private(set) var figures: [Figure] = []
  var notices: [Notice] = []
  /// The units and groups of which figures were made, in order.
  private(set) var units: [(unit: UnitVersion, group: String)] = []
  private var byID: [String: Int] = [:]
  private var known: Set<[String]> = []

  /// Adds a figure.
  ///
  /// - Throws: When there is one of the same id that says something else.
  mutating func add(_ figure: Figure) throws(StageError) {
    if let index = byID[figure.id] {
      guard figures[index].value == figure.value else { throw .twoValues(figure.id) }
      return
    }
    byID[figure.id] = figures.count
    figures.append(figure)
  }
  mutating func note(_ unit: UnitVersion, _ group: String) {
    if known.insert([unit.id, group]).inserted { units.append((unit, group)) }
  }
}

/// Makes figures of the rows of wide tables.
struct FigureMaker: Sendable {
  let day: Day
  let units: UnitRegistry
  let standard: String
  let grade: Figure.Grade
  let source: Figure.Source
  /// Where the numbers of all households are from.
  let totalsSource: Figure.Source
  let edition: String

  /// A row whose unit is known.
  struct Placed {
    let row: WideColumns.Row
    let unit: UnitVersion
    /// Whether anybody in the unit has no class, of whatever group: that it is one group alone would say of how many.
    var isProvisional = false
  }

  /// The rows that are in a unit of the day.
  ///
  /// - Throws: When more households are in none, or without a class, than are let pass.
  func checked(
    _ rows: [WideColumns.Row], _ findings: inout Findings, _ mostUnplaced: Int, _ mostUnclassified: Int,
    _ step: String
  ) throws(StageError) -> [Placed] {
    var placed: [Placed] = []
    var unplaced: [HouseholdLevel: Int64] = [:]
    var unclassified = 0 as Int64
    for row in rows {
      let unit = row.unit.flatMap { units.unit(code: $0, level: row.level.unitLevel, on: day) }
      if row.group == "all" { unclassified = max(unclassified, row["unclassified"] ?? 0) }
      if let unit {
        placed.append(Placed(row: row, unit: unit))
      } else if row.group == "all" {
        unplaced[row.level, default: 0] &+= row["households"] ?? 0
        tellUnplaced(row, &findings)
      }
    }
    // A household is in the rows of every level, and lost once.
    if let lost = unplaced.values.max(), lost > Int64(mostUnplaced) {
      throw .unplaced(lost, mostUnplaced, step)
    }
    guard unclassified <= Int64(mostUnclassified) else {
      throw .unclassified(unclassified, mostUnclassified, step)
    }
    let lacking = Set(placed.filter { ($0.row["unclassified"] ?? 0) > 0 }.map(\.unit.id))
    for index in placed.indices { placed[index].isProvisional = lacking.contains(placed[index].unit.id) }
    return placed
  }
  private func tellUnplaced(_ row: WideColumns.Row, _ findings: inout Findings) {
    let code = row.unit.map { " '\($0)'" } ?? ""
    let level = row.level.unitLevel.phrase
    findings.add(
      "households.unplaced", file: "", line: 0, column: "unit",
      Phrase(
        vi:
          "ngày \(day.vietnamese) không có đơn vị \(level.vi) mang mã\(code): \(row["households"] ?? 0) hộ không thành số liệu",
        en:
          "on \(day.iso) there is no unit of the level \(level.en) with the code\(code): its \(row["households"] ?? 0) households make no figures"
      ))
  }

  /// Makes the figures of rows.
  ///
  /// - Throws: When two rows say different things of one figure.
  func make(
    _ rows: [Placed], _ denominators: Denominators, _ made: inout MadeFigures
  ) throws(StageError) {
    for placed in rows {
      let (row, unit) = (placed.row, placed.unit)
      made.note(unit, row.group)
      let both = row["poor"].flatMap { poor in
        row["near_poor"].flatMap { near in FixedPoint(poor) + FixedPoint(near) }?.whole
      }
      let counts = [
        ("poor", row["poor"]), ("near_poor", row["near_poor"]), ("poor_plus_near", both),
        ("poor_persons", row["members_poor"]), ("near_poor_persons", row["members_near_poor"]),
      ]
      for (measure, count) in counts {
        guard let count else { continue }
        try made.add(figure(placed, measure, row.group, .amount(FixedPoint(count))))
      }
      if row.group == "all" { try makeDeprivations(placed, &made) }
      if denominators.areGiven { try makeRates(placed, counts, denominators, &made) }
    }
  }
  /// How many of the poor and of the near-poor lack each indicator.
  private func makeDeprivations(_ placed: Placed, _ made: inout MadeFigures) throws(StageError) {
    for id in placed.row.indicators {
      for over in ["poor", "near_poor"] {
        guard let count = placed.row["dep_\(id)_\(over)"] else { continue }
        let measure = KnownMeasures.deprivedPrefix + id
        try made.add(figure(placed, measure, "class:\(over)", .amount(FixedPoint(count))))
      }
    }
  }
  private func makeRates(
    _ placed: Placed, _ counts: [(String, Int64?)], _ denominators: Denominators, _ made: inout MadeFigures
  ) throws(StageError) {
    guard case .known(let all) = denominators.total(of: placed.unit, group: placed.row.group), all > 0 else {
      return
    }
    let rates = [
      "poor": "poor_rate", "near_poor": "near_poor_rate", "poor_plus_near": "multidimensional_rate",
    ]
    for (measure, count) in counts {
      guard let rate = rates[measure], let count else { continue }
      guard count <= all else {
        made.notices.append(
          tooMany(placed.unit, placed.row.group, figure(placed, measure, placed.row.group, nil).id))
        return
      }
      var rated = figure(
        placed, rate, placed.row.group, .ratio(numerator: FixedPoint(count), denominator: FixedPoint(all)))
      if let then = denominators.day, then != day {
        rated.note = "Tổng số hộ tại ngày \(then.vietnamese)."
      }
      try made.add(rated)
    }
  }

  /// A figure of a row.
  private func figure(_ placed: Placed, _ measure: String, _ group: String, _ value: FigureValue?) -> Figure {
    let unclassified = placed.row["unclassified"] ?? 0
    var figure = figure(placed.unit, day, measure, group, value, standard)
    guard placed.isProvisional else { return figure }
    figure.status = .provisional
    // In a group that number may be of very few.
    figure.note =
      group == "all"
      ? "Chưa kể \(unclassified) hộ chưa phân loại được." : "Chưa kể các hộ chưa phân loại được."
    return figure
  }
  func figure(
    _ unit: UnitVersion, _ day: Day, _ measure: String, _ group: String, _ value: FigureValue?,
    _ standard: String
  ) -> Figure {
    Figure(
      id: "\(unit.id)/\(day.iso)/\(measure)/\(group)/\(standard)/\(grade.rawValue)", unit: unit.id, asOf: day,
      measure: measure, group: group, value: value, standard: standard, grade: grade, source: source,
      edition: edition)
  }
}
