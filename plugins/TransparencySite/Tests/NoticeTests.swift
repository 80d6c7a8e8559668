import Diagnostics
import Disclosure
import Figures
import StageKit
import Testing

@testable import TransparencySite

@Suite struct NoticeTests {
  private func notice(
    _ text: String, unit: String = "", subject: String = "", figures: [String] = []
  ) -> Notice {
    Notice("totals.differ", Phrase(vi: text, en: text), unit: unit, subject: subject, figures: figures)
  }
  @Test func `a notice stands where its subject does`() throws {
    let site = try MadeSite(
      exampleFigures, plans: [examplePlan],
      notices: [
        notice("về đơn vị", unit: caMau), notice("về kế hoạch", subject: "plan:mau-2024"),
        notice("về chỉ tiêu", unit: caMau, subject: "target:T-02"),
        notice("về số liệu", unit: caMau, figures: [exampleFigures[2].id]),
      ])
    func has(_ text: String, _ path: String) throws -> Bool { try site.page(path).contains(text) }
    let (unit, plan) = ("don-vi/96-tinh-ca-mau/index.html", "ke-hoach/mau-2024/index.html")
    let (rate, count) = ("chi-tieu/mau-2024/T-01/index.html", "chi-tieu/mau-2024/T-02/index.html")
    #expect(try has("về đơn vị", unit) && !has("về đơn vị", plan))
    #expect(try has("về kế hoạch", plan) && !has("về kế hoạch", unit))
    #expect(try has("về chỉ tiêu", count) && !has("về chỉ tiêu", rate))
    #expect(try has("về số liệu", count) && has("về số liệu", unit) && !has("về số liệu", rate))
    for text in ["về đơn vị", "về kế hoạch", "về chỉ tiêu"] { #expect(try has(text, "index.html")) }
  }
  @Test func `the first page has the first eight and says how many there are besides`() throws {
    // A notice with a number must say on which figures it rests.
    let figures = [exampleFigures[0].id]
    let notices =
      (1...11).map { notice("điều \($0).", unit: caMau, figures: figures) } + [notice("chung.")]
    let home = plain(try MadeSite(exampleFigures, notices: notices).page("index.html"))
    #expect(home.contains("chung.") && home.contains("điều 7.") && !home.contains("điều 8."))
    #expect(home.contains("Còn 4 điều nữa"))
  }
}
