import Diagnostics
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Stages
import Testing

/// Ways from a list of people to the public files, through the stages that the program has.
@Suite struct PrivacyAttackTests {
  private static let root = StageContractTests.root
  /// The files given here, and behind them what the program brings.
  private func files(_ here: [String: String]) -> ProjectFiles {
    let memory = ProjectFiles.memory(here)
    let disk = ProjectFiles.folder(Self.root.path, share: ShareFolder(from: Self.root.path))
    return ProjectFiles { (path, offset, count) throws(StageError) in
      here[path] == nil
        ? try disk.bytes(path, at: offset, count: count) : try memory.bytes(path, at: offset, count: count)
    } names: { (folder) throws(StageError) in
      folder.hasPrefix("share:") ? try disk.list(folder) : try memory.list(folder)
    }
  }
  /// The columns of a table of figures; each is public unless said.
  static func schema(_ guarded: [String: String] = [:], more: String = "") -> String {
    let names = [
      "unit", "as_of", "measure", "group", "kind", "value", "standard", "grade", "source", "decision",
      "place", "note",
    ]
    let columns = names.map { name in
      let type = name == "as_of" ? "type: date" : name == "value" ? "type: int, role: count" : "role: label"
      return "  \(name): { \(type), sensitivity: \(guarded[name] ?? "public") }"
    }
    return "missing: { \"\": blank }\ncolumns:\n"
      + (columns + (more.isEmpty ? [] : [more])).joined(separator: "\n") + "\n"
  }
  static let head = "unit,as_of,measure,group,kind,value,standard,grade,source,decision,place,note"
  static func row(
    source: String = "bảng", decision: String = "", place: String = "", note: String = "", unit: String = "96"
  )
    -> String
  { "\(unit),2024-12-31,poor,all,count,2890,vn-2022,simulated,\(source),\(decision),\(place),\(note)" }

  static let pipeline = """
    pipeline: t
    site: { title: T, agency: A, contact: 0912345678 }
    edition: { id: e1, date: 2025-02-10 }
    steps:
      - { id: bang, use: csv.read, with: { files: a.csv, schema: s.yaml } }
      - { id: so-lieu, use: figures.load, from: bang }
      - id: cong-bo
        use: figures.protect
        from: so-lieu
        with: { public_by_law: [{ measures: [poor], reason: Law }], threshold: 5 }
      - { use: figures.write, from: cong-bo }
      - { use: site.build, from: cong-bo }

    """
  private func checked(_ schema: String, _ rows: [String], pipeline: String = pipeline) throws -> (
    CheckedPipeline, ProjectFiles
  ) {
    let text = ([Self.head] + rows).joined(separator: "\n") + "\n"
    let files = files(["p.yaml": pipeline, "s.yaml": schema, "a.csv": text])
    return (try checkPipeline("p.yaml", stages: allStages, files: files), files)
  }
  private func refusals(_ schema: String, pipeline: String = pipeline) throws -> [String] {
    do {
      _ = try checked(schema, [Self.row()], pipeline: pipeline)
      return []
    } catch let error as Diagnostics {
      return error.all.map {
        "\($0.range?.start.line ?? 0) \($0.code.rawValue) \($0.message.en)"
          + ($0.hint.map { " — \($0.en)" } ?? "")
      }
    }
  }

  @Test(arguments: ["note", "source", "place", "decision", "group", "unit", "value", "measure"])
  func `figures with a personal column are refused where they would be released`(column: String) throws {
    #expect(
      try refusals(Self.schema([column: "personal"])) == [
        "9 pipeline.personal the personal column 'bang.\(column)' would reach everybody through 'figures.protect' — it comes by bang.\(column) → so-lieu.figures"
      ])
  }
  @Test func `a personal column that no figure uses is refused too, since it could be used`() throws {
    let schema = Self.schema(more: "  head_name: { role: label, sensitivity: personal }")
    #expect(try refusals(schema).map { $0.prefix(19) } == ["9 pipeline.personal"])
  }
  @Test(arguments: [
    ("figures.write", "bang", "pipeline.input-kind"), ("figures.write", "so-lieu", "pipeline.input-kind"),
    ("site.build", "so-lieu", "pipeline.input-kind"), ("plan.track", "so-lieu", "pipeline.input-kind"),
  ]) func `what has not been released goes into no public stage`(use: String, from: String, code: String)
    throws
  {
    let options = use == "plan.track" ? ", with: { plans: [] }" : ""
    let text = Self.pipeline.replacing(
      "  - { use: figures.write, from: cong-bo }", with: "  - { use: \(use), from: \(from)\(options) }")
    let found = try refusals(Self.schema(), pipeline: text)
    #expect(found.contains { $0.contains(code) && $0.contains("figures.protect") }, "\(found)")
  }
  @Test(arguments: [
    ("note", "Ông Đèo Văn Mẫu 012345678901", 2), ("note", "gọi 0912 345 678", 2),
    ("source", "https://x.vn/so/001203004567", 2),
    ("place", "dòng 012345678", 2), ("decision", "QĐ 001203004567", 2),
  ]) func `an identity or telephone number in a public text stops the run, with its place`(
    field: String, text: String, line: Int
  ) async throws {
    let row =
      switch field {
      case "note": Self.row(note: text)
      case "source": Self.row(source: text)
      case "place": Self.row(place: text)
      default: Self.row(decision: text)
      }
    let (pipeline, files) = try checked(Self.schema(), [row])
    let output = MemoryOutput()
    let report = await Runner(pipeline, files: files, width: 1).run(into: output.output)
    #expect(
      report.failure?.message.en.hasPrefix("a.csv:\(line): '\(field)' of a figure has a number like") == true)
    #expect(report.failure?.cause == .data)
    #expect(output.paths.isEmpty)
  }
  @Test func `the name of a person for a unit is no unit`() async throws {
    let (pipeline, files) = try checked(Self.schema(), [Self.row(unit: "Đèo Văn Mẫu")])
    let output = MemoryOutput()
    let report = await Runner(pipeline, files: files, width: 1).run(into: output.output)
    #expect(report.failure?.cause == .data && output.paths.isEmpty)
  }
  @Test func `without an attack everything is published, with the address of the office`() async throws {
    let (pipeline, files) = try checked(Self.schema(["note": "protected"]), [Self.row(note: "ghi chú")])
    let output = MemoryOutput()
    let report = await Runner(pipeline, files: files, width: 1).run(into: output.output)
    #expect(report.failure == nil)
    #expect(output["everybody/index.html"]?.contains("0912345678") == true)
    #expect(output["everybody/du-lieu/so-lieu.csv"]?.contains("2890") == true)
  }
}
