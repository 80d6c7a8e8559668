import Diagnostics
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Tables
import Testing

/// What holds of proposed pairs whatever the households: their order, the limits, the spelling, what is missing.
@Suite struct DuplicateLawTests {
  static let columns = "id: personal, name: personal, born: date, sex: text, xa: text"
  static let options = "id: id, head: name, commune: xa, birth_date: born, sex: sex"

  /// One line of the list.
  struct Pair: Hashable {
    let first, second: String
    let places: [String]
    let weight: String
    let agrees: String
    init(_ line: Substring) {
      let cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      (first, second, places, weight, agrees) = (
        cells[0], cells[1], [cells[2], cells[3]], cells[4], cells[5]
      )
    }
    /// The two households, whichever comes first.
    var both: Set<String> { [first, second] }
    var bits: Double { Double(weight) ?? -1 }
  }
  static func report(
    _ rows: [String], _ options: String, columns: String = columns, workers: Int = 2, batch: Int = 100
  ) async throws -> (pairs: [Pair], report: RunReport) {
    let files = ProjectFiles.memory([
      "p.yaml": """
      pipeline: t
      steps:
        - { id: ho, use: cells.read, expect: { min_rows: 0 }, with: { file: a.txt, batch_rows: \(batch), columns: { \(columns) } } }
        - { id: trung, use: households.duplicates, with: { \(options) }, expect: { min_rows: 0 } }
        - { use: rows.take }

      """, "a.txt": rows.map { $0 + "\n" }.joined(),
    ])
    let checked = try checkPipeline("p.yaml", stages: testStages, files: files)
    let output = MemoryOutput()
    let report = await Runner(checked, files: files, width: workers).run(into: output.output)
    return (output["office/rows.txt"]?.split(separator: "\n").map(Pair.init) ?? [], report)
  }
  static func pairs(_ rows: [String], _ options: String = options) async throws -> [Pair] {
    let (pairs, report) = try await report(rows, options)
    #expect(report.failure == nil, "\(report.failure?.message.en ?? "")")
    return pairs
  }
  private static let families = ["Nguyễn", "Trần", "Lò", "Vàng", "Giàng", "Hà", "Lê", "Phạm"]
  private static let middles = ["Văn", "Thị", "Mí", "A", "Ngọc", "Hữu"]
  private static let givens = [
    "Mơ", "Lúa", "Sáo", "Trầu", "Quế", "Ngô", "Khoai", "Sen", "Mận", "Đào", "Thuý", "Hoà",
  ]
  /// Invented households, some of which stand twice under another code and a little otherwise.
  static func village(_ seed: Int, _ count: Int = 300) -> [String] {
    var random = Seeded(seed)
    var rows: [String] = []
    for index in 0..<count {
      let name = "\(random.one(families)) \(random.one(middles)) \(random.one(givens))"
      let born = "\(1950 + random.below(40))-\(10 + random.below(3))-\(10 + random.below(18))"
      let (sex, commune) = (random.one(["male", "female"]), "9\(1000 + random.below(20))")
      rows.append("H\(index);\(name);\(born);\(sex);\(commune)")
      if random.below(15) == 0 {
        rows.append("C\(index);\(name);\(born);\(random.one([sex, ""]));\(commune)")
      }
    }
    return rows
  }
  private static func spelled(_ rows: [String], _ spell: (String) -> String) -> [String] {
    rows.map { row in
      var cells = row.components(separatedBy: ";")
      cells[1] = spell(cells[1])
      return cells.joined(separator: ";")
    }
  }

