/// A plain look at a page as a browser has it: which elements are open where, and which ids stand in it.
struct Markup {
  /// What is wrong: an element that is closed and not open, or open at the end.
  private(set) var problems: [String] = []
  /// The values of every `id`, in order.
  private(set) var ids: [String] = []
  /// The names of all elements, in order.
  private(set) var elements: [String] = []
  private static let void: Set = [
    "br", "hr", "img", "input", "link", "meta", "col", "wbr", "path", "rect", "line", "circle", "polyline",
  ]

  init(_ page: String) {
    var open: [String] = []
    // The head of a feed, scripts of data and styles are no markup.
    let text = page.replacing(/<\?xml[^>]*\?>/, with: "")
      .replacing(/<script[\s\S]*?<\/script>/, with: "").replacing(/<style[\s\S]*?<\/style>/, with: "")
    for tag in text.matches(of: /<(\/?)([a-z][a-z0-9]*)([^<>]*?)(\/?)>/) {
      let name = String(tag.2)
      if tag.1.isEmpty {
        elements.append(name)
        ids += tag.3.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        if tag.4.isEmpty && !Self.void.contains(name) { open.append(name) }
      } else if open.last == name {
        open.removeLast()
      } else if !Self.void.contains(name) {
        problems.append("</\(name)> in <\(open.last ?? "nothing")>")
      }
    }
    problems += open.map { "<\($0)> is never closed" }
    if text.replacing(/<\/?[a-z!][^<>]*>/, with: "").contains(/[<>]/) { problems.append("a bare < or >") }
    if text.contains(/&(?!(amp|lt|gt|quot|nbsp|#[0-9]+|#x[0-9a-fA-F]+);)/) { problems.append("a bare &") }
  }
}
