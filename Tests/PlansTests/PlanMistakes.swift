@testable import Plans

/// The mistakes that the file of a plan can have.
enum PlanMistakes {
  typealias Case = PlanMistakeTests.Case
  typealias Problem = PlanMistakeTests.Problem
  static let level = PlanMistakeTests.level
  static let all =
    whole + targets + kinds + numbers + nesting + checks + options + DayMistakes.all + NumberMistakes.all

  static let whole = [
    Case(
      "a period that ends before it begins",
      text: PlanMistakeTests.head.replacing(
        "period: { from: 2024-01-01, to: 2024-12-31 }", with: "period: { from: 2024-12-31, to: 1️⃣2024-12-30 }")
        + "targets:\n  - { id: A, title: t, place: p, \(level) }\n",
      [
        Problem(
          1, "plan.period", en: "the period ends on 2024-12-30, before it begins on 2024-12-31",
          vi: "thời kỳ kết thúc 2024-12-30, trước khi bắt đầu 2024-12-31")
      ]),
    Case(
      "a plan that was signed when its period was over",
      text: PlanMistakeTests.head.replacing(
        "period: { from: 2024-01-01, to: 2024-12-31 }",
        with: "date: 1️⃣2025-01-01\nperiod: { from: 2024-01-01, to: 2024-12-31 }")
        + "targets:\n  - { id: A, title: t, place: p, \(level) }\n",
      [
        Problem(
          1, "plan.period", en: "the plan was signed on 2025-01-01, when its period had ended on 2024-12-31",
          vi: "kế hoạch ký ngày 2025-01-01, khi thời kỳ của nó đã hết từ 2024-12-31",
          hint: "look again at the year of `date` and that of `period`")
      ]),
    Case(
      "no targets", text: PlanMistakeTests.head + "targets: 1️⃣[]\n",
      [Problem(1, "plan.no-targets", en: "the plan has no targets", vi: "kế hoạch không có chỉ tiêu nào")]),
  ]
  static let targets = [
    Case(
      "two targets of one id", ["id: A, \(level)", "id: 1️⃣A, \(level)"],
      Problem(
        1, "plan.target-twice", en: "two targets have the id 'A'", vi: "hai chỉ tiêu cùng mã 'A'")),
    Case(
      "no comparison", ["id: 1️⃣A, population: x, kind: level, measure: m, unit: percent"],
      Problem(
        1, "plan.comparison", en: "the target 'A' needs one comparison, and has 0",
        vi: "chỉ tiêu 'A' cần đúng một phép so sánh, thấy 0",
        hint: "write one of: at_most, below, at_least, above, number, about, between, all")),
    Case(
      "three comparisons", ["id: 1️⃣A, \(level), below: 2, all: true"],
      Problem(
        1, "plan.comparison", en: "the target 'A' needs one comparison, and has 3",
        vi: "chỉ tiêu 'A' cần đúng một phép so sánh, thấy 3",
        hint: "write one of: at_most, below, at_least, above, number, about, between, all")),
    Case(
      "all that is false", ["id: 1️⃣A, population: x, kind: level, measure: m, unit: percent, all: false"],
      Problem(
        1, "plan.comparison", en: "the target 'A' needs one comparison, and has 0",
        vi: "chỉ tiêu 'A' cần đúng một phép so sánh, thấy 0",
        hint: "write one of: at_most, below, at_least, above, number, about, between, all")),
    Case(
      "no measure, in two readings",
      ["id: 1️⃣A, population: x, kind: level, unit: percent, at_most: 1, readings: [{ name: a }]"],
      lacks(1, "measure", "level")),
    Case(
      "no unit", ["id: 1️⃣A, population: x, kind: level, measure: m, at_most: 1"], lacks(1, "unit", "level")),
    Case(
      "no population", ["id: 1️⃣A, kind: level, measure: m, unit: percent, at_most: 1"],
      lacks(1, "population", "level")),
  ]
  static let kinds = [
    Case(
      "a change without direction and baseline",
      ["id: 1️⃣A, population: x, kind: change, measure: m, unit: points, at_least: 1"],
      lacks(1, "toward", "change"), lacks(1, "baseline", "change")),
    Case(
      "a direction without which", ["id: 1️⃣A, population: x, kind: direction, measure: m, unit: percent"],
      lacks(1, "toward", "direction")),
    Case(
      "an entitlement without amount and unit", ["id: 1️⃣A, kind: entitlement"],
      lacks(1, "amount", "entitlement"), lacks(1, "unit", "entitlement")),
    Case(
      "a change in percent",
      [
        "id: A, population: x, kind: change, measure: m, unit: 1️⃣percent, at_least: 0.4, toward: down, baseline: 2023-12-31"
      ], inPercent(1)),
    Case(
      "a change of all",
      ["id: A, population: x, kind: change, measure: m, all: 1️⃣true, toward: down, baseline: 2023-12-31"],
      inPercent(1)),
    Case(
      "a level in points", ["id: A, population: x, kind: level, measure: m, unit: 1️⃣points, at_most: 1"],
      Problem(
        1, "plan.level-in-points", en: "the target 'A': a level is not in percentage points",
        vi: "chỉ tiêu 'A': một mức không tính bằng điểm %", hint: "write `unit: percent`, or `kind: change`")),
    Case(
      "parts of a level", ["id: A, \(level), parts: 1️⃣[{ name: a, value: 1 }]"],
      Problem(
        1, "plan.parts", en: "only a target of kind money or entitlement has `parts`",
        vi: "chỉ chỉ tiêu loại money hoặc entitlement mới có 'parts'")),
    Case(
      "a number for an activity", ["id: A, kind: activity, at_least: 1️⃣90"],
      another(1, "at_least", "activity")),
    Case(
      "a number for a direction",
      ["id: A, population: x, kind: direction, measure: m, unit: percent, toward: up, above: 1️⃣90"],
      another(1, "above", "direction")),
    Case(
      "what belongs to other kinds", ["id: A, \(level), toward: 1️⃣down, amount: 2️⃣40"],
      another(1, "toward", "level"), another(2, "amount", "level")),
    Case(
      "readings of an entitlement",
      ["id: A, kind: entitlement, unit: percent, amount: 100, all: 1️⃣true, readings: 2️⃣[{ name: a }]"],
      another(1, "all", "entitlement"), another(2, "readings", "entitlement")),
  ]
  static let numbers = [
    Case(
      "a range the wrong way round",
      ["id: A, population: x, kind: level, measure: m, unit: percent, between: 1️⃣[3, 2]"],
      range(1, hint: "between: [2, 3]")),
    Case(
      "a range of one number",
      ["id: A, population: x, kind: level, measure: m, unit: percent, between: 1️⃣[3]"],
      range(1)),
    Case(
      "a range without width",
      ["id: A, population: x, kind: level, measure: m, unit: percent, between: 1️⃣[2, 2.0]"], range(1)),
    Case(
      "a rate above 100", ["id: A, population: x, kind: level, measure: m, unit: percent, at_least: 1️⃣120"],
      outside(1, "120", .percent)),
    Case(
      "a count below 0", ["id: A, population: x, kind: level, measure: m, unit: people, at_least: 1️⃣-1"],
      outside(1, "-1", .people)),
    Case(
      "a range that ends above 100",
      ["id: A, population: x, kind: level, measure: m, unit: percent, between: 1️⃣[90, 100.5]"],
      outside(1, "100.5", .percent)),
    Case(
      "all in households",
      ["id: A, population: x, kind: level, measure: m, unit: 1️⃣households, all: true"],
      Problem(
        1, "plan.all-is-percent", en: "`all` is 100 %, so `unit` must be percent",
        vi: "'all' là 100 %, nên unit phải là percent")),
    Case(
      "due after the period", ["id: A, \(level), due: 1️⃣2025-01-01"],
      Problem(
        1, "plan.due", en: "'A' is due on 2025-01-01, outside the period from 2024-01-01 to 2024-12-31",
        vi: "hạn 2025-01-01 của 'A' nằm ngoài thời kỳ 2024-01-01 – 2024-12-31",
        hint:
          "a result lies in the period of the plan; only a baseline may lie before it, and only money after it"
      )),
    Case(
      "a baseline on the day it is due", ["id: A, \(level), baseline: 1️⃣2024-12-31"],
      Problem(
        1, "plan.baseline", en: "the baseline of 'A' is not before it is due on 2024-12-31",
        vi: "số liệu gốc của 'A' không trước hạn 2024-12-31",
        hint: "a baseline is mostly the last day before the period")),
    Case(
      "a baseline after its own due day", ["id: A, \(level), due: 2024-06-30, baseline: 1️⃣2024-07-01"],
      Problem(
        1, "plan.baseline", en: "the baseline of 'A' is not before it is due on 2024-06-30",
        vi: "số liệu gốc của 'A' không trước hạn 2024-06-30",
        hint: "a baseline is mostly the last day before the period")),
  ]
  static let nesting = [
    Case(
      "nested in a target that is not there", ["id: HD-06, \(level)", "id: B, \(level), part_of: 1️⃣HD-6"],
      unknown(1, "HD-6", hint: "did you mean 'HD-06'?")),
    Case("nested in itself", ["id: A, \(level), part_of: 1️⃣A"], itself(1, "A")),
    Case(
      "nested in a circle, with a third that only leads there",
      ["id: A, \(level), part_of: 1️⃣B", "id: B, \(level), part_of: 2️⃣A", "id: C, \(level), part_of: A"],
      itself(1, "A"), itself(2, "B")),
  ]
  static let checks = [
    Case(
      "a check of targets that are not there", ["id: A, \(level)"],
      then: "checks:\n  - { id: c, level_rate: A, cut_rate: 1️⃣X-01, cut_count: 2️⃣Y-01 }\n",
      unknown(1, "X-01", hint: "there are: A"), unknown(2, "Y-01", hint: "there are: A")),
    Case(
      "a check of one target", ["id: A, \(level)"], then: "checks:\n  - { id: 1️⃣c, level_rate: A }\n",
      Problem(
        1, "plan.agrees-with-nothing", en: "the check 'c' needs two targets",
        vi: "phép kiểm 'c' cần ít nhất hai chỉ tiêu")),
    Case(
      "a check of the wrong kinds", ["id: A, \(level)", "id: B, kind: activity"],
      then: "checks:\n  - { id: c, level_count: 1️⃣A, cut_rate: 2️⃣B }\n", cannot(1, "A"), cannot(2, "B")),
    Case(
      "a check beside no households",
      ["id: A, \(level)", "id: B, population: x, kind: level, measure: m, unit: households, at_most: 1"],
      then: "checks:\n  - { id: c, level_rate: A, level_count: B, households: 1️⃣0 }\n",
      Problem(
        1, "plan.stated", en: "`households` cannot be 0", vi: "'households' không thể là 0",
        hint: "`households` is above 0, `start_rate` 0 to 100, `start_count` not negative")),
  ]
  static let options = [
    Case(
      "a key that is not known", ["id: A, 1️⃣popluation: x, \(level)"],
      Problem(
        1, "options.unknown", en: "unknown option 'popluation'", vi: "không có tùy chọn 'popluation'",
        hint: "did you mean 'population'?")),
    Case(
      "a number with a comma",
      ["id: A, population: x, kind: level, measure: m, unit: percent, at_most: 1️⃣\"1,20\""],
      Problem(
        1, "options.value",
        en:
          "option 'at_most': expected a number with a decimal point and no separators, such as 1200 or 0.4, found the quoted text \"1,20\"",
        vi:
          "tùy chọn 'at_most': cần một số viết với dấu chấm thập phân, không có dấu tách nghìn, như 1200 hoặc 0.4, thấy chữ trong ngoặc kép \"1,20\"",
        hint: "write '1.20'")),
  ]

