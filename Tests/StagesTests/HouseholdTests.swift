import Diagnostics
import Figures
@testable import Pipelines
import StageKit
import StageTestKit
import Stages
import Tables
import Testing

/// Households that are made up, classified, counted and made into figures, in whole pipelines.
@Suite struct HouseholdTests {
  static func pipeline(
    _ options: String, _ classify: String, aggregate: String = "",
    rest: String = "  - { use: rows.take, from: tong }"
  ) -> String {
    """
    pipeline: thu
    site: { title: Thử, agency: Xã giả định, contact: a@example.org, simulated: true }
    edition: { id: e1, date: 2025-01-15 }
    defaults: { standards: s, units: u, reference_date: 2024-12-14 }
    steps:
      - { id: ho, use: households.simulate, with: { communes: 4, \(options) } }
      - { id: phan-loai, use: households.classify, with: { class: lop, area: area, \(classify) } }
      - id: tong
        use: households.aggregate
        with: { by: [commune, district, province], unit: commune, class: lop, groups: [area, ethnicity], members: members, sums: [income_k]\(aggregate) }
    \(rest)

    """
  }
  static let income =
    "income: { column: income_k, unit: thousand_dong }, deprivations: \(HouseholdRun.deprivations { "d\($0)" })"
  static let points = "points: { b1: b1, b2: b2 }"

  @Test(arguments: [1, 2, 3]) func `the class of made-up households is the one they carry`(seed: Int)
    async throws
  {
    for way in [Self.income, Self.points] {
      let table = try await HouseholdRun(Self.pipeline("households: 3000, seed: \(seed)", way)).table(
        "phan-loai")
      for row in 0..<3000 {
        let (carried, made) = (table.text("class", row), table.text("lop", row))
        // What is carried does not tell the average from those above it.
        let isBoth = way == Self.income && made == "average" && carried == "none"
        #expect(made == carried || isBoth)
        #expect(
          table.number("b2", row)?.whole == table.number("deprivation_count", row)?.whole.map { $0 * 10 })
      }
    }
  }
  @Test func `rows with mistakes in what the class depends on have none, and the others keep theirs`()
    async throws
  {
    let dirt = "households: 4000, seed: 4, blank_points: 3%, b2_not_multiple_of_ten: 2%"
    let table = try await HouseholdRun(Self.pipeline(dirt, Self.points)).table("phan-loai")
    var lost = 0
    for row in 0..<4000 {
      let b2 = table.number("b2", row)?.whole
      guard let b2, b2 % 10 == 0 else {
        #expect(table.text("lop", row) == nil)
        lost += 1
        continue
      }
      #expect(table.text("lop", row) == table.text("class", row))
    }
    #expect(lost == 200)
  }
  @Test func `any number of workers gives the same table`() async throws {
    let run = try HouseholdRun(Self.pipeline("households: 9000, seed: 2, unknown_commune: 1%", Self.income))
    let once = try await run.table("tong", workers: 1)
    for workers in [2, 7] { #expect(try await run.table("tong", workers: workers) == once) }
    #expect(once.number("households", try #require(once.row("commune", "99999", "all")))?.whole == 90)
    #expect(once.number("households", try #require(once.row("province", "98", "all")))?.whole == 8910)
  }
  @Test func `shares of the input and their merging give the same as one machine`() async throws {
    let rest = "  - { use: rows.take, from: tong }"
    let run = try HouseholdRun(Self.pipeline("households: 5000, seed: 6", Self.income, rest: rest))
    let runner = Runner(run.checked, files: run.files, width: 2)
    var parts: [[UInt8]] = []
    for share in 0..<3 { parts.append(try await runner.partial(share, of: 3)) }
    let report = try await runner.merge(parts, into: MemoryOutput().output)
    #expect(report.failure == nil)
  }

  // MARK: Figures

  static let figures = """
      - { id: so-ho, use: csv.read, with: { files: tong-ho.csv, schema: { columns: { commune: { role: code, sensitivity: public }, households: { type: int, role: count, sensitivity: public }, as_of: { type: date, sensitivity: public } } } } }
      - id: so-lieu
        use: households.figures
        from: { tables: [tong], denominators: so-ho }
        with: { standard: vn-2022, source: { title: Bảng giả định } }
      - { id: cong-bo, use: figures.protect, from: so-lieu, with: { public_by_law: [{ measures: [poor, poor_rate], reason: Luật giả định }] } }
      - { use: figures.write, from: cong-bo }
    """
  static let totals =
    "commune,households,as_of\n90001,2000,2024-12-01\n90002,2000,2024-12-01\n90003,2000,2024-12-01\n90004,2000,2024-12-01\n"

  @Test func `counted households become figures that are published only through protection`() async throws {
    let run = try HouseholdRun(
      Self.pipeline("households: 4000, seed: 5", Self.income, rest: Self.figures),
      ["tong-ho.csv": Self.totals])
    let shape = run.checked.steps.first { $0.id == "so-lieu" }?.outputs["figures"]?.shape as? FigureShape
    #expect(shape?.sensitivity == .protected)
    #expect(shape?.path.last == "so-lieu.figures" && shape?.path.isEmpty == false)
    let output = MemoryOutput()
    let report = await Runner(run.checked, files: run.files, width: 2).run(into: output.output)
    #expect(report.failure == nil, "\(report.failure?.message.en ?? "")")
    let written = output.paths.compactMap { output[$0] }.joined()
    #expect(written.contains("98@2016-01-01/2024-12-14/poor_rate/all/vn-2022/simulated"))
    #expect(!written.contains("deprived_water") || written.contains("withheld"))
  }
  @Test func `a group that names people can go to nobody`() throws {
    let named = Self.pipeline(
      "households: 40", Self.income, aggregate: "", rest: Self.figures
    ).replacing("groups: [area, ethnicity]", with: "groups: [head_name]")
    do {
      _ = try HouseholdRun(named, ["tong-ho.csv": Self.totals])
      Issue.record("a personal group was let pass")
    } catch let problems as Diagnostics {
      #expect(
        problems.all.contains { $0.code.rawValue.contains("personal") }, "\(problems.all.map(\.message.en))")
    }
  }
}
