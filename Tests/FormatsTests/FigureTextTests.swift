import Figures
import Formats
import Tables
import Testing

@Suite struct FigureTextTests {
  private func text(_ value: FigureValue?, isPercent: Bool = true) throws -> FigureText {
    let figure = Figure(
      id: "f", unit: "vn", asOf: try #require(Day(iso: "2024-02-05")), measure: "poor", value: value,
      status: value == nil ? .notReported : .value, grade: .simulated,
      source: Figure.Source(title: "Bảng giả định"))
    return FigureText(figure, isPercent: isPercent)
  }
  private func number(_ plain: String) throws -> FixedPoint { try #require(FixedPoint(plain: plain)) }

  @Test(
    arguments: [
      ("6287", "6.287", 628_700), ("0", "0", 0), ("12.345", "12,345", 1235),
      ("-12.345", "\u{2212}12,345", -1235),
      ("0.50", "0,50", 50),
    ])
  func `an amount has the places it has`(_ plain: String, _ shown: String, _ hundredths: Int) throws {
    let text = try text(.amount(number(plain)))
    #expect(text.number == shown)
    #expect(text.hundredths == hundredths)
    #expect(text.parts == nil)
    #expect(!text.isPercent)
  }
  @Test func `a printed rate keeps its places, in percent or in points`() throws {
    let rate = FigureValue.printed(try number("0.960"))
    #expect(try text(rate).number == "0,960\u{A0}%")
    #expect(try text(rate).hundredths == 96)
    #expect(try text(rate).isPercent)
    #expect(try text(rate, isPercent: false).number == "0,960")
    #expect(try !text(rate, isPercent: false).isPercent)
  }
  @Test(
    arguments: [
      ("96", "10000", "0,96\u{A0}%", 96, "96", "10.000"), ("1", "800", "0,13\u{A0}%", 13, "1", "800"),
      ("2.5", "10", "25,00\u{A0}%", 2500, "2,5", "10"), ("0", "7", "0,00\u{A0}%", 0, "0", "7"),
      ("1", "0", nil, nil, "1", "0"), ("99999999999999999999999999999999999999", "1", nil, nil, nil, "1"),
    ] as [(String, String, String?, Int?, String?, String)])
  func `a ratio is printed in percent with its parts`(
    _ part: String, _ whole: String, _ shown: String?, _ hundredths: Int?, _ partText: String?,
    _ wholeText: String
  ) throws {
    let text = try text(.ratio(numerator: number(part), denominator: number(whole)))
    #expect(text.number == shown)
    #expect(text.hundredths == hundredths)
    if let partText { #expect(text.parts?.part == partText) }
    #expect(text.parts?.whole == wholeText)
    #expect(text.isPercent)
  }
  @Test func `a figure without a value has no number, and is not zero`() throws {
    let text = try text(nil)
    #expect(text.number == nil)
    #expect(text.hundredths == nil)
    #expect(text.parts == nil)
    #expect(!text.isPercent)
  }
  @Test func `the day is written for machines and for people`() throws {
    let text = try text(nil)
    #expect(text.year == 2024)
    #expect(text.isoDay == "2024-02-05")
    #expect(text.day == "05/02/2024")
  }
  @Test func `a number beyond what is drawn has no hundredths`() throws {
    let text = try text(.amount(number("999999999999999999999999")))
    #expect(text.number == "999.999.999.999.999.999.999.999")
    #expect(text.hundredths == nil)
  }
}
