import Foundation
import Testing

/// Files that `simulate` writes: households and their members fit each other, whatever the form.
@Suite struct SimulatedFileTests {
  private static func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  @Test(arguments: [1, 7, 123]) func `both forms have the same cells`(_ seed: Int) throws {
    let project = try TemporaryProject()
    for what in ["households", "members"] {
      for form in ["csv", "ndjson"] {
        let line = "simulate --what \(what) --rows 30 --seed \(seed) --form \(form) --output \(what).\(form)"
        #expect(try project.run(line).status == 0)
      }
      let csv = Self.rows(try project.read("\(what).csv"))
      let lines = try project.read("\(what).ndjson").split(separator: "\n")
      #expect(csv.count == lines.count && csv.count >= 30)
      for (row, line) in zip(csv, lines) {
        let object = try #require(
          try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(Set(object.keys) == Set(row.keys))
        for (name, cell) in row {
          let value = try #require(object[name])
          let told =
            value is NSNull
            ? "" : (value as? String) ?? (value as? NSNumber).map { "\($0.int64Value)" } ?? "?"
          #expect(told == cell, "\(what) \(name)")
        }
      }
    }
  }
  @Test(arguments: [1, 2]) func `members are of the households of the same seed, as many as these say`(
    _ seed: Int
  ) throws {
    let project = try TemporaryProject()
    for (what, name) in [("households", "ho"), ("members", "nguoi")] {
      let line = "simulate --what \(what) --rows 60 --seed \(seed) --from-members --output \(name).csv"
      #expect(try project.run(line).status == 0)
    }
    let households = Self.rows(try project.read("ho.csv"))
    let members = Dictionary(grouping: Self.rows(try project.read("nguoi.csv"))) { $0["household_id"] ?? "" }
    #expect(Set(members.keys) == Set(households.compactMap { $0["household_id"] }))
    for household in households {
      let own = members[household["household_id"] ?? ""] ?? []
      #expect(String(own.count) == household["members"])
      #expect(own.compactMap { $0["member_no"] } == (1...max(own.count, 1)).map { String($0) })
      #expect(own.count { $0["relation"] == "head" } == 1)
      let lacks = (1...12).count { household["d\($0)"] == "1" }
      #expect(household["b2"] == String(10 * lacks))
    }
  }
  @Test func `a file that is there is written anew, and one that fails leaves it as it was`() throws {
    let project = try TemporaryProject(["ho.csv": "cũ\n"])
    #expect(try project.run("simulate --rows 3 --output ho.csv --quiet").status == 0)
    #expect(try !project.read("ho.csv").contains("cũ"))
    let before = try project.read("ho.csv")
    let found = try Program.run(
      ["simulate", "--rows", "20000", "--output", "ho.csv", "--lang", "en"], in: project.folder, limit: 64)
    #expect(found.status == 3 && found.err.contains("error: "), "\(found.err)")
    #expect(try project.read("ho.csv") == before)
    #expect(try project.tree(".").keys.sorted() == ["ho.csv"], "nothing half written is left")
  }
  @Test(arguments: [
    "--seed 9223372036854775808", "--seed 1.5", "--seed", "--rows 2 --rows 3", "--what member",
  ])
  func `a wrong flag is told and writes nothing`(_ flags: String) throws {
    let project = try TemporaryProject()
    let found = try project.run(
      "simulate --output a.csv \(flags.contains("--rows") ? "" : "--rows 2 ")\(flags)")
    #expect(found.status == 64 && found.err.hasPrefix("lỗi: "), "\(found.err)")
    #expect(try project.tree(".").isEmpty)
  }
}
