import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Pipelines

/// Rejected rows in their original bytes, with every reason.
@Suite struct QuarantineTests {
  static let unique =
    "  - { id: unique, use: rows.unique, with: { keys: [key, number] }, expect: { min_rows: 0 } }\n  - { use: rows.write }\n"
  private func run(_ records: Records, width: Int = 2) async throws -> (MemoryOutput, RunReport) {
    let output = MemoryOutput()
    return (output, try await records.runner(width: width).run(into: output.output))
  }
  static let head = "\u{FEFF}record,line,step,code,column,vi,en\r\n"

  @Test func `a row stands once in its own bytes, and each reason on a line`() async throws {
    let files = ["d/a.csv": "nhóm;khóa;số\r\ng;\"x;\r\nx\";1\r\nh;y;1\r\nk;z;2\r\ng;\"x;\r\nx\";3"]
    let (output, report) = try await run(Records(Records.read("d/a.csv") + Self.unique, files))
    #expect(report.failure == nil)
    #expect(
      output["office/rejected/a.csv"]
        == "nhóm;khóa;số\r\ng;\"x;\r\nx\";1\r\nh;y;1\r\ng;\"x;\r\nx\";3\r\n")
    #expect(
      output["office/rejected/a.reasons.csv"] == Self.head
        + "1,2,unique,rows.twice,key,2 d/a.csv:2,2 d/a.csv:2\r\n"
        + "1,2,unique,rows.twice,number,2 d/a.csv:2,2 d/a.csv:2\r\n"
        + "2,4,unique,rows.twice,number,2 d/a.csv:2,2 d/a.csv:2\r\n"
        + "4,6,unique,rows.twice,key,2 d/a.csv:2,2 d/a.csv:2\r\n")
    #expect(report.rejected.map { "\($0.path) \($0.rows)" } == ["rejected/a.reasons.csv 3"])
  }
  @Test(arguments: ["\n", "\r\n", "\n$", "\r\n$"], [1, 2, 5])
  func `bytes that the source has kept are those of the file`(
    _ ending: String, _ piece: Int
  ) async throws {
    let end = ending.replacing("$", with: "")
    let rows = ["g;\"x;\(end)x\";1", "h;y;1", "k;z;2", "g;\"x;\(end)x\";3"]
    let text = (["nhóm;khóa;số"] + rows).joined(separator: end) + (end == ending ? "" : end)
    let read = Records.read("d/a.csv", piece: piece)
    let keeping = read.replacing("piece_records:", with: "keep_bytes: true, piece_records:")
    #expect(keeping != read)
    let again = try await run(Records(read + Self.unique, ["d/a.csv": text])).0
    for width in [1, 2, 7] {
      let kept = try await run(Records(keeping + Self.unique, ["d/a.csv": text]), width: width).0
      #expect(kept.whole == again.whole)
      #expect(kept["office/rejected/a.csv"]?.hasSuffix("3\(end)") == true, "even where the file ends without")
    }
  }
  @Test func `bytes that are no text are kept as they are`() async throws {
    let bytes: [UInt8] = Array("h\n".utf8) + [0xFF, 59, 0xC3, 0xFE, 10] + Array("a;b;1\n".utf8)
    let folder = try TemporaryFolder()
    let records = Records(Records.read("a.csv") + Self.unique, bytes: ["a.csv": bytes])
    let report = try await records.runner().run(into: .folder(folder.path))
    #expect(report.failure == nil)
    #expect(try folder.bytes("office/rejected/a.csv") == Array(bytes.prefix(7)))
    let reasons = try folder.read("office/rejected/a.reasons.csv")
    #expect(reasons == Self.head + "1,2,read,records.fields,,không đủ ô,2 fields\r\n")
    #expect(try folder.list() == ["office", "provenance.json"])
    #expect(try folder.list("office/rejected") == ["a.csv", "a.reasons.csv"])
  }
  @Test func `rows are laid out by a column, also where a name cannot be one of a folder`() async throws {
    let rows = ["../x;k;1", "../x;k;2", "Cà Mau;k;3", ";k;4", "short", "a/b;k;5"]
    let text = "h\n" + rows.joined(separator: "\n") + "\n"
    let step =
      "  - { use: rows.unique, with: { keys: [key] }, expect: { min_rows: 0 } }\n  - { use: rows.write }\n"
    let (output, _) = try await run(
      Records(Records.read("a.csv") + step, head: "quarantine: { by: group }", ["a.csv": text]))
    let found = output.paths.filter { $0.hasSuffix("/a.csv") }.map { "\($0)|\(output[$0] ?? "")" }
    #expect(
      found
        == [
          "office/rejected/Cà Mau/a.csv|h\nCà Mau;k;3\n",
          "office/rejected/_2E._2Fx/a.csv|h\n../x;k;1\n../x;k;2\n",
          "office/rejected/_khong-ro/a.csv|h\n;k;4\nshort\n", "office/rejected/a_2Fb/a.csv|h\na/b;k;5\n",
        ].sorted())
  }
  @Test func `files of one name are told apart by their folders`() async throws {
    let text = "h\na;k;1\na;k;2\n"
    let (output, _) = try await run(
      Records(
        Records.read("x/a.csv, y/a.csv, b.txt") + Self.unique,
        ["x/a.csv": text, "y/a.csv": text, "b.txt": text]))
    #expect(
      output.paths.filter { $0.hasPrefix("office/rejected") } == [
        "office/rejected/b.csv", "office/rejected/b.reasons.csv", "office/rejected/x__a.csv.csv",
        "office/rejected/x__a.csv.reasons.csv", "office/rejected/y__a.csv.csv",
        "office/rejected/y__a.csv.reasons.csv",
      ])
  }
  @Test(arguments: [
    ("xã 1", "xã 1"), ("a.b", "a.b"), (".a", "_2Ea"), ("a.", "a_2E"), ("a..", "a._2E"), (" a ", "_20a_20"),
    ("a_b", "a_5Fb"), ("a/b\\c:d", "a_2Fb_5Cc_3Ad"), ("\u{7}", "_07"), ("ế", "ế"), ("e\u{301}", "e\u{301}"),
    ("01-A", "01-A"), ("🏠", "_F0_9F_8F_A0"),
  ]) func `a text becomes a safe name`(_ text: String, _ name: String) {
    #expect(QuarantineNames.safe(text) == name)
  }
  @Test func `long texts become names that fit, and stay apart`() {
    let (one, other) = (String(repeating: "ế", count: 300), String(repeating: "ế", count: 301))
    #expect(QuarantineNames.safe(one).utf8.count < 120)
    #expect(QuarantineNames.safe(one) != QuarantineNames.safe(other))
    #expect(QuarantineNames.folder(of: "") == "_" && QuarantineNames.folder(of: nil) == "_khong-ro")
  }

  /// Every row is rejected, half of them twice.
  static let bad = Records(
    Records.read("a.csv, b.csv", piece: 7, batch: 2) + unique, head: "quarantine: { by: group }",
    ["a.csv": many(0..<90), "b.csv": many(90..<200)])
  static func many(_ range: Range<Int>) -> String {
    "h\n" + range.map { "g\($0 % 3);k\($0 / 2);\($0 % 4 < 2 ? 7 : 1000 + $0)\n" }.joined()
  }

  @Test(arguments: [1, 2, 7], [1, 2, 10, 64, 50_000])
  func `what does not fit into the memory is put aside, and nothing changes`(
    _ width: Int, _ held: Int
  ) async throws {
    let (whole, report) = try await run(Self.bad, width: 1)
    #expect(report.rejected.reduce(0) { $0 + $1.rows } == 200)
    var runner = try Self.bad.runner(width: width)
    runner.rejectionsHeld = held
    let (folder, output) = (try TemporaryFolder(), MemoryOutput())
    #expect(await runner.run(into: output.output).failure == nil)
    #expect(output.whole == whole.whole)
    #expect(await runner.run(into: .folder(folder.path)).failure == nil)
    let written = folder.tree("office/rejected")
    #expect(
      written.keys.sorted().map { "\($0)\n\(written[$0] ?? "")" }.joined()
        == whole.paths.filter { $0.contains("rejected") }.map { "\($0)\n\(whole[$0] ?? "")" }.joined())
    #expect(try folder.list() == ["office", "provenance.json"], "nothing that was put aside is left")
  }
  @Test func `parts made apart reject the same rows`() async throws {
    let steps =
      Records.read("a.csv, b.csv")
      + "  - { id: check, use: people.check, with: { column: number, at_least: 100 } }\n  - { use: people.sum, with: { by: group } }\n  - { use: rows.write }\n"
    let records = Records(
      steps, head: "quarantine: { by: group }",
      ["a.csv": Self.many(0..<90), "b.csv": "h\nx\n" + Self.many(90..<200)])
    let (whole, first) = try await run(records)
    var parts: [[UInt8]] = []
    for share in 0..<2 { parts.append(try await records.runner().partial(share, of: 2)) }
    let output = MemoryOutput()
    let report = try await records.runner().merge(parts, into: output.output)
    #expect(output.whole == whole.whole && report.whole == first.whole)
    #expect(first.findings.steps["check"]?.rowsRejected == 100)
  }
  @Test func `a run that failed leaves the rejected rows with the office`() async throws {
    let folder = try TemporaryFolder()
    let steps =
      Records.read("a.csv") + "  - { use: rows.unique, with: { keys: [key] } }\n  - { use: rows.write }\n"
    let report = try await Records(steps, ["a.csv": "h\na;k;1\na;k;2\n"]).runner().run(
      into: .folder(folder.path))
    #expect(report.failure?.cause == .data)
    #expect(try folder.read("office/rejected/a.csv") == "h\na;k;1\na;k;2\n")
    #expect(try folder.list() == ["office"])
  }
  @Test func `whatever fails while rows are put aside or written, what was published stays whole`()
    async throws
  {
    let folder = try TemporaryFolder()
    let steps = Records.read("a.csv") + "  - { use: rows.write }\n  - { use: text.publish, from: [] }\n"
    func runner(_ more: Bool) throws -> Runner {
      let files = ["a.csv": more ? Self.many(0..<40) : "h\na;b;1\n", "b.csv": Self.many(90..<99)]
      let text =
        more ? Self.bad.text + "  - { use: text.publish, from: [] }\n" : "pipeline: t\nsteps:\n" + steps
      var records = Records("", files)
      records.text = text
      let checked = try checkPipeline(
        "p.yaml", stages: recordStages + [PublishText.self], files: records.project)
      var runner = Runner(checked, files: records.project, width: 2)
      runner.rejectionsHeld = 6
      return runner
    }
    #expect(try await runner(false).run(into: .folder(folder.path)).failure == nil)
    let old = folder.tree("")
    var failures = 0
    for call in 1... {
      let copy = try TemporaryFolder(old.reduce(into: [:]) { $0[String($1.key.dropFirst())] = $1.value })
      let disk = FailingDisk(failingAt: call, dies: false)
      let report = try await runner(true).run(into: .folder(copy.path, disk.system))
      let found = copy.tree("")
      #expect(found["/public/index.html"] == "a")
      if report.failure == nil {
        #expect(found["/office/rejected/g1/b.csv"] != nil)
        break
      }
      failures += 1
      #expect(found["/provenance.json"] == old["/provenance.json"], "call \(call)")
      // Half of the rejected rows would be taken for all.
      let rows = found.filter { $0.key.hasPrefix("/office/rejected") && $0.key.hasSuffix(".reasons.csv") }
      #expect([0, 6].contains(rows.count), "call \(call)")
      #expect(try copy.list().allSatisfy { !$0.hasPrefix(".") }, "call \(call)")
    }
    #expect(failures > 20)
  }
  @Test func `a sink may not write where rejected rows are`() async throws {
    let steps = Records.read("a.csv") + "  - { use: rows.write, with: { file: rejected/x.txt } }\n"
    let folder = try TemporaryFolder()
    let report = try await Records(steps, ["a.csv": "h\na;b;1\n"]).runner().run(into: .folder(folder.path))
    #expect(report.failure?.message.en == "'rejected/x.txt' is written by the program itself")
  }
  @Test func `a column that no step gives is refused`() {
    #expect {
      _ = try Records(Records.read("a.csv") + Self.unique, head: "quarantine: { by: grop }", [:]).runner()
    } throws: { error in
      (error as? Diagnostics)?.all.map {
        "\($0.code.rawValue) \($0.range?.start.line ?? 0) \($0.hint?.en ?? "")"
      } == [
        "pipeline.quarantine 2 did you mean 'group'?"
      ]
    }
  }
}

