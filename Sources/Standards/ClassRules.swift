public import Tables

/// What a standard says about the class of a household, as data: each part with the clause it was taken from.
///
/// Conditions speak of these names: `income` (đồng per person and month), `deprivations` (how many of the indicators),
/// `cutoff`, `area` (`'urban'` or `'rural'`) and each income line by its name, with the value of the household's area; those
/// over points of `b1`, `b2`, `deprivations`, `cutoff`, `area` and the lines of points.
public struct ClassRules: Sendable, Hashable {
  /// The income lines, in the order written.
  public let lines: [AreaLine]
  /// The indicators, in the official order.
  public let indicators: [Indicator]
  /// From how many deprivations on a household counts as deprived.
  public let cutoff: Int64
  /// Where the cut-off is laid down.
  public let cutoffClause: String
  /// The rules over income and deprivations, in order.
  public let rules: [ClassRule]
  /// The rules over points; `nil` when the standard knows none.
  public let points: PointRules?

  /// The branches that rules name, in the order of the rules.
  public var branches: [String] {
    var found: [String] = []
    for branch in (rules + (points?.rules ?? [])).compactMap(\.branch) where !found.contains(branch) {
      found.append(branch)
    }
    return found
  }
  /// The names that conditions over income and deprivations may use, as columns.
  ///
  /// - Parameter income: The type of the income, and of every line.
  /// - Returns: A column for each name.
  public func schema(income: ColumnType = .int) -> Schema {
    Self.schema([("income", income)] + lines.map { ($0.name, income) })
  }
  /// The names that conditions over points may use, as columns.
  public var pointSchema: Schema {
    Self.schema([("b1", .int), ("b2", .int)] + (points?.lines ?? []).map { ($0.name, .int) })
  }
  /// Names that no line may have.
  static let reserved = ["area", "b1", "b2", "cutoff", "deprivations", "income"]
  /// Own names and those of every list; without units, for what is compared is brought to one unit before.
  private static func schema(_ own: [(name: String, type: ColumnType)]) -> Schema {
    Schema(
      [
        Field("area", .text, .label), Field("deprivations", .int, .count), Field("cutoff", .int, .count),
      ] + own.map { Field($0.name, $0.type, .amount) })
  }
}
