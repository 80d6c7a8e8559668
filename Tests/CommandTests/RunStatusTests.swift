import Foundation
import Testing

/// What a run publishes, and that one that fails leaves what was published as it was.
@Suite struct RunStatusTests {
  static let pipeline = """
    pipeline: thu
    steps:
      - { id: doc, use: csv.read, with: { files: ho.csv, schema: ho.yaml } }
      - id: hop-le
        use: rows.validate
        with: { rules: [{ id: R, column: so, range: 1.. }] }
        expect: { max_rejected: 1 }
      - { use: rows.write, with: { file: ho.csv } }

    """
  static let schema =
    "columns:\n  ma: { role: code, sensitivity: protected }\n  so: { type: int, role: count }\n"
  let project: TemporaryProject
  init() throws {
    project = try TemporaryProject([
      "p.yaml": Self.pipeline, "ho.yaml": Self.schema, "ho.csv": "ma,so\na,5\nb,0\nc,7\n",
    ])
    let found = try project.run("run p.yaml --output ra --quiet")
    #expect(found.status == 0, "\(found.err)")
  }
  private func results() throws -> [String: Data] { try project.tree("ra") }
  private func rows() throws -> String { try project.read("ra/office/ho.csv") }

  @Test func `rows up to the limit are left out, and the others published`() throws {
    #expect(try rows().contains("a") && rows().contains("c") && !rows().contains("b"))
  }
  @Test func `data beyond the limit end with 1, and the office is told which rows they are`() throws {
    try project.write("ma,so\na,0\nb,0\nc,7\n", to: "ho.csv")
    for (language, label) in [("vi", "lỗi: "), ("en", "error: ")] {
      let found = try project.run("run p.yaml --output ra --lang \(language)")
      #expect(found.status == 1 && found.err.contains(label) && found.err.contains("hop-le"), "\(found.err)")
      #expect(try project.json("quarantine list ra --format json").objects.first?["rows"] as? Int == 2)
    }
    let json = try project.json("run p.yaml --output ra --format json")
    #expect(json.status == 1 && json.objects.contains { $0["severity"] as? String == "error" })
    #expect(!json.objects.contains { $0["status"] as? String == "published" })
  }
  @Test func `what everybody reads stays as it was when the data of the next run fail`() throws {
    let project = try TemporaryProject()
    #expect(try project.run("init .").status == 0)
    #expect(try project.run("run vi-du/pipeline.yaml --output ra --quiet").status == 0)
    let before = (site: try project.tree("ra/public"), ledger: try project.tree("ra/ledger"))
    try project.change(
      "vi-du/pipeline.yaml", "schema: cac-cot.yaml }",
      to: "schema: cac-cot.yaml }\n    expect: { max_rejected: 0 }")
    try project.write(try project.read("vi-du/so-lieu.csv") + "x\n", to: "vi-du/so-lieu.csv")
    let found = try project.run("run vi-du/pipeline.yaml --output ra --lang en")
    #expect(found.status == 1 && found.err.contains("'bang'"), "\(found.err)")
    #expect(!before.site.isEmpty && !before.ledger.isEmpty)
    #expect(try project.tree("ra/public") == before.site)
    #expect(try project.tree("ra/ledger") == before.ledger)
  }
  @Test(arguments: [
    ("range: 1..", "range: x.."), ("so, range", "sso, range"), ("csv.read", "csv.raed"),
    ("files: ho.csv", "files: hoo.csv"),
    ("schema: ho.yaml", "schema: hoo.yaml"), ("max_rejected: 1", "max_rejected: -1"),
    ("pipeline: thu", "pipelin: thu"),
    ("{ file: ho.csv }", "{ file: ../ho.csv }"), ("{ file: ho.csv }", "{ fil: ho.csv }"),
    ("use: rows.write", "uses: rows.write"),
    ("id: hop-le", "id: doc"), ("files: ho.csv", "files: /etc/passwd"), ("files: ho.csv", "files: ../ho.csv"),
  ]) func `a pipeline that is wrong ends with 2 for check and for run, before anything is read`(
    _ old: String, _ new: String
  ) throws {
    let before = try results()
    try project.change("p.yaml", old, to: new)
    let check = try project.run("check p.yaml --lang en")
    #expect(
      check.status == 2 && check.err.contains("p.yaml:") && check.err.contains("error: "), "\(check.err)")
    let run = try project.run("run p.yaml --output ra --lang en")
    #expect(run.status == 2 && run.err.contains("error: "), "\(run.err)")
    #expect(try results() == before)
  }
  @Test func `an output that cannot be written ends with 3, and the data are as they were`() throws {
    let before = try results()
    try project.write("", to: "tep")
    let found = try project.run("run p.yaml --output tep/a --lang en")
    #expect(found.status == 3 && found.err.contains("error: "))
    #expect(try results() == before)
  }
  @Test(arguments: [1, 2, 7]) func `whatever the number of workers, the results are the same`(_ workers: Int)
    throws
  {
    let rows = (0..<5000).map { "m\($0),\($0 % 97 + 1)\n" }.joined()
    try project.write("ma,so\n" + rows, to: "ho.csv")
    #expect(try project.run("run p.yaml --output mot --workers 1 --quiet").status == 0)
    #expect(try project.run("run p.yaml --output nhieu --workers \(workers) --quiet").status == 0)
    #expect(try project.read("mot/office/ho.csv") == project.read("nhieu/office/ho.csv"))
  }
  @Test func `the same households come from the same seed, and others from another`() throws {
    for form in ["csv", "ndjson"] {
      for (name, seed) in [("a", 7), ("b", 7), ("c", 8)] {
        let line = "simulate --rows 50 --seed \(seed) --form \(form) --output \(name).\(form) --quiet"
        #expect(try project.run(line).status == 0)
      }
      #expect(try project.read("a.\(form)") == project.read("b.\(form)"))
      #expect(try project.read("a.\(form)") != project.read("c.\(form)"))
      let lines = try project.read("a.\(form)").split(whereSeparator: \.isNewline).count
      #expect(lines == (form == "csv" ? 51 : 50))
    }
  }
  @Test(arguments: [
    ("ma,so\n", 1), ("ma,so\na,0\n", 1), ("ma,so\na,5\n", 0), ("ma,so\r\na,5\r\n", 0), ("ma,so\na,5", 0),
    ("", 1), ("\u{FEFF}ma,so\na,5\n", 0),
  ]) func `one row is published, and none stops the run as data that fail`(_ text: String, _ status: Int32)
    throws
  {
    try project.write(text, to: "ho.csv")
    let found = try project.run("run p.yaml --output moi --lang en")
    #expect(found.status == status && found.err.contains("error: ") == (status != 0), "\(found.err)")
    guard status == 0 else { return }
    #expect(try project.read("moi/office/ho.csv").split(whereSeparator: \.isNewline).count == 2)
  }
  @Test func `a cell that is missing is no zero, from file to file`() throws {
    try project.write("ma,so\na,5\nb,\n", to: "ho.csv")
    let found = try project.run("run p.yaml --output ra --lang en")
    #expect(found.status == 0, "\(found.err)")
    let lines = try rows().split(whereSeparator: \.isNewline).map { $0.drop { $0 == "\u{FEFF}" } }
    #expect(!lines.contains { $0.hasPrefix("b,0") })
  }
}
