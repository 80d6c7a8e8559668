import StageTestKit
import Testing

@testable import Charts

/// The value that is written out stands inside the box and on nothing else.
@Suite struct LabelPlaceTests {
  /// The words of the labelled point: the only ones that begin with `#`.
  private func words(_ drawing: Drawing) throws -> Drawing.Words {
    try #require(drawing.texts.first { $0.text.hasPrefix("#") })
  }
  private func points(_ values: [Int?], _ text: String) -> [ChartPoint] {
    values.enumerated().map { index, value in
      ChartPoint(String(2000 + index), value: value, text: "#\(text)", standard: "s")
    }
  }

  @Test(arguments: 1...6, [1, 5, 10, 15, 20, 26, 30])
  func `words of any length stay in the box, whichever point they are of`(
    _ count: Int, _ letters: Int
  ) throws {
    let text = String(repeating: "9", count: letters - 1)
    for index in 0..<count {
      for value in [0, 1, 50, 100] {
        let values = (0..<count).map { $0 == index ? value : 100 }
        let drawing = Drawing(points(values, text), labelled: index)
        let place = try words(drawing)
        #expect(
          place.columns.lowerBound >= 0 && place.columns.upperBound <= 360, "\(place) of \(count)")
        #expect((20...205).contains(place.y))
      }
    }
  }
  @Test(arguments: 0..<10) func `words stand on no point and on no other words`(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<100 {
      let count = 1 + random.next(below: 6)
      var values: [Int?] = (0..<count).map { _ in
        random.next(below: 6) == 0 ? nil : random.next(below: 9999)
      }
      let index = random.next(below: count)
      values[index] = random.next(below: 9999)
      let target = ChartTarget(
        at: random.next(below: count), value: random.next(below: 9999), text: "goal")
      let drawing = Drawing(
        points(values, "9,99"), random.next(below: 2) == 0 ? target : nil, labelled: index)
      let place = try words(drawing)
      // Words of fourteen units reach from twelve above their row to three below it, and a point has a radius of four.
      for dot in drawing.dots {
        let isBeside = !(place.columns.lowerBound - 4...place.columns.upperBound + 4).contains(
          dot.x)
        let isApart = !(place.y - 12 - 4...place.y + 3 + 4).contains(dot.y)
        #expect(isBeside || isApart, "\(values) \(index): \(place) on \(dot)")
      }
      for other in drawing.texts where other != place {
        let isBeside = !place.columns.overlaps(other.columns)
        #expect(
          isBeside || abs(place.y - other.y) >= 14, "\(values) \(index): \(place) on \(other)")
      }
    }
  }
  @Test func `a goal and the value it is for are told apart`() throws {
    for value in [0, 10, 50, 90, 100] {
      let drawing = Drawing(
        points([100, value], "1,2"), ChartTarget(at: 1, value: value, text: "goal", from: 0))
      let place = try words(drawing)
      let goal = try #require(drawing.texts.first { $0.text == "goal" })
      #expect(abs(place.y - goal.y) >= 14)
    }
  }
}
