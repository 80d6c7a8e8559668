import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Pipelines

/// Keys over all rows: compared with a slow twin that keeps them all.
@Suite struct KeyedTests {
  /// A generator of numbers that are always the same.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
  /// Rows of few keys, some of them missing, in two files.
  static func rows(_ seed: UInt64, count: Int, keys: Int) -> [String: String] {
    var random = Seeded(state: seed)
    var files = ["a.csv": "group;key;number\n", "b.csv": "group;key;number\n"]
    for row in 0..<count {
      let key = Int.random(in: 0..<keys, using: &random)
      let text = key == 0 ? "" : "khóa \(String(repeating: "x", count: key % 5))\(key)"
      files[row < count / 3 ? "a.csv" : "b.csv"]? +=
        "g\(key % 3);\(text);\(Int.random(in: 0..<4, using: &random))\n"
    }
    return files
  }
  /// What the twin says of one column, or of two together: a line for each row that stands twice.
  static func twice(_ files: [String: String], _ columns: [Int]) -> [String] {
    var all: [(key: [String]?, place: String)] = []
    for file in files.keys.sorted() {
      for (index, line) in (files[file] ?? "").split(separator: "\n").dropFirst().enumerated() {
        let cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        let key = columns.map { cells[$0] }
        all.append((key.contains("") ? nil : key, "\(file):\(index + 2)"))
      }
    }
    return all.compactMap { row in
      guard let key = row.key else { return nil }
      let same = all.filter { $0.key == key }
      return same.count > 1 ? "\(row.place) \(same.count) \(same[0].place)" : nil
    }
  }
  static func found(_ report: RunReport, _ step: String = "unique") -> [String] {
    (report.findings.steps[step]?.kept ?? []).map { "\($0.file):\($0.line) \($0.message.en)" }
  }
  static let steps = "  - { id: unique, use: rows.unique, with: { keys: [key] }, expect: { min_rows: 0 } }\n"
  static let hashes: [(String, KeyHash)] = [
    ("good", seededHash), ("of four", { UInt64($0.reduce(0) { $0 &+ Int($1) } % 4) }), ("none", { _ in 7 }),
  ]

