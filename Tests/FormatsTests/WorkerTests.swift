import StageKit
import StageTestKit
import Tables
import Testing

@testable import Formats

/// One worker, two and seven read the same.
@Suite struct WorkerTests {
  private static let rules: [ColumnRule] = {
    var rules = [
      ColumnRule(Field("a", .text, .label)), ColumnRule(Field("n", .int, .count)),
      ColumnRule(Field("d", .decimal(scale: 2), .amount)),
    ]
    rules[1].isRequired = true
    return rules
  }()
  /// What each worker found, put together in the order of the files.
  private struct Found: Equatable {
    var rows: [[String?]] = [], lines: [Int] = [], findings: [Finding] = [], counts: [String: Int] = [:]
    var rejected = 0
  }
  private func joined(_ parts: [(Reading, Findings)]) -> Found {
    var found = Found()
    var all = Findings(step: "s")
    for (reading, findings) in parts {
      found.rows += reading.rows
      found.lines += reading.lines
      all.merge(findings)
    }
    let step = all.steps["s"]
    (found.findings, found.counts) = (step?.kept ?? [], step?.counts ?? [:])
    found.rejected = step?.rowsRejected ?? 0
    return found
  }
  /// Files of some rows, some of which are wrong in a way.
  private func files(_ random: inout SeededRandom, _ line: (String, String, String) -> String, head: String)
    -> [String: [UInt8]]
  {
    var files: [String: [UInt8]] = [:]
    for file in 0..<11 {
      var text = head
      for row in 0..<1 + random.next(below: 60) {
        let number = random.next(below: 9) == 0 ? random.one(["", "x", "1.5"]) : String(row)
        text += line("f\(file)r\(row) ộ", number, random.one(["1.25", "-0.50", "0.125", "7"]))
      }
      if file == 4 { text += "wrong\n" }
      files["f\(file < 10 ? "0" : "")\(file)"] = Array(text.utf8)
    }
    return files
  }

  @Test(arguments: [1, 2, 7], 0..<4) func `CSV files are read alike by any number of workers`(
    _ workers: Int, _ seed: Int
  ) async throws {
    var random = SeededRandom(UInt64(seed))
    let texts = files(&random, { "\"\($0)\",\($1),\($2)\n" }, head: "a,n,d\n")
    let (names, project) = (texts.keys.sorted(), memory(texts))
    @Sendable func part(_ index: Int, of count: Int, size: Int) throws(StageError) -> (Reading, Findings) {
      var cutter = CSVCutter(names, rules: Self.rules, format: CSVFormat(separator: 44), size: size)
        .share(index, of: count)
      var (reading, findings) = (Reading(), Findings(step: "s"))
      let decoder = CSVDecoder(Self.rules, batchRows: 10 + index)
      while let piece = try cutter.next(project) {
        decoder.decode(piece, &findings) { batch, _ in reading.add(batch) }
      }
      return (reading, findings)
    }
    let alone = joined([try part(0, of: 1, size: 1 << 16)])
    let parts = try await shared(workers) { (index) throws(StageError) in
      try part(index, of: workers, size: 64 + seed)
    }
    #expect(joined(parts) == alone)
    #expect(!alone.findings.isEmpty && alone.rejected > 0 && alone.rows.count > 50)
  }
  @Test(arguments: [1, 2, 7], 0..<4) func `files of NDJSON are read alike by any number of workers`(
    _ workers: Int, _ seed: Int
  ) async throws {
    var random = SeededRandom(UInt64(seed) + 10)
    let texts = files(&random, { "{\"a\":\"\($0)\",\"n\":\"\($1)\",\"d\":\($2)}\n" }, head: "")
    let (names, project) = (texts.keys.sorted(), memory(texts))
    @Sendable func part(_ index: Int, of count: Int, size: Int) throws(StageError) -> (Reading, Findings) {
      var cutter = JSONCutter(names, size: size, form: .lines).share(index, of: count)
      var (reading, findings) = (Reading(), Findings(step: "s"))
      let decoder = JSONRowDecoder(Self.rules, batchRows: 10 + index)
      while let piece = try cutter.next(project) {
        decoder.decode(piece, &findings) { batch, _ in reading.add(batch) }
      }
      return (reading, findings)
    }
    let alone = joined([try part(0, of: 1, size: 1 << 16)])
    let parts = try await shared(workers) { (index) throws(StageError) in
      try part(index, of: workers, size: 64 + seed)
    }
    #expect(joined(parts) == alone)
    #expect(!alone.findings.isEmpty && alone.rejected > 0 && alone.rows.count > 50)
  }
  /// What all workers give, in their order.
  private func shared(
    _ workers: Int, _ body: @escaping @Sendable (Int) throws(StageError) -> (Reading, Findings)
  ) async throws -> [(Reading, Findings)] {
    try await withThrowingTaskGroup(of: (Int, Reading, Findings).self) { group in
      for index in 0..<workers {
        group.addTask {
          let (reading, findings) = try body(index)
          return (index, reading, findings)
        }
      }
      var all: [(Int, Reading, Findings)] = []
      for try await part in group { all.append(part) }
      return all.sorted { $0.0 < $1.0 }.map { ($0.1, $0.2) }
    }
  }
  @Test(arguments: 0...9, 1...9) func `shares are whole, as even as can be, and may be more than the files`(
    _ files: Int, _ workers: Int
  ) throws {
    let names = (0..<files).map { "f\($0)" }
    let project = memory(Dictionary(uniqueKeysWithValues: names.map { ($0, Array("a\n\($0)\n".utf8)) }))
    let lines = memory(Dictionary(uniqueKeysWithValues: names.map { ($0, Array("{\"a\":1}\n".utf8)) }))
    let csv = CSVCutter(names, rules: texts("a"), format: CSVFormat(), size: 64)
    let json = JSONCutter(names, size: 64, form: .lines)
    var (seen, inJSON, sizes): ([String], [String], [Int]) = ([], [], [])
    for index in 0..<workers {
      var (share, other) = (csv.share(index, of: workers), json.share(index, of: workers))
      let before = seen.count
      while let piece = try share.next(project) { seen.append(piece.file) }
      while let piece = try other.next(lines) { inJSON.append(piece.file) }
      sizes.append(seen.count - before)
    }
    #expect(seen == names && inJSON == names)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
  }
}
