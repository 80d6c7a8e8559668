import Diagnostics
import StageTestKit
import Testing

/// What holds of `rows.join` whatever the tables, and every option written wrongly.
@Suite struct JoinLawTests {
  private static func join(_ options: String) -> String {
    step("rows.join", options).replacing("from: in", with: "from: { table: in, lookup: side }")
  }
  private static func rows(_ count: Int, _ seed: UInt64, keys: [String]) -> [[String]] {
    var random = SeededRandom(seed)
    return (0..<count).map { ["\($0)", random.one(keys), random.one(["1", "2", ""])] }
  }
  private static let keys = ["00001", "00002", "00009", "", "ấ", "1", "2", "001"]
  private static let side = [["00001", "Một"], ["00002", ""], ["ấ", "?"], ["1", "!"], ["x", "không ai"]]

  @Test func `the order of the table that is looked into changes nothing`() async throws {
    let input = give("in", "n: int, k: text, m: int", Self.rows(60, 1, keys: Self.keys))
    var random = SeededRandom(3)
    let first = try await outcome(
      input + give("side", "k: text, name: text", Self.side) + Self.join("on: [k], unmatched: keep"))
    for _ in 0..<5 {
      let shuffled = give("side", "k: text, name: text", Self.side.shuffled(using: &random))
      #expect(try await outcome(input + shuffled + Self.join("on: [k], unmatched: keep")) == first)
    }
  }
  @Test func `rejected, kept and dropped are three ways with the same rows`() async throws {
    let input =
      give("in", "n: int, k: text, m: int", Self.rows(80, 2, keys: Self.keys))
      + give("side", "k: text, name: text", Self.side)
    func found(_ way: String) async throws -> Outcome {
      try await outcome(input + Self.join("on: [k], unmatched: \(way)"), workers: 3, batchRows: 9)
    }
    let (reject, keep, drop) = (try await found("reject"), try await found("keep"), try await found("drop"))
    #expect(reject.rows == drop.rows && reject.rows.count < keep.rows.count)
    #expect(Set(reject.rows).isSubset(of: Set(keep.rows)))
    #expect(reject.findings == keep.findings && drop.findings == [])
    #expect(keep.column(0) == (0..<80).map(String.init))
    #expect(reject.balance[2] == drop.balance[3] && reject.balance[2] == keep.findings.count)
    #expect(keep.phrases.allSatisfy { $0.vi != $0.en })
    // Every key that is told is told in both languages.
    #expect(Set(keep.phrases.map(\.vi)).count == Set(keep.phrases.map(\.en)).count)
  }
  @Test func `what is looked up is missing for the reason it is missing there`() async throws {
    let found = try await outcome(
      give("in", "n: int, k: text", [["1", "00002"], ["2", "ấ"], ["3", "1"], ["4", "00001"]])
        + give("side", "k: text, name: text", Self.side) + Self.join("on: [k]"))
    #expect(
      found.rows == [
        "1 | 00002 | (blank)", "2 | ấ | (notApplicable)", "3 | 1 | (notReported)", "4 | 00001 | Một",
      ])
  }
  /// A code is a text: neither a number, nor without its leading zeros, nor a name.
  @Test(arguments: ["1", "01", "0001", " 00001", "00001 ", "00001\u{A0}", "１", "A\u{302}\u{301}m"])
  func `a key is found letter by letter`(_ key: String) async throws {
    let found = try await outcome(
      give("in", "k: text", [[key]]) + give("side", "k: text, name: text", [["00001", "a"], ["Ấm", "b"]])
        + Self.join("on: [k]"))
    #expect(found.rows == [] && found.findings == ["a.csv:2 join.unmatched k"])
  }
  @Test func `a row that lacks one column of a key is looked up by none`() async throws {
    let side = [["a", "1", "x"], ["a", "2", "y"], ["b", "1", "z"]]
    let rows = [["a", "1"], ["a", ""], ["", "1"], ["", ""], ["b", "1"], ["b", "2"], ["?", "1"]]
    let found = try await outcome(
      give("in", "k: text, l: int", rows) + give("side", "k: text, l: int, v: text", side)
        + Self.join("on: [k, l], unmatched: keep"))
    #expect(found.column(2) == ["x", "-", "-", "-", "z", "-", "-"])
    #expect(found.findings.map { $0.prefix(7) } == [3, 4, 5, 7, 8].map { "a.csv:\($0)" })
  }
  @Test func `an empty table has no key, and no rows have none to look up`() async throws {
    let empty = give("side", "k: text, name: text", [])
    let found = try await outcome(
      give("in", "k: text", [["a"], [""]]) + empty + Self.join("on: [k], unmatched: keep"))
    #expect(found.rows == ["a | (notReported)", "(blank) | (notReported)"] && found.findings.count == 2)
    let none = try await outcome(give("in", "k: text", []) + empty + Self.join("on: [k]"))
    #expect(none.rows.isEmpty && none.failure == nil && none.balance == [0, 0, 0, 0])
  }
  @Test func `the largest and least numbers are keys like others`() async throws {
    let numbers = ["9223372036854775807", "-9223372036854775808", "0", "-1"]
    let found = try await outcome(
      give("in", "k: int", numbers.map { [$0] })
        + give("side", "k: int, v: text", numbers.reversed().enumerated().map { [$1, "v\($0)"] })
        + Self.join("on: [k]"))
    #expect(found.column(1) == ["v3", "v2", "v1", "v0"])
  }
  @Test func `two joins in either order give the same columns' cells`() async throws {
    let start =
      give("in", "n: int, k: text, m: int", Self.rows(50, 9, keys: Self.keys))
      + give("one", "k: text, name: text", Self.side)
      + give("two", "m: int, size: text", [["1", "nhỏ"], ["2", "to"]])
    func both(_ first: String, _ second: String, _ keys: (String, String)) async throws -> [[String]] {
      let found = try await outcome(
        start
          + "  - { id: j, use: rows.join, from: { table: in, lookup: \(first) }, with: { on: [\(keys.0)], unmatched: drop } }\n"
          + "  - { id: k, use: rows.join, from: { table: j, lookup: \(second) }, with: { on: [\(keys.1)], unmatched: drop } }\n"
          + step("rows.derive", "keep: [n, k, m, name, size]", from: "k"))
      return found.cells
    }
    let one = try await both("one", "two", ("k", "m"))
    #expect(try await both("two", "one", ("m", "k")) == one && !one.isEmpty)
  }

  // MARK: Mistakes

  private static let types = ["text", "int", "decimal", "bool", "date"]
  @Test(arguments: types, types) func `a key of one type is not looked up in one of another`(
    _ here: String, _ there: String
  ) {
    let found = mistakes(
      give("in", "k: \(here)", []) + give("side", "k: \(there), v: text", []) + Self.join("on: [k]"))
    #expect(found.isEmpty == (here == there))
    #expect(found.count <= 1 && found.allSatisfy { $0.message.vi != $0.message.en && $0.range != nil })
  }
  @Test(
    arguments: [
      ("on: []", "join.on-nothing"), ("on: {}", "join.on-nothing"), ("on: [k], columns: [n]", "join.exists"),
      ("on: [k], columns: [v, v]", "join.exists"), ("on: [k], prefix: m", "join.exists"),
      ("on: k", "options.value"), ("on: [k], unmatched: lose", "options.value"),
      ("on: [k], columns: v", "options.value"), ("on: [k], prefix: [a]", "options.value"),
      ("on: [k], colums: [v]", "options.unknown"), ("columns: [v]", "options.missing"),
    ]) func `a wrong option has its code and words in both languages`(_ options: String, _ code: String)
  {
    let found = mistakes(
      give("in", "k: text, n: int, mv: int, mn: int", [])
        + give("side", "k: text, v: text, n: int", []) + Self.join(options))
    #expect(found.contains { $0.code.rawValue == code }, "\(found.map { "\($0.code) \($0.message.en)" })")
    #expect(found.allSatisfy { $0.message.vi != $0.message.en && $0.range?.file == "p.yaml" })
  }
}
