import Diagnostics
import Figures
import Pipelines
import StageKit
import StageTestKit
import Tables
import Testing
import Validate

/// Gives the figures that stand in its options.
///
/// A figure is `measure=value`; before it, each behind a stroke, may stand the code of a unit, a year or a day, a group, a
/// standard or `none`. A dash is not reported, `%` a printed rate, `3~7` a ratio, a `?` behind it an estimate. What is not said
/// is the district 981, the end of 2024, `all` and vn-2022.
struct PutFigures: TableStage {
  static let name = "figures.put"
  static let summary = Phrase(vi: "Cho số liệu.", en: "Gives figures.")
  struct Inputs: Ports { init() {} }
  struct Outputs: Ports {
    let figures = Port<FigureTable>(vi: "Số liệu.", en: "Figures.")
    init() {}
  }
  struct Options: StageOptions {
    @Option(vi: "Số liệu.", en: "The figures.") var rows: [String]
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    var shapes = Shapes<Outputs>()
    shapes.figures = FigureShape(.public)
    let figures = options.rows.enumerated().map { Figure(written: $1, line: $0 + 2) }
    return Planned(shapes) { (_, _) throws(StageError) in
      var out = Given<Outputs>()
      out.figures = FigureTable(figures)
      return out
    }
  }
}
extension Figure {
  fileprivate init(written text: String, line: Int) {
    var (unit, day, group, standard) = ("981@2016-01-01", "2024-12-31", "all", "vn-2022")
    let parts = text.split(separator: "/").map(String.init)
    for part in parts.dropLast() {
      switch part {
      case "vn", "none": if part == "vn" { unit = part } else { standard = "" }
      case _ where part.hasPrefix("vn-"): standard = part
      case _ where part.contains(":"): group = part
      case _ where part.hasPrefix("20") && part.count == 4: day = "\(part)-12-31"
      case _ where part.hasPrefix("20"): day = part
      default: unit = "\(part)@2016-01-01"
      }
    }
    let named = (parts.last ?? "").split(separator: "=").map(String.init)
    let place = SourcePosition(line: line, column: 1)
    let isEstimate = named[1].hasSuffix("?")
    let value = FigureValue(written: isEstimate ? String(named[1].dropLast()) : named[1])
    self.init(
      id: "\(text)", unit: unit, asOf: Day(iso: day) ?? Day(number: 0), measure: named[0], group: group,
      value: value, status: value == nil ? .notReported : isEstimate ? .estimate : .value, standard: standard,
      grade: .simulated,
      source: Source(title: "bịa"), origin: SourceRange(file: "so.csv", start: place, end: place))
  }
}
extension FigureValue {
  fileprivate init?(written text: String) {
    func number(_ text: some StringProtocol) -> FixedPoint {
      let parts = text.split(separator: ".")
      return FixedPoint(
        units: Int128(String(text).replacing(".", with: "")) ?? 0,
        scale: parts.count == 2 ? parts[1].count : 0)
    }
    if text == "-" { return nil }
    let parts = text.split(separator: "~")
    if parts.count == 2 {
      self = .ratio(numerator: number(parts[0]), denominator: number(parts[1]))
    } else if text.hasSuffix("%") {
      self = .printed(number(text.dropLast()))
    } else {
      self = .amount(number(text))
    }
  }
}

/// Takes notices and writes them for the office, one a line.
struct TakeNotices: SinkStage {
  static let name = "notices.take"
  static let summary = Phrase(vi: "Lấy mọi thông báo.", en: "Takes all notices.")
  static let audience = Audience.office
  struct Inputs: Ports {
    let notices = Port<Notices>(vi: "Thông báo.", en: "Notices.")
    init() {}
  }
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> SinkWork<Inputs> {
    SinkWork { (given, staging) throws(StageError) in
      let lines = given.notices.all.map {
        "\($0.code) \($0.unit) \($0.figures.count) | \($0.message.vi) | \($0.message.en)\n"
      }
      try staging.write(Array(lines.joined().utf8), to: "notices.txt")
    }
  }
}

/// What rules say of some figures.
struct FigureFound: Equatable {
  /// `RULE code line` of every finding, without the module before the code.
  var codes: [String] = []
  var messages: [Phrase] = []
  var notices: [String] = []
  var failure: String?

  static let stages: [any Stage.Type] = Validate::stages + [PutFigures.self, TakeNotices.self]
  /// An invented province of one district with six communes, and one of another with an island.
  static let units = [
    "u/units.csv": "id,code,name,level,type,parent,valid_from,valid_to,area,source\n"
      + "vn,vn,Cả nước,country,cả nước,,2016-01-01,,,bịa\n98@2016-01-01,98,Tỉnh Ví Dụ,province,tỉnh,vn,2016-01-01,,,bịa\n"
      + "981@2016-01-01,981,Huyện Hoa Sen,district,huyện,98,2016-01-01,,,bịa\n"
      + (1...6).map { "9000\($0)@2016-01-01,9000\($0),Xã Số \($0),commune,xã,981,2016-01-01,,rural,bịa\n" }
      .joined(), "u/successors.csv": "from,to,extent,source\n",
    "u/regions.csv": "region,province,valid_from,valid_to,source\n",
    "u/gaps.csv": "code,valid_from,valid_to,source\n",
  ]
  /// The files of a pipeline that checks figures by the rules of `r.yaml`.
  static func files(_ rules: String, _ figures: String, others: String = "", more: String = "") -> [String:
    String]
  {
    func rows(_ text: String) -> String {
      text.split(whereSeparator: \.isWhitespace).map { "\"\($0)\"" }.joined(separator: ", ")
    }
    let other =
      others.isEmpty ? "" : "  - { id: khac, use: figures.put, with: { rows: [\(rows(others))] } }\n"
    let text = """
      pipeline: t
      defaults: { units: u }
      steps:
        - { id: so, use: figures.put, with: { rows: [\(rows(figures))] } }
      \(other)  - { id: kiem, use: figures.check, from: { figures: so\(others.isEmpty ? "" : ", others: khac") }, with: { \(more)rules: r.yaml } }
        - { use: notices.take, from: kiem }

      """
    let written = rules.split(separator: "\n").map { "  \($0)\n" }.joined()
    return units.merging(["t.yaml": text, "r.yaml": rules.isEmpty ? "rules: []\n" : "rules:\n\(written)"]) {
      $1
    }
  }
  init(_ rules: String, _ figures: String, others: String = "", more: String = "") async throws {
    let files = ProjectFiles.memory(Self.files(rules, figures, others: others, more: more))
    let checked = try checkPipeline("t.yaml", stages: Self.stages, files: files)
    let output = MemoryOutput()
    let report = await Runner(checked, files: files, width: 2).run(into: output.output)
    failure = report.failure?.message.en
    for finding in report.findings.steps["kiem"]?.kept ?? [] {
      let quoted = finding.message.en.firstMatch(of: /the rule '([^']+)'/).map { String($0.1) }
      let rule = quoted ?? String(finding.message.en.prefix { $0 != ":" })
      codes.append("\(rule) \(finding.code.replacing("figures.", with: "")) \(finding.line)")
      messages.append(finding.message)
    }
    notices = output["office/notices.txt"]?.split(separator: "\n").map(String.init) ?? []
  }
  /// `RULE code`, without the lines.
  var kinds: [String] { codes.map { $0.split(separator: " ").dropLast().joined(separator: " ") } }
}
