@testable import Plans

/// The mistakes that the days of a target can have, its years and its path.
enum DayMistakes {
  typealias Case = PlanMistakeTests.Case
  typealias Problem = PlanMistakeTests.Problem
  static let level = PlanMistakeTests.level
  static let money = "population: x, kind: money, measure: m, unit: million_dong, number: 5"
  static let cut = "population: x, kind: change, measure: m, unit: points, toward: down"
  static let all = due + years + shares + paths + ways

  static let due = [
    Case(
      "money that is due after the period without a reason", ["id: A, \(money), due: 1️⃣2025-01-31"],
      Problem(
        1, "plan.due-reason",
        en: "'A' is due on 2025-01-31, after the period, which ends on 2024-12-31, without a reason",
        vi: "hạn 2025-01-31 của 'A' ở sau thời kỳ (2024-12-31) mà không ghi vì sao",
        hint: "add `due_reason`, such as: the budget of a year may be spent until 31 January of the next")),
    Case(
      "money that is due years after the period", ["id: A, \(money), due: 1️⃣2034-01-31, due_reason: r"],
      Problem(
        1, "plan.due",
        en: "'A' is due on 2034-01-31, more than a year after the period, which ends on 2024-12-31",
        vi: "hạn 2034-01-31 của 'A' sau thời kỳ hơn một năm (2024-12-31)",
        hint: "money of a plan may be spent until 31 January of the next year as a rule")),
    Case(
      "a level that is due after the period, whatever the reason",
      ["id: A, \(level), due: 1️⃣2025-01-31, due_reason: r"],
      Problem(
        1, "plan.due", en: "'A' is due on 2025-01-31, outside the period from 2024-01-01 to 2024-12-31",
        vi: "hạn 2025-01-31 của 'A' nằm ngoài thời kỳ 2024-01-01 – 2024-12-31",
        hint:
          "a result lies in the period of the plan; only a baseline may lie before it, and only money after it"
      )),
    Case("a reason without a day", ["id: A, \(money), due_reason: 1️⃣r"], idle(1)),
    Case(
      "a reason for a day in the period", ["id: A, \(money), due: 2024-06-30, due_reason: 1️⃣r"], idle(1)),
  ]
  static func idle(_ mark: Int) -> Problem {
    Problem(
      mark, "plan.due-reason", en: "'A' has a `due_reason`, and is not due after the period",
      vi: "'A' có due_reason mà hạn không ở sau thời kỳ", hint: "remove it, or write `due`")
  }

  static let years = [
    Case(
      "years that are not whole",
      ["id: A, \(cut), at_least: 1, per_year: true, baseline: 1️⃣2022-06-30"],
      Problem(
        1, "plan.years",
        en: "'A': from 2022-06-30 until it is due on 2024-12-31 is not a whole number of years",
        vi: "'A': từ 2022-06-30 đến hạn 2024-12-31 không phải số năm tròn",
        hint: "a change of every year needs a baseline on the day and month on which it is due")),
    Case(
      "years without a baseline", ["id: 1️⃣A, \(cut), at_least: 1, per_year: true"],
      PlanMistakes.lacks(1, "baseline", "change")),
    Case(
      "years that come to more than all",
      ["id: A, \(cut), between: 1️⃣[5, 21], per_year: true, baseline: 2019-12-31"],
      Problem(
        1, "plan.years-number", en: "'A': 21 a year for 5 years is more than there can be",
        vi: "'A': mỗi năm 21, 5 năm thì vượt mọi giá trị có thể có",
        hint: "when the number is that of the whole period, remove `per_year`")),
    Case(
      "years of a level", ["id: A, \(level), per_year: 1️⃣true"], PlanMistakes.another(1, "per_year", "level")),
  ]

  static let shares = [
    Case(
      "a share of what is not named", ["id: 1️⃣A, \(level), share_of_parent: true"],
      PlanMistakes.lacks(1, "part_of", "level")),
    Case(
      "a share in people",
      [
        "id: A, \(level)",
        "id: B, population: x, kind: level, measure: m, unit: 1️⃣people, at_least: 3, part_of: A, share_of_parent: true",
      ],
      Problem(
        1, "plan.share", en: "'B': `share_of_parent` is a rate, so `unit` must be percent",
        vi: "'B': share_of_parent là một tỷ lệ, nên unit phải là percent", hint: "write `unit: percent`")),
  ]

