/// The mistakes that numbers, units and ids can have.
enum NumberMistakes {
  typealias Case = PlanMistakeTests.Case
  typealias Problem = PlanMistakeTests.Problem
  static let level = PlanMistakeTests.level
  static let all = fractions + stated + units + ids + signs
  static let count = "population: x, kind: level, measure: m, unit: households"

  static let fractions =
    ["at_most", "below", "at_least", "above", "number", "about"].map { key in
      Case(
        "\(key) with its thousands parted", ["id: A, \(count), \(key): 1️⃣3.675"], parted(1, "3.675", "3675"))
    } + [
      Case(
        "thousands that are whole by their value", ["id: A, \(count), at_most: 1️⃣3.000"],
        parted(1, "3.000", "3000")),
      Case("a part of a household", ["id: A, \(count), at_most: 1️⃣12.5"], broken(1, "12.5")),
      Case("a whole number with a point", ["id: A, \(count), at_most: 1️⃣12.0"], broken(1, "12.0")),
      Case("less than one household", ["id: A, \(count), at_most: 1️⃣0.675"], broken(1, "0.675")),
      Case(
        "both ends of a range", ["id: A, \(count), between: 1️⃣[1.200, 1.500]"], parted(1, "1.200", "1200"),
        parted(1, "1.500", "1500")),
      Case(
        "a cut",
        [
          "id: A, population: x, kind: change, measure: poor, unit: households, at_least: 1️⃣1.225, "
            + "toward: down, baseline: 2023-12-31"
        ], parted(1, "1.225", "1225")),
      Case(
        "a milestone", ["id: A, \(count), at_most: 3675, milestones: [{ on: 2024-06-30, at_most: 1️⃣4.100 }]"],
        parted(1, "4.100", "4100")),
      Case(
        "a target with a milestone beside it",
        ["id: A, \(count), at_least: 1️⃣3.675, milestones: [{ on: 2024-06-30, at_least: 3000 }]"],
        parted(1, "3.675", "3675")),
      Case(
        "an entitlement and its parts",
        [
          "id: A, kind: entitlement, unit: models, amount: 1️⃣1.500, parts: [{ name: a, value: 2️⃣1.5 }]"
        ], parted(1, "1.500", "1500", ("models", "số mô hình")), broken(2, "1.5", ("models", "số mô hình"))),
    ]
    + [
      ("people", "số người"), ("communes", "số xã"), ("officers", "số cán bộ"), ("models", "số mô hình"),
    ].map { unit in
      Case(
        "\(unit.0) with a fraction",
        ["id: A, population: x, kind: level, measure: m, unit: \(unit.0), at_least: 1️⃣26.000"],
        parted(1, "26.000", "26000", unit))
    }
  static let stated = [
    Case(
      "a check with parted thousands", ["id: A, \(level)", "id: B, \(count), at_most: 1"],
      then:
        "checks:\n  - { id: c, level_rate: A, level_count: B, households: 1️⃣306.250, start_count: 2️⃣4.900 }\n",
      parted(1, "306.250", "306250", place: "households"), parted(2, "4.900", "4900", place: "start_count"))
  ]
  static let units = [
    unit("poor", "percent", "households"), unit("near_poor", "people", "households"),
    unit("poor_plus_near", "communes", "households"), unit("households", "million_dong", "households"),
    unit("poor_rate", "households", "percent` or `unit: points"),
    unit("near_poor_rate", "people", "percent` or `unit: points"),
    unit("multidimensional_rate", "models", "percent` or `unit: points"),
    unit("deprivation_rate_water", "households", "percent` or `unit: points"),
    unit("poor_persons", "households", "people"),
    Case(
      "a cut of poor households in percent, which is one mistake",
      [
        "id: A, population: x, kind: change, measure: poor, unit: 1️⃣percent, at_least: 4, toward: down, "
          + "baseline: 2023-12-31"
      ], PlanMistakes.inPercent(1)),
    Case(
      "all of the poor", ["id: A, population: x, kind: level, measure: poor, all: 1️⃣true"],
      misfit(1, "poor", "percent", "households")),
    Case(
      "a measure of a reading, and of each",
      [
        "id: A, \(count), at_most: 1, readings: [{ name: a, measure: poor }, { name: b, measure: poor_rate }]"
          .replacing("unit: households", with: "unit: 1️⃣households"),
        "id: B, \(count), at_most: 1, readings: [{ name: a, each: [{ name: c, measure: poor_rate }] }]"
          .replacing("unit: households", with: "unit: 2️⃣households"),
      ], misfit(1, "poor_rate", "households", "percent` or `unit: points"),
      misfit(2, "poor_rate", "households", "percent` or `unit: points", of: "B")),
  ]
  static let ids = [
    Case(
      "two targets whose ids differ in the case of letters",
      ["id: HD-01a, \(level)", "id: 1️⃣hd-01A, \(level)"],
      Problem(
        1, "plan.target-case", en: "the id 'hd-01A' differs from 'HD-01a' in the case of letters alone",
        vi: "mã 'hd-01A' chỉ khác 'HD-01a' ở chữ hoa, chữ thường",
        hint: "give one of them another id: some servers take the two pages for one")),
    Case(
      "two checks of one id", ["id: A, \(level)", "id: B, \(count), at_most: 1"],
      then: "checks:\n  - { id: c, level_rate: A, level_count: B }\n"
        + "  - { id: 1️⃣c, level_rate: A, level_count: B }\n",
      Problem(
        1, "plan.check-twice", en: "two checks have the id 'c'", vi: "hai phép kiểm cùng mã 'c'",
        hint: "give one of them another id")),
  ]
  static let signs = [
    Case(
      "a number with its sign",
      ["id: A, population: x, kind: level, measure: m, unit: percent, at_most: 1️⃣2.5 %"],
      Problem(
        1, "options.value",
        en:
          "option 'at_most': expected a number with a decimal point and no separators, such as 1200 or 0.4, found '2.5 %'",
        vi:
          "tùy chọn 'at_most': cần một số viết với dấu chấm thập phân, không có dấu tách nghìn, như 1200 hoặc 0.4, thấy '2.5 %'",
        hint: "leave out the sign %, and write the number alone")),
    Case(
      "the sign as a unit", ["id: A, population: x, kind: level, measure: m, unit: 1️⃣\"%\", at_most: 2.5"],
      Problem(
        1, "options.value",
        en:
          "option 'unit': expected one of percent, points, households, people, communes, officers, models, million_dong, found the quoted text \"%\"",
        vi:
          "tùy chọn 'unit': cần một trong percent, points, households, people, communes, officers, models, million_dong, thấy chữ trong ngoặc kép \"%\"",
        hint: "leave out the sign %: write `percent` for a rate, `points` for percentage points")),
  ]

