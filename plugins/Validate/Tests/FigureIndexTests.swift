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

  /// "More than 200" may be 205: held against other numbers as 200 it would accuse right tables.
  @Test func `an estimate is no number that others are held against`() throws {
    let estimate = Self.figure("e", 200, status: .estimate)
    #expect(FigureIndex([FigureTable([estimate])]).places.isEmpty)
    // What is known for certain stands beside it, whichever is used elsewhere.
    for precedence in [0, 3] {
      let known = Self.figure("k", 205, precedence: precedence)
      for rows in [[estimate, known], [known, estimate]] {
        let index = FigureIndex([FigureTable(rows)])
        #expect(index.figure("poor", try #require(index.places.first))?.id == "k")
      }
    }
    for status in [Figure.Status.provisional, .revised] {
      #expect(FigureIndex([FigureTable([Self.figure("p", 200, status: status)])]).places.count == 1)
    }
  }

  // MARK: Totals

  private static func total(
    _ measure: String, _ day: Int32, _ count: FixedPoint?, standard: String = "", group: String = "all"
  ) -> Figure {
    Figure(
      id: "\(measure) \(day) \(standard) \(group)", unit: "vn", asOf: Day(number: day), measure: measure,
      group: group,
      value: count.map { .amount($0) }, status: count == nil ? .notReported : .value, standard: standard,
      grade: .official, source: Figure.Source(title: "s"))
  }
  private static func place(_ day: Int32, _ standard: String = "vn-2022", group: String = "all")
    -> FigurePlace
  {
    FigurePlace(unit: "vn", day: Day(number: day), standard: standard, group: group)
  }
  @Test func `a total that no standard says is the last one of the year that is not of a later day`() {
    let index = FigureIndex([
      FigureTable([
        Self.total("households", 100, 1), Self.total("households", 300, 3), Self.total("households", 200, 2),
        Self.total("households", 250, nil), Self.total("households", 260, 9, group: "area:urban"),
        Self.total("poor", 100, 5), Self.total("poor", 270, 7, standard: "vn-2022"),
      ])
    ])
    for (day, count) in [(99, nil), (100, 1), (199, 1), (200, 2), (299, 2), (300, 3), (364, 3), (365, nil)]
      as [(Int32, Int64?)]
    {
      #expect(index.figure("households", Self.place(day))?.wholeCount == count, "\(day)")
      // Of a place without a standard, and of a class, which is of one, nothing else is taken.
      #expect(index.own("households", Self.place(day)) == nil)
      #expect(index.figure("poor", Self.place(day)) == nil)
    }
    #expect(index.figure("households", Self.place(260, group: "area:urban"))?.wholeCount == 9)
    #expect(index.figure("households", Self.place(270, group: "area:rural")) == nil)
    #expect(index.figure("households", Self.place(250, ""))?.status == .notReported)
  }
  @Test func `a total of the standard itself goes before, and a blank one does not`() {
    for (own, count) in [(4, 4), (nil, 1)] as [(FixedPoint?, Int64)] {
      let index = FigureIndex([
        FigureTable([
          Self.total("persons", 100, 1), Self.total("persons", 200, own, standard: "vn-2022"),
        ])
      ])
      #expect(index.figure("persons", Self.place(200))?.wholeCount == count)
    }
  }
}
