import Diagnostics
import Figures
import Formats
import StageTestKit
import Tables
import Testing

/// Days and numbers as people in Viet Nam write them, at the edges of what there is.
@Suite struct DayTextTests {
  private static func cell(_ text: String, _ style: DateStyle) -> String? {
    var rule = ColumnRule(Field("x", .date, .label))
    rule.dateStyle = style
    var builder = ColumnBuilder(.date)
    _ = rule.append(Array(text.utf8)[...], to: &builder)
    return builder.column.shown(0)
  }
  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
  private static func days(in month: Int, _ year: Int) -> Int {
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  @Test(arguments: [1000, 1200, 1582, 1899, 1900, 1970, 1999, 2000, 2023, 2024, 2100, 9999])
  func `every day of a year is written and read again, and none besides`(_ year: Int) throws {
    var last: Day?
    for month in 1...12 {
      for date in 1...31 {
        let found = Day(year: year, month: month, day: date)
        #expect((found != nil) == (date <= Self.days(in: month, year)), "\(date)/\(month)/\(year)")
        guard let found else {
          let text = "\(date)/\(month)/\(String(repeating: "0", count: 4 - "\(year)".count))\(year)"
          #expect(Self.cell(text, .vi) == nil, "\(text)")
          continue
        }
        #expect(last.map { $0.number + 1 == found.number && $0 < found } ?? true)
        last = found
        #expect(Self.cell(found.vietnamese, .vi) == found.iso && Self.cell(found.iso, .iso) == found.iso)
        #expect(Day(iso: found.iso) == found && found.year == year)
        let parts = found.vietnamese.split(separator: "/")
        #expect(parts.map(\.count) == [2, 2, 4] && parts.reversed().joined(separator: "-") == found.iso)
      }
    }
  }
  @Test(
    arguments: [
      ("1/2/2024", "2024-02-01"), ("01/2/2024", "2024-02-01"), ("29/2/2024", "2024-02-29"),
      ("29/2/2023", nil), ("29/2/1900", nil), ("29/2/2000", "2000-02-29"), ("31/4/2024", nil),
      ("32/1/2024", nil), ("0/1/2024", nil), ("1/0/2024", nil), ("1/13/2024", nil), ("2024/12/31", nil),
      ("12/31/2024", nil), ("1/2/24", nil), ("1/2/02024", nil), ("1//2024", nil), ("/1/2024", nil),
      ("1/2/", nil), ("1/2/2024/", nil), ("1.2.2024", nil), ("1 /2/2024", nil), ("１/2/2024", nil),
      ("ngày 1/2/2024", nil), ("1/2/2024 ", "2024-02-01"), ("001/2/2024", nil), ("1/2/-024", nil),
    ] as [(String, String?)])
  func `a day is read day first, or not at all`(_ text: String, _ iso: String?) {
    #expect(Self.cell(text, .vi) == iso)
  }
  @Test(arguments: [
    "2024-1-1", "2024-01-1", "24-01-01", "2024-13-01", "2024-00-10", "2024-02-30", "2024-12-31T00:00:00Z",
    "2024/12/31", "20241231", "+2024-12-31", "-024-12-31", "2024-12-31-", "", "2024–12–31",
  ]) func `a day by year, month and day has its ten signs`(_ text: String) {
    #expect(Self.cell(text, .iso) == nil && Day(iso: text) == nil)
  }

  // MARK: Numbers

  /// Digits by threes from the right, put together by the simplest of ways.
  private static func grouped(_ digits: String) -> String {
    var (text, count) = ("", 0)
    for digit in digits.reversed() {
      if count > 0, count % 3 == 0 { text.append(".") }
      text.append(digit)
      count += 1
    }
    return String(text.reversed())
  }
  @Test(arguments: 0...18) func `around each power of ten the dots are where they belong`(_ power: Int) {
    let ten = (0..<power).reduce(Int64(1)) { product, _ in product * 10 }
    for number in [ten - 1, ten, ten + 1, ten * 9] where number >= 0 && number / 9 <= ten {
      #expect(VietnameseNumber.text(number) == Self.grouped(String(number)))
      let isNought = number == 0
      #expect(VietnameseNumber.text(-number) == (isNought ? "0" : "\u{2212}" + Self.grouped(String(number))))
      let fraction = FixedPoint(units: Int128(number), scale: 2)
      let whole = Self.grouped(String(number / 100))
      let rest = number % 100
      #expect(VietnameseNumber.text(fraction) == "\(whole),\(rest < 10 ? "0" : "")\(rest)")
    }
  }
  @Test(arguments: 0..<4) func `a number read as it was printed is the number, in cells of either style`(
    _ seed: Int
  ) {
    var random = SeededRandom(UInt64(seed) + 900)
    for _ in 0..<300 {
      let number = Int64(bitPattern: random.next()) >> Int64(random.next(below: 63))
      for style in NumberStyle.allCases {
        var rule = ColumnRule(Field("x", .int, .count))
        rule.numberStyle = style
        var builder = ColumnBuilder(.int)
        let text = style == .vi ? VietnameseNumber.text(number) : String(number)
        #expect(rule.append(Array(text.utf8)[...], to: &builder), "\(text)")
        #expect(builder.column.shown(0) == String(number), "\(text)")
      }
    }
  }
  @Test(
    arguments: [
      (4, 1000, 0, "0"), (5, 1000, 0, "1"), (15, 1000, 0, "2"), (25, 1000, 0, "3"), (1, 3000, 1, "0,0"),
      (999, 1000, 0, "100"), (9994, 10_000, 0, "100"), (995, 1000, 0, "100"), (994, 1000, 0, "99"),
      (1, 1, 2, "100,00"), (25, 100_000, 2, "0,03"), (35, 100_000, 2, "0,04"), (24, 100_000, 2, "0,02"),
    ] as [(Int64, Int64, Int, String)])
  func `a half is rounded up, and not to the even one`(
    _ part: Int64, _ whole: Int64, _ places: Int, _ text: String
  ) {
    #expect(VietnameseNumber.percent(of: part, in: whole, places: places) == text + "\u{A0}%")
    let negative = VietnameseNumber.percent(of: -part, in: whole, places: places)
    let isNought = !text.contains { $0 != "0" && $0 != "," }
    #expect(negative == (isNought ? "" : "\u{2212}") + text + "\u{A0}%")
  }
}
