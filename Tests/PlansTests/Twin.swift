import Figures
import Tables

@testable import Plans

/// An exact rational number, slow and plain.
struct Rational: Comparable {
  private let above: BigNumber
  private let below: BigNumber

  init(_ above: BigNumber, _ below: BigNumber) {
    let isNegative = below < BigNumber(0)
    (self.above, self.below) = isNegative ? (above.negated, below.negated) : (above, below)
  }
  init(_ above: Int, _ below: Int = 1) { self.init(BigNumber(Int128(above)), BigNumber(Int128(below))) }
  static func + (a: Self, b: Self) -> Self { Self(a.above * b.below + b.above * a.below, a.below * b.below) }
  static func - (a: Self, b: Self) -> Self { Self(a.above * b.below - b.above * a.below, a.below * b.below) }
  static func * (a: Self, b: Self) -> Self { Self(a.above * b.above, a.below * b.below) }
  static func / (a: Self, b: Self) -> Self { Self(a.above * b.below, a.below * b.above) }
  static func < (a: Self, b: Self) -> Bool { a.above * b.below < b.above * a.below }
  static func == (a: Self, b: Self) -> Bool { !(a < b) && !(b < a) }
  /// The greatest whole number not above it, of numbers that a test has.
  var floor: Int {
    var (low, high) = (-1_000_000_000, 1_000_000_000)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if Rational(middle) <= self { low = middle } else { high = middle }
    }
    return low
  }
}

/// The verdict arithmetic a second time, written from the rules of the site alone and not from the program: one number at
/// a time, and where a figure stands for many the numbers at its ends.
struct Twin {
  /// What there is of a figure.
  enum Given {
    case none, withheld, notReported, notApplicable, nobody, otherStandard
    /// The numbers at which words can change: one, or those at the ends of what was printed; and the denominator.
    case numbers([Rational], whole: Rational?)
  }
  enum Goal { case atMost, below, atLeast, above, about, between, all, budget, direction }

  var goal = Goal.atMost
  var isChange = false
  var falls = true
  var isRate = true
  var hasPace = true
  var hasBaseline = true
  var bound = Rational(0)
  var far = Rational(0)
  var base = Given.none
  var result = Given.none
  /// Days.
  var (start, taken, due, today) = (0, 0, 0, 0)

  private var isOver: Bool { today >= due }
  private var needsBase: Bool { isChange || goal == .direction }

  var word: VerdictWord {
    // Gates, in the order of the text.
    if case .none = result { return isOver ? .noData : .notDue }
    if case .otherStandard = result { return .notComparable }
    if hasBaseline, case .otherStandard = base { return .notComparable }
    // Before the due day a row without a number is no figure in between.
    switch result {
    case .notReported, .notApplicable: if !isOver { return .notDue }
    case .none, .withheld, .nobody, .otherStandard, .numbers: break
    }
    if needsBase {
      switch base {
      case .none, .notReported: return .noData
      case .withheld, .notApplicable, .nobody, .otherStandard, .numbers: break
      }
    }
    if case .notReported = result { return .noData }
    if needsBase, case .withheld = base { return .withheld }
    if case .withheld = result { return .withheld }
    if needsBase {
      switch base {
      case .notApplicable, .nobody: return .notApplicable
      case .none, .withheld, .notReported, .otherStandard, .numbers: break
      }
    }
    if case .notApplicable = result { return .notApplicable }
    if case .nobody = result { return .notApplicable }
    guard case .numbers(let numbers, let whole) = result else { return .noData }
    if isOver, taken < due { return .noData }
    var starts: [Rational?] = [nil]
    var wholes = [whole]
    if hasBaseline, case .numbers(let found, let first) = base {
      starts = found
      wholes.append(first)
    }
    let known = wholes.compactMap { $0 }
    let words = Set(numbers.flatMap { here in starts.map { word(here, from: $0, of: known) } })
    // One word for all, or none.
    return words.count == 1 ? words.first ?? .noData : isOver ? .noData : .notDue
  }
  private func word(_ here: Rational, from base: Rational?, of wholes: [Rational]) -> VerdictWord {
    let compared = change(here, base) ?? here
    if goal == .direction {
      if counts(compared, wholes) { return isOver ? .met : .currentlyMet }
      if isOver { return .notMet }
      return hasPace && counts(Rational(0) - compared, wholes) ? .reversing : .notDue
    }
    if meets(compared) { return isOver ? .met : .currentlyMet }
    if isOver { return .notMet }
    if !hasPace || goal == .budget { return .notDue }
    if !isChange, let base, meets(base) { return .reversing }
    guard let share = share(here, from: base) else { return .notDue }
    let passed = Rational(taken - start, due - start)
    if share < Rational(0) { return .reversing }
    if share >= Rational(95, 100) * passed { return .onTrack }
    return share >= Rational(60, 100) * passed ? .slow : .verySlow
  }
  /// Whether a change is one: of a count by one, of a rate by 0.05 points and one of each denominator that is known.
  private func counts(_ change: Rational, _ wholes: [Rational]) -> Bool {
    guard isRate else { return change >= Rational(1) }
    return change >= Rational(1, 20) && wholes.allSatisfy { change * $0 >= Rational(100) }
  }
  private func change(_ here: Rational, _ base: Rational?) -> Rational? {
    guard needsBase, let base else { return nil }
    return falls ? base - here : here - base
  }
  private func meets(_ y: Rational) -> Bool {
    switch goal {
    case .atMost, .budget: y <= bound
    case .below: y < bound
    case .atLeast: y >= bound
    case .above: y > bound
    case .about: y >= bound * Rational(95, 100)
    case .between: isChange ? y >= bound : y >= bound && y <= far
    case .all: y >= Rational(100)
    case .direction: false
    }
  }
  /// The share of the way from the base to the goal; of a change, and of an output without a base, of the goal itself.
  private func share(_ here: Rational, from base: Rational?) -> Rational? {
    if let change = change(here, base) { return change / bound }
    let wantsLess = goal == .atMost || goal == .below
    guard let base else {
      if goal == .between, here > far { return nil }
      return isRate || hasBaseline || wantsLess ? nil : here / bound
    }
    let end = goal == .all ? Rational(100) : goal == .between && here > far ? far : bound
    // From the number itself, which does not yet meet it, there is no way but back.
    if base == end { return (here > base) == wantsLess && here != base ? Rational(-1) : nil }
    // From one side of a range to the other there is no way.
    if goal == .between, (base < end) != (here < end) { return nil }
    return (here - base) / (end - base)
  }
  /// What is said beside `not met`: the share of the way in whole percent, when both figures are one number.
  var percent: Int? {
    guard goal != .budget, goal != .direction, case .numbers(let numbers, _) = result, numbers.count == 1
    else { return nil }
    var from: Rational?
    if hasBaseline, case .numbers(let found, _) = base {
      if found.count > 1 { return nil }
      from = found[0]
    }
    if !isChange, let from, meets(from) || from == bound { return nil }
    // All of the way is not told of what was not reached.
    return share(numbers[0], from: from).map { ($0 * Rational(100)).floor }.flatMap {
      (0..<100).contains($0) ? $0 : nil
    }
  }
  var isExact: Bool {
    for given in [base, result] {
      if case .numbers(let numbers, _) = given, numbers.count > 1 { return false }
    }
    return true
  }
}
