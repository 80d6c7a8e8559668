import Diagnostics
import Figures
import Ingest
import StageKit
import StageTestKit
import Tables
import Testing

/// The columns that `figures.load` looks for.
@Suite struct FigureColumnTests {
  private func expect(
    _ with: String, _ columns: [String], find expected: [(Int, String)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectPlan(
      Loading.pipeline(with, schema: "{ columns: { \(columns.joined(separator: ", ")) } }").replacing(
        "use: figures.load", with: "use: 9️⃣figures.load"), of: Ingest::stages,
      files: Loading.documents.merging(["f.csv": ""]) { $1 },
      find: expected, sourceLocation: sourceLocation)
  }
  static let needed =
    ["unit", "measure", "kind", "value", "standard", "grade", "source"].map { "\($0): {}" }
    + ["as_of: { type: date }"]

  @Test func `the columns that are needed are enough`() { expect("{}", Self.needed, find: []) }
  @Test func `each that is missing is told at the step, with the nearest name`() {
    expect(
      "{}", ["unt: {}", "value: {}", "as_of: { type: date }"],
      find: [
        (9, "no column 'unit' — did you mean 'unt'?"),
        (9, "no column 'measure' — there are: unt, value, as_of"),
        (9, "no column 'kind' — there are: unt, value, as_of"),
        (9, "no column 'standard' — there are: unt, value, as_of"),
        (9, "no column 'grade' — there are: unt, value, as_of"),
        (9, "no column 'source' — there are: unt, value, as_of"),
      ])
  }
  @Test func `a column that is named must be there, at the place of its name`() {
    expect(
      "{ columns: { note: 1️⃣ghi_chu, denominator: 2️⃣mau_so, group: 3️⃣nhom, unit: 4️⃣ma } }", Self.needed,
      find: [
        (4, "no column 'ma' — there are: unit, measure, kind, value, standard, grade, source, as_of"),
        (3, "no column 'nhom' — there are: unit, measure, kind, value, standard, grade, source, as_of"),
        (2, "no column 'mau_so' — there are: unit, measure, kind, value, standard, grade, source, as_of"),
        (1, "no column 'ghi_chu' — there are: unit, measure, kind, value, standard, grade, source, as_of"),
      ].sorted { $0.0 < $1.0 })
  }
  @Test func `a column of another type is told`() {
    expect(
      "{ columns: { value: 1️⃣v } }",
      [
        "unit: {}", "measure: {}", "kind: {}", "v: { type: double }", "standard: {}", "grade: {}",
        "source: {}",
        "as_of: {}", "precedence: {}", "denominator: { type: date }",
      ],
      find: [
        (9, "column 'as_of' is text, and a date is needed"),
        (9, "column 'denominator' is a date, and text or an exact number is needed"),
        (9, "column 'precedence' is text, and a whole number is needed"),
        (1, "column 'v' is a floating-point number, and text or an exact number is needed"),
      ])
  }
  @Test func `mistakes in the options are told at their place`() {
    expectOptions(
      of: LoadFigures.self, "columns: { 1️⃣unt: x }\n2️⃣max_rejectd: 1",
      find: [
        (2, "unknown option 'max_rejectd' — did you mean 'max_rejected'?"),
        (1, "unknown option 'unt' — did you mean 'unit'?"),
      ].sorted { $0.0 < $1.0 })
    expectOptions(
      of: LoadFigures.self, "max_rejected: 1️⃣-1",
      find: [(1, "option 'max_rejected': expected at least 0, found '-1'")])
  }
  @Test func `columns of other names are read as those they stand for`() async throws {
    let schema = Loading.schema.replacing("unit: {", with: "ma: { from: unit,").replacing(
      "note: {", with: "ghi_chu: { from: note,")
    let loaded = try await Loading.load(
      [Loading.row()], with: "{ columns: { unit: ma, note: ghi_chu } }", schema: schema)
    #expect(loaded.figures.map(\.unit) == ["96@2004-08-31"])
    #expect(loaded.figures.map(\.note) == ["a note"])
  }
  @Test func `columns that may be absent are absent`() async throws {
    let lines = Loading.schema.split(separator: "\n").filter { line in
      !["group", "denominator", "status", "precedence", "decision", "place", "note"].contains {
        line.hasPrefix("  \($0):")
      }
    }
    let loaded = try await Loading.load([Loading.row()], schema: lines.joined(separator: "\n"))
    let figure = try #require(loaded.figures.first)
    #expect(figure.group == "all" && figure.status == .value && figure.precedence == 0)
    #expect(figure.note.isEmpty && figure.source.place.isEmpty && figure.source.decision.isEmpty)
  }
  @Test func `a ratio without a column of denominators is told`() async throws {
    let schema = Loading.schema.split(separator: "\n").filter { !$0.hasPrefix("  denominator") }
    let loaded = try await Loading.load(
      [Loading.row(["kind": "ratio", "denominator": "9"])], schema: schema.joined(separator: "\n"))
    #expect(loaded.found == ["2 figures.no-denominator denominator"])
  }
}
