import Diagnostics
import Testing

/// An estimate such as "more than 200" is a number that no other contradicts: rules hold nothing against it.
@Suite struct EstimateTests {
  /// A kind of check, figures that it tells, and the names of those that it looks at.
  struct Trial: CustomTestStringConvertible, Sendable {
    let rule: String
    let figures: String
    let names: [String]
    var testDescription: String { rule }
    init(_ rule: String, _ figures: String, _ names: [String]) {
      (self.rule, self.figures, self.names) = ("- { id: R, \(rule) }", figures, names)
    }
    /// The figures, of which some are estimates.
    func figures(estimated: Set<String>) -> String {
      figures.split(separator: " ").map { figure in
        let name = figure.split(separator: "/").last?.prefix { $0 != "=" } ?? ""
        return estimated.contains(String(name)) ? "\(figure)?" : String(figure)
      }.joined(separator: " ")
    }
  }
  private static let trials = [
    Trial("check: a <= b", "a=6 b=5", ["a", "b"]),
    Trial("check: a = c, cells: { c: { measures: [x, y] } }", "a=9 x=2 y=3", ["a", "x", "y"]),
    Trial("rate: { rate: r, part: a, whole: b }", "r=20.5% a=200 b=1000", ["r", "a", "b"]),
    Trial("rate: { rate: r, part: a, whole: b }", "r=1~2 a=1 b=4", ["r", "a", "b"]),
    Trial("rates: { whole: w, parts: [p, q] }", "w=8.5% p=4% q=3.5%", ["w", "p", "q"]),
    Trial(
      "rate: { rate: poor_rate, part: poor, whole: households }",
      "poor_rate=20.5% poor=200 none/households=1000", ["poor_rate", "poor", "households"]),
    Trial(
      "implied: { whole: n, rates: { r: a, s: b } }", "r=10% a=10 s=50% b=10", ["r", "a", "s", "b"]),
  ]

  @Test(arguments: trials) func `the figures are told when they are no estimates`(_ trial: Trial) async throws
  {
    let found = try await FigureFound(trial.rule, trial.figures)
    #expect(found.kinds == ["R wrong"], "\(found.messages.map(\.en))")
  }
  @Test(arguments: trials) func `one estimate among them and nothing is told as wrong`(_ trial: Trial)
    async throws
  {
    for name in trial.names {
      let figures = trial.figures(estimated: [name])
      #expect(figures != trial.figures)
      let found = try await FigureFound(trial.rule, figures)
      #expect(!found.kinds.contains { $0.hasSuffix(" wrong") || $0.hasSuffix(" doubtful") }, "\(name)")
      #expect(found.notices.isEmpty && found.failure == nil)
    }
  }
  @Test(arguments: trials) func `estimates alone are no reason to stop`(_ trial: Trial) async throws {
    let found = try await FigureFound(
      trial.rule, trial.figures(estimated: Set(trial.names)), more: "max_errors: 0, ")
    #expect(found.failure == nil)
    #expect(!found.kinds.contains { $0.hasSuffix(" wrong") })
  }
  @Test func `what is known stands beside an estimate of the same thing`() async throws {
    let rule = "- { id: R, check: a <= b }"
    #expect(try await FigureFound(rule, "a=9? a=5 b=5").kinds == [])
    #expect(try await FigureFound(rule, "a=1? a=6 b=5").kinds == ["R wrong"])
    #expect(try await FigureFound(rule, "a=6 b=9? b=5").kinds == ["R wrong"])
  }
  @Test func `the year before may be an estimate, too`() async throws {
    let rule = "- { id: R, check: a = b, cells: { b: { measures: [x], at: last } } }"
    #expect(try await FigureFound(rule, "a=5 2023/x=4").kinds.filter { $0 != "R idle-rule" } == ["R wrong"])
    #expect(try await !FigureFound(rule, "a=5 2023/x=4?").kinds.contains("R wrong"))
  }
  @Test func `estimates of another source are held against nothing either`() async throws {
    let rule = "- { id: R, check: a = c, cells: { c: { measures: [a], from: others } } }"
    #expect(try await FigureFound(rule, "a=5", others: "a=4").kinds == ["R wrong"])
    #expect(try await !FigureFound(rule, "a=5", others: "a=4?").kinds.contains("R wrong"))
    #expect(try await !FigureFound(rule, "a=5?", others: "a=4").kinds.contains("R wrong"))
    #expect(try await FigureFound(rule, "a=5?", others: "a=4?").failure == nil)
  }
  @Test func `parts that are estimates do not add up to what they are not`() async throws {
    let rule = "- { id: R, parts: { measures: [poor], from: commune, to: [district] } }"
    let communes = (1...6).map { "9000\($0)/poor=\($0)" }
    let right = try await FigureFound(rule, (["poor=21"] + communes).joined(separator: " "))
    #expect(!right.kinds.contains("R wrong"), "\(right.messages.map(\.en))")
    let wrong = try await FigureFound(rule, (["poor=22"] + communes).joined(separator: " "))
    #expect(wrong.kinds.contains("R wrong"), "\(wrong.messages.map(\.en))")
    for place in 0..<7 {
      var rows = ["poor=22"] + communes
      rows[place] += "?"
      let found = try await FigureFound(rule, rows.joined(separator: " "))
      #expect(!found.kinds.contains("R wrong"), "\(rows[place])")
    }
  }
}
