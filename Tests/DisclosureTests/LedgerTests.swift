import Diagnostics
import Figures
import StageKit
import Tables
import Testing

@testable import Disclosure

/// The changes of figures, a text each.
private func changes(_ release: Release) -> [String] {
  (release.table.changes()?.figures ?? []).map {
    "\($0.figure) \($0.kind) \($0.old ?? "-") \($0.new ?? "-")"
  }
}

/// The record of what was published, and what changed since.
@Suite struct LedgerTests {
  static let figures = [
    figure("poor", .amount(2890), id: "a"),
    figure("poor_rate", .printed(FixedPoint(units: 90, scale: 2)), id: "b"),
    figure("poor_rate", .ratio(numerator: 52, denominator: 2251), group: "ethnicity:x", id: "c"),
    figure("deprived_water", .amount(3), id: "d"),
    figure("poor", nil, group: "all", status: .notReported, id: "e", unit: "94"),
  ]
  static let entry = """
    {"figure":"a","value":"2890","status":"value","ground":"Luật 104/2016","edition":"2025-02.1"}
    {"figure":"b","value":"0.90%","status":"value","ground":"Luật 104/2016","edition":"2025-02.1"}
    {"figure":"c","value":"52/2251","status":"value","ground":"đã đăng báo","edition":"2025-02.1"}
    {"figure":"d","value":null,"status":"withheld","ground":null,"edition":"2025-02.1"}
    {"figure":"e","value":null,"status":"not_reported","ground":"Luật 104/2016","edition":"2025-02.1"}

    """

  @Test func `an entry has a line for every figure, with value, ground and edition`() throws {
    let table = try release([Self.figures]).table
    #expect(String(decoding: table.ledgerEntry, as: UTF8.self) == Self.entry)
  }
  @Test func `the bytes of an entry do not depend on the order of what comes in`() throws {
    let dealt = [
      [Self.figures.reversed()], [Array(Self.figures[3...]), Array(Self.figures[..<3])],
      Self.figures.map { [$0] }, Self.figures.reversed().map { [$0] },
    ]
    for tables in dealt {
      let table = try release(tables).table
      #expect(String(decoding: table.ledgerEntry, as: UTF8.self) == Self.entry)
    }
  }
  @Test func `a first edition has no changes, and an equal one neither`() throws {
    #expect(try release([Self.figures]).table.changes() == nil)
    #expect(
      try release([Self.figures], edition: "2025-03.1", previous: Self.entry).table.changes()?.isEmpty == true
    )
  }
  @Test func `what changed is told from old to new, with what is new and what is gone`() throws {
    let now = [
      figure("poor", .amount(2891), id: "a"),
      figure("poor_rate", .printed(FixedPoint(units: 9, scale: 1)), id: "b"),
      figure("deprived_water", .amount(4), id: "d"), figure("poor", .amount(7), id: "e", unit: "94"),
      figure("poor", .amount(1), id: "f", unit: "95"),
    ]
    #expect(
      changes(try release([now], previous: Self.entry)) == [
        "a revised 2890 2891", "b revised 0.90% 0.9%", "c removed 52/2251 -", "e added - 7", "f added - 1",
      ])
  }
  @Test func `a value that is withheld from now on is told as gone, and nothing of it is kept`() throws {
    let before =
      "{\"figure\":\"d\",\"value\":\"3\",\"status\":\"value\",\"ground\":\"x\",\"edition\":\"1\"}\n"
    let table = try release([[figure("deprived_water", .amount(4), id: "d")]], previous: before).table
    #expect(table.changes()?.figures.map(\.kind) == [.withheld])
    #expect(table.changes()?.figures.allSatisfy { $0.old == nil && $0.new == nil } == true)
    #expect(!String(decoding: table.ledgerEntry, as: UTF8.self).contains("\"4\""))
  }
  @Test
  func `what was published once stays known to the editions after, however long it is withheld or gone`()
    throws
  {
    let first =
      "{\"figure\":\"d\",\"value\":\"3\",\"status\":\"value\",\"ground\":\"x\",\"edition\":\"1\"}\n"
      + "{\"figure\":\"x\",\"value\":\"7\",\"status\":\"value\",\"ground\":\"x\",\"edition\":\"1\"}\n"
    let now = [[figure("deprived_water", .amount(4), id: "d")]]
    let second = try release(now, previous: first)
    #expect(second.publishedBefore == ["d"])
    let entry = String(decoding: second.table.ledgerEntry, as: UTF8.self)
    #expect(
      entry == """
        {"figure":"d","value":null,"status":"withheld","ground":null,"edition":"2025-02.1","before":"3"}
        {"figure":"x","value":null,"status":"gone","before":"7"}

        """)
    let third = try release(now, previous: entry)
    #expect(third.publishedBefore == ["d"])
    #expect(third.table.changes()?.isEmpty == true, "what is gone is told once")
    #expect(String(decoding: third.table.ledgerEntry, as: UTF8.self) == entry)
  }
  @Test func `words with quotes, marks and controls come back as they were`() throws {
    let odd = "96@2004/\"poor\"\\,\u{1}\t: {dân tộc} #1 '€😀"
    let first = try release([[figure(id: odd)]]).table
    let entry = String(decoding: first.ledgerEntry, as: UTF8.self)
    #expect(try release([[figure(id: odd)]], previous: entry).table.changes()?.isEmpty == true)
    #expect(changes(try release([[]], previous: entry)) == ["\(odd) removed 2890 -"])
  }
  @Test(arguments: [
    ("{\"figure\":\"a\",\"val", 1), ("\(entry.prefix(200))\n", 3), ("{\"figure\":\"a\"}", 1),
    ("{\"value\":\"1\"}", 1),
    ("{\"figure\":\"a\",\"value\":\"1\"}\nrubbish\n", 2), ("[1, 2]", 1),
    ("{\"figure\":\"a\",\"value\":{}}", 1), ("{\"figure\":\"a\",\"value\":true}", 1),
    ("{\"figure\":null,\"value\":\"1\"}", 1), ("{\"figure\":\"a\",\"value\":\"1\"}}", 1),
    ("{\"figure\":\"a\",\"value\":\"1\",\"value\":\"2\"}", 1), ("{figure: a, value: 1}", 1),
    ("{\"figure\":\"a\",\"value\":\"1\"}\n{\"figure\":\"b\",\"value\":\"\u{1}\"}\n", 2),
    ("{\"figure\":\"a\",\"value\":\"1\",\"of\":[\"96\",\"2024\"}\n", 1),
    ("{\"figure\":\"a\",\"value\":\"1\"}\n{\"figure\":\"a\",\"value\":\"2\"}\n", 2), ("\u{0}\u{1}", 1),
  ]) func `a damaged ledger is refused with its line`(entry: String, line: Int) throws {
    let error = try #require(
      refusal { () throws(StageError) in _ = try release([Self.figures], previous: entry) })
    #expect(error.message.en == "an entry of the ledger is damaged in line \(line)")
    #expect(error.message.vi == "một mục của sổ công bố hỏng ở dòng \(line)")
    #expect(error.hint?.en == "restore the folder ledger/ from a backup")
  }
  @Test func `an empty ledger is that of an edition without figures`() throws {
    let changes = try #require(try release([Self.figures], previous: "").table.changes()?.figures)
    #expect(changes.map(\.figure) == ["a", "b", "c", "d", "e"])
    #expect(changes.allSatisfy { $0.old == nil })
  }
}
