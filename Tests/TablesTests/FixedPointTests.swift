import StageTestKit
import Tables
import Testing

@Suite struct FixedPointTests {
  @Test(
    arguments: [
      ("0", 0, 0), ("12", 12, 0), ("-12", -12, 0), ("0.40", 40, 2), ("-0.05", -5, 2), ("-0", 0, 0),
      ("007", 7, 0), ("0.123456789012345678", 123_456_789_012_345_678, 18),
      ("99999999999999999999999999999999999999", Int128("99999999999999999999999999999999999999") ?? 0, 0),
    ] as [(String, Int128, Int)])
  func `a number is read as it is written`(_ text: String, _ units: Int128, _ scale: Int) {
    let number = FixedPoint(plain: text)
    #expect(number?.units == units)
    #expect(number?.scale == scale)
  }
  @Test(arguments: [
    "", "-", ".", "5.", ".5", "-.5", "+5", "--5", "1-", "1,5", "1.2.3", "1.-2", "1.+2", " 1", "1 ", "1e3",
    "٣",
    "１", "0x1", "1_000", "nan", "0.1234567890123456789", "999999999999999999999999999999999999999",
  ])
  func `anything else is no number`(_ text: String) { #expect(FixedPoint(plain: text) == nil) }

  @Test(
    arguments: [
      (0, 0, "0"), (0, 2, "0.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (1234, 2, "12.34"), (-1234, 0, "-1234"),
      (40, 2, "0.40"), (1, 18, "0.000000000000000001"),
      (.max, 0, "170141183460469231731687303715884105727"),
      (.min, 0, "-170141183460469231731687303715884105728"),
      (.min, 18, "-170141183460469231731.687303715884105728"),
    ] as [(Int128, Int, String)])
  func `a number is written with the places it has`(_ units: Int128, _ scale: Int, _ text: String) {
    #expect(FixedPoint(units: units, scale: scale).plain == text)
  }
  @Test(arguments: 0..<4) func `a number that is written is read again`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<500 {
      let number = FixedPoint(
        units: Int128(Int64(bitPattern: random.next())) * Int128(random.next(below: 1 << 40)),
        scale: random.next(below: 19))
      guard number.plain.utf8.count <= 38 else { continue }
      let again = FixedPoint(plain: number.plain)
      #expect(again?.units == number.units)
      #expect(again?.scale == number.scale)
    }
  }

  @Test(
    arguments: [
      ("0", "0.00", 0), ("1.5", "1.50", 0), ("1.5", "1.51", -1), ("-1.5", "-1.51", 1), ("-0.1", "0.1", -1),
      ("2", "1.999999999999999999", 1), ("-2", "-1.999999999999999999", -1), ("-0", "0.0", 0),
      ("170141183460469231731", "170141183460469231731.687303", -1),
    ] as [(String, String, Int)])
  func `numbers are compared by value, exactly`(_ a: String, _ b: String, _ order: Int) throws {
    let (a, b) = (try #require(FixedPoint(plain: a)), try #require(FixedPoint(plain: b)))
    #expect((a < b) == (order < 0))
    #expect((b < a) == (order > 0))
    #expect((a == b) == (order == 0))
    #expect(order != 0 || a.hashValue == b.hashValue)
  }
  @Test(arguments: 0..<4) func `the order is that of units at one scale`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    func number() -> FixedPoint {
      FixedPoint(units: Int128(random.next(below: 4001) - 2000), scale: random.next(below: 4))
    }
    for _ in 0..<2000 {
      let (a, b) = (number(), number())
      let (x, y) = (a.units * FixedPoint.power(3 - a.scale), b.units * FixedPoint.power(3 - b.scale))
      #expect((a < b) == (x < y), "\(a.plain) \(b.plain)")
      #expect((a == b) == (x == y), "\(a.plain) \(b.plain)")
      if a == b { #expect(a.hashValue == b.hashValue, "\(a.plain) \(b.plain)") }
      #expect((a + b)?.units(at: 3) == x + y, "\(a.plain) \(b.plain)")
      #expect((a - b)?.units(at: 3) == x - y, "\(a.plain) \(b.plain)")
    }
  }
  @Test func `the ends of the range are compared without a trap`() {
    let (low, high) = (FixedPoint(units: .min), FixedPoint(units: .max))
    #expect(low < high)
    #expect(low < FixedPoint(units: .min, scale: 18))
    #expect(high == FixedPoint(units: .max, scale: 0))
    #expect(low != FixedPoint(units: .min, scale: 1))
  }
  @Test func `sums that do not fit are none`() {
    let (low, high) = (FixedPoint(units: .min), FixedPoint(units: .max))
    #expect(high + 1 == nil)
    #expect(low - 1 == nil)
    #expect(0 - low == nil)
    #expect(high + low == FixedPoint(-1))
    #expect(high + FixedPoint(units: 0, scale: 1) == nil)
  }

  @Test(
    arguments: [
      ("12", 12), ("12.00", 12), ("-3.0", -3), ("0.5", nil), ("9223372036854775807", .max),
      ("9223372036854775808", nil), ("-9223372036854775808", .min), ("0.000000000000000000", 0),
    ] as [(String, Int64?)])
  func `a whole number is known as one`(_ text: String, _ whole: Int64?) throws {
    #expect(try #require(FixedPoint(plain: text)).whole == whole)
  }
  @Test(
    arguments: [
      ("1.50", 2, 150), ("1.50", 3, 1500), ("1.50", 1, 15), ("1.50", 0, nil), ("1.50", -1, nil),
      ("1", 37, nil),
      ("1", 36, FixedPoint.power(36)), ("999", 36, nil), ("0", 36, 0),
    ] as [(String, Int, Int128?)])
  func `units at another scale are exact or none`(_ text: String, _ scale: Int, _ units: Int128?) throws {
    #expect(try #require(FixedPoint(plain: text)).units(at: scale) == units)
  }
}
