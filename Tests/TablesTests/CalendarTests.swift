import Foundation
import Tables
import Testing

@Suite struct CalendarTests {
  @Test func `every day from 1900 to 2100 is the one of Foundation's calendar`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    let first = try #require(Day(year: 1900, month: 1, day: 1))
    let last = try #require(Day(year: 2100, month: 12, day: 31))
    #expect(last.number - first.number + 1 == 73_414)
    var wrong: [String] = []
    for number in first.number...last.number {
      let day = Day(number: number)
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      let (y, m, d) = day.civil
      let isSame = parts.year == y && parts.month == m && parts.day == d
      let isAgain = Day(year: y, month: m, day: d) == day && Day(iso: day.iso) == day && day.year == y
      if !isSame || !isAgain { wrong.append(day.iso) }
    }
    #expect(wrong == [])
  }
}
