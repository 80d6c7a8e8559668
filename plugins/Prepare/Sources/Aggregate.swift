import Expressions
import Tables

/// One column of a rolled-up table.
struct Aggregate: Sendable {
  /// How the cells of a group become one.
  enum Way: Sendable { case count, sum, min, max, any, all, first }
  /// Of what it is made.
  enum Source: Sendable {
    /// Of the rows themselves.
    case nothing
    case expression(TypedExpression)
    case column(Int, Field)
  }
  let name: String
  let way: Way
  let source: Source
  init(_ name: String, _ way: Way, _ source: Source) {
    (self.name, self.way, self.source) = (name, way, source)
  }

  /// What a cell of it is.
  var type: ColumnType {
    switch (way, source) {
    case (.count, _): .int
    case (.any, _), (.all, _): .bool
    case (_, .expression(let typed)): typed.type
    case (_, .column(_, let field)): field.type
    case (_, .nothing): .int
    }
  }
  /// The column as the planner sees it.
  ///
  /// It comes from the key too, which says which rows are in the group; and it stays as guarded as all these, since a group
  /// of one row tells what the row tells.
  func field(of keys: [Field], in input: Schema) -> Field {
    let names = Set(keys.map(\.name)).union(columns)
    let sensitivity = input.fields.filter { names.contains($0.name) }.map(\.sensitivity).max() ?? .public
    return Field(name, type, role, unit: unit, sensitivity: sensitivity, from: names.sorted())
  }
  private var columns: [String] {
    switch source {
    case .nothing: []
    case .expression(let typed): typed.columns
    case .column(_, let field): [field.name]
    }
  }
  private var role: Role {
    switch (way, source) {
    case (.count, _): .count
    case (.any, _), (.all, _): .flag
    case (_, .expression(let typed)): typed.role
    case (_, .column(_, let field)): field.role
    case (_, .nothing): .count
    }
  }
  private var unit: String? {
    switch (way, source) {
    case (.sum, .expression(let typed)), (.min, .expression(let typed)), (.max, .expression(let typed)):
      typed.unit
    case (_, .column(_, let field)): field.unit
    default: nil
    }
  }
  /// Its cell of every row of a batch; `nil` when it is made of the rows themselves.
  func cells(_ batch: Batch) -> (column: Column, overflow: Bitmap?)? {
    switch source {
    case .nothing: return nil
    case .expression(let typed):
      let evaluated = typed.evaluate(batch)
      return (evaluated.column, evaluated.overflow)
    case .column(let place, _): return (batch.columns[place], nil)
    }
  }
}
