import Diagnostics
import Figures
import Foundation
import Tables
import Testing

@testable import TransparencySite

/// The page of a target prints its arithmetic, whatever kind of target it is.
@Suite struct VerdictPageTests {
  static let plan = """
    plan: thu-2024
    name: { vi: Kế hoạch thử 2021–2024, en: Trial plan 2021–2024 }
    issuer: Ủy ban nhân dân tỉnh
    unit: "96"
    level: province
    period: { from: 2021-01-01, to: 2024-12-31 }
    standard: vn-2022
    source: { title: Văn bản giả định }
    targets:
      - id: E-01
        title: { vi: Tỷ lệ hộ nghèo giảm mỗi năm, en: Yearly cut of the poverty rate }
        place: ý 1
        population: { vi: tổng số hộ, en: all households }
        kind: change
        measure: poor_rate
        unit: points
        between: [1, 1.5]
        toward: down
        per_year: true
        baseline: 2021-12-31
      - id: E-02
        title: { vi: Hộ có nước sạch, en: Clean water }
        place: ý 2
        population: { vi: hộ nghèo, en: poor households }
        kind: level
        measure: clean_water_rate
        unit: percent
        at_least: 90
        baseline: 2021-12-31
        milestones: [{ on: 2022-12-31, at_least: 70 }, { on: 2023-12-31, at_least: 80.5 }]
      - id: E-03
        title: { vi: Nhà tiêu hợp vệ sinh, en: Latrines }
        place: ý 3
        population: { vi: hộ nghèo, en: poor households }
        kind: level
        measure: hygienic_latrine_rate
        unit: percent
        at_least: 70
        pace: none
      - id: E-04
        title: { vi: Hỗ trợ việc làm, en: Help in finding work }
        place: ý 4
        population: { vi: người lao động có nhu cầu, en: workers who need it }
        kind: level
        measure: job_counselling_rate
        unit: percent
        all: true
      - id: E-05
        title: { vi: Kết nối thành công, en: Connected }
        place: ý 5
        population: { vi: người được hỗ trợ, en: those helped }
        kind: level
        measure: job_connected
        unit: percent
        at_least: 90
        part_of: E-04
        share_of_parent: true
      - id: E-06
        title: { vi: Vốn ngân sách, en: Budget }
        place: ý 6
        population: { vi: vốn, en: money }
        kind: money
        measure: budget_disbursed
        unit: million_dong
        number: 500
        due: 2025-01-31
        due_reason: { vi: ngân sách năm 2024 được chi đến 31/01/2025, en: the budget of 2024 may be spent until 31 January 2025 }
      - id: E-07
        title: { vi: Nhà ở, en: Houses }
        place: ý 7
        population: { vi: hộ nghèo, en: poor households }
        kind: level
        measure: housing_supported
        unit: households
        about: 150
      - id: E-08
        title: { vi: Trẻ đi học, en: Children at school }
        place: ý 8
        population: { vi: trẻ em, en: children }
        kind: direction
        measure: school_age_rate
        unit: percent
        toward: up
        baseline: 2021-12-31
    """
  static let figures = [
    rate("2021-12-31", "5.23"), rate("2022-12-31", "4.03"), rate("2023-12-31", "2.93"),
    ratio("2021-12-31", "clean_water_rate", 600, 1000), ratio("2023-12-31", "clean_water_rate", 790, 1000),
    ratio("2023-12-31", "hygienic_latrine_rate", 650, 1000),
    ratio("2023-12-31", "job_counselling_rate", 200, 200),
    figure(caMau, "2023-12-31", "job_connected", .amount(181)),
    figure(caMau, "2024-06-30", "budget_disbursed", .amount(300)),
    figure(
      caMau, "2023-12-31", "housing_supported", .amount(160), status: .estimate, note: "báo viết: hơn 160 hộ"),
    ratio("2021-12-31", "school_age_rate", 900, 1000), ratio("2023-12-31", "school_age_rate", 905, 1000),
  ]
  static func rate(_ day: String, _ text: String) -> Figure {
    figure(caMau, day, "poor_rate", .printed(number(text)))
  }
  static func ratio(_ day: String, _ measure: String, _ part: Int64, _ whole: Int64) -> Figure {
    figure(caMau, day, measure, .ratio(numerator: FixedPoint(part), denominator: FixedPoint(whole)))
  }
  static let made = Result { try MadeSite(figures, plans: [plan], day: "2024-09-01") }

