public import Diagnostics
public import Tables

/// A comparison with everything that belongs to reading it: the unit, what is compared, and how exactly.
public struct Goal: Sendable, Hashable {
  /// How exactly the number of the plan is meant.
  public enum Precision: Sendable, Hashable {
    /// The number itself.
    case exact
    /// Whatever rounds to it at the places it is written with.
    case stated
  }
  /// What is asked of the number.
  public let comparison: Comparison
  /// The unit of the number.
  public let unit: TargetUnit
  /// Whether it is asked of a change since the baseline.
  public let isChange: Bool
  /// Whether the amount is a budget, which is not to be exceeded.
  public let isBudget: Bool
  /// How exactly the number is meant.
  public let precision: Precision
  /// Whether it is asked of every year from the baseline to the due day.
  public let isPerYear: Bool
  /// A goal.
  public init(
    _ comparison: Comparison, _ unit: TargetUnit, isChange: Bool = false, isBudget: Bool = false,
    precision: Precision = .exact, isPerYear: Bool = false
  ) {
    (self.comparison, self.unit, self.precision) = (comparison, unit, precision)
    (self.isChange, self.isBudget, self.isPerYear) = (isChange, isBudget, isPerYear)
  }
  /// What a goal of every year asks of a number of years together; `nil` when it does not fit.
  ///
  /// The precision of the number is kept: rounded numbers of several years are not more certain than one. Of an exact one
  /// no places are kept that only the years made: four times 1.5 are 6.
  func over(years: Int) -> Goal? {
    comparison.times(Int128(years)).map {
      let whole = precision == .exact && years > 1 ? $0.trimmed : $0
      return Goal(whole, unit, isChange: isChange, isBudget: isBudget, precision: precision)
    }
  }

  /// All numbers that fulfil it; `nil` when an end does not fit.
  ///
  /// - Source: the readings of section 4 of the site rules: a range of a change is fulfilled from its nearer end on, what
  ///   goes beyond it is noted and not a failure; `about` is fulfilled from 95 % on.
  public var accepted: Extent? {
    guard !isBudget else { return upTo(comparison.bound, isIncluded: true) }
    switch comparison {
    case .atMost(let n): return upTo(n, isIncluded: true)
    case .below(let n): return upTo(n, isIncluded: false)
    case .atLeast(let n), .number(let n): return from(n, isIncluded: true)
    case .above(let n): return from(n, isIncluded: false)
    case .about(let n): return about(n)
    case .all: return from(100, isIncluded: true)
    case .between(let a, let b):
      guard let low = from(a, isIncluded: true) else { return nil }
      return isChange ? low : upTo(b, isIncluded: true).map { Extent(from: low.low, to: $0.high) }
    }
  }
  /// The numbers at which words change: those the plan names and those at which fulfilling begins or ends.
  public var ends: [Fraction] {
    let accepted = accepted
    return [Fraction(comparison.bound), Fraction(comparison.far)]
      + [accepted?.low?.value, accepted?.high?.value].compactMap { $0 }
  }
  private func about(_ n: FixedPoint) -> Extent? {
    Fraction(95, over: 100).flatMap { Fraction(n) * $0 }.map { Extent(from: Extent.End($0), to: nil) }
  }
  /// At the stated precision a number is fulfilled by all that rounds to one that fulfils it: half away from zero.
  private func from(_ n: FixedPoint, isIncluded: Bool) -> Extent? {
    guard precision == .stated else {
      return Extent(from: Extent.End(Fraction(n), isIncluded: isIncluded), to: nil)
    }
    guard let half = half(of: n),
      let end = isIncluded ? Fraction(n) - half : Fraction(n) + half
    else { return nil }
    return Extent(from: Extent.End(end), to: nil)
  }
  private func upTo(_ n: FixedPoint, isIncluded: Bool) -> Extent? {
    guard precision == .stated else {
      return Extent(from: nil, to: Extent.End(Fraction(n), isIncluded: isIncluded))
    }
    guard let half = half(of: n),
      let end = isIncluded ? Fraction(n) + half : Fraction(n) - half
    else { return nil }
    return Extent(from: nil, to: Extent.End(end, isIncluded: false))
  }
  private func half(of n: FixedPoint) -> Fraction? { Fraction(1, over: 2 * FixedPoint.power(n.scale)) }
}

extension Goal {
  /// Whether a value fulfils it, for all numbers the value may stand for; `nil` when some do and some do not.
  public func isFulfilled(by value: Extent) -> Bool? {
    guard let accepted else { return nil }
    if value.isInside(accepted) { return true }
    return value.isApart(from: accepted) ? false : nil
  }
  /// The goal in words, such as `không quá 1,20 %` or `giảm 14–16 hộ`.
  ///
  /// A change is told with its direction when that is given.
  public func text(toward: Direction? = nil) -> Phrase {
    let amount = amount
    let each = isPerYear ? Phrase(vi: " mỗi năm", en: " a year") : Phrase(same: "")
    guard isChange, let toward else { return Phrase(vi: amount.vi + each.vi, en: amount.en + each.en) }
    return Phrase(
      vi: "\(toward.verb.vi) \(amount.vi)\(each.vi)", en: "\(toward.verb.en) \(amount.en)\(each.en)")
  }
  /// The same, which says that rounding as the plan rounds is part of it when it is.
  public func fullText(toward: Direction? = nil) -> Phrase {
    let text = text(toward: toward)
    guard precision == .stated else { return text }
    return Phrase(
      vi: "\(text.vi), tính ở mức làm tròn mà kế hoạch viết",
      en: "\(text.en), at the precision the plan states")
  }
  /// A value that is not written as the plan's number is, rounded as that is; `nil` where nothing is rounded.
  func rounding(of value: Extent) -> Phrase? {
    if case .about = comparison { return nil }
    guard precision == .stated, !isBudget else { return nil }
    let (a, b) = (comparison.bound.scale, comparison.far.scale)
    guard a == b, let exact = value.exact, let rounded = exact.rounded(places: a) else {
      return Phrase(vi: "làm tròn như con số của kế hoạch", en: "rounded as the number of the plan is")
    }
    guard Fraction(rounded) != exact else { return nil }
    let text = unit.text(rounded)
    return Phrase(
      vi: "làm tròn như con số của kế hoạch thành \(text.vi)",
      en: "rounded as the number of the plan is to \(text.en)")
  }
  private var amount: Phrase {
    func words(_ vi: String, _ en: String, _ n: FixedPoint) -> Phrase {
      let number = unit.text(n)
      return Phrase(vi: "\(vi) \(number.vi)", en: "\(en) \(number.en)")
    }
    if isBudget { return unit.text(comparison.bound) }
    switch comparison {
    case .atMost(let n): return words("không quá", "at most", n)
    case .below(let n): return words("dưới", "below", n)
    case .atLeast(let n): return words("ít nhất", "at least", n)
    case .above(let n): return words("trên", "above", n)
    case .about(let n): return words("khoảng", "about", n)
    case .number(let n): return unit.text(n)
    case .all: return unit.text(100)
    case .between(let a, let b):
      let (low, high) = (unit.number(a), unit.text(b))
      return Phrase(vi: "\(low.vi)–\(high.vi)", en: "\(low.en)–\(high.en)")
    }
  }
}
