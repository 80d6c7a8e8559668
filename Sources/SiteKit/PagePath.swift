/// The path of a file of the site, from its root, with `/` between folders: `ke-hoach/a/index.html`.
public struct PagePath: Sendable, Hashable, Comparable, ExpressibleByStringLiteral {
  /// The path as text.
  public let text: String
  private let folders: [Substring]
  /// A path without `.` and `..`.
  public init(_ text: String) {
    self.text = text
    folders = text.split(separator: "/").dropLast()
  }
  /// A path written in a program.
  public init(stringLiteral value: String) { self.init(value) }

  /// The link from this page to `target`: a path from the root of the site, which may end in `#anchor`, or only `#anchor`.
  ///
  /// Relative, so that it holds in a sub-folder of a server and from a disk. An address (`https:`, `http:`, `mailto:`,
  /// `tel:`) comes back as it is; whatever else a text says, such as `javascript:`, is a path of the site.
  public func link(to target: String) -> String {
    if target.hasPrefix("#") || ["https:", "http:", "mailto:", "tel:"].contains(where: target.hasPrefix) {
      return target
    }
    let path = target.prefix { $0 != "#" }
    let parts = path.split(separator: "/")
    guard let name = parts.last else { return target }
    let shared = zip(folders, parts.dropLast()).prefix { $0 == $1 }.count
    let up = String(repeating: "../", count: folders.count - shared)
    let down = parts[shared..<(parts.count - 1)].map { $0 + "/" }.joined()
    // Browsers take what stands before a colon for the name of a scheme, and a backslash for a slash.
    let isOdd =
      up.isEmpty && parts[shared].utf8.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "\\") }
    return (isOdd ? "./" : up) + down + name + target[path.endIndex...]
  }
  /// The file a relative link of this page points to, and its anchor; `nil` when it leaves the site.
  public func target(of link: String) -> (path: PagePath, anchor: String?)? {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let anchor = parts.count == 2 ? String(parts[1]) : nil
    guard let path = parts.first, !path.isEmpty else { return (self, anchor) }
    guard !path.hasPrefix("/") else { return nil }
    var place = folders
    for part in path.split(separator: "/", omittingEmptySubsequences: false) where part != "." {
      if part != ".." { place.append(part) } else if place.popLast() == nil { return nil }
    }
    return (PagePath(place.joined(separator: "/")), anchor)
  }
  /// Orders paths by their text.
  public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}
