/// One column as the planner sees it.
public struct Field: Sendable, Hashable {
  /// Its name, one of a kind in its schema.
  public var name: String
  /// What its cells are in memory.
  public var type: ColumnType
  /// What it means.
  public var role: Role
  /// The unit of its numbers, such as `người`.
  public var unit: String?
  /// What the stage asks for; the planner raises it to that of the columns it was made from.
  public var sensitivity: Sensitivity
  /// The input columns it was made from; `nil` says nothing, which counts as all of them.
  public var sources: [String]?
  /// Filled in by the planner.
  public package(set) var lineage: Lineage?

  /// A column.
  public init(
    _ name: String, _ type: ColumnType, _ role: Role, unit: String? = nil,
    sensitivity: Sensitivity = .public, from sources: [String]? = nil
  ) {
    (self.name, self.type, self.role, self.unit) = (name, type, role, unit)
    (self.sensitivity, self.sources) = (sensitivity, sources)
  }
}
