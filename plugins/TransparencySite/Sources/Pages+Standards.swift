import Diagnostics
import Expressions
import Formats
import SiteKit
import Standards

// All that a standard lays down, part by part, made from its pack alone.
extension SiteModel {
  /// A page for each standard of the figures and plans that is more than a name.
  func standardPages() -> [Page] {
    usedStandards.filter { $0.rules != nil }.map { standardPage($0) }
  }
  private func standardPage(_ standard: Standard) -> Page {
    let name = standard.name.text
    var fields: [String: TemplateValue] = [
      "english": .text(standard.name(.en)), "meta": .list(meta(of: standard)),
      "marks": .list(marks(of: standard)),
    ]
    if let rules = standard.rules { fields.merge(parts(of: rules)) { $1 } }
    return page(
      path(of: standard), "standard", title: name,
      description: words(.standardDescription, ["name": name]),
      crumbs: [
        Crumb(name: words(.methodTitle), path: "phuong-phap/index.html"), Crumb(name: name),
      ], fields)
  }
  /// How many parts were compared in which way, of the ways there are.
  private func marks(of standard: Standard) -> [TemplateValue] {
    Checked.allCases.compactMap { checked in
      let count = standard.clauses.count { $0.checked == checked }
      guard count > 0 else { return nil }
      return [
        "name": .text(checked.note?.text ?? words(.standardCheckedText)),
        "text": .text(words(.standardCount, ["count": "\(count)"])),
      ]
    }
  }
  private func parts(of rules: ClassRules) -> [String: TemplateValue] {
    let named = rules.namedFlags
    return [
      "unit": .text(words(rules.period == .year ? .standardYear : .standardMonth)),
      "lines": .list(rules.lines.map { record($0) }),
      "indicators": .list(rules.indicators.enumerated().map { record($1, number: $0 + 1) }),
      "cutoff": cutoff(of: rules), "classes": .list(rules.rules.map { record($0, of: rules) }),
      "flags": .list(
        rules.indicators.filter { named.contains($0.flag) }.map { ["text": .text($0.flagPhrase.text)] }),
      "gap": .optional(rules.gap?.phrase.text.uppercasedFirst),
      "points": points(of: rules),
      "columns": .list(
        rules.household.map { record($0, of: .standardHousehold) }
          + rules.member.map { record($0, of: .standardMember) }),
    ]
  }
  private func record(_ clause: Clause, isProvisional: Bool) -> TemplateValue {
    [
      "text": .text(clause.text), "note": .optional(clause.checked.note?.text),
      "unsure": .flag(isProvisional),
    ]
  }
  private func record(_ line: AreaLine) -> TemplateValue {
    [
      "name": .text(line.name), "rural": .text(VietnameseNumber.text(line.rural)),
      "urban": .text(VietnameseNumber.text(line.urban)),
      "flag": .optional(line.indicator.map { "income <= \(line.name): dep_\($0)" }),
      "clause": record(line.clause, isProvisional: line.isProvisional),
    ]
  }
  private func record(_ indicator: Indicator, number: Int) -> TemplateValue {
    [
      "number": .text("\(number)"), "anchor": .text("chi-so-\(indicator.id)"),
      "name": .text(indicator.name.text), "english": .text(indicator.name(.en)),
      "dimension": .text(indicator.dimension.text), "dimension_english": .text(indicator.dimension(.en)),
      "clause": record(indicator.clause, isProvisional: indicator.isProvisional),
      "condition": indicator.condition.map { record($0) } ?? .nothing,
    ]
  }
  private func record(_ condition: IndicatorCondition) -> TemplateValue {
    [
      "meaning": .text(condition.meaning.text), "expression": .text(condition.expression.text),
      "level": .text(words(condition.level == .member ? .standardOfMember : .standardOfHousehold)),
      "clause": record(condition.clause, isProvisional: condition.isProvisional),
    ]
  }
  private func cutoff(of rules: ClassRules) -> TemplateValue {
    guard let cutoff = rules.cutoff, let of = rules.cutoffOf, let clause = rules.cutoffClause else {
      return .nothing
    }
    return [
      "text": .text(words(.standardCutoffText, ["cutoff": "\(cutoff)", "of": "\(of)"])),
      "clause": record(clause, isProvisional: false),
    ]
  }
  private func record(_ rule: ClassRule, of rules: ClassRules) -> TemplateValue {
    [
      "name": .text(rule.householdClass.phrase.text),
      "branch": .optional(rule.branch.map { branch($0, of: rules) }),
      "rule": .text(rule.condition.text),
      "clause": record(rule.clause, isProvisional: rule.isProvisional),
    ]
  }
  /// What a branch is called, and whether nobody compared that.
  private func branch(_ id: String, of rules: ClassRules) -> String {
    let name = rules.name(ofBranch: id).text
    guard let found = rules.branchNames.first(where: { $0.id == id }), found.checked == .notRead else {
      return name
    }
    return words(.standardBranch, ["name": name])
  }
  private func points(of rules: ClassRules) -> TemplateValue {
    guard let points = rules.points else { return .nothing }
    return [
      "lead": .text(words(.standardPointsLead, ["each": "\(points.perDeprivation)"])),
      "unit": .text(words(.standardPointsUnit)), "lines": .list(points.lines.map { record($0) }),
      "clause": record(points.clause, isProvisional: points.isProvisional),
      "rules": .list(points.rules.map { record($0, of: rules) }),
    ]
  }
  private func record(_ column: FormColumn, of form: SiteWord) -> TemplateValue {
    [
      "name": .text(column.name), "of": .text(words(form)), "meaning": .text(column.meaning.text),
      "limits": .optional(column.limits?.text),
      "clause": column.clause.map { record($0, isProvisional: column.isProvisional) } ?? .nothing,
    ]
  }
}
