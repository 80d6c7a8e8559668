/// A column found by the planner: its place in every batch, and the type of its cells.
public struct ColumnRef<C: Cell>: Sendable {
  /// Its place in every batch, from 0.
  public let index: Int
  /// What the planner knows of it.
  public let field: Field
  /// A column that was found.
  public init(index: Int, field: Field) { (self.index, self.field) = (index, field) }
}
