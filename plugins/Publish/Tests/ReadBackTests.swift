import Diagnostics
import Figures
import Foundation
import Pipelines
import Publish
import StageKit
import StageTestKit
import Tables
import Testing

/// What is downloaded, read back by the plainest of readers, says the same as the figures.
@Suite struct ReadBackTests {
  /// The records of a CSV file by RFC 4180.
  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = [[""]]
    var isQuoted = false
    var characters = Array(text.unicodeScalars)[...]
    while let next = characters.popFirst() {
      let last = (records.count - 1, records[records.count - 1].count - 1)
      switch next {
      case "\"" where isQuoted && characters.first == "\"":
        _ = characters.popFirst()
        records[last.0][last.1].unicodeScalars.append("\"")
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: records[last.0].append("")
      case "\r" where !isQuoted: continue
      case "\n" where !isQuoted: records.append([""])
      default: records[last.0][last.1].unicodeScalars.append(next)
      }
    }
    return records.dropLast()
  }
  /// A table by its names of columns.
  private static func rows(_ text: String) -> [[String: String]] {
    let all = records(text)
    let names = all.first ?? []
    return all.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }
  private static func made(_ with: String = "{}", workers: Int = 2) async throws -> MemoryOutput {
    let files = ProjectFiles.memory(
      PublishTests.units.merging(["p.yaml": PublishTests.pipeline(with)]) { $1 })
    let pipeline = try checkPipeline("p.yaml", stages: PublishTests.stages, files: files)
    let output = MemoryOutput()
    _ = await Runner(pipeline, files: files, width: workers).run(into: output.output)
    return output
  }

  @Test func `CSV and JSON say the same of every figure, cell by cell`() async throws {
    let output = try await Self.made()
    for name in ["so-lieu", "thong-bao"] {
      let csv = Self.rows(try #require(output["everybody/du-lieu/\(name).csv"]))
      let text = try #require(output["everybody/du-lieu/\(name).json"])
      let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
      #expect(csv.count == json.count && !csv.isEmpty)
      for (row, object) in zip(csv, json) {
        #expect(Set(row.keys) == Set(object.keys))
        for (column, cell) in row {
          let value = try #require(object[column])
          // Missing is blank in one and null in the other, and never 0.
          if cell.isEmpty {
            #expect(value is NSNull || value as? String == "", "\(name) \(column): \(value)")
          } else if let number = value as? NSNumber, !(value is String) {
            #expect(Double(cell) == number.doubleValue, "\(name) \(column)")
          } else {
            #expect("\(value)" == cell, "\(name) \(column)")
          }
        }
      }
    }
  }
  @Test func `every record is as wide as the head, and ends as RFC 4180 wants`() async throws {
    let output = try await Self.made("{ formats: [csv] }")
    for path in output.paths where path.hasSuffix(".csv") {
      let text = try #require(output[path])
      #expect(text.hasSuffix("\r\n") && !text.hasPrefix("\u{FEFF}"))
      #expect(text.replacing("\r\n", with: "").contains("\n") == false)
      #expect(Set(Self.records(text).map(\.count)).count == 1, "\(path)")
      #expect(text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars))
    }
  }
  @Test(arguments: ["csv", "json"]) func `the package lists just the files that were written`(_ form: String)
    async throws
  {
    let output = try await Self.made("{ formats: [\(form)] }")
    let text = try #require(output["everybody/du-lieu/datapackage.json"])
    let package = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let listed = (package["resources"] as? [[String: Any]])?.compactMap { $0["path"] as? String } ?? []
    #expect(
      listed.map { "everybody/du-lieu/\($0)" }.sorted() + ["everybody/du-lieu/datapackage.json"]
        == (output.paths.filter { !$0.hasSuffix("datapackage.json") }
          + ["everybody/du-lieu/datapackage.json"]))
    #expect(listed.allSatisfy { $0.hasSuffix(".\(form)") } && !listed.isEmpty)
  }
  @Test(arguments: [1, 2, 5]) func `whatever the number of workers, the bytes are the same`(_ workers: Int)
    async throws
  {
    let (one, other) = (try await Self.made(workers: 1), try await Self.made(workers: workers))
    #expect(one.paths == other.paths)
    for path in one.paths { #expect(one[path] == other[path], "\(path)") }
  }
  @Test(
    arguments: [
      "{ formats: csv }", "{ formats: [csv, csv, tsv] }", "{ folder: '' }",
      "{ folder: Dữ-liệu }", "{ folder: a/b }", "{ folder: /a }", "{ folder: ., format: csv }",
    ])
  func `options that cannot be are refused when the pipeline is checked`(_ with: String) {
    let files = ProjectFiles.memory(
      PublishTests.units.merging(["p.yaml": PublishTests.pipeline(with)]) { $1 })
    #expect(throws: Diagnostics.self) {
      try checkPipeline("p.yaml", stages: PublishTests.stages, files: files)
    }
  }
}
