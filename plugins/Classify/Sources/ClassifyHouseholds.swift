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
      let inputs = FoundInputs(options, rules, in: input, &plan)
    else { return Planned(input) { batch, _ in batch } }
    let output = inputs.output(options.class, rules)
    for field in output where input[field.name] != nil {
      plan.report(.columnTaken(field.name, at: options.$class ?? plan.range))
    }
    let classifier = Classifier(rules, inputs)
    return Planned(Schema(input.fields + output)) { batch, findings in
      classifier.classified(batch, &findings)
    }
  }
}

extension ClassifyOptions {
  /// The standard that is named, else the only one that is valid on the reference date; what is wrong is noted.
  func chosenStandard(_ plan: inout Planning) -> Standard? {
    let library = plan[StandardLibrary.self]
    let day = plan.pipeline.referenceDate
    guard let standard = named(in: library, &plan) ?? only(of: library, on: day, &plan) else { return nil }
    if let day, !standard.isValid(on: day) {
      plan.report(.standardThen(standard, on: day, at: $standard))
      return nil
    }
    guard standard.rules != nil else {
      plan.report(.standardWithoutRules(standard, at: $standard ?? plan.range))
      return nil
    }
    return standard
  }
  private func named(in library: StandardLibrary, _ plan: inout Planning) -> Standard? {
    guard let standard else { return nil }
    do throws(Diagnostics) { return try library.resolve(standard, at: $standard) } catch {
      plan.report(error)
      return nil
    }
  }
  private func only(of library: StandardLibrary, on day: Day?, _ plan: inout Planning) -> Standard? {
    guard standard == nil else { return nil }
    guard let day else {
      plan.report(.standardNotNamed(at: plan.range))
      return nil
    }
    let valid = library.valid(on: day)
    if valid.count != 1 { plan.report(.standards(valid, on: day, at: plan.range)) }
    return valid.count == 1 ? valid[0] : nil
  }
}
