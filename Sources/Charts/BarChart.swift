/// Bars from zero, lying, one a row, with a mark where the plan wants them to reach.
public struct BarChart: Sendable {
  private let points: [ChartPoint]
  private let target: (value: Int, text: String)?
  private let text: ChartText

  /// A chart of `points`, from top to bottom; at most six are drawn.
  ///
  /// - Parameters:
  ///   - points: A bar each; one without a value shows its text alone.
  ///   - target: The value wanted and the words for it.
  ///   - text: The words of the chart.
  public init(_ points: [ChartPoint], target: (value: Int, text: String)? = nil, text: ChartText) {
    (self.points, self.target, self.text) = (Array(points.prefix(6)), target, text)
  }

  /// The chart as inline SVG in a box of 360 × 250; `nil` when no bar has a value.
  public var svg: [UInt8]? {
    guard let most = (points.compactMap(\.value) + (target.map { [$0.value] } ?? [])).max(),
      points.contains(where: { $0.value != nil })
    else { return nil }
    var out: [UInt8] = []
    out.openChart(text)
    let pitch = 200 / points.count
    for (index, point) in points.enumerated() { bar(point, top: 8 + index * pitch, most, &out) }
    if let target {
      let x = 6 + width(target.value, of: most)
      out.append("<path class=\"tgt\" d=\"M")
      out.pair(x, 8)
      out.append("V210\"/>")
      out.text(target.text, x: min(354, max(6, x)), y: 232, anchor: x > 180 ? "end" : "start")
    }
    out.append("</svg>")
    return out
  }
  private func bar(_ point: ChartPoint, top: Int, _ most: Int, _ out: inout [UInt8]) {
    out.text(point.label, x: 6, y: top + 14, anchor: "start")
    out.text(point.text, x: 354, y: top + 14, anchor: "end")
    guard let value = point.value else { return }
    out.append("<rect class=\"bar\" x=\"6\" y=\"")
    out.append(number: top + 20)
    out.append("\" width=\"")
    out.append(number: width(value, of: most))
    out.append("\" height=\"10\"/>")
  }
  private func width(_ value: Int, of most: Int) -> Int {
    let most = Int128(max(1, most))
    return Int(min(max(0, Int128(value)), most) * 340 / most)
  }
}
