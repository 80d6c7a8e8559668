import Diagnostics
import Figures
import StageTestKit
import Tables
import Testing
import Units

@testable import Plans

/// The words of the program beside those of its twin, on many cases that look random.
@Suite struct TwinTests {
  /// A case for both: a target with its figures, and the same for the twin.
  struct Trial {
    var twin = Twin()
    var target: Target
    var figures: [Figure] = []
    var today = Day(number: 0)
    var told = ""
  }
  static let plan: (plan: Plan, unit: UnitVersion)? = {
    do {
      var text = PlanText("kind: activity")
      text.period = "{ from: 2023-01-01, to: 2024-12-31 }"
      let plan = try text.plan()
      return (plan, try Here.units.resolve(code: plan.unit, level: plan.level, on: plan.from, at: nil))
    } catch { return nil }
  }()

  @Test(arguments: 1...20) func `both say the same on five thousand cases`(seed: UInt64) throws {
    var random = SeededRandom(seed &* 1_000_003)
    let (plan, unit) = try #require(Self.plan)
    var words: [VerdictWord: Int] = [:]
    for _ in 0..<5000 {
      let trial = Self.trial(&random)
      let judge = Judge(trial.figures, units: Here.units, on: trial.today)
      let found = judge.verdict(on: trial.target, of: plan, unit).verdict
      let word = trial.twin.word
      words[word, default: 0] += 1
      guard found.word == word else {
        Issue.record("\(trial.told): the program says \(found.word), its twin \(word)")
        continue
      }
      if word == .notMet, trial.twin.isExact {
        #expect(found.share?.exact == trial.twin.percent, "\(trial.told)")
      }
      if let margin = found.margin, word == .met || word == .notMet, margin.low == margin.high {
        #expect((margin.low >= 0) == (word == .met), "\(trial.told)")
      }
    }
    // No word of those that figures can lead to is left out.
    for word in VerdictWord.allCases where word != .notJudged { #expect(words[word] ?? 0 > 2, "\(word)") }
  }

  // MARK: Cases

  private static func trial(_ random: inout SeededRandom) -> Trial {
    let shape = Shape(&random)
    var twin = shape.twin
    let eve = day("2022-12-31")
    let due = random.next(below: 4) == 0 ? day("2024-06-30") : day("2024-12-31")
    let length = Int(due.number - eve.number)
    let isOver = random.next(below: 2) == 0
    let todayOffset = isOver ? length + random.next(below: 60) : 1 + random.next(below: length - 1)
    let takenOffset =
      isOver && random.next(below: 8) > 0 ? length : 1 + random.next(below: min(todayOffset, length))
    (twin.start, twin.taken, twin.due, twin.today) = (0, takenOffset, length, todayOffset)
    func later(_ days: Int) -> Day { Day(number: eve.number + Int32(days)) }
    let base = Cell(&random, shape, isBase: true)
    let result = Cell(&random, shape, isBase: false)
    (twin.base, twin.result) = (base.given, result.given)
    let figures = [
      base.figure(shape.measure, on: eve), result.figure(shape.measure, on: later(takenOffset)),
    ].compactMap { $0 }
    let noise = figure(count(1), shape.measure, on: later(todayOffset + 1).iso)
    let told =
      "\(shape.comparison.map { "\($0)" } ?? "direction") \(shape.unit) \(shape.isChange ? "change" : "level") "
      + "base \(shape.hasBaseline ? base.told : "-") result \(result.told) day \(takenOffset) of \(length), "
      + "today \(todayOffset), pace \(twin.hasPace)"
    return Trial(
      twin: twin, target: shape.target(due: due, baseline: eve), figures: figures + [noise],
      today: later(todayOffset), told: told)
  }

  /// What is asked.
  struct Shape {
    var twin = Twin()
    let kind: Target.Kind
    let unit: TargetUnit
    let comparison: Comparison?
    let isChange: Bool
    let hasBaseline: Bool
    let measure: String
    let toward: Direction?
    /// The bound in thousandths of the unit.
    let bound: Int

    init(_ random: inout SeededRandom) {
      let isRate = random.next(below: 3) > 0
      let pick = random.next(below: 10)
      kind = pick == 0 ? .money : pick == 1 ? .direction : pick < 5 ? .change : .level
      isChange = kind == .change
      hasBaseline = kind == .change || kind == .direction || random.next(below: 3) > 0
      let rate = isRate && kind != .money
      let places = rate ? random.next(below: 3) : 0
      let power = [1, 10, 100][places]
      let top = rate ? (isChange ? 5 : 100) * power : 200
      let low = 1 + random.next(below: max(1, top - 2))
      let high = low + 1 + random.next(below: max(1, top / 4))
      func number(_ n: Int) -> FixedPoint { FixedPoint(units: Int128(n), scale: places) }
      bound = low * 1000 / power
      unit = kind == .money ? .millionDong : rate ? (isChange ? .points : .percent) : .households
      let goals: [Twin.Goal] =
        kind == .money
        ? [.budget]
        : kind == .direction
          ? [.direction]
          : isChange
            ? [.atLeast, .above, .about, .between]
            : rate
              ? [.atMost, .below, .atLeast, .above, .about, .between, .all]
              : [.atMost, .below, .atLeast, .above, .about, .between]
      let goal = goals[random.next(below: goals.count)]
      toward = isChange || kind == .direction ? (random.next(below: 2) == 0 ? .down : .up) : nil
      measure = rate ? "poor_rate" : "poor"
      (twin.goal, twin.isChange, twin.falls) = (goal, isChange, toward != .up)
      (twin.isRate, twin.hasBaseline) = (rate, hasBaseline)
      twin.hasPace = random.next(below: 8) > 0
      (twin.bound, twin.far) = (Rational(low, power), Rational(high, power))
      comparison = Self.comparison(goal, number(low), number(high))
    }
    private static func comparison(_ goal: Twin.Goal, _ low: FixedPoint, _ high: FixedPoint) -> Comparison? {
      switch goal {
      case .atMost: .atMost(low)
      case .below: .below(low)
      case .atLeast: .atLeast(low)
      case .above: .above(low)
      case .about: .about(low)
      case .between: .between(low, high)
      case .all: .all
      case .budget: .number(low)
      case .direction: nil
      }
    }
    func target(due: Day, baseline: Day) -> Target {
      let goal = comparison.map { Goal($0, unit, isChange: isChange, isBudget: kind == .money) }
      let condition = Condition(name: nil, measure: measure, group: "all", goal: goal)
      return Target(
        id: "T", title: Phrase(same: "t"), place: "p", population: nil, kind: kind,
        readings: [Reading(name: nil, conditions: [condition])], toward: toward,
        baseline: hasBaseline ? baseline : nil, due: due, dueReason: nil, isPerYear: false, milestones: [],
        hasPace: twin.hasPace, partOf: nil, isShareOfParent: false, amount: nil, unit: unit, parts: [],
        isInferred: false, remark: nil, range: nil)
    }
  }

  /// One figure, as the program has it and as its twin has it.
  struct Cell {
    var given = Twin.Given.none
    var value: FigureValue?
    var status = Figure.Status.value
    var standard = "vn-2022"
    var grade = Figure.Grade.official
    var isThere = true
    var told = ""

    init(_ random: inout SeededRandom, _ shape: Shape, isBase: Bool) {
      let gate = random.next(below: 40)
      let gates: [(Twin.Given, Figure.Status)] = [
        (.none, .value), (.withheld, .withheld), (.notReported, .notReported),
        (.notApplicable, .notApplicable),
      ]
      if gate < gates.count {
        (given, status) = gates[gate]
        (isThere, told) = (gate > 0, "\(status)")
        return
      }
      if shape.unit.isRate { makeRate(&random, shape, isBase) } else { makeCount(&random, shape, isBase) }
      if gate == 5 { (given, standard, told) = (.otherStandard, "vn-2016", "other standard") }
    }
    private mutating func makeCount(_ random: inout SeededRandom, _ shape: Shape, _ isBase: Bool) {
      let near = shape.bound / 1000 * (shape.isChange && isBase ? 2 : 1)
      let number =
        random.next(below: 3) == 0 ? random.next(below: 400) : max(0, near + random.next(below: 40) - 20)
      (value, given) = (count(number), .numbers([Rational(number)], whole: nil))
      told = "\(number)"
    }
    private mutating func makeRate(_ random: inout SeededRandom, _ shape: Shape, _ isBase: Bool) {
      let whole = 1 + random.next(below: random.next(below: 2) == 0 ? 60 : 4000)
      // Near the goal as often as not; of a change near a base of 5 %.
      let thousandths = shape.isChange || shape.kind == .direction ? 5000 : shape.bound
      let near = thousandths * whole / 100_000
      let spread = max(2, whole / 20)
      let part =
        random.next(below: 3) == 0
        ? random.next(below: whole + 1) : min(whole, max(0, near + random.next(below: 2 * spread) - spread))
      if random.next(below: 60) == 0 {
        (value, given, told) = (ratio(0, 0), .nobody, "0 of 0")
        return
      }
      guard random.next(below: 2) == 0 else {
        (value, told) = (ratio(part, whole), "\(part) of \(whole)")
        given = .numbers([Rational(part * 100, whole)], whole: Rational(whole))
        return
      }
      print(part, whole, places: random.next(below: 3), isDerived: random.next(below: 4) == 0, shape)
    }
    /// A rate as it would be printed: half away from zero.
    private mutating func print(_ part: Int, _ whole: Int, places: Int, isDerived: Bool, _ shape: Shape) {
      let power = [1, 10, 100][places]
      let units = (2 * part * 100 * power + whole) / (2 * whole)
      value = .printed(FixedPoint(units: Int128(units), scale: places))
      grade = isDerived ? .derived : .official
      let half = Rational(isDerived ? 2 : 1, 2 * power)
      let dust = Rational(1, 1_000_000_000_000)
      let (zero, all) = (Rational(0), Rational(100))
      let (low, high) = (Rational(units, power) - half, Rational(units, power) + half)
      // A printed rate does not reach its upper end; no share is below nothing or above all.
      let first = low < zero ? zero : low
      let last = high > all ? all : isDerived ? high : high - dust
      let inside = [shape.twin.bound, shape.twin.far].filter { first < $0 && $0 < last }
      given = .numbers([first, last] + inside, whole: nil)
      told = "\(units)/\(power) printed\(isDerived ? ", derived" : "")"
    }
    func figure(_ measure: String, on day: Day) -> Figure? {
      guard isThere else { return nil }
      return PlansTests.figure(value, measure, on: day.iso, status: status, standard: standard, grade: grade)
    }
  }
}
