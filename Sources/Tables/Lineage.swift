/// Where a column came from: the step that made it, and the columns that went into it.
public struct Lineage: Sendable, Hashable {
  /// The step that made it.
  public var step: String
  /// Its name there.
  public var column: String
  /// Who may see it.
  public var sensitivity: Sensitivity
  /// The columns that went into it.
  public var parents: [Lineage]
  /// A column and the columns that went into it.
  public init(step: String, column: String, sensitivity: Sensitivity, parents: [Lineage]) {
    (self.step, self.column, self.sensitivity, self.parents) = (step, column, sensitivity, parents)
  }
  /// The way from the first column to this one, along the most sensitive parents.
  public var path: [String] {
    let worst = parents.max { $0.sensitivity < $1.sensitivity }
    return (worst?.path ?? []) + ["\(step).\(column)"]
  }
}
