import Diagnostics
import Figures
import Foundation
import Plans
import StageKit
import StageTestKit
import Tables
import Testing
import Units
import YAML

@testable import Disclosure

/// What units and measures are called where two editions are compared.
@Suite struct ChangeNameTests {
  private static func registry(_ name: String = "Tỉnh Cà Mau") throws -> UnitRegistry {
    var files = VerdictTests.units
    files["u/units.csv"] =
      (files["u/units.csv"] ?? "").replacing("Tỉnh Cà Mau", with: name) + """
        961@2004-08-31,961,Huyện Đầm Dơi,district,huyện,96,2004-08-31,,,s
        96101@2004-08-31,96101,Xã Tân Tiến,commune,xã,961,2004-08-31,,rural,s

        """
    return try UnitRegistry.load("u", namedAt: nil, .memory(files))
  }
  private static func release(
    _ figures: [Figure], _ id: String, previous: String? = nil, _ ledger: [String: [UInt8]] = [:],
    names: UnitRegistry?
  ) throws -> PublishedTable {
    let pipeline = try EditionContextTests.pipeline(id, previous: previous, ledger, acceptance: "x")
    return try Release(
      [FigureTable(figures)], [], grounds: grounds, names: names, edition: try EditionContext(pipeline)
    ).table
  }
  private static let commune = figure("poor", .amount(10), id: "c", unit: "96101@2004-08-31")

  @Test func `an edition keeps the names of its units with their kinds, and of those above`() throws {
    let entry = try Self.release([figure(), Self.commune], "e1", names: Self.registry()).ledgerEntry
    let lines = String(decoding: entry, as: UTF8.self).split(separator: "\n")
    #expect(
      lines[1...2] == [
        #"{"unit":"96101@2004-08-31","name":"Xã Tân Tiến, huyện Đầm Dơi, tỉnh Cà Mau"}"#,
        #"{"unit":"96@2004-08-31","name":"Tỉnh Cà Mau"}"#,
      ])
    #expect(try Ledger(entry).unitNames.count == 2)
  }
  @Test func `a unit that no figure speaks of any more is still called by its name`() throws {
    let first = try Self.release([figure(), Self.commune], "e1", names: Self.registry()).ledgerEntry
    let second = try Self.release([figure()], "e2", previous: "e1", ["e1": first], names: nil).ledgerEntry
    let diff = try EditionDiff(from: first, to: second)
    #expect(diff.figures.map(\.kind) == [.removed])
    #expect(diff.unitName("96101@2004-08-31") == "Xã Tân Tiến, huyện Đầm Dơi, tỉnh Cà Mau")
    #expect(try Ledger(second).unitNames["96101@2004-08-31"] != nil, "it is handed on")
    let csv = String(decoding: diff.csv, as: UTF8.self)
    #expect(csv.contains("\"Xã Tân Tiến, huyện Đầm Dơi, tỉnh Cà Mau\",Hộ nghèo,Poor households"))
    #expect(diff.json(of: diff.figures[0])["title"]?.description.contains("Hộ nghèo") == true)
  }
  @Test func `the name now is told, and nothing is told where nobody knows one`() throws {
    let first = try Self.release([figure()], "e1", names: Self.registry("Tỉnh Cũ")).ledgerEntry
    let second = try Self.release([], "e2", previous: "e1", ["e1": first], names: Self.registry()).ledgerEntry
    #expect(try EditionDiff(from: first, to: second).unitName("96@2004-08-31") == "Tỉnh Cà Mau")
    let bare = try EditionDiff(from: [], to: Self.release([figure()], "e1", names: nil).ledgerEntry)
    #expect(bare.unitName("96@2004-08-31") == nil && bare.measureName("forest_cover") == nil)
  }
  @Test func `a name that stands twice, or is none, is damage`() {
    for text in [
      #"{"unit":"a","name":"A"}\#n{"unit":"a","name":"B"}"#, #"{"unit":"a","name":[]}"#, #"{"unit":"a"}"#,
    ] {
      #expect(throws: StageError.self) { try Ledger(Array(text.utf8)) }
    }
  }
  @Test func `a measure without a name of its own is called by a target that asks for it`() throws {
    let line = EditionDiffTests.line("f", "1").replacing(
      "\"status\"", with: "\"of\":[\"96\",\"2024-12-31\",\"forest_cover\",\"all\",\"\"],\"status\"")
    let asked = EditionDiffTests.verdict("p/T", "met", result: "f")
      .replacing(
        "\"unit\":", with: "\"title_vi\":\"Độ che phủ rừng\",\"title_en\":\"Forest cover\",\"unit\":")
    for diff in [try EditionDiffTests.diff(line + asked, ""), try EditionDiffTests.diff("", line + asked)] {
      #expect(diff.measureName("forest_cover")?.vi == "Độ che phủ rừng")
      #expect(diff.measureName("poor")?.en == "Poor households")
    }
  }
  @Test func `a figure that was carried over and is gone says so`() throws {
    let line = EditionDiffTests.line("96@2004-08-31/2023-12-31/poor/all/vn-2022/recast", "1")
    let change = try #require(try EditionDiffTests.diff(line, "").figures.first)
    #expect(change.isCarried && change.subject?.measure == "poor" && change.kind == .removed)
    #expect(try EditionDiffTests.diff(EditionDiffTests.line("a", "1"), "").figures.first?.isCarried == false)
  }
  @Test(arguments: ["vi", "en"]) func `a measure has one name on the console and on the pages`(
    _ language: String
  ) throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = "site/words.\(language).yaml"
    let bytes = try #require(FileManager.default.contents(atPath: root.appending(path: file).path))
    let theme = try #require(parsed(Array(bytes))?["measure"])
    #expect(Set(KnownMeasures.words.keys) == KnownMeasures.all)
    for (measure, words) in KnownMeasures.words {
      #expect(theme[measure]?.scalar == (language == "vi" ? words.vi : words.en), "\(measure)")
    }
  }
}
