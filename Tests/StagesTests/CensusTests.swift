import Foundation
import Tables
import Testing

/// H, A and M0 of an invented census, from its file to the wide table, against another program.
@Suite struct CensusTests {
  static func text(_ name: String) throws -> String {
    let folder = StageContractTests.root.appending(path: "Tests/StagesTests/Census")
    return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }
  static func run(_ year: Int, batch: Int = 1024) throws -> HouseholdRun {
    let flags = (1...12).map { "i\($0 < 10 ? "0" : "")\($0): { type: bool }" }.joined(separator: ", ")
    return try HouseholdRun(
      """
      pipeline: dieu-tra
      defaults: { standards: s, units: u, reference_date: \(year)-12-14 }
      steps:
        - id: ho
          use: csv.read
          with:
            files: ho.csv
            batch_rows: \(batch)
            schema:
              columns: { tinh: {}, huyen: {}, xa: {}, khuvuc: {}, dantoc: {}, thunhap: { type: int, role: amount, unit: nghìn đồng/người/tháng }, \(flags) }
        - id: phan-loai
          use: households.classify
          with:
            area: { column: khuvuc, words: { nt: rural, tt: urban } }
            income: { column: thunhap, unit: thousand_dong }
            deprivations: \(HouseholdRun.deprivations { "i\($0 < 10 ? "0" : "")\($0)" })
        - id: tong
          use: households.aggregate
          with:
            columns: { commune: xa, district: huyen, province: tinh }
            groups: [khuvuc, dantoc]
            decimals: 15
        - { use: rows.take, from: tong }
      """, ["ho.csv": try text("households_\(year).csv")])
  }

  @Test(arguments: [2024, 2025]) func `H, A and M0 are those of another program`(year: Int) async throws {
    let table = try await Self.run(year).table("tong")
    let places = ["": ("province", "99"), "huyen": ("district", ""), "xa": ("commune", "")]
    var compared = 0
    for line in try Self.text("expected.csv").split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells[0] == "dual_\(year)" else { continue }
      let place = places[cells[1]] ?? ("province", "99")
      let isUnit = places[cells[1]] != nil
      let row = try #require(
        table.row(
          place.0, place.1.isEmpty ? cells[2] : place.1, isUnit ? "all" : "\(cells[1]):\(cells[2])"),
        "\(line)")
      let wanted = try #require(Double(cells[4]))
      // Where nobody is poor the other program says that the intensity is 0; there is none.
      guard let found = table.number(cells[3].lowercased(), row) else {
        #expect(cells[3] == "A" && wanted == 0)
        continue
      }
      let number = try #require(Double(found.plain))
      #expect(abs(number - wanted) <= 1e-12, "\(line): found \(found.plain)")
      compared += 1
    }
    #expect(compared > 55)
  }
  @Test func `the census has no household without a class`() async throws {
    let table = try await Self.run(2024).table("tong")
    let all = try #require(table.row("province", "99", "all"))
    #expect(table.number("households", all) == 875 && table.number("unclassified", all) == 0)
    #expect(table.number("poor", all) == 169)
  }
  @Test(arguments: [1, 2, 7], [1, 64, 1024]) func `workers and batches change no byte`(
    workers: Int, batch: Int
  )
    async throws
  {
    let once = try await Self.run(2025).table("tong", workers: 1)
    #expect(try await Self.run(2025, batch: batch).table("tong", workers: workers) == once)
  }
}
