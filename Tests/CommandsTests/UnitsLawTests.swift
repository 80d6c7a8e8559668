import Foundation
import Testing

@testable import Commands

/// Laws of `units show` and `units history` over the register that the program brings.
@Suite struct UnitsLawTests {
  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "pipelines/units").path
  static let codes = ["10", "46", "96"]

  private func objects(_ line: String) async throws -> [[String: Any]] {
    let found = await outcome("units \(line) --units \(Self.folder) --format json")
    #expect(found.status == 0 && found.err.isEmpty, "\(line): \(found.err)")
    return try found.out.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }
  /// The ids to which a unit leads in one step.
  private func near(_ unit: [String: Any], _ key: String) -> Set<String> {
    let others = unit[key] as? [[String: Any]] ?? []
    return Set(others.filter { $0["steps"] as? Int ?? 1 == 1 }.compactMap { $0["id"] as? String })
  }

  @Test(arguments: codes) func `what a unit became says that it came from that unit`(_ code: String)
    async throws
  {
    for version in try await objects("history \(code)") {
      let id = try #require(version["id"] as? String)
      for (there, back) in [("after", "before"), ("before", "after")] {
        for other in near(version, there) {
          let history = try await objects("history \(other.prefix { $0 != "@" })")
          let found = try #require(history.first { $0["id"] as? String == other })
          #expect(near(found, back).contains(id), "\(id) \(there) \(other)")
        }
      }
    }
  }
  @Test(arguments: codes) func `versions of one code follow one another, and show tells each as history does`(
    _ code: String
  ) async throws {
    let versions = try await objects("history \(code)")
    #expect(!versions.isEmpty)
    var last = ""
    for version in versions {
      let (id, from) = (version["id"] as? String ?? "", version["valid_from"] as? String ?? "")
      #expect(id == "\(code)@\(from)" && from >= last, "\(id)")
      last = version["valid_to"] as? String ?? "9999-12-31"
      #expect(from < last)
      let shown = try #require(try await objects("show \(id)").first)
      for key in ["id", "code", "name", "type", "level", "valid_from"] {
        #expect(shown[key] as? String == version[key] as? String, "\(id) \(key)")
      }
      #expect(near(shown, "predecessors") == near(version, "before"), "\(id)")
      #expect(near(shown, "successors") == near(version, "after"), "\(id)")
    }
  }
  @Test(arguments: ["2004-08-31", "2025-06-30", "01/07/2025"])
  func `on a day a code is the version that is valid on it`(_ day: String) async throws {
    let iso = day.contains("/") ? day.split(separator: "/").reversed().joined(separator: "-") : day
    for code in Self.codes {
      let versions = try await objects("history \(code)")
      let isThere = versions.contains {
        ($0["valid_from"] as? String ?? "9999") <= iso && iso < $0["valid_to"] as? String ?? "9999"
      }
      guard isThere else {
        #expect(await outcome("units show \(code) --on \(day) --units \(Self.folder)").status == 1)
        continue
      }
      let shown = try #require(try await objects("show \(code) --on \(day)").first)
      let (from, to) = (shown["valid_from"] as? String ?? "", shown["valid_to"] as? String ?? "9999")
      #expect(from <= iso && iso < to, "\(code) on \(day)")
      #expect(shown["on"] as? String == iso)
      let words = await outcome("units show \(code) --on \(day) --units \(Self.folder) --lang vi").out
      #expect(words.contains(shown["name"] as? String ?? "?"))
    }
  }
}
