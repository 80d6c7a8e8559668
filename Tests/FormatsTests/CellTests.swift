import Formats
import StageTestKit
import Tables
import Testing

@Suite struct CellTests {
  private func cell(_ text: String, _ type: ColumnType, _ change: (inout ColumnRule) -> Void = { _ in })
    -> String?
  {
    var rule = ColumnRule(Field("x", type, .amount))
    change(&rule)
    var builder = ColumnBuilder(type)
    let isGood = rule.append(Array(text.utf8)[...], to: &builder)
    let column = builder.column
    #expect(column.count == 1)
    #expect(isGood == (column.missingReason(0) != .invalid))
    return column.shown(0) ?? column.missingReason(0).map { "(\($0))" }
  }
  private static let bad = "(invalid)"

  @Test(arguments: [
    ("0", "0"), ("-12", "-12"), (" 7 ", "7"), ("\u{A0}7", "7"), ("", "(blank)"), ("  ", "(blank)"),
    ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
    ("9223372036854775808", bad), ("1.0", bad), ("1,000", bad), ("1.000", bad), ("+1", bad), ("1e3", bad),
    ("0x10", bad), ("-", bad), ("--1", bad), ("١", bad), ("1 2", bad),
  ])
  func `whole numbers in the plain style`(_ text: String, _ want: String) {
    #expect(cell(text, .int) == want)
  }
  @Test(arguments: [
    ("1.234", "1234"), ("1.258.997", "1258997"), ("1258997", "1258997"), ("-1.234", "-1234"), ("0", "0"),
    ("1.5", bad), ("0.125", bad), ("1234.567", bad), ("1..234", bad), (".234", bad), ("1.2345", bad),
    ("1,5", bad), ("1,", bad), ("1.234.", bad),
  ])
  func `whole numbers in the Vietnamese style`(_ text: String, _ want: String) {
    #expect(cell(text, .int) { $0.numberStyle = .vi } == want)
  }
  @Test(arguments: [
    ("1.234,5", "1234.50"), ("0,96", "0.96"), ("-0,96", "-0.96"), ("12", "12.00"), ("1234,5", "1234.50"),
    ("0.96", bad), ("0,965", bad), ("1.23,5", bad), ("1,234.5", bad), (",5", bad), ("1,2,3", bad),
  ])
  func `decimals of two places in the Vietnamese style`(_ text: String, _ want: String) {
    #expect(cell(text, .decimal(scale: 2)) { $0.numberStyle = .vi } == want)
  }
  @Test(arguments: [
    ("12.5", "12.50"), ("12.345", bad), ("12,5", bad), (".5", bad), ("5.", bad), ("-0.05", "-0.05"),
  ])
  func `decimals of two places in the plain style`(_ text: String, _ want: String) {
    #expect(cell(text, .decimal(scale: 2)) == want)
  }
  @Test(arguments: [
    ("3.675", "3675"), ("3,675", bad), ("3.67", bad), ("36.75", bad), ("0.675", bad), ("3675.000", bad),
    ("3675", "3675"), ("003.675", bad), ("12.345.678", "12345678"), ("1234.567", bad), ("-3.675", "-3675"),
  ])
  func `a dot parts thousands, and is refused where it could only be a decimal point`(
    _ text: String, _ want: String
  ) { #expect(cell(text, .int) { $0.numberStyle = .vi } == want) }
  @Test(arguments: [("3.675", "3.675"), ("3,675", bad), ("3.675,5", bad), ("3675", "3675.000")])
  func `a comma is a decimal sign only when the schema says so`(_ text: String, _ want: String) {
    #expect(cell(text, .decimal(scale: 3)) == want)
  }
  @Test(arguments: [
    ("31/12/2024", "2024-12-31"), ("30/02/2024", bad), ("31/04/2024", bad), ("00/01/2024", bad),
    ("01/13/2024", bad), ("01/01/0000", bad), (" 1/1/2024 ", "2024-01-01"), ("1/1/2024 ", "2024-01-01"),
    ("1-1-2024", bad), ("1/1/+024", bad), ("١/1/2024", bad), ("01/01/2024 00:00", bad),
    ("1/2/2024", "2024-02-01"), ("29/02/2024", "2024-02-29"),
    ("29/02/2023", bad), ("12/31/2024", bad), ("2024-12-31", bad), ("31/12/24", bad), ("/12/2024", bad),
    ("-1/2/2024", bad), ("1/2/3/2024", bad),
  ])
  func `days in the Vietnamese style`(_ text: String, _ want: String) {
    #expect(cell(text, .date) { $0.dateStyle = .vi } == want)
  }
  @Test(arguments: [
    ("2024-12-31", "2024-12-31"), ("31/12/2024", bad), ("2024-1-1", bad), ("2023-02-29", bad),
  ])
  func `days in the ISO style`(_ text: String, _ want: String) { #expect(cell(text, .date) == want) }
  @Test(arguments: [
    ("1", "yes"), ("0", "no"), ("Có", "yes"), ("KHÔNG", "no"), ("true", "yes"), ("x", "yes"), ("-", "no"),
    ("2", bad),
  ])
  func `answers`(_ text: String, _ want: String) {
    #expect(cell(text, .bool) { ($0.yes, $0.no) = (["x"], ["-"]) } == want)
  }
  @Test(arguments: [
    ("1.5", "1.5"), ("1e3", "1000.0"), ("1e5", "100000.0"), ("-2.5E-1", "-0.25"), ("1E+05", "100000.0"),
    ("1e", bad), ("e5", bad), ("nan", bad), ("inf", bad), ("0x1p3", bad), ("1e999", bad),
  ])
  func `floating-point numbers`(_ text: String, _ want: String) { #expect(cell(text, .double) == want) }
  @Test(arguments: ["1e3", "1E+05", "1.5e0"]) func `powers of ten are for floating-point numbers alone`(
    _ text: String
  ) {
    #expect(cell(text, .int) == Self.bad && cell(text, .decimal(scale: 2)) == Self.bad)
  }
  @Test func `texts keep their spaces unless trimmed`() {
    #expect(cell(" a ", .text) == " a ")
    #expect(cell(" a ", .text) { $0.isTrimmed = true } == "a")
    #expect(cell("08", .text) == "08")
  }
  @Test func `missing words keep their reason and are never zero`() {
    let words: (inout ColumnRule) -> Void = {
      $0.missing = [Array("..".utf8): .notReported, Array("-".utf8): .notApplicable]
    }
    #expect(cell("..", .int, words) == "(notReported)")
    #expect(cell(" - ", .text, words) == "(notApplicable)")
    #expect(cell("...", .int, words) == Self.bad)
  }
  @Test func `an empty cell is blank unless the schema gives another reason`() {
    #expect(cell("", .int) { $0.missing = [[]: .notReported] } == "(notReported)")
    #expect(cell(" ", .text) { $0.missing = [[]: .notApplicable] } == "(notApplicable)")
    #expect(cell("", .int) { $0.missing = [Array("..".utf8): .notReported] } == "(blank)")
  }
  @Test(arguments: 0..<4) func `no text traps, and every text is one cell`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let alphabet = Array("0123456789-/.,+eE \t%".utf8) + [0xC2, 0xA0, 0xFF, 0]
    let types: [ColumnType] = [.int, .decimal(scale: 0), .decimal(scale: 18), .double, .text, .bool, .date]
    for _ in 0..<3000 {
      let text = (0..<random.next(below: 24)).map { _ in alphabet[random.next(below: alphabet.count)] }
      for type in types {
        var rule = ColumnRule(Field("x", type, .amount))
        (rule.numberStyle, rule.dateStyle) = random.next(below: 2) == 0 ? (.vi, .vi) : (.plain, .iso)
        var builder = ColumnBuilder(type)
        let isGood = rule.append(text[...], to: &builder)
        #expect(
          builder.column.count == 1 && isGood == (builder.column.missingReason(0) != .invalid), "\(text)")
      }
    }
  }
}
