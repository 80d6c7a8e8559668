import Diagnostics
import Disclosure
import Figures
import Foundation
import Standards
import Tables
import Testing

@testable import TransparencySite

/// The sections of a unit's page: many figures of few years.
@Suite struct SectionTests {
  private static let years = ["2023-12-31", "2024-12-31"]
  private static let path = "don-vi/96-tinh-ca-mau/index.html"
  /// Every figure is another number: the measures by their place in the list, in thousands, and the year.
  private static func figures(_ measures: [(String, String)], under standard: String = "vn-2022") -> [Figure]
  {
    measures.enumerated().flatMap { place, measure in
      years.enumerated().map { year, day in
        figure(
          caMau, day, measure.0, .amount(FixedPoint(Int64(1000 * (place + 1) + year))), group: measure.1,
          standard: standard)
      }
    }
  }
  private static let measures = [
    ("deprived_water", "class:poor"), ("deprived_employment", "class:poor"),
    ("deprived_employment", "class:near_poor"), ("poor", "ethnicity:Dao"), ("near_poor", "ethnicity:Dao"),
    ("poor", "ethnicity:minority"), ("poor", "area:rural"), ("poor", "area:urban"), ("poor_persons", "all"),
    ("near_poor_persons", "all"), ("poor", "all"), ("near_poor", "all"), ("poor_plus_near", "all"),
    ("insured_poor", "all"), ("insured_poor", "class:poor"),
  ]
  private static let made = Result { try MadeSite(figures(measures), plans: [examplePlan]).page(path) }
  private let page: String
  init() throws { page = try Self.made.get() }
  private func headings(_ page: String) -> [String] {
    page.matches(of: /<h[23] id="[a-z-]+">([^<]*)</).map { String($0.1) }
  }

  // MARK: Sections

