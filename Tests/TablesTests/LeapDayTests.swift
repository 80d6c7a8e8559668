import StageTestKit
import Tables
import Testing

/// Days where calendars go wrong: leap days, centuries, years before 1900, and both ways of writing.
@Suite struct LeapDayTests {
  @Test(arguments: [
    (1600, true), (1700, false), (1800, false), (1896, true), (1899, false), (1900, false), (1904, true),
    (1999, false), (2000, true), (2004, true), (2023, false), (2024, true), (2100, false), (2200, false),
    (2400, true), (4, true), (100, false), (400, true), (1, false), (9996, true), (9999, false),
  ]) func `a year has its leap day or not`(_ year: Int, _ isLeap: Bool) throws {
    let leap = Day(year: year, month: 2, day: 29)
    #expect((leap != nil) == isLeap)
    let february = try #require(Day(year: year, month: 2, day: 28))
    let march = try #require(Day(year: year, month: 3, day: 1))
    #expect(march.number - february.number == (isLeap ? 2 : 1))
    #expect(Day(number: march.number - 1).civil.day == (isLeap ? 29 : 28))
    let first = try #require(Day(year: year, month: 1, day: 1))
    let last = try #require(Day(year: year, month: 12, day: 31))
    #expect(last.number - first.number == (isLeap ? 365 : 364))
    let digits = String(repeating: "0", count: 4 - String(year).count) + String(year)
    #expect((Day(iso: "\(digits)-02-29") != nil) == isLeap)
  }
  /// Numbers worked out by the Julian day number, 2,440,588 on 1 January 1970.
  @Test(
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("1900-01-01", -25_567), ("1900-02-28", -25_509),
      ("1900-03-01", -25_508), ("1899-12-31", -25_568), ("1858-11-17", -40_587), ("1582-10-15", -141_427),
      ("2000-01-01", 10_957), ("2000-02-29", 11_016), ("2000-03-01", 11_017), ("2024-02-29", 19_782),
      ("2024-12-31", 20_088), ("2025-07-01", 20_270), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ] as [(String, Int32)]) func `a day has the number of its Julian day`(_ text: String, _ number: Int32)
  {
    #expect(Day(iso: text)?.number == number)
    #expect(Day(number: number).iso == text)
  }
  @Test(arguments: 0..<4) func `days sort as their texts, and go from text to day and back`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let numbers = (0..<400).map { _ in Int32(random.next(below: 3_652_059)) - 719_162 }
    let days = numbers.map { Day(number: $0) }
    #expect(days.sorted().map(\.iso) == days.map(\.iso).sorted())
    #expect(days.map { Day(iso: $0.iso) } == days)
    for day in days {
      let (year, month, of) = day.civil
      #expect(Day(year: year, month: month, day: of) == day)
      #expect(day.vietnamese.split(separator: "/").map { Int($0) } == [of, month, year], "\(day.iso)")
    }
  }
  @Test func `months have their lengths in every kind of year`() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for year in [1, 1600, 1800, 1899, 1900, 2000, 2023, 2024, 2100, 9999] {
      let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
      for (index, length) in lengths.enumerated() {
        let last = length + (isLeap && index == 1 ? 1 : 0)
        #expect(Day(year: year, month: index + 1, day: last) != nil)
        #expect(Day(year: year, month: index + 1, day: last + 1) == nil)
        #expect(Day(year: year, month: index + 1, day: 0) == nil)
      }
    }
  }
  @Test(arguments: [
    "2024-02-29 ", "2024-02-29T00:00:00", "02024-02-29", "2024-2-29", "2024-02-9", "2024--2-29", "2024-+2-29",
    "20240229", "2024-02", "24-02-29", "2024.02.29", "2024-13-01", "2024-00-10", "2024-01-00", "2024-01-32",
    "0000-01-01", "10000-01-01", "1900-02-29", "2100-02-29", "２024-01-01", "2024-01-0１", "29/02/2024",
    "2024-02-29\u{0}", "2024-02-29\n", "\u{FEFF}2024-02-29", "٢٠٢٤-01-01",
  ]) func `what is not a day of the calendar as it is written is none`(_ text: String) {
    #expect(Day(iso: text) == nil)
    var builder = ColumnBuilder(.date)
    let isGood = builder.append(Array(text.utf8)[...])
    #expect(!isGood && builder.column.shown == ["(invalid)"])
  }
  @Test(arguments: ["2024-02-29", "1899-12-31", "0001-01-01"]) func `a part of a text is a day as well`(
    _ text: String
  ) {
    let longer = "x" + text + "y"
    #expect(Day(iso: longer.dropFirst().dropLast()) == Day(iso: text) && Day(iso: text) != nil)
  }
}
