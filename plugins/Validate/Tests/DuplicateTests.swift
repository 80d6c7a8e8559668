import Diagnostics
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Validate

/// Pairs of households that may be one, weighed in whole numbers.
@Suite struct DuplicateTests {
  private static let columns = "id: personal, name: personal, born: date, sex: text, xa: text"
  private static let options = "{ id: id, head: name, commune: xa, birth_date: born, sex: sex }"
  /// Runs the stage over rows of cells.
  private func proposed(
    _ rows: [String], _ options: String = options, columns: String = columns, batch: Int = 1024,
    workers: Int = 2
  ) async throws -> (lines: [String], findings: [String], words: [Phrase]) {
    let files = ProjectFiles.memory([
      "p.yaml": """
      pipeline: t
      steps:
        - { id: ho, use: cells.read, with: { file: a.txt, batch_rows: \(batch), columns: { \(columns) } } }
        - { id: trung, use: households.duplicates, with: \(options), expect: { min_rows: 0 } }
        - { use: rows.take }

      """, "a.txt": rows.map { $0 + "\n" }.joined(),
    ])
    let checked = try checkPipeline("p.yaml", stages: testStages, files: files)
    let output = MemoryOutput()
    let report = await Runner(checked, files: files, width: workers).run(into: output.output)
    #expect(report.failure == nil, "\(report.failure?.message.en ?? "")")
    let found = report.findings.steps["trung"]?.kept ?? []
    let lines = output["office/rows.txt"]?.split(separator: "\n").map(String.init) ?? []
    return (lines, found.map(\.code), found.map(\.message))
  }

  private static let families = [
    "Nguyễn", "Trần", "Lò", "Vàng", "Giàng", "Hà", "Lê", "Phạm", "Quàng", "Sùng",
  ]
  private static let middles = ["Văn", "Thị", "Mí", "A", "Ngọc", "Hữu", "Đức", "Thanh"]
  private static let givens = (0..<40).map { index in
    let sounds = ["Mơ", "Lúa", "Sáo", "Trầu", "Quế", "Ngô", "Khoai", "Sen", "Mận", "Đào"]
    return "\(sounds[index % 10])\(["", "n", "m", "ng"][index / 10])"
  }
  /// Invented households, no two of one head.
  private static func people(_ count: Int, seed: Int) -> [String] {
    var chance = Seeded(seed)
    return (0..<count).map { index in
      let name = "\(chance.one(families)) \(chance.one(middles)) \(chance.one(givens))"
      let born = "\(1940 + chance.below(60))-\(10 + chance.below(3))-\(10 + chance.below(18))"
      let sex = chance.one(["male", "female"])
      return "H\(index);\(name);\(born);\(sex);9\(1000 + chance.below(200))"
    }
  }
  private static let crowd = people(2000, seed: 7)

