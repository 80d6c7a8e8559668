import Foundation
import Testing

@testable import Commands

/// `quarantine show` on many rejected rows: how many are shown, and which.
@Suite struct QuarantineLimitTests {
  private static let head = "\u{FEFF}record,line,step,code,column,vi,en\r\n"
  let folder: TemporaryFolder
  /// Rows of each group, by their record numbers.
  private let records: [String: [Int]]

  init() throws {
    folder = try TemporaryFolder()
    var records: [String: [Int]] = [:]
    for (group, count) in [("00001", 1), ("00002", 12), ("00003", 60)] {
      var record = 1
      records[group] = (0..<count).map { _ in
        record += 1 + record * 7 % 4
        return record
      }
      let rows = (records[group] ?? []).map { "r\($0),x\n" }.joined()
      let reasons = (records[group] ?? []).map {
        "\($0),\($0),s,rows.range,a,sai \($0),wrong \($0)\r\n"
          + ($0 % 3 == 0 ? "\($0),\($0),s,rows.pattern,b,lạ \($0),odd \($0)\r\n" : "")
      }.joined()
      let path = "\(folder.path)/office/rejected/\(group)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try Data("id,b\n\(rows)".utf8).write(to: URL(filePath: "\(path)/ho.csv"))
      try Data((Self.head + reasons).utf8).write(to: URL(filePath: "\(path)/ho.reasons.csv"))
    }
    try Data("{}".utf8).write(to: URL(filePath: "\(folder.path)/office/run.json"))
    self.records = records
  }
  private func shown(_ line: String) async throws -> [Int] {
    let found = await outcome("quarantine show \(folder.path) \(line) --format json")
    #expect(found.status == 0, "\(found.err)")
    return try found.out.split(separator: "\n").compactMap {
      let object = try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      return object?["record"] as? Int
    }
  }

  @Test(arguments: ["00001", "00002", "00003"], [1, 2, 11, 12, 13, 59, 60, 1000])
  func `the first rows are shown, as many as are asked for`(_ group: String, _ limit: Int) async throws {
    let all = try #require(records[group])
    #expect(try await shown("\(group) --limit \(limit)") == Array(all.prefix(limit)))
    let text = await outcome("quarantine show \(folder.path) \(group) --limit \(limit) --lang en").out
    let left = max(0, all.count - limit)
    #expect(text.contains("\(left) more: say --limit N") == (left > 0), "\(text.suffix(60))")
    #expect(text.matches(of: /· ho\.csv, record [0-9]+/).count == min(limit, all.count))
  }
  @Test func `a row is found by its record, with every reason and its own bytes`() async throws {
    for (group, all) in records {
      for record in all {
        let found = await outcome("quarantine show \(folder.path) \(group) --row \(record) --lang vi")
        #expect(found.status == 0)
        #expect(found.out.contains("\n  r\(record),x\n") && found.out.contains("sai \(record) [rows.range]"))
        #expect(found.out.contains("lạ \(record) [rows.pattern]") == (record % 3 == 0))
      }
    }
  }
  @Test func `the list counts rows once, whatever the number of their reasons`() async throws {
    let found = await outcome("quarantine list \(folder.path) --format json")
    for line in found.out.split(separator: "\n") {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      guard let group = object["group"] as? String, let all = records[group] else { continue }
      #expect(object["rows"] as? Int == all.count)
      let reasons = object["reasons"] as? [String: Int]
      #expect(reasons?["rows.range"] == all.count)
      #expect(reasons?["rows.pattern"] ?? 0 == all.count { $0 % 3 == 0 })
    }
  }
  @Test(arguments: ["--limit 0", "--limit -1", "--limit x", "--limit 1.5", "--row x", "--limit", "--rows 3"])
  func `a number that is none is told, and no row shown`(_ flags: String) async {
    let found = await outcome("quarantine show \(folder.path) 00002 \(flags) --lang en")
    #expect(found.status == 64 && found.out.isEmpty && found.err.hasPrefix("error: "))
  }
}
