public import Diagnostics

/// Checks that every internal link of a site, and every anchor in one, leads somewhere.
///
/// It reads finished pages one after another: `id="…"`, `href="…"` and `src="…"` as the templates write them, in double
/// quotes. A target that several pages miss is told for the first of them.
public struct LinkCheck: Sendable {
  private var ids: [PagePath: Set<String>] = [:]
  /// The targets outside their own page, in the order found.
  private var links: [Link] = []
  private var known: Set<Target> = []
  private var problems = Diagnostics()

  private struct Target: Hashable {
    let path: PagePath
    let anchor: String?
  }
  private struct Link {
    let page: PagePath
    let text: String
    let target: Target
  }

  /// A check of a site with files that are made elsewhere.
  public init(others: [PagePath] = []) {
    for path in others { ids[path] = [] }
  }
  /// Reads one file of the site; that its path is taken, and that an id stands twice, is noted.
  ///
  /// - Returns: Whether the path was free.
  public mutating func read(_ file: SiteFile) -> Bool {
    guard ids[file.path] == nil else {
      problems.add(.duplicatePage(file.path))
      return false
    }
    ids[file.path] = []
    if file.path.text.hasSuffix(".html") { scan(file) }
    return true
  }
  /// Tells every path, id and link that is wrong.
  ///
  /// - Throws: `site.duplicate-page`, `site.duplicate-id`, `site.broken-link`, `site.broken-anchor`.
  public func verify() throws(Diagnostics) {
    var problems = problems
    for link in links {
      guard let known = ids[link.target.path] else {
        problems.add(.brokenLink(link.text, on: link.page))
        continue
      }
      if let anchor = link.target.anchor, !known.contains(anchor) {
        problems.add(.brokenAnchor(link.text, on: link.page))
      }
    }
    try problems.throwIfAny()
  }

  private mutating func scan(_ file: SiteFile) {
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
      switch name {
      case .id: if !found.insert(value).inserted { problems.add(.duplicateID(value, on: file.path)) }
      case .address: add(value, on: file.path)
      }
    }
    ids[file.path] = found
  }
  private mutating func add(_ link: String, on page: PagePath) {
    guard !["https:", "http:", "mailto:", "tel:"].contains(where: link.hasPrefix) else { return }
    guard let (path, anchor) = page.target(of: link) else {
      problems.add(.brokenLink(link, on: page))
      return
    }
    let target = Target(path: path, anchor: anchor)
    if known.insert(target).inserted { links.append(Link(page: page, text: link, target: target)) }
  }
  private enum Attribute { case id, address }
  private static func attribute(_ bytes: [UInt8], endingAt end: Int) -> Attribute? {
    for (name, kind) in [("id", Attribute.id), ("href", .address), ("src", .address)] {
      let before = end - name.utf8.count - 1
      guard before >= 0, bytes[(before + 1)..<end].elementsEqual(name.utf8) else { continue }
      // Space, tab, line feed, form feed, carriage return.
      return [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(bytes[before]) ? kind : nil
    }
    return nil
  }
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    return ["&quot;": "\"", "&#39;": "'", "&lt;": "<", "&gt;": ">"].sorted { $0.key < $1.key }
      .reduce(text) { $0.replacing($1.key, with: $1.value) }.replacing("&amp;", with: "&")
  }
}
