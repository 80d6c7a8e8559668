import Diagnostics
import Formats
import StageKit
import Tables
import Testing

/// What is said of days that are none, and of codes that are too short, alike in CSV and in JSON.
@Suite struct DayFindingTests {
  /// The words in both languages for one cell, in CSV and as a text of JSON.
  private func words(_ cell: String, _ rule: ColumnRule) -> (csv: [Phrase], json: [Phrase]) {
    let csv = Array("x\n\(cell)\n".utf8)
    let json = Array("{\"x\":\"\(cell)\"}\n".utf8)
    var (inCSV, inJSON) = (Findings(step: "s"), Findings(step: "s"))
    do throws(StageError) {
      let files = memory(["f.csv": csv, "f.ndjson": json])
      var cutter = CSVCutter(["f.csv"], rules: [rule], format: CSVFormat(), size: 100)
      while let piece = try cutter.next(files) {
        CSVDecoder([rule], batchRows: 10).decode(piece, &inCSV) { _, _ in }
      }
      var lines = JSONCutter(["f.ndjson"], size: 100, form: .auto)
      while let piece = try lines.next(files) {
        JSONRowDecoder([rule], batchRows: 10).decode(piece, &inJSON) { _, _ in }
      }
    } catch { Issue.record("\(error.message.en)") }
    return (
      inCSV.steps["s"]?.kept.map(\.message) ?? [], inJSON.steps["s"]?.kept.map(\.message) ?? []
    )
  }
  private func day(_ style: DateStyle, _ sensitivity: Sensitivity = .protected) -> ColumnRule {
    var rule = ColumnRule(Field("x", .date, .label, sensitivity: sensitivity))
    rule.dateStyle = style
    return rule
  }

  @Test(
    arguments: [
      (.vi, "30/02/2024"), (.vi, "31/4/2024"), (.vi, "1/13/2024"), (.vi, "29/02/2023"), (.vi, "0/1/2024"),
      (.iso, "2024-02-30"), (.iso, "2024-13-01"), (.iso, "0000-01-01"),
    ] as [(DateStyle, String)])
  func `there is no such day`(_ style: DateStyle, _ cell: String) {
    let found = words(cell, day(style))
    #expect(found.csv.map(\.vi) == ["không có ngày \(cell)"])
    #expect(found.csv.map(\.en) == ["there is no such day as \(cell)"])
    #expect(found.json == found.csv)
  }
  @Test(
    arguments: [
      (.iso, "31/12/2024", "; if the column has days such as 31/12/2024, say date_style: vi"),
      (.iso, "30/2/2024", "; if the column has days such as 31/12/2024, say date_style: vi"),
      (.vi, "2024-12-31", "; if the column has days such as 2024-12-31, say date_style: iso"),
      (.vi, "31-12-2024", ""), (.iso, "2024-1-1", ""), (.vi, "31/12/24", ""), (.iso, "hôm qua", ""),
      (.iso, "31/12/2024 00:00", ""),
    ] as [(DateStyle, String, String)])
  func `a day in the other style is told so`(_ style: DateStyle, _ cell: String, _ hint: String) {
    let found = words(cell, day(style))
    let example = style == .iso ? "2024-12-31" : "31/12/2024"
    #expect(found.csv.map(\.en) == ["expected a date such as \(example), found '\(cell)'\(hint)"])
    #expect(found.json.map(\.en) == ["expected a date such as \(example), found '\"\(cell)\"'\(hint)"])
    #expect(hint.isEmpty || found.csv.allSatisfy { $0.vi.contains("thì khai date_style: ") })
  }
  @Test func `a day of a person is not repeated`() {
    let found = words("30/02/1990", day(.vi, .personal))
    #expect(
      found.csv.map(\.en) == ["there is no such day as the one in this cell"] && found.json == found.csv)
    #expect(!found.csv.contains { $0.vi.contains("1990") })
    let other = words("1990-02-03", day(.vi, .personal))
    #expect(other.csv.count == 1 && !other.csv.contains { $0.en.contains("1990") || $0.vi.contains("1990") })
    #expect(other.json == other.csv)
  }
  @Test(arguments: [("12345678901", 1), ("123456789", 3), ("1", 11)])
  func `as many digits are missing in JSON as in CSV`(_ cell: String, _ lost: Int) {
    var rule = ColumnRule(Field("x", .text, .code))
    rule.digits = 12
    let found = words(cell, rule)
    #expect(found.csv.count == 1 && found.json.count == 1)
    for phrase in found.csv + found.json {
      #expect(phrase.vi.contains(" thiếu \(lost) chữ số so với 12"))
      #expect(phrase.en.contains(" is \(lost) short of 12 digits"))
    }
  }
  @Test func `a number that reads two ways is told so as a text of JSON too`() {
    let found = words("3.675", ColumnRule(Field("x", .int, .count)))
    #expect(found.json.first?.en.hasSuffix("; if dots part thousands, say number_style: vi") == true)
  }
}
