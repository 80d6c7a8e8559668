import Diagnostics
import Foundation
import StageKit
import StageTestKit
import Testing

@testable import Pipelines

/// What a run leaves in a folder, besides what it publishes.
@Suite struct OutputFolderTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }
  private func run(_ example: Example, width: Int = 2, into folder: TemporaryFolder? = nil) async throws
    -> RunReport
  {
    try await example.runner(width: width).run(into: .folder((folder ?? self.folder).path))
  }
  private let two = "files: [index.html, so-lieu/xã.csv]"

  @Test func `a run leaves the site, the office's files, the ledger and the provenance`() async throws {
    #expect(try await run(Example(Example.pipeline(publish: two))).failure == nil)
    #expect(try folder.list() == ["ledger", "office", "provenance.json", "public"])
    #expect(
      folder.tree("public").keys.sorted() == [
        "public/index.html", "public/lan-cong-bo.json", "public/so-lieu/xã.csv",
      ])
    #expect(
      folder.tree("office").keys.sorted() == [
        "office/findings.ndjson", "office/rejected/a.reasons.csv", "office/rejected/b.reasons.csv",
        "office/rejected/c.reasons.csv", "office/rows.txt", "office/run.json",
      ])
  }
  @Test func `the provenance has what went in and what came out, with digests of the files`() async throws {
    let example = Example(Example.pipeline(publish: two))
    #expect(try await run(example).failure == nil)
    let found = try folder.json("provenance.json")
    #expect(
      found.keys.sorted() == [
        "documents", "edition", "file", "inputs", "outputs", "parameters", "pipeline", "steps", "version",
      ])
    #expect(found["pipeline"] as? String == "vi-du" && found["file"] as? String == "p.yaml")
    #expect(found["edition"] as? String == "2024.1" && found["version"] as? String == toolVersion)
    #expect(found["parameters"] as? [String: String] == ["least": "1"])
    func digests(_ key: String) -> [String] {
      (found[key] as? [[String: Any]] ?? []).map {
        "\($0["path"] ?? "") \($0["size"] ?? "") \($0["sha256"] ?? "")"
      }
    }
    func digest(_ path: String, _ bytes: [UInt8]) -> String { "\(path) \(bytes.count) \(sha256(bytes))" }
    #expect(digests("documents") == [digest("p.yaml", Array(example.text.utf8))])
    #expect(
      digests("inputs")
        == ["a.txt", "b.txt", "c.txt"].map { digest($0, Array((Example.people[$0] ?? "").utf8)) })
    #expect(
      digests("outputs") == [
        digest("index.html", try folder.bytes("public/index.html")),
        digest("rows.txt", try folder.bytes("office/rows.txt")),
        digest("so-lieu/xã.csv", try folder.bytes("public/so-lieu/xã.csv")),
      ])
    let steps = (found["steps"] as? [[String: String]])?.map { "\($0["id"] ?? "") \($0["use"] ?? "")" }
    #expect(steps?.first == "people people.read" && steps?.count == 6)
  }
  @Test func `the report has every step, with its balance`() async throws {
    #expect(try await run(Example()).failure == nil)
    let found = try folder.json("office/run.json")
    #expect(found["published"] as? Bool == true && found["failure"] is NSNull)
    #expect(found["pipeline"] as? String == "vi-du" && found["edition"] as? String == "2024.1")
    #expect((found["peak_memory_bytes"] as? Int ?? 0) > 0 && found["version"] as? String == toolVersion)
    let steps = try #require(found["steps"] as? [[String: Any]])
    #expect(steps.map { $0["kind"] as? String } == ["source", "batch", "sink", "reduce", "table", "sink"])
    let valid = steps[1]
    #expect(valid["id"] as? String == "valid" && valid["use"] as? String == "people.check")
    let rejected = (valid["findings"] as? [String: Int])?["people.range"]
    #expect(rejected == 9 && valid["read"] as? Int == 150 && valid["kept"] as? Int == 141)
    #expect(valid["rejected"] as? Int == 9 && valid["dropped"] as? Int == 0)
    #expect(steps[0]["kept"] as? Int == valid["read"] as? Int)
    #expect(steps[2]["read"] is NSNull && steps[2]["milliseconds"] is Int)
    let lines = try folder.read("office/findings.ndjson").split(separator: "\n")
    #expect(
      lines.count == 14 && lines[0].contains(#""step": "people", "code": "people.value", "file": "a.txt""#))
  }
  @Test func `a finding without a place has no file and no line`() async throws {
    let text = """
      pipeline: t
      steps:
        - { use: people.read, with: { files: [a.txt] } }
        - { use: people.sum, with: { by: commune, sum: [members] } }
        - { use: rows.write }
      """
    let example = Example(text, files: ["a.txt": "a,h,\(Int64.max),\na,h,1,\n"])
    #expect(try await run(example).failure == nil)
    let found = try folder.read("office/findings.ndjson")
    #expect(found.contains(#""file": null, "record": null, "line": null"#) && !found.contains(#""file": """#))
  }
  @Test func `the same input gives the same bytes, but for times and memory`() async throws {
    let (one, other) = (try TemporaryFolder(), try TemporaryFolder())
    #expect(try await run(Example(), width: 1, into: one).failure == nil)
    #expect(try await run(Example(), width: 7, into: other).failure == nil)
    #expect(try await run(Example(), width: 2, into: other).failure == nil, "again, over what is there")
    func all(_ folder: TemporaryFolder) -> [String: String] {
      folder.tree("").filter { $0.key != "/office/run.json" }
    }
    #expect(all(one) == all(other))
    #expect(all(one).count == 9)
  }
  @Test func `parts made apart leave the same bytes too`() async throws {
    let merged = try TemporaryFolder()
    #expect(try await run(Example()).failure == nil)
    var parts: [[UInt8]] = []
    for share in 0..<3 { parts.append(try await Example().runner().partial(share, of: 3)) }
    let report = try await Example().runner().merge(parts.reversed(), into: .folder(merged.path))
    #expect(report.failure == nil)
    #expect(
      merged.tree("").filter { $0.key != "/office/run.json" }
        == folder.tree("").filter { $0.key != "/office/run.json" })
  }

  @Test func `a failure leaves its reasons with the office, and the rest as it was`() async throws {
    #expect(try await run(Example()).failure == nil)
    let before = folder.tree("public", "ledger").merging(["p": try folder.read("provenance.json")]) { $1 }
    let report = try await run(Example(Example.pipeline(edition: "2", publish: "then: refuse")))
    #expect(report.failure?.cause == .data)
    #expect(
      folder.tree("public", "ledger").merging(["p": try folder.read("provenance.json")]) { $1 } == before)
    let found = try folder.json("office/run.json")
    #expect(found["published"] as? Bool == false && found["edition"] as? String == "2")
    #expect(found["failure"] as? [String: String] == ["vi": "thiếu dòng", "en": "rows are missing"])
    #expect((found["steps"] as? [[String: Any]])?.map { $0["id"] as? String }.last == "shown")
    #expect(try folder.read("office/findings.ndjson").split(separator: "\n").count == 14)
    #expect(try folder.list() == ["ledger", "office", "provenance.json", "public"])
  }
  @Test(arguments: ["public/anh.jpg", "public/so/a.csv", "office/thu.txt"])
  func `files of others are not touched`(_ path: String) async throws {
    try folder.write("của người khác", to: path)
    let before = folder.tree("")
    let report = try await run(Example())
    #expect(report.failure?.code == "output.foreign" && report.failure?.cause == .environment)
    #expect(report.failure?.hint?.en.contains("--output") == true)
    #expect(folder.tree("") == before)
  }
  @Test func `a public folder that is empty is nobody's`() async throws {
    try folder.write("", to: "public/a")
    try folder.remove("public/a")
    #expect(try await run(Example()).failure == nil)
  }
  @Test func `a failure of the first run leaves the office's files alone`() async throws {
    #expect(try await run(Example(Example.pipeline(publish: "then: fail"))).failure?.mayRetry == true)
    #expect(try folder.list() == ["office"])
  }
  @Test func `what the office had from the run before is gone`() async throws {
    #expect(try await run(Example()).failure == nil)
    let text = Example.pipeline().replacing(
      "{ use: rows.write }", with: "{ use: rows.write, with: { file: other.txt } }")
    #expect(try await run(Example(text)).failure == nil)
    #expect(try folder.list("office") == ["findings.ndjson", "other.txt", "rejected", "run.json"])
  }
  @Test func `a run that shows everybody nothing leaves the site as it was`() async throws {
    #expect(try await run(Example()).failure == nil)
    let before = folder.tree("public", "ledger")
    let text =
      "pipeline: t\nsteps:\n  - { use: people.read, with: { files: [a.txt] } }\n  - { use: rows.write }"
    #expect(try await run(Example(text)).failure == nil)
    #expect(folder.tree("public", "ledger") == before)
  }
}
