import Diagnostics
import Figures
import Ingest
import Pipelines
import StageKit
import StageTestKit
import Tables
import Testing

/// Runs `figures.load` on a small table in memory.
enum Loading {
  /// What came out.
  struct Loaded {
    var figures: [Figure] = []
    var findings: [Finding] = []
    var failure: StageError?
    /// `line code column` of everything found.
    var found: [String] { findings.map { "\($0.line) \($0.code) \($0.column ?? "-")" } }
  }
  static let names = [
    "unit", "as_of", "measure", "group", "kind", "value", "denominator", "status", "standard", "grade",
    "precedence",
    "source", "decision", "place", "note",
  ]
  static let usual = [
    "96", "2024-12-31", "poor", "all", "count", "2890", "", "value", "vn-2022", "official", "0", "a table",
    "QĐ 1",
    "row 7", "a note",
  ]
  /// A row that is right, but for some cells.
  static func row(_ changes: [String: String] = [:]) -> String {
    zip(names, usual).map { changes[$0] ?? $1 }.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(
      separator: ",")
  }
  static let schema = """
    missing: { "": blank }
    columns:
      \(names.map { name in
        let type = ["as_of": "type: date, ", "precedence": "type: int, role: amount, "][name] ?? ""
        return "\(name): { \(type)sensitivity: public }"
      }.joined(separator: "\n  "))
    """
  static let documents = [
    "u/units.csv": """
    id,code,name,level,type,parent,valid_from,valid_to,area,source
    vn,vn,Cả nước,country,cả nước,,2004-08-31,,,s
    01@2004-08-31,01,Thành phố Hà Nội,province,thành phố,vn,2004-08-31,,,s
    94@2004-08-31,94,Tỉnh Sóc Trăng,province,tỉnh,vn,2004-08-31,2025-07-01,,s
    96@2004-08-31,96,Tỉnh Cà Mau,province,tỉnh,vn,2004-08-31,2025-07-01,,s
    96@2025-07-01,96,Tỉnh Cà Mau,province,tỉnh,vn,2025-07-01,,,s

    """, "u/successors.csv": "from,to,extent,source\n96@2004-08-31,96@2025-07-01,full,s\n",
    "u/regions.csv": "region,province,valid_from,valid_to,source\n",
    "u/gaps.csv": "code,valid_from,valid_to,source\n",
    "s/a.yaml": standard("vn-2016", "{ from: 2016-01-05, to: 2021-12-31 }"),
    "s/b.yaml": standard("vn-2022", "{ from: 2021-12-31, to: 2026-12-31 }"),
    "s/c.yaml": standard("ha-noi", "{ from: 2021-01-01 }")
      + "scope: { province: \"01\", name: Thành phố Hà Nội, clause: l, checked: text }\n",
    "s/d.yaml": standard("nhap", "{ from: 2024-01-01 }")
      + "provisional: { vi: chưa đối chiếu, en: not compared }\n"
      + "scope: { province: \"96\", name: Tỉnh Cà Mau, clause: l, checked: text }\n", "schema.yaml": schema,
  ]
  private static func standard(_ id: String, _ valid: String) -> String {
    "standard: \(id)\nname: n\nlegal: [l]\nvalid: \(valid)\nmeaning: m\n"
  }
  static func pipeline(_ with: String, schema: String = "schema.yaml", reading: String = "") -> String {
    """
    pipeline: t
    edition: { id: "2025-02.1", date: 2025-02-10 }
    defaults: { units: u, standards: s }
    steps:
      - { id: rows, use: csv.read, \(reading)with: { files: f.csv, schema: \(schema), separator: "," } }
      - { id: load, use: figures.load, with: \(with) }
    """
  }
  static func load(
    _ rows: [String], with options: String = "{ max_rejected: 100 }", schema: String = Self.schema,
    reading: String = ""
  ) async throws -> Loaded {
    var texts = documents
    texts["schema.yaml"] = schema
    texts["f.csv"] = ([names.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    texts["t.yaml"] = pipeline(options, reading: reading)
    let files = ProjectFiles.memory(texts)
    let runner = Runner(
      try checkPipeline("t.yaml", stages: Ingest::stages, files: files), files: files, width: 1)
    var loaded = Loaded()
    let report = await runner.run(into: MemoryOutput().output)
    (loaded.findings, loaded.failure) = (report.findings.steps["load"]?.kept ?? [], report.failure)
    guard report.failure == nil else { return loaded }
    let table = try #require(try await runner.value(of: "load", port: "figures") as? FigureTable)
    loaded.figures = table.figures
    return loaded
  }
}
