import Foundation
import Testing

/// The attacker finds what an independent audit found in tables that are known to be broken.
@Suite struct SuppressionGoldenTests {
  static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data/golden/S_suppression")
  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  private func rows(_ name: String) throws -> [[String]] {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
  private func known(_ table: String) throws -> Set<String> {
    var hidden: Set<String> = []
    for row in try rows("\(table)_cells.csv") where row[3] == "suppressed" {
      hidden.insert("\(row[1]) \(row[2])")
    }
    var attacker = Attacker<String>()
    let relations = Dictionary(grouping: try rows("\(table)_rel.csv")) { $0[0] }
    for relation in relations.values {
      attacker.equation(
        relation.map { ("\($0[2]) \($0[3])", Int($0[4]) ?? 0) }.filter { hidden.contains($0.0) })
    }
    return attacker.known()
  }
  private func exact(_ table: String) throws -> Set<String> {
    Set(
      try rows("\(table)_expected_intervals.csv").filter { $0.last == "exact" }.map { "\($0[0]) \($0[1])" })
  }

  @Test(.enabled(if: isThere, "needs ../shared"), arguments: ["S1", "S1_range5", "S1_broken"])
  func `the attacker finds the cells that an independent audit found, and no others`(table: String) throws {
    #expect(try known(table) == exact(table))
    #expect(try known(table).isEmpty == (table != "S1_broken"))
  }
}
