import Diagnostics
import Expressions
import StageKit
import Tables
import YAML

/// All rows, or those of which a condition is true.
enum RowsCounted: OptionValue {
  case all
  case condition(ExpressionText)
  /// `*`, or a condition.
  static var optionType: OptionType<RowsCounted> {
    let expression = ExpressionText.optionType
    return OptionType(
      Phrase(vi: "điều kiện, hoặc \"*\"", en: "condition, or \"*\""), schema: .anyScalar,
      shapes: [.scalar], encode: { if case .condition(let text) = $0 { .string(text.text) } else { "*" } }
    ) { node, problems in
      node.scalar == "*" ? .all : expression.read(node, &problems).map(Self.condition)
    }
  }
}

/// How one column of a rolled-up table is made: one of these.
struct AggregateFields: StageOptions {
  @Option(
    vi: "Số dòng, hoặc số dòng thỏa điều kiện.", en: "The number of rows, or of those a condition is true of."
  )
  var count: RowsCounted?
  @Option(vi: "Tổng.", en: "The sum.") var sum: ExpressionText?
  @Option(vi: "Số hay ngày nhỏ nhất.", en: "The least number or day.") var min: ExpressionText?
  @Option(vi: "Số hay ngày lớn nhất.", en: "The greatest number or day.") var max: ExpressionText?
  @Option(vi: "Có dòng nào thỏa điều kiện.", en: "Whether a condition is true of any row.")
  var any: ExpressionText?
  @Option(vi: "Mọi dòng đều thỏa điều kiện.", en: "Whether a condition is true of all rows.")
  var all: ExpressionText?
  @Option(
    vi: "Giá trị của một cột, phải giống nhau ở mọi dòng.", en: "The value of a column, equal in all rows.")
  var first: ColumnName?

  /// What is asked for; `nil` when it is wrong, which has then been noted.
  func aggregate(
    _ entry: Mapping<AggregateFields>.Entry, in input: Schema, _ plan: inout Planning
  ) -> Aggregate? {
    let asked = [$count, $sum, $min, $max, $any, $all, $first].count { $0 != nil }
    guard asked == 1 else {
      plan.report(.notOneAggregate(entry.name, at: entry.range))
      return nil
    }
    let name = entry.name
    if let count { return self.count(count, name, in: input, &plan) }
    if let first {
      return plan.column(first, in: input).map { Aggregate(name, .first, .column($0.index, $0.field)) }
    }
    if let any { return condition(any, in: input, &plan).map { Aggregate(name, .any, $0) } }
    if let all { return condition(all, in: input, &plan).map { Aggregate(name, .all, $0) } }
    if let sum { return self.sum(sum, name, in: input, &plan) }
    if let min { return extreme(min, in: input, &plan).map { Aggregate(name, .min, $0) } }
    return max.flatMap { extreme($0, in: input, &plan) }.map { Aggregate(name, .max, $0) }
  }
  private func count(
    _ rows: RowsCounted, _ name: String, in input: Schema, _ plan: inout Planning
  ) -> Aggregate? {
    switch rows {
    case .all: Aggregate(name, .count, .nothing)
    case .condition(let text): condition(text, in: input, &plan).map { Aggregate(name, .count, $0) }
    }
  }
  private func condition(
    _ text: ExpressionText, in input: Schema, _ plan: inout Planning
  ) -> Aggregate.Source? {
    plan.expression(text, in: input, wanting: .bool).map { .expression($0) }
  }
  private func sum(
    _ text: ExpressionText, _ name: String, in input: Schema, _ plan: inout Planning
  ) -> Aggregate? {
    guard let typed = plan.expression(text, in: input) else { return nil }
    if case .rate = typed.role {
      plan.report(.sumOfRate(at: text.range))
    } else if !typed.type.isExactNumber || !typed.role.isSummable {
      plan.report(.notSummable(typed, at: text.range))
    } else {
      return Aggregate(name, .sum, .expression(typed))
    }
    return nil
  }
  private func extreme(
    _ text: ExpressionText, in input: Schema, _ plan: inout Planning
  ) -> Aggregate.Source? {
    guard let typed = plan.expression(text, in: input) else { return nil }
    guard typed.type.isExactNumber || typed.type == .date else {
      plan.report(.noExtreme(typed.type, at: text.range))
      return nil
    }
    return .expression(typed)
  }
}

extension Diagnostic {
  fileprivate static func notOneAggregate(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "rollup.one-way",
      Phrase(vi: "cột '\(name)' phải có đúng một cách gộp", en: "column '\(name)' must be made in one way"),
      at: range,
      hint: Phrase(
        vi: "ghi một trong count, sum, min, max, any, all, first",
        en: "write one of count, sum, min, max, any, all, first"))
  }
  fileprivate static func sumOfRate(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "plan.sum-of-rate",
      Phrase(
        vi: "biểu thức là tỷ lệ, không được cộng các tỷ lệ",
        en: "the expression is a rate, and rates are not added up"), at: range)
  }
  fileprivate static func notSummable(_ typed: TypedExpression, at range: SourceRange?) -> Diagnostic {
    let what = typed.type.isExactNumber ? typed.role.phrase : typed.type.phrase
    return Diagnostic(
      "plan.not-summable",
      Phrase(
        vi: "biểu thức là \(what.vi), không được cộng",
        en: "the expression is \(what.en), which is not added up"), at: range,
      hint: typed.type == .bool
        ? Phrase(
          vi: "dùng count để đếm các dòng thỏa điều kiện", en: "count the rows it is true of by `count`")
        : nil)
  }
  fileprivate static func noExtreme(_ type: ColumnType, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "rollup.type",
      Phrase(
        vi: "biểu thức là \(type.phrase.vi), cần số hoặc ngày",
        en: "the expression is \(type.phrase.en), and a number or a day is needed"), at: range)
  }
}
