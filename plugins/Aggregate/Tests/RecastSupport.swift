import Diagnostics
import Figures
import Foundation
import StageKit
import StageTestKit
import Tables
import Units
import YAML

@testable import Aggregate

/// A country that changes in 2020, 2025 and 2026: units merged, divided, renamed, moved from countryside to town.
let changing = [
  "u/units.csv": """
  id,code,name,level,type,parent,valid_from,valid_to,area,source
  vn,vn,Cả nước,country,cả nước,,2004-08-31,,,s
  10@2004-08-31,10,Tỉnh Núi,province,tỉnh,vn,2004-08-31,2025-07-01,,s
  11@2004-08-31,11,Tỉnh Sông,province,tỉnh,vn,2004-08-31,2025-07-01,,s
  12@2004-08-31,12,Tỉnh Biển,province,tỉnh,vn,2004-08-31,,,s
  10@2025-07-01,10,Tỉnh Núi Sông,province,tỉnh,vn,2025-07-01,2026-04-30,,s
  10@2026-04-30,10,Thành phố Núi Sông,province,thành phố,vn,2026-04-30,,,s
  120@2004-08-31,120,Huyện Cát,district,huyện,12,2004-08-31,2025-07-01,,s
  121@2004-08-31,121,Huyện Dừa,district,huyện,12,2004-08-31,2025-07-01,,s
  20011@2004-08-31,20011,Xã Dừa,commune,xã,121,2004-08-31,2025-07-01,rural,s
  20012@2004-08-31,20012,Xã Cau,commune,xã,121,2004-08-31,2024-06-01,rural,s
  20011@2025-07-01,20011,Xã Dừa,commune,xã,12,2025-07-01,,rural,s
  20001@2004-08-31,20001,Xã An,commune,xã,120,2004-08-31,2020-01-01,rural,s
  20002@2004-08-31,20002,Xã Bình,commune,xã,120,2004-08-31,2020-01-01,rural,s
  20001@2020-01-01,20001,Xã An Bình,commune,xã,120,2020-01-01,2025-07-01,rural,s
  20003@2004-08-31,20003,Xã Chợ,commune,xã,120,2004-08-31,2025-07-01,rural,s
  20004@2004-08-31,20004,Thị trấn Đò,commune,thị trấn,120,2004-08-31,2025-07-01,urban,s
  20007@2004-08-31,20007,Xã Gió,commune,xã,120,2004-08-31,2025-07-01,rural,s
  20009@2004-08-31,20009,Xã Lau,commune,xã,120,2004-08-31,2025-07-01,rural,s
  20001@2025-07-01,20001,Phường An Bình,commune,phường,12,2025-07-01,,urban,s
  20004@2025-07-01,20004,Xã Đò,commune,xã,12,2025-07-01,,rural,s
  20006@2025-07-01,20006,Xã Mới,commune,xã,12,2025-07-01,2026-04-30,rural,s
  20007@2025-07-01,20007,Xã Gió,commune,xã,12,2025-07-01,2026-04-30,rural,s
  20006@2026-04-30,20006,Xã Gió Mới,commune,xã,12,2026-04-30,,rural,s
  20009@2025-07-01,20009,Xã Lau,commune,xã,12,2025-07-01,,rural,s

  """,
  "u/successors.csv": """
  from,to,extent,source
  10@2004-08-31,10@2025-07-01,full,s
  11@2004-08-31,10@2025-07-01,full,s
  10@2025-07-01,10@2026-04-30,full,s
  20001@2004-08-31,20001@2020-01-01,full,s
  20002@2004-08-31,20001@2020-01-01,full,s
  20001@2020-01-01,20001@2025-07-01,full,s
  20003@2004-08-31,20001@2025-07-01,partial,s
  20003@2004-08-31,20004@2025-07-01,partial,s
  20004@2004-08-31,20004@2025-07-01,full,s
  20007@2004-08-31,20007@2025-07-01,full,s
  20007@2025-07-01,20006@2026-04-30,full,s
  20006@2025-07-01,20006@2026-04-30,full,s
  20009@2004-08-31,20009@2025-07-01,unstated,s
  20011@2004-08-31,20011@2025-07-01,full,s

  """,
  "u/regions.csv": "region,province,valid_from,valid_to,source\n",
  "u/gaps.csv": "code,valid_from,valid_to,source\n",
]
func changingRegistry() throws(Diagnostics) -> UnitRegistry {
  try UnitRegistry.load("u", namedAt: nil, .memory(changing))
}

