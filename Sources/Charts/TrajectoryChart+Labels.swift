// The words in a trajectory: the goal above the chart, the last value where nothing is drawn.
extension TrajectoryChart {
  /// One straight piece of what is drawn.
  private struct Piece {
    let from: (x: Int, y: Int)
    let to: (x: Int, y: Int)

    /// The rows at the two ends of what lies between two columns; none when nothing does.
    func rows(between left: Int, _ right: Int) -> [Int] {
      guard to.x >= left, from.x <= right else { return [] }
      guard to.x > from.x else { return [from.y, to.y] }
      return [max(left, from.x), min(right, to.x)].map {
        from.y + (to.y - from.y) * ($0 - from.x) / (to.x - from.x)
      }
    }
  }

  /// The value of one point and the goal in words.
  func values(_ out: inout [UInt8]) {
    if let target { out.text(target.text, x: 354, y: 16, anchor: "end", kind: "goal") }
    guard let index = labelled, points.indices.contains(index), let value = points[index].value else {
      return
    }
    let words = points[index].text
    let isRight = x(index) > 200
    let width = 8 * words.count
    // Long words go back into the box, however near its edge their point is.
    let place = isRight ? min(354, max(x(index) + 24, 6 + width)) : max(6, min(x(index), 354 - width))
    let span = isRight ? (place - width - 4, place + 4) : (place - 4, place + width + 4)
    let own = axis.y(value)
    let drawn = pieces.map { $0.rows(between: span.0, span.1) }.filter { !$0.isEmpty } + [[own]]
    let (high, low) = (drawn.joined().min() ?? own, drawn.joined().max() ?? own)
    let rows = 34...axis.bottom - 5
    func isFree(_ y: Int) -> Bool {
      rows.contains(y) && drawn.allSatisfy { ($0.min() ?? own) > y + 7 || ($0.max() ?? own) < y - 16 }
    }
    // Below all that is drawn when the words stay above the axis, else above it, else as near to the point as there is room.
    let y =
      [low + 20, high - 10].first(where: isFree)
      ?? rows.filter(isFree).min { abs($0 - own) < abs($1 - own) } ?? max(34, high - 10)
    out.text(words, x: place, y: y, anchor: isRight ? "end" : "start")
  }

  /// The measured line with its single points, the path of the plan and its mark.
  private var pieces: [Piece] {
    let measured = points.indices.compactMap { index in
      points[index].value.map { (index: index, place: (x: x(index), y: axis.y($0))) }
    }
    var pieces = measured.map { Piece(from: $0.place, to: $0.place) }
    for (a, b) in zip(measured, measured.dropFirst())
    where b.index == a.index + 1 && points[a.index].standard == points[b.index].standard {
      pieces.append(Piece(from: a.place, to: b.place))
    }
    guard let target else { return pieces }
    let end = (x: x(target.index), y: axis.y(target.value))
    pieces.append(Piece(from: (end.x - 10, end.y), to: (end.x + 10, end.y)))
    if let from = target.from, points.indices.contains(from), let base = points[from].value {
      pieces.append(Piece(from: (x(from), axis.y(base)), to: end))
    }
    return pieces
  }
}
