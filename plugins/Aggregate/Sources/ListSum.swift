import Diagnostics
import Figures
import StageKit
import Tables
import Units

/// The sums over the members of a list of places in one unit, as the list was on the day of the figures.
///
/// A list that is not known in full makes no sum: what stands in its place says so.
struct ListSum {
  private let rollUp: RollUp
  private let above: UnitVersion
  private let members: [UnitVersion]
  private let values: RollUp.Values
  private let list: String
  /// The day, standard and group of what is made.
  let series: RollUp.Series

  init(
    _ rollUp: RollUp, _ series: RollUp.Series, _ above: UnitVersion, _ members: [UnitVersion],
    _ values: RollUp.Values, _ list: String
  ) {
    (self.rollUp, self.above, self.members, self.values, self.list) = (rollUp, above, members, values, list)
    self.series = RollUp.Series(day: series.day, standard: series.standard, group: "places:" + list)
  }

  /// The sums, or why there are none.
  ///
  /// - Throws: When a sum does not fit.
  func made(
    published: [String: Figure], _ leaves: LeafUnits
  ) throws(StageError) -> (figures: [Figure], different: [Notice], incomplete: [Notice]) {
    let counted = rollUp.measures.filter { measure in
      members.contains { rollUp.count(measure, of: $0, values) != nil }
    }
    guard !counted.isEmpty else { return ([], [], []) }
    if let reason = rollUp.units.lists.reason(against: list, on: series.day) {
      let rows = counted.map { unreported($0, reason, published) }
      let notice = Notice(
        "rollup.list-incomplete",
        Phrase(
          vi: "\(above.name), \(series.day.vietnamese): không cộng theo danh sách, vì \(reason.vi).",
          en: "\(above.name), \(series.day.iso): nothing is added up by the list, for \(reason.en)."),
        unit: above.id, figures: rows.map(\.id))
      return (rows, [], [notice])
    }
    let inside = listed(leaves)
    guard !inside.isEmpty else { return ([], [], []) }
    return try LevelSum(
      rollUp, series, above, inside, values, around: LeafUnits.Found(), published: published
    ).made()
  }
  /// The units of the list in the unit above: of the level that is added up, or districts without communes.
  private func listed(_ leaves: LeafUnits) -> [UnitVersion] {
    let ids = Set(rollUp.units.lists.members(of: list, on: series.day))
    let own = leaves.found(in: above, on: series.day)
    let alone = (own.counted + own.empty).filter { ids.contains($0.id) }
    return members.filter { unit in
      ids.contains(unit.id)
        || rollUp.units.ancestors(of: unit, on: series.day).contains { ids.contains($0.id) }
    } + alone
  }
  private func unreported(_ measure: String, _ reason: Phrase, _ published: [String: Figure]) -> Figure {
    Figure(
      id: "\(above.id)/\(series.day.iso)/\(measure)/\(series.group)/\(series.standard)/sum", unit: above.id,
      asOf: series.day, measure: measure, group: series.group, value: nil, status: .notReported,
      standard: series.standard, grade: .derived,
      source: Figure.Source(title: "Cộng theo danh sách '\(list)'"),
      edition: rollUp.edition, precedence: published[measure] == nil ? 0 : 9,
      note: "Không cộng được, vì \(reason.vi).")
  }
}
