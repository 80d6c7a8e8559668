import Diagnostics
import Disclosure
import Figures
import Foundation
import Formats
import Pipelines
import Publish
import StageKit
import StageTestKit
import Tables
import Testing

/// What is written for everybody, and how it can be read back.
@Suite struct PublishTests {
  static let units = [
    "u/units.csv": """
    id,code,name,level,type,parent,valid_from,valid_to,area,source
    vn,vn,Cả nước,country,cả nước,,2016-01-01,,,bịa ra
    98@2016-01-01,98,Tỉnh Ví Dụ,province,tỉnh,vn,2016-01-01,,,bịa ra

    """,
    "u/successors.csv": "from,to,extent,source\n",
    "u/regions.csv": "region,province,valid_from,valid_to,source\n",
    "u/gaps.csv": "code,valid_from,valid_to,source\n",
  ]
  static func pipeline(_ with: String = "{}", head: String = site) -> String {
    """
    pipeline: p
    \(head)
    defaults: { units: u }
    steps:
      - { id: made, use: figures.invent }
      - use: figures.write
        from: made
        with: \(with)

    """
  }
  static let site = """
    site: { title: Trang, agency: "Cơ quan, \\"A\\"", contact: x }
    edition: { id: "1", date: 2025-01-15 }
    """
  static let stages: [any Stage.Type] = [InventFigures.self, WriteFigures.self]

  func published(_ with: String = "{}") async throws -> MemoryOutput {
    let files = ProjectFiles.memory(Self.units.merging(["p.yaml": Self.pipeline(with)]) { $1 })
    let pipeline = try checkPipeline("p.yaml", stages: Self.stages, files: files)
    let output = MemoryOutput()
    let report = await Runner(pipeline, files: files, width: 2).run(into: output.output)
    #expect(report.failure == nil, "\(report.failure?.message.en ?? "")")
    return output
  }

  @Test func `the files are those of the forms asked for`() async throws {
    let all = try await published()
    #expect(
      all.paths == [
        "everybody/du-lieu/datapackage.json", "everybody/du-lieu/so-lieu.csv",
        "everybody/du-lieu/so-lieu.json",
        "everybody/du-lieu/thong-bao.csv", "everybody/du-lieu/thong-bao.json",
      ])
    let json = try await published("{ formats: [json], folder: data }")
    #expect(
      json.paths == [
        "everybody/data/datapackage.json", "everybody/data/so-lieu.json", "everybody/data/thong-bao.json",
      ])
  }
  @Test func `a figure keeps the decimals as printed, and what is missing is empty`() async throws {
    let csv = try #require(try await published()["everybody/du-lieu/so-lieu.csv"])
    let lines = csv.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.count == 6 && lines.last == "")
    #expect(
      lines[1].hasPrefix(
        "a,98@2016-01-01,Tỉnh Ví Dụ,2024-12-31,poor,all,count,377,,value,vn-2022,,simulated,0,"))
    #expect(lines[1].hasSuffix("\"Nguồn, có \"\"ngoặc\"\"\",,,,1"))
    #expect(lines[2].contains(",rate,1.30,,value,"))
    #expect(lines[3].contains(",ratio,377,15230,value,"))
    #expect(lines[4].contains(",poor,all,,,,not_reported,"))
  }
  @Test func `the same is read from JSON, with null for what is missing`() async throws {
    let output = try await published()
    let json = try #require(output["everybody/du-lieu/so-lieu.json"])
    let list = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(list.count == 4)
    #expect(list[0]["value"] as? Int == 377 && list[0]["denominator"] is NSNull)
    #expect(json.contains("\"value\": 1.30"))
    #expect(list[3]["value"] is NSNull && list[3]["status"] as? String == "not_reported")
    let notices = try #require(output["everybody/du-lieu/thong-bao.csv"])
    #expect(notices.contains("test.fact,98@2016-01-01,Một điều,a b\r\n"))
  }
  @Test func `the package describes every column and gives the bytes and the digest of each table`()
    async throws
  {
    let output = try await published()
    let text = try #require(output["everybody/du-lieu/datapackage.json"])
    let package = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(package["profile"] as? String == "tabular-data-package")
    #expect((package["contributors"] as? [[String: Any]])?.first?["title"] as? String == "Cơ quan, \"A\"")
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(
      resources.map { $0["path"] as? String } == [
        "so-lieu.csv", "so-lieu.json", "thong-bao.csv", "thong-bao.json",
      ])
    #expect(Set(resources.map { $0["name"] as? String }).count == 4)
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let csv = try #require(output["everybody/du-lieu/\(path)"])
      #expect(resource["bytes"] as? Int == csv.utf8.count)
      #expect(resource["hash"] as? String == "sha256:\(sha256(Array(csv.utf8)))")
      #expect(resource["profile"] as? String == "tabular-data-resource")
      let fields = (resource["schema"] as? [String: Any])?["fields"] as? [[String: Any]] ?? []
      #expect(fields.map { $0["name"] as? String } == (try columns(of: csv, path)))
      #expect(fields.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
    }
  }
  /// The names of the columns of a file, as its readers find them.
  private func columns(of text: String, _ path: String) throws -> [String] {
    if path.hasSuffix(".csv") { return text.prefix { $0 != "\r\n" }.split(separator: ",").map(String.init) }
    let first = try #require(text.split(separator: "}").first)
    return first.matches(of: #/\n    "([a-z_]+)": /#).map { String($0.1) }
  }
  @Test func `without site and edition nothing is published`() {
    expectPlan(
      Self.pipeline(head: "").replacing("use: figures.write", with: "use: 1️⃣figures.write"), of: Self.stages,
      files: Self.units,
      find: [
        (1, "the pipeline does not say who publishes"),
        (1, "the pipeline does not say which edition this is"),
      ])
  }
  @Test func `options are checked`() {
    expectOptions(
      of: WriteFigures.self, "{formats: [1️⃣xml], folder: 2️⃣../x}",
      find: [
        (1, "option 'formats': expected one of csv, json, found 'xml'"),
        (2, "option 'folder': expected of the form [a-z0-9-]+, found '../x'"),
      ])
  }
}