  static func parted(
    _ mark: Int, _ text: String, _ digits: String, _ unit: (String, String) = ("households", "số hộ"),
    place: String = "A"
  ) -> Problem {
    Problem(
      mark, "plan.fraction", en: "'\(place)': a number of \(unit.0) is whole, found \(text)",
      vi: "'\(place)': \(unit.1) phải là số nguyên, thấy \(text)",
      hint: "the point is a decimal point: write \(digits) without separators")
  }
  static func broken(_ mark: Int, _ text: String, _ unit: (String, String) = ("households", "số hộ"))
    -> Problem
  {
    Problem(
      mark, "plan.fraction", en: "'A': a number of \(unit.0) is whole, found \(text)",
      vi: "'A': \(unit.1) phải là số nguyên, thấy \(text)", hint: "write a whole number, without a point")
  }
  static func unit(_ measure: String, _ unit: String, _ fitting: String) -> Case {
    Case(
      "\(measure) in \(unit)",
      ["id: A, population: x, kind: level, measure: \(measure), unit: 1️⃣\(unit), at_most: 1"],
      misfit(1, measure, unit, fitting))
  }
  static func misfit(
    _ mark: Int, _ measure: String, _ unit: String, _ fitting: String, of id: String = "A"
  ) -> Problem {
    Problem(
      mark, "plan.unit-of-measure", en: "the target '\(id)': the measure '\(measure)' is not in \(unit)",
      vi: "chỉ tiêu '\(id)': số đo '\(measure)' không tính bằng \(unit)",
      hint: "write `unit: \(fitting.replacing("unit: ", with: ""))`, or use another measure")
  }
}
