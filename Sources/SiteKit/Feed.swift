import Charts

/// The files that machines read beside the pages: site map, robots, and the feed of changes.
///
/// A site map and a file for robots need the address of the site; the feed is made without one too.
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
  /// The address of the site with a `/` at its end; empty when it is not known.
  private let base: String
  /// What tells this site from others when it has no address.
  private let name: String

  /// The files of a site.
  ///
  /// - Parameters:
  ///   - baseURL: The address at which the site will stand; empty when it is not known.
  ///   - name: What tells this site from others, for the ids of a feed without an address.
  public init(baseURL: String, name: String) {
    base = baseURL.isEmpty || baseURL.hasSuffix("/") ? baseURL : baseURL + "/"
    self.name = name
  }

  /// The site map, sitemaps.org 0.9, of some pages, by path; `nil` without an address.
  public func sitemap(_ pages: [PagePath], day: String) -> SiteFile? {
    guard !base.isEmpty else { return nil }
    var out: [UInt8] = []
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for path in pages.sorted() {
      out.append("<url><loc>")
      out.append(escaped: address(path))
      out.append("</loc><lastmod>")
      out.append(escaped: day)
      out.append("</lastmod></url>\n")
    }
    out.append("</urlset>\n")
    return SiteFile("sitemap.xml", out)
  }
  /// The file for robots: everything may be read, and where the site map is; `nil` without an address.
  public var robots: SiteFile? {
    guard !base.isEmpty else { return nil }
    return SiteFile("robots.txt", Array("User-agent: *\nAllow: /\nSitemap: \(base)sitemap.xml\n".utf8))
  }
  /// The changes as Atom, RFC 4287.
  ///
  /// Without an address its links are relative and its ids are UUIDs made of the name of the site. `path` is where the
  /// feed stands, `page` the page that lists the changes with the id of each as an anchor, `language` a code such as `vi`.
  public func atom(
    at path: PagePath, page: PagePath, title: String, author: String, language: String, _ entries: [Entry]
  ) -> SiteFile {
    var out: [UInt8] = []
    out.append(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    out.append(escaped: language)
    out.append("\">\n")
    out.element("id", id(path))
    out.element("title", title)
    out.element("updated", (entries.map(\.day).max() ?? "1970-01-01") + "T00:00:00Z")
    out.append("<author>")
    out.element("name", author)
    out.append("</author>\n<link rel=\"self\" href=\"")
    out.append(escaped: link(from: path, to: path))
    out.append("\"/>\n")
    for entry in entries {
      out.append("<entry>")
      out.element("id", id(page, entry.id))
      out.element("title", entry.title)
      out.element("updated", entry.day + "T00:00:00Z")
      out.append("<link href=\"")
      out.append(escaped: link(from: path, to: page) + "#" + entry.id)
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

  private func link(from path: PagePath, to target: PagePath) -> String {
    base.isEmpty ? path.link(to: target.text) : address(target)
  }
  private func id(_ path: PagePath, _ anchor: String? = nil) -> String {
    let place = address(path) + (anchor.map { "#" + $0 } ?? "")
    return base.isEmpty ? "urn:uuid:" + Self.uuid(name + "\n" + place) : place
  }
  /// A UUID of version 8 (RFC 9562) made of a text: the same for the same text, for ever.
  static func uuid(_ text: String) -> String {
    // FNV-1a over 64 bits from two starts; it tells texts apart and protects nothing.
    func hash(_ start: UInt64) -> UInt64 {
      text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
    let high = hash(0xCBF2_9CE4_8422_2325) & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
    let low = hash(0x8422_2325_CBF2_9CE4) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = [high, low].map { word in
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 16 - text.utf8.count) + text
    }.joined()
    var rest = digits[...]
    return [8, 4, 4, 4, 12].map { count in
      defer { rest = rest.dropFirst(count) }
      return String(rest.prefix(count))
    }.joined(separator: "-")
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
