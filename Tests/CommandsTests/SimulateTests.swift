import Diagnostics
import Foundation
import StageKit
import Tables
import Testing

@testable import Commands

/// Stands for the stage that the command looks for by its name.
private struct FewHouseholds: SourceStage {
  static let name = "households.simulate"
  static let summary = Phrase(vi: "Vài hộ.", en: "A few households.")
  struct Options: StageOptions {
    @StageKit.Option(vi: "Số hộ.", en: "How many.", limit: .within(1...3000)) var households: Int
    @StageKit.Option(vi: "Số gốc.", en: "The seed.") var seed: Int
  }
  struct Reader: SourceReader {
    var rest: Range<Int>
    let seed: Int
    mutating func next(_ files: ProjectFiles) -> Batch? {
      guard let row = rest.popFirst() else { return nil }
      var columns = [ColumnBuilder(.text), ColumnBuilder(.int), ColumnBuilder(.bool), ColumnBuilder(.date)]
      columns[0].append(text: "hộ, \"\(row)\"".utf8)
      columns[1].append(units: row == 1 ? nil : Int64(seed + row))
      _ = columns[2].append(bool: row == 0)
      columns[3].append(units: Int64(row))
      return Batch(columns.map(\.column), count: 1)
    }
    func share(_ index: Int, of count: Int) -> Reader { self }
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ plan: inout Planning) -> Planned<Schema, Reader> {
    let schema = Schema([
      Field("name", .text, .label, sensitivity: .personal), Field("n", .int, .count),
      Field("d", .bool, .flag), Field("day", .date, .label),
    ])
    return Planned(schema, Reader(rest: 0..<options.households, seed: options.seed))
  }
}

/// Stands for the stage of members; its rows are what it was told.
private struct FewMembers: SourceStage {
  static let name = "members.simulate"
  static let summary = Phrase(vi: "Vài người.", en: "A few people.")
  struct Households: StageOptions {
    @StageKit.Option(vi: "Số hộ.", en: "How many.") var households: Int
    @StageKit.Option(vi: "Số gốc.", en: "The seed.") var seed: Int
    @StageKit.Option(vi: "Theo thành viên.", en: "By members.", default: false) var fromMembers: Bool
  }
  struct Options: StageOptions {
    @StageKit.Option(vi: "Các hộ.", en: "The households.") var households: Households
    @StageKit.Option(vi: "Dạng ngày.", en: "Form of days.") var birthDates: String
  }
  struct Reader: SourceReader {
    var told: String?
    mutating func next(_ files: ProjectFiles) -> Batch? {
      guard let text = told else { return nil }
      told = nil
      var column = ColumnBuilder(.text)
      column.append(text: text.utf8)
      return Batch([column.column], count: 1)
    }
    func share(_ index: Int, of count: Int) -> Reader { self }
  }
  private let options: Options
  init(_ options: Options) { self.options = options }
  func plan(_ plan: inout Planning) -> Planned<Schema, Reader> {
    let of = options.households
    return Planned(
      Schema([Field("told", .text, .label)]),
      Reader(told: "\(of.households) \(of.seed) \(of.fromMembers) \(options.birthDates)"))
  }
}

@Suite struct SimulateTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func simulate(_ line: String, _ stages: [any Stage.Type] = [FewHouseholds.self]) async -> Outcome {
    let recorded = RecordedConsole()
    let words = ("simulate \(line)").split(separator: " ").map(String.init)
    let status = await Command(stages: stages).run(words, console: recorded.console)
    return Outcome(status: status, out: recorded.out, err: recorded.err)
  }

  @Test func `a CSV file is written`() async throws {
    let found = await simulate("--rows 2 --seed 40 --output \(folder.path)/h.csv --lang vi")
    #expect(found.status == 0 && found.err.isEmpty)
    #expect(found.out == "đã ghi 2 hộ vào \(folder.path)/h.csv\n")
    #expect(
      try folder.read("h.csv")
        == "name,n,d,day\n\"hộ, \"\"0\"\"\",40,1,1970-01-01\n\"hộ, \"\"1\"\"\",,0,1970-01-02\n")
  }
  @Test func `an NDJSON file is written`() async throws {
    let found = await simulate("--rows 2 --output \(folder.path)/h.ndjson --form ndjson --format json")
    #expect(found.status == 0 && found.err.isEmpty)
    #expect(found.out == "{\"wrote\": \"\(folder.path)/h.ndjson\", \"rows\": 2}\n")
    #expect(
      try folder.read("h.ndjson") == """
        {"name":"hộ, \\"0\\"","n":1,"d":true,"day":"1970-01-01"}
        {"name":"hộ, \\"1\\"","n":null,"d":false,"day":"1970-01-02"}

        """)
  }
  @Test(arguments: [("", "5 -3 false text"), ("--from-members ", "5 -3 true text")])
  func `members are written by their own stage`(_ flag: String, _ told: String) async throws {
    let line = "--what members --rows 5 --seed=-3 \(flag)--output \(folder.path)/m.csv"
    let found = await simulate("\(line) --lang en", [FewMembers.self])
    #expect(found.status == 0 && found.err.isEmpty)
    #expect(found.out == "wrote the members of 5 households to \(folder.path)/m.csv\n")
    #expect(try folder.read("m.csv") == "told\n\(told)\n")
    let json = await simulate("\(line) --form ndjson --format json", [FewMembers.self])
    #expect(json.out == "{\"wrote\": \"\(folder.path)/m.csv\", \"households\": 5}\n")
    #expect(try folder.read("m.csv") == "{\"told\":\"\(told)\"}\n")
  }
  @Test func `a longer file has every row once, in order`() async throws {
    let found = await simulate("--rows 3000 --output \(folder.path)/h.csv --quiet")
    #expect(found.status == 0 && found.out.isEmpty)
    let lines = try folder.read("h.csv").split(separator: "\n")
    #expect(lines.count == 3001 && lines.last?.contains("\"\"2999\"\"") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["h.csv"])
  }
  @Test(arguments: ["0", "-1", "1000000001", "x", "1.5"]) func `a number of rows is refused`(_ rows: String)
    async
  {
    #expect(await simulate("--rows \(rows) --output \(folder.path)/h.csv").status == 64)
  }
  @Test func `a file that cannot be written is a failure of the environment`() async {
    let found = await simulate("--rows 2 --output \(folder.path)/none/h.csv --lang en")
    #expect(found.status == 3 && found.err.contains("cannot write '\(folder.path)/none/h.csv.part'"))
  }
  @Test func `a program without the stage says so`() async {
    let found = await simulate("--rows 2 --output \(folder.path)/h.csv --lang en", [])
    #expect(found.status == 64 && found.err.contains("this program has no stage 'households.simulate'"))
    let members = await simulate("--what members --rows 2 --output \(folder.path)/h.csv --lang en")
    #expect(members.status == 64 && members.err.contains("this program has no stage 'members.simulate'"))
  }
}
