import Diagnostics
import Disclosure
import Figures
import Pipelines
import Protect
import StageKit
import StageTestKit
import Tables

/// Gives two figures and two notices; the value of the second figure is an option, since it is to be withheld.
struct GiveFigures: TableStage {
  static let name = "figures.give"
  static let summary = Phrase(vi: "Cho số liệu.", en: "Gives figures.")
  struct Inputs: Ports { init() {} }
  struct Outputs: Ports {
    let figures = Port<FigureTable>(vi: "Số liệu.", en: "Figures.")
    let notices = Port<Notices>(vi: "Thông báo.", en: "Notices.")
    init() {}
  }
  struct Options: StageOptions {
    @Option(vi: "Số cần giấu.", en: "The number to be hidden.", default: 3) var hidden: Int
    @Option(vi: "Mã của số thứ hai.", en: "The id of the second.", default: "b") var id: String
    init() {}
  }
  let options: Options
  init(_ options: Options) { self.options = options }

  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    var shapes = Shapes<Outputs>()
    (shapes.figures, shapes.notices) = (FigureShape(.protected), NoShape())
    return Planned(shapes) { (_, _) throws(StageError) in
      var out = Given<Outputs>()
      out.figures = FigureTable([
        figure("a", "poor", .amount(2890), line: 2),
        figure(options.id, "deprived_water", .amount(FixedPoint(Int64(options.hidden))), line: 3),
      ])
      out.notices = Notices([
        Notice("n.open", Phrase(vi: "mở", en: "open"), figures: ["a"]),
        Notice(
          "n.hidden", Phrase(vi: "kín \(options.hidden)", en: "hidden \(options.hidden)"),
          figures: [options.id]),
      ])
      return out
    }
  }
}
func figure(_ id: String, _ measure: String, _ value: FigureValue, line: Int) -> Figure {
  let place = SourcePosition(line: line, column: 1)
  return Figure(
    id: id, unit: "96@2004-08-31", asOf: Day(number: 20_088), measure: measure, value: value,
    standard: "vn-2022",
    grade: .official, source: Figure.Source(title: "s", place: "row \(line)"), note: "found \(value)",
    origin: SourceRange(file: "f.csv", start: place, end: place))
}
/// Writes what it gets into one file, so that there are public bytes.
struct WriteAll: SinkStage {
  static let name = "all.write"
  static let summary = Phrase(vi: "Ghi mọi thứ.", en: "Writes all.")
  static let audience = Audience.everybody
  struct Inputs: Ports {
    let figures = Port<PublishedTable>(vi: "Số liệu.", en: "Figures.")
    let notices = Port<ReleasedNotices>(vi: "Thông báo.", en: "Notices.")
    init() {}
  }
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> SinkWork<Inputs> {
    SinkWork { (given, staging) throws(StageError) in
      let lines = given.figures.figures.map { "\($0)" } + given.notices.all.map { "\($0)" }
      let changes = given.figures.changes.map { "\($0)" }
      try staging.write(Array((lines + changes).joined(separator: "\n").utf8), to: "all.txt")
    }
  }
}
let stages: [any Stage.Type] = Protect::stages + [GiveFigures.self, WriteAll.self]

/// A pipeline that protects what is given and writes it.
func pipeline(
  with: String = "{ public_by_law: [{ measures: [poor], reason: { vi: Luật, en: Law } }] }",
  give: String = "{}",
  edition: String = "edition: { id: e2, date: 2025-02-10 }"
) -> String {
  """
  pipeline: t
  \(edition)
  steps:
    - { id: give, use: figures.give, with: \(give) }
    - { id: protect, use: figures.protect, from: give, with: \(with) }
    - { id: write, use: all.write, from: protect }
  """
}
/// What a run let out, and what it told the office.
struct Outcome {
  var text: String?
  var entry = ""
  var findings: [Finding] = []
  var failure: StageError?
}
func outcome(_ pipeline: String, ledger: [String: String] = [:]) async throws -> Outcome {
  let files = ProjectFiles.memory(["t.yaml": pipeline])
  let checked = try checkPipeline(
    "t.yaml", stages: stages, files: files,
    ledger: { (edition) throws(StageError) in ledger[edition].map { Array($0.utf8) } })
  let output = MemoryOutput()
  let report = await Runner(checked, files: files, width: 1).run(into: output.output)
  return Outcome(
    text: output["everybody/all.txt"], entry: String(decoding: output.ledgerEntry, as: UTF8.self),
    findings: report.findings.steps["protect"]?.kept ?? [], failure: report.failure)
}
