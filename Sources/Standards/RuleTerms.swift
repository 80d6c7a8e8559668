import Diagnostics
import Expressions
import StageKit
import Tables

/// The words of which the rules of one list may be made: names alone, compared with names of their kind, and flags.
///
/// A reader has the amounts of the decree beside the names of the pack: an amount within a rule would stand beside none.
/// What cannot be answered stays unanswered through such rules, so nobody has a class by what is missing.
struct RuleTerms {
  let schema: Schema
  /// What is measured: the income, or the points of the two forms.
  private let measures: [String]
  private let lines: [String]
  private let counts = ["deprivations", "cutoff"]
  /// The most deprivations that there can be.
  private let most: Int64
  private let flags: [String]
  private let isOfPoints: Bool
  /// The key of the pack under which its lines stand.
  private let key: String

  init(of rules: ClassRules, _ points: PointRules? = nil) {
    schema = points == nil ? rules.schema() : rules.pointSchema
    measures = points == nil ? ["income"] : ["b1", "b2"]
    lines = (points?.lines ?? rules.lines).map(\.name)
    key = points == nil ? "income_lines" : "points.lines"
    most = rules.cutoffOf ?? 0
    flags = rules.flags
    isOfPoints = points != nil
  }
  /// The first thing of a rule that is no comparison of names; `nil` where there is none.
  func problem(in rule: ExpressionText) -> Diagnostic? {
    for question in rule.expression.questions where !question.isInner {
      if let problem = problem(in: question, rule) { return problem }
    }
    return nil
  }
  private func problem(in question: Question, _ rule: ExpressionText) -> Diagnostic? {
    let text = rule.expression.text(of: question.range)
    if question.kind == .other, case .column(let name)? = question.sides.first?.kind, flags.contains(name) {
      return isOfPoints ? .flagOfPoints(name, at: rule.range(of: question.range)) : nil
    }
    guard question.kind == .comparison else { return .noComparison(text, at: rule.range(of: question.range)) }
    let names = Set(question.sides.flatMap(\.columns))
    for side in question.sides {
      let (part, place) = (rule.expression.text(of: side.range), rule.range(of: side.range))
      switch side.kind {
      case .column: continue
      case .text(let word) where names == ["area"]:
        if !LineArea.words.contains(word) { return .noArea(word, at: place) }
      case .number where isCount(part, names): continue
      case .text, .number, .other:
        if !names.isDisjoint(with: measures + lines) {
          return .ownAmount(part, ofNumber: side.kind == .number, key: key, at: place)
        }
        guard !names.isDisjoint(with: counts) else {
          return .noComparison(text, at: rule.range(of: question.range))
        }
        return .ownCount(part, most: most, at: place)
      }
    }
    guard areAlike(names) else { return .unlike(text, at: rule.range(of: question.range)) }
    return nil
  }
  /// Whether deprivations are compared with a number that they can have: acts name such numbers, and no amount is hidden in them.
  private func isCount(_ number: String, _ names: Set<String>) -> Bool {
    names.contains("deprivations") && names.isSubset(of: counts)
      && Int64(number).map { (0...most).contains($0) } ?? false
  }
  /// Whether things of one kind are compared: one measure with lines, deprivations with the cut-off, areas with their words.
  private func areAlike(_ names: Set<String>) -> Bool {
    let amounts = names.subtracting(lines)
    return names == ["area"] || names.isSubset(of: counts)
      || amounts.count <= 1 && amounts.isSubset(of: measures)
  }
}

extension LineArea {
  /// The words of the column `area`.
  fileprivate static let words = ["rural", "urban"]
}
extension Diagnostic {
  fileprivate static func ownAmount(
    _ part: String, ofNumber isNumber: Bool, key: String, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "standards.amount",
      isNumber
        ? Phrase(
          vi: "quy tắc có mức không tên \(part)", en: "the rule has an amount without a name: \(part)")
        : Phrase(
          vi: "quy tắc so với mức tự tính '\(part)'", en: "the rule works out an amount of its own: '\(part)'"
        ),
      at: range,
      hint: Phrase(
        vi: "ghi mức ấy vào \(key) với tên và điều khoản, rồi dùng tên ấy ở đây",
        en: "give the amount a name and clause in `\(key)`, and write that name here"))
  }
  fileprivate static func ownCount(_ part: String, most: Int64, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.amount",
      Phrase(
        vi: "quy tắc so số thiếu hụt với '\(part)'", en: "the rule holds deprivations against '\(part)'"),
      at: range,
      hint: Phrase(
        vi: "so deprivations với cutoff, hoặc với một số nguyên từ 0 đến \(most)",
        en: "compare `deprivations` with `cutoff`, or with a whole number from 0 to \(most)"))
  }
  fileprivate static func unlike(_ text: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.amount",
      Phrase(
        vi: "'\(text)' so những thứ không cùng loại", en: "'\(text)' compares things that are not alike"),
      at: range,
      hint: Phrase(
        vi:
          "so một trong income, b1, b2 với tên các mức; deprivations với cutoff hoặc số nguyên; area với 'rural', 'urban'; dep_… đứng một mình",
        en:
          "compare one of income, b1, b2 with lines by name; deprivations with cutoff or a whole number; area with 'rural', 'urban'; dep_… stands alone"
      ))
  }
  fileprivate static func flagOfPoints(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.rule",
      Phrase(
        vi: "quy tắc theo điểm hỏi '\(name)', mà điểm không cho biết hộ thiếu hụt chỉ số nào",
        en:
          "a rule over points asks '\(name)', and points do not tell in which indicators a household is deprived"
      ), at: range,
      hint: Phrase(
        vi: "so b1, b2 với tên các ngưỡng; hỏi chỉ số ở classes",
        en: "compare b1 and b2 with limits by name; ask indicators in `classes`"))
  }
  fileprivate static func noArea(_ word: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.rule",
      Phrase(vi: "'\(word)' không phải là khu vực", en: "'\(word)' is no area"), at: range,
      hint: LineArea.words.suggestion(for: word))
  }
  fileprivate static func noComparison(_ text: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.rule",
      Phrase(vi: "'\(text)' không phải là phép so sánh các tên", en: "'\(text)' is no comparison of names"),
      at: range,
      hint: Phrase(
        vi:
          "viết các phép so sánh, hoặc tên dep_… của chỉ số, nối bằng AND, OR, NOT; hộ còn thiếu dữ liệu thì không có loại, và được báo",
        en:
          "write comparisons, or dep_… of indicators, joined by AND, OR, NOT; a household of which something is missing has no class, and is told"
      ))
  }
}
