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
  /// Draws the gridlines of an axis, with their values to the left.
  mutating func grid(_ axis: Axis, _ label: (Int) -> String) {
    append("<path class=\"ax\" d=\"")
    for index in 0...axis.count {
      append("M52 ")
      append(number: axis.y(index * axis.step))
      append("H350")
    }
    append("\"/><g class=\"m\">")
    for index in 0...axis.count {
      text(label(index * axis.step), x: 46, y: axis.y(index * axis.step) + 5, anchor: "end")
    }
    append("</g>")
  }
  /// Writes words at a place.
  mutating func text(_ words: String, x: Int, y: Int, anchor: StaticString) {
    append("<text x=\"")
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
