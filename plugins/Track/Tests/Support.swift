import Diagnostics
import Disclosure
import Figures
import StageKit
import StageTestKit
import Tables
import Track

/// Releases one figure of Cà Mau, as `figures.protect` would.
struct GiveFigures: TableStage {
  static let name = "figures.give"
  static let summary = Phrase(vi: "Cho số liệu.", en: "Gives figures.")
  struct Inputs: Ports { init() {} }
  struct Outputs: Ports {
    let figures = Port<PublishedTable>(vi: "Số liệu.", en: "Figures.")
    init() {}
  }
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    var shapes = Shapes<Outputs>()
    shapes.figures = NoShape()
    return Planned(shapes) { (_, _) throws(StageError) in
      var out = Given<Outputs>()
      out.figures = try published()
      return out
    }
  }
}
/// Releases a figure with a fraction, and before it those of another place and of another group.
struct GiveBrokenFigures: TableStage {
  static let name = "figures.broken"
  static let summary = Phrase(vi: "Cho số liệu lẻ.", en: "Gives figures with a fraction.")
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<GiveFigures.Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<GiveFigures.Outputs>, TableWork<GiveFigures.Inputs, GiveFigures.Outputs>
  > {
    var shapes = Shapes<GiveFigures.Outputs>()
    shapes.figures = NoShape()
    return Planned(shapes) { (_, _) throws(StageError) in
      var out = Given<GiveFigures.Outputs>()
      let broken = FixedPoint(units: 1234, scale: 2)
      out.figures = try published([
        ("other-place", "964@2004-08-31", "jobs", "all", broken),
        ("other-group", "96@2004-08-31", "jobs", "area:urban", broken),
        ("b", "96@2004-08-31", "jobs", "all", broken),
        ("whole", "96@2004-08-31", "trained", "all", 12),
        ("broken-elsewhere", "964@2004-08-31", "trained", "all", broken),
      ])
      return out
    }
  }
}
/// Releases the figure of a part that is more than that of its whole.
struct GiveParts: TableStage {
  static let name = "figures.parts"
  static let summary = Phrase(vi: "Cho số liệu của phần.", en: "Gives figures of parts.")
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<GiveFigures.Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<GiveFigures.Outputs>, TableWork<GiveFigures.Inputs, GiveFigures.Outputs>
  > {
    var shapes = Shapes<GiveFigures.Outputs>()
    shapes.figures = NoShape()
    return Planned(shapes) { (_, _) throws(StageError) in
      var out = Given<GiveFigures.Outputs>()
      out.figures = try published([
        ("whole", "96@2004-08-31", "workers", "all", 80),
        ("part", "96@2004-08-31", "migrant_workers", "all", 90),
      ])
      return out
    }
  }
}
/// Gives figures that nobody released.
struct GiveRawFigures: TableStage {
  static let name = "figures.raw"
  static let summary = Phrase(vi: "Cho số liệu.", en: "Gives figures.")
  struct Outputs: Ports {
    let figures = Port<FigureTable>(vi: "Số liệu.", en: "Figures.")
    init() {}
  }
  init(_ options: NoOptions) {}
  func plan(
    _ inputs: Shapes<GiveFigures.Inputs>, _ plan: inout Planning
  ) -> Planned<Shapes<Outputs>, TableWork<GiveFigures.Inputs, Outputs>> {
    var shapes = Shapes<Outputs>()
    shapes.figures = FigureShape(.public)
    return Planned(shapes) { (_, _) throws(StageError) in
      var out = Given<Outputs>()
      out.figures = FigureTable()
      return out
    }
  }
}
func published(
  _ id: String = "a", _ measure: String = "poor", _ amount: FixedPoint = 2890
) throws(StageError) -> PublishedTable {
  try published([(id, "96@2004-08-31", measure, "all", amount)])
}
func published(
  _ amounts: [(id: String, unit: String, measure: String, group: String, amount: FixedPoint)]
) throws(StageError) -> PublishedTable {
  let figures = amounts.map { id, unit, measure, group, amount in
    Figure(
      id: id, unit: unit, asOf: Day(iso: "2024-12-31") ?? Day(number: 0), measure: measure, group: group,
      value: .amount(amount), standard: "vn-2022", grade: .official, source: Figure.Source(title: "s"))
  }
  let ground = PublicGround(
    measures: amounts.map(\.measure), groups: ["*"], reason: Phrase(vi: "Luật", en: "Law"))
  return try Release([FigureTable(figures)], [], grounds: [ground], edition: "e", previous: nil).table
}
let documents = [
  "u/units.csv": """
  id,code,name,level,type,parent,valid_from,valid_to,area,source
  vn,vn,Cả nước,country,cả nước,,2004-08-31,,,s
  01@2004-08-31,01,Thành phố Hà Nội,province,thành phố,vn,2004-08-31,,,s
  96@2004-08-31,96,Tỉnh Cà Mau,province,tỉnh,vn,2004-08-31,2025-07-01,,s
  964@2004-08-31,964,Thành phố Cà Mau,district,thành phố,96,2004-08-31,2025-07-01,,s
  96@2025-07-01,96,Tỉnh Cà Mau,province,tỉnh,vn,2025-07-01,,,s

  """, "u/successors.csv": "from,to,extent,source\n",
  "u/regions.csv": "region,province,valid_from,valid_to,source\n",
  "u/gaps.csv": "code,valid_from,valid_to,source\n",
  "s/a.yaml": "standard: vn-2022\nname: n\nlegal: [l]\nvalid: { from: 2021-12-31 }\nmeaning: m\n",
  "s/b.yaml": """
  standard: nhap
  name: n
  legal: [l]
  valid: { from: 2024-01-01, to: 2026-12-31 }
  meaning: m
  provisional: { vi: chưa đối chiếu, en: not compared }

  """,
  "s/c.yaml": """
  standard: ha-noi
  name: n
  legal: [l]
  valid: { from: 2024-06-01 }
  meaning: m
  scope: { province: "01", name: Thành phố Hà Nội, clause: l, checked: text }

  """, "p.yaml": plan(),
]
/// A plan of Cà Mau for 2024, but for what is said.
func plan(
  _ id: String = "ca-mau-2024", unit: String = "\"96\"", level: String = "province",
  standard: String = "vn-2022",
  period: String = "{ from: 2024-01-01, to: 2024-12-31 }", parent: String = ""
) -> String {
  """
  plan: \(id)
  name: P
  issuer: I
  unit: \(unit)
  level: \(level)
  period: \(period)
  standard: \(standard)
  source: { title: S }
  \(parent.isEmpty ? "" : "parent: \(parent)\n")\
  targets:
    - { id: A, title: t, place: p, population: x, kind: level, measure: poor, unit: households, at_most: 3675 }

  """
}
func pipeline(
  _ plans: String = "[p.yaml]", edition: String = "edition: { id: e, date: 2025-02-10 }", more: String = ""
) -> String {
  """
  pipeline: t
  \(edition)
  defaults: { units: u, standards: s }
  steps:
    - { id: give, use: figures.give }
    - { id: track, use: plan.track, from: give, with: { plans: \(plans)\(more) } }
  """
}
let stages: [any Stage.Type] =
  Track::stages + [GiveFigures.self, GiveRawFigures.self, GiveBrokenFigures.self, GiveParts.self]
