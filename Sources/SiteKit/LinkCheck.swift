public import Diagnostics

/// Checks that every internal link of a site, and every anchor in one, leads somewhere.
///
/// It reads the finished pages: `id="…"`, `href="…"` and `src="…"` as the templates write them, in double quotes.
public struct LinkCheck: Sendable {
  private var ids: [PagePath: Set<String>] = [:]
  private var links: [(page: PagePath, link: String)] = []

  /// Reads the pages, and takes note of other files that links may name.
  public init(_ files: [SiteFile], others: [PagePath] = []) {
    for path in others { ids[path] = [] }
    for file in files {
      ids[file.path] = []
      guard file.path.text.hasSuffix(".html") else { continue }
      read(file)
    }
  }
  /// Every broken link, by page and place in it.
  ///
  /// - Throws: `site.broken-link`, `site.broken-anchor`, `site.duplicate-id`.
  public func verify() throws(Diagnostics) {
    var problems = Diagnostics()
    for (page, id) in doubled { problems.add(.duplicateID(id, on: page)) }
    for (page, link) in links {
      guard let (path, anchor) = page.target(of: link), let known = ids[path] else {
        problems.add(.brokenLink(link, on: page))
        continue
      }
      if let anchor, !known.contains(anchor) { problems.add(.brokenAnchor(link, on: page)) }
    }
    try problems.throwIfAny()
  }

  private var doubled: [(PagePath, String)] = []
  private mutating func read(_ file: SiteFile) {
    var found: Set<String> = []
    var at = 0
    let bytes = file.bytes
    while let sign = bytes[at...].firstIndex(of: UInt8(ascii: "=")), sign + 1 < bytes.count {
      at = sign + 1
      guard bytes[at] == UInt8(ascii: "\""), let name = Self.attribute(bytes, endingAt: sign),
        let end = bytes[(at + 1)...].firstIndex(of: UInt8(ascii: "\""))
      else { continue }
      let value = Self.unescaped(bytes[(at + 1)..<end])
      at = end
      if name == .id {
        if !found.insert(value).inserted { doubled.append((file.path, value)) }
      } else if !["https:", "http:", "mailto:", "tel:"].contains(where: value.hasPrefix) {
        links.append((file.path, value))
      }
    }
    ids[file.path] = found
  }
  private enum Attribute { case id, address }
  private static func attribute(_ bytes: [UInt8], endingAt end: Int) -> Attribute? {
    for (name, kind) in [(" id", Attribute.id), (" href", .address), (" src", .address)]
    where bytes[..<end].suffix(name.utf8.count).elementsEqual(name.utf8) { return kind }
    return nil
  }
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    return ["&quot;": "\"", "&#39;": "'", "&lt;": "<", "&gt;": ">"].sorted { $0.key < $1.key }
      .reduce(text) { $0.replacing($1.key, with: $1.value) }.replacing("&amp;", with: "&")
  }
}
