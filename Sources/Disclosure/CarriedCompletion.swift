import Figures
import Tables

/// Rows for groups of which nothing was carried over to a unit.
///
/// There is a row of a group when a former unit has one. That there is a row would so say that somebody is in it, as among
/// the former units; every unit that counts were carried over to gets a row of every group there is. They are withheld as
/// all others that have no ground.
struct CarriedCompletion {
  /// The groups of one kind that there are on a day.
  private struct Kind: Hashable {
    let day: Day
    let kind: String
  }
  /// What was carried over together: one measure of a unit.
  private struct Sheet: Hashable {
    let key: CellKey
    let boundary: String
  }
  private let rule: DisclosureRule
  private var sheets: [Sheet: [String: Figure]] = [:]
  /// The measures of which groups were carried over.
  private var measures: [Kind: Set<String>] = [:]
  private var groups: [Kind: Set<String>] = [:]
  /// What is told besides of the same units, as others count them.
  private var told: Set<CellKey> = []

  /// The figures with the rows that lack, by id.
  static func completed(
    _ figures: [Figure], _ hierarchy: inout Hierarchy, _ rule: DisclosureRule, _ grounds: [PublicGround]
  ) -> [Figure] {
    var completion = CarriedCompletion(rule: rule)
    for figure in figures where !figure.boundary.isEmpty { completion.add(carried: figure) }
    guard !completion.measures.isEmpty else { return figures }
    for figure in figures { completion.add(figure) }
    let added = completion.rows.filter { row in !grounds.contains { $0.covers(row) } }
    return added.isEmpty ? figures : FigureTable(figures + added).figures
  }
  private init(rule: DisclosureRule) { self.rule = rule }

  private mutating func add(carried figure: Figure) {
    let key = CellKey(figure)
    let sheet = Sheet(key: key.with(key.measure, group: ""), boundary: figure.boundary)
    sheets[sheet, default: [:]][figure.group] = figure
    guard rule.partitions.contains(key.groupKind) else { return }
    measures[Kind(day: key.day, kind: key.groupKind), default: []].insert(key.measure)
  }
  private mutating func add(_ figure: Figure) {
    let key = CellKey(figure)
    if figure.boundary.isEmpty { told.insert(key) }
    groups[Kind(day: key.day, kind: key.groupKind), default: []].insert(key.group)
  }
  private var rows: [Figure] {
    sheets.flatMap { sheet, known -> [Figure] in
      guard let like = known["all"] ?? known.min(by: { $0.key < $1.key })?.value else { return [] }
      let measure = rule.rate(like.measure)?.part ?? like.measure
      let kinds = rule.partitions.map { Kind(day: like.asOf, kind: $0) }
      let all = kinds.filter { measures[$0]?.contains(measure) == true }.flatMap { groups[$0] ?? [] }
      return all.filter { known[$0] == nil }.map { row(of: $0, like) }
    }
  }
  private func row(of group: String, _ like: Figure) -> Figure {
    var row = like
    row.id = like.id.replacing("/\(like.group)/", with: "/\(group)/")
    if row.id == like.id { row.id += "/\(group)" }
    (row.value, row.status, row.group, row.note) = (nil, .notReported, group, "")
    (row.source.place, row.origin) = ("", nil)
    // As the stage that carries counts over ranks them.
    row.precedence = told.contains(CellKey(row)) ? 9 : 0
    return row
  }
}
