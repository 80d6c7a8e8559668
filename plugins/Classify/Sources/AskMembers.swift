public import Diagnostics
import Expressions
public import StageKit
import Standards
public import Tables

/// Asks each member of a household the conditions of a poverty standard that are asked of members.
///
/// Ages are those on the reference date. The answers are brought together to households by `rows.rollup` with `any`, and
/// `households.classify` takes them: whose answer is missing blocks the class, unless another member is deprived. A day of
/// birth after the reference date, or longer before it than the pack lets, is no answer and is told.
public struct AskMembers: BatchStage {
  /// The word after `use:`.
  public static let name = "members.ask"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Hỏi từng thành viên các điều kiện thiếu hụt của một chuẩn nghèo.",
    en: "Asks each member the conditions of deprivation of a poverty standard.")
  /// The standards, of which one is used.
  public static let resources: [any Resource.Type] = [StandardLibrary.self]
  /// The words of its codes.
  public static let explanations = classifyExplanations

  /// The options of `members.ask`.
  public struct Options: StageOptions {
    @Option(
      vi: "Mã chuẩn nghèo; không khai thì là chuẩn áp dụng vào reference_date.",
      en: "Id of the standard; unless said, the one that is valid on `reference_date`.")
    var standard: String?
    @Option(
      vi: "Những chỉ số cần hỏi; không khai thì mọi chỉ số mà chuẩn hỏi từng thành viên.",
      en: "The indicators to ask; unless said, all that the standard asks of members.")
    var indicators: [String]?
    @Option(
      vi: "Chữ đứng trước tên mọi cột được thêm.",
      en: "What stands before the name of every column that is added.", default: "")
    var prefix: String
    @Option(
      vi: "Mã tỉnh của số liệu, cần cho chuẩn của một tỉnh.",
      en: "The province of the rows, which a standard of a province needs.")
    var province: String?
    @Option(
      vi: "Cho dùng những phần chưa chắc chắn của chuẩn.",
      en: "Lets parts of the standard be used that are not certain.", default: false)
    var allowProvisional: Bool
    /// Options not yet read.
    public init() {}
  }
  private let options: Options
  /// A step with these options.
  public init(_ options: Options) { self.options = options }

  /// Chooses the standard and checks its conditions against the columns.
  public func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    guard let standard = options.choice.chosen(&plan), let asked = options.indicators(of: standard, &plan)
    else { return Planned(input) { batch, _ in batch } }
    let unsure = standard.provisionalParts(byPoints: false, conditions: asked.map(\.id))
      .filter { $0 == "*" || $0.hasPrefix("indicators.") }
    guard options.choice.allows(unsure, of: standard, &plan) else {
      return Planned(input) { batch, _ in batch }
    }
    var answers: [TypedExpression] = []
    var output = input.fields
    for indicator in asked {
      guard let condition = indicator.condition else { continue }
      let place = options.$indicators ?? options.$standard ?? plan.range
      guard let answer = condition.asked(of: input, for: indicator, at: place, &plan) else { continue }
      let name = options.prefix + "dep_" + indicator.id
      if input[name] != nil { plan.report(.columnTaken(name, at: options.$prefix ?? plan.range)) }
      answers.append(answer)
      output.append(Field(name, .bool, .flag, from: answer.columns))
    }
    let sheet = AnswerSheet(
      standard.rules?.member ?? [], used: Set(answers.flatMap(\.columns)), in: input,
      on: plan.pipeline.referenceDate)
    return Planned(Schema(output)) { [answers] batch, findings in
      let clean = sheet.clean(batch, &findings)
      return Batch(
        batch.columns + answers.map { $0.evaluate(clean).column }, count: batch.count, origin: batch.origin)
    }
  }
}

extension AskMembers.Options {
  fileprivate var choice: StandardChoice {
    StandardChoice(
      id: standard, place: $standard, province: province, provincePlace: $province,
      allowsProvisional: allowProvisional)
  }
  /// The indicators to ask, in the order of the standard; `nil` when there is none, which was noted.
  fileprivate func indicators(of standard: Standard, _ plan: inout Planning) -> [Indicator]? {
    let all = (standard.rules?.indicators ?? []).filter { $0.condition?.level == .member }
    for id in indicators ?? [] where !all.contains(where: { $0.id == id }) {
      plan.report(.notOfMembers(id, standard, all.map(\.id), at: $indicators))
    }
    let wanted = indicators.map { ids in all.filter { ids.contains($0.id) } } ?? all
    if all.isEmpty { plan.report(.noMemberConditions(standard, at: $standard ?? plan.range)) }
    return wanted.isEmpty ? nil : wanted
  }
}
extension IndicatorCondition {
  /// The condition, asked of rows; what they lack for it is noted.
  func asked(
    of schema: Schema, for indicator: Indicator, at range: SourceRange?, _ plan: inout Planning
  ) -> TypedExpression? {
    do throws(ExpressionProblems) {
      return try expression.typed(in: schema, referenceDate: plan.pipeline.referenceDate)
    } catch {
      for problem in error.all { plan.report(.condition(indicator, self, problem, at: range)) }
      return nil
    }
  }
}
