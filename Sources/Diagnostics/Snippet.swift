/// The source line of a place with carets under the range, as two lines of text.
///
/// Tabs are shown as spaces up to the next multiple of four, and characters that a terminal would obey as pictures, so
/// that the carets stand under what they mean whatever the terminal does. A line wider than `width` is cut to a window
/// around the start of the range, with `…` where it was cut.
struct Snippet {
  private struct Cell {
    var text: String
    var width: Int
  }
  private let range: SourceRange
  private let cells: [Cell]
  private let marked: Range<Int>
  private let width: Int
  private let language: Language

  /// The snippet of a range; `nil` when the file has no such line.
  init?(_ range: SourceRange, in lines: SourceLines, width: Int, language: Language) {
    guard let scalars = lines.scalars(ofLine: range.start.line) else { return nil }
    (self.range, self.width, self.language) = (range, Swift.max(20, width), language)
    cells = Snippet.cells(of: scalars)
    let start = Swift.min(Swift.max(0, range.start.column - 1), cells.count)
    let end = range.end.line > range.start.line ? cells.count : range.end.column - 1
    marked = start..<Swift.min(Swift.max(start, end), cells.count)
  }

  /// The source line and the line of carets, with the line number in a margin of `gutter` columns.
  func rendered(gutter: Int) -> String {
    let window = window
    let before = window.lowerBound > 0 ? "…" : ""
    let after = window.upperBound < cells.count ? "…" : ""
    let shown = before + cells[window].map(\.text).joined() + after
    let indent = before.count + columns(of: window.lowerBound..<marked.lowerBound)
    let carets = Swift.max(1, columns(of: marked.clamped(to: window)))
    let number = String(range.start.line)
    let margin = String(repeating: " ", count: Swift.max(0, gutter - number.count))
    let first = trimmed("\(margin)\(number) | \(shown)")
    let marks = String(repeating: " ", count: indent) + String(repeating: "^", count: carets)
    return first + "\n" + String(repeating: " ", count: gutter) + " | " + marks + continuation
  }

  private var continuation: String {
    let last = range.end.column == 1 ? range.end.line - 1 : range.end.line
    guard last > range.start.line else { return "" }
    return " " + Phrase(vi: "… đến dòng \(last)", en: "… to line \(last)")(language)
  }
  /// The cells shown: all of them, or as many as fit with a third of the width before the range.
  private var window: Range<Int> {
    guard columns(of: 0..<cells.count) > width else { return 0..<cells.count }
    var low = marked.lowerBound
    var used = 0
    while low > 0, used + cells[low - 1].width <= width / 3 {
      low -= 1
      used += cells[low].width
    }
    while low > 0, low < cells.count, cells[low].width == 0 { low -= 1 }
    var high = Swift.max(low, marked.lowerBound)
    while high < cells.count, used + cells[high].width <= width {
      used += cells[high].width
      high += 1
    }
    return low..<high
  }
  private func columns(of range: Range<Int>) -> Int { cells[range].reduce(0) { $0 + $1.width } }
  private func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
  private static func cells(of scalars: [Unicode.Scalar]) -> [Cell] {
    var column = 0
    return scalars.map { scalar in
      let width = scalar == "\t" ? 4 - column % 4 : scalar.picture.displayWidth
      column += width
      let text = scalar == "\t" ? String(repeating: " ", count: width) : String(scalar.picture)
      return Cell(text: text, width: width)
    }
  }
}
