import Figures
import Tables
import Testing

@testable import Plans

/// Stretches of the number line, held against their members one by one.
@Suite struct ExtentTests {
  /// Every stretch with ends among 0, 1 and 2, with and without them, and without an end.
  static let all: [Extent] = {
    let numbers = (0...2).flatMap { n in [true, false].map { Extent.End(Fraction(n), isIncluded: $0) } }
    let ends: [Extent.End?] = [nil] + numbers
    return ends.flatMap { low in ends.map { Extent(from: low, to: $0) } }.filter { !members($0).isEmpty }
  }()
  /// Quarters from -1 to 3: two stretches with whole ends are told apart by them.
  static let numbers: [Fraction] = (-4...12).compactMap { Fraction($0, over: 4) }
  static func members(_ extent: Extent) -> [Fraction] {
    numbers.filter { n in
      let isHigh = extent.low.map { $0.isIncluded ? n >= $0.value : n > $0.value } ?? true
      return isHigh && extent.high.map { $0.isIncluded ? n <= $0.value : n < $0.value } ?? true
    }
  }

  @Test(arguments: all) func `inside, apart and in both are what the members say`(a: Extent) {
    for b in Self.all {
      let (x, y) = (Set(Self.members(a)), Set(Self.members(b)))
      #expect(a.isInside(b) == x.isSubset(of: y), "\(a) in \(b)")
      #expect(a.isApart(from: b) == x.isDisjoint(with: y), "\(a) apart from \(b)")
      #expect(a.intersection(b).map { Set(Self.members($0)) } ?? [] == x.intersection(y), "\(a) and \(b)")
    }
  }
  @Test(arguments: all) func `a difference holds every difference of members, and ends at the last`(a: Extent)
  {
    for b in Self.all {
      guard let difference = a - b else {
        Issue.record("\(a) - \(b) does not fit")
        continue
      }
      let found = Self.members(a).flatMap { x in Self.members(b).compactMap { x - $0 } }
      for n in found { #expect(Extent(n).isInside(difference), "\(n) in \(a) - \(b)") }
      if let low = difference.low, low.isIncluded { #expect(found.contains(low.value)) }
      if let high = difference.high, high.isIncluded { #expect(found.contains(high.value)) }
    }
  }
  @Test func `one number is exact, and a stretch is not`() {
    #expect(Extent(Fraction(1)).exact == Fraction(1))
    for extent in Self.all where Self.members(extent).count > 1 { #expect(extent.exact == nil) }
  }
  @Test(arguments: [
    ("2.50", Figure.Grade.press, "2.495", "2.505", false), ("2.5", .official, "2.45", "2.55", false),
    ("3", .press, "2.5", "3.5", false), ("4.91", .derived, "4.90", "4.92", true),
    ("0.00", .press, "0", "0.005", false), ("0.00", .derived, "0", "0.01", true),
    ("100", .press, "99.5", "100", true), ("99.99", .derived, "99.98", "100", true),
  ]) func `a printed rate is half a unit to either side, a derived one a whole unit`(
    text: String, grade: Figure.Grade, low: String, high: String, isClosed: Bool
  ) {
    let extent = Extent(figure(printed(text), grade: grade))
    #expect(extent?.low == Extent.End(fraction(low)))
    #expect(extent?.high == Extent.End(fraction(high), isIncluded: isClosed))
  }
  @Test func `a ratio is exact, in percent, and none over zero`() {
    #expect(Extent(figure(ratio(52, 2251)))?.exact == Fraction(5200, over: 2251))
    #expect(Extent(figure(ratio(0, 0))) == nil)
    #expect(Extent(figure(nil, status: .notReported)) == nil)
    #expect(Extent(figure(count(2890), "poor"))?.exact == Fraction(2890))
  }
  @Test(arguments: [
    ("1.5", true, "3.5", true, 2, 3), ("1", true, "3", true, 1, 3), ("1", false, "3", false, 2, 2),
    ("-1.5", true, "-1", false, 1, 0), ("1.2", true, "1.8", true, 1, 0),
  ]) func `the whole numbers of a stretch are told, or that there are none`(
    low: String, hasLow: Bool, high: String, hasHigh: Bool, first: Int, last: Int
  ) {
    let extent = Extent(
      from: Extent.End(fraction(low), isIncluded: hasLow), to: Extent.End(fraction(high), isIncluded: hasHigh)
    )
    let found = extent.wholeNumbers
    #expect(found.map { [$0.first, $0.last] } == (first > last ? nil : [Int128(first), Int128(last)]))
  }
}
