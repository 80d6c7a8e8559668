public import Diagnostics
import Expressions
public import Tables

/// One poverty standard of the country or of a province: what it is called, what lays it down, and for which reviews.
///
/// Two figures under different standards are never compared or joined to one line.
public struct Standard: Sendable, Hashable {
  /// The id that figures and plans name, such as `vn-2022`.
  public let id: String
  /// What readers call it.
  public let name: Phrase
  /// The decrees and decisions that lay it down, each with number, day and clause.
  public let legalBasis: [String]
  /// The first day of a review under it.
  public let validFrom: Day
  /// The last day of a review under it; `nil` while none is laid down.
  public let validTo: Day?
  /// Who is poor and who is near-poor under it, in a sentence or two.
  public let meaning: Phrase
  /// The province in which it is in force; `nil` for the whole country.
  public let scope: Scope?
  /// Why the whole pack is not certain; `nil` for one that may be used as it is.
  public let provisional: Phrase?
  /// What was not compared with the text of the acts; `nil` when all was.
  public let unchecked: Phrase?
  /// How the class of a household is decided; `nil` for a standard that is only named.
  public let rules: ClassRules?
  /// Where the text of the pack was written.
  public let range: SourceRange?

  /// Whether a review on a day may be under this standard.
  public func isValid(on day: Day) -> Bool { day >= validFrom && validTo.map { day <= $0 } ?? true }
}

extension Standard {
  /// The clause of every part, in the order of the pack.
  public var clauses: [Clause] {
    guard let rules else { return scope.map { [$0.clause] } ?? [] }
    var found = (scope.map { [$0.clause] } ?? []) + rules.lines.map(\.clause)
    found += (rules.household + rules.member).compactMap(\.clause)
    for indicator in rules.indicators {
      found += [indicator.clause] + (indicator.condition.map { [$0.clause] } ?? [])
    }
    found += (rules.cutoffClause.map { [$0] } ?? []) + rules.rules.map(\.clause)
    guard let points = rules.points else { return found }
    return found + [points.clause] + points.lines.map(\.clause) + points.rules.map(\.clause)
  }
  /// What is not certain of all by which households are classified, in the words of the pack's file.
  ///
  /// - Parameters:
  ///   - points: Whether they are classified by points.
  ///   - conditions: Indicators whose condition in the pack is used.
  /// - Returns: `*` for the whole pack, else the names of its parts.
  public func provisionalParts(byPoints points: Bool, conditions: [String] = []) -> [String] {
    guard provisional == nil else { return ["*"] }
    guard let rules else { return [] }
    let asked = rules.indicators.filter { conditions.contains($0.id) && rules.isUnsure($0.condition) }
    let unsure = rules.indicators.filter(\.isProvisional).map { "indicators.\($0.id)" }
    let conditions = asked.map { "indicators.\($0.id).condition" }
    let lines = points ? rules.points?.lines ?? [] : rules.lines
    let of = points ? "points.lines" : "income_lines"
    let unsureRules = (points ? rules.points?.rules ?? [] : rules.rules).filter(\.isProvisional)
    return lines.filter(\.isProvisional).map { "\(of).\($0.name)" }
      + unsureRules.map { "\(points ? "points." : "")classes.\($0.householdClass.rawValue)" }
      + (points && rules.points?.isProvisional == true ? ["points"] : []) + unsure + conditions
  }
}

extension Standard {
  /// The parts without which nobody is classified, in the words of the pack's file; empty when the pack has them.
  public var missingParts: [String] {
    guard let rules else { return ["income_lines", "classes"] }
    let indicators = rules.cutoff != nil && rules.indicators.isEmpty ? ["indicators"] : []
    return indicators + (rules.rules.isEmpty ? ["classes"] : [])
  }
}
extension ClassRules {
  /// Whether a condition, or what a column asks of which it speaks, is not certain.
  fileprivate func isUnsure(_ condition: IndicatorCondition?) -> Bool {
    guard let condition else { return false }
    let columns = columns(of: condition)
    return condition.isProvisional || columns.contains(where: \.isProvisional)
  }
  /// The columns of the form of which a condition speaks.
  private func columns(of condition: IndicatorCondition) -> [FormColumn] {
    let form = condition.level == .household ? household : member
    do throws(ExpressionProblems) {
      let names = try condition.expression.typed(in: form.schema, referenceDate: Day(number: 0)).columns
      return form.filter { names.contains($0.name) }
    } catch { return [] }
  }
}
