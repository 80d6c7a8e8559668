/// The long table of figures, one row a figure, in the order of ids.
public struct FigureTable: Sendable, Hashable {
  /// The figures, sorted by id.
  public private(set) var figures: [Figure]
  /// Sorts figures by id.
  ///
  /// Figures with one id are kept side by side, for the stage that made them to report.
  ///
  /// - Complexity: O(n log n).
  public init(_ figures: [Figure] = []) { self.figures = figures.sorted { $0.id < $1.id } }
  /// All figures of several tables.
  public static func joined(_ tables: [FigureTable]) -> FigureTable {
    FigureTable(tables.flatMap(\.figures))
  }
}
