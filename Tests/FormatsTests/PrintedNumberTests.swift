import Figures
import Formats
import StageTestKit
import Tables
import Testing

/// Numbers as they are printed, against long division digit by digit.
@Suite struct PrintedNumberTests {
  /// A quotient as people write it, by long division.
  private func slow(_ part: Int128, _ whole: Int128, places: Int) -> String? {
    guard whole != 0 else { return nil }
    let (a, b) = (part.magnitude, whole.magnitude)
    var digits = String(a / b).map { $0.wholeNumberValue ?? 0 }
    var rest = a % b
    for _ in 0..<places {
      digits.append(Int(rest * 10 / b))
      rest = rest * 10 % b
    }
    if rest * 2 >= b {
      var place = digits.count - 1
      while place >= 0, digits[place] == 9 { (digits[place], place) = (0, place - 1) }
      if place < 0 { digits.insert(1, at: 0) } else { digits[place] += 1 }
    }
    let isNegative = (part < 0) != (whole < 0) && digits.contains { $0 != 0 }
    var text = ""
    for (index, digit) in digits.dropLast(places).enumerated() {
      if index > 0, (digits.count - places - index) % 3 == 0 { text += "." }
      text += String(digit)
    }
    if places > 0 { text += "," + digits.suffix(places).map { String($0) }.joined() }
    return (isNegative ? "\u{2212}" : "") + text
  }

  @Test(arguments: 0..<8) func `shares and ratios are those of long division`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<500 {
      let part = Int64(bitPattern: random.next()) >> Int64(random.next(below: 64))
      let whole = Int64(bitPattern: random.next()) >> Int64(1 + random.next(below: 63))
      let places = random.next(below: 7)
      let ratio = VietnameseNumber.ratio(of: part, in: whole, places: places)
      #expect(ratio == slow(Int128(part), Int128(whole), places: places), "\(part) / \(whole)")
      let percent = VietnameseNumber.percent(of: part, in: whole, places: places)
      #expect(percent == slow(Int128(part) * 100, Int128(whole), places: places).map { $0 + "\u{A0}%" })
    }
  }
  @Test(arguments: 0..<8) func `numbers are rounded as long division rounds them`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 20)
    for _ in 0..<500 {
      let units = Int128(Int64(bitPattern: random.next()) >> Int64(random.next(below: 64)))
      let (scale, places) = (random.next(below: 19), random.next(below: 13))
      let number = FixedPoint(units: units, scale: scale)
      let wanted = slow(units, FixedPoint.power(scale), places: places)
      #expect(VietnameseNumber.text(number, places: places) == wanted, "\(number.plain) to \(places)")
      #expect(VietnameseNumber.percent(number, places: places) == wanted.map { $0 + "\u{A0}%" })
      #expect(VietnameseNumber.text(number) == slow(units, FixedPoint.power(scale), places: scale))
    }
  }
  @Test(
    arguments: [
      (1, 2, 0, "1"), (-1, 2, 0, "\u{2212}1"), (1, 3, 0, "0"), (-1, 3, 0, "0"), (5, 10_000, 2, "0,00"),
      (5, 1_000, 2, "0,01"), (4_999_999, 1_000_000_000, 2, "0,00"), (999_995, 1_000_000, 5, "1,00000"),
      (9_999, 10_000, 3, "1,000"), (999_949, 1_000, 0, "1.000"), (.max, .max, 0, "1"), (.min, .min, 1, "1,0"),
      (.min, .max, 2, "\u{2212}1,00"), (.max, 1, 0, "9.223.372.036.854.775.807"), (0, .min, 2, "0,00"),
    ] as [(Int64, Int64, Int, String)])
  func `a half is rounded away from zero, once, and a nought has no minus`(
    _ part: Int64, _ whole: Int64, _ places: Int, _ text: String
  ) {
    #expect(VietnameseNumber.ratio(of: part, in: whole, places: places) == text)
    #expect(slow(Int128(part), Int128(whole), places: places) == text, "the slow twin too")
  }
  @Test(arguments: [-1, 19, 100, .min, .max]) func `places out of range do not trap`(_ places: Int) {
    #expect(VietnameseNumber.text(FixedPoint(7), places: places).hasPrefix("7"))
    _ = VietnameseNumber.percent(of: 1, in: 3, places: places)
    _ = VietnameseNumber.ratio(of: 1, in: 3, places: places)
  }

  private func text(_ value: FigureValue, places: Int = 2) -> FigureText {
    let figure = Figure(
      id: "f", unit: "vn", asOf: Day(number: 20_000), measure: "poor", value: value, grade: .simulated,
      source: Figure.Source(title: "Bảng giả định"))
    return FigureText(figure, places: places)
  }
  @Test(arguments: 0..<4) func `a ratio is printed and drawn as the same number`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 60)
    for _ in 0..<300 {
      let whole = Int64(1 + random.next(below: 1 << random.next(below: 40) + 1))
      let part = Int64(random.next(below: Int(whole) + 1))
      let shown = text(.ratio(numerator: FixedPoint(part), denominator: FixedPoint(whole)))
      #expect(shown.number == VietnameseNumber.percent(of: part, in: whole, places: 2))
      #expect(shown.parts?.part == VietnameseNumber.text(part))
      #expect(shown.parts?.whole == VietnameseNumber.text(whole))
      let hundredths = shown.hundredths.map { FixedPoint(units: Int128($0), scale: 2) }
      #expect(shown.number == hundredths.map { VietnameseNumber.percent($0) }, "\(part) of \(whole)")
    }
  }
  @Test(arguments: [
    (2, "33,33\u{A0}%"), (3, "33,333\u{A0}%"), (18, "33,333333333333333333\u{A0}%"),
    (19, "33,333333333333333333\u{A0}%"),
    (0, "33,33\u{A0}%"), (-5, "33,33\u{A0}%"), (.max, "33,333333333333333333\u{A0}%"),
  ]) func `a ratio has two to eighteen places`(_ places: Int, _ number: String) {
    let shown = text(.ratio(numerator: 1, denominator: 3), places: places)
    #expect(shown.number == number)
    #expect(shown.hundredths == 3333, "what is drawn does not depend on the places")
  }
  @Test(
    arguments: [
      (-1, 3, "\u{2212}33,33\u{A0}%"), (1, -3, "\u{2212}33,33\u{A0}%"), (-1, -3, "33,33\u{A0}%"),
      (3, 1, "300,00\u{A0}%"), (0, 0, nil), (.max, .max, "100,00\u{A0}%"),
      (.min, .max, "\u{2212}100,00\u{A0}%"),
      (-1, 1_000_000_000, "0,00\u{A0}%"),
    ] as [(Int64, Int64, String?)])
  func `odd ratios are what they are`(_ part: Int64, _ whole: Int64, _ number: String?) {
    let shown = text(.ratio(numerator: FixedPoint(part), denominator: FixedPoint(whole)))
    #expect(shown.number == number)
    #expect((shown.hundredths == nil) == (number == nil))
  }
}
