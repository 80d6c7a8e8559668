import Diagnostics
import Expressions
import StageKit
import Standards

extension StandardSheet {
  /// The parts of the rules, in the order of the act: lines, forms, indicators, cut-off, classes, points.
  static func parts(_ rules: ClassRules) -> [Part] {
    var parts = rules.lines.map { line($0, "income_lines") }
    parts += rules.household.map { column($0, "form.household") }
    parts += rules.member.map { column($0, "form.member") }
    parts += rules.indicators.enumerated().map { indicator($1, $0 + 1) }
    parts += rules.indicators.compactMap(condition)
    if let cutoff = rules.cutoff, let of = rules.cutoffOf {
      let text = Phrase(vi: "từ \(cutoff) trên \(of) chỉ số", en: "from \(cutoff) of \(of) indicators")
      parts.append(Part(section: "cutoff", name: "cutoff", text: text, clause: rules.cutoffClause))
    }
    parts += rules.branchNames.map(branch)
    parts += classes(rules.rules, rules, "classes")
    let named = rules.namedFlags
    parts += rules.indicators.filter { named.contains($0.flag) }.map {
      Part(section: "classes", name: $0.flag, text: $0.flagPhrase)
    }
    if let gap = rules.gap { parts.append(Part(section: "classes", name: "gap", text: gap.phrase)) }
    guard let points = rules.points else { return parts }
    parts += points.lines.map { line($0, "points", isProvisional: points.isProvisional) }
    let text = Phrase(
      vi: "\(points.perDeprivation) điểm mỗi chỉ số thiếu hụt",
      en: "\(points.perDeprivation) points for each deprivation")
    parts.append(
      Part(
        section: "points", name: "per_deprivation", text: text, clause: points.clause,
        isProvisional: points.isProvisional))
    return parts
      + classes(points.rules, rules, "points.classes", isProvisional: points.isProvisional)
  }

  private static func line(
    _ line: AreaLine, _ section: String, isProvisional: Bool = false
  ) -> Part {
    func amount(_ value: Int64, _ language: Language) -> String { Int(value).grouped(language) }
    let unit =
      line.period.map {
        Phrase(vi: " đồng/người/\($0.phrase.vi)", en: " đồng per person and \($0.phrase.en)")
      } ?? Phrase(vi: " điểm", en: " points")
    let of =
      line.indicator.map {
        Phrase(
          vi: "; từ mức này trở xuống là thiếu hụt \($0)", en: "; at or below it is deprived in \($0)")
      } ?? Phrase(same: "")
    return Part(
      section: section, name: line.name,
      text: Phrase(
        vi:
          "\(line.name): nông thôn \(amount(line.rural, .vi)), thành thị \(amount(line.urban, .vi))\(unit.vi)\(of.vi)",
        en:
          "\(line.name): rural \(amount(line.rural, .en)), urban \(amount(line.urban, .en))\(unit.en)\(of.en)"
      ),
      clause: line.clause, isProvisional: line.isProvisional || isProvisional)
  }
  private static func column(_ column: FormColumn, _ section: String) -> Part {
    let limits = column.limits.map { Phrase(same: "; ") + $0 } ?? Phrase(same: "")
    return Part(
      section: section, name: column.name,
      text: Phrase(
        vi: "\(column.name) (\(column.kind.phrase.vi)): \(column.meaning.vi)\(limits.vi)",
        en: "\(column.name) (\(column.kind.phrase.en)): \(column.meaning.en)\(limits.en)"),
      clause: column.clause, isProvisional: column.isProvisional)
  }
  private static func indicator(_ indicator: Indicator, _ number: Int) -> Part {
    Part(
      section: "indicators", name: indicator.id,
      text: Phrase(
        vi: "\(number). \(indicator.dimension.vi): \(indicator.name.vi) (\(indicator.id))",
        en: "\(number). \(indicator.dimension.en): \(indicator.name.en) (\(indicator.id))"),
      clause: indicator.clause, isProvisional: indicator.isProvisional)
  }
  private static func condition(_ indicator: Indicator) -> Part? {
    guard let condition = indicator.condition else { return nil }
    let of =
      condition.level == .member
      ? Phrase(vi: "có một thành viên", en: "any member") : Phrase(vi: "hộ", en: "the household")
    return Part(
      section: "conditions", name: indicator.id,
      text: Phrase(
        vi: "\(indicator.id): \(condition.meaning.vi) \(of.vi): \(condition.expression.text)",
        en: "\(indicator.id): \(condition.meaning.en) \(of.en): \(condition.expression.text)"),
      clause: condition.clause, isProvisional: condition.isProvisional)
  }
  private static func branch(_ branch: BranchName) -> Part {
    let note = branch.checked.note.map { Phrase(vi: " [\($0.vi)]", en: " [\($0.en)]") } ?? Phrase(same: "")
    return Part(
      section: "branches", name: branch.id,
      text: Phrase(
        vi: "\(branch.id): \(branch.name.vi)\(note.vi)", en: "\(branch.id): \(branch.name.en)\(note.en)"))
  }
  private static func classes(
    _ list: [ClassRule], _ rules: ClassRules, _ section: String, isProvisional: Bool = false
  ) -> [Part] {
    list.map { rule in
      let branch = rule.branch.map { rules.name(ofBranch: $0) }
      return Part(
        section: section,
        name: rule.householdClass.rawValue + (rule.branch.map { "/\($0)" } ?? ""),
        text: Phrase(
          vi: rule.householdClass.phrase.vi + (branch.map { " (\($0.vi))" } ?? "")
            + ": \(rule.condition.text)",
          en: rule.householdClass.phrase.en + (branch.map { " (\($0.en))" } ?? "")
            + ": \(rule.condition.text)"),
        clause: rule.clause, isProvisional: rule.isProvisional || isProvisional)
    }
  }
}
