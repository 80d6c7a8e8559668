import Figures
import Tables
import Testing

/// Which of several figures of one thing is used.
@Suite struct FigureChoiceTests {
  private func figure(
    _ id: String, _ standard: String = "vn-2022", _ precedence: Int = 0, status: Figure.Status = .value
  ) -> Figure {
    Figure(
      id: id, unit: "vn", asOf: Day(number: 20_000), measure: "water",
      value: status == .value ? .amount(1) : nil, status: status, standard: standard, grade: .simulated,
      source: Figure.Source(title: "Bảng giả định"), precedence: precedence)
  }
  private func used(_ figures: [Figure]) -> String? {
    let found = figures.used(under: "vn-2022")?.id
    #expect(Array(figures.reversed()).used(under: "vn-2022")?.id == found, "the order changes nothing")
    return found
  }

  @Test func `the least precedence is used, then the first id`() {
    #expect(used([figure("a", "vn-2022", 1), figure("b")]) == "b")
    #expect(used([figure("b"), figure("a")]) == "a")
    #expect(used([]) == nil)
  }
  @Test(arguments: [0, 1, 9]) func `the standard itself stands before none, whatever the precedence`(
    _ precedence: Int
  ) {
    #expect(used([figure("none", ""), figure("own", "vn-2022", precedence)]) == "own")
  }
  @Test func `none stands for every standard, and another for none`() {
    #expect(used([figure("none", ""), figure("other", "vn-2016")]) == "none")
    #expect(used([figure("other", "vn-2016")]) == nil)
  }
  @Test func `a row that only says that nobody reported anything hides nothing`() {
    let empty = figure("empty", status: .notReported)
    #expect(used([empty, figure("press", "vn-2022", 1)]) == "press")
    #expect(used([empty, figure("none", "", 1)]) == "none")
    #expect(used([empty, figure("other", "vn-2016")]) == "empty")
    // What is withheld is a figure, and what cannot be says something.
    #expect(used([figure("c", status: .withheld), figure("press", "vn-2022", 1)]) == "c")
    #expect(used([figure("z", status: .notApplicable), figure("press", "vn-2022", 1)]) == "z")
  }
}