  @Test(arguments: [
    // The same head: another code; the tone mark elsewhere; i for y; marks lost; capitals; the day read wrongly; another commune.
    ("Bùi Thị Thuỳ;1971-11-12;female;91001", "Bùi Thị Thuỳ;1971-11-12;female;91001"),
    ("Bùi Thị Thuỳ;1971-11-12;female;91001", "BÙI THỊ THÙY;1971-11-12;female;91001"),
    ("Bùi Mỹ Lý;1971-11-12;female;91001", "Bùi Mĩ Lí;1971-11-12;female;91001"),
    ("Bùi Thị Thuỳ;1971-11-12;female;91001", "Bui Thi Thuy;1971-11-12;female;91001"),
    ("Bùi Thị Thuỳ;1971-11-12;female;91001", "Bùi Thị Thuỳ;1971-11-21;female;91001"),
    ("Bùi Thị Thuỳ;1971-11-12;female;91001", "Bùi Thị Thuỳ;1971-11-12;female;91099"),
    ("Bùi Thị Thuỳ;1971-11-12;female;91001", "Bùi Thị Thuỳ;1972-11-12;female;91001"),
    ("Bùi Thị Thuỳ;1971-11-12;female;91001", "Bùi Thị Thuỳ;1971-11-12;;91001"),
  ]) func `one head under two codes is proposed`(_ one: String, _ two: String) async throws {
    let found = try await proposed(["A;\(one)"] + Self.crowd + ["B;\(two)"])
    let pair = found.lines.first { $0.hasPrefix("A;B;") }
    #expect(pair != nil, "\(found.lines.prefix(5))")
    #expect(pair?.contains(";a.txt:1;a.txt:2002;") ?? false)
  }
  @Test(arguments: [
    ("Bùi Thị Thuỳ;1971-11-12;female;91001", "Bùi Văn Sen;1971-11-12;male;91001"),
    ("Bùi Thị Thuỳ;1971-11-12;female;91001", "Bùi Thị Thuỳ;1950-10-20;female;91099"),
    ("Nguyễn Thị Sen;1971-11-12;female;91001", "Nguyễn Thị Sen;1971-10-20;female;91099"),
    (";1971-11-12;female;91001", ";1971-11-12;female;91001"),
    ("Bùi Thị Thuỳ;;female;", "Bùi Thị Thuỳ;;female;"),
  ]) func `who shares little is not proposed`(_ one: String, _ two: String) async throws {
    let found = try await proposed(["A;\(one)"] + Self.crowd + ["B;\(two)"])
    #expect(!found.lines.contains { $0.hasPrefix("A;B;") })
  }
  @Test func `planted pairs are all found, whatever batches and workers, with few besides`() async throws {
    let people = Self.people(5000, seed: 11)
    let copies = stride(from: 0, to: 5000, by: 100).map { index in
      "C\(index);" + people[index].split(separator: ";").dropFirst().joined(separator: ";")
    }
    let found = try await proposed(people + copies)
    let pairs = Set(found.lines.map { $0.split(separator: ";").prefix(2).joined(separator: ";") })
    for index in stride(from: 0, to: 5000, by: 100) { #expect(pairs.contains("H\(index);C\(index)")) }
    #expect(found.lines.count < 2 * copies.count, "\(found.lines.count)")
    for (batch, workers) in [(77, 2), (1024, 1), (500, 7)] {
      #expect(try await proposed(people + copies, batch: batch, workers: workers).lines == found.lines)
    }
  }
  @Test func `one citizen number under two names is proposed, and another one takes off`() async throws {
    let rows = [
      "A;Đinh Bảo Trúc;1960;91001;001160000123", "B;Đinh Bảo Trức;1961;91002;001160000123",
      "C;Lương Quý Sen;1970;91003;001170000777", "D;Lương Quý Sen;1970;91003;001170000888",
      "E;Lương Quý Sen;1970;91003;",
    ]
    let crowd = Self.crowd.enumerated().map { index, line in
      let cells = line.split(separator: ";")
      return "\(cells[0]);\(cells[1]);\(cells[2].prefix(4));\(cells[4]);00119\(1_000_000 + index)"
    }
    let options = "{ id: id, head: name, commune: xa, birth_year: born, citizen_id: so, at_least: 10 }"
    let columns = "id: personal, name: personal, born: int, xa: text, so: personal"
    let found = try await proposed(crowd + rows, options, columns: columns).lines
    let weights = Dictionary(
      found.map { $0.split(separator: ";") }.map { ("\($0[0])\($0[1])", Double($0[4]) ?? 0) }
    ) { first, _ in first }
    #expect(found.contains { $0.hasPrefix("A;B;") && $0.hasSuffix("citizen_id") })
    // What is missing weighs nothing; another number speaks against.
    let (without, other) = (try #require(weights["CE"]), weights["CD"] ?? 0)
    #expect(without > other)
  }
  @Test func `the heaviest come first, and a rare name is heavier`() async throws {
    let rows = [
      "A;Nguyễn Văn Sen;1960-11-12;male;91001", "B;Nguyễn Văn Sen;1960-11-12;male;91001",
      "C;Đinh Bảo Trúc;1960-11-12;male;91001", "D;Đinh Bảo Trúc;1960-11-12;male;91001",
    ]
    let found = try await proposed(Self.crowd + rows).lines.map { $0.split(separator: ";") }
    let names = found.map { "\($0[0])\($0[1])" }
    let (rare, common) = (try #require(names.firstIndex(of: "CD")), try #require(names.firstIndex(of: "AB")))
    #expect(rare < common)
    #expect(found.map { Double($0[4]) ?? 0 } == found.map { Double($0[4]) ?? 0 }.sorted(by: >))
    #expect(
      found[rare].last == "given_name middle_name family_name birth_year commune birth_month birth_day sex")
  }
  @Test func `a year of birth will do`() async throws {
    let rows = ["A;Đinh Bảo Trúc;1960;91001", "B;Đinh Bảo Trúc;1960;91001"]
    let crowd = Self.crowd.map { line in
      let cells = line.split(separator: ";")
      return "\(cells[0]);\(cells[1]);\(cells[2].prefix(4));\(cells[4])"
    }
    let found = try await proposed(
      crowd + rows, "{ id: id, head: name, commune: xa, birth_year: born }",
      columns: "id: personal, name: personal, born: int, xa: text")
    #expect(found.lines.contains { $0.hasPrefix("A;B;") })
  }
  @Test func `the lightest are left out when there are too many, and it is told`() async throws {
    let rows = (0..<6).map { "R\($0);Đinh Bảo Trúc;1960-11-12;male;91001" }
    let found = try await proposed(
      Self.crowd + rows, "{ id: id, head: name, commune: xa, birth_date: born, most: 4 }")
    #expect(found.lines.count == 4 && found.findings == ["duplicates.too-many"])
  }
  @Test func `a name that all share is passed over and told`() async throws {
    let rows = (0..<4001).map { "R\($0);Không Rõ;1960-11-12;male;91001" }
    let found = try await proposed(rows)
    #expect(found.lines.isEmpty && found.findings == ["duplicates.passed-over"])
    // The three kinds of blocks are all named.
    let words = try #require(found.words.first)
    #expect(["năm sinh", "xã", "sáu số cuối CCCD"].allSatisfy(words.vi.contains), "\(words.vi)")
    #expect(
      ["a year", "a commune", "six digits of a citizen number"].allSatisfy(words.en.contains), "\(words.en)")
  }
  @Test func `a common name hides nobody of one citizen number`() async throws {
    let rows = (0..<4001).map { "R\($0);Không Rõ;1960;91001;00116\(1_000_000 + $0)" }
    let twins = ["A;Không Rõ;1960;91001;001160000123", "B;Không Rõ;1960;91001;001160000123"]
    let found = try await proposed(
      rows + twins, "{ id: id, head: name, commune: xa, birth_year: born, citizen_id: so, at_least: 1 }",
      columns: "id: personal, name: personal, born: int, xa: text, so: personal")
    #expect(found.lines.contains { $0.hasPrefix("A;B;") }, "\(found.lines.prefix(3))")
  }
  @Test(arguments: [
    ("{ id: id, head: name, commune: xa }", "one of `birth_date` and `birth_year` is needed"),
    ("{ id: id, head: nam, commune: xa, birth_date: born }", "no column 'nam'"),
    (
      "{ id: id, head: name, commune: xa, birth_date: sex }",
      "column 'sex' is text, and"
    ),
    ("{ id: id, head: name, commune: xa, birth_date: born, at_least: 0 }", "from 1 to 200"),
  ]) func `options that cannot be are refused`(_ options: String, _ message: String) async throws {
    let error = await #expect(throws: Diagnostics.self) { try await proposed([], options) }
    #expect(diagnostics(error).contains { $0.message.contains(message) }, "\(diagnostics(error))")
  }

  // MARK: Weights

  @Test(arguments: [1, 2, 3, 7, 8, 10, 1000, 999_999_937, UInt64.max] as [UInt64])
  func `logarithms are those of mathematics, rounded down`(_ number: UInt64) {
    let exact = Foundation.log2(Double(number)) * Double(BinaryLogarithm.unit)
    #expect(abs(Double(BinaryLogarithm.of(number)) - exact) <= 1.5, "\(BinaryLogarithm.of(number)) \(exact)")
  }
  @Test func `weights are those of Fellegi and Sunter`() {
    // Eight rows with values 0 0 0 0 1 1 2 and one missing.
    let field = FieldWeights([0, 0, 0, 0, 1, 1, 2, -1], matching: 900)
    func bits(_ a: Int, _ b: Int) -> Double { Double(field.weight(a, b)) / Double(BinaryLogarithm.unit) }
    func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 0.0001 }
    #expect(isNear(bits(0, 1), Foundation.log2(0.9 / (4.0 / 7))))
    #expect(isNear(bits(4, 5), Foundation.log2(0.9 / (2.0 / 7))))
    // Two rows agree by chance in 21 of 49.
    #expect(isNear(bits(0, 4), Foundation.log2(0.1 / (28.0 / 49))))
    #expect(bits(0, 7) == 0 && bits(7, 7) == 0)
  }
  @Test func `names that differ by their marks alone are between the same and another`() {
    let field = FieldWeights([0, 1, 2, 0, 3, 4], bare: [0, 0, 1, 0, 2, 3], matching: 950)
    #expect(field.weight(0, 3) > field.weight(0, 1))
    #expect(field.weight(0, 1) > field.weight(0, 2))
  }
  @Test func `a field of one value says next to nothing`() {
    let field = FieldWeights([0, 0, 0], matching: 980)
    #expect(field.weight(0, 1) <= 0 && field.weight(0, 1) > -BinaryLogarithm.unit)
  }
}
