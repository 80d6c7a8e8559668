import Diagnostics
import StageKit
import Tables
import Testing
import YAML

@Suite struct PipelineInfoTests {
  @Test func `a site has defaults for all but who publishes it`() throws {
    let site = try SiteFields.decoded(
      from: parseYAML("title: { vi: Hộ nghèo, en: Poor households }\nagency: Sở\ncontact: 08", file: "t.yaml")
    )
    #expect(site.title.phrase == Phrase(vi: "Hộ nghèo", en: "Poor households"))
    #expect(site.agency == "Sở" && site.contact == "08" && site.licence == "CC-BY-4.0")
    #expect(site.baseUrl.isEmpty && !site.simulated)
  }
  @Test(arguments: ["2024", "2024-12.1", "A_b", "01"]) func `an edition has a name that a file can have`(
    id: String
  ) throws {
    let edition = try EditionFields.decoded(from: parseYAML("id: \(id)\ndate: 2025-01-15", file: "t.yaml"))
    #expect(edition.id == id && edition.date.iso == "2025-01-15" && edition.previous == nil)
  }
  @Test(arguments: ["../2024", ".2024", "a/b", "'a b'", "''", "-1", "lần-1", "\"a\\n\""])
  func `a name that no file should have is refused`(_ id: String) throws {
    let found = problems { () throws(Diagnostics) in
      _ = try EditionFields.decoded(from: parseYAML("id: \(id)\ndate: 2025-01-15", file: "t.yaml"))
    }
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("1:5 option 'id': expected letters a to z, digits, stops")
        == true)
  }
}
