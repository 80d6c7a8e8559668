/// The columns of a batch or a table.
public struct Schema: Sendable, Hashable {
  /// The columns, in order.
  public package(set) var fields: [Field]
  /// Columns, in order.
  public init(_ fields: [Field] = []) { self.fields = fields }
  /// The names of the columns, in order.
  public var names: [String] { fields.map(\.name) }
  /// The column of a name.
  public subscript(name: String) -> Field? { fields.first { $0.name == name } }
  /// The place of a column among the columns, from 0.
  public func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }
  /// The same columns with one more at the end.
  public func adding(_ field: Field) -> Schema { Schema(fields + [field]) }
}
