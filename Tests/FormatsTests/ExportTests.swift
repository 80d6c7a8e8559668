import Formats
import Foundation
import Tables
import Testing

/// Columns of an export: a name and decimals of one place, `..` for what was not reported.
private func columns(_ name: String, _ numbers: [String], scale: Int = 1) -> [ColumnRule] {
  var first = ColumnRule(Field("name", .text, .label), header: name)
  first.isTrimmed = true
  return [first]
    + numbers.map { header in
      var rule = ColumnRule(Field(header, .decimal(scale: scale), .rate(numerator: "", denominator: "")))
      rule.missing = [Array("..".utf8): .notReported]
      return rule
    }
}
extension Reading {
  /// The cells of the first row whose name is this.
  fileprivate func row(_ name: String) -> [String?]? {
    rows.first { $0[0] == name }.map { Array($0.dropFirst()) }
  }
  fileprivate var missing: [MissingReason: Int] {
    reasons.joined().compactMap { $0 }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}

/// Exports as the statistics office gives them: a mark of the byte order, `;`, a title and a blank line, `..` for missing.
@Suite(
  .enabled(
    if: SharedData.exists(SharedData.exports), "the statistics office's exports are not beside the project"))
struct ExportTests {
  /// One export: its file, its columns, and what is known of it.
  struct Export: CustomTestStringConvertible, Sendable {
    var file: String, name: String, numbers: [String]
    var rows: Int, missing: Int, firstLine: Int
    var known: [String: [String?]]
    var findings: [String]
    var testDescription: String { file }
  }
  private static let guessed = ["3 csv.guessed"]
  private static let twice = ["1 csv.guessed", "2 csv.repeated-header"]
  private static let byRegion =
    [
      "X1998", "X2002", "X2004", "X2006", "X2008", "X2010", "X2011", "X2012", "X2013", "X2014", "X2015",
      "Pre..2016",
    ]

  static let exports = [
    Export(
      file: "Poverty rate by province", name: "Cities, provincies",
      numbers: ["2006", "2008", "2010", "2012", "2013", "2014", "2015", "Pre. 2016"], rows: 71, missing: 8,
      firstLine: 4,
      known: [
        "WHOLE COUNTRY": ["15.5", "13.4", "14.2", "11.1", "9.8", "8.4", "7.0", "5.8"],
        "Ha Tay": ["12.4", nil, nil, nil, nil, nil, nil, nil],
        "Ca Mau": ["14.0", "12.7", "12.3", "7.8", "6.6", "5.7", "4.7", "4.0"],
      ], findings: guessed),
    Export(
      file: "Area, population and population density by province", name: "Cities, provincies",
      numbers: ["2011 Area (Km2)", "2016 (*) Population density (Person/km2)"], rows: 70, missing: 0,
      firstLine: 4,
      known: ["Ca Mau": ["5294.9", "234.0"], "Dak Nong": ["6515.6", "93.0"]], findings: guessed),
    Export(
      file: "Average dwelling area per capita by type of house and by province", name: "Cities, provincies",
      numbers: ["2014 Total", "Pre. 2016 Simple permanent house"], rows: 70, missing: 11, firstLine: 4,
      known: ["Ha Noi": ["25.1", nil], "Thai Binh": ["24.1", "10.0"]], findings: guessed),
    Export(
      file: "Change in average precipitation", name: "Province, city",
      numbers: ["2010 over 2009", "2011 over 2010", "2016 over 2015"], rows: 15, missing: 5, firstLine: 4,
      known: ["Bãi  Cháy": ["274.7", "-18.2", "-200.8"], "Tuyên Quang": [nil, "165.2", "-678.8"]],
      findings: guessed),
    Export(
      file: "General poverty rate by region", name: "Residence.and.by.region", numbers: byRegion, rows: 7,
      missing: 0, firstLine: 3,
      known: [
        "south_east": [
          "7.6", "8.2", "4.6", "3.1", "2.5", "2.3", "1.7", "1.3", "1.1", "1.0", "0.7", "0.6",
        ]
      ], findings: twice),
    Export(
      file: "General poverty rate by residence", name: "Residence.and.by.region", numbers: byRegion, rows: 2,
      missing: 0, firstLine: 3,
      known: [
        "urban": ["9.0", "6.6", "8.6", "7.7", "6.7", "6.9", "5.1", "4.3", "3.7", "3.0", "2.5", "2.0"]
      ], findings: twice),
  ]

