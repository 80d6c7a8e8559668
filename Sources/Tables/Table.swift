/// A whole small table.
public struct Table: Sendable, Hashable {
  /// Its columns.
  public var schema: Schema
  /// Its rows.
  public var rows: Batch
  /// A table; the columns of `rows` are those of `schema`, in order.
  public init(_ schema: Schema, _ rows: Batch) { (self.schema, self.rows) = (schema, rows) }
}
