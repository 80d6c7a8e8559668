public import Diagnostics
import Expressions
public import StageKit
public import Tables

/// Keeps the rows of which a condition is true.
public struct FilterRows: BatchStage {
  /// The word after `use:`.
  public static let name = "rows.filter"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Chỉ giữ các dòng thỏa một điều kiện.", en: "Keeps the rows of which a condition is true.")
  /// The words of its codes.
  public static let explanations = filterExplanations

  /// The options of `rows.filter`.
  public struct Options: StageOptions {
    @Option(
      vi: "Điều kiện; dòng mà điều kiện sai hoặc thiếu thì bị bỏ.",
      en: "The condition; a row of which it is false or missing is left out.")
    var `where`: ExpressionText
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Checks the condition.
  public func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    let condition = plan.expression(options.where, in: input, wanting: .bool)
    return Planned(input, drops: true) { batch, findings in
      guard let condition else { return batch }
      let evaluated = condition.evaluate(batch)
      guard case .bool(let answers) = evaluated.column else { return batch }
      // Whether such a row is wanted cannot be known; to leave it out in silence would lose it.
      for row in evaluated.overflow?.rows ?? [] {
        findings.reject("filter.overflow", row: row, of: batch, .conditionTooLarge)
      }
      return batch.keeping(answers.isTrue)
    }
  }
}

extension Phrase {
  fileprivate static let conditionTooLarge = Phrase(
    vi:
      "điều kiện có số không ghi được bằng 64 bit, nên không biết có giữ dòng này không; xem lại các số của dòng và đơn vị tính",
    en:
      "a number in the condition does not fit in 64 bits, so whether the row is wanted is not known; look at its numbers and their unit"
  )
}