  @Test(arguments: 1...3) func `the order of the households changes no pair and no weight`(_ seed: Int)
    async throws
  {
    let rows = Self.village(seed)
    var random = Seeded(seed + 50)
    let (one, other) = (
      try await Self.pairs(rows), try await Self.pairs(rows.shuffled(using: &random))
    )
    func shown(_ pairs: [Pair]) -> Set<[String]> {
      Set(pairs.map { $0.both.sorted() + [$0.weight, $0.agrees] })
    }
    #expect(shown(one) == shown(other) && one.count == other.count && !one.isEmpty)
  }
  @Test func `no pair is proposed twice, none of a household with itself, the heaviest first`() async throws {
    let rows = Self.village(4)
    let found = try await Self.pairs(rows, "\(Self.options), at_least: 5")
    #expect(Set(found.map(\.both)).count == found.count && found.allSatisfy { $0.first != $0.second })
    #expect(found.map(\.bits) == found.map(\.bits).sorted(by: >) && found.allSatisfy { $0.bits >= 5 })
    // The places are those of the two households.
    for pair in found {
      for (id, place) in zip([pair.first, pair.second], pair.places) {
        let line = (rows.firstIndex { $0.hasPrefix("\(id);") } ?? -1) + 1
        #expect(place == "a.txt:\(line)")
      }
    }
  }
  @Test func `more weight asked for leaves some of the same pairs`() async throws {
    let rows = Self.village(5)
    var before = try await Self.pairs(rows, "\(Self.options), at_least: 1")
    for least in [5, 10, 15, 20, 22, 30, 200] {
      let found = try await Self.pairs(rows, "\(Self.options), at_least: \(least)")
      #expect(found == before.filter { $0.bits >= Double(least) })
      before = found
    }
    #expect(before.isEmpty)
    #expect(try await Self.pairs(rows) == (try await Self.pairs(rows, "\(Self.options), at_least: 22")))
  }
  @Test(arguments: [1, 2, 7, 10_000]) func `of too many the heaviest are proposed, and that is told`(
    _ most: Int
  )
    async throws
  {
    let rows = Self.village(6)
    let all = try await Self.pairs(rows, "\(Self.options), at_least: 10")
    let (found, report) = try await Self.report(rows, "\(Self.options), at_least: 10, most: \(most)")
    #expect(found == Array(all.prefix(most)) && all.count > 7)
    let told = report.findings.steps["trung"]?.kept ?? []
    #expect(told.map(\.code) == (all.count > most ? ["duplicates.too-many"] : []))
    #expect(told.allSatisfy { $0.message.vi != $0.message.en && $0.message.en.contains("\(most)") })
  }
  @Test func `how names are composed, written large and blanks change no pair and no weight`() async throws {
    let rows = Self.village(7)
    let found = try await Self.pairs(rows)
    #expect(!found.isEmpty)
    for spell: (String) -> String in [
      { $0.decomposedStringWithCanonicalMapping }, { $0.uppercased() }, { $0.lowercased() },
      { "  " + $0.replacing(" ", with: "  ") },
      { $0.replacing("Thuý", with: "Thúy").replacing("Hoà", with: "Hòa") },
    ] {
      let other = try await Self.pairs(Self.spelled(rows, spell))
      #expect(other == found)
    }
  }
  @Test(arguments: [1, 2, 7], [1, 77, 1024]) func `workers and batches change no byte`(
    _ workers: Int, _ batch: Int
  ) async throws {
    let rows = Self.village(8)
    let one = try await Self.report(rows, Self.options, workers: 1, batch: 1024).pairs
    let found = try await Self.report(rows, Self.options, workers: workers, batch: batch).pairs
    #expect(found == one && !one.isEmpty)
  }
  @Test(arguments: [
    [], ["A;Bùi Thị Sen;1971-11-12;female;91001"], ["A;;;;", "B;;;;"], ["A;;;;", "B;;;;", "C;;;;"],
    ["A;Bùi Thị Sen;;;", "B;;1971-11-12;;"], ["A;   ;;;", "B;\u{A0};;;"], [";;;;", ";;;;"],
  ]) func `of nobody, one alone, and those of whom nothing is known nothing is proposed`(_ rows: [String])
    async throws
  {
    let (pairs, report) = try await Self.report(rows, "\(Self.options), at_least: 1")
    #expect(pairs.isEmpty && report.failure == nil && (report.findings.steps["trung"]?.kept ?? []).isEmpty)
  }
  @Test func `the list is as guarded as the ids and the names`() throws {
    // An id is as guarded as ids are; what is said of the two comes from the name, too.
    for (id, name, own, both) in [
      ("personal", "personal", "personal", "personal"), ("text", "personal", "protected", "personal"),
      ("personal", "text", "personal", "personal"), ("text", "text", "protected", "protected"),
    ] {
      let text = """
        pipeline: t
        steps:
          - { id: ho, use: cells.read, expect: { min_rows: 0 }, with: { file: a.txt, columns: { id: \(id), name: \(name), born: date, sex: text, xa: text } } }
          - { id: trung, use: households.duplicates, with: { \(Self.options) } }
          - { use: rows.take }

        """
      let checked = try checkPipelineForTest(["t.yaml": text, "a.txt": ""])
      let schema = try #require(checked["trung"]?.schema)
      #expect(schema.names == ["first", "second", "first_place", "second_place", "weight", "agrees"])
      let found = schema.fields.map { "\($0.sensitivity)" }
      #expect(found == [own, own, both, both, both, both])
    }
  }
}
