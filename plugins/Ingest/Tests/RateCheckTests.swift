import Diagnostics
import Figures
import StageKit
import Testing

@testable import Ingest

/// Printed rates beside the counts and households that they should agree with.
@Suite struct RateCheckTests {
  private func row(_ measure: String, _ kind: String, _ value: String, _ changes: [String: String] = [:])
    -> String
  {
    let standard = measure == "households" ? "" : "vn-2022"
    return Loading.row(
      ["measure": measure, "kind": kind, "value": value, "standard": standard].merging(changes) { $1 })
  }
  private func found(_ rows: [String]) async throws -> (found: [String], count: Int) {
    let loaded = try await Loading.load(rows, with: "{ max_rejected: 0 }")
    #expect(loaded.failure == nil)
    return (loaded.found, loaded.figures.count)
  }

  @Test(
    arguments: [
      ("3675", "1.20", "306250", false), ("3675", "1.20", "300000", true), ("3765", "1.20", "306250", true),
      ("1", "0.13", "800", false), ("1", "0.12", "800", true), ("3", "0.00", "306250", false),
      ("0", "0.00", "0", false), ("3675", "1.2", "306250", false), ("3675", "1.200", "306250", false),
    ] as [(String, String, String, Bool)])
  func `a rate that the counts do not make is told at its row, and all is loaded`(
    _ row: (String, String, String, Bool)
  ) async throws {
    for (count, rate) in [
      ("poor", "poor_rate"), ("near_poor", "near_poor_rate"), ("poor_plus_near", "multidimensional_rate"),
    ] {
      let loaded = try await found([
        self.row(rate, "rate", row.1), self.row(count, "count", row.0),
        self.row("households", "count", row.2),
      ])
      #expect(loaded.found == (row.3 ? ["2 figures.rate-disagrees value"] : []))
      #expect(loaded.count == 3)
    }
  }
  @Test(arguments: [
    ["as_of": "2023-12-31"], ["unit": "01"], ["group": "ethnicity:khmer"], ["precedence": "1"],
    ["grade": "derived"], ["status": "estimate"], ["status": "provisional"],
  ]) func `figures of other days, units, groups and grades are not held against each other`(
    _ changes: [String: String]
  ) async throws {
    let (poor, all) = (row("poor", "count", "3765"), row("households", "count", "306250"))
    #expect(try await found([row("poor_rate", "rate", "1.20", changes), poor, all]).found.isEmpty)
    #expect(
      try await found([row("poor_rate", "rate", "1.20"), row("poor", "count", "3765", changes), all]).found
        .isEmpty)
    #expect(try await found([row("poor_rate", "rate", "1.20"), poor]).found.isEmpty)
  }
  @Test func `the numbers are named in both languages`() async throws {
    let loaded = try await Loading.load([
      row("poor_rate", "rate", "1.20"), row("poor", "count", "3765"), row("households", "count", "306250"),
    ])
    let message = try #require(loaded.findings.first?.message)
    #expect(
      message.en == "the rate 1.20 does not agree: 3765 of 306250 households is 1.23; all three are kept")
    #expect(message.vi.hasPrefix("tỷ lệ 1.20 không khớp: 3765 trên 306250 hộ là 1.23"))
  }
}
