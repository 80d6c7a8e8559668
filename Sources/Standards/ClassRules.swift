public import Diagnostics
import Expressions
public import Tables

/// What a standard says about the class of a household, as data: each part with the clause it was taken from.
///
/// Conditions speak of these names: `income` (đồng per person and `period`), `deprivations` (how many of the indicators),
/// `cutoff`, `area` (`'urban'` or `'rural'`) and each income line by its name, with the value of the household's area, and ask
/// the flag of an indicator, such as `dep_water`, by its name alone; those over points speak of `b1`, `b2`, `deprivations`,
/// `cutoff`, `area` and the lines of points. They compare these names with one another, and deprivations with whole numbers;
/// they have no amounts of their own, so that every amount stands in the pack with a name and a clause.
public struct ClassRules: Sendable, Hashable {
  /// The income lines, in the order written.
  public let lines: [AreaLine]
  /// The indicators, in the official order; none for a standard of income alone, or one that is not wholly known.
  public let indicators: [Indicator]
  /// From how many deprivations on a household counts as deprived; `nil` for a standard of income alone.
  public let cutoff: Int64?
  /// Of how many indicators the cut-off speaks.
  public let cutoffOf: Int64?
  /// Where the cut-off is laid down.
  public let cutoffClause: Clause?
  /// The columns of the household form.
  public let household: [FormColumn]
  /// The columns of the member form.
  public let member: [FormColumn]
  /// What branches are called, in the order written.
  public let branchNames: [BranchName]
  /// The rules over income and deprivations, in order; empty where they are not known, so that nothing is classified.
  public let rules: [ClassRule]
  /// The households of which the act says nothing; `nil` where the rules speak of all.
  public let gap: Gap?
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
  /// The period of the income that the lines are of.
  public var period: IncomePeriod { lines.first?.period ?? .month }
  /// What a branch is called.
  public func name(ofBranch branch: String) -> Phrase {
    branchNames.first { $0.id == branch }?.name ?? Phrase(same: branch)
  }
  /// The names that conditions over income and deprivations may use, as columns.
  ///
  /// - Parameter income: The type of the income, and of every line.
  /// - Returns: A column for each name.
  public func schema(income: ColumnType = .int) -> Schema {
    schema([("income", income)] + lines.map { ($0.name, income) })
  }
  /// The names that conditions over points may use, as columns.
  public var pointSchema: Schema {
    schema([("b1", .int), ("b2", .int)] + (points?.lines ?? []).map { ($0.name, .int) })
  }
  /// The flag of each indicator, in their order.
  public var flags: [String] { indicators.map(\.flag) }
  /// The flags that rules over income and deprivations or the gap name, in the order of the indicators.
  public var namedFlags: [String] {
    let conditions = rules.map(\.condition) + (gap.map { [$0.condition] } ?? [])
    let named = Set(conditions.flatMap(\.questions).flatMap(\.sides).flatMap(\.columns))
    return flags.filter(named.contains)
  }
  /// Names that no line may have, beside those of flags.
  static let reserved = ["area", "b1", "b2", "cutoff", "deprivations", "income"]
  /// Own names and those of every list; without units, for what is compared is brought to one unit before.
  private func schema(_ own: [(name: String, type: ColumnType)]) -> Schema {
    let counts = cutoff == nil ? [] : ["deprivations", "cutoff"]
    return Schema(
      [Field("area", .text, .label)] + counts.map { Field($0, .int, .count) }
        + own.map { Field($0.name, $0.type, .amount) } + flags.map { Field($0, .bool, .flag) })
  }
}
