extension [UInt8] {
  /// Opens a chart with what screen readers say of it.
  mutating func openChart(_ text: ChartText) {
    append("<svg class=\"chart\" viewBox=\"0 0 360 250\" role=\"img\" aria-labelledby=\"")
    append(escaped: text.id)
    append("-t ")
    append(escaped: text.id)
    append("-d\"><title id=\"")
    append(escaped: text.id)
    append("-t\">")
    append(escaped: text.title)
    append("</title><desc id=\"")
    append(escaped: text.id)
    append("-d\">")
    append(escaped: text.description)
    append(" ")
    append(escaped: text.tableBelow)
    append("</desc>")
  }
  /// Draws the gridlines of an axis from `left`, with their values before it.
  mutating func grid(_ axis: Axis, from left: Int, _ labels: [String]) {
    append("<path class=\"ax\" d=\"")
    for index in 0...axis.count {
      append("M")
      append(number: left)
      append(" ")
      append(number: axis.y(axis.value(of: index)))
      append("H350")
    }
    append("\"/><g class=\"m\">")
    for (index, label) in labels.enumerated() {
      text(label, x: left - 6, y: axis.y(axis.value(of: index)) + 5, anchor: "end")
    }
    append("</g>")
  }
  /// Writes words at a place.
  mutating func text(_ words: String, x: Int, y: Int, anchor: StaticString, kind: StaticString? = nil) {
    append("<text ")
    if let kind {
      append("class=\"")
      append(kind)
      append("\" ")
    }
    append("x=\"")
    append(number: x)
    append("\" y=\"")
    append(number: y)
    append("\" text-anchor=\"")
    append(anchor)
    append("\">")
    append(escaped: words)
    append("</text>")
  }
  /// Writes a place as `x y`.
  mutating func pair(_ x: Int, _ y: Int) {
    append(number: x)
    append(" ")
    append(number: y)
  }
}
