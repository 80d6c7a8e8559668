import Diagnostics
import SiteKit
import Tables
import Testing

/// The notice of a withdrawal with all that is known and with little of it: whole sentences in both languages.
@Suite struct NoticeFormTests {
  struct Known: Sendable, CustomTestStringConvertible {
    var date: String?
    var day: String?
    var title = ""
    var agency = ""
    var contact = ""
    var testDescription: String { "\(date ?? "-") \(day ?? "-") '\(title)' '\(agency)' '\(contact)'" }
    static let all: [Known] = [nil, "2025-01-15"].flatMap { date in
      [nil, "2025-02-01"].flatMap { day in
        [("", "", ""), ("Giảm nghèo", "", "x@example.org"), ("", "UBND tỉnh Mẫu", ""), ("T", "A", "B")].map {
          Known(date: date, day: day, title: $0.0, agency: $0.1, contact: $0.2)
        }
      }
    }
  }
  private static func files(_ known: Known, reason: Phrase = Phrase(vi: "sai số", en: "a wrong number"))
    -> [String: String]
  {
    let notice = WithdrawalNotice(
      edition: "2025-1", date: known.date.flatMap { Day(iso: $0) }, day: known.day.flatMap { Day(iso: $0) },
      reason: reason, title: Phrase(same: known.title), agency: known.agency, contact: known.contact,
      baseURL: "", name: "t")
    return Dictionary(
      uniqueKeysWithValues: notice.files.map { ($0.path.text, String(decoding: $0.bytes, as: UTF8.self)) })
  }
  private static func paragraphs(_ page: String) -> [String] {
    page.matches(of: /<(h1|h2|p)>([^<]*)<\/(h1|h2|p)>/).map { String($0.2) }
  }

  @Test(arguments: Known.all) func `it says what, when and why as far as that is known`(_ known: Known) throws
  {
    let page = try #require(Self.files(known)["index.html"])
    let date =
      known.date.map { (" ngày \($0 == "2025-01-15" ? "15/01/2025" : "?")", " of \($0)") } ?? ("", "")
    let day =
      known.day.map { (" vào ngày \($0 == "2025-02-01" ? "01/02/2025" : "?")", " on \($0)") } ?? ("", "")
    let texts = Self.paragraphs(page)
    #expect(texts.count == 6)
    #expect(texts.contains("Lần công bố 2025-1\(date.0) đã được gỡ xuống\(day.0). Lý do: sai số."))
    #expect(texts.contains("The edition 2025-1\(date.1) was taken down\(day.1). Reason: a wrong number."))
  }
  @Test(arguments: Known.all) func `it says whom to ask, or at least that one may`(_ known: Known) throws {
    let texts = Self.paragraphs(try #require(Self.files(known)["index.html"]))
    let who = [known.agency, known.contact].filter { !$0.isEmpty }.joined(separator: ", ")
    if who.isEmpty {
      #expect(texts.contains("Xin liên hệ cơ quan đã công bố trang này."))
      #expect(texts.contains("Please contact the agency that published it."))
    } else {
      #expect(texts.contains("Liên hệ: \(who).") && texts.contains("Contact: \(who)."))
    }
    for text in texts { #expect(!text.contains("..") && !text.contains("  ") && !text.hasSuffix(" ")) }
  }
  @Test(arguments: Known.all) func `it is a page of its own that leads nowhere and loads nothing`(
    _ known: Known
  )
    throws
  {
    let made = Self.files(known)
    #expect(made.keys.sorted() == ["404.html", "index.html", "thay-doi.atom"])
    let page = try #require(made["index.html"])
    #expect(made["404.html"] == page, "what is asked for and gone has the same notice")
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"vi\">\n") && page.contains("<div lang=\"en\">"))
    for part in [" href=", " src=", "<script", "<img", "<style", " style=", "http://", "https://", "<form"] {
      #expect(!page.contains(part), "\(part)")
    }
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(page.matches(of: /<h1>/).count == 1 && page.matches(of: /<title>[^<]+<\/title>/).count == 1)
  }
  @Test(arguments: Known.all) func `the feed has the one entry, with a day and somebody who wrote it`(
    _ known: Known
  ) throws {
    let feed = XMLReading(try #require(Self.files(known)["thay-doi.atom"]))
    #expect(feed.fault == nil)
    #expect(feed.texts(at: "feed/entry/title") == ["Trang này đã được gỡ xuống"])
    #expect(feed.texts(at: "feed/author/name") == [known.agency.isEmpty ? "MinhBach" : known.agency])
    let day = known.day ?? known.date ?? "1970-01-01"
    #expect(feed.texts(at: "feed/updated") == ["\(day)T00:00:00Z"])
    #expect(
      feed.texts(at: "feed/title") == [known.title.isEmpty ? "Trang này đã được gỡ xuống" : known.title])
  }
  @Test(arguments: ["sai", "sai.", "sai…", "sai?", "sai!", "a. b."]) func `a reason ends with one full stop`(
    _ reason: String
  ) throws {
    let page = try #require(Self.files(Known(), reason: Phrase(same: reason))["index.html"])
    let told = try #require(Self.paragraphs(page).first { $0.hasPrefix("Lần công bố") })
    #expect(told.hasSuffix(".") && !told.hasSuffix(".."), "\(told)")
    #expect(told.contains("Lý do: \(reason)"))
  }
}
