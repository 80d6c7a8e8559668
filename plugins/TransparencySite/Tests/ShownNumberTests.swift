import Figures
import Foundation
import SiteKit
import StageKit
import StageTestKit
import Tables
import Testing

@testable import TransparencySite

/// Numbers on the pages of units against a plain way to write them, and what is missing against no number.
@Suite struct ShownNumberTests {
  private static let path = "don-vi/96-tinh-ca-mau/index.html"
  /// A whole number as it is written in Viet Nam.
  private static func written(_ number: Int64) -> String {
    var digits = Array(String(number.magnitude))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(".", at: place)
      place -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }

  @Test(arguments: [0, 1, 12, 999, 1_000, 10_000, 999_999, 1_000_000, 123_456_789, Int64.max - 1, .max])
  func `a count is written with its thousands set apart`(_ count: Int64) throws {
    let site = try MadeSite([figure(caMau, "2024-12-31", "poor", .amount(FixedPoint(count)))])
    #expect(cells(">Hộ nghèo</th>", in: try site.page(Self.path)).last == Self.written(count))
  }
  @Test(arguments: ["0.5", "0.50", "0", "12.345", "100", "99.999", "0.01"])
  func `a rate that was printed keeps its places`(_ rate: String) throws {
    let site = try MadeSite([figure(caMau, "2024-12-31", "poor_rate", .printed(number(rate)))])
    let cell = try #require(cells(">Tỷ lệ hộ nghèo</th>", in: try site.page(Self.path)).last)
    #expect(cell.hasPrefix(rate.replacing(".", with: ",")), "\(cell)")
    #expect(!cell.contains("."), "\(cell)")
  }
  @Test(arguments: 1...3) func `every count of many units and days is on the page of its unit`(_ seed: Int)
    throws
  {
    var random = SeededRandom(UInt64(seed))
    let units = Array(WithheldTests.districts.prefix(4))
    let figures = units.flatMap { unit in
      (2022...2024).map { year in
        figure(
          unit, "\(year)-12-31", "poor", .amount(FixedPoint(Int64(random.next(below: 90_000)))))
      }
    }
    let site = try MadeSite(figures)
    for unit in units {
      let code = unit.prefix { $0 != "@" }
      let path = try #require(site.files.keys.first { $0.hasPrefix("don-vi/\(code)-") })
      let row = cells(">Hộ nghèo</th>", in: try site.page(path)).dropFirst()
      let wanted = figures.filter { $0.unit == unit }.sorted { $0.asOf < $1.asOf }.map { figure -> String in
        guard case .amount(let count)? = figure.value else { return "?" }
        return Self.written(Int64(count.plain) ?? -1)
      }
      #expect(Array(row) == wanted, "\(unit)")
    }
  }
  @Test(arguments: 1...3) func `the order of the figures changes no byte`(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let site = try PageTests.made.get()
    let again = try MadeSite(
      exampleFigures.shuffled(using: &random), plans: [examplePlan], grounds: exampleGrounds)
    for file in site.bytes {
      #expect(again.files[file.path.text] == site.files[file.path.text], "\(file.path.text)")
    }
    #expect(again.bytes.count == site.bytes.count)
  }
  @Test(arguments: [
    (Figure.Status.notReported, "[x]"), (.notApplicable, "–"),
  ]) func `what is missing has a sign and no number, and the sign is explained`(
    _ status: Figure.Status, _ sign: String
  ) throws {
    let site = try MadeSite([
      figure(caMau, "2024-12-31", "poor", nil, status: status),
      figure(caMau, "2023-12-31", "poor", .amount(4900)),
    ])
    let page = try site.page(Self.path)
    let row = cells(">Hộ nghèo</th>", in: page)
    #expect(row.count == 3 && row[1] == "4.900" && !row[2].contains(/[0-9]/) && !row[2].isEmpty, "\(row)")
    if status == .notReported { #expect(row[2] == sign) }
    let after = page.components(separatedBy: "Hộ nghèo</th>").dropFirst().joined()
    #expect(plain(after).contains(row[2]))
  }
  @Test(arguments: [Figure.Status.provisional, .revised, .estimate])
  func `a number with a reservation is shown with a mark that an exact one has not`(_ status: Figure.Status)
    throws
  {
    func cell(_ status: Figure.Status) throws -> String {
      let site = try MadeSite([figure(caMau, "2024-12-31", "poor", .amount(2890), status: status)])
      return try #require(cells(">Hộ nghèo</th>", in: try site.page(Self.path)).last)
    }
    #expect(try cell(.value) == "2.890")
    let marked = try cell(status)
    #expect(marked.hasPrefix("2.890") && marked != "2.890", "\(marked)")
  }
  @Test func `of figures of one place and day the one of least precedence is shown, in whatever order`()
    throws
  {
    let figures = [3, 0, 2].map {
      figure(
        caMau, "2024-12-31", "poor", .amount(FixedPoint(1000 + Int64($0))), precedence: $0,
        source: "Nguồn \($0)")
    }
    for list in [figures, figures.reversed()] {
      let page = try MadeSite(list).page(Self.path)
      #expect(cells(">Hộ nghèo</th>", in: page).last == "1.000")
      #expect(plain(page).contains("1.002") && plain(page).contains("1.003"))
    }
  }
}
