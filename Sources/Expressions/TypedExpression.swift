public import Tables

/// An expression checked against the columns of a schema, to be evaluated a batch at a time.
///
/// Truth is that of SQL: a comparison with a missing value is missing, whatever the reason, and `AND`, `OR` and `NOT`
/// are those of three values. A row in whose making a number does not fit in 64 bits is missing and marked; in a `CASE`
/// and a `coalesce` only what that row looks at counts, in all else every operand.
public struct TypedExpression: Sendable {
  /// What a cell is; never a floating-point number.
  public let type: ColumnType
  /// What a cell means: that of its columns where it stays, else an amount, and never more than may be added up.
  public let role: Role
  /// The unit of its numbers; `nil` when none follows from its columns.
  public let unit: String?
  /// The names of the columns it is made of, sorted.
  public let columns: [String]
  let plan: Plan

  /// Computes a cell for every row of a batch of the schema it was checked against.
  public func evaluate(_ batch: Batch) -> Evaluated {
    let evaluation = Evaluation(batch: batch)
    switch plan {
    case .numbers(.column(let index), _), .texts(.column(let index)), .bools(.column(let index)),
      .doubles(let index):
      return Evaluated(column: batch.columns[index], overflow: nil)
    case .numbers(let plan, let scale):
      let (values, overflow) = evaluation.finished(evaluation.numbers(plan))
      return Evaluated(column: column(values, scale: scale), overflow: overflow)
    case .texts(let plan):
      let (texts, overflow) = evaluation.finished(evaluation.texts(plan))
      return Evaluated(column: .text(texts), overflow: overflow)
    case .bools(let plan):
      let (bools, overflow) = evaluation.finished(evaluation.bools(plan))
      return Evaluated(column: .bool(bools), overflow: overflow)
    }
  }
  private func column(_ values: Values<Int64>, scale: Int) -> Column {
    switch type {
    case .date: .date(values.map { Int32(truncatingIfNeeded: $0) })
    case .decimal: .decimal(Decimals(values, scale: scale))
    default: .int(values)
    }
  }
}
