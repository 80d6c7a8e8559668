import Diagnostics
import Figures
import Tables
import Testing

@testable import Plans

/// Which values fulfil which goals, and which leave it open: the last column is yes, no, or nothing.
@Suite struct GoalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let goal: Goal
    let value: FigureValue
    let grade: Figure.Grade
    let isFulfilled: Bool?
    var testDescription: String { "\(goal.text().en) (\(goal.precision)) by \(value)" }

    init(
      _ comparison: Comparison, _ value: FigureValue, _ isFulfilled: Bool?, change: Bool = false,
      stated: Bool = false, budget: Bool = false, _ grade: Figure.Grade = .press,
      _ unit: TargetUnit = .percent
    ) {
      goal = Goal(
        comparison, unit, isChange: change, isBudget: budget, precision: stated ? .stated : .exact)
      (self.value, self.isFulfilled, self.grade) = (value, isFulfilled, grade)
    }
    var found: Bool?? { Extent(figure(value, grade: grade)).map { goal.isFulfilled(by: $0) } }
  }
  static func n(_ text: String) -> FixedPoint { number(text) }
  static func exact(_ text: String) -> FigureValue { .amount(number(text)) }

  static let boundaries = [
    // "xuống còn 1,2 %" is met at 1,2 %, "dưới 2,5 %" is not at 2,5 %.
    Case(.atMost(n("1.2")), exact("1.2"), true), Case(.atMost(n("1.2")), exact("1.2000000001"), false),
    Case(.atMost(n("1.20")), exact("1.2"), true), Case(.below(n("2.5")), exact("2.5"), false),
    Case(.below(n("2.5")), exact("2.4999999999"), true), Case(.below(n("2.5")), ratio(25, 1000), false),
    Case(.below(n("2.5")), ratio(24, 1000), true), Case(.below(n("2.5")), ratio(2499, 99961), true),
    // "trên 80 %" is not met at 80 %, "từ 90 % trở lên" is at 90 %.
    Case(.above(n("80")), exact("80"), false), Case(.above(n("80")), exact("80.0000000001"), true),
    Case(.atLeast(n("90")), exact("90"), true), Case(.atLeast(n("90")), exact("89.9999999999"), false),
    // A bare number is at least; about is from 95 % on.
    Case(.number(n("13000")), exact("13000"), true), Case(.number(n("13000")), exact("12999"), false),
    Case(.number(n("13000")), exact("13001"), true), Case(.about(n("150")), exact("142.5"), true),
    Case(.about(n("150")), exact("142"), false), Case(.about(n("150")), exact("143"), true),
    Case(.about(n("150")), exact("400"), true),
    // All is all, by the ratio.
    Case(.all, ratio(1234, 1234), true), Case(.all, ratio(1233, 1234), false),
    Case(.all, ratio(9_999_999, 10_000_000), false), Case(.all, exact("100"), true),
  ]
  static let ranges = [
    Case(.between(n("14"), n("16")), exact("13"), false), Case(.between(n("14"), n("16")), exact("14"), true),
    Case(.between(n("14"), n("16")), exact("16"), true), Case(.between(n("14"), n("16")), exact("17"), false),
    Case(.between(n("2"), n("3")), exact("1.999"), false, change: true),
    Case(.between(n("2"), n("3")), exact("2"), true, change: true),
    Case(.between(n("2"), n("3")), exact("3"), true, change: true),
    Case(.between(n("2"), n("3")), exact("3.001"), true, change: true),
  ]
  static let rounded = [
    // A rounded number at the bound decides nothing; one step to either side does.
    Case(.below(n("2.5")), printed("2.50"), nil), Case(.below(n("2.5")), printed("2.5"), nil),
    Case(.below(n("2.5")), printed("2.49"), true), Case(.below(n("2.5")), printed("2.51"), false),
    Case(.below(n("2.5")), printed("2.4"), true), Case(.below(n("2.5")), printed("2.6"), false),
    Case(.below(n("2.5")), printed("2"), true), Case(.below(n("2.5")), printed("3"), false),
    Case(.atMost(n("1.2")), printed("1.20"), nil), Case(.atMost(n("1.2")), printed("1.19"), true),
    Case(.atMost(n("1.2")), printed("1.21"), false), Case(.atMost(n("1.2")), printed("0.96"), true),
    // The upper end is left out, the lower one is not: 2.505 is printed 2.51, 2.495 is printed 2.50.
    Case(.below(n("2.505")), printed("2.50"), true), Case(.atMost(n("2.505")), printed("2.50"), true),
    Case(.below(n("2.495")), printed("2.50"), false), Case(.atMost(n("2.495")), printed("2.50"), nil),
    Case(.above(n("2.505")), printed("2.50"), false), Case(.atLeast(n("2.505")), printed("2.50"), false),
    Case(.atLeast(n("2.495")), printed("2.50"), true), Case(.above(n("2.495")), printed("2.50"), nil),
    // 100 may be a little less than all.
    Case(.all, printed("100"), nil), Case(.all, printed("100.00"), nil), Case(.all, printed("99.99"), false),
    Case(.all, printed("99"), false),
    // A rate worked out from rounded numbers is a unit to either side, both ends included.
    Case(.atMost(n("4.92")), printed("4.91"), true, .derived),
    Case(.atMost(n("4.92")), printed("4.92"), nil, .derived),
    Case(.below(n("4.92")), printed("4.91"), nil, .derived),
    Case(.below(n("4.92")), printed("4.91"), true),
    Case(.atLeast(n("4.90")), printed("4.91"), true, .derived),
    Case(.above(n("4.90")), printed("4.91"), nil, .derived), Case(.above(n("4.90")), printed("4.91"), true),
  ]
  static let stated = [
    // At the precision it is written with, 0,5 is all that rounds to 0,5 or more.
    Case(.number(n("0.5")), exact("0.45"), true, change: true, stated: true),
    Case(.number(n("0.5")), exact("0.4499999"), false, change: true, stated: true),
    Case(.number(n("0.5")), exact("0.45"), false, change: true),
    Case(.number(n("0.50")), exact("0.45"), false, change: true, stated: true),
    Case(.atLeast(n("0.50")), exact("0.495"), true, stated: true),
    Case(.atMost(n("1.2")), exact("1.2499"), true, stated: true),
    Case(.atMost(n("1.2")), exact("1.25"), false, stated: true),
    Case(.below(n("2.5")), exact("2.4499"), true, stated: true),
    Case(.below(n("2.5")), exact("2.45"), false, stated: true),
    Case(.above(n("80")), exact("80.5"), true, stated: true),
    Case(.above(n("80")), exact("80.4999"), false, stated: true),
    Case(.between(n("2"), n("3")), exact("1.5"), true, stated: true),
    Case(.between(n("2"), n("3")), exact("3.4999"), true, stated: true),
    Case(.between(n("2"), n("3")), exact("3.5"), false, stated: true),
  ]
  static let budgets = [
    Case(.number(n("94277")), exact("94277"), true, budget: true),
    Case(.number(n("94277")), exact("94278"), false, budget: true),
    Case(.number(n("94277")), exact("0"), true, budget: true),
  ]
  @Test(arguments: boundaries + ranges + rounded + stated + budgets)
  func `a value fulfils a goal, fails it, or leaves it open`(_ row: Case) {
    #expect(row.found == .some(row.isFulfilled))
  }

  @Test(arguments: [
    (Comparison.atMost(n("1.20")), "không quá 1,20\u{A0}%", "at most 1.20%"),
    (.below(n("2.5")), "dưới 2,5\u{A0}%", "below 2.5%"),
    (.atLeast(n("90")), "ít nhất 90\u{A0}%", "at least 90%"),
    (.above(n("80")), "trên 80\u{A0}%", "above 80%"),
    (.number(n("75")), "75\u{A0}%", "75%"), (.about(n("75")), "khoảng 75\u{A0}%", "about 75%"),
    (.between(n("2"), n("3")), "2–3\u{A0}%", "2–3%"), (.all, "100\u{A0}%", "100%"),
  ]) func `a goal is told as a plan would write it`(comparison: Comparison, vi: String, en: String) {
    let text = Goal(comparison, .percent).text()
    #expect(text.vi == vi)
    #expect(text.en == en)
  }
  @Test func `a change is told with its direction`() {
    let cut = Goal(.between(number("14"), number("16")), .households, isChange: true)
    #expect(cut.text(toward: .down).vi == "giảm 14–16\u{A0}hộ")
    #expect(cut.text(toward: .down).en == "cut by 14–16\u{A0}households")
    let points = Goal(.atLeast(number("0.4")), .points, isChange: true)
    #expect(points.text(toward: .down).vi == "giảm ít nhất 0,4\u{A0}điểm\u{A0}%")
    #expect(points.text(toward: .up).en == "raise by at least 0.4\u{A0}percentage points")
  }
}
