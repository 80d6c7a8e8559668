import Foundation
import Pipelines
import StageKit
import StageTestKit
import Tables
import Testing

/// The golden cases of the measures through whole pipelines: read from CSV, measured, and compared with what tools gave.
@Suite struct GoldenPipelineTests {
  /// A table of text with a line of names.
  private struct Sheet {
    let names: [String]
    var rows: [[String: String]]

    init(_ path: String) throws {
      let file = StageContractTests.root.appending(path: "Tests/MeasuresTests/Golden/\(path)")
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      names = lines.first ?? []
      rows = lines.dropFirst().map { [names] in Dictionary(zip($0.indices.map { names[$0] }, $0)) { $1 } }
    }
    /// The rows as CSV with more columns.
    func csv(_ more: [(name: String, cell: ([String: String]) -> String)] = []) -> String {
      let lines = rows.map { row in
        (names.map { row[$0] ?? "" } + more.map { $0.cell(row) }).joined(separator: ",")
      }
      return ([(names + more.map(\.name)).joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
    }
  }
  private static func schema(_ names: [String], flags: Set<String>, numbers: Set<String>) -> String {
    names.map { name in
      let kind =
        flags.contains(name)
        ? "type: bool, role: flag" : numbers.contains(name) ? "type: int, role: count" : "role: code"
      return "          \(name): { \(kind) }"
    }.joined(separator: "\n")
  }
  private static let twelve = (1...12).map { $0 < 10 ? "i0\($0)" : "i\($0)" }
  private static let words = [
    "H": "h", "A": "a", "M0": "m0", "hd": "uncensored", "hdk": "censored", "actb": "contribution",
    "pctb": "contribution_share",
  ]

  /// A pipeline of one file and one step of measures.
  private static func pipeline(
    _ sheet: Sheet, _ csv: String, more: [String] = [], flags: [String], numbers: Set<String> = [],
    _ options: String
  ) throws -> HouseholdRun {
    try HouseholdRun(
      """
      pipeline: vang
      defaults: { standards: s, units: u, reference_date: 2024-12-31 }
      steps:
        - id: ho
          use: csv.read
          with:
            files: ho.csv
            schema:
              columns:
      \(schema(sheet.names + more, flags: Set(flags + ["trong"]), numbers: numbers))
        - id: do
          use: households.measures
          with: { deprivations: [\(flags.joined(separator: ", "))], decimals: 12, \(options) }
      """, ["ho.csv": csv])
  }
  /// The expected rows that the table does not have within 10 to the power of −12.
  private static func misses(_ expected: [[String: String]], _ table: NamedTable, weight: String) -> [String]
  {
    var found: [String: Double] = [:]
    for row in 0..<table.rows.count where table.text("weight", row) == weight {
      let key = [table.text("group", row), table.text("measure", row), table.text("indicator", row)]
        .map { $0 ?? "" }.joined(separator: " ")
      guard let part = table.number("part", row), let whole = table.number("whole", row) else { continue }
      found[key] = Double(part.units) / Double(whole.units)
    }
    return expected.compactMap { row in
      let over = row["over"] ?? ""
      let group = over.isEmpty ? "all" : "\(over):\(row["group"] ?? "")"
      let measure = words[row["measure"] ?? ""] ?? ""
      let key = "\(group) \(measure) \(row["indicator"] ?? "")"
      let value = Double(row["value"] ?? "") ?? .nan
      // Where nobody is poor the tool writes 0 for what is undefined; there must be nothing.
      guard let number = found[key] else {
        return value == 0 && ["a", "contribution_share"].contains(measure) ? nil : "no \(key)"
      }
      return abs(number - value) <= 1e-12 ? nil : "\(key): \(number), not \(value)"
    }
  }

  @Test(arguments: 1...4) func `the textbook case is met at every cut-off`(count: Int) async throws {
    let sheet = try Sheet("G01_textbook_4x4/data.csv")
    let run = try Self.pipeline(
      sheet, sheet.csv([("tinh", { _ in "99" })]), more: ["tinh"], flags: ["g1", "g2", "g3", "g4"],
      "columns: { province: tinh }, cutoff: \(count)")
    let expected = try Sheet("G01_textbook_4x4/expected_mpitb.csv").rows.filter { $0["k"] == "\(25 * count)" }
    #expect(expected.count == 19)
    #expect(Self.misses(expected, try await run.table("do"), weight: "households") == [])
  }
  @Test(arguments: [2024, 2025], ["af", "dual"]) func `the census is met in every group and weight`(
    year: Int, scheme: String
  ) async throws {
    let table = try await Self.census(year, scheme).table("do")
    for (weight, word) in [("1", "households"), ("nhankhau", "persons")] {
      let expected = try Sheet("G02_vn12_census/expected_mpitb.csv").rows
        .filter { $0["scheme"] == "\(scheme)_\(year)" && $0["weight"] == weight }
      #expect(expected.count == 1020)
      #expect(Self.misses(expected, table, weight: word) == [])
    }
  }
  private static func census(_ year: Int, _ scheme: String) throws -> HouseholdRun {
    let sheet = try Sheet("G02_vn12_census/households_\(year).csv")
    let csv = sheet.csv([
      ("trong", { (Int($0["thunhap"] ?? "") ?? .max) <= ($0["khuvuc"] == "tt" ? 2000 : 1500) ? "1" : "0" })
    ])
    let line = scheme == "dual" ? ", within_line: trong" : ""
    return try pipeline(
      sheet, csv, more: ["trong"], flags: twelve, numbers: ["nhankhau", "thunhap"],
      "columns: { province: tinh }, groups: [huyen, xa, khuvuc, dantoc], members: nhankhau, cutoff: 3\(line)")
  }
  @Test(arguments: 1...12) func `ties are poor, and what doubles make of them is not met`(count: Int)
    async throws
  {
    let sheet = try Sheet("G05_edge/data.csv")
    let run = try Self.pipeline(
      sheet, sheet.csv([("tinh", { _ in "99" })]), more: ["tinh"], flags: Self.twelve,
      "columns: { province: tinh }, groups: [grp], cutoff: \(count)/12")
    let table = try await run.table("do")
    func rows(_ file: String) throws -> [[String: String]] {
      try Sheet("G05_edge/\(file).csv").rows.filter { $0["k"] == "\(count)/12" }
    }
    #expect(Self.misses(try rows("expected_mpitb"), table, weight: "households") == [])
    let isTrapped = !Self.misses(try rows("float_trap_mpitb"), table, weight: "households").isEmpty
    #expect(isTrapped == [1, 2, 4, 7, 8, 11].contains(count))
  }
  /// The steps and files that read the lists of the four years.
  private static func lists() throws -> (steps: String, files: [String: String]) {
    let sheet = try Sheet("G08_dynamics/classes.csv")
    let words = ["N": "poor", "C": "near_poor", "K": "none"]
    var (files, steps) = ([String: String](), "")
    for year in 2022...2025 {
      let rows = sheet.rows.compactMap { row in
        words[row["c\(year)"] ?? ""].map { "\(row["hh"] ?? ""),\($0)" }
      }
      files["\(year).csv"] = (["hh,class"] + rows).joined(separator: "\n") + "\n"
      steps += "  - id: n\(year)\n    use: csv.read\n"
      steps += "    with: { files: \(year).csv, schema: { columns: { hh: { role: code }, class: {} } } }\n"
    }
    return (steps, files)
  }
  @Test func `the dynamics of four years are those that base R counts`() async throws {
    let (steps, files) = try Self.lists()
    let step = """
        - id: dong-thai
          use: households.dynamics
          from: { lists: [n2022, n2023, n2024, n2025] }
          with: { id: hh, years: [2022, 2023, 2024, 2025] }

      """
    let run = try HouseholdRun("pipeline: vang\nsteps:\n" + steps + step, files)
    let table = try await run.table("dong-thai")
    var found: [String: FixedPoint] = [:]
    for row in 0..<table.rows.count {
      let years = ["from_year", "to_year"].map { table.number($0, row)?.plain ?? "" }
      let texts = ["measure", "from", "to"].map { table.text($0, row) ?? "" }
      found[(years + texts).joined(separator: " ")] = table.number("count", row)
    }
    let expected = try Sheet("G08_dynamics/expected_dynamics.csv").rows
    #expect(expected.count == 90)
    for row in expected {
      let sum = Self.keys(row).reduce(0 as Int128) { $0 + (found[$1]?.units ?? -1_000_000) }
      #expect("\(sum)" == row["value"], "\(row)")
    }
  }
  /// The rows of the table whose counts add up to an expected number.
  private static func keys(_ row: [String: String]) -> [String] {
    let places = ["N": "poor", "C": "near_poor", "K": "neither", "out": "absent"]
    let (from, to) = (places[row["from"] ?? ""] ?? "", places[row["to"] ?? ""] ?? "")
    let measure = row["measure"] ?? ""
    let years = (row["period"] ?? "").matches(of: /[0-9]{4}/).map { String($0.output) }
    let span = "\(years.first ?? "") \(years.last ?? "")"
    let counts = [
      "escaped_poor": "escaped", "left_register_poor": "left", "became_poor_ever_before(re-poor)": "re_poor",
      "became_poor_first_time": "first_time", "arrived_poor": "arrived", "stayed_poor": "stayed",
    ]
    switch measure {
    case "stock": return ["\(span) stock  \(to)"]
    // Who is on neither list has no part in the period.
    case "transition" where from == to && to == "absent": return []
    case "transition": return ["\(span) transition \(from) \(to)"]
    case "escaped_to_nearpoor": return ["\(span) transition poor near_poor"]
    case "escaped_to_nonpoor": return ["\(span) transition poor neither"]
    case "balanced_panel_n": return ["2022 2025 every_year  "]
    case _ where measure.hasPrefix("years_poor"): return ["2022 2025 years_poor  \(row["to"] ?? "")"]
    default: return ["\(span) \(counts[measure] ?? "")  "]
    }
  }
  @Test func `the movements are those between the lists of two years`() async throws {
    let (lists, files) = try Self.lists()
    var steps = lists
    steps += "  - id: truoc\n    use: households.flows\n"
    steps +=
      "    from: { before: n2023, after: n2024, earlier: [n2022] }\n    with: { id: hh, unlisted: away }\n"
    steps += "  - id: nay\n    use: households.flows\n"
    steps += "    from: { before: n2024, after: n2025, earlier: [n2022, n2023], previous: [truoc] }\n"
    steps += "    with: { id: hh, unlisted: away }\n"
    let run = try HouseholdRun("pipeline: vang\nsteps:\n" + steps, files)
    let table = try await run.table("nay")
    var found: [String: Int] = [:]
    for row in 0..<table.rows.count where table.text("weight", row) == "households" {
      found["\(table.text("class", row) ?? "") \(table.text("term", row) ?? "")"] =
        table.number("count", row).flatMap { Int($0.units) }
    }
    let expected = try Sheet("G08_dynamics/expected_dynamics.csv").rows
    func wanted(_ from: String, _ to: String) -> Int? {
      expected.first {
        $0["period"] == "c2024>c2025" && $0["measure"] == "transition" && $0["from"] == from && $0["to"] == to
      }
      .flatMap { Int($0["value"] ?? "") }
    }
    func stock(_ year: Int, _ place: String) -> Int? {
      expected.first { $0["measure"] == "stock" && $0["period"] == "c\(year)" && $0["to"] == place }
        .flatMap { Int($0["value"] ?? "") }
    }
    for (own, other, word) in [("N", "C", "poor"), ("C", "N", "near_poor")] {
      #expect(found["\(word) opening"] == stock(2024, own) && found["\(word) closing"] == stock(2025, own))
      let (near, far) = own == "N" ? (other, "K") : ("K", other)
      #expect(found["\(word) out"] == wanted(own, near) && found["\(word) out_further"] == wanted(own, far))
      #expect(found["\(word) other_decrease"] == wanted(own, "out"))
      #expect(found["\(word) from_other"] == wanted(other, own))
      #expect(found["\(word) other_increase"] == wanted("out", own))
      let entered = (found["\(word) relapsed"] ?? 0) + (found["\(word) new"] ?? 0)
      #expect(entered == wanted("K", own))
    }
    let report = await Runner(run.checked, files: run.files, width: 1).run(into: MemoryOutput().output)
    #expect(report.failure == nil)
  }
  @Test func `changes between two years are divided exactly`() async throws {
    let (before, after) = (try Self.measured(2024, "truoc"), try Self.measured(2025, "sau"))
    let run = try HouseholdRun(
      "pipeline: vang\nsteps:\n" + before.steps + after.steps
        + "  - { id: doi, use: households.changes, from: { before: truoc, after: sau }, with: { years: 1 } }\n",
      ["2024.csv": before.csv, "2025.csv": after.csv])
    let table = try await run.table("doi")
    var changes: [String: Fraction] = [:]
    for row in 0..<table.rows.count where table.text("indicator", row) == nil {
      guard let part = table.number("part", row), let whole = table.number("whole", row) else { continue }
      let key = ["group", "weight", "measure"].map { table.text($0, row) ?? "" }.joined(separator: " ")
      changes[key] = Fraction(part.units, over: whole.units)
    }
    for weight in ["households", "persons"] {
      let m0 = try #require(changes["all \(weight) m0"])
      let (a, b) = (changes["all \(weight) incidence_effect"], changes["all \(weight) intensity_effect"])
      #expect(try #require(a) + #require(b) == m0)
      let effects = ["khuvuc:nt", "khuvuc:tt"].flatMap { group in
        ["within_effect", "shift_effect"].compactMap { changes["\(group) \(weight) \($0)"] }
      }
      #expect(effects.count == 4)
      #expect(effects.reduce(Fraction(0) as Fraction?) { sum, effect in sum.flatMap { $0 + effect } } == m0)
    }
  }
  private static func measured(_ year: Int, _ id: String) throws -> (steps: String, csv: String) {
    let sheet = try Sheet("G02_vn12_census/households_\(year).csv")
    let columns = schema(sheet.names, flags: Set(twelve), numbers: ["nhankhau", "thunhap"])
    let steps = """
        - id: ho\(year)
          use: csv.read
          with:
            files: \(year).csv
            schema:
              columns:
      \(columns)
        - id: \(id)
          use: households.measures
          with: { columns: { province: tinh }, groups: [khuvuc], deprivations: [\(twelve.joined(separator: ", "))], members: nhankhau, cutoff: 3 }

      """
    return (steps, sheet.csv())
  }
}
