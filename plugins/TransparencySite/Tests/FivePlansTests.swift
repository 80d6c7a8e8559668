import Diagnostics
import Figures
import Foundation
import Plans
import SiteKit
import StageKit
import Tables
import Testing
@testable import TransparencySite
import Units

/// The whole site of the five plans, from their tables and their plans, without the steps between.
@Suite struct FivePlansTests {
  private static let folder = "pipelines/five-plans"
  static let site = Result {
    try MadeSite(
      try figures(),
      plans: plans.map { try text("plans/\($0).yaml") })
  }
  private static let plans = [
    "soc-trang-2020", "hai-duong-2024", "ca-mau-2024", "thanh-pho-hue-2024", "xa-quang-phu-2024",
    "ctmtqg-giam-ngheo-2016-2020", "ctmtqg-giam-ngheo-2021-2025",
  ]
  let site: MadeSite
  init() throws { site = try Self.site.get() }

  @Test func `every link of every page leads somewhere`() {
    #expect(site.pages.count > 140)
  }
  @Test func `every target is counted once, by plan and in all`() throws {
    let home = try site.page("index.html")
    let rows = Self.plans.map { cells("ke-hoach/\($0)/", in: home).dropFirst().compactMap { Int($0) } }
    for row in rows { #expect(row.dropLast().reduce(0, +) == row.last) }
    let totals = cells(">Tổng số</th>\n<td", in: home).dropFirst().compactMap { Int($0) }
    #expect(totals.indices.map { column in rows.reduce(0) { $0 + $1[column] } } == Array(totals))
    #expect(site.pages.count { $0.path.hasPrefix("chi-tieu/") } == (totals.last ?? 0) + 1)
  }
  @Test func `a count of nothing is marked, so that a narrow screen leaves it out`() throws {
    let rows = try site.page("index.html").components(separatedBy: "<tr")
    let row = try #require(rows.first { $0.contains("ke-hoach/thanh-pho-hue-2024/") })
    let cells = row.matches(of: /<td role="cell"[^>]*>[^<]*<\/td>/).map { String($0.0) }
    #expect(!cells.isEmpty && cells.allSatisfy { $0.contains("class=\"z\"") == $0.contains(">0<") })
  }
  @Test func `the count beside a rate has its source where a distance is told in households`() throws {
    let page = try site.page("chi-tieu/hai-duong-2024/HD-01/index.html")
    #expect(plain(page).contains("Tốt hơn mục tiêu") && page.contains("<li id=\"poor-2024-12-31\">"))
  }
  @Test func `pages are light`() {
    for (path, text) in site.pages {
      let isList = path.hasSuffix("chi-tieu/index.html") && path.split(separator: "/").count == 2
      #expect(text.utf8.count <= (isList ? 150 : 40) * 1024, "\(path): \(text.utf8.count) bytes")
    }
  }
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SITE_PREVIEW"] != nil))
  func `the site is written to be looked at`() throws {
    let folder = URL(filePath: try #require(ProcessInfo.processInfo.environment["SITE_PREVIEW"]))
    for file in site.bytes {
      let place = folder.appending(path: file.path.text)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: place)
    }
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: projectFolder.appending(path: "\(folder)/\(path)"), encoding: .utf8)
  }
  private static func figures() throws -> [Figure] {
    try ["provinces", "totals", "published", "derived", "national"].flatMap { name in
      try text("data/\(name).csv").split(separator: "\n").dropFirst().map { try figure(fields(of: $0)) }
    }
  }
  /// A row: unit, as_of, measure, group, kind, value, denominator, status, standard, grade, precedence, source, decision, place, note.
  private static func figure(_ row: [String]) throws -> Figure {
    let day = try #require(Day(iso: row[1]))
    let unit = try #require(register.unit(code: row[0], on: day))
    let whole = FixedPoint(plain: row[6])
    let value = FixedPoint(plain: row[5]).map { number in
      whole.map { .ratio(numerator: number, denominator: $0) }
        ?? (row[4] == "rate" ? FigureValue.printed(number) : .amount(number))
    }
    return Figure(
      id: (row[0...3] + [row[8], row[10]]).joined(separator: "|"), unit: unit.id, asOf: day, measure: row[2],
      group: row[3], value: value, status: try #require(Figure.Status(rawValue: row[7])), standard: row[8],
      grade: try #require(Figure.Grade(rawValue: row[9])),
      source: Figure.Source(title: row[11], decision: row[12], place: row[13]),
      precedence: try #require(Int(row[10])), note: row[14])
  }
  /// The fields of a line of CSV.
  private static func fields(of line: Substring) -> [String] {
    var fields = [""]
    var quoted = false
    for character in line {
      switch character {
      case "\"": quoted.toggle()
      case "," where !quoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