  @Test(arguments: [(1, 5), (2, 40), (3, 250), (4, 5000)] as [(UInt64, Int)], [0, 1, 2])
  func `keys are what a slow twin says, even when hashes collide`(
    _ data: (seed: UInt64, keys: Int), _ hash: Int
  ) async throws {
    let files = Self.rows(data.seed, count: 300, keys: data.keys)
    var runner = try Records(
      Records.read("a.csv, b.csv") + Self.steps + "  - { use: rows.write }\n", files
    ).runner()
    runner.keyHash = Self.hashes[hash].1
    let report = await runner.run(into: MemoryOutput().output)
    #expect(report.failure == nil)
    #expect(Self.found(report) == Self.twice(files, [1]))
  }
  @Test func `several columns together are one key`() async throws {
    let files = Self.rows(9, count: 200, keys: 30)
    let step =
      "  - { id: unique, use: rows.unique, with: { keys: [key, number], together: true }, expect: { min_rows: 0 } }\n"
    let report = try await Records(
      Records.read("a.csv, b.csv") + step + "  - { use: rows.write }\n", files
    ).runner().run(into: MemoryOutput().output)
    #expect(Self.found(report) == Self.twice(files, [1, 2]))
  }
  @Test func `several keys are counted each for itself`() async throws {
    let files = ["a.csv": "h\na;x;1\nb;x;2\nc;y;2\nd;z;3\n"]
    let step =
      "  - { id: unique, use: rows.unique, with: { keys: [key, number] } }\n  - { use: rows.write }\n"
    let report = try await Records(Records.read("a.csv") + step, files).runner().run(
      into: MemoryOutput().output)
    #expect(
      Self.found(report).sorted() == [
        "a.csv:2 2 a.csv:2", "a.csv:3 2 a.csv:2", "a.csv:3 2 a.csv:3", "a.csv:4 2 a.csv:3",
      ])
    #expect(report.findings.steps["unique"]?.rowsRejected == 3)
  }
  @Test(arguments: [1, 2, 7], [1, 64, 1024])
  func `workers and batches change nothing`(_ width: Int, _ batch: Int) async throws {
    let files = Self.rows(5, count: 200, keys: 60)
    func whole(_ width: Int, _ piece: Int, _ batch: Int) async throws -> String {
      let read = Records.read("a.csv, b.csv", piece: piece, batch: batch)
      let example = Records(
        read + Self.steps
          + "  - { use: rows.write }\n  - { use: people.sum, from: unique, with: { by: group } }\n",
        head: "quarantine: { by: group }", files)
      let output = MemoryOutput()
      let report = try await example.runner(width: width).run(into: output.output)
      #expect(report.failure == nil)
      return output.whole + report.whole
    }
    let one = try await whole(1, 1, 1)
    #expect(one.contains("office/rejected/g1/a.reasons.csv"))
    #expect(try await whole(width, batch * 2, batch) == one)
  }

  @Test(arguments: [0, 1, 2]) func `rows are found in other tables`(_ hash: Int) async throws {
    let files = [
      "a.csv": "h\na;m;1\na;;1\na;q;1\na;k2;1\na;k;1\n", "b.csv": "h\nx;k;1\nx;k2;1\nx;;1\nx;k;2\n",
      "c.csv": "h\nx;k;9\nx;m;9\n",
    ]
    let steps = """
        - { id: b, use: records.read, with: { files: [b.csv] } }
        - { id: c, use: records.read, with: { files: [c.csv] } }
        - { id: find, use: rows.find, from: { table: read, others: [b, c] }, with: { column: key, other: key } }
        - { use: rows.write }
      """
    var runner = try Records(Records.read("a.csv") + steps, files).runner()
    runner.keyHash = Self.hashes[hash].1
    let output = MemoryOutput()
    #expect(await runner.run(into: output.output).failure == nil)
    #expect(output["office/rows.txt"] == "a,m,1,5\na,?,1,-1\na,q,1,-1\na,k2,1,1\na,k,1,0\n")
  }
  @Test(arguments: ["find.x", "[b, a]", "[b, a, c]"])
  func `what must be joined is joined before what may be left out`(_ from: String) async throws {
    let files = ["a.csv": "h\na;m;1\n", "b.csv": "h\nx;k;1\nx;m;2\n", "c.csv": "h\nx;k;3\n"]
    // Without `from:` the step takes the one before, and has no side table.
    let steps = """
        - { id: a, use: records.read, with: { files: [a.csv] } }
        - { id: c, use: records.read, with: { files: [c.csv] } }
        - { id: all, use: people.sum, from: a, with: { by: key } }
        - { id: out, use: rows.write, with: { file: all.txt } }
        - { id: also, use: rows.write, from: c, with: { file: also.txt } }
        - { id: b, use: records.read, with: { files: [b.csv] } }
        - { id: find, use: rows.find, \(from.hasPrefix("[") ? "from: \(from), " : "")with: { column: key, other: key } }
        - { use: rows.write }
      """
    let output = MemoryOutput()
    #expect(try await Records(steps, files).runner().run(into: output.output).failure == nil)
    let found = from == "find.x" ? ["-1", "-1"] : from == "[b, a]" ? ["-1", "0"] : ["1", "0"]
    #expect(output["office/rows.txt"] == "x,k,1,\(found[0])\nx,m,2,\(found[1])\n")
  }
  @Test func `a batch stage may have a side table, even one made of the same rows`() async throws {
    let steps = """
        - { id: sums, use: people.sum, with: { by: group } }
        - { id: large, use: rows.large, from: { table: read, least: sums }, with: { column: number } }
        - { use: rows.write }
        - { use: people.sum, id: again, from: large, with: { by: key } }
        - { use: rows.write, id: second, from: again, with: { file: again.txt } }
      """
    let files = ["a.csv": "h\na;x;1\na;y;2\nb;z;3\nb;w;1\n"]
    let output = MemoryOutput()
    let report = try await Records(Records.read("a.csv") + steps, files).runner().run(into: output.output)
    #expect(report.failure == nil)
    #expect(output["office/rows.txt"] == "a,y,2\nb,z,3\n" && output["office/again.txt"] == "y,1\nz,1\n")
    let large = try #require(report.findings.steps["large"])
    #expect([large.rowsIn, large.rowsOut, large.rowsRejected, large.rowsDropped] == [4, 2, 0, 2])
  }
  @Test func `keys of other types can never be equal, and are refused`() {
    let steps =
      Records.read("a.csv")
      + "  - { use: rows.find, from: { table: read, others: [read] }, with: { column: key, other: number } }\n  - { use: rows.write }\n"
    #expect {
      _ = try Records(steps, ["a.csv": ""]).runner()
    } throws: { error in
      (error as? Diagnostics)?.all.map { "\($0.code.rawValue): \($0.message.en)" } == [
        "plan.key-type: column 'key' is text, column 'number' is a whole number"
      ]
    }
  }
  @Test func `a keyed step after a keyed step sees what the first has kept`() async throws {
    let files = ["a.csv": "h\na;x;1\na;x;2\nb;y;1\nb;z;3\n"]
    let steps = """
        - { id: first, use: rows.unique, with: { keys: [key] } }
        - { id: second, use: rows.unique, with: { keys: [group] }, expect: { min_rows: 0 } }
        - { use: rows.write }
      """
    let report = try await Records(Records.read("a.csv") + steps, files).runner().run(
      into: MemoryOutput().output)
    #expect(Self.found(report, "first") == ["a.csv:2 2 a.csv:2", "a.csv:3 2 a.csv:2"])
    #expect(Self.found(report, "second") == ["a.csv:4 2 a.csv:4", "a.csv:5 2 a.csv:4"])
    #expect(report.findings.steps["read"]?.rowsIn == 4)
  }
}

