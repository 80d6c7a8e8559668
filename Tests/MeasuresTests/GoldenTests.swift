import Tables
import Testing

@testable import Measures

/// Every value of the golden cases, which tools gave that nobody of this project wrote.
@Suite struct GoldenTests {
  @Test(arguments: 1...4) func `the textbook case is met at every cut-off`(count: Int) throws {
    let names = ["g1", "g2", "g3", "g4"]
    let rule = try DeprivationRule(names.map { DeprivationRule.Indicator($0) }, count: count)
    let rows = try Sheet("G01_textbook_4x4/data.csv").rows.map {
      GoldenCase.Row(cells: $0, vector: $0.vector(names))
    }
    let wanted = try Sheet("G01_textbook_4x4/expected_mpitb.csv").rows
      .filter { $0.text("k") == String(25 * count) }.map { GoldenCase.Wanted($0) }
    #expect(wanted.count == 19)
    #expect(try GoldenCase(rule: rule, rows: rows).misses(wanted) == [])
  }
  @Test func `the published values are exact fractions`() throws {
    let names = ["g1", "g2", "g3", "g4"]
    let rule = try DeprivationRule(names.map { DeprivationRule.Indicator($0) }, count: 2)
    var sums = MeasureSums(rule)
    for row in try Sheet("G01_textbook_4x4/data.csv").rows {
      sums.add(row.vector(names), weight: 1, by: rule)
    }
    let made = try PovertyMeasures(sums, by: rule)
    #expect(made.h == fraction(1, 2) && made.a == fraction(3, 4) && made.m0 == fraction(3, 8))
  }
  @Test(arguments: [2024, 2025], ["1", "nhankhau"]) func `the census is met in every group`(
    year: Int, weight: String
  ) throws {
    for scheme in ["af", "dual"] {
      let wanted = try Sheet("G02_vn12_census/expected_mpitb.csv").rows
        .filter { $0.text("scheme") == "\(scheme)_\(year)" && $0.text("weight") == weight }
        .map { GoldenCase.Wanted($0) }
      #expect(wanted.count == 1020)
      #expect(Set(wanted.map(\.over)) == ["", "huyen", "xa", "khuvuc", "dantoc"])
      #expect(try census(year, weight: weight, isDual: scheme == "dual").misses(wanted) == [])
    }
  }
  @Test func `a second tool agrees on the census`() throws {
    for (scheme, isDual) in [("af", false), ("dual", true)] {
      for year in [2024, 2025] {
        let rows = try Sheet("G02_vn12_census/expected_rMPI.csv").rows
          .filter { $0.text("case") == "G02_\(scheme)_\(year)" }
        guard !rows.isEmpty else { continue }
        let made = try census(year, isDual: isDual)
        try expect(rows, from: made)
      }
    }
  }
  @Test(arguments: 1...12) func `households on the cut-off are poor, whatever it is`(count: Int) throws {
    let made = try Self.edge(count)
    let wanted = try Self.wanted("expected_mpitb", count)
    #expect(wanted.count == 255)
    #expect(try made.misses(wanted) == [])
    try expect(
      try Sheet("G05_edge/expected_rMPI.csv").rows.filter { $0.text("k") == "\(count)/12" }, from: made)
  }
  @Test func `what doubles make of ties is not met`() throws {
    let missed = try (1...12).filter { count in
      try !Self.edge(count).misses(try Self.wanted("float_trap_mpitb", count)).isEmpty
    }
    #expect(missed == [1, 2, 4, 7, 8, 11])
  }

  private static func edge(_ count: Int) throws -> GoldenCase {
    let rows = try Sheet("G05_edge/data.csv").rows.map {
      GoldenCase.Row(cells: $0, vector: $0.vector(Twelve.names))
    }
    return GoldenCase(rule: try Twelve.rule(count), rows: rows)
  }
  private static func wanted(_ file: String, _ count: Int) throws -> [GoldenCase.Wanted] {
    try Sheet("G05_edge/\(file).csv").rows.filter { $0.text("k") == "\(count)/12" }
      .map { GoldenCase.Wanted($0) }
  }
  /// Compares H, A and M0, and the numbers of households; NaN stands for what is undefined.
  private func expect(_ rows: [[String: String]], from made: GoldenCase) throws {
    for row in rows {
      let sums = try #require(made.sums(over: row.text("over"))[row.text("group")])
      let measures = try PovertyMeasures(sums, by: made.rule)
      #expect(String(sums.households) == row.text("n"))
      #expect(String(sums.poorHouseholds) == row.text("poor"))
      for (name, found) in [("H", measures.h), ("A", measures.a), ("M0", measures.m0)] {
        let value = Double(row.text(name)) ?? .nan
        if value.isNaN {
          // The tool has no M0 where nobody is poor; by its definition it is 0 there.
          #expect(found == (name == "M0" ? Fraction(0) : nil), "\(row)")
        } else {
          #expect(abs((found?.double ?? .infinity) - value) <= 1e-12, "\(name) \(row)")
        }
      }
    }
  }
}
