import Diagnostics
import Figures
import StageTestKit
import Tables
import Testing

/// Laws of choosing between figures, over random ones.
@Suite struct FigureOrderTests {
  private func figure(_ random: inout SeededRandom, _ id: Int) -> Figure {
    let status = Figure.Status.allCases[random.next(below: Figure.Status.allCases.count)]
    let hasValue = [.value, .provisional, .revised, .estimate].contains(status)
    return Figure(
      id: "f\(id)", unit: "vn", asOf: Day(number: 20_000), measure: "poor",
      value: hasValue ? .amount(FixedPoint(Int64(random.next(below: 5)))) : nil, status: status,
      standard: random.one(["vn-2022", "vn-2016", ""]),
      grade: Figure.Grade.allCases[random.next(below: Figure.Grade.allCases.count)],
      source: Figure.Source(title: "Bảng giả định"), precedence: random.next(below: 3) - 1)
  }

  @Test(arguments: 0..<8) func `one of two different figures is used before the other`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let figures = (0..<30).map { figure(&random, $0) }
    for a in figures {
      #expect(!a.isUsed(before: a))
      for b in figures where a.id != b.id {
        #expect(a.isUsed(before: b) != b.isUsed(before: a), "\(a.id) \(b.id)")
        for c in figures where a.isUsed(before: b) && b.isUsed(before: c) {
          #expect(a.isUsed(before: c))
        }
      }
    }
  }
  @Test(arguments: 0..<8) func `the order in which they stand never matters`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 20)
    for _ in 0..<100 {
      let figures = (0..<random.next(below: 7)).map { figure(&random, $0) }
      let used = figures.used(under: "vn-2022")
      for _ in 0..<4 { #expect(figures.shuffled(using: &random).used(under: "vn-2022") == used) }
      if let used {
        #expect(
          used.standard == "vn-2022" || used.standard.isEmpty, "never one of another standard")
        let others = figures.filter { $0.id != used.id }
        #expect((others + [used]).used(under: "vn-2022") == used)
      } else {
        #expect(
          figures.allSatisfy {
            !["vn-2022", ""].contains($0.standard) || $0.status == .notReported
          })
      }
    }
  }
  @Test(arguments: 0..<8)
  func `a row that says that nobody reported is used only where there is nothing else`(
    _ seed: Int
  ) {
    var random = SeededRandom(UInt64(seed) + 40)
    for _ in 0..<100 {
      let figures = (0..<1 + random.next(below: 6)).map { figure(&random, $0) }
      let fitting = figures.filter { $0.standard.isEmpty || $0.standard == "vn-2022" }
      guard let used = figures.used(under: "vn-2022"), used.status == .notReported else { continue }
      #expect(fitting.allSatisfy { $0.status == .notReported })
    }
  }
  @Test(arguments: 0..<4) func `a table is the same whatever the order of what it is made of`(
    _ seed: Int
  ) {
    var random = SeededRandom(UInt64(seed) + 60)
    let figures = (0..<40).map { figure(&random, $0) }
    let table = FigureTable(figures)
    for _ in 0..<10 {
      let mixed = figures.shuffled(using: &random)
      #expect(FigureTable(mixed) == table)
      let cut = random.next(below: 41)
      #expect(
        FigureTable.joined([FigureTable(Array(mixed[..<cut])), FigureTable(Array(mixed[cut...]))])
          == table)
    }
    #expect(zip(table.figures, table.figures.dropFirst()).allSatisfy { $0.id < $1.id })
  }

  @Test(
    arguments: [
      ("3675", "1.20", "306250", true), ("3675", "1.20", "306000", true),
      ("3675", "1.20", "300000", false),
      ("0", "0.00", "7", true), ("7", "100", "7", true), ("1", "0.01", "0", nil),
      ("0", "0", "0", nil),
      ("1", "33.33", "3", true), ("1", "33.3", "3", true), ("1", "33.34", "3", false),
      ("2", "66.67", "3", true),
      ("1", "12.5", "8", true), ("1", "13", "8", true), ("1", "12", "8", false),
      ("1", "0.13", "800", true),
      ("99999999999999999999999999999999999999", "1.000000000000000000", "1", nil),
    ] as [(String, String, String, Bool?)])
  func `a printed rate is the one its count makes, rounded half away from zero`(
    _ count: String, _ rate: String, _ whole: String, _ agrees: Bool?
  ) throws {
    func number(_ text: String) throws -> FixedPoint { try #require(FixedPoint(plain: text)) }
    let pair = CountAndRate(count: try number(count), rate: try number(rate))
    #expect(pair.agrees(with: try number(whole)) == agrees)
    let made = pair.rate(in: try number(whole))
    #expect((made == nil) == (agrees == nil))
    #expect(made.map { $0.scale == pair.rate.scale } ?? true, "as finely as it was printed")
  }
  @Test(arguments: [
    ("households", true), ("poor", true), ("poor_persons", true), ("deprived_water", true),
    ("poor_rate", true), ("deprivation_rate_water", true),
    ("budget_disbursed", false),
  ]) func `people and households are whole, money need not be`(_ measure: String, _ isWhole: Bool) {
    #expect(KnownMeasures.isWhole(measure) == isWhole)
  }
  @Test(arguments: ["", "_", "deprived_", "Poor", "poor ", "ộ"])
  func `odd names of measures do not trap`(_ name: String) {
    _ = KnownMeasures.isWhole(name)
    if let formula = KnownMeasures.formula(of: name) { #expect(name.hasPrefix(formula.id)) }
  }
}
