import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Aggregate

/// The stage `households.forms`: which units have rows, which numbers of all households count, and why cells are blank.
@Suite struct FormStageTests {
  private static let nobody = "[không có trong bảng đếm]"
  private static let outside = "[bảng tổng số có đơn vị ngoài biểu]"
  private static func told(_ count: Int, _ first: String) -> [String] {
    [
      "forms.outside: the table of all households has \(count) codes that are not known to be of the level of the forms, first \(first): the totals have no number of all"
    ]
  }

  // MARK: Rows

  @Test func `a commune of which nobody was reviewed is a row, and leaves the totals blank`() throws {
    let run = try FormsRun(
      [[Counted()]], totals: [[AllHouseholds(), AllHouseholds(unit: "00002", count: 900)]])
    #expect(run.row("F1", "00001", 1, 3, 4) == "100 5 5.00")
    #expect(run.row("F1", "00002", 1, 3, 4) == "900 \(Self.nobody) \(Self.nobody)")
    // Without the row it would be 5 of 100.
    #expect(run.row("F1", "n/a", 1) == "1000")
    #expect(run.row("F1", "n/a", 3, 4) == "[1 đơn vị không có số] [1 đơn vị không có số]")
    #expect(run.row("F12", "n/a", 1) == "1000")
    #expect(run.findings == [])
  }
  @Test(
    arguments: [
      // What is listed and cannot be used is listed all the same: two numbers, a negative one, none.
      ([AllHouseholds(unit: "00002", count: 900), AllHouseholds(unit: "00002", count: 901)], 1),
      ([AllHouseholds(unit: "00002", count: -1)], 1), ([AllHouseholds(unit: "00002", count: nil)], 0),
    ])
  func `a number that is not used does not take the commune out of the total`(
    _ rows: [AllHouseholds], _ findings: Int
  ) throws {
    let run = try FormsRun([[Counted()]], totals: [[AllHouseholds()] + rows])
    #expect(run.row("F1", "00002", 1) == "[không có tổng số của đơn vị]")
    #expect(run.row("F1", "n/a", 1, 4) == "[1 đơn vị không có số] [1 đơn vị không có số]")
    #expect(run.findings.count { $0.hasPrefix("households.denominator: ") } == findings)
  }
  @Test(
    arguments: [
      // The level, what is counted, the codes of all households, the total of all of them, the codes that are outside.
      ("commune", ["00001"], ["00001"], "100", 0, ""),
      ("commune", ["00001"], ["00001", "00002"], "200", 0, ""),
      // A province or a district above would be counted twice, one of islands not at all; lost zeros and letters say nothing.
      ("commune", ["00001"], ["00001", "01"], outside, 1, "01"),
      ("commune", ["00001"], ["00001", "001"], outside, 1, "001"),
      ("commune", ["00001"], ["00001", "004", "01"], outside, 2, "004"),
      ("commune", ["00001"], ["00001", "1"], outside, 1, "1"),
      ("commune", ["00001"], ["00001", "0000A"], outside, 1, "0000A"),
      ("commune", ["00001"], ["00001", "vn"], outside, 1, "vn"),
      // A district of islands that is counted among communes is a row; another district is not, for all that.
      ("commune", ["00001", "004"], ["00001", "004"], "200", 0, ""),
      ("commune", ["00001", "004"], ["00001", "004", "001"], outside, 1, "001"),
      // Codes of one's own making are rows where they are counted.
      ("commune", ["A1"], ["A1"], "100", 0, ""), ("commune", ["A1"], ["A1", "A2"], outside, 1, "A2"),
      ("district", ["001"], ["001", "002"], "200", 0, ""),
      ("district", ["001"], ["001", "00002"], outside, 1, "00002"),
      ("district", ["001"], ["001", "01"], outside, 1, "01"),
      ("province", ["01"], ["01", "02"], "200", 0, ""),
      ("province", ["01"], ["01", "001"], outside, 1, "001"),
    ])
  func `a code of all households is a row where it is known to be of the level`(
    _ level: String, _ counted: [String], _ all: [String], _ total: String, _ count: Int, _ first: String
  ) throws {
    let run = try FormsRun(
      [counted.map { Counted(level: level, unit: $0) }], totals: [all.map { AllHouseholds(unit: $0) }],
      "{ standard: vn-2022, level: \(level) }")
    #expect(run.row("F1", "n/a", 1) == total)
    for form in ["F12", "F13"] { #expect(run.row(form, "n/a", 1) == total) }
    #expect(run.findings == (count == 0 ? [] : Self.told(count, first)))
    // What was counted is added up whatever stands in the table of all.
    if count > 0 { #expect(run.row("F1", "n/a", 3) == String(5 * counted.count)) }
    if count > 0 { #expect(run.row("F1", "n/a", 4) == total) }
  }

  // MARK: All households

  @Test(
    arguments: [
      // The last day that is not after the forms.
      ([[AllHouseholds(count: 1, day: "2023-10-01"), AllHouseholds(count: 2)]], "2024-12-14", "2"),
      ([[AllHouseholds(count: 2), AllHouseholds(count: 3, day: "2025-01-01")]], "2024-12-14", "2"),
      ([[AllHouseholds(count: 2), AllHouseholds(count: 3, day: "2024-12-14")]], "2024-12-14", "3"),
      ([[AllHouseholds(count: 3, day: "2025-01-01")]], "2024-12-14", "[không có tổng số của đơn vị]"),
      ([[AllHouseholds(count: 2), AllHouseholds(count: 3, day: "2025-01-01")]], nil, "3"),
      // One day of all tables; a table without days is of the day of the forms.
      ([[AllHouseholds(count: 2)], [AllHouseholds(count: 3, day: "2024-11-01")]], "2024-12-14", "3"),
      ([[AllHouseholds(count: 2)], [AllHouseholds(count: 3, day: nil)]], "2024-12-14", "3"),
      ([[AllHouseholds(count: 3, day: nil)]], nil, "3"),
      // Zero is a number.
      ([[AllHouseholds(count: 0)]], "2024-12-14", "0"),
    ] as [([[AllHouseholds]], String?, String)])
  func `the numbers of all households are of one day`(
    _ tables: [[AllHouseholds]], _ day: String?, _ total: String
  ) throws {
    let run = try FormsRun([[Counted(poor: 0, nearPoor: 0)]], totals: tables, on: day)
    #expect(run.row("F1", "00001", 1) == total && run.row("F1", "00001", 3) == "0")
    #expect(run.findings == [])
  }
  @Test(
    arguments: [
      (
        [[AllHouseholds(count: 7), AllHouseholds(count: 8)]], 1,
        "the unit '00001' has two numbers of households"
      ),
      (
        [[AllHouseholds(count: 7), AllHouseholds(count: 7)]], 1,
        "the unit '00001' has two numbers of households"
      ),
      // The third is not the one that counts.
      (
        [[AllHouseholds(count: 7), AllHouseholds(count: 8), AllHouseholds(count: 9)]], 2,
        "the unit '00001' has two"
      ),
      (
        [[AllHouseholds(count: 7)], [AllHouseholds(count: 8)]], 1,
        "the unit '00001' has two numbers of households"
      ),
      ([[AllHouseholds(count: -7)]], 1, "the number of households is negative"),
      ([[AllHouseholds(count: .min)]], 1, "the number of households is negative"),
    ])
  func `two numbers of one unit and a negative one are none, and told`(
    _ tables: [[AllHouseholds]], _ count: Int, _ words: String
  ) throws {
    let run = try FormsRun([[Counted()]], totals: tables)
    #expect(run.row("F1", "00001", 1, 4) == "[không có tổng số của đơn vị] [không có tổng số của đơn vị]")
    #expect(run.findings.count == count)
    #expect(run.findings.allSatisfy { $0.hasPrefix("households.denominator: \(words)") }, "\(run.findings)")
  }
  @Test func `numbers of two groups are not two numbers`() throws {
    let totals = [
      AllHouseholds(), AllHouseholds(count: 400, group: "persons"),
      AllHouseholds(count: 60, group: "thieu_so:true"),
    ]
    let run = try FormsRun(
      [[Counted()]], totals: [totals], "{ standard: vn-2022, labels: { minority: \"thieu_so:true\" } }")
    #expect(run.row("F1", "00001", 1, 2) == "100 400" && run.findings == [])
  }

  // MARK: Why a cell is blank

  @Test func `a blank number of all households says what is not there`() throws {
    let options = "{ standard: vn-2022, labels: { minority: \"thieu_so:true\", kinh: \"dan_toc:Kinh\" } }"
    let run = try FormsRun(
      [[Counted()]], totals: [[AllHouseholds(), AllHouseholds(count: 60, group: "thieu_so:true")]], options)
    let words = OfficialForm.peoples.map(\.0)
    for form in ["F12", "F13"] {
      #expect(run.row(form, "00001", 1) == "100")
      for (place, word) in words.enumerated() {
        let wanted =
          switch word {
          case "minority": "60"
          case "kinh": "[không có tổng số của nhóm dan_toc:Kinh]"
          default: "[không khai labels.\(word)]"
          }
        #expect(run.row(form, "00001", 2 + place) == wanted, "\(form) \(word)")
      }
    }
    let without = try FormsRun([[Counted()]])
    #expect(without.row("F12", "00001", 1) == "[không có tổng số của đơn vị]")
    #expect(without.row("F2", "00001", 1) == "[không có bảng diễn biến]")
  }

  // MARK: Two tables

  @Test(
    arguments: [
      // The same number twice is one; what one table does not have the other may.
      ([[Counted()], [Counted()]], "5 3", false), ([[Counted()], [Counted(nearPoor: nil)]], "5 3", false),
      ([[Counted(poor: nil)], [Counted(nearPoor: nil)]], "5 3", false),
      ([[Counted()], [Counted(poor: 6)]], "[hai bảng đếm có hai số khác nhau] 3", true),
      ([[Counted(poor: 6)], [Counted()]], "[hai bảng đếm có hai số khác nhau] 3", true),
      // A third table does not decide.
      ([[Counted()], [Counted(poor: 6)], [Counted()]], "[hai bảng đếm có hai số khác nhau] 3", true),
      // Another level or unit is another matter.
      ([[Counted()], [Counted(level: "district", unit: "00001", poor: 6)]], "5 3", false),
      ([[Counted()], [Counted(unit: "00002", poor: 6)]], "5 3", false),
    ])
  func `two counts of one cell are none, and told`(_ tables: [[Counted]], _ cells: String, _ isTold: Bool)
    throws
  {
    let run = try FormsRun(tables)
    #expect(run.row("F1", "00001", 3) + " " + run.row("F1", "00001", 5) == cells)
    #expect(
      run.findings
        == (isTold
          ? ["forms.two-numbers: 00001: two tables have two numbers of one cell: neither is used"] : []))
  }
  @Test func `two counts of one group leave every group of its kind blank`() throws {
    let options = "{ standard: vn-2022, labels: { minority: \"so:true\" } }"
    func groups(_ poor: Int64) -> [Counted] {
      [Counted(), Counted(group: "so:true", poor: poor), Counted(group: "so:false", poor: 3)]
    }
    #expect(try FormsRun([groups(2)], options).row("F8", "00001", 2) == "2")
    let run = try FormsRun([groups(2), groups(1)], options)
    #expect(run.row("F8", "00001", 1, 2) == "5 [hai bảng đếm có hai số khác nhau]")
  }
  @Test(
    arguments: [
      ([[ReportedRow(column: 1, count: 4)], [ReportedRow(column: 1, count: 4)]], "4", []),
      ([[ReportedRow(column: 1, count: 4)], [ReportedRow(column: 2, count: 4)]], "4", []),
      ([[ReportedRow(column: 1, count: nil)], [ReportedRow(column: 1, count: 4)]], "4", []),
      (
        [[ReportedRow(column: 1, count: 4)], [ReportedRow(column: 1, count: 5)]], "two", ["forms.two-numbers"]
      ),
      (
        [
          [ReportedRow(column: 1, count: 4)], [ReportedRow(column: 1, count: 5)],
          [ReportedRow(column: 1, count: 4)],
        ],
        "two", ["forms.two-numbers"]
      ),
      // Twice in one table is told there, and another table does not decide.
      (
        [
          [ReportedRow(column: 1, count: 4), ReportedRow(column: 1, count: 5)],
          [ReportedRow(column: 1, count: 4)],
        ],
        "two", ["flows.row"]
      ),
      (
        [
          [ReportedRow(column: 1, count: 4)],
          [ReportedRow(column: 1, count: 4), ReportedRow(column: 1, count: 5)],
        ],
        "two", ["flows.row"]
      ),
      ([[ReportedRow(unit: "00002", column: 1, count: 4)]], "[không có bảng diễn biến]", []),
      ([[ReportedRow(column: 2, count: 4)]], "[bảng diễn biến không có số]", []),
    ])
  func `two numbers of one cell of the movements are none`(
    _ tables: [[ReportedRow]], _ cell: String, _ codes: [String]
  ) throws {
    let run = try FormsRun([[Counted()]], flows: tables)
    #expect(run.row("F2", "00001", 1) == (cell == "two" ? "[có hai số khác nhau về diễn biến]" : cell))
    #expect(run.findings.map { String($0.prefix { $0 != ":" }) } == codes, "\(run.findings)")
  }
  @Test(
    arguments: [
      // The level, what is counted, another unit of the movements, the total of both, whether the other is no row.
      ("commune", "00001", "00002", "11", false), ("commune", "00001", "001", "4", true),
      ("commune", "00001", "01", "4", true), ("district", "001", "01", "4", true),
      ("district", "001", "00001", "4", true), ("province", "01", "001", "4", true),
      // Codes of one's own making say no level.
      ("commune", "A1", "A2", "11", false), ("commune", "00001", "0001", "11", false),
    ])
  func `movements of another level are not added to those of its parts`(
    _ level: String, _ counted: String, _ other: String, _ total: String, _ isOutside: Bool
  ) throws {
    let run = try FormsRun(
      [[Counted(level: level, unit: counted)]],
      flows: [
        [ReportedRow(unit: counted, column: 1, count: 4), ReportedRow(unit: other, column: 1, count: 7)]
      ], "{ standard: vn-2022, level: \(level) }")
    #expect(run.row("F2", "n/a", 1) == total)
    #expect(run.row("F2", counted, 1) == "4")
    #expect(run.findings.contains { $0.hasPrefix("forms.movements-outside: ") } == isOutside)
    #expect(run.findings.allSatisfy { !isOutside || $0.contains("1 units of another level, first \(other)") })
  }
  @Test func `an island district that is counted among communes has its movements`() throws {
    let run = try FormsRun(
      [[Counted(), Counted(unit: "004")]],
      flows: [[ReportedRow(column: 1, count: 4), ReportedRow(unit: "004", column: 1, count: 7)]])
    #expect(run.row("F2", "n/a", 1) == "11" && run.findings.isEmpty)
  }
  @Test func `households and persons of one unit come from two tables`() throws {
    let run = try FormsRun(
      [[Counted()]],
      flows: [
        [ReportedRow(column: 1, count: 4)], [ReportedRow(column: 1, count: 17, weight: "persons")],
        [ReportedRow(word: "near_poor", column: 1, count: 2)],
      ])
    #expect(run.row("F2", "00001", 1) == "4" && run.row("F2", "00001", 1, weight: "persons") == "17")
    #expect(run.row("F3", "00001", 1) == "2" && run.findings == [])
  }

  // MARK: Parts above their whole

  @Test(
    arguments: [
      // Poor and near-poor households of so many in all; the two rates, and what they are together where that is too many.
      (5, 3, 8, "62.50 37.50", nil), (5, 3, 100, "5.00 3.00", nil),
      (0, 0, 0, "[mẫu số là 0] [mẫu số là 0]", nil),
      (2, 1, 2, "[above] [above]", 3), (5, 0, 4, "[above] [above]", 5), (0, 1, 0, "[above] [above]", 1),
      (.max, 1, 5, "[above] [above]", .max),
      // Of what is not known nothing is too many.
      (nil, 3, 2, "[bảng đếm không có poor] [above]", 3), (nil, 2, 2, "[bảng đếm không có poor] 100.00", nil),
    ] as [(Int64?, Int64?, Int64, String, Int64?)])
  func `parts that are more than all households have no rates, and it is told`(
    _ row: (poor: Int64?, near: Int64?, all: Int64, rates: String, told: Int64?)
  ) throws {
    let run = try FormsRun(
      [[Counted(poor: row.poor, nearPoor: row.near), Counted(unit: "00002")]],
      totals: [[AllHouseholds(count: row.all), AllHouseholds(unit: "00002")]])
    let above = row.poor == nil ? "[bảng đếm không có poor] [above]" : "[above] [above]"
    let rates = row.rates.replacing("above", with: FormCell.above)
    #expect(run.row("F1", "00001", 1) == String(row.all))
    if row.rates != above || row.poor != nil { #expect(run.row("F1", "00001", 4, 6) == rates) }
    #expect(run.row("F1", "00002", 4, 6) == "5.00 3.00")
    #expect(
      run.findings
        == (row.told.map {
          [
            "forms.above: F1, 00001: (3) Hộ nghèo + (5) Hộ cận nghèo + (7) Hộ có mức sống trung bình = \($0), more than (1) Tổng số hộ = \(row.all): rates over that total, if any, are blank; compare both tables and their days"
          ]
        } ?? []))
    // The total has the wrong number in it.
    let total = run.row("F1", "n/a", 6)
    #expect((total == "[\(FormCell.above)]") == (row.told != nil), "\(total)")
  }
  @Test(
    arguments: [
      // All households, all persons; whether it is told.
      (10, 8, true), (10, 9, true), (10, 10, false), (10, 30, false), (10, 0, true), (0, 0, false),
      (10, nil, false), (nil, 8, false), (.max, .max, false), (.max, 1, true),
    ] as [(Int64?, Int64?, Bool)])
  func `persons that are fewer than households are told, and no rates are over them`(
    _ row: (all: Int64?, persons: Int64?, isTold: Bool)
  ) throws {
    let totals = [
      AllHouseholds(count: row.all), AllHouseholds(count: row.persons, group: "persons"),
      AllHouseholds(unit: "00002"), AllHouseholds(unit: "00002", count: 400, group: "persons"),
    ]
    let run = try FormsRun([[Counted(poor: 0, nearPoor: 0), Counted(unit: "00002")]], totals: [totals])
    let told =
      "forms.fewer-persons: F1, 00001: (1) Tổng số hộ = \(row.all ?? 0), and (2) Tổng số nhân khẩu = \(row.persons ?? 0): each household has at least one person, so rates over all persons are blank; compare the two totals"
    #expect(run.findings == (row.isTold ? [told] : []))
    // The rates of persons, in the row of totals too; those of households stand.
    for unit in ["00001", "n/a"] {
      let rates = run.row("F1", unit, 10, 12, 14)
      let isBlank = rates == Array(repeating: "[\(FormCell.fewerPersons)]", count: 3).joined(separator: " ")
      #expect(isBlank == row.isTold, "\(unit): \(rates)")
      if row.isTold, row.all != .max { #expect(!run.row("F1", unit, 4).hasPrefix("["), "\(unit)") }
    }
    #expect(!run.row("F1", "00002", 10).contains(FormCell.fewerPersons))
    #expect(run.row("F1", "00001", 2) == (row.persons.map(String.init) ?? "[không có tổng số của đơn vị]"))
  }
  @Test func `a group that is more than its total is told in the form it stands in`() throws {
    let options = "{ standard: vn-2022, labels: { minority: \"so:true\", kinh: \"dt:Kinh\" } }"
    let counts = [
      Counted(), Counted(group: "so:true", poor: 4, nearPoor: 0),
      Counted(group: "so:false", poor: 1, nearPoor: 3), Counted(group: "dt:Kinh", poor: 5, nearPoor: 3),
    ]
    let totals = [
      AllHouseholds(), AllHouseholds(count: 3, group: "so:true"), AllHouseholds(count: 98, group: "dt:Kinh"),
    ]
    let run = try FormsRun([counts], totals: [totals], options)
    #expect(
      run.findings.map { String($0.prefix(80)) }.map {
        $0.split(separator: ":").prefix(2).joined(separator: ":")
      } == [
        "forms.above: F12, 00001", "forms.above: F12, 00001", "forms.above: F13, 00001",
      ], "\(run.findings)")
  }
  @Test(arguments: ["so:true", "so: true", " so:true", "so:true\u{A0}"])
  func `a label with blanks around is the label`(_ label: String) throws {
    let options = "{ standard: vn-2022, labels: { minority: \"\(label)\" } }"
    let counts = [
      Counted(), Counted(group: label, poor: 2, nearPoor: 0),
      Counted(group: "so:false", poor: 3, nearPoor: 3),
    ]
    let run = try FormsRun(
      [counts], totals: [[AllHouseholds(), AllHouseholds(count: 7, group: label)]], options)
    #expect(run.row("F8", "00001", 2) == "2" && run.row("F12", "00001", 3) == "7" && run.findings == [])
  }
}
