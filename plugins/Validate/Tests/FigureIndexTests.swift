import Figures
import Tables
import Testing

@testable import Validate

/// Which of several figures of one thing rules look at.
@Suite struct FigureIndexTests {
  private static func figure(
    _ id: String, _ amount: FixedPoint?, precedence: Int = 0, status: Figure.Status = .value
  ) -> Figure {
    Figure(
      id: id, unit: "vn", asOf: Day(number: 19_000), measure: "poor", value: amount.map { .amount($0) },
      status: status, standard: "vn-2022", grade: .official, source: Figure.Source(title: "s"),
      precedence: precedence)
  }
  private static let several = [
    figure("b", 12, precedence: 2), figure("a", 11, precedence: 2), figure("c", 10, precedence: 1),
    figure("d", nil, precedence: 0, status: .notReported),
  ]

  @Test func `of several the one is looked at that is used everywhere, in whatever order they come`() throws {
    for all in [Self.several, Self.several.reversed(), [1, 3, 0, 2].map { Self.several[$0] }] {
      let index = FigureIndex([FigureTable(Array(all.prefix(2))), FigureTable(Array(all.dropFirst(2)))])
      let place = try #require(index.places.first)
      #expect(index.places.count == 1)
      #expect(index.figure("poor", place) == all.used(under: "vn-2022"))
      #expect(index.figure("poor", place)?.id == "c")
    }
  }
  @Test func `a row that says nothing was reported stands where there is no other`() throws {
    let index = FigureIndex([FigureTable([Self.several[3]])])
    #expect(index.figure("poor", try #require(index.places.first))?.id == "d")
    #expect(index.figure("near_poor", try #require(index.places.first)) == nil)
  }
}
