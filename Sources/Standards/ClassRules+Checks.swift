import Diagnostics
import Expressions
import StageKit
import Tables

// What is wrong with the rules of a pack, told at its place.
extension ClassRules {
  func check(_ fields: StandardFields, _ problems: inout Diagnostics) {
    let words = RuleTerms(of: self)
    if let classes = fields.classes { check(classes, fields.$classes, words, &problems) }
    if let gap = fields.gap { check(gap.when, words, &problems) }
    let named = namedFlags
    if named.count > BandGrid.mostFlags {
      problems.add(.tooManyFlags(named, most: BandGrid.mostFlags, at: fields.$classes))
    }
    if let points, let fields = fields.points {
      check(fields.classes, fields.$classes, RuleTerms(of: self, points), &problems)
    }
    if let lines = fields.incomeLines { checkLines(lines, &problems) }
    checkForm(fields, &problems)
    for indicator in fields.indicators ?? [] {
      guard let condition = indicator.condition else { continue }
      check(condition.household, household, fields.valid.from, &problems)
      check(condition.member, member, fields.valid.from, &problems)
    }
    checkBranches(fields, &problems)
    // Bands between lines that do not rise, or of rules that cannot be asked, would be told twice.
    guard problems.all.isEmpty else { return }
    checkBands(fields.classes ?? [], fields.$classes, gap, fields.$gap, BandGrid(of: self), &problems)
    guard let points, let fields = fields.points else { return }
    checkBands(fields.classes, fields.$classes, nil, nil, BandGrid(of: self, points), &problems)
  }
  /// Notes lines of several periods, lines too small for đồng, and lines that do not rise: the bands between them would
  /// overlap.
  private func checkLines(_ fields: Mapping<LineFields>, _ problems: inout Diagnostics) {
    for (line, entry) in zip(lines, fields.entries) {
      let least = (line.period ?? .month).leastLine
      if min(line.rural, line.urban) < least { problems.add(.tooSmall(line, least, at: entry.range)) }
      if let id = line.indicator, !indicators.contains(where: { $0.id == id }) {
        problems.add(.lineOf(id, indicators.map(\.id), at: entry.value.$indicator))
      }
    }
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
  /// Notes rules that cannot be asked of the names there are, and those of which a reader would not see all amounts.
  private func check(
    _ rules: [RuleFields], _ range: SourceRange?, _ words: RuleTerms, _ problems: inout Diagnostics
  ) {
    if rules.isEmpty { problems.add(.noRules(at: range)) }
    for rule in rules { check(rule.when, words, &problems) }
  }
  private func check(_ text: ExpressionText, _ words: RuleTerms, _ problems: inout Diagnostics) {
    guard typed(text, words.schema, nil, &problems) != nil, let problem = words.problem(in: text) else {
      return
    }
    problems.add(problem)
  }
  private func check(
    _ text: ExpressionText?, _ form: [FormColumn], _ day: Day, _ problems: inout Diagnostics
  ) {
    guard let text, typed(text, form.schema, day, &problems) != nil else { return }
    checkWords(text, form, &problems)
  }
  private func typed(
    _ text: ExpressionText, _ schema: Schema, _ day: Day?, _ problems: inout Diagnostics
  ) -> TypedExpression? {
    do throws(ExpressionProblems) {
      let typed = try text.expression.typed(in: schema, referenceDate: day)
      if typed.type == .bool { return typed }
      problems.add(.notCondition(text))
    } catch {
      for problem in error.all {
        problems.add(Diagnostic(problem.code, problem.message, at: text.range, hint: problem.hint))
      }
    }
    return nil
  }
}

extension IncomePeriod {
  /// Below this an amount is no line in đồng: thousands of đồng were written, or a 0.
  fileprivate var leastLine: Int64 { self == .month ? 10_000 : 120_000 }
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
  /// A line of an indicator that is none.
  fileprivate static func lineOf(_ id: String, _ ids: [String], at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "standards.line",
      Phrase(
        vi: "mức này là của chỉ số '\(id)' mà chuẩn không có",
        en: "the line is that of the indicator '\(id)', which the standard does not have"), at: range,
      hint: ids.suggestion(for: id)
        ?? Phrase(vi: "bỏ indicator, hoặc thêm chỉ số ấy", en: "remove `indicator`, or add that indicator"))
  }
  /// A line that cannot be one of đồng.
  fileprivate static func tooSmall(_ line: AreaLine, _ least: Int64, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "standards.line",
      Phrase(
        vi: "mức '\(line.name)' là \(min(line.rural, line.urban)), không thể là đồng một người",
        en: "the line '\(line.name)' is \(min(line.rural, line.urban)), which cannot be đồng per person"),
      at: range,
      hint: Phrase(
        vi: "ghi bằng đồng, không bằng nghìn đồng; ít nhất \(least)",
        en: "write đồng, not thousands of đồng; at least \(least)"))
  }
}