/// A stage gives every row that it does not reject, unless it says that it filters.
@Suite struct BalanceTests {
  private func run(_ fault: String) async throws -> RunReport {
    let steps =
      Records.read("a.csv")
      + "  - { id: lose, use: rows.lose, with: { fault: \(fault) } }\n  - { use: rows.write }\n"
    return try await Records(steps, ["a.csv": "h\na;b;1\na;c;2\na;d;3\nx\n"]).runner().run(
      into: MemoryOutput().output)
  }
  @Test(arguments: [
    ("drops", "3 rows in, 2 kept, 0 rejected"), ("twice", "3 rows in, 6 kept, 0 rejected"),
    ("keeps_rejected", "3 rows in, 3 kept, 1 rejected"),
  ]) func `a stage that does not add up is named`(_ fault: String, _ sum: String) async throws {
    #expect(
      try await run(fault).failure?.message.en
        == "the stage 'rows.lose' (step 'lose') does not add up: \(sum)")
  }
  @Test func `what was read is what was kept, rejected and left out`() async throws {
    let report = try await run("filters")
    #expect(report.failure == nil)
    let sums = report.steps.prefix(2).map { [$0.rowsIn, $0.rowsOut, $0.rowsRejected, $0.rowsDropped] }
    #expect(sums == [[4, 3, 1, 0], [3, 2, 0, 1]])
  }
}
