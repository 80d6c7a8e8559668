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
  ///
  /// None at all is only believed of a source, of which there are no inputs. Of other stages it counts as all of them: a
  /// number of rows says something of the rows. Words that stand in the program are declared by `constant(_:oneOf:_:)`.
  public var sources: [String]?
  /// The words of which every cell is one, for a column that comes from no other; `nil` for all columns that do.
  public private(set) var constants: [String]?
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
  /// A column of words that stand in the program, such as the names of levels.
  ///
  /// It comes from no input column. The engine holds the stage to it: a cell with another word stops the run. Which word a
  /// row gets must not depend on what is personal.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - words: The words that its cells can be, known before any row is read.
  ///   - role: What it means.
  /// - Returns: The column, which everybody may see.
  public static func constant(_ name: String, oneOf words: [String], _ role: Role = .label) -> Field {
    var field = Field(name, .text, role, from: [])
    field.constants = words
    return field
  }
}
