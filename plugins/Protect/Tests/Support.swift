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
      let changes = (given.figures.changes()?.figures ?? []).map {
        "old: \(String(describing: $0.old)), new: \(String(describing: $0.new))"
      }
      try staging.write(Array((lines + changes).joined(separator: "\n").utf8), to: "all.txt")
    }
  }
}
let stages: [any Stage.Type] = Protect::stages + [GiveFigures.self, GiveCounts.self, WriteAll.self]

/// A register of a province with a district of three communes.
let unitFiles = [
  "u/units.csv": """
  id,code,name,level,type,parent,valid_from,valid_to,area,source
  vn,vn,Cả nước,country,cả nước,,2004-08-31,,,s
  96@2004-08-31,96,Tỉnh Mẫu,province,tỉnh,vn,2004-08-31,,,s
  964@2004-08-31,964,Huyện Mẫu,district,huyện,96,2004-08-31,,,s
  32000@2004-08-31,32000,Xã Một,commune,xã,964,2004-08-31,,rural,s
  32001@2004-08-31,32001,Xã Hai,commune,xã,964,2004-08-31,,rural,s
  32002@2004-08-31,32002,Xã Ba,commune,xã,964,2004-08-31,,rural,s

  """, "u/successors.csv": "from,to,extent,source\n",
  "u/regions.csv": "region,province,valid_from,valid_to,source\n",
  "u/gaps.csv": "code,valid_from,valid_to,source\n",
]
/// Gives the poor of three communes and of their district, and how many of them lack water.
struct GiveCounts: TableStage {
  static let name = "counts.give"
  static let summary = Phrase(vi: "Cho số đếm.", en: "Gives counts.")
  struct Options: StageOptions {
    @Option(vi: "Số hộ nghèo.", en: "The poor.", default: [40, 50, 60]) var poor: [Int]
    @Option(vi: "Số hộ thiếu nước.", en: "Those who lack water.", default: [2, 20, 30]) var water: [Int]
    @Option(vi: "Ghi chú.", en: "A note.", default: "") var note: String
    init() {}
  }
  let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ inputs: Shapes<GiveFigures.Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<GiveFigures.Outputs>, TableWork<GiveFigures.Inputs, GiveFigures.Outputs>
  > {
    var shapes = Shapes<GiveFigures.Outputs>()
    (shapes.figures, shapes.notices) = (FigureShape(.protected), NoShape())
    return Planned(shapes) { (_, _) throws(StageError) in
      let units = ["32000", "32001", "32002", "964"]
      var figures: [Figure] = []
      for (measure, group, counts) in [
        ("poor", "all", options.poor), ("deprived_water", "class:poor", options.water),
      ] {
        for (unit, count) in zip(units, counts + [counts.reduce(0, +)]) {
          var made = figure("\(unit)/\(measure)", measure, .amount(FixedPoint(Int64(count))), line: 2)
          (made.unit, made.group, made.note, made.source.place) = (
            "\(unit)@2004-08-31", group, options.note, ""
          )
          figures.append(made)
        }
      }
      var out = Given<GiveFigures.Outputs>()
      (out.figures, out.notices) = (FigureTable(figures), Notices())
      return out
    }
  }
}

/// A pipeline that protects what is given and writes it.
func pipeline(
  with: String = "{ public_by_law: [{ measures: [poor], reason: { vi: Luật, en: Law } }] }",
  give: String = "{}", use: String = "figures.give",
  edition: String = "edition: { id: e2, date: 2025-02-10 }"
) -> String {
  """
  pipeline: t
  \(edition)
  defaults: { units: u }
  steps:
    - { id: give, use: \(use), with: \(give) }
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
  let files = ProjectFiles.memory(unitFiles.merging(["t.yaml": pipeline]) { $1 })
  let checked = try checkPipeline(
    "t.yaml", stages: stages, files: files,
    ledger: { (edition) throws(StageError) in ledger[edition].map { Array($0.utf8) } })
  let output = MemoryOutput()
  let report = await Runner(checked, files: files, width: 1).run(into: output.output)
  return Outcome(
    text: output["everybody/all.txt"], entry: String(decoding: output.ledgerEntry, as: UTF8.self),
    findings: report.findings.steps["protect"]?.kept ?? [], failure: report.failure)
}
