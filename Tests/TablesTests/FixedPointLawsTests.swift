import StageTestKit
import Tables
import Testing

/// What is true of decimals whatever they are, at scales that differ and near the limits.
@Suite struct FixedPointLawsTests {
  private static func any(_ random: inout SeededRandom) -> FixedPoint {
    let scale = random.next(below: 19)
    switch random.next(below: 8) {
    case 0: return FixedPoint(units: .max - Int128(random.next(below: 3)), scale: scale)
    case 1: return FixedPoint(units: .min + Int128(random.next(below: 3)), scale: scale)
    case 2: return FixedPoint(units: Int128(Int64(bitPattern: random.next())), scale: scale)
    default: return FixedPoint(units: Int128(random.next(below: 2001) - 1000), scale: random.next(below: 4))
    }
  }
  private static func several(_ seed: UInt64, _ body: (FixedPoint, FixedPoint, FixedPoint) -> Void) {
    var random = SeededRandom(seed)
    for _ in 0..<500 { body(any(&random), any(&random), any(&random)) }
  }

  @Test(arguments: 1...6) func `a sum does not ask for the order`(seed: UInt64) {
    Self.several(seed) { a, b, c in
      let (one, other) = (a + b, b + a)
      #expect(one == other && one?.scale == other?.scale && one?.units == other?.units)
      if let ab = a + b, let bc = b + c, let left = ab + c, let right = a + bc {
        #expect(left == right && left.plain == right.plain)
      }
      if let sum = a + b {
        #expect(sum.scale == max(a.scale, b.scale))
        if let back = sum - b { #expect(back == a) }
      }
    }
  }
  @Test(arguments: 1...6) func `a difference is the opposite the other way round`(
    seed: UInt64
  ) {
    Self.several(seed) { a, b, _ in
      if let one = a - b, let other = b - a { #expect(one.units == -other.units && one.scale == other.scale) }
      #expect(a - a == 0)
      if let more = a + 0 { #expect(more == a) }
      if let difference = a - b {
        #expect((difference < 0) == (a < b) && (difference == 0) == (a == b), "\(a.plain) \(b.plain)")
      }
    }
  }
  @Test(arguments: 1...6) func `the order is whole and that of the fractions`(
    seed: UInt64
  ) {
    Self.several(seed) { a, b, c in
      #expect([a < b, a == b, b < a].count { $0 } == 1, "\(a.plain) \(b.plain)")
      if a < b, b < c { #expect(a < c) }
      if a == b { #expect(a.hashValue == b.hashValue) }
      #expect((a < b) == (Fraction(a) < Fraction(b)), "\(a.plain) \(b.plain)")
    }
  }
  @Test(arguments: 1...6) func `sorting gives one order, whatever it began with`(
    seed: UInt64
  ) {
    var random = SeededRandom(seed)
    let numbers = (0..<80).map { _ in Self.any(&random) }
    let sorted = numbers.sorted()
    #expect(numbers.shuffled(using: &random).sorted() == sorted)
    #expect(sorted.sorted() == sorted)
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(Set(numbers).count == Set(sorted).count)
  }
  @Test(arguments: 1...6) func `more places change no value, and come back`(seed: UInt64) {
    Self.several(seed) { a, _, _ in
      for scale in [a.scale, 18, 36] {
        guard let units = a.units(at: scale) else { continue }
        #expect(units / FixedPoint.power(scale - a.scale) == a.units)
        guard scale <= 18 else { continue }
        let wider = FixedPoint(units: units, scale: scale)
        #expect(wider == a && wider.hashValue == a.hashValue && wider.whole == a.whole)
        #expect(wider.rounded(places: a.scale)?.units == a.units)
      }
    }
  }
  @Test(arguments: 1...6)
  func `rounding again changes nothing, keeps the order, and is the same below zero`(seed: UInt64) {
    Self.several(seed) { a, b, _ in
      for places in [0, 1, 2, 5] {
        guard let once = a.rounded(places: places) else { continue }
        #expect(once.scale == places && once.rounded(places: places)?.units == once.units)
        #expect(a.roundedUnits(places: places) == once.units)
        #expect(once.units == Fraction(a).rounded(places: places)?.units, "\(a.plain) to \(places)")
        if a <= b, let other = b.rounded(places: places) { #expect(once <= other) }
        guard a.units != .min else { continue }
        let minus = FixedPoint(units: -a.units, scale: a.scale)
        #expect(minus.rounded(places: places)?.units == -once.units, "\(a.plain) to \(places)")
      }
    }
  }
  @Test(arguments: 1...6) func `what is written is read again, or is too long`(
    seed: UInt64
  ) {
    Self.several(seed) { a, _, _ in
      let again = FixedPoint(plain: a.plain)
      #expect(again != nil || a.plain.utf8.count > 38, "\(a.plain)")
      if let again { #expect(again.units == a.units && again.scale == a.scale) }
    }
  }
  @Test func `the powers of ten are those of multiplying`() {
    var power: Int128 = 1
    for places in 0...36 {
      #expect(FixedPoint.power(places) == power)
      power *= 10
    }
  }
  @Test(
    arguments: [
      ("0.5", "-0.5"), ("1.5", "-1.5"), ("2.5", "-2.5"), ("0.005", "-0.005"), ("0.015", "-0.015"),
      ("1.0049999", "-1.0049999"), ("99.995", "-99.995"),
    ]) func `half goes as far from zero on either side`(_ plus: String, _ minus: String) throws
  {
    let (a, b) = (try #require(FixedPoint(plain: plus)), try #require(FixedPoint(plain: minus)))
    for places in 0...2 {
      let (x, y) = (try #require(a.rounded(places: places)), try #require(b.rounded(places: places)))
      #expect(y.units == -x.units)
    }
  }
  @Test(
    arguments: [
      ("0.00", 0, 2), ("-0.00", 0, 2), ("0.000000000000000000", 0, 18), ("-0", 0, 0),
    ] as [(String, Int128, Int)]) func `zero has no sign, and keeps its places`(
      _ text: String, _ units: Int128, _ scale: Int
    ) throws
  {
    let zero = try #require(FixedPoint(plain: text))
    #expect(zero.units == units && zero.scale == scale && zero == 0 && zero.whole == 0)
    #expect(!zero.plain.hasPrefix("-"))
  }
}