  private func page(_ target: String) throws -> String {
    plain(try Self.made.get().page("chi-tieu/thu-2024/\(target)/index.html"))
  }
  static let printed: [(target: String, texts: [String])] = [
    (
      "E-01",
      [
        "giảm 1–1,5 điểm % mỗi năm", "Điều kiện: năm 2022.",
        "Mức giảm: trên 1,19 điểm % đến dưới 1,21 điểm %.",
        "Điều kiện: năm 2024.", "Đến hạn ngày 31/12/2024.", "Điều kiện: cộng cả 3 năm.",
        "Mục tiêu: giảm 3–4,5 điểm %.", "Mức giảm: trên 2,29 điểm % đến dưới 2,31 điểm %.",
        "tức ít nhất 114 % mức phải đi tới lúc này.",
      ]
    ),
    (
      "E-02",
      [
        "Lộ trình của kế hoạch", "ít nhất 70 %, ngày 31/12/2022", "600 trên 1.000, bằng 60 %",
        "Lộ trình của kế hoạch, ngày 31/12/2023: ít nhất 80,5 %.",
        "Đã đi ít nhất 92 % quãng đường mà lộ trình đòi hỏi tới lúc này.",
      ]
    ),
    (
      "E-03",
      [
        "trước hạn không xét tiến độ", "650 trên 1.000, bằng 65 %", "không đúng với mục tiêu ít nhất 70 %",
        "Chưa đến hạn, chưa ở mức mục tiêu;",
      ]
    ),
    ("E-05", ["181 trên 200, bằng 90,5 %", "đúng với mục tiêu ít nhất 90 %"]),
    (
      "E-06",
      [
        "Vì sao hạn sau thời kỳ", "ngân sách năm 2024 được chi đến 31/01/2025",
        "300 triệu đồng không vượt 500 triệu đồng của kế hoạch", "Đã dùng 60 % số tiền của kế hoạch.",
        "% thời gian.",
      ]
    ),
    ("E-07", ["trên 160 hộ (ước tính)", "khoảng 150 hộ", "từ 95 % con số ấy trở lên được coi là đạt"]),
    (
      "E-08",
      [
        "Mục tiêu: tăng, không nêu con số.", "900 trên 1.000, bằng 90 %", "Mức tăng: 0,5 điểm %.",
        "Chỉ tính là thay đổi khi từ 0,1 điểm % trở lên.",
      ]
    ),
  ]
  @Test(arguments: printed.indices) func `the arithmetic of every kind is on its page`(_ index: Int) throws {
    let row = Self.printed[index]
    let page = try page(row.target)
    for text in row.texts { #expect(page.contains(text), "\(row.target): \(text)") }
  }
  @Test(arguments: [
    ("E-01", "Chưa đến hạn"), ("E-02", "Chậm"), ("E-03", "Chưa đến hạn"), ("E-05", "Đang ở mức đạt"),
    ("E-06", "Đang ở mức đạt"), ("E-07", "Đang ở mức đạt"), ("E-08", "Đang ở mức đạt"),
  ]) func `the word of every kind stands in the table of the plan`(target: String, word: String) throws {
    let row = cells(
      "chi-tieu/thu-2024/\(target)/", in: try Self.made.get().page("ke-hoach/thu-2024/index.html"))
    #expect(row.count > 1 && row[1] == word, "\(row)")
  }
  @Test func `an estimate is shown with its word and its letter`() throws {
    let row = cells("chi-tieu/thu-2024/E-07/", in: try Self.made.get().page("ke-hoach/thu-2024/index.html"))
    #expect(row.contains("hơn 160 hộ [e]"))
    #expect(try page("E-07").contains("hơn 160 hộ [e], ngày 31/12/2023"))
  }
  @Test func `the head of a change of every year shows the baseline`() throws {
    #expect(try page("E-01").contains("5,23 %, ngày 31/12/2021"))
    let figures = Self.figures + [Self.rate("2024-12-31", "1.60")]
    let site = try MadeSite(figures, plans: [Self.plan], day: "2025-03-01")
    let page = plain(try site.page("chi-tieu/thu-2024/E-01/index.html"))
    #expect(page.contains("5,23 %, ngày 31/12/2021") && page.contains("1,60 %, ngày 31/12/2024"))
    #expect(page.contains("giảm 3,62–3,64 điểm % (cộng cả 3 năm)"))
  }
  @Test(arguments: [
    (Figure.Status.withheld, "[c]"), (.notApplicable, "[z]"), (.notReported, "[x]"),
    (.estimate, "90,00 % [e]"),
  ]) func `a base figure that decides nothing has its own letter`(
    _ status: Figure.Status, _ text: String
  ) throws {
    let value = status == .estimate ? FigureValue.printed(number("90.00")) : nil
    let figures = [
      figure(caMau, "2021-12-31", "school_age_rate", value, status: status),
      Self.ratio("2023-12-31", "school_age_rate", 905, 1000),
    ]
    let site = try MadeSite(figures, plans: [Self.plan], day: "2024-09-01")
    let row = cells("chi-tieu/thu-2024/E-08/", in: try site.page("ke-hoach/thu-2024/index.html"))
    #expect(row.last == text)
  }
  @Test func `a share of nobody does not apply`() throws {
    let figures = [Self.ratio("2023-12-31", "hygienic_latrine_rate", 0, 0)]
    let site = try MadeSite(figures, plans: [Self.plan], day: "2024-09-01")
    let row = cells("chi-tieu/thu-2024/E-03/", in: try site.page("ke-hoach/thu-2024/index.html"))
    #expect(row.contains("Không áp dụng") && row.filter { $0 == "[z]" }.count == 2)
  }
  @Test func `what is not due is shown with its figure in between`() throws {
    let row = cells("chi-tieu/thu-2024/E-03/", in: try Self.made.get().page("ke-hoach/thu-2024/index.html"))
    #expect(row.contains("65,00 %"))
  }
  @Test func `the least word says which year it is of where data are missing`() throws {
    let figures = Self.figures.filter { $0.asOf != day("2022-12-31") }
    let site = try MadeSite(figures, plans: [Self.plan], day: "2024-09-01")
    let missing = plain(try site.page("chua-co-so-lieu/index.html"))
    #expect(missing.contains("năm 2022: chưa tìm được số liệu đã công bố"))
  }
}
