import Diagnostics
import StageKit
import StageTestKit
import Tables
import Testing

/// Every option of `rows.derive` written wrongly, and what its columns are where it is right.
@Suite struct DeriveOptionTests {
  static let input = give(
    "in",
    "id: text code personal, xa: text code public, n: int count, m: decimal amount đồng, b: bool, d: date, r: decimal rate",
    [["h1", "x1", "1", "2.50", "1", "2024-01-02", "5"]])
  private func derived(_ options: String) throws -> Schema {
    try planned(Self.input + step("rows.derive", options))
  }

  @Test(
    arguments: [
      ("keep: [id], drop: [n]", ["derive.keep-and-drop"]), ("columns: { '': n }", ["derive.name"]),
      ("columns: { n: n + 1 }", ["derive.exists"]),
      ("columns: { n: n + 1 }, replace: false", ["derive.exists"]),
      ("columns: { a: n, id: n, xa: n }", ["derive.exists", "derive.exists"]),
      ("keep: [id, n, id]", ["derive.repeated"]), ("drop: [n, n]", ["derive.repeated"]),
      ("columns: { x: { expression: r, role: count } }", ["derive.rate"]),
      ("columns: { x: { expression: r, role: amount } }", ["derive.rate"]),
      ("columns: { x: { expression: r, role: weight } }", ["derive.rate"]),
      ("columns: { x: { expression: 'rate(n, m)', role: amount } }", ["derive.rate"]),
      ("columns: { x: { expression: n, decimals: -1 } }", ["derive.decimals"]),
      ("columns: { x: { expression: n, decimals: 19 } }", ["derive.decimals"]),
      ("columns: { x: { expression: n, decimals: 9223372036854775807 } }", ["derive.decimals"]),
      ("columns: { x: { expression: xa, decimals: 0 } }", ["derive.decimals"]),
      ("columns: { x: { expression: b, decimals: 1 } }", ["derive.decimals"]),
      ("columns: { x: { expression: d, decimals: 1 } }", ["derive.decimals"]),
      ("columns: { x: { expression: id, sensitivity: public } }", ["derive.sensitivity"]),
      ("columns: { x: { expression: id, sensitivity: protected } }", ["derive.sensitivity"]),
      ("columns: { x: { expression: n, sensitivity: public } }", ["derive.sensitivity"]),
      ("columns: { x: { expression: \"xa = id\", sensitivity: protected } }", ["derive.sensitivity"]),
      ("columns: { x: { expression: id, sensitivity: secret } }", ["options.value"]),
      ("columns: { x: { expression: n, role: number } }", ["options.value"]),
      ("columns: { x: { role: count } }", ["options.missing"]),
      ("columns: { x: { expression: n, places: 2 } }", ["options.unknown"]),
      ("columns: { x: [n] }", ["options.value"]), ("columns: [n]", ["options.value"]),
      ("keep: id", ["options.value"]), ("drop: { id: n }", ["options.value"]),
      ("columns: { x: n }, replace: yes please", ["options.value"]),
      ("keep: [nn]", ["expression.column"]), ("drop: [nn]", ["expression.column"]),
      ("columns: { x: nn + 1 }", ["expression.column"]),
    ]) func `a wrong option has its code, its place and words in both languages`(
      _ options: String, _ codes: [String]
    )
  {
    let found = mistakes(Self.input + step("rows.derive", options))
    let shown = found.map(\.code.rawValue).map { $0.hasSuffix("column") ? "expression.column" : $0 }
    #expect(shown == codes, "\(found.map(\.message.en))")
    for one in found {
      #expect(one.message.vi != one.message.en && one.range?.file == "p.yaml")
    }
  }
  @Test(arguments: ["xa", "b", "d"], ["count", "amount", "weight"])
  func `what is no number is no count, amount or weight`(_ column: String, _ role: String) {
    let options = "columns: { x: { expression: \(column), role: \(role) } }"
    #expect(mistakes(Self.input + step("rows.derive", options)).map(\.code) == ["derive.role"])
  }
  @Test(arguments: ["n", "m", "n + m", "n * n"], ["count", "amount", "weight", "code", "label"])
  func `a number may be any of them`(_ expression: String, _ role: String) throws {
    let schema = try derived("columns: { x: { expression: \(expression), role: \(role) } }")
    let roles: [String: Role] = [
      "count": .count, "amount": .amount, "weight": .weight, "code": .code, "label": .label,
    ]
    #expect(schema["x"]?.role == roles[role])
  }
  /// What is asked for is had where it guards as much as every column that is used.
  @Test(arguments: ["id", "xa", "n"], ["personal", "protected", "public"])
  func `a column is never less guarded than what it is made of`(_ source: String, _ asked: String) throws {
    let order = ["public", "protected", "personal"]
    let own = ["id": "personal", "xa": "public", "n": "protected"][source] ?? ""
    let text =
      Self.input
      + step("rows.derive", "columns: { x: { expression: \(source) IS NULL, sensitivity: \(asked) } }")
    let isLess = (order.firstIndex(of: asked) ?? 0) < (order.firstIndex(of: own) ?? 0)
    #expect(mistakes(text).map(\.code) == (isLess ? ["derive.sensitivity"] : []))
    if !isLess { #expect("\(try planned(text)["x"]?.sensitivity ?? .public)" == asked) }
  }
  @Test(arguments: 0...18) func `any number of places from 0 to 18 is had`(_ places: Int) throws {
    let schema = try derived("columns: { x: { expression: m, decimals: \(places) } }")
    #expect(schema["x"]?.type == (places == 0 ? .int : .decimal(scale: places)))
    #expect(schema["x"]?.role == .amount && schema["x"]?.unit == "đồng")
  }
  @Test func `a renamed column is the old one under another name`() async throws {
    let names = ["id", "xa", "n", "m", "b", "d", "r"]
    let renamed = names.map { "moi_\($0): \($0)" }.joined(separator: ", ")
    let text =
      Self.input.replacing("]] }", with: "], ['?', '!', '?', '!', '?', '!', '?']] }")
      + step("rows.derive", "columns: { \(renamed) }, drop: [\(names.joined(separator: ", "))]")
    let (before, after) = (try derived("columns: { x: n }"), try planned(text))
    #expect(after.names == names.map { "moi_\($0)" })
    for name in names {
      let (old, new) = (before[name], after["moi_\(name)"])
      #expect(old?.type == new?.type && old?.unit == new?.unit)
      #expect(old?.sensitivity == new?.sensitivity && old?.role == new?.role)
    }
    #expect(
      try await outcome(text).rows == [
        "h1 | x1 | 1 | 2.50 | có | 2024-01-02 | 5.00",
        "(notApplicable) | (notReported) | (notApplicable) | (notReported) | (notApplicable) | (notReported) | (notApplicable)",
      ])
  }
  @Test func `what is made anew may be made of itself`() async throws {
    let found = try await outcome(
      Self.input + step("rows.derive", "columns: { n: n + 1, m: n * m }, replace: true, keep: [n, m]"))
    #expect(found.rows == ["2 | 5.00"])
  }
  @Test func `no rows give no rows, and the columns all the same`() async throws {
    let none = give("in", "n: int", []) + step("rows.derive", "columns: { x: n + 1 }")
    let found = try await outcome(none)
    #expect(found.failure == nil && found.rows.isEmpty && found.balance == [0, 0, 0, 0])
    #expect(try planned(none).names == ["n", "x"])
  }
}
