import Tables
import Testing

@testable import Units

/// Districts without communes, in the committed register and in small ones.
struct LeafUnitsTests {
  /// The codes that count by their own figures, as nothing, and that are not known.
  private func shown(
    _ registry: UnitRegistry, _ id: String, from level: UnitLevel = .commune, on iso: String,
    _ codes: Set<String>
  ) throws -> [[String]] {
    let unit = try #require(registry.unit(id: id))
    let found = LeafUnits(registry, from: level, codes: codes).found(in: unit, on: try day(iso))
    return [found.counted, found.empty, found.unknown].map { $0.map(\.code).sorted() }
  }

  @Test(
    arguments: [
      // An island counts by its own figure where there is one, and else as nothing.
      ("51@2004-08-31", .commune, "2024-12-31", [], [[], ["536"], []]),
      ("51@2004-08-31", .commune, "2024-12-31", ["536", "524"], [["536"], [], []]),
      // Until 2020 it had communes.
      ("51@2004-08-31", .commune, "2019-12-31", ["536"], [[], [], []]),
      // There are no districts any more.
      ("51@2025-07-01", .commune, "2025-07-01", ["536"], [[], [], []]),
      // Two districts whose communes went to a third a month before they ended themselves.
      ("68@2004-08-31", .commune, "2024-12-15", ["681", "683"], [[], [], []]),
      ("68@2004-08-31", .commune, "2024-11-15", ["681", "683"], [[], [], []]),
      ("536@2004-08-31", .commune, "2024-12-31", ["536"], [["536"], [], []]),
      ("524@2004-08-31", .commune, "2024-12-31", ["524"], [[], [], []]),
      // Where districts are added up an island is one of them.
      ("51@2004-08-31", .district, "2024-12-31", ["536"], [[], [], []]),
      ("51@2004-08-31", .province, "2024-12-31", ["536"], [[], [], []]),
      ("vn", .commune, "2024-12-31", ["471"], [["471"], ["318", "498", "536", "755"], []]),
      ("vn", .province, "2024-12-31", ["471"], [[], [], []]),
    ] as [(String, UnitLevel, String, [String], [[String]])])
  func `the islands of the register count as the day says`(
    _ row: (id: String, from: UnitLevel, day: String, codes: [String], found: [[String]])
  ) throws {
    #expect(try shown(committed, row.id, from: row.from, on: row.day, Set(row.codes)) == row.found)
  }

  @Test(
    arguments: [
      // No district at all, and none that has communes: the register has not taken them up.
      ([], [[], [], ["46"]]),
      (["474,Huyện B,46,2010-01-01,,,s"], [[], [], ["46"]]),
      (["474,Huyện B,46,2010-01-01,,,s", "475,Huyện C,46,2010-01-01,,,s"], [[], [], ["46"]]),
      // One of them has: the other is an island.
      (
        [
          "474,Huyện B,46,2010-01-01,,,s", "475,Huyện C,46,2010-01-01,,,s",
          "00001,Xã D,474,2010-01-01,,rural,s",
        ], [["475"], [], []]
      ),
      (["474,Huyện B,46,2010-01-01,,,s", "00001,Xã D,474,2010-01-01,,rural,s"], [[], [], []]),
      // Communes directly in the province.
      (["00001,Xã D,46,2010-01-01,,rural,s"], [[], [], []]),
    ] as [([String], [[String]])])
  func `a province of which no commune is known is no island`(_ row: (rows: [String], found: [[String]]))
    throws
  {
    var tables = Tables4.short
    tables.units += row.rows
    let registry = try tables.load()
    for id in ["46@2004-08-31", "vn"] {
      #expect(try shown(registry, id, on: "2020-01-01", ["475", "474"]) == row.found, "\(id)")
    }
  }
}