/// What keys cost, and that a file must stay as it is.
@Suite struct KeyCostTests {
  static func coded(_ codes: [UInt64], line: Int = 1) -> Batch {
    Batch(
      [
        .int(Values(codes.map { Int64(bitPattern: $0) })),
        .bool(Bools(Bitmap(repeating: true, count: codes.count))),
      ], count: codes.count, origin: Origin(file: "a.csv", firstLine: line))
  }
  @Test func `a million different keys take eight bytes each, and nothing after`() async {
    var keys = StreamKeys(KeyCoder([0], seededHash))
    var random = KeyedTests.Seeded(state: 1)
    for start in 0..<1000 {
      keys.add(Self.coded((0..<1000).map { _ in random.next() }, line: 1000 * start + 2))
    }
    #expect(keys.heldBytes <= 17 * 1_000_000 / 2)
    let repeated = await keys.takeRepeated(width: 2)
    #expect(!repeated.isNeeded && repeated.known.counts.isEmpty && keys.heldBytes == 0)
  }
  @Test(arguments: [(1, 1), (7, 2), (1000, 3), (20_000, 2), (4096, 2), (999, 7), (70_000, 100)])
  func `numbers that stand twice are those a slow twin finds`(_ size: Int, _ width: Int) async {
    var random = KeyedTests.Seeded(state: 3)
    // As many as several workers share, or fewer.
    let count = width == 1 ? 20_000 : 70_000
    let codes = (0..<count).map { _ in random.next() % 60_000 &* 0x9E37_79B9_7F4A_7C15 }
    var keys = StreamKeys(KeyCoder([0], seededHash))
    for start in stride(from: 0, to: codes.count, by: size) {
      keys.add(Self.coded(Array(codes[start..<min(start + size, codes.count)]), line: start + 2))
    }
    var lines: [UInt64: [Int]] = [:]
    for (row, code) in codes.enumerated() { lines[code, default: []].append(row + 2) }
    let twice = lines.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    let known = await keys.takeRepeated(width: width).known
    let found = zip(known.places, known.counts).sorted { $0.0.line < $1.0.line }
    #expect(found.map(\.0.line) == twice.map { $0[0] } && found.map(\.1) == twice.map(\.count))
  }
  @Test func `only the bytes of long keys that may stand twice are held`() async {
    var texts = Texts()
    for row in 0..<1000 { texts.append(Array("a long key \(row % 997)".utf8)) }
    let batch = Batch([.text(texts)], count: 1000)
    var stream = StreamKeys(KeyCoder([0], seededHash))
    stream.add(stream.coder.coded(batch))
    var keys = await stream.takeRepeated(width: 1)
    #expect(keys.isNeeded)
    keys.add(keys.suspected(batch))
    #expect(keys.heldBytes < 3 * 20)
    let rows = keys.rows(batch)
    #expect((0..<1000).filter { rows.count(of: $0) == 2 } == [0, 1, 2, 997, 998, 999])
    #expect(rows.isUnique(500) && rows.firstPlace(of: 999)?.line == 2)
  }
  @Test(arguments: [
    "h\na;x;1\na;x;2\nb;y;1\n", "h\na;x;1\na;x;2\nb;y;9\nc;c;1\n", "h\na;x;1\na;x;2\n",
  ]) func `a file that changes between two readings stops the run`(_ later: String) async throws {
    let folder = try TemporaryFolder(["a.csv": "h\na;x;1\na;x;2\nb;y;2\n"])
    let steps = Records.read("a.csv") + KeyedTests.steps + "  - { use: rows.write }\n"
    let disk = ProjectFiles.folder(folder.path)
    let checked = try Records(steps, [:]).runner().pipeline
    let count = DecodeCount()
    let files = ProjectFiles { (path, offset, wanted) throws(StageError) in
      // The first piece of the first reading has been decoded, so this is the second.
      if !count.all.isEmpty { do { try folder.write(later, to: path) } catch {} }
      count.add("read")
      return try disk.bytes(path, at: offset, count: wanted)
    } names: { (_) in
      []
    }
    let output = MemoryOutput()
    let report = await Runner(checked, files: files, width: 1).run(into: output.output)
    #expect(report.failure?.message.en == "the file 'a.csv' was changed while it was being read")
    #expect(output.paths.isEmpty)
  }
}
