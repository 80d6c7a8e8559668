import Diagnostics
import Figures
import StageKit
import StageTestKit
import Standards
import Tables
import Testing
import Units
import YAML

@testable import Aggregate

/// A run of `households.figures` on counted households.
struct FiguresRun {
  let shape: FigureShape
  let mistakes: [Diagnostic]
  var figures: [Figure] = []
  var notices: [Notice] = []
  var findings: [String] = []
  var failure: StageError?

  static let pack = """
    standard: vn-2022
    name: { vi: Chuẩn, en: Standard }
    legal: [Nghị định giả định]
    valid: { from: 2021-12-31, to: 2026-12-31 }
    meaning: { vi: Nghèo là, en: Poor is }
    """
  static let options =
    "{ standard: vn-2022, source: { title: Bảng giả định, decision: QĐ 1, place: Biểu 1 }, denominator_source: { title: Niên giám giả định } }"
  static let totals = Schema([
    Field("commune", .text, .code), Field("households", .int, .count), Field("as_of", .date, .label),
    Field("group", .text, .label),
  ])
  /// Rows of the table of all households: code, number, day, group.
  static func totals(_ rows: [(String?, Int64?, String, String?)]) -> Table {
    var columns = totals.fields.map { ColumnBuilder($0.type) }
    for (code, count, iso, group) in rows {
      if let code { columns[0].append(text: code.utf8) } else { columns[0].append(missing: .blank) }
      columns[1].append(units: count)
      columns[2].append(units: Day(iso: iso).map { Int64($0.number) })
      if let group { columns[3].append(text: group.utf8) } else { columns[3].append(missing: .blank) }
    }
    return Table(
      totals, Batch(columns.map(\.column), count: rows.count, origin: Origin(file: "ho.csv", firstLine: 2)))
  }
  /// All communes of the province 01 at the end of 2024.
  static let whole = totals([
    ("00001", 100, "2024-12-01", nil), ("00002", 200, "2024-12-01", nil), ("00003", 50, "2024-12-01", nil),
  ])

  init(
    _ tables: [Wide], _ denominators: [Table] = [], options: String = options, on iso: String? = "2024-12-31",
    simulated: Bool = false
  ) throws {
    let library = try StandardLibrary.load(
      "s", namedAt: nil,
      .memory([
        "s/vn-2022.yaml": Self.pack,
        "s/tinh.yaml": Self.pack.replacing("standard: vn-2022", with: "standard: tinh")
          + "\nscope: { province: \"01\", name: Tỉnh Mẫu, clause: Điều 1, checked: text }\n",
        "s/nhap.yaml": Self.pack.replacing("standard: vn-2022", with: "standard: nhap")
          + "\nprovisional: { vi: chưa đối chiếu, en: not compared }\n",
      ]))
    let resources: [ObjectIdentifier: any Resource] = [
      ObjectIdentifier(UnitRegistry.self): try registry(), ObjectIdentifier(StandardLibrary.self): library,
    ]
    var info = PipelineInfo(name: "t", referenceDate: iso.flatMap { Day(iso: $0) })
    info.edition = try EditionFields.decoded(from: parseYAML("{ id: e1, date: 2025-01-15 }", file: "t.yaml"))
    info.site = try SiteFields.decoded(
      from: parseYAML("{ title: T, agency: A, contact: C, simulated: \(simulated) }", file: "t.yaml"))
    var planning = Planning(
      step: "so-lieu", range: nil, pipeline: info, loader: DocumentLoader(files: .memory([:])),
      resources: resources)
    let decoded = try MakeFigures.Options.decoded(from: parseYAML(options, file: "t.yaml"))
    var shapes = Shapes<MakeFigures.Inputs>()
    shapes.tables = tables.map(\.schema)
    shapes.denominators = denominators.map(\.schema)
    let planned = MakeFigures(decoded).plan(shapes, &planning)
    (shape, mistakes) = (planned.output.figures, planning.problems.all)
    guard mistakes.isEmpty else { return }
    var given = Given<MakeFigures.Inputs>()
    given.tables = Many(tables.map { Table($0.schema, $0.rows) })
    given.denominators = Many(denominators)
    var found = Findings()
    do throws(StageError) {
      let out = try planned.work.run(given, &found)
      (figures, notices) = (out.figures.figures, out.notices.all)
    } catch { failure = error }
    findings = found.steps.values.flatMap(\.kept).map { "\($0.code): \($0.message.en)" }
  }
  /// `unit measure group value` of the figures of some measures.
  func shown(_ measures: String...) -> [String] {
    figures.filter { measures.contains($0.measure) }.map { figure in
      let value: String =
        switch figure.value {
        case .amount(let number)?: number.plain
        case .ratio(let part, let whole)?: "\(part.plain)/\(whole.plain)"
        case .printed?, nil: "?"
        }
      return "\(figure.unit.prefix { $0 != "@" }) \(figure.measure) \(figure.group) \(value)"
    }.sorted()
  }
}
