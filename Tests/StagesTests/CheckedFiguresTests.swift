import Diagnostics
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Stages
import Testing

/// What the program counts itself, from the list of households to the rules on figures.
///
/// The classes of these households are drawn by lot, so that what they lack (X6) does not fit them.
@Suite struct CheckedFiguresTests {
  private static let head = "unit,as_of,measure,kind,value,status,standard,grade,source"
  private static let columns = head.split(separator: ",").map { name in
    name == "as_of" ? "as_of: { type: date }" : "\(name): {}"
  }.joined(separator: ", ")
  private static let classes = "by: [commune, district, province], unit: xa, class: lop, members: nk"

  /// What the rules say of the figures of households: `RULE code` and the words.
  private func found(
    _ rows: [[String]], totals: [[String]] = [], loaded: [String] = [], others: [String] = []
  ) async throws -> [(rule: String, words: String)] {
    func load(_ id: String) -> String {
      RowRun.read("\(id)-bang", Self.columns) + "  - { id: \(id), use: figures.load, from: \(id)-bang }\n"
    }
    let denominators = totals.isEmpty ? "" : ", denominators: so-ho"
    let steps =
      RowRun.read("in", Land.columns)
      + "  - { id: tong, use: households.aggregate, with: { \(Self.classes) } }\n"
      + (totals.isEmpty
        ? ""
        : RowRun.read(
          "so-ho", "commune: { role: code }, households: { type: int, role: count }, as_of: { type: date }"))
      + "  - { id: so, use: households.figures, from: { tables: [tong]\(denominators) }, with: { standard: vn-2022, source: { title: Bảng giả định } } }\n"
      + (loaded.isEmpty ? "" : load("nap")) + (others.isEmpty ? "" : load("khac"))
      + "  - { id: kiem, use: figures.check, from: { figures: [\(loaded.isEmpty ? "so" : "so, nap")]\(others.isEmpty ? "" : ", others: khac") }, with: { rules: r.yaml } }\n"
      + "  - { use: notices.take, from: kiem }\n"
    var files = Land.register.merging(HouseholdRun.register) { land, _ in land }
    files["p.yaml"] =
      "pipeline: t\nedition: { id: e1, date: 2025-01-15 }\ndefaults: { standards: s, units: u, reference_date: 2024-12-14 }\nsteps:\n\(steps)"
    files["in.csv"] = RowRun.csv(Land.head, rows)
    files["so-ho.csv"] = RowRun.csv("commune,households,as_of", totals)
    files["nap-bang.csv"] = ([Self.head] + loaded).joined(separator: "\n") + "\n"
    files["khac-bang.csv"] = ([Self.head] + others).joined(separator: "\n") + "\n"
    files["r.yaml"] = try FigureRuleTests.sheet()
    files["s/vn-2022.yaml"] = try String(
      contentsOf: StageContractTests.root.appending(path: "pipelines/standards/vn-2022.yaml"), encoding: .utf8
    )
    let project = ProjectFiles.memory(files)
    let checked = try checkPipeline("p.yaml", stages: allStages + [TakeNotices.self], files: project)
    let report = await Runner(checked, files: project, width: 2).run(into: MemoryOutput().output)
    #expect(report.failure == nil, "\(report.failure?.message.en ?? "")")
    return (report.findings.steps["kiem"]?.kept ?? []).map { finding in
      let quoted = finding.message.en.firstMatch(of: /rule '([^']+)'/).map { String($0.1) }
      let rule = quoted ?? String(finding.message.en.prefix { $0 != ":" })
      return ("\(rule) \(finding.code.dropFirst(8))", finding.message.en)
    }
  }
  private static func totals(_ count: Int) -> [[String]] {
    Land.communes.map { [$0.code, "\(count)", "2024-10-01"] }
  }
  private static let rules = [
    "X3-ngheo-trong-tong-ho", "X3-can-ngheo-trong-tong-ho", "F3-ty-le-ho-ngheo", "F3-ty-le-ho-can-ngheo",
    "X7-ty-le-da-chieu", "F3-tong-hai-ty-le", "F3-tong-hai-loai",
  ]

  @Test func `what is counted and divided by totals of another day is checked, and is right`() async throws {
    let found = try await found(Land.households(1, 200), totals: Self.totals(500))
    for rule in Self.rules {
      #expect(!found.contains { $0.rule.hasPrefix("\(rule) ") }, "\(found.map(\.words))")
    }
    for rule in ["W-ty-le-khac-xa", "W-pheu"] {
      #expect(!found.contains { $0.rule == "\(rule) idle-rule" || $0.rule == "\(rule) not-checked" })
    }
  }
  @Test func `more poor households than there are is told of every unit`() async throws {
    let rows = Land.households(2, 200)
    let found = try await found(rows, totals: Self.totals(3))
    let units = Set(Land.communes.flatMap { [$0.code, $0.district, $0.province] })
    let wrong = units.filter { unit in
      let communes = Land.communes.filter { [$0.code, $0.district, $0.province].contains(unit) }
      return rows.count { row in communes.contains { $0.code == row[0] } && row[1] == "poor" } > 3
        * communes.count
    }
    let told = found.filter { $0.rule == "X3-ngheo-trong-tong-ho wrong" }
    #expect(told.count == wrong.count && !wrong.isEmpty, "\(found.map(\.words))")
    #expect(told.allSatisfy { $0.words.contains("(of 2024-10-01)") })
  }
  @Test func `printed rates and bases of plans are held against the counts`() async throws {
    let code = Land.communes[0].code
    let found = try await found(
      Land.households(3, 200),
      loaded: [
        "\(code),2024-12-14,households,count,900,value,,derived,bịa",
        "\(code),2024-12-14,poor_rate,rate,99.99,value,vn-2022,derived,bịa",
        "\(code),2024-12-14,near_poor_rate,rate,88.88,value,vn-2022,derived,bịa",
        "\(code),2024-12-14,multidimensional_rate,rate,77.77,value,vn-2022,derived,bịa",
      ], others: ["\(code),2024-12-14,plan_base_households,count,901,value,vn-2022,derived,bịa"])
    let expected = [
      "F3-ty-le-ho-ngheo wrong", "F3-ty-le-ho-can-ngheo wrong", "X7-ty-le-da-chieu wrong",
      "F3-tong-hai-ty-le wrong", "F8-ke-hoach-tong-ho wrong",
    ]
    #expect(
      found.map(\.rule).filter { $0.hasSuffix(" wrong") && !$0.hasPrefix("X6") }.sorted() == expected.sorted()
    )
  }
}
