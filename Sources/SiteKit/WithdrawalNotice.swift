import Charts
public import Diagnostics
public import struct Tables.Day

/// What stands in the place of a site that was taken down: a page in both languages that leads nowhere, and the feed.
///
/// It has no style sheet, picture or script and no link, so that nothing of the old site is needed or named.
public struct WithdrawalNotice: Sendable {
  private let edition: String
  private let date: Day?
  private let day: Day?
  private let reason: Phrase
  private let title: Phrase
  private let agency: String
  private let contact: String
  private let feed: Feed

  /// A notice.
  ///
  /// - Parameters:
  ///   - edition: The id of the edition that was taken down.
  ///   - date: Its day; `nil` when it is not known.
  ///   - day: The day on which it was taken down; `nil` when nobody said.
  ///   - reason: Why.
  ///   - title: The name of the site; empty when it is not known.
  ///   - agency: Who published it; empty when it is not known.
  ///   - contact: How to reach them; empty when it is not known.
  ///   - baseURL: The address of the site; empty when it is not known.
  ///   - name: What tells the feed of this site from others.
  public init(
    edition: String, date: Day?, day: Day?, reason: Phrase, title: Phrase, agency: String, contact: String,
    baseURL: String, name: String
  ) {
    (self.edition, self.date, self.day, self.reason) = (edition, date, day, reason)
    (self.title, self.agency, self.contact) = (title, agency, contact)
    feed = Feed(baseURL: baseURL, name: name)
  }

  /// The page, also in the place of every page that is asked for and not there, and the feed.
  public var files: [SiteFile] {
    let page = page
    return [SiteFile("index.html", page), SiteFile("404.html", page), atom]
  }
  private var atom: SiteFile {
    let entry = Feed.Entry(
      id: anchor, title: headline.vi, day: (day ?? date)?.iso ?? "1970-01-01", summary: text.vi)
    return feed.atom(
      at: "thay-doi.atom", page: "index.html", title: title.vi.isEmpty ? headline.vi : title.vi,
      author: agency.isEmpty ? "MinhBach" : agency, language: "vi", [entry])
  }
  /// What the entry of the feed points to.
  private var anchor: String { "go-\(edition)" }
  private var headline: Phrase {
    Phrase(vi: "Trang này đã được gỡ xuống", en: "This site was taken down")
  }
  /// What was taken down, when, and why.
  private var text: Phrase {
    let of = Phrase(
      vi: date.map { " ngày \($0.vietnamese)" } ?? "", en: date.map { " of \($0.iso)" } ?? "")
    let on = Phrase(
      vi: day.map { " vào ngày \($0.vietnamese)" } ?? "", en: day.map { " on \($0.iso)" } ?? "")
    return Phrase(
      vi: "Lần công bố \(edition)\(of.vi) đã được gỡ xuống\(on.vi). Lý do: \(reason.vi.stopped)",
      en: "The edition \(edition)\(of.en) was taken down\(on.en). Reason: \(reason.en.stopped)")
  }
  private var whom: Phrase {
    let who = [agency, contact].filter { !$0.isEmpty }.joined(separator: ", ")
    guard !who.isEmpty else {
      return Phrase(
        vi: "Xin liên hệ cơ quan đã công bố trang này.", en: "Please contact the agency that published it.")
    }
    return Phrase(vi: "Liên hệ: \(who.stopped)", en: "Contact: \(who.stopped)")
  }

  private var page: [UInt8] {
    var out: [UInt8] = []
    let name = title.vi.isEmpty ? headline.vi : "\(headline.vi) – \(title.vi)"
    out.append(
      """
      <!doctype html>
      <html lang="vi">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta name="robots" content="noindex">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
      <title>
      """)
    out.append(escaped: name)
    out.append("</title>\n</head>\n<body>\n<main id=\"")
    out.append(escaped: anchor)
    out.append("\">\n")
    out.section("h1", language: nil, [headline.vi, text.vi, whom.vi])
    out.section("h2", language: "en", [headline.en, text.en, whom.en])
    out.append("</main>\n</body>\n</html>\n")
    return out
  }
}

extension [UInt8] {
  /// A heading and paragraphs.
  fileprivate mutating func section(_ heading: String, language: String?, _ texts: [String]) {
    append(contentsOf: (language.map { "<div lang=\"\($0)\">\n" } ?? "<div>\n").utf8)
    for (index, text) in texts.enumerated() {
      let tag = index == 0 ? heading : "p"
      append(contentsOf: "<\(tag)>".utf8)
      append(escaped: text)
      append(contentsOf: "</\(tag)>\n".utf8)
    }
    append("</div>\n")
  }
}
extension String {
  /// The same with a full stop at its end.
  fileprivate var stopped: String { hasSuffix(".") ? self : self + "." }
}
