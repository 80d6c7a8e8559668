import Tables
import Testing

@Suite struct DayTests {
  /// The day after a year, month and day, by the rules of the calendar as one says them.
  private func after(_ y: Int, _ m: Int, _ d: Int) -> (Int, Int, Int) {
    var lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if y % 400 == 0 || y % 4 == 0 && y % 100 != 0 { lengths[1] = 29 }
    if d < lengths[m - 1] { return (y, m, d + 1) }
    return m < 12 ? (y, m + 1, 1) : (y + 1, 1, 1)
  }

  @Test func `every day of the years 1 to 9999 follows the one before`() {
    var (y, m, d) = (1, 1, 1)
    var number = Int32(-719_162)
    var wrong = 0
    while y <= 9999 {
      let day = Day(year: y, month: m, day: d)
      let civil = Day(number: number).civil
      if day?.number != number || civil != (y, m, d) { wrong += 1 }
      (y, m, d) = after(y, m, d)
      number += 1
    }
    #expect(wrong == 0)
    #expect(number == 2_932_897)
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
  }
  @Test(arguments: [
    (0, 1, 1), (10000, 1, 1), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0), (2024, 4, 31), (2023, 2, 29),
    (1900, 2, 29), (Int.max, 1, 1), (2024, Int.min, 1), (2024, 1, Int.max),
  ])
  func `there is no such day`(_ y: Int, _ m: Int, _ d: Int) { #expect(Day(year: y, month: m, day: d) == nil) }
  @Test(arguments: [
    "", "2024", "2024-12", "2024-12-31-", "24-12-31", "2024-1-01", "2024-12-3a", "+024-12-31", "2024/12/31",
    "2024-02-30", "２０２４-12-31", " 2024-12-31", "-024-12-31",
  ])
  func `this is not a day`(_ text: String) { #expect(Day(iso: text) == nil) }
  @Test func `days are written and read again`() {
    for number in stride(from: -719_162 as Int32, through: 2_932_896, by: 997) {
      #expect(Day(iso: Day(number: number).iso) == Day(number: number))
    }
    #expect(Day(iso: "2024-02-05")?.vietnamese == "05/02/2024")
    #expect(Day(iso: "0007-02-05")?.iso == "0007-02-05")
  }
  @Test func `days far outside the calendar are written without a trap`() {
    #expect(Day(number: .max).iso == "5881580-07-11")
    #expect(Day(number: .min).iso.hasPrefix("-5877641-"))
    #expect(Day(number: .min) < Day(number: .max))
  }
}
