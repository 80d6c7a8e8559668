import Figures
import Tables
import Testing

@Suite struct FigureTableTests {
  private func figure(_ id: String, _ value: Int64 = 1) -> Figure {
    Figure(
      id: id, unit: "vn", asOf: Day(number: 20_000), measure: "poor", value: .amount(FixedPoint(value)),
      grade: .simulated, source: Figure.Source(title: "Bảng giả định"))
  }

  @Test func `figures stand in the order of their ids`() {
    let table = FigureTable(["b", "a", "á", "B", "a:1", ""].map { figure($0) })
    #expect(table.figures.map(\.id) == ["", "B", "a", "a:1", "b", "á"])
    #expect(FigureTable().figures.isEmpty)
  }
  @Test func `the order given does not matter, but for figures of one id`() {
    let figures = (0..<50).map { figure("f\($0 % 40)", Int64($0 % 40)) }
    #expect(FigureTable(figures) == FigureTable(figures.reversed()))
    #expect(FigureTable(figures) == FigureTable(Array(figures[23...] + figures[..<23])))
  }
  @Test func `figures of one id are kept side by side`() {
    let table = FigureTable([figure("b"), figure("a", 1), figure("c"), figure("a", 2)])
    #expect(table.figures.map(\.id) == ["a", "a", "b", "c"])
    #expect(Set(table.figures.prefix(2).map(\.value)) == [.amount(1), .amount(2)])
  }
  @Test func `tables are joined into one that is sorted`() {
    let joined = FigureTable.joined([FigureTable([figure("c"), figure("a")]), FigureTable([figure("b")])])
    #expect(joined.figures.map(\.id) == ["a", "b", "c"])
    #expect(FigureTable.joined([]) == FigureTable())
  }
  @Test func `a figure of which little is said is of all, with a value`() {
    let plain = figure("a")
    #expect(plain.group == "all")
    #expect(plain.status == .value)
    #expect(plain.precedence == 0)
    #expect(plain.origin == nil)
  }
  @Test func `the words of statuses and grades are those of the files`() {
    #expect(
      Figure.Status.allCases.map(\.rawValue)
        == ["value", "withheld", "not_reported", "not_applicable", "provisional", "revised", "estimate"])
    #expect(Figure.Grade.allCases.map(\.rawValue) == ["official", "review", "press", "derived", "simulated"])
  }
  @Test func `values of one number are equal whatever their places, and kinds are not`() throws {
    let (short, long) = (try #require(FixedPoint(plain: "1.5")), try #require(FixedPoint(plain: "1.50")))
    #expect(FigureValue.amount(short) == .amount(long))
    #expect(FigureValue.amount(short) != .printed(short))
    #expect(FigureValue.ratio(numerator: 1, denominator: 2) != .ratio(numerator: 2, denominator: 4))
  }
}
