import Charts

/// The files that machines read beside the pages: site map, robots, and the feed of changes.
public struct Feed: Sendable {
  /// One change, newest first in a feed.
  public struct Entry: Sendable, Hashable {
    /// What identifies it for ever, after the address of the site.
    public let id: String
    /// The change in a few words.
    public let title: String
    /// The day, `2025-01-15`.
    public let day: String
    /// The change in a sentence.
    public let summary: String
    /// A change.
    public init(id: String, title: String, day: String, summary: String) {
      (self.id, self.title, self.day, self.summary) = (id, title, day, summary)
    }
  }
  private let base: String

  /// The files of a site that will stand at an address.
  ///
  /// - Returns: `nil` for an empty address: none of the files can be made without one.
  public init?(baseURL: String) {
    guard !baseURL.isEmpty else { return nil }
    base = baseURL.hasSuffix("/") ? baseURL : baseURL + "/"
  }

  /// The site map, sitemaps.org 0.9, of the pages that are listed, by path.
  public func sitemap(_ pages: [Page], day: String) -> SiteFile {
    var out: [UInt8] = []
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for path in pages.filter(\.isListed).map(\.path).sorted() {
      out.append("<url><loc>")
      out.append(escaped: address(path))
      out.append("</loc><lastmod>")
      out.append(escaped: day)
      out.append("</lastmod></url>\n")
    }
    out.append("</urlset>\n")
    return SiteFile("sitemap.xml", out)
  }
  /// The file for robots: everything may be read, and where the site map is.
  public var robots: SiteFile {
    SiteFile("robots.txt", Array("User-agent: *\nAllow: /\nSitemap: \(base)sitemap.xml\n".utf8))
  }
  /// The changes as Atom, RFC 4287.
  ///
  /// - Parameters:
  ///   - path: Where the feed will stand.
  ///   - page: The page that tells the same changes; each entry links to its own `id` there.
  ///   - title: The title of the feed.
  ///   - author: Who publishes it.
  ///   - language: The code of the language, such as `vi`.
  ///   - entries: The changes, newest first; they are written in this order.
  /// - Returns: The file, dated by its latest entry and not by the clock.
  public func atom(
    at path: PagePath, page: PagePath, title: String, author: String, language: String, _ entries: [Entry]
  ) -> SiteFile {
    var out: [UInt8] = []
    out.append(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    out.append(escaped: language)
    out.append("\">\n")
    out.element("id", address(path))
    out.element("title", title)
    out.element("updated", (entries.map(\.day).max() ?? "1970-01-01") + "T00:00:00Z")
    out.append("<author>")
    out.element("name", author)
    out.append("</author>\n<link rel=\"self\" href=\"")
    out.append(escaped: address(path))
    out.append("\"/>\n")
    for entry in entries {
      out.append("<entry>")
      out.element("id", address(page) + "#" + entry.id)
      out.element("title", entry.title)
      out.element("updated", entry.day + "T00:00:00Z")
      out.append("<link href=\"")
      out.append(escaped: address(page) + "#" + entry.id)
      out.append("\"/>")
      out.element("summary", entry.summary)
      out.append("</entry>\n")
    }
    out.append("</feed>\n")
    return SiteFile(path, out)
  }
  /// The full address of a page; a folder's `index.html` is the folder.
  public func address(_ path: PagePath) -> String {
    let index = "index.html"
    let isIndex = path.text == index || path.text.hasSuffix("/" + index)
    return base + (isIndex ? String(path.text.dropLast(index.count)) : path.text)
  }
}

extension [UInt8] {
  /// Appends an element that holds text alone.
  fileprivate mutating func element(_ name: String, _ text: String) {
    append(contentsOf: "<\(name)>".utf8)
    append(escaped: text)
    append(contentsOf: "</\(name)>\n".utf8)
  }
}
