import Diagnostics
import Expressions
import Figures
import Foundation
import Standards
import Tables
import Testing

@testable import TransparencySite

/// The page of a standard: all of the pack is on it, and what was not compared with an act is said.
@Suite struct StandardPageTests {
  /// Texts of the page of a standard, as a reader has them.
  private static func text(_ id: String) throws -> String {
    let site = try MadeSite([
      figure(caMau, validDay(id), "poor", .amount(3), standard: id)
    ])
    let page = try site.page("phuong-phap/chuan-\(id)/index.html")
    return plain(page).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&#39;", with: "'")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
  private static func validDay(_ id: String) -> String { library[id]?.validFrom.iso ?? "" }

  @Test(arguments: ["vn-2011", "vn-2016", "vn-2022", "vn-2027", "ho-chi-minh-2021"])
  func `all that the pack says is on the page`(id: String) throws {
    let (text, standard) = (try Self.text(id), try #require(library[id]))
    let rules = try #require(standard.rules)
    for clause in standard.clauses { #expect(text.contains(clause.text), "\(clause.text)") }
    for note in Set(standard.clauses.compactMap(\.checked.note?.vi)) { #expect(text.contains("(\(note))")) }
    for indicator in rules.indicators {
      for phrase in [indicator.name, indicator.dimension] {
        #expect(text.contains(phrase.vi) && text.contains(phrase.en))
      }
      guard let condition = indicator.condition else { continue }
      // `plain` makes no-break spaces plain, too.
      let meaning = condition.meaning.vi.replacing("\u{A0}", with: " ")
      #expect(text.contains(condition.expression.text) && text.contains(meaning))
    }
    for rule in rules.rules + (rules.points?.rules ?? []) {
      let name = rules.branchNames.first { $0.id == rule.branch }
      let note = name?.checked == .notRead ? "; tên gọi chưa đối chiếu với văn bản" : ""
      let branch = name.map { " (\($0.name.vi)\(note))" } ?? ""
      #expect(text.contains("\(rule.householdClass.phrase.vi)\(branch): \(rule.condition.text)"))
    }
    for line in rules.lines { #expect(text.contains("\(line.name)nông thôn ")) }
    for column in rules.household + rules.member {
      #expect(text.contains(column.meaning.vi) && column.limits.map { text.contains($0.vi) } ?? true)
    }
    for indicator in rules.indicators where rules.namedFlags.contains(indicator.flag) {
      #expect(text.contains(indicator.flagPhrase.vi.replacing("\u{A0}", with: " ") + "."))
    }
    #expect(
      rules.gap.map { text.contains($0.phrase.vi.uppercasedFirst.replacing("\u{A0}", with: " ")) } ?? true)
    for act in standard.legalBasis { #expect(text.contains(act)) }
    #expect(text.contains(standard.name.en))
  }
  @Test func `what was compared, what was not, and what is provisional is said`() throws {
    let now = try Self.text("vn-2022")
    #expect(now.contains("đã đối chiếu với văn bản19 phần"))
    #expect(now.contains("Nghị định 07/2021/NĐ-CP, Điều 3 khoản 1 điểm a: tiêu chí thu nhập\n"))
    #expect(
      now.contains(
        "ngưỡng thiếu hụt (nội dung và số điều, khoản chưa đối chiếu với văn bản) tạm"))
    let old = try Self.text("vn-2016")
    #expect(old.contains("đã đối chiếu với văn bản16 phần"))
    #expect(old.contains("hộ nghèo (Nghèo thiếu hụt tiếp cận các dịch vụ xã hội cơ bản): "))
    let next = try Self.text("vn-2027")
    #expect(next.contains("Tạm dùng") && next.contains("chưa có trong tệp chuẩn"))
    let city = try Self.text("ho-chi-minh-2021")
    #expect(city.contains("chỉ Thành phố Hồ Chí Minh") && city.contains("đồng/người/năm"))
    #expect(city.contains("36.000.000") && city.contains("Tạm dùng"))
    #expect(city.contains("dep_income AND dep_dependants AND income <= line AND deprivations < cutoff"))
    #expect(city.contains("Văn bản không nói tới hộ khi income <= line AND deprivations < cutoff AND NOT"))
  }
  @Test func `the page of methods leads to it`() throws {
    let site = try MadeSite([figure(caMau, "2024-12-31", "poor", .amount(3))])
    #expect(try site.page("phuong-phap/index.html").contains("href=\"chuan-vn-2022/index.html\""))
  }
}
