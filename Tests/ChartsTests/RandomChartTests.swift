import StageTestKit
import Testing

@testable import Charts

/// What holds of every chart, whatever its values.
@Suite struct RandomChartTests {
  /// Values small and great, negative and missing.
  private func value(_ random: inout SeededRandom) -> Int? {
    switch random.next(below: 8) {
    case 0: nil
    case 1: Int(truncatingIfNeeded: random.next())
    case 2: Int(truncatingIfNeeded: random.next()) >> random.next(below: 63)
    case 3: [0, 1, -1, .max, .min, 100, 10_000][random.next(below: 7)]
    default: random.next(below: 10_000)
    }
  }

  @Test(arguments: 0..<16) func `a trajectory keeps to its box and its order`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<40 {
      let values = (0..<1 + random.next(below: 14)).map { _ in value(&random) }
      guard values.contains(where: { $0 != nil }) else { continue }
      var points = Drawing.points(values)
      for index in points.indices { points[index].standard = ["a", "b"][random.next(below: 5) / 4] }
      let at = random.next(below: points.count)
      let target = ChartTarget(
        at: at, value: value(&random) ?? 0, text: "≤ 1", from: random.next(below: 3) == 0 ? nil : 0)
      let drawing = Drawing(points, random.next(below: 2) == 0 ? target : nil)
      #expect(drawing.numbers.allSatisfy { Int($0) != nil }, "\(values)")
      #expect(drawing.dots.count == values.count { $0 != nil })
      let columns = drawing.dots.map(\.x)
      #expect(zip(columns, columns.dropFirst()).allSatisfy { $0 < $1 }, "\(values)")
      #expect(drawing.dots.allSatisfy { (20...350).contains($0.x) && (30...200).contains($0.y) }, "\(values)")
      // A line is drawn between two neighbours of one standard, and between no others.
      let lines = zip(points, points.dropFirst()).count {
        $0.value != nil && $1.value != nil && $0.standard == $1.standard
      }
      let breaks = zip(points, points.dropFirst()).count { $0.standard != $1.standard }
      let joints = drawing.paths("act").map { $0.count { $0 == "L" || $0 == " " } }
      if lines == 0 { #expect(joints == [], "\(values)") }
      #expect(drawing.paths("brk").count <= breaks)
    }
  }
  @Test(arguments: 0..<4) func `the same points give the same bytes`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 50)
    let values = (0..<9).map { _ in value(&random) }
    #expect(Drawing(Drawing.points(values)).svg == Drawing(Drawing.points(values)).svg)
    #expect(Drawing(bars: Drawing.points(values)).svg == Drawing(bars: Drawing.points(values)).svg)
  }
  @Test(arguments: 1...16) func `years under the axis do not run into each other`(_ count: Int) {
    let years = Drawing(Drawing.points((0..<count).map { $0 })).years
    #expect(!years.isEmpty)
    for (a, b) in zip(years, years.dropFirst()) {
      #expect(a.columns.upperBound <= b.columns.lowerBound, "\(a.text) and \(b.text)")
    }
  }
  @Test(arguments: [1, 5, 99, 134, 4000, 1_000_000, 123_456_789_012, Int.max])
  func `the words beside the gridlines stand for their places`(_ most: Int) {
    let drawing = Drawing(Drawing.points([0, most]))
    let labels = drawing.texts.filter { $0.anchor == "end" && Int($0.text) != nil }
    let values = labels.compactMap { Int($0.text) }
    #expect(values.first == 0 && values.count == labels.count)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(zip(labels, labels.dropFirst()).allSatisfy { $0.y > $1.y })
    // A value that a gridline names stands on that gridline: its words are five below their line.
    let axis = Axis(most: most)
    for (label, value) in zip(labels, values) { #expect(abs(axis.y(value) + 5 - label.y) <= 1) }
  }
  @Test(arguments: [1, 7, 96, 4000, 99_999]) func `what is measured and what is wanted stand on one axis`(
    _ value: Int
  ) throws {
    let drawing = Drawing(
      Drawing.points([value * 2, value]), ChartTarget(at: 1, value: value, text: "x"))
    let mark = try #require(drawing.paths("tgt").first)
    let row = try #require(mark.split(separator: "h").first?.split(separator: " ").last.flatMap { Int($0) })
    #expect(row == drawing.dots.last?.y)
  }
  @Test func `a goal far above what is measured does not leave the box`() {
    let drawing = Drawing(Drawing.points([1, 2]), ChartTarget(at: 1, value: 1_000_000, text: "x"))
    #expect(drawing.dots.allSatisfy { (30...200).contains($0.y) })
    #expect(drawing.paths("tgt").count == 1)
  }
  @Test(arguments: 0..<8) func `a bar is in proportion to its value`(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed) + 90)
    let values = (0..<6).map { _ in 1 + random.next(below: 100_000) }
    let widths = Drawing(bars: Drawing.points(values)).svg
      .matches(of: /class="bar"[^>]* width="([^"]*)"/).compactMap { Int($0.1) }
    let (most, longest) = (try #require(values.max()), try #require(widths.max()))
    for (value, width) in zip(values, widths) {
      // Half a unit of rounding on either side.
      #expect(abs(width * most - value * longest) <= most, "\(value) of \(most): \(width) of \(longest)")
    }
  }
}
