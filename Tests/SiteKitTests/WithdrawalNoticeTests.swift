import Diagnostics
import SiteKit
import Tables
import Testing

/// What stands in the place of a site that was taken down.
@Suite struct WithdrawalNoticeTests {
  private func files(
    agency: String = "UBND tỉnh <Mẫu>", contact: String = "mau@example.org", baseURL: String = "",
    date: Day? = Day(iso: "2025-01-15"), day: Day? = Day(iso: "2025-02-01")
  ) -> [String: String] {
    let notice = WithdrawalNotice(
      edition: "2025-1", date: date, day: day,
      reason: Phrase(vi: "có thể nhận ra một hộ.", en: "a family could be recognised"),
      title: Phrase(vi: "Giảm nghèo", en: "Poverty"), agency: agency, contact: contact, baseURL: baseURL,
      name: "t")
    return Dictionary(
      uniqueKeysWithValues: notice.files.map { ($0.path.text, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func `it says what was taken down, when, why and whom to ask, in both languages`() throws {
    let made = files()
    #expect(made.keys.sorted() == ["404.html", "index.html", "thay-doi.atom"])
    let page = try #require(made["index.html"])
    #expect(page == made["404.html"])
    for text in [
      "Lần công bố 2025-1 ngày 15/01/2025 đã được gỡ xuống vào ngày 01/02/2025. Lý do: có thể nhận ra một hộ.",
      "The edition 2025-1 of 2025-01-15 was taken down on 2025-02-01. Reason: a family could be recognised.",
      "Liên hệ: UBND tỉnh &lt;Mẫu&gt;, mau@example.org.", "<div lang=\"en\">",
    ] { #expect(page.contains(text)) }
    #expect(!page.contains("href") && !page.contains("src=") && !page.contains("<script"))
  }
  @Test func `the feed of the site goes on, with the withdrawal alone`() throws {
    for (base, id) in [
      ("", "urn:uuid:"), ("https://example.org/ngheo", "https://example.org/ngheo/#go-2025-1"),
    ] {
      let atom = try #require(files(baseURL: base)["thay-doi.atom"])
      #expect(atom.ranges(of: "<entry>").count == 1 && atom.contains(id))
      #expect(atom.contains("<updated>2025-02-01T00:00:00Z</updated>"))
    }
  }
  @Test func `what is not known is left out`() throws {
    let page = try #require(files(agency: "", contact: "", date: nil, day: nil)["index.html"])
    #expect(page.contains("Lần công bố 2025-1 đã được gỡ xuống. Lý do"))
    #expect(page.contains("Xin liên hệ cơ quan đã công bố trang này."))
  }
}
