import Formats
import StageTestKit
import Tables
import Testing

@Suite struct VietnameseNumberTests {
  @Test(
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1000, "1.000"), (1_258_997, "1.258.997"), (-1000, "\u{2212}1.000"),
      (100_000, "100.000"), (.max, "9.223.372.036.854.775.807"), (.min, "\u{2212}9.223.372.036.854.775.808"),
    ] as [(Int64, String)])
  func `thousands are parted by dots`(_ number: Int64, _ text: String) {
    #expect(VietnameseNumber.text(number) == text)
    #expect(VietnameseNumber.text(FixedPoint(number)) == text)
  }
  @Test(
    arguments: [
      ("0.96", nil, "0,96"), ("0.40", nil, "0,40"), ("-2.5", nil, "\u{2212}2,5"),
      ("1234567.891", nil, "1.234.567,891"),
      ("0.125", 2, "0,13"), ("2.675", 2, "2,68"), ("-0.125", 2, "\u{2212}0,13"), ("-0.004", 2, "0,00"),
      ("-0.4", 0, "0"), ("999.95", 1, "1.000,0"), ("12", 2, "12,00"), ("0.96", -3, "1"),
      ("0.96", 99, "0,960000000000000000"),
      ("99999999999999999999999999999999999999", 18, "99.999.999.999.999.999.999.999.999.999.999.999.999"),
    ] as [(String, Int?, String)])
  func `decimals have a comma and are rounded half away from zero`(
    _ number: String, _ places: Int?, _ text: String
  )
    throws
  { #expect(VietnameseNumber.text(try #require(FixedPoint(plain: number)), places: places) == text) }
  @Test func `a percent sign stands behind a no-break space`() throws {
    #expect(VietnameseNumber.percent(try #require(FixedPoint(plain: "0.96"))) == "0,96\u{A0}%")
    #expect(
      VietnameseNumber.percent(try #require(FixedPoint(plain: "-12.345")), places: 1) == "\u{2212}12,3\u{A0}%"
    )
  }
  @Test(
    arguments: [
      (96, 10_000, 2, "0,96\u{A0}%"), (1, 3, 2, "33,33\u{A0}%"), (2, 3, 2, "66,67\u{A0}%"),
      (1, 8, 1, "12,5\u{A0}%"),
      (1, 800, 2, "0,13\u{A0}%"), (0, 5, 2, "0,00\u{A0}%"), (5, 5, 0, "100\u{A0}%"),
      (-1, 8, 0, "\u{2212}13\u{A0}%"),
      (1, -8, 0, "\u{2212}13\u{A0}%"), (1, 0, 2, nil), (0, 0, 2, nil), (.max, 1, 18, nil),
      (.max, .max, 2, "100,00\u{A0}%"),
    ] as [(Int64, Int64, Int, String?)])
  func `a share is rounded once, from its parts`(
    _ part: Int64, _ whole: Int64, _ places: Int, _ text: String?
  ) {
    #expect(VietnameseNumber.percent(of: part, in: whole, places: places) == text)
  }
  @Test(
    arguments: [(5, 6, 2, "0,83"), (6, 5, 1, "1,2"), (1, 2, 0, "1"), (3, 0, 1, nil)]
      as [(Int64, Int64, Int, String?)])
  func `a ratio is rounded once, from its parts`(
    _ part: Int64, _ whole: Int64, _ places: Int, _ text: String?
  ) {
    #expect(VietnameseNumber.ratio(of: part, in: whole, places: places) == text)
  }
  @Test(arguments: 0..<4) func `what is written is read again in the same style`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<300 {
      let scale = random.next(below: 5)
      let units = Int64(bitPattern: random.next()) >> Int64(random.next(below: 60))
      let number = FixedPoint(units: Int128(units), scale: scale)
      let text = VietnameseNumber.text(number).replacing("\u{2212}", with: "-")
      var rule = ColumnRule(Field("x", .decimal(scale: scale), .amount))
      rule.numberStyle = .vi
      var builder = ColumnBuilder(rule.field.type)
      let isGood = rule.append(Array(text.utf8)[...], to: &builder)
      #expect(isGood && builder.column.shown(0) == number.plain, "\(text)")
    }
  }
}
