import StageTestKit
import Tables
import Testing

@Suite struct RoundingTests {
  @Test(
    arguments: [
      ("0.125", 2, "0.13"), ("2.675", 2, "2.68"), ("0.965", 2, "0.97"), ("1.005", 2, "1.01"),
      ("-0.125", 2, "-0.13"), ("-2.675", 2, "-2.68"), ("-0.124", 2, "-0.12"), ("0.124999", 2, "0.12"),
      ("0.5", 0, "1"), ("-0.5", 0, "-1"), ("1.5", 0, "2"), ("2.5", 0, "3"), ("0.49", 0, "0"),
      ("-0.4", 0, "0"),
      ("9.995", 2, "10.00"), ("99.5", 0, "100"), ("12.3", 2, "12.30"), ("12", 0, "12"), ("0.005", 2, "0.01"),
      ("0.004999999999999999", 2, "0.00"), ("-0.005", 2, "-0.01"),
    ])
  func `half is rounded away from zero`(_ text: String, _ places: Int, _ rounded: String) throws {
    #expect(try #require(FixedPoint(plain: text)).rounded(places: places)?.plain == rounded)
  }
  @Test(arguments: [-1, 19, Int.max, Int.min]) func `there are 0 to 18 places`(_ places: Int) {
    #expect(FixedPoint(1).rounded(places: places) == nil)
    #expect(FixedPoint(1).roundedUnits(places: places) == nil)
  }
  @Test func `more places than fit are none, fewer always fit`() {
    #expect(FixedPoint(units: .max).rounded(places: 1) == nil)
    #expect(FixedPoint(units: .max, scale: 18).rounded(places: 0)?.plain == "170141183460469231732")
    #expect(FixedPoint(units: .min, scale: 18).rounded(places: 0)?.plain == "-170141183460469231732")
    #expect(FixedPoint(units: .min, scale: 0).rounded(places: 0)?.units == .min)
  }

  @Test(
    arguments: [
      (0, 3, 0), (1, 2, 1), (-1, 2, -1), (1, -2, -1), (-1, -2, 1), (1, 3, 0), (2, 3, 1), (-2, 3, -1),
      (5, 2, 3),
      (0, -7, 0), (7, 1, 7), (7, -1, -7), (1, 0, nil), (0, 0, nil), (.min, -1, nil), (.min, 1, .min),
      (.max, -1, -.max), (.min, .min, 1), (.max, .min, -1), (.min / 2, .min, 1), (.max / 2, .max, 0),
      (.max, 2, Int128.max / 2 + 1), (.min, 2, Int128.min / 2),
    ] as [(Int128, Int128, Int128?)])
  func `a quotient is rounded half away from zero`(_ a: Int128, _ b: Int128, _ quotient: Int128?) {
    #expect(a.dividedHalfAway(by: b) == quotient)
  }
  @Test(arguments: 0..<4) func `a quotient is within half a unit, and half is away from zero`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<2000 {
      let a = Int128(random.next(below: 200_001) - 100_000)
      let b = Int128(random.next(below: 41) - 20)
      guard b != 0 else { continue }
      let quotient = a.dividedHalfAway(by: b) ?? .max
      // Twice the distance to the exact quotient, times |b|: at most |b|; when it is |b|, the result is the farther one.
      let twice = ((quotient * b - a) * 2).magnitude
      #expect(
        twice < b.magnitude || twice == b.magnitude && (quotient * b).magnitude > a.magnitude, "\(a) / \(b)")
    }
  }
}