  static func lacks(_ mark: Int, _ key: String, _ kind: String) -> Problem {
    Problem(
      mark, "plan.target-lacks", en: "the target 'A' of kind \(kind) lacks '\(key)'",
      vi: "chỉ tiêu 'A' loại \(kind) thiếu '\(key)'")
  }
  static func another(_ mark: Int, _ key: String, _ kind: String) -> Problem {
    Problem(
      mark, "plan.key-of-another-kind", en: "the target 'A' of kind \(kind) does not take '\(key)'",
      vi: "chỉ tiêu 'A' loại \(kind) không dùng '\(key)'", hint: "remove it, or mend `kind`")
  }
  static func inPercent(_ mark: Int) -> Problem {
    Problem(
      mark, "plan.change-in-percent",
      en: "the target 'A': a change of a rate is in percentage points, not in percent",
      vi: "chỉ tiêu 'A': mức thay đổi của tỷ lệ tính bằng điểm %, không phải %",
      hint: "`giảm 0,4%` in a plan means 0.4 percentage points: write `unit: points`")
  }
  static func range(_ mark: Int, hint: String = "write `between: [lesser, greater]`") -> Problem {
    Problem(
      mark, "plan.range", en: "`between` needs two numbers, the lesser first",
      vi: "'between' cần hai số, số nhỏ trước", hint: hint)
  }
  static func outside(_ mark: Int, _ number: String, _ unit: TargetUnit) -> Problem {
    let word = unit == .percent ? ("percent", "tỷ lệ phần trăm") : ("people", "số người")
    return Problem(
      mark, "plan.number", en: "the target 'A': \(number) cannot be \(word.0)",
      vi: "chỉ tiêu 'A': \(number) không thể là \(word.1)",
      hint: "rates are 0 to 100; counts are not negative")
  }
  static func unknown(_ mark: Int, _ id: String, hint: String) -> Problem {
    Problem(
      mark, "plan.unknown-target", en: "the plan has no target '\(id)'",
      vi: "kế hoạch không có chỉ tiêu '\(id)'", hint: hint)
  }
  static func itself(_ mark: Int, _ id: String) -> Problem {
    Problem(
      mark, "plan.nested-in-itself", en: "the target '\(id)' is nested in itself",
      vi: "chỉ tiêu '\(id)' nằm trong chính nó", hint: "remove one `part_of` of the circle")
  }
  static func cannot(_ mark: Int, _ id: String) -> Problem {
    Problem(
      mark, "plan.cannot-agree", en: "the target '\(id)' is not of the kind that this check needs",
      vi: "chỉ tiêu '\(id)' không phải loại mà phép kiểm này cần",
      hint: "level_… needs `kind: level`, cut_… `kind: change`; …_rate a rate, …_count a count")
  }
}
