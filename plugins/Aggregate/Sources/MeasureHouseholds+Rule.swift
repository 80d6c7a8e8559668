import Diagnostics
import Measures
import StageKit
import Tables

extension MeasureHouseholds.Options {
  /// The columns of deprivations with the ids of their indicators; what is wrong is noted.
  func flags(in schema: Schema, _ plan: inout Planning) -> [(column: Int, id: String)] {
    let found = plan.flags(deprivations, in: schema)
    // Two bits of a vector say whether the household counts, and whether its income is within the line.
    if found.isEmpty || found.count > HouseholdMeasures.mostFlags {
      let problem = MeasureProblem.indicatorCount(found.count, most: HouseholdMeasures.mostFlags)
      plan.report(.measures(problem, at: $deprivations ?? plan.range))
      return Array(found.prefix(HouseholdMeasures.mostFlags))
    }
    for (index, flag) in found.enumerated() where found[..<index].contains(where: { $0.id == flag.id }) {
      plan.report(.columnTwice(flag.id, at: $deprivations))
    }
    return found
  }
  /// Who is poor, by the options; a rule that stands in for it when they say none, which has then been noted.
  func rule(_ ids: [String], _ plan: inout Planning) -> DeprivationRule? {
    guard !ids.isEmpty else { return nil }
    guard let homes = dimensions(of: ids, &plan) else { return nil }
    let indicators = ids.map { DeprivationRule.Indicator($0, dimension: homes[$0]) }
    do throws(MeasureProblem) {
      let weights = try self.weights(of: ids, &plan)
      guard let weights else { return nil }
      guard let cutoff = share(of: weights) else {
        plan.report(.cutoffText(cutoff, at: $cutoff))
        return nil
      }
      return try DeprivationRule(indicators, weights: weights, cutoff: cutoff, needsIncome: withinLine != nil)
    } catch {
      plan.report(.measures(error, at: error.code == "measures.cutoff" ? $cutoff : $weights ?? $dimensions))
      return nil
    }
  }
  /// The dimension of each indicator; each indicator is in one when any is.
  private func dimensions(of ids: [String], _ plan: inout Planning) -> [String: String]? {
    var homes: [String: String] = [:]
    for entry in dimensions?.entries ?? [] {
      for id in entry.value {
        guard ids.contains(id), homes[id] == nil else {
          plan.report(.dimension(id, isKnown: ids.contains(id), ids, at: entry.range))
          return nil
        }
        homes[id] = entry.name
      }
    }
    if let dimensions, let lost = ids.first(where: { homes[$0] == nil }) {
      plan.report(.withoutDimension(lost, at: dimensions.entries.first?.range ?? plan.range))
      return nil
    }
    return homes
  }
  private func weights(
    of ids: [String], _ plan: inout Planning
  ) throws(MeasureProblem) -> IndicatorWeights? {
    guard let weights else {
      guard let dimensions else { return try .equal(ids.count) }
      let nested = try IndicatorWeights.nested(dimensions.entries.map(\.value.count))
      let order = dimensions.entries.flatMap(\.value)
      return try IndicatorWeights(
        ids.map { id in order.firstIndex(of: id).map { nested[$0] } ?? Fraction(0) })
    }
    for entry in weights.entries where !ids.contains(entry.name) {
      plan.report(.weight(entry.name, ids, at: entry.range))
      return nil
    }
    var found: [Fraction] = []
    for id in ids {
      guard let weight = weights[id].flatMap({ Fraction(share: $0) }) else {
        plan.report(.weight(id, ids, at: $weights))
        return nil
      }
      found.append(weight)
    }
    return try IndicatorWeights(found)
  }
  /// The cut-off as a share of the weights; a number of indicators is one where all weigh the same.
  private func share(of weights: IndicatorWeights) -> Fraction? {
    if let share = Fraction(share: cutoff) { return share }
    guard let count = Int128(cutoff), cutoff.utf8.allSatisfy({ (48...57).contains($0) }),
      Set(weights.parts).count == 1
    else { return nil }
    return Fraction(count, over: Int128(weights.parts.count))
  }
}

