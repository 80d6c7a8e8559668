public import Diagnostics
public import Expressions
public import Tables
import YAML

/// An expression about the columns of a row, such as `members >= 4 AND NOT poor`, and where it was written.
///
/// It is parsed when the option is read; `Planning.expression` checks it against columns.
public struct ExpressionText: OptionValue {
  /// The expression as written.
  public var text: String { expression.text }
  /// Where it was written; `nil` for one that stands in the code of a stage.
  public let range: SourceRange?
  /// What was parsed.
  public let expression: Expression
  private let places: ScalarPlaces?

  /// An expression that stands in the code, or was written at a place that is told as a whole.
  ///
  /// - Throws: What is wrong with the text.
  public init(_ text: String, at range: SourceRange? = nil) throws(ExpressionProblems) {
    (expression, self.range, places) = (try Expression.parse(text), range, nil)
  }
  private init(_ expression: Expression, _ node: Node, _ places: ScalarPlaces) {
    (self.expression, range, self.places) = (expression, node.range, places)
  }
  /// Where a part of the text is written, in Unicode scalars; the whole when the scalar is broken into lines or escaped.
  public func range(of part: Range<Int>) -> SourceRange? { places?.range(of: part) ?? range }

  /// Any scalar that is an expression; what is wrong with it is told where it stands.
  public static var optionType: OptionType<ExpressionText> {
    let name = Phrase(vi: "biểu thức", en: "expression")
    return OptionType(name, schema: ["type": "string"], shapes: [.scalar], encode: { .string($0.text) }) {
      node, problems in
      guard let text = node.scalar else {
        problems.add(OptionError(expected: Phrase(vi: "một biểu thức", en: "an expression"), found: node))
        return nil
      }
      let places = ScalarPlaces(node, text)
      do throws(ExpressionProblems) {
        return ExpressionText(try Expression.parse(text), node, places)
      } catch {
        for problem in error.all { problems.add(problem, at: places.range(of: problem.range)) }
        return nil
      }
    }
  }
}

/// Where the parts of a scalar stand in its file.
private struct ScalarPlaces: Sendable {
  let whole: SourceRange
  /// The place of the first scalar of the text; `nil` when the file does not hold the text letter by letter.
  let start: SourcePosition?

  init(_ node: Node, _ text: String) {
    whole = node.range
    var quote = 0
    if case .scalar(_, plain: false) = node.content { quote = 1 }
    let (first, last) = (node.range.start, node.range.end)
    let length = text.unicodeScalars.count + 2 * quote
    let isLetterByLetter = first.line == last.line && last.column - first.column == length
    start = isLetterByLetter ? first.moved(quote) : nil
  }
  func range(of part: Range<Int>) -> SourceRange {
    guard let start else { return whole }
    return SourceRange(
      file: whole.file, start: start.moved(part.lowerBound), end: start.moved(part.upperBound))
  }
}
extension SourcePosition {
  fileprivate func moved(_ columns: Int) -> SourcePosition {
    SourcePosition(line: line, column: column + columns, offset: offset + columns)
  }
}
extension OptionProblems {
  /// Adds what is wrong with an expression, with the option's name.
  fileprivate mutating func add(_ problem: ExpressionProblem, at range: SourceRange) {
    let message = Phrase(
      vi: "tùy chọn '\(key)': \(problem.message.vi)", en: "option '\(key)': \(problem.message.en)")
    diagnostics.add(Diagnostic(problem.code, message, at: range, hint: problem.hint))
  }
}

extension Planning {
  /// Checks an expression against columns; `nil` when something is wrong, which has then been noted where it stands.
  ///
  /// `age` and `reference_date` are computed at the pipeline's reference date.
  ///
  /// - Parameters:
  ///   - text: The expression.
  ///   - schema: The columns of the batches that it will be evaluated with.
  ///   - wanted: The type that the result must have; any when `nil`.
  /// - Returns: The expression to evaluate.
  public mutating func expression(
    _ text: ExpressionText, in schema: Schema, wanting wanted: ColumnType? = nil
  )
    -> TypedExpression?
  {
    do {
      let typed = try text.expression.typed(in: schema, referenceDate: pipeline.referenceDate)
      guard let wanted, typed.type != wanted else { return typed }
      report(
        Diagnostic(
          "expression.type",
          Phrase(
            vi: "biểu thức cho \(typed.type.phrase.vi), cần \(wanted.phrase.vi)",
            en: "the expression gives \(typed.type.phrase.en), and \(wanted.phrase.en) is needed"),
          at: text.range))
      return nil
    } catch {
      for problem in error.all {
        report(
          Diagnostic(problem.code, problem.message, at: text.range(of: problem.range), hint: problem.hint))
      }
      return nil
    }
  }
}