/// Gives four invented figures and a notice, released.
private struct InventFigures: TableStage {
  static let name = "figures.invent"
  static let summary = Phrase(vi: "Bịa số liệu.", en: "Invents figures.")
  struct Inputs: Ports {}
  struct Outputs: Ports {
    let figures = Port<PublishedTable>(vi: "Số liệu.", en: "Figures.")
    let notices = Port<ReleasedNotices>(vi: "Thông báo.", en: "Notices.")
  }
  init(_ options: NoOptions) {}
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  > {
    var shapes = Shapes<Outputs>()
    (shapes.figures, shapes.notices) = (NoShape(), NoShape())
    return Planned(shapes) { (_, _) throws(StageError) in
      let release = try Release(
        [FigureTable(Self.figures)], [Notices([Self.notice])],
        grounds: [
          PublicGround(measures: ["poor", "poor_rate"], groups: ["all"], reason: Phrase(same: "luật"))
        ],
        edition: "1", previous: nil)
      var out = Given<Outputs>()
      (out.figures, out.notices) = (release.table, release.notices)
      return out
    }
  }
  private static let notice = Notice(
    "test.fact", Phrase(vi: "Một điều", en: "A fact"), unit: "98@2016-01-01", figures: ["a", "b"])
  private static var figures: [Figure] {
    [
      figure("a", "poor", .amount(377), source: "Nguồn, có \"ngoặc\""),
      figure("b", "poor_rate", .printed(FixedPoint(units: 130, scale: 2))),
      figure("c", "poor_rate", .ratio(numerator: 377, denominator: 15230), precedence: 1),
      figure("d", "poor", nil, status: .notReported, precedence: 1),
    ]
  }
  private static func figure(
    _ id: String, _ measure: String, _ value: FigureValue?, status: Figure.Status = .value,
    source: String = "Bịa", precedence: Int = 0
  ) -> Figure {
    Figure(
      id: id, unit: "98@2016-01-01", asOf: Day(number: 20_088), measure: measure, value: value,
      status: status,
      standard: "vn-2022", grade: .simulated, source: Figure.Source(title: source), edition: "1",
      precedence: precedence)
  }
}