  @Test func `every export has its test`() {
    #expect(
      SharedData.names(in: SharedData.exports, endingIn: ".csv") == Self.exports.map(\.file).sorted())
  }
  @Test(arguments: exports) func `an export is read by a schema`(_ export: Export) throws {
    let bytes = try SharedData.bytes(SharedData.exports.appendingPathComponent("\(export.file).csv"))
    let rules = columns(export.name, export.numbers)
    let reading = read([bytes], rules)
    #expect(reading.error == nil)
    #expect(reading.rows.count == export.rows)
    #expect(reading.lines == Array(export.firstLine..<export.firstLine + export.rows))
    #expect(reading.findings == export.findings)
    #expect(reading.missing == (export.missing == 0 ? [:] : [.notReported: export.missing]))
    for (name, cells) in export.known { #expect(reading.row(name) == cells, "\(name)") }
    #expect(read([bytes], rules, size: 100, batchRows: 3) == reading)
  }
}

/// The same shapes with invented contents, committed with the project.
@Suite struct OwnExportTests {
  private func bytes(_ name: String) throws -> [UInt8] {
    try SharedData.bytes(SharedData.ownExports.appendingPathComponent("\(name).csv"))
  }
  @Test func `a title, a blank line and dots for missing`() throws {
    let reading = read(
      [try bytes("rate-by-province")], columns("Cities, provinces", ["2012", "2014", "Pre. 2016"]))
    #expect(reading.error == nil)
    #expect(
      reading.rows == [
        ["WHOLE COUNTRY", "11.5", "8.0", nil], ["Province A", "3.6", "2.3", "1.3"],
        ["Province B", "12.4", nil, nil], ["Bãi  Xa", nil, "0.0", "-7.0"],
      ])
    #expect(reading.missing == [.notReported: 4])
    #expect(reading.lines == [4, 5, 6, 7])
    #expect(reading.findings == ["3 csv.guessed"])
  }
  @Test func `tables one after another, each with its header`() throws {
    let reading = read([try bytes("rate-by-residence")], columns("Residence", ["X2014", "X2015"]))
    #expect(reading.rows == [["urban", "3.0", "2.5"], ["rural", "10.8", "9.2"], ["other", "0.0", nil]])
    #expect(reading.findings == ["1 csv.guessed", "2 csv.repeated-header", "5 csv.repeated-header"])
  }
  @Test func `numbers and days as people in Viet Nam write them`() throws {
    var rules = columns("Mã xã", ["Tổng số hộ", "Tỷ lệ hộ nghèo (%)", "Ngày rà soát"], scale: 2)
    rules[0].field.role = .code
    rules[1].field.type = .int
    rules[3].field.type = .date
    for index in 1...3 {
      (rules[index].numberStyle, rules[index].dateStyle) = (.vi, .vi)
      rules[index].missing = [Array("…".utf8): .notReported, Array("-".utf8): .notApplicable]
    }
    let reading = read([try bytes("ra-soat-ho-ngheo")], rules)
    #expect(
      reading.rows == [
        ["00001", "1258", "0.96", "2024-12-05"], ["00002", "12258997", "12.50", "2024-12-31"],
        ["00003", nil, nil, nil], ["00004", "0", "0.00", nil],
      ])
    #expect(reading.reasons[2] == [nil, .notReported, .notApplicable, .blank])
    #expect(reading.reasons[3] == [nil, nil, nil, .invalid])
    #expect(reading.findings == ["4 csv.guessed", "8 csv.value Ngày rà soát", "9 csv.empty-row"])
  }
}
