import Pipelines
import StageKit
import StageTestKit
import Tables
import Testing

/// The measures of the reviewed over all households, in whole pipelines.
@Suite struct RebasePipelineTests {
  private static let pipeline = """
    pipeline: tren-tong
    defaults: { standards: s, units: u, reference_date: 2024-12-14 }
    steps:
      - { id: ho, use: csv.read, with: { files: ho.csv, schema: { columns: { xa: { role: code }, khau: { type: int, role: count }, dep_nuoc: { type: bool, role: flag }, dep_nha: { type: bool, role: flag } } } } }
      - { id: tong-ho, use: csv.read, with: { files: tong.csv, schema: { columns: { commune: { role: code }, households: { type: int, role: count }, as_of: { type: date }, group: {} } } } }
      - { id: do, use: households.measures, from: ho, with: { by: [commune, province], unit: xa, cutoff: 2, members: khau } }
      - { id: chung, use: households.rebase, from: { measures: do, denominators: [tong-ho] } }

    """
  private static let files = [
    "ho.csv": "xa,khau,dep_nuoc,dep_nha\n90001,4,1,1\n90001,2,1,0\n90002,6,1,1\n",
    "tong.csv": """
    commune,households,as_of,group
    90001,10,2024-10-01,all
    90002,20,2024-10-01,all
    90003,30,2024-10-01,all
    90004,40,2024-10-01,all
    90001,40,2024-10-01,persons
    90001,11,2023-10-01,all

    """,
  ]
  private func measures(_ files: [String: String] = files) async throws -> [String: String] {
    let table = try await HouseholdRun(Self.pipeline, files).table("chung")
    var found: [String: String] = [:]
    for row in 0..<table.rows.count {
      let key = ["unit", "weight", "measure", "indicator"].map { table.text($0, row) ?? "" }
      let value = ["part", "whole"].map { table.number($0, row)?.plain ?? "?" }
      found[key.joined(separator: " ").trimmingSuffix] = value.joined(separator: "/")
    }
    return found
  }

  @Test func `H and M0 of the province are over all its households`() async throws {
    let found = try await measures()
    #expect(found["98 households h"] == "1/50" && found["98 households m0"] == "1/50")
    #expect(found["98 households a"] == "1/1" && found["98 households total"] == "100/1")
    #expect(found["98 households censored nuoc"] == "1/50")
    #expect(found["98 households uncensored nuoc"] == "?/?")
    #expect(found["90001 households h"] == "1/10" && found["90001 persons h"] == "1/10")
    #expect(found["98 persons h"] == "?/?")
  }
  @Test func `with the total of a commune lacking there is none of the province`() async throws {
    var files = Self.files
    files["tong.csv"] = files["tong.csv"]?.replacing("90003,30,2024-10-01,all\n", with: "")
    let found = try await measures(files)
    #expect(found["98 households h"] == "?/?" && found["90002 households h"] == "1/20")
    #expect(found["98 households a"] == "1/1")
  }
}
extension String {
  /// The same without blanks at its end.
  fileprivate var trimmingSuffix: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
