import Figures
import Tables
import Testing

@Suite struct IntervalTests {
  @Test(arguments: [
    ("0.96", "0.955", "0.965"), ("12", "11.5", "12.5"), ("0", "-0.5", "0.5"), ("0.00", "-0.005", "0.005"),
    ("100.0", "99.95", "100.05"), ("4.50", "4.495", "4.505"), ("4.5", "4.45", "4.55"),
    ("0.12345678901234567", "0.123456789012345665", "0.123456789012345675"),
  ])
  func `a printed rate stands for half a unit of its last place to either side`(
    _ rate: String, _ low: String, _ high: String
  ) throws {
    let printed = try #require(FixedPoint(plain: rate))
    let interval = try #require(Interval(printedAs: printed))
    #expect(interval.low.plain == low)
    #expect(interval.high.plain == high)
    #expect(interval.isOpenAbove)
  }
  @Test func `every number of the interval is printed as the rate, and its neighbours are not`() throws {
    for units in 0...400 {
      let rate = FixedPoint(units: Int128(units), scale: 2)
      let interval = try #require(Interval(printedAs: rate))
      let (low, high) = (try #require(interval.low.units(at: 4)), try #require(interval.high.units(at: 4)))
      func printed(_ number: Int128) -> FixedPoint? { FixedPoint(units: number, scale: 4).rounded(places: 2) }
      // Below zero half is rounded the other way; no rate is there.
      if low > 0 { #expect(printed(low) == rate && printed(low - 1) != rate) }
      #expect(printed(high - 1) == rate)
      #expect(printed(high) != rate)
    }
  }
  @Test func `what cannot be written is none, without a trap`() {
    #expect(Interval(printedAs: FixedPoint(units: 1, scale: 18)) == nil)
    #expect(Interval(printedAs: FixedPoint(units: .max)) == nil)
    #expect(Interval(printedAs: FixedPoint(units: .min)) == nil)
    #expect(Interval(printedAs: FixedPoint(units: .max / 10)) != nil)
    #expect(Interval(printedAs: FixedPoint(units: .min / 10)) != nil)
  }
  @Test func `an exact number has equal ends, both inside`() {
    let exact = Interval(3, 3)
    #expect(exact.low == exact.high)
    #expect(!exact.isOpenAbove)
  }
}
