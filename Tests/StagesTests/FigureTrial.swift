import Diagnostics
import Figures
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Stages
import Testing

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
      let text = given.notices.all.map { "\($0.unit) \($0.figures.count) \($0.message.vi)\n" }.joined()
      try staging.write(Array(text.utf8), to: "notices.txt")
    }
  }
}

/// Figures written shortly, checked by rules in a pipeline from the file to the notices.
///
/// A figure is `where/measure=value`; where it is said, a year or a day, the code of a unit, a group, a standard or `none`, or
/// `others` go before it. The unit is else the district 981, the day the last of 2024, the group `all`, the standard vn-2022.
struct FigureTrial {
  /// `RULE code` of every finding of the step.
  var found: [String] = []
  var messages: [Phrase] = []
  var places: [String] = []
  var notices: [String] = []
  var failure: String?

  /// An invented province with one district of six communes.
  static let units =
    "id,code,name,level,type,parent,valid_from,valid_to,area,source\n"
    + "vn,vn,Cả nước,country,cả nước,,2016-01-01,,,bịa\n98@2016-01-01,98,Tỉnh Ví Dụ,province,tỉnh,vn,2016-01-01,,,bịa\n"
    + "981@2016-01-01,981,Huyện Hoa Sen,district,huyện,98,2016-01-01,,,bịa\n"
    + (1...6).map { "9000\($0)@2016-01-01,9000\($0),Xã Số \($0),commune,xã,981,2016-01-01,,rural,bịa\n" }
    .joined()
    // A district whose communes were joined: two of them wholly, of the others one wholly and one in part.
    + "982@2016-01-01,982,Huyện Hoa Súng,district,huyện,98,2016-01-01,,,bịa\n"
    + (1...4).map {
      "9200\($0)@2016-01-01,9200\($0),Xã Cũ \($0),commune,xã,982,2016-01-01,2024-07-01,rural,bịa\n"
    }.joined()
    + ["93001,Xã Gộp", "93002,Xã Ghép"].map {
      "\($0.prefix(5))@2024-07-01,\($0),commune,xã,982,2024-07-01,,rural,bịa\n"
    }.joined()
  static let successors =
    "from,to,extent,source\n"
    + [
      ("92001", "93001", "full"), ("92002", "93001", "full"), ("92003", "93002", "full"),
      ("92004", "93002", "partial"),
    ]
    .map { "\($0.0)@2016-01-01,\($0.1)@2024-07-01,\($0.2),bịa\n" }.joined()

  private static let head = "unit,as_of,measure,group,kind,value,status,standard,grade,source"
  /// A line of the table; worked out, as sums of files are: `figures.load` itself refuses published parts above their whole.
  private static func line(_ text: Substring) -> (isOther: Bool, line: String) {
    let parts = text.split(separator: "/")
    var (unit, year, group, standard, isOther) = ("981", "2024", "all", "vn-2022", false)
    for part in parts.dropLast() {
      switch part {
      case "others": isOther = true
      case "none": standard = ""
      case _ where part.hasPrefix("vn-"): standard = String(part)
      case _ where part.hasPrefix("20"): year = String(part)
      case _ where part.contains(":"): group = String(part)
      default: unit = String(part)
      }
    }
    let named = (parts.last ?? "").split(separator: "=")
    let value = named.count == 2 ? String(named[1]) : ""
    let kind = value.hasSuffix("%") ? "rate" : "count"
    let number = value == "-" ? "" : value.replacing("%", with: "")
    let status = value == "-" ? "not_reported" : "value"
    let day = year.count == 4 ? "\(year)-12-31" : year
    return (
      isOther,
      "\(unit),\(day),\(named[0]),\(group),\(kind),\(number),\(status),\(standard),derived,bịa"
    )
  }

  init(_ rules: String, _ figures: String, more: String = "") async throws {
    let lines = figures.split(whereSeparator: \.isWhitespace).map(Self.line)
    func csv(_ isOther: Bool) -> String {
      ([Self.head] + lines.filter { $0.isOther == isOther }.map(\.line)).joined(separator: "\n") + "\n"
    }
    let columns = Self.head.split(separator: ",").map { name in
      name == "as_of" ? "as_of: { type: date, sensitivity: public }" : "\(name): { sensitivity: public }"
    }.joined(separator: ", ")
    let hasOthers = lines.contains { $0.isOther }
    func steps(_ id: String) -> String {
      """
        - { id: \(id)-bang, use: csv.read, with: { files: \(id).csv, schema: { columns: { \(columns) } } } }
        - { id: \(id), use: figures.load, from: \(id)-bang, with: { allow_provisional: true } }

      """
    }
    let run = try FigureRun(
      """
      pipeline: t
      defaults: { units: u, standards: s }
      steps:
      \(steps("so"))\(hasOthers ? steps("khac") : "")  - id: kiem
          use: figures.check
          from: { figures: so\(hasOthers ? ", others: khac" : "") }
          with:
            \(more)
            rules: r.yaml
        - { use: notices.take, from: kiem }

      """, ["r.yaml": rules, "so.csv": csv(false), "khac.csv": csv(true)])
    let output = MemoryOutput()
    let report = await Runner(run.checked, files: run.files, width: 1).run(into: output.output)
    failure = report.failure?.message.en
    for (step, there) in report.findings.steps where step != "kiem" {
      // Reading tells of rates that do not agree, and of standards that are not sure, too, and keeps the figures.
      let others = there.kept.filter {
        $0.code != "figures.rate-disagrees" && $0.code != "figures.standard-provisional"
      }
      #expect(others.isEmpty, "\(others.map(\.message.en))")
    }
    for finding in report.findings.steps["kiem"]?.kept ?? [] {
      let quoted = finding.message.en.firstMatch(of: /rule '([^']+)'/).map { String($0.1) }
      let rule = quoted ?? String(finding.message.en.prefix { $0 != ":" })
      found.append("\(rule) \(finding.code.dropFirst(8))")
      messages.append(finding.message)
      places.append("\(finding.file):\(finding.line)")
    }
    notices = output["office/notices.txt"]?.split(separator: "\n").map(String.init) ?? []
  }
}

/// A pipeline of figures, whose files are in memory.
struct FigureRun {
  let files: ProjectFiles
  let checked: CheckedPipeline

  /// - Throws: What is wrong with the pipeline.
  init(_ pipeline: String, _ files: [String: String]) throws {
    var all = files.merging(HouseholdRun.register) { given, _ in given }
    (all["p.yaml"], all["u/units.csv"]) = (pipeline, FigureTrial.units)
    all["u/successors.csv"] = FigureTrial.successors
    for name in ["vn-2016.yaml", "vn-2022.yaml", "vn-2027.yaml"] {
      let path = StageContractTests.root.appending(path: "pipelines/standards/\(name)")
      all["s/\(name)"] = try String(contentsOf: path, encoding: .utf8)
    }
    self.files = .memory(all)
    checked = try checkPipeline("p.yaml", stages: allStages + [TakeNotices.self], files: self.files)
  }
}
