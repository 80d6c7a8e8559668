import Diagnostics
import Expressions
import StageKit
import Tables

// What is wrong with the rules of a pack, told at its place.
extension ClassRules {
  func check(_ fields: StandardFields, _ problems: inout Diagnostics) {
    if let classes = fields.classes { check(classes, fields.$classes, schema(), &problems) }
    if let points = fields.points { check(points.classes, points.$classes, pointSchema, &problems) }
    if let lines = fields.incomeLines { checkLines(lines, &problems) }
    for indicator in fields.indicators ?? [] {
      guard let condition = indicator.condition else { continue }
      check(condition.household, household.schema, fields.valid.from, &problems)
      check(condition.member, member.schema, fields.valid.from, &problems)
    }
    for branch in fields.branches?.entries ?? [] where !branches.contains(branch.name) {
      problems.add(.noBranch(branch.name, branches, at: branch.range))
    }
  }
  /// Notes lines of several periods, and lines that do not rise: the bands between them would overlap.
  private func checkLines(_ fields: Mapping<LineFields>, _ problems: inout Diagnostics) {
    for (index, line) in lines.enumerated().dropFirst() {
      let (below, range) = (lines[index - 1], fields.entries[index].range)
      guard line.period == below.period else {
        problems.add(.periods(below, line, at: range))
        continue
      }
      if line.rural <= below.rural { problems.add(.overlap(below, line, .rural, at: range)) }
      if line.urban <= below.urban { problems.add(.overlap(below, line, .urban, at: range)) }
    }
  }
  /// Notes conditions that cannot be asked of the names there are.
  private func check(
    _ rules: [RuleFields], _ range: SourceRange?, _ schema: Schema, _ problems: inout Diagnostics
  ) {
    if rules.isEmpty { problems.add(.noRules(at: range)) }
    for rule in rules { check(rule.when, schema, nil, &problems) }
  }
  private func check(
    _ text: ExpressionText?, _ schema: Schema, _ day: Day?, _ problems: inout Diagnostics
  ) {
    guard let text else { return }
    do throws(ExpressionProblems) {
      let typed = try text.expression.typed(in: schema, referenceDate: day)
      if typed.type != .bool { problems.add(.notCondition(text)) }
    } catch {
      for problem in error.all {
        problems.add(Diagnostic(problem.code, problem.message, at: text.range, hint: problem.hint))
      }
    }
  }
}

/// Which of the two amounts of a line is meant.
enum LineArea {
  case rural, urban
}
extension Diagnostic {
  /// Two lines of which the second is not above the first.
  static func overlap(_ below: AreaLine, _ line: AreaLine, _ area: LineArea, at range: SourceRange)
    -> Diagnostic
  {
    let amounts = area == .rural ? (below.rural, line.rural) : (below.urban, line.urban)
    let place =
      area == .rural
      ? Phrase(vi: "nông thôn", en: "in the countryside") : Phrase(vi: "thành thị", en: "in towns")
    return Diagnostic(
      "standards.overlap",
      Phrase(
        vi:
          "ở \(place.vi), mức '\(line.name)' (\(amounts.1)) không cao hơn mức '\(below.name)' (\(amounts.0))",
        en: "the line '\(line.name)' (\(amounts.1)) is not above '\(below.name)' (\(amounts.0)) \(place.en)"),
      at: range,
      hint: Phrase(
        vi: "ghi các mức từ thấp lên cao; hai mức trùng nhau thì các khoảng chồng lên nhau",
        en: "write the lines from the lowest up; the bands between lines that do not rise overlap"))
  }
  /// Lines of months and lines of years in one pack.
  static func periods(_ below: AreaLine, _ line: AreaLine, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "standards.period",
      Phrase(
        vi: "mức '\(line.name)' và mức '\(below.name)' không cùng tính theo tháng hay theo năm",
        en: "the lines '\(line.name)' and '\(below.name)' are not of one period"), at: range,
      hint: Phrase(
        vi: "ghi per: year cho mọi mức, hoặc không mức nào; không tự nhân 12",
        en: "write `per: year` for every line or for none; nothing is multiplied by 12"))
  }
  static func condition(_ fields: ConditionFields) -> Diagnostic {
    Diagnostic(
      "standards.condition",
      Phrase(
        vi: "điều kiện cần đúng một trong household và member",
        en: "a condition has exactly one of `household` and `member`"),
      at: fields.$meaning,
      hint: Phrase(
        vi: "household hỏi về hộ; member hỏi từng người, hộ thiếu hụt khi có một người đúng",
        en: "`household` is asked of the household; `member` of each member, of whom one is enough"))
  }
  static func noBranch(_ name: String, _ branches: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "standards.branch",
      Phrase(vi: "không quy tắc nào có đường '\(name)'", en: "no rule has the branch '\(name)'"), at: range,
      hint: branches.suggestion(for: name))
  }
}
