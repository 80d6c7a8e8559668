import Diagnostics
public import Tables

extension Expression {
  /// Checks the expression against columns.
  ///
  /// - Parameters:
  ///   - schema: The columns of the batches it will be evaluated with, in their order.
  ///   - referenceDate: The day for `age` and `reference_date`; `nil` when the pipeline has none.
  /// - Returns: The expression with the type, role and unit of its result.
  /// - Throws: Everything wrong with it, at least one thing.
  public func typed(in schema: Schema, referenceDate: Day?) throws(ExpressionProblems) -> TypedExpression {
    var typer = Typer(schema, referenceDate)
    guard let typed = typer.check(root) else { throw typer.problems }
    guard let type = typed.type, let plan = typed.plan else {
      typer.problems.add(
        "expression.null", Phrase(vi: "NULL đứng một mình không có kiểu", en: "NULL alone has no type"),
        at: root.range)
      throw typer.problems
    }
    guard type != .double else {
      typer.problems.add(
        "expression.type",
        Phrase(vi: "kết quả là \(type.words.vi)", en: "the result is \(type.words.en)"), at: root.range,
        hint: .doublesCompareOnly)
      throw typer.problems
    }
    return TypedExpression(
      type: type, role: typed.role ?? .plain(type), unit: typed.unit, columns: typer.columns.sorted(),
      plan: plan)
  }
}
