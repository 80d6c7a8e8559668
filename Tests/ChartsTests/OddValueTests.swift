import Testing

@testable import Charts

/// Charts of one value, of equal, negative, missing and enormous ones.
@Suite struct OddValueTests {
  static let odd: [[Int?]] = [
    [0], [1], [-1], [.max], [.min], [5, 5, 5, 5], [0, 0, 0], [-3, -3], [-5, 0, 5], [nil, 4, nil], [nil, 0],
    [.max, .max], [.min, .max], [.max, nil, .min, 0], [.max - 1, .max], [1, .max], [.min, .min],
    [1_000_000_000_000, 1], [nil, nil, nil, nil, 7], [7, nil, nil, nil, nil], [0, 1, 0, 1, 0, 1],
  ]

  @Test(arguments: odd) func `every place is a whole number inside the box`(_ values: [Int?]) {
    for target in [
      nil, ChartTarget(at: 0, value: .max, text: "x"), ChartTarget(at: 0, value: .min, text: "x", from: 0),
      ChartTarget(at: values.count - 1, value: 0, text: "x", from: 0),
    ] {
      let drawing = Drawing(Drawing.points(values), target)
      #expect(drawing.numbers.allSatisfy { Int($0) != nil }, "\(drawing.numbers)")
      #expect(drawing.dots.allSatisfy { (0...360).contains($0.x) && (0...250).contains($0.y) })
      #expect(drawing.texts.allSatisfy { (0...360).contains($0.x) && (0...250).contains($0.y) })
      for path in drawing.paths("act") + drawing.paths("plan") + drawing.paths("brk") {
        let places = path.split { !$0.isNumber && $0 != "-" }.compactMap { Int($0) }
        #expect(places.allSatisfy { (0...360).contains($0) }, "\(path)")
      }
    }
  }
  @Test(arguments: odd) func `every value has one dot, and what is missing has none`(_ values: [Int?]) {
    let drawing = Drawing(Drawing.points(values))
    #expect(drawing.dots.count == values.count { $0 != nil })
    #expect(drawing.texts.allSatisfy { $0.text != "[x]" }, "a missing value is not written into the line")
  }
  @Test(arguments: odd) func `equal values are of one height, and a greater one is never lower`(
    _ values: [Int?]
  ) {
    let there = values.compactMap { $0 }
    let dots = Drawing(Drawing.points(values)).dots
    for (a, first) in zip(there, dots) {
      for (b, second) in zip(there, dots) {
        if a == b { #expect(first.y == second.y) }
        if a < b { #expect(first.y >= second.y) }
      }
    }
  }
  @Test(arguments: odd) func `points stand apart, earliest left`(_ values: [Int?]) {
    let columns = Drawing(Drawing.points(values)).dots.map(\.x)
    #expect(zip(columns, columns.dropFirst()).allSatisfy { $0 < $1 })
  }
  @Test(arguments: odd) func `the value written is the one given, of the last that has one`(
    _ values: [Int?]
  ) throws {
    let last = try #require(values.last { $0 != nil } ?? nil)
    let written = Drawing(Drawing.points(values)).texts.filter { $0.text.hasPrefix("&lt;") }
    #expect(written.map(\.text) == ["&lt;\(last)&gt;"])
  }
  @Test(arguments: odd) func `bars are whole lengths inside the box, and none for what is missing`(
    _ values: [Int?]
  ) {
    for target in [nil, Int.min, -1, 0, 1, Int.max] {
      let drawing = Drawing(
        bars: Drawing.points(values), target: target.map { (value: $0, text: "x") })
      let widths = drawing.svg.matches(of: /class="bar"[^>]* width="([^"]*)"/).map { Int($0.1) }
      #expect(widths.count == values.prefix(6).count { $0 != nil })
      #expect(widths.allSatisfy { $0.map { (0...360).contains($0) } ?? false }, "\(widths)")
      #expect(drawing.numbers.allSatisfy { Int($0) != nil }, "\(drawing.numbers)")
    }
  }
  @Test(arguments: odd) func `a longer bar is never of a smaller value`(_ values: [Int?]) {
    let widths = Drawing(bars: Drawing.points(values)).svg
      .matches(of: /class="bar"[^>]* width="([^"]*)"/).compactMap { Int($0.1) }
    let there = values.prefix(6).compactMap { $0 }
    for (a, first) in zip(there, widths) {
      for (b, second) in zip(there, widths) where a <= b { #expect(first <= second, "\(a) \(b)") }
    }
  }
  @Test func `at most six bars are drawn, the first ones, each with its words`() {
    let drawing = Drawing(bars: Drawing.points([1, 2, nil, 4, 5, 6, 7, 8]))
    for text in ["&lt;1&gt;", "[x]", "&lt;6&gt;"] { #expect(drawing.svg.contains(text)) }
    #expect(!drawing.svg.contains("&lt;7&gt;"))
  }
  @Test func `without points there are no bars`() {
    #expect(BarChart([], text: Drawing.words).svg == nil)
    #expect(BarChart([], target: (value: 5, text: "x"), text: Drawing.words).svg == nil)
    #expect(BarChart(Drawing.points([nil]), target: (value: 5, text: "x"), text: Drawing.words).svg == nil)
  }
  @Test(arguments: [-1, 3, .min, .max]) func `a target outside the points is drawn in no way`(_ index: Int) {
    let plain = Drawing(Drawing.points([1, 2, 3]))
    let drawing = Drawing(Drawing.points([1, 2, 3]), ChartTarget(at: index, value: 900, text: "ngoài"))
    #expect(drawing.svg == plain.svg, "and does not stretch the axis")
  }
  @Test(arguments: [-1, 3, .min, .max]) func `a path from outside the points leaves the mark alone`(
    _ from: Int
  ) {
    let drawing = Drawing(
      Drawing.points([1, 2, 3]), ChartTarget(at: 2, value: 2, text: "x", from: from))
    #expect(drawing.paths("plan") == [])
  }
  @Test(arguments: [-1, 1, 3, .min, .max]) func `a label asked for where no value is does not trap`(
    _ index: Int
  ) {
    let drawing = Drawing(Drawing.points([1, nil, 3]), labelled: index)
    #expect(drawing.dots.count == 2 && !drawing.svg.contains("[x]"))
  }
  @Test(arguments: [0, 1, 2]) func `the value written out is the one asked for`(_ index: Int) {
    let drawing = Drawing(Drawing.points([10, 20, 30]), labelled: index)
    #expect(drawing.texts.map(\.text).filter { $0.hasPrefix("&lt;") } == ["&lt;\(index + 1)0&gt;"])
  }
}
