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

  /// Sorts figures by day, and those of one day by which is used first.
  ///
  /// - Complexity: O(n log n).
  public init(_ figures: [Figure]) {
    pages = Dictionary(grouping: figures) { Key(unit: $0.unit, measure: $0.measure, group: $0.group) }
      .mapValues { figures in
        figures.sorted { $0.asOf == $1.asOf ? $0.isUsed(before: $1) : $0.asOf < $1.asOf }
      }
  }
  /// The figures of one measure and group of a unit, earliest first, of one day the one used first.
  public func series(_ unit: String, _ measure: String, group: String = "all") -> [Figure] {
    pages[Key(unit: unit, measure: measure, group: group)] ?? []
  }
  /// The figure to be used of a unit on a day: the one used under a standard, or of any other when there is none.
  public func figure(
    _ unit: String, _ measure: String, group: String = "all", on day: Day, standard: String
  ) -> Figure? {
    let all = series(unit, measure, group: group).filter { $0.asOf == day }
    return all.used(under: standard) ?? all.min { $0.isUsed(before: $1) }
  }
  /// The latest figure after one day and not after another; of that day as `figure` chooses.
  ///
  /// A later day of which there is nothing but a row that says so, as `isEmpty` has it, does not hide a figure.
  public func latest(
    _ unit: String, _ measure: String, group: String = "all", after: Day, until: Day, standard: String,
    passingOver isEmpty: (Figure) -> Bool = { $0.status == .notReported }
  ) -> Figure? {
    let days = series(unit, measure, group: group).map(\.asOf).filter { $0 > after && $0 <= until }
    var last: Figure?
    for day in days.reversed() where day != last?.asOf {
      guard let found = figure(unit, measure, group: group, on: day, standard: standard) else { continue }
      if !isEmpty(found) { return found }
      if last == nil { last = found }
    }
    return last
  }
}
