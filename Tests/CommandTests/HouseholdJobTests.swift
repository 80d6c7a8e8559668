import Foundation
import Testing

/// The job that the speed is measured by, on a sample of generated households: the sums and the rejected rows are those
/// that DuckDB gave for the same rows, whatever the workers and the batches.
@Suite struct HouseholdJobTests {
  static let job = "Tests/Benchmarks/household-job.yaml"
  static func lines(_ path: String) throws -> [Substring] {
    let text = try String(contentsOf: Program.root.appending(path: path), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().sorted()
  }
  /// The cells of a record of CSV without line ends in its cells.
  static func cells(_ line: some StringProtocol) -> [String] {
    var cells = [""]
    var isQuoted = false
    for sign in line {
      switch sign {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(sign)
      }
    }
    return cells
  }
  static func run(_ project: TemporaryProject, workers: Int, rows: Int) throws -> String {
    let output = "w\(workers)-\(rows)"
    let path = Program.root.appending(path: job).path
    let found = try project.run(
      "run \(path) --set batch_rows=\(rows) --workers \(workers) --output \(output) --quiet")
    #expect(found.status == 0, "\(found.err)")
    return output
  }

  @Test func `the sums are those of DuckDB`() throws {
    let project = try TemporaryProject()
    let output = try Self.run(project, workers: 2, rows: 1024)
    let text = try project.read("\(output)/office/sums.csv").split(whereSeparator: \.isNewline)
    let names = Self.cells(text[0])
    let flags = names.filter { $0.hasPrefix("dep_") && !$0.hasSuffix("poor") }
    let wanted =
      ["level", "unit", "households", "poor", "near_poor", "average", "none"] + flags
      + ["members", "income_per_capita_month", "deprivation_sum"]
    let columns = wanted.compactMap { names.firstIndex(of: $0) }
    #expect(columns.count == 22)
    let sums = text.dropFirst().map { line in
      let cells = Self.cells(line)
      return columns.map { cells[$0] }.joined(separator: ",")
    }
    #expect(sums.sorted() == (try Self.lines("Tests/Benchmarks/sample/expected-sums.csv").map(String.init)))
  }

  /// The bit of each rule, as the jobs of others number them.
  static func bits(_ rules: [String]) -> [String: Int] {
    let columns = rules.prefix(36)
    let besides = rules.dropFirst(36).prefix(11)
    var bits = Dictionary(zip(Array(columns) + Array(besides), 0...)) { first, _ in first }
    (bits["household_id-twice"], bits["commune_code-known"]) = (47, 48)
    return bits
  }
  @Test func `every rejected row has the reasons that DuckDB gives`() throws {
    let project = try TemporaryProject()
    let output = try Self.run(project, workers: 2, rows: 1024)
    let yaml = try String(contentsOf: Program.root.appending(path: Self.job), encoding: .utf8)
    let rules = yaml.matches(of: /- (?:\{ )?id: ([a-z0-9_-]+)/).map { String($0.1) }
    let start = try #require(rules.firstIndex(of: "household_id"))
    let bits = Self.bits(Array(rules[start...]))
    var found: [String: Int] = [:]
    var order: [String] = []
    let reasons = try project.read("\(output)/office/rejected/households.reasons.csv")
    for line in reasons.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = Self.cells(line)
      let rule = String(cells[6].prefix { $0 != ":" })
      if found[cells[0]] == nil { order.append(cells[0]) }
      found[cells[0], default: 0] |= 1 << (try #require(bits[rule], "\(rule)"))
      // A commune that is not there is not in the registry either: the other jobs say both.
      if rule == "commune_code", cells[3] == "validate.required" { found[cells[0], default: 0] |= 1 << 48 }
    }
    let rows = try project.read("\(output)/office/rejected/households.csv").split(whereSeparator: \.isNewline)
    #expect(rows.count == order.count + 1)
    let told = zip(rows.dropFirst(), order).map { "\($0.prefix { $0 != "," }),\(found[$1] ?? 0)" }
    #expect(
      told.sorted() == (try Self.lines("Tests/Benchmarks/sample/expected-rejects.csv").map(String.init)))
  }

  @Test func `workers and batches change no byte`() throws {
    let project = try TemporaryProject()
    let paths = [
      "sums.csv", "rejected/households.csv", "rejected/households.reasons.csv", "findings.ndjson",
    ]
    var first: [String]?
    for workers in [1, 2, 7] {
      for rows in [1, 64, 1024] {
        let output = try Self.run(project, workers: workers, rows: rows)
        let bytes = try paths.map { try project.read("\(output)/office/\($0)") }
        if let first { #expect(bytes == first, "\(workers) workers, batches of \(rows)") }
        first = first ?? bytes
      }
    }
  }
}