  @Test func `sections stand in order, each with a caption that names standard and unit`() {
    #expect(
      headings(page) == [
        "Kế hoạch của đơn vị", "Hộ nghèo và hộ cận nghèo qua các năm", "Nhân khẩu", "Theo khu vực",
        "Theo dân tộc", "Hộ nghèo, hộ cận nghèo thiếu hụt từng chỉ số", "Các nhóm khác",
        "Nguồn của từng con số",
      ])
    #expect(page.contains("Theo dân tộc, Tỉnh Cà Mau, chuẩn nghèo đa chiều 2022–2025</caption>"))
  }
  @Test func `a row is a measure, and a column a day`() {
    #expect(cells("<th scope=\"col\">Số đo</th>", in: page) == ["Số đo", "31/12/2023", "31/12/2024"])
    #expect(cells(">Hộ nghèo và cận nghèo</th>", in: page) == ["Hộ nghèo và cận nghèo", "13.000", "13.001"])
  }
  @Test func `few measures over many years keep a row a day`() throws {
    let earlier = ["2021-12-31", "2022-12-31"].map { figure(caMau, $0, "poor", .amount(7)) }
    let page = try MadeSite(earlier + Self.figures([("poor", "all"), ("near_poor", "all")])).page(Self.path)
    #expect(cells("datetime=\"2023-12-31\"", in: page).prefix(3) == ["31/12/2023", "1.000", "2.000"])
    #expect(headings(page) == ["Hộ nghèo và hộ cận nghèo qua các năm", "Nguồn của từng con số"])
  }
  @Test func `parts of the population have their rows together under their name`() throws {
    let start = try #require(
      page.firstRange(of: "<tr class=\"grp\"><th scope=\"rowgroup\" colspan=\"3\">Dân tộc Dao<"))
    let end = try #require(page.firstRange(of: ">Dân tộc thiểu số<"))
    let rows = String(page[start.upperBound..<end.lowerBound])
    #expect(cells(">Hộ nghèo<", in: rows) == ["Hộ nghèo", "4.000", "4.001"])
    #expect(cells(">Hộ cận nghèo<", in: rows) == ["Hộ cận nghèo", "5.000", "5.001"])
    #expect(page.contains(">Nông thôn</th>") && page.contains(">Thành thị</th>"))
  }
  @Test func `deprivations stand in the official order, poor beside near-poor`() throws {
    let employment = cells(">Việc làm</th>", in: page)
    #expect(employment == ["Việc làm", "2.000", "3.000", "2.001", "3.001"])
    #expect(
      cells(">Nguồn nước sinh hoạt</th>", in: page) == [
        "Nguồn nước sinh hoạt", "1.000", "[x]", "1.001", "[x]",
      ])
    let (first, second) = (page.firstRange(of: ">Việc làm</th>"), page.firstRange(of: ">Nguồn nước"))
    #expect(try #require(first).lowerBound < #require(second).lowerBound)
    #expect(page.contains("<th scope=\"colgroup\" colspan=\"2\">"))
    #expect(page.components(separatedBy: "<th scope=\"col\">hộ cận nghèo</th>").count == 3)
    #expect(!page.contains("Dinh dưỡng"), "an indicator without a figure has no row")
  }

  // MARK: Names

  @Test func `a target lends its title only to a measure without a name`() throws {
    let plan = examplePlan.replacing(
      "measure: poor\n    group: \"ethnicity:khmer\"",
      with: "measure: deprived_water\n    group: \"class:poor\"")
    #expect(plan != examplePlan)
    let site = try MadeSite(Self.figures(Self.measures), plans: [plan])
    let page = try site.page(Self.path)
    #expect(!plain(page).contains("Hộ nghèo dân tộc Khmer"))
    #expect(page.contains("<th scope=\"row\">Hộ có thẻ bảo hiểm y tế</th>"))
    #expect(plain(page).contains("Hộ có thẻ bảo hiểm y tế (hộ nghèo)"))
    let data = try site.page("du-lieu/index.html")
    for name in [
      "Thiếu hụt về việc làm", "Nhân khẩu thuộc hộ cận nghèo", "Thiếu hụt về nguồn nước sinh hoạt",
    ] {
      #expect(data.contains(name), "\(name)")
    }
    for (path, text) in site.pages where path != "du-lieu/index.html" {
      #expect(!plain(text).contains(/deprived_|_persons|ethnicity:|area:|class:/), "\(path)")
    }
  }
  @Test func `a measure of money that borrows its title says in which unit`() throws {
    let plan = examplePlan.replacing(
      "population: \"hộ nghèo\"\n    kind: level\n    measure: insured_poor\n    all: true",
      with:
        "population: \"hộ nghèo\"\n    kind: money\n    measure: insured_poor\n    unit: million_dong\n    number: 5"
    )
    #expect(plan != examplePlan)
    let page = try MadeSite(Self.figures([("insured_poor", "all")]), plans: [plan]).page(Self.path)
    #expect(page.contains("Hộ có thẻ bảo hiểm y tế (triệu đồng)"))
  }
  @Test func `an indicator of the standard of a figure is found before that of another`() {
    let names = IndicatorNames(library)
    #expect(names.name(ofMeasure: "deprived_water", under: "vn-2022") == "Nguồn nước sinh hoạt")
    // The pack of 2016 has the indicator too, under the same name.
    #expect(names.name(ofMeasure: "deprived_water", under: "vn-2016") == "Nguồn nước sinh hoạt")
    #expect(names.name(ofMeasure: "deprivation_rate_water", under: "vn-2022") == "Nguồn nước sinh hoạt")
    #expect(names.name(ofMeasure: "deprived_x", under: nil) == nil)
    #expect(names.name(ofMeasure: "poor", under: nil) == nil)
    #expect(names.rank(ofMeasure: "deprived_devices", under: nil) == 11)
    #expect(names.rank(ofMeasure: "deprived_x", under: nil) == .max)
  }
  @Test func `the share that lacks an indicator stands with its count, and says that it is one`() throws {
    let share = figure(
      caMau, "2024-12-31", "deprivation_rate_water", .printed(FixedPoint(units: 4559, scale: 2)),
      group: "class:poor")
    let made = try MadeSite(Self.figures([("deprived_water", "class:poor"), ("poor", "all")]) + [share])
    let page = try made.page(Self.path)
    let count = try #require(page.firstRange(of: ">Nguồn nước sinh hoạt<")).lowerBound
    let rate = try #require(page.firstRange(of: ">Tỷ lệ thiếu hụt về nguồn nước sinh hoạt<")).lowerBound
    let heading = try #require(page.firstRange(of: "id=\"thieu-hut\"")).lowerBound
    #expect(heading < min(count, rate) && page.contains("45,59"))
    #expect(!page.contains("deprivation_rate"))
  }
  @Test func `a deprivation that no standard knows stands last under its id`() throws {
    let page = try MadeSite(
      Self.figures([("deprived_a", "class:poor"), ("deprived_devices", "class:poor")])
    ).page(Self.path)
    let (known, other) = (page.firstRange(of: ">Phương tiện phục vụ"), page.firstRange(of: ">deprived_a<"))
    #expect(try #require(known).lowerBound < #require(other).lowerBound)
    #expect(!page.contains("colgroup"), "one class needs no second line of heads")
  }

  // MARK: What is withheld

  /// Few of some groups; what no ground covers is withheld.
  private func withheld(_ measures: [(String, String)], open: [String]) throws -> String {
    let ground = PublicGround(
      measures: ["poor", "deprived_water"], groups: open, reason: Phrase(same: "Luật"))
    return try MadeSite(Self.figures(measures), grounds: [ground]).page(Self.path)
  }
  @Test func `rows withheld on every day are counted in a line and named`() throws {
    let page = try withheld(Self.measures, open: ["all", "ethnicity:Dao", "class:poor"])
    #expect(cells(">Hộ nghèo</th>", in: page.components(separatedBy: ">Dân tộc Dao<")[1]).count == 3)
    let text = plain(page)
    #expect(
      text.contains(
        "[c] 4 số liệu không công bố, để bảo vệ người dân: dân tộc Dao (2), dân tộc thiểu số (2)."))
    #expect(text.contains("[c] 4 số liệu không công bố, để bảo vệ người dân: nông thôn (2), thành thị (2)."))
    #expect(text.contains("nhân khẩu thuộc hộ nghèo (2), nhân khẩu thuộc hộ cận nghèo (2)."))
    #expect(text.contains(": việc làm (4)."))
    #expect(page.contains("#rieng-tu\">Quy tắc bảo vệ</a>"))
    // A cell beside a number keeps its symbol.
    #expect(cells(">Nguồn nước sinh hoạt</th>", in: page)[1] == "1.000")
    // The axis of the chart has round numbers of its own.
    let tables = page.replacing(/<svg[\s\S]*?<\/svg>/, with: "")
    for hidden in ["2.000", "3.001", "5.000", "6.001", "7.000", "9.000"] {
      #expect(!tables.contains(">\(hidden)<"))
    }
  }
  @Test func `a long section of which nothing is public is told in one sentence`() throws {
    let ids = try #require(library["vn-2022"]?.rules).indicators.map { "deprived_\($0.id)" }
    let page = try withheld(
      [("poor", "all")] + ids.map { ($0, "class:near_poor") }, open: ["all"])
    #expect(plain(page).contains("[c] Cả 24 số liệu của phần này không công bố, để bảo vệ người dân."))
    #expect(
      !page.contains("Dinh dưỡng") && headings(page).contains("Hộ nghèo, hộ cận nghèo thiếu hụt từng chỉ số"))
  }
  @Test func `a row that is withheld on some days shows where`() throws {
    var figures = Self.figures([("poor", "all"), ("near_poor", "all"), ("households", "all")])
    figures[2].status = .withheld
    figures[2].value = nil
    let page = try MadeSite(figures).page(Self.path)
    #expect(cells(">Hộ cận nghèo</th>", in: page) == ["Hộ cận nghèo", "[c]", "2.001"])
    #expect(page.contains("<abbr title=\"không công bố để bảo vệ người dân\">[c]</abbr>"))
    #expect(!page.contains("Quy tắc bảo vệ"))
  }

  // MARK: Sources, breaks, weight

  @Test func `a day leads to the source of all its figures, which says how many they are`() throws {
    #expect(page.contains("<a href=\"#nguon-2024-12-31\"><time datetime=\"2024-12-31\">"))
    let row = cells("id=\"nguon-2024-12-31\"", in: page)
    #expect(row[1].contains("Hộ nghèo: 11.001") && row[1].contains("8 số liệu chia nhỏ ở các bảng trên"))
    #expect(!row[1].contains(" 4.001") && page.contains("<a href=\"#poor-2024-12-31\">11.001</a>"))
    #expect(page.contains("<td>4.001</td>"))
  }
  @Test func `a number of another source leads to that one, and a second figure is named`() throws {
    var figures = Self.figures(Self.measures)
    figures[6].source = Figure.Source(title: "Bảng khác")
    figures.append(
      figure(
        caMau, "2024-12-31", "poor", .amount(4321), group: "ethnicity:Dao", precedence: 1, source: "Báo"))
    let page = try MadeSite(figures).page(Self.path)
    #expect(page.contains("<a href=\"#nguon-2023-12-31-2\">4.000</a>") && page.contains("<td>5.000</td>"))
    #expect(cells("Bảng khác", in: page)[1] == "1 số liệu chia nhỏ ở các bảng trên")
    #expect(cells("Nguồn khác:", in: page)[1] == "Hộ nghèo (dân tộc Dao): 4.321")
  }
  @Test func `days under two standards are told apart`() throws {
    let measures = [("poor", "all"), ("near_poor", "all"), ("poor_plus_near", "all")]
    let (old, new) = (Self.figures(measures, under: "vn-2016"), Self.figures(measures))
    let page = try MadeSite(old.filter { $0.asOf.year == 2023 } + new.filter { $0.asOf.year == 2024 })
      .page(Self.path)
    #expect(
      page.contains(
        "[b] Đứt chuỗi: từ ngày 31/12/2024 dùng chuẩn nghèo đa chiều 2022–2025. Không so với các cột trước."))
    #expect(cells(">Số đo</th>", in: page)[1] == "31/12/2023Chuẩn nghèo đa chiều 2016–2020")
  }
  @Test func `a total of another day stands in the column of its year, and says its day`() throws {
    let totals = ["2023-10-01", "2024-10-01"].map {
      figure(caMau, $0, "households", .amount(306_250), standard: "")
    }
    let page = try MadeSite(totals + Self.figures([("poor", "all")])).page(Self.path)
    #expect(cells(">Số đo</th>", in: page) == ["Số đo", "31/12/2023", "31/12/2024"])
    #expect(
      cells(">Tổng số hộ</th>", in: page) == ["Tổng số hộ", "306.25001/10/2023", "306.25001/10/2024"])
    #expect(!page.contains("[b] Đứt chuỗi: từ") && page.contains("chuẩn nghèo đa chiều 2022–2025</caption>"))
  }
  @Test func `a total without a standard hides no break between standards`() throws {
    let page = try MadeSite([
      figure(caMau, "2020-12-31", "poor", .amount(4), standard: "vn-2016"),
      figure(caMau, "2022-12-31", "households", .amount(5), standard: ""),
      figure(caMau, "2023-12-31", "poor", .amount(6)),
    ]).page(Self.path)
    #expect(page.components(separatedBy: "[b] Đứt chuỗi: từ").count == 2)
    #expect(page.contains("từ ngày 31/12/2023 dùng chuẩn nghèo đa chiều 2022–2025"))
  }
  @Test func `rates of a group of whom there is nobody have no row, and its counts have`() throws {
    let nobody = [
      figure(caMau, "2024-12-31", "poor", .amount(0), group: "area:urban"),
      figure(caMau, "2024-12-31", "poor_rate", nil, group: "area:urban", status: .notApplicable),
      figure(caMau, "2024-12-31", "poor_rate", nil, status: .notApplicable),
    ]
    let page = try MadeSite(nobody).page(Self.path)
    let parts = page.components(separatedBy: ">Thành thị<")
    #expect(
      cells(">Hộ nghèo</th>", in: parts[1]) == ["Hộ nghèo", "0"] && !parts[1].contains(">Tỷ lệ hộ nghèo</th>")
    )
    #expect(cells(">Tỷ lệ hộ nghèo</th>", in: parts[0]) == ["Tỷ lệ hộ nghèo", "[z]"])
  }
  @Test func `a unit with every measure and group is light`() throws {
    let ids = try #require(library["vn-2022"]?.rules).indicators.map { "deprived_\($0.id)" }
    let groups = ["all", "area:urban", "area:rural"] + (1...6).map { "ethnicity:Nhóm \($0)" }
    let measures =
      groups.flatMap { group in (SiteMeasure.known + SiteMeasure.persons).map { ($0, group) } }
      + ids.flatMap { id in UnitSection.classes.map { (id, $0) } }
    #expect(measures.count == 105)
    let page = try MadeSite(Self.figures(measures), plans: [examplePlan]).page(Self.path)
    #expect(page.utf8.count < 40 * 1024, "\(page.utf8.count) bytes")
  }
}
