/// A limit that differs between the countryside and towns, with the clause that lays it down.
public struct AreaLine: Sendable, Hashable {
  /// The name by which class rules speak of it, such as `line`.
  public let name: String
  /// The limit in the countryside: đồng per person and period, or points.
  public let rural: Int64
  /// The limit in towns.
  public let urban: Int64
  /// The indicator in which households at or below the line are deprived, and no others; `nil` for a line of no indicator.
  public let indicator: String?
  /// The period of the income; `nil` for a limit of points.
  public let period: IncomePeriod?
  /// Whether the limit is not certain.
  public let isProvisional: Bool
  /// Where it is laid down.
  public let clause: Clause
}