extension Planning {
  /// The columns of deprivations, those named or every `dep_…`, with the ids of their indicators.
  mutating func flags(_ names: [ColumnName]?, in schema: Schema) -> [(column: Int, id: String)] {
    let prefix = "dep_"
    guard let names else {
      return schema.fields.enumerated().filter { $1.type == .bool && $1.name.hasPrefix(prefix) }
        .map { ($0, String($1.name.dropFirst(prefix.count))) }
    }
    return names.compactMap { name in
      let found = column(name, in: schema, as: Bool.self)
      guard found.index >= 0 else { return nil }
      let isPlain = !name.text.hasPrefix(prefix)
      return (found.index, isPlain ? name.text : String(name.text.dropFirst(prefix.count)))
    }
  }
  /// A column of groups; one of numbers or days is noted.
  mutating func group(_ name: ColumnName, in schema: Schema) -> (column: Int, name: String)? {
    guard let found = column(name, in: schema) else { return nil }
    if found.field.type != .text, found.field.type != .bool {
      report(.groupType(found.field, at: name.range))
    }
    return (found.index, found.field.name)
  }
}

extension Diagnostic {
  static func measures(_ problem: MeasureProblem, at range: SourceRange?) -> Diagnostic {
    Diagnostic(problem.code, problem.phrase, at: range, hint: hint(problem))
  }
  private static func hint(_ problem: MeasureProblem) -> Phrase? {
    switch problem {
    case .indicatorCount:
      Phrase(
        vi: "deprivations: [dep_water, dep_toilet], là các cột có hay không",
        en: "`deprivations: [dep_water, dep_toilet]`, columns of yes or no")
    case .weights:
      Phrase(
        vi: "viết mỗi trọng số là phân số như 1/12; cộng cả các chỉ số phải đúng bằng 1",
        en: "write each weight as a fraction such as 1/12; those of all indicators are exactly 1 together")
    case .cutoff: cutoffHint
    default: nil
    }
  }
  private static var cutoffHint: Phrase {
    Phrase(
      vi: "một phân số như 3/12, hay một số chỉ số như 3 khi mọi chỉ số cùng trọng số",
      en: "a fraction such as 3/12, or a number of indicators such as 3 where all weigh the same")
  }
  static func cutoffText(_ text: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "measures.cutoff", Phrase(vi: "'\(text)' không phải ngưỡng", en: "'\(text)' is no cut-off"), at: range,
      hint: cutoffHint)
  }
  static func dimension(_ id: String, isKnown: Bool, _ ids: [String], at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "measures.dimension",
      isKnown
        ? Phrase(vi: "chỉ số '\(id)' nằm trong hai chiều", en: "the indicator '\(id)' is in two dimensions")
        : Phrase(vi: "không có chỉ số '\(id)'", en: "there is no indicator '\(id)'"), at: range,
      hint: isKnown
        ? Phrase(vi: "để nó trong một chiều", en: "leave it in one dimension")
        : Phrase(same: ids.joined(separator: ", ")))
  }
  static func withoutDimension(_ id: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "measures.dimension",
      Phrase(vi: "chỉ số '\(id)' không thuộc chiều nào", en: "the indicator '\(id)' is in no dimension"),
      at: range,
      hint: Phrase(
        vi: "ghi nó vào một chiều của dimensions, hoặc bỏ nó khỏi deprivations",
        en: "put it into a dimension of `dimensions`, or leave it out of `deprivations`"))
  }
  static func weight(_ id: String, _ ids: [String], at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "measures.weights",
      ids.contains(id)
        ? Phrase(
          vi: "chỉ số '\(id)' cần một trọng số là phân số, như 1/12",
          en: "the indicator '\(id)' needs a weight that is a fraction, such as 1/12")
        : Phrase(vi: "không có chỉ số '\(id)'", en: "there is no indicator '\(id)'"), at: range,
      hint: ids.contains(id)
        ? Phrase(same: "weights: { \(id): 1/12 }") : Phrase(same: ids.joined(separator: ", ")))
  }
}
