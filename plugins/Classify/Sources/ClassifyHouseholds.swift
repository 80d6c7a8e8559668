public import Diagnostics
import Expressions
public import StageKit
import Standards
public import Tables

/// Says of each household which class it is in by a poverty standard, and of what it is deprived.
///
/// Nothing is guessed: a household of which something is missing on which its class depends has none, and that is told.
public struct ClassifyHouseholds: BatchStage {
  /// The word after `use:`.
  public static let name = "households.classify"
  /// One sentence for lists of stages.
  public static let summary = Phrase(
    vi: "Phân loại hộ theo một chuẩn nghèo và đếm các thiếu hụt của hộ.",
    en: "Classifies households by a poverty standard and counts their deprivations.")
  /// The standards, of which one is used.
  public static let resources: [any Resource.Type] = [StandardLibrary.self]
  /// The words of its codes.
  public static let explanations = classifyExplanations

  private let options: ClassifyOptions
  /// A step with these options.
  public init(_ options: ClassifyOptions) { self.options = options }

  /// Chooses the standard, finds the columns and checks the expressions.
  public func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork> {
    guard let standard = options.chosenStandard(&plan), let rules = standard.rules,
      let inputs = FoundInputs(options, standard, rules, in: input, &plan)
    else { return Planned(input) { batch, _ in batch } }
    let output = inputs.output(options, standard, rules)
    for field in output where input[field.name] != nil {
      let isStandard = field.name == inputs.prefix + FoundInputs.standardColumn
      plan.report(
        isStandard
          ? .standardTaken(field.name, at: options.$prefix ?? options.$standard ?? plan.range)
          : .columnTaken(field.name, at: options.$prefix ?? options.$class ?? plan.range))
    }
    let classifier = Classifier(standard.id, rules, inputs, in: input, on: plan.pipeline.referenceDate)
    return Planned(Schema(input.fields + output)) { batch, findings in
      classifier.classified(batch, &findings)
    }
  }
}
