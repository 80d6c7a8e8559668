import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Testing

/// Counts with a fraction, and cells that could not be read, which have one finding each.
@Suite struct FigureFractionTests {
  typealias Case = LoadFiguresTests.Case
  static let cases =
    [
      "poor", "near_poor", "poor_plus_near", "households", "poor_persons", "deprived_water",
      "workers_trained",
      "upland_communes",
    ].map { broken(["measure": $0, "value": "12.34"], "value", $0, "12.34") } + [
      broken(["value": "0.5"], "value", "poor", "0.5"),
      broken(
        ["measure": "poor_rate", "kind": "ratio", "value": "1.5", "denominator": "3"], "value", "poor_rate",
        "1.5"),
      broken(
        ["measure": "poor_rate", "kind": "ratio", "value": "1", "denominator": "3.5"], "denominator",
        "poor_rate",
        "3.5"),
    ]
  private static func broken(_ changes: [String: String], _ column: String, _ measure: String, _ text: String)
    -> Case
  {
    Case(
      changes, "figures.fraction", column,
      en: "'\(measure)' counts households, people or places, so that \(text) cannot be a count of it",
      vi: "'\(measure)' đếm từng hộ, từng người hoặc từng nơi, nên \(text) không thể là số đếm của nó")
  }
  @Test(arguments: cases) func `a count with a fraction is told, and its row is left out`(_ row: Case)
    async throws
  {
    let loaded = try await Loading.load([Loading.row(row.changes), Loading.row(["group": "area:urban"])])
    #expect(loaded.found == ["2 \(row.code) \(row.column)"])
    #expect(loaded.findings.map(\.message.en) == [row.en])
    #expect(loaded.findings.map(\.message.vi) == [row.vi])
    #expect(loaded.figures.map(\.group) == ["area:urban"])
  }
  @Test func `a column of decimals may write a whole count with places`() async throws {
    let typed = Loading.schema.replacing(
      "value: { sensitivity: public }", with: "value: { type: decimal, scale: 3, sensitivity: public }")
    let loaded = try await Loading.load([Loading.row(["value": "3675"])], schema: typed)
    #expect(loaded.findings.isEmpty && loaded.figures.map(\.value) == [.amount(3675)])
  }

  // MARK: One mistake, one finding

  static let typed = Loading.schema.replacing(
    "value: { sensitivity: public }", with: "value: { type: decimal, scale: 2, sensitivity: public }"
  ).replacing("denominator: {", with: "denominator: { type: int,")
  @Test(arguments: [
    ["as_of": "31/12/2024"], ["value": "0,96"], ["kind": "rate", "value": "1.234,5"], ["precedence": "x"],
    ["kind": "ratio", "value": "5", "denominator": "~9"], ["status": "not_reported", "value": "x"],
  ]) func `a cell that could not be read has no second finding, and its row is left out`(
    _ changes: [String: String]
  ) async throws {
    let loaded = try await Loading.load(
      [Loading.row(changes), Loading.row(["group": "area:urban"])], schema: Self.typed)
    #expect(loaded.found.isEmpty, "the reading of the table has told it")
    #expect(loaded.figures.map(\.group) == ["area:urban"])
  }
  @Test func `a blank cell beside one that could not be read is told`() async throws {
    let loaded = try await Loading.load(
      [Loading.row(["as_of": "31/12/2024", "value": "", "source": ""])], schema: Self.typed)
    #expect(loaded.found == ["2 figures.blank source", "2 figures.no-value value"])
  }
}