  static let paths = [
    Case(
      "milestones outside the period, out of order, and on the due day",
      [
        "id: A, \(level), milestones: [{ on: 1️⃣2023-12-31, at_most: 4 }, { on: 2024-06-30, at_most: 3 }, "
          + "{ on: 2️⃣2024-03-31, at_most: 2 }, { on: 3️⃣2024-12-31, at_most: 1 }]"
      ], out(1, "2023-12-31", after: "2023-12-31"), out(2, "2024-03-31", after: "2024-06-30"),
      out(3, "2024-12-31", after: "2024-06-30")),
    Case(
      "a milestone on the day of the baseline, before the period",
      ["id: A, \(level), baseline: 2022-12-31, milestones: [{ on: 1️⃣2023-06-30, at_most: 4 }]"],
      out(1, "2023-06-30", after: "2022-12-31")),
    Case(
      "milestones of other words, of two and of none",
      [
        "id: A, \(level), milestones: [{ on: 1️⃣2024-03-31, below: 4 }, { on: 2️⃣2024-06-30, at_most: 3, below: 3 }, "
          + "{ on: 3️⃣2024-09-30 }]"
      ], word(1, "2024-03-31"), word(2, "2024-06-30"), word(3, "2024-09-30")),
    Case(
      "a milestone above 100", ["id: A, \(level), milestones: [{ on: 2024-03-31, at_most: 1️⃣140 }]"],
      PlanMistakes.outside(1, "140", .percent)),
    Case(
      "a path that turns back",
      [
        "id: A, \(level), milestones: [{ on: 2024-03-31, at_most: 3 }, { on: 2024-06-30, at_most: 1️⃣4 }]"
      ],
      Problem(
        1, "plan.milestone-back", en: "the milestone 2024-06-30 of 'A' turns back behind the one before",
        vi: "mốc 2024-06-30 của 'A' lùi so với mốc trước",
        hint: "a path goes toward its target: look at the numbers again")),
    Case(
      "a path that goes beyond its target",
      ["id: A, \(level), milestones: [{ on: 2024-03-31, at_most: 1️⃣0.5 }]"],
      Problem(
        1, "plan.milestone-back", en: "the last milestone of 'A' goes beyond the target itself",
        vi: "mốc cuối của 'A' đã vượt chính mục tiêu",
        hint: "the two contradict each other: look at the document again")),
    Case(
      "a path of a range",
      [
        "id: A, population: x, kind: level, measure: m, unit: percent, between: [1, 1.5], milestones: [{ on: 1️⃣2024-03-31, at_most: 4 }]"
      ],
      Problem(
        1, "plan.milestone-word",
        en: "'A' is a range and has no milestones: a range does not say which way to go",
        vi: "'A' là một khoảng, nên không có mốc: khoảng không nói đi lên hay đi xuống",
        hint: "leave `milestones` out, or write `at_most` or `at_least` instead of `between`")),
    Case(
      "a path and no pace",
      ["id: A, \(level), pace: 1️⃣none, milestones: [{ on: 2024-03-31, at_most: 2 }]"],
      Problem(
        1, "plan.pace", en: "'A' has milestones and `pace: none`",
        vi: "'A' vừa có lộ trình vừa ghi pace: none", hint: "remove one of the two")),
    Case(
      "a path of a change, and a pace of an activity",
      [
        "id: A, \(cut), at_least: 1, baseline: 2023-12-31, milestones: 1️⃣[{ on: 2024-03-31, at_least: 0.5 }]",
        "id: A2, kind: activity, pace: 2️⃣none",
      ], PlanMistakes.another(1, "milestones", "change"),
      Problem(
        2, "plan.key-of-another-kind", en: "the target 'A2' of kind activity does not take 'pace'",
        vi: "chỉ tiêu 'A2' loại activity không dùng 'pace'", hint: "remove it, or mend `kind`")),
  ]
  static func out(_ mark: Int, _ day: String, after: String) -> Problem {
    Problem(
      mark, "plan.milestone-day", en: "the milestone \(day) of 'A' is not between \(after) and 2024-12-31",
      vi: "mốc \(day) của 'A' không nằm giữa \(after) và 2024-12-31",
      hint: "milestones are in the order of time, in the period, after the baseline and before the due day")
  }
  static func word(_ mark: Int, _ day: String) -> Problem {
    Problem(
      mark, "plan.milestone-word",
      en: "the milestone \(day) of 'A' needs the one comparison `at_most`, as the target has",
      vi: "mốc \(day) của 'A' cần đúng một phép so sánh 'at_most', như chỉ tiêu",
      hint: "write `{ on: day, at_most: number }`")
  }

  static let ways = [
    Case(
      "a bare number of poor households, which would be met by more of them",
      ["id: A, population: x, kind: level, measure: poor, unit: households, number: 1️⃣150"],
      wrong(1, "number", "poor")),
    Case(
      "about a poverty rate, in a reading",
      [
        "id: A, population: x, kind: level, measure: m, unit: percent, about: 1️⃣2, "
          + "readings: [{ name: a }, { name: b, measure: poor_rate }]"
      ], wrong(1, "about", "poor_rate")),
    Case(
      "a bare number of those who lack something",
      ["id: A, population: x, kind: level, measure: deprived_water, unit: households, number: 1️⃣12"],
      wrong(1, "number", "deprived_water")),
  ]
  static func wrong(_ mark: Int, _ word: String, _ measure: String) -> Problem {
    Problem(
      mark, "plan.wrong-way", en: "'A': `\(word)` is read as at least, and of '\(measure)' less is better",
      vi: "'A': '\(word)' hiểu là ít nhất, mà '\(measure)' thì càng thấp càng tốt",
      hint: "write `at_most` or `between`; a cut is `kind: change`")
  }
}
