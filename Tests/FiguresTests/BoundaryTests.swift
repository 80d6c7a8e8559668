import Tables
import Testing

@testable import Figures

/// In which boundaries a figure is meant.
struct BoundaryTests {
  @Test(arguments: [
    ("96@2025-07-01", "2025-07-01", ""), ("96@2025-07-01", "", ""),
    ("96@2025-07-01", "2026-04-30", "2026-04-30"),
    ("96@2025-07-01", "2024", "2024"), ("vn", "", ""), ("vn", "2025-07-01", "2025-07-01"), ("01", "01", "01"),
  ]) func `the first day of a unit stands for its own boundaries`(unit: String, boundary: String, own: String)
  {
    let figure = Figure(
      id: "f", unit: unit, asOf: Day(number: 0), measure: "poor", value: nil, boundary: boundary,
      grade: .derived,
      source: Figure.Source(title: "s"))
    #expect(figure.ownBoundary == own)
  }
}
