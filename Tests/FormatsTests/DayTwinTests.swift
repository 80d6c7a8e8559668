import Formats
import StageTestKit
import Tables
import Testing

/// Days that are read, against a calendar counted day by day.
@Suite struct DayTwinTests {
  /// The days of a month, from the rule alone.
  private func length(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
  private func padded(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
  }
  private func rule(_ style: DateStyle) -> ColumnRule {
    var rule = ColumnRule(Field("x", .date, .label))
    rule.dateStyle = style
    return rule
  }

  @Test(arguments: [1, 4, 100, 400, 1600, 1899, 1900, 1969, 1970, 1999, 2000, 2023, 2024, 2100, 9999])
  func `every day of a year is read, and no other`(_ year: Int) {
    var (iso, vi) = ("x\n", "x\n")
    var wanted: [[String?]] = []
    for month in 0...13 {
      for day in 0...32 {
        iso += "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))\n"
        vi += "\(padded(day, 2))/\(padded(month, 2))/\(padded(year, 4))\n"
        let isDay = (1...12).contains(month) && (1...31).contains(day) && day <= length(year, month)
        wanted.append([isDay ? "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" : nil])
      }
    }
    #expect(read(iso, [rule(.iso)], CSVFormat(titleLines: 0)).rows == wanted)
    #expect(read(vi, [rule(.vi)], CSVFormat(titleLines: 0)).rows == wanted)
  }
  @Test func `days follow one another without a gap, over all leap years`() throws {
    var text = "x\n"
    var count = 0
    for year in 1896...2104 {
      for month in 1...12 {
        for day in 1...length(year, month) {
          text += "\(day)/\(month)/\(year)\n"
          count += 1
        }
      }
    }
    let first = try #require(Day(iso: "1896-01-01"))
    let reading = read(text, [rule(.vi)], CSVFormat(titleLines: 0))
    #expect(reading.findings == [] && reading.rows.count == count)
    for (place, row) in reading.rows.enumerated() where row[0] != Day(number: first.number + Int32(place)).iso
    {
      Issue.record("\(row[0] ?? "-") is not the day \(place) after the first")
      break
    }
  }
  @Test(arguments: [
    "2024-12-31T00:00:00", "2024-12-31Z", "+2024-12-31", "-2024-12-31", "02024-12-31", "2024-12-3",
    "2024-1-31",
    "24-12-31", "2024/12/31", "2024-12-31-", "2024--12-31", "２０２４-12-31", "2024-12-３1", "2024 12 31",
    "20241231",
    "2024-12-31x", "0x7E-12-31", "2024-12\u{2212}31",
  ]) func `what is not quite a day is none`(_ text: String) {
    let reading = read("x\n\(text)\n", [rule(.iso)], CSVFormat(titleLines: 0))
    #expect(reading.rows == [[nil]] && reading.findings == ["2 csv.value x"])
    #expect(readJSON("[{\"x\":\"\(text)\"}]", [rule(.iso)]).findings == ["1 json.value x"])
  }
  @Test(arguments: [
    "31/12/24", "31/12/02024", "31//12/2024", "31/12/", "/12/2024", "31/12/2024/", "31.12.2024", "31-12-2024",
    "+1/12/2024", "1 /12/2024", "031/12/2024", "31/012/2024", "31/12/-2024", "31/12/２０２４", "0/0/0",
  ]) func `what is not quite a day of Viet Nam is none`(_ text: String) {
    let reading = read("x\n\(text)\n", [rule(.vi)], CSVFormat(titleLines: 0))
    #expect(reading.rows == [[nil]] && reading.findings == ["2 csv.value x"])
  }
  @Test(arguments: 0..<4) func `random signs are days where the twin says so`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let signs = Array("0123456789/-/ 12".utf8)
    for _ in 0..<60 {
      var cells: [String] = []
      for _ in 0..<60 {
        let bytes = (0..<1 + random.next(below: 11)).map { _ in signs[random.next(below: signs.count)] }
        cells.append(String(decoding: bytes, as: UTF8.self))
      }
      let found = read("x,y\n" + cells.map { "\($0),1\n" }.joined(), [rule(.vi)], CSVFormat(titleLines: 0))
        .rows
      #expect(found.count == cells.count)
      for (cell, row) in zip(cells, found) {
        let parts = cell.trimming(while: { $0 == " " }).split(
          separator: "/", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.allSatisfy(\.isASCIIDigit) ? Int($0) : nil }
        var wanted: String?
        if parts.count == 3, numbers.count == 3, (1...2).contains(parts[0].count),
          (1...2).contains(parts[1].count),
          parts[2].count == 4, (1...12).contains(numbers[1]), numbers[2] > 0, numbers[0] > 0,
          numbers[0] <= length(numbers[2], numbers[1])
        {
          wanted = "\(padded(numbers[2], 4))-\(padded(numbers[1], 2))-\(padded(numbers[0], 2))"
        }
        #expect(row[0] == wanted, "'\(cell)'")
      }
    }
  }
}
extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
extension String {
  fileprivate func trimming(while isOut: (Character) -> Bool) -> Substring {
    let start = drop(while: isOut)
    return start.dropLast(start.reversed().prefix(while: isOut).count)
  }
}
