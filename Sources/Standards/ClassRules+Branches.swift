import Diagnostics
import StageKit

// The ways to a class that a pack names, and those that its rules lead by.
extension ClassRules {
  /// Notes ways that nothing leads to, ways without a name, and rules that lose the way where the class has several.
  func checkBranches(_ fields: StandardFields, _ problems: inout Diagnostics) {
    let named = (fields.branches?.entries ?? []).map(\.name)
    for branch in fields.branches?.entries ?? [] where !branches.contains(branch.name) {
      problems.add(.noBranch(branch.name, branches, at: branch.range))
    }
    for rules in [fields.classes ?? [], fields.points?.classes ?? []] {
      for rule in rules {
        if let branch = rule.branch {
          guard fields.branches != nil, !named.contains(branch) else { continue }
          problems.add(.unknownBranch(branch, named, at: rule.$branch))
        } else if rules.contains(where: { $0.class == rule.class && $0.branch != nil }) {
          problems.add(.branchless(rule.class, at: rule.$class))
        }
      }
    }
  }
}
extension Diagnostic {
  fileprivate static func noBranch(_ name: String, _ branches: [String], at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      "standards.branch",
      Phrase(vi: "không quy tắc nào có đường '\(name)'", en: "no rule has the branch '\(name)'"), at: range,
      hint: branches.suggestion(for: name)
        ?? Phrase(vi: "bỏ dòng ấy, hoặc ghi branch ở quy tắc", en: "remove it, or write `branch` in a rule"))
  }
  fileprivate static func unknownBranch(_ name: String, _ named: [String], at range: SourceRange?)
    -> Diagnostic
  {
    Diagnostic(
      "standards.branch",
      Phrase(
        vi: "đường '\(name)' không có tên ở branches", en: "the branch '\(name)' has no name in `branches`"),
      at: range,
      hint: named.suggestion(for: name)
        ?? Phrase(vi: "thêm tên của đường vào branches", en: "add its name to `branches`"))
  }
  fileprivate static func branchless(_ found: HouseholdClass, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.branch",
      Phrase(
        vi: "quy tắc này của '\(found.phrase.vi)' không nêu đường, mà quy tắc khác của loại ấy có nêu",
        en: "this rule of '\(found.phrase.en)' names no branch, and another rule of the class does"),
      at: range,
      hint: Phrase(
        vi: "ghi branch ở mọi quy tắc của loại ấy, hoặc không quy tắc nào",
        en: "write `branch` in every rule of the class, or in none"))
  }
}