/// A run of `figures.recast`.
struct RecastRun {
  var mistakes: [Diagnostic] = []
  var figures: [Figure] = []
  var notices: [Notice] = []
  var findings: [String] = []
  var failure: StageError?

  static let shares = Schema([
    Field("from", .text, .code), Field("to", .text, .code), Field("share", .text, .label),
    Field("source", .text, .label),
  ])
  /// A table of shares; an empty text is a missing cell.
  static func table(_ rows: [[String]]) -> Table {
    var columns = shares.fields.map { ColumnBuilder($0.type) }
    for row in rows {
      for (index, text) in row.enumerated() {
        if text.isEmpty {
          columns[index].append(missing: .blank)
        } else {
          columns[index].append(text: text.utf8)
        }
      }
    }
    return Table(
      shares,
      Batch(columns.map(\.column), count: rows.count, origin: Origin(file: "ty-le.csv", firstLine: 2)))
  }
  /// What is divided of Xã Chợ, two parts of three to the town.
  static let halves = table([
    ["20003@2004-08-31", "20001@2025-07-01", "2/3", "Đề án giả định"],
    ["20003@2004-08-31", "20004@2025-07-01", "1/3", "Đề án giả định"],
  ])

  init(
    _ figures: [Figure], _ options: String = "{ to: 2025-07-01, measures: [poor] }", shares: [Table] = [],
    in units: UnitRegistry? = nil
  ) throws {
    let resources: [ObjectIdentifier: any Resource] = [
      ObjectIdentifier(UnitRegistry.self): try units ?? changingRegistry()
    ]
    var info = PipelineInfo(name: "t", referenceDate: nil)
    info.edition = try EditionFields.decoded(from: parseYAML("{ id: e1, date: 2026-05-15 }", file: "t.yaml"))
    var planning = Planning(
      step: "moi", range: nil, pipeline: info, loader: DocumentLoader(files: .memory([:])),
      resources: resources)
    let decoded = try RecastFigures.Options.decoded(from: parseYAML(options, file: "t.yaml"))
    var shapes = Shapes<RecastFigures.Inputs>()
    shapes.figures = [FigureShape(.public)]
    shapes.shares = shares.map(\.schema)
    let planned = RecastFigures(decoded).plan(shapes, &planning)
    mistakes = planning.problems.all
    guard mistakes.isEmpty else { return }
    var given = Given<RecastFigures.Inputs>()
    given.figures = Many([FigureTable(figures)])
    given.shares = Many(shares)
    var found = Findings()
    do throws(StageError) {
      let out = try planned.work.run(given, &found)
      (self.figures, notices) = (out.figures.figures, out.notices.all)
    } catch { failure = error }
    findings = found.steps.values.flatMap(\.kept).map { "\($0.code) \($0.line): \($0.message.en)" }
  }
  /// `unit day measure value status boundary` of every figure, sorted; a note in brackets.
  var shown: [String] {
    figures.map { figure in
      let value: String =
        switch figure.value {
        case .amount(let number)?: number.plain
        case .ratio(let part, let whole)?: "\(part.plain)/\(whole.plain)"
        case .printed?: "?"
        case nil: "-"
        }
      return
        "\(figure.unit) \(figure.asOf.iso) \(figure.measure) \(value) \(figure.status.rawValue) \(figure.boundary)"
    }.sorted()
  }
}
