import StageTestKit
import Tables
import Testing

/// What is true of fractions whatever they are.
@Suite struct FractionLawsTests {
  /// Small numbers, which often meet, and some that nearly fill 128 bits.
  private static func any(_ random: inout SeededRandom) -> Fraction? {
    func number() -> Int128 {
      switch random.next(below: 10) {
      case 0: Int128.max - Int128(random.next(below: 3))
      case 1: Int128.min + 1 + Int128(random.next(below: 3))
      case 2: Int128(Int64(bitPattern: random.next())) * Int128(random.next(below: 1 << 50))
      default: Int128(random.next(below: 41) - 20)
      }
    }
    let above = number()
    return Fraction(above, over: number())
  }
  private static func several(_ seed: UInt64, _ body: (Fraction, Fraction, Fraction) -> Void) {
    var random = SeededRandom(seed)
    for _ in 0..<400 {
      guard let a = any(&random), let b = any(&random), let c = any(&random) else { continue }
      body(a, b, c)
    }
  }
  private static let half = Fraction(1, over: 2)

  @Test(
    arguments: [
      (0, 5, 0, 1), (0, -5, 0, 1), (2, 4, 1, 2), (-2, 4, -1, 2), (2, -4, -1, 2), (-2, -4, 1, 2), (7, 1, 7, 1),
      (.max, .max, 1, 1), (.min, .min, 1, 1), (.min, 2, .min / 2, 1),
      (1, .max, 1, .max), (-1, .max, -1, .max), (.max, 1, .max, 1), (6, 9, 2, 3), (1, 0, nil, nil),
      (0, 0, nil, nil), (0, .min, 0, 1), (2, .min, -1, Int128.max / 2 + 1), (1, .min, nil, nil),
    ] as [(Int128, Int128, Int128?, Int128?)])
  func `lowest terms have the sign above the line`(
    _ above: Int128, _ below: Int128, _ numerator: Int128?, _ denominator: Int128?
  ) {
    let found = Fraction(above, over: below)
    #expect(found?.numerator == numerator)
    #expect(found?.denominator == denominator)
  }
  @Test(arguments: 1...6) func `sums and products do not ask for the order`(seed: UInt64) {
    Self.several(seed) { a, b, c in
      #expect(a + b == b + a)
      #expect(a * b == b * a)
      if let ab = a + b, let bc = b + c, let left = ab + c, let right = a + bc { #expect(left == right) }
      if let ab = a * b, let bc = b * c, let left = ab * c, let right = a * bc { #expect(left == right) }
      if let sum = b + c, let left = a * sum, let ab = a * b, let ac = a * c, let right = ab + ac {
        #expect(left == right)
      }
    }
  }
  @Test(arguments: 1...6) func `what is added is taken away again`(seed: UInt64) {
    Self.several(seed) { a, b, _ in
      if let sum = a + b, let back = sum - b { #expect(back == a) }
      if let product = a * b, b.numerator != 0, let back = product / b { #expect(back == a) }
      #expect(a - b == a.subtracting(b))
      if let one = a - b, let other = b - a { #expect(one.negated == other) }
      if a.numerator != 0 { #expect(a / a == Fraction(1)) }
      #expect(a - a == Fraction(0))
      #expect(a + Fraction(0) == a)
      #expect(a * Fraction(1) == a)
    }
  }
  @Test(arguments: 1...6) func `the order is whole, and kept by adding`(seed: UInt64) {
    Self.several(seed) { a, b, c in
      #expect([a < b, a == b, b < a].count { $0 } == 1)
      if a < b, b < c { #expect(a < c) }
      if a == b { #expect(a.hashValue == b.hashValue) }
      if let ac = a + c, let bc = b + c { #expect((a < b) == (ac < bc)) }
      if let x = a.negated, let y = b.negated { #expect((a < b) == (y < x)) }
    }
  }
  @Test(arguments: 1...6) func `the floor is the last whole number not above it`(
    seed: UInt64
  ) {
    Self.several(seed) { a, _, _ in
      let floor = a.floor
      guard let whole = Fraction(floor), let next = whole + Fraction(1) else { return }
      #expect(whole <= a && a < next, "\(a)")
    }
  }
  @Test(
    arguments: [
      (7, 2, 3), (-7, 2, -4), (-1, 3, -1), (1, 3, 0), (-6, 2, -3), (0, 9, 0), (.max, 1, .max),
      (Int128.min + 1, 1, .min + 1), (-1, .max, -1),
    ] as [(Int128, Int128, Int128)]) func `the floor of a negative number is below it`(
      _ above: Int128, _ below: Int128, _ floor: Int128
    )
  {
    #expect(Fraction(above, over: below)?.floor == floor)
  }
  @Test(arguments: 1...6)
  func `rounding is within half a unit, and the same below zero`(seed: UInt64) {
    Self.several(seed) { a, b, _ in
      for places in [0, 2, 18] {
        guard let rounded = a.rounded(places: places), let half = Self.half else { continue }
        let unit = Fraction(1, over: FixedPoint.power(places))
        if let away = Fraction(rounded) - a, let most = unit.flatMap({ $0 * half }),
          let least = most.negated
        {
          #expect(least <= away && away <= most, "\(a) to \(places)")
        }
        if let minus = a.negated?.rounded(places: places) { #expect(minus.units == -rounded.units) }
        if let down = a.floored(places: places) { #expect(down <= rounded && Fraction(down) <= a) }
        if a <= b, let other = b.rounded(places: places) { #expect(rounded <= other) }
      }
    }
  }
  @Test func `what nearly fills 128 bits is added, and what is beyond is none`() throws {
    let most = try #require(Fraction(.max, over: 1))
    let least = try #require(Fraction(.min + 1, over: 1))
    let one = Fraction(1)
    let (above, below, sum) = (most + one, least - Fraction(2), most + least)
    #expect(above == nil && below == nil && sum == Fraction(0))
    let (product, quotient) = (most * most, most / least)
    #expect(product == nil && quotient == one.negated)
    #expect(least.negated == most && least < most && least.floor == .min + 1)
  }
  @Test(arguments: ["0.10", "0.1", "-2.500", "12", "0.00"]) func `a decimal is the same number as a fraction`(
    _ text: String
  ) throws {
    let number = try #require(FixedPoint(plain: text))
    let fraction = Fraction(number)
    #expect(fraction.rounded(places: number.scale)?.plain == number.plain)
    #expect(fraction == Fraction(number.units, over: FixedPoint.power(number.scale)))
  }
}
