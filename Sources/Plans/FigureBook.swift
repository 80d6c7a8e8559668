public import Figures
public import Tables

/// Figures by what they speak of.
public struct FigureBook: Sendable {
  private struct Key: Hashable {
    let unit: String
    let measure: String
    let group: String
  }
  private let pages: [Key: [Figure]]

  /// Sorts figures by day, and those of one day by precedence.
  ///
  /// - Complexity: O(n log n).
  public init(_ figures: [Figure]) {
    pages = Dictionary(grouping: figures) { Key(unit: $0.unit, measure: $0.measure, group: $0.group) }
      .mapValues { figures in
        figures.sorted { ($0.asOf, $0.precedence, $0.id) < ($1.asOf, $1.precedence, $1.id) }
      }
  }
  /// The figures of one measure and group of a unit, earliest first, of one day in the order of precedence.
  public func series(_ unit: String, _ measure: String, group: String = "all") -> [Figure] {
    pages[Key(unit: unit, measure: measure, group: group)] ?? []
  }
  /// The figure to be used of a unit on a day: the one of the least precedence of a standard, or of any when there is
  /// none of it.
  public func figure(
    _ unit: String, _ measure: String, group: String = "all", on day: Day, standard: String
  ) -> Figure? {
    let all = series(unit, measure, group: group).filter { $0.asOf == day }
    return all.first { $0.standard == standard || $0.standard.isEmpty } ?? all.first
  }
  /// The latest figure after one day and not after another; of that day as `figure` chooses.
  public func latest(
    _ unit: String, _ measure: String, group: String = "all", after: Day, until: Day, standard: String
  ) -> Figure? {
    guard
      let last = series(unit, measure, group: group).last(where: { $0.asOf > after && $0.asOf <= until })
    else { return nil }
    return figure(unit, measure, group: group, on: last.asOf, standard: standard)
  }
}
