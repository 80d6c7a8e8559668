/// A line over years: what was measured, and the path and mark of a plan.
///
/// Points of different standards are not joined, and a year without a value is a gap. The page shows the table of the
/// same numbers directly below.
public struct TrajectoryChart: Sendable {
  let points: [ChartPoint]
  let target: ChartTarget?
  private let text: ChartText
  /// The point whose value is written out.
  let labelled: Int?
  let axis: Axis
  /// The values beside the gridlines, from zero up.
  private let axisLabels: [String]
  /// Where the gridlines begin: right of the longest label, at about eight units a letter.
  private let left: Int

  /// A chart of `points`, earliest first.
  ///
  /// - Parameters:
  ///   - points: At least one with a value.
  ///   - target: What a plan wants; one whose indices lie outside `points` is not drawn.
  ///   - labelled: The index of the point whose value is written out; the last one with a value when left out.
  ///   - text: The words.
  ///   - axisLabel: How a value on the axis is printed.
  public init(
    _ points: [ChartPoint], target: ChartTarget? = nil, labelled: Int? = nil, text: ChartText,
    axisLabel: @escaping @Sendable (Int) -> String
  ) {
    self.points = points
    self.target = target.flatMap { points.indices.contains($0.index) ? $0 : nil }
    self.text = text
    self.labelled = labelled ?? points.lastIndex { $0.value != nil }
    let axis = Axis(most: (points.compactMap(\.value) + (self.target.map { [$0.value] } ?? [])).max() ?? 0)
    axisLabels = (0...axis.count).map { axisLabel(axis.value(of: $0)) }
    left = max(52, 14 + 8 * (axisLabels.map(\.count).max() ?? 0))
    self.axis = axis
  }

  /// The chart as inline SVG in a box of 360 × 250; `nil` when no point has a value.
  ///
  /// - Complexity: O(n) in the points.
  public var svg: [UInt8]? {
    guard points.contains(where: { $0.value != nil }) else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(2048)
    out.openChart(text)
    out.grid(axis, from: left, axisLabels)
    labels(&out)
    breaks(&out)
    plan(&out)
    line(&out)
    values(&out)
    out.append("</svg>")
    return out
  }

  /// The column of a point.
  func x(_ index: Int) -> Int {
    let (first, width) = (left + 14, 312 - left)
    return points.count == 1
      ? 200 : first + (index * width * 2 + points.count - 1) / (2 * (points.count - 1))
  }
  /// Years under the axis; every second one when there are many, so that they stay apart.
  private func labels(_ out: inout [UInt8]) {
    let stride = (points.count + 5) / 6
    out.append("<g class=\"m\">")
    for index in points.indices where (points.count - 1 - index) % max(1, stride) == 0 {
      out.text(points[index].label, x: x(index), y: 226, anchor: "middle")
    }
    out.append("</g>")
  }
  /// A dotted upright between two neighbours of different standards; the word under it stands once where there is room
  /// for one.
  private func breaks(_ out: inout [UInt8]) {
    let measured = points.indices.filter { points[$0].value != nil }
    let half = 4 * text.seriesBreak.count
    var end = 0
    for (a, b) in zip(measured, measured.dropFirst()) where points[a].standard != points[b].standard {
      let place = (x(a) + x(b)) / 2
      out.append("<path class=\"brk\" d=\"M")
      out.append(number: place)
      out.append(" 30V200\"/>")
      // Long words stay in the box of 360.
      let middle = max(min(place, 354 - half), min(6 + half, 180))
      guard middle - half > end else { continue }
      out.text(text.seriesBreak, x: middle, y: 245, anchor: "middle")
      end = middle + half + 4
    }
  }
  private func plan(_ out: inout [UInt8]) {
    guard let target else { return }
    let y = axis.y(target.value)
    if let from = target.from, points.indices.contains(from), let base = points[from].value {
      out.append("<path class=\"plan\" d=\"M")
      out.pair(x(from), axis.y(base))
      out.append("L")
      out.pair(x(target.index), y)
      out.append("\"/>")
    }
    out.append("<path class=\"tgt\" d=\"M")
    out.pair(x(target.index) - 10, y)
    out.append("h20\"/>")
  }
  /// The measured line, broken at gaps and where the standard changes.
  private func line(_ out: inout [UInt8]) {
    var open = false
    var last: Int?
    for (index, point) in points.enumerated() {
      guard let value = point.value else {
        last = nil
        continue
      }
      let joins = last.map { points[$0].standard == point.standard } ?? false
      if joins, let last, let before = points[last].value {
        out.append(open ? "L" : "<path class=\"act\" d=\"M")
        if !open {
          out.pair(x(last), axis.y(before))
          out.append("L")
        }
        out.pair(x(index), axis.y(value))
        open = true
      }
      if open,
        !joins || index == points.count - 1 || points[index + 1].value == nil
          || points[index + 1].standard != point.standard
      {
        out.append("\"/>")
        open = false
      }
      last = index
    }
    for (index, point) in points.enumerated() {
      guard let value = point.value else { continue }
      out.append("<circle class=\"dot\" cx=\"")
      out.append(number: x(index))
      out.append("\" cy=\"")
      out.append(number: axis.y(value))
      out.append("\" r=\"4\"/>")
    }
  }
}
