import Foundation
import StageKit
import StageTestKit
import Testing

/// Expressions over random rows, against what a reader of SQL says of each row alone.
@Suite struct DeriveTwinTests {
  /// A row as it is meant.
  struct Row: Sendable {
    var a: Int?
    var b: Int?
    var p: Bool?
    var t: String?
    var cells: [String] {
      [a.map(String.init) ?? "", b.map(String.init) ?? "", p.map { $0 ? "1" : "0" } ?? "", t ?? ""]
    }
  }
  struct Meaning: CustomTestStringConvertible, Sendable {
    let text: String
    let says: @Sendable (Row) -> String?
    var testDescription: String { text }
    /// A number or a text.
    static func value<T>(_ text: String, _ says: @escaping @Sendable (Row) -> T?) -> Meaning {
      Meaning(text: text) { says($0).map { "\($0)" } }
    }
    /// Yes or no.
    static func answer(_ text: String, _ says: @escaping @Sendable (Row) -> Bool?) -> Meaning {
      Meaning(text: text) { says($0).map { $0 ? "có" : "không" } }
    }
  }
  private static func both<T>(_ row: Row, _ say: (Int, Int) -> T) -> T? {
    guard let a = row.a, let b = row.b else { return nil }
    return say(a, b)
  }
  /// AND and OR of three values.
  private static func and(_ x: Bool?, _ y: Bool?) -> Bool? {
    if x == false || y == false { return false }
    return x == nil || y == nil ? nil : true
  }
  private static func or(_ x: Bool?, _ y: Bool?) -> Bool? { and(x.map { !$0 }, y.map { !$0 }).map { !$0 } }

  static let meanings: [Meaning] = [
    .value("a + b * 2") { both($0) { $0 + $1 * 2 } }, .value("(a - b) * 3") { both($0) { ($0 - $1) * 3 } },
    .value("-a") { $0.a.map { -$0 } }, .value("abs(a)") { $0.a.map { abs($0) } },
    .value("min(a, b, 2)") { both($0) { min($0, $1, 2) } },
    .value("max(a, b, 2)") { both($0) { max($0, $1, 2) } },
    .value("mod(a, b)") { row in row.b == 0 ? nil : both(row) { $0 % $1 } },
    .value("coalesce(a, b, 77)") { $0.a ?? $0.b ?? 77 },
    .value("coalesce(a, 0) + coalesce(b, 0)") { ($0.a ?? 0) + ($0.b ?? 0) },
    .value("count_true(p, a > 0)") { row -> Int? in
      guard let p = row.p, let a = row.a else { return nil }
      return (p ? 1 : 0) + (a > 0 ? 1 : 0)
    },
    .value("CASE WHEN a > b THEN 'hơn' WHEN a = b THEN 'bằng' ELSE 'khác' END") { row -> String? in
      guard let a = row.a, let b = row.b else { return "khác" }
      return a > b ? "hơn" : a == b ? "bằng" : "khác"
    },
    .value("CASE WHEN p THEN a END") { $0.p == true ? $0.a : nil },
    .value("lower(trim(t))") { $0.t.map { $0.lowercased().trimmingCharacters(in: .whitespaces) } },
    .value("length(t)") { $0.t.map(\.count) },
    .answer("a > b AND p") { row in and(both(row, >), row.p) },
    .answer("a > b OR p") { row in or(both(row, >), row.p) }, .answer("NOT p") { $0.p.map { !$0 } },
    .answer("NOT (a < b OR NOT p)") { row in or(both(row, <), row.p.map { !$0 }).map { !$0 } },
    .answer("a BETWEEN b AND 3") { row in
      and(both(row, >=), row.a.map { $0 <= 3 })
    },
    .answer("a IN (1, 2, -3)") { $0.a.map { [1, 2, -3].contains($0) } },
    .answer("a NOT IN (1, 2)") { $0.a.map { ![1, 2].contains($0) } },
    .answer("a IS NULL OR b IS NOT NULL") { $0.a == nil || $0.b != nil },
    .answer("t = 'Xã Ấm'") { $0.t.map { $0 == "Xã Ấm" } },
    .answer("t LIKE 'Xã%'") { $0.t.map { $0.hasPrefix("Xã") } },
    .answer("a = 1 AND p IS NULL") { row in and(row.a.map { $0 == 1 }, row.p == nil) },
  ]
  private static func rows(_ seed: Int) -> [Row] {
    var random = SeededRandom(UInt64(seed))
    return (0..<90).map { _ in
      func number() -> Int? { random.next(below: 5) == 0 ? nil : random.next(below: 9) - 4 }
      let (a, b) = (number(), number())
      return Row(
        a: a, b: b, p: [nil, true, false][random.next(below: 3)],
        t: [nil, "Xã Ấm", " Xã Ấm ", "xã ấm", "Phường Mẫu"][random.next(below: 5)])
    }
  }

  @Test(arguments: meanings) func `an expression says of every row what it means`(_ meaning: Meaning)
    async throws
  {
    for seed in 1...2 {
      let rows = Self.rows(seed)
      let steps =
        give("in", "a: int, b: int, p: bool, t: text", rows.map(\.cells))
        + step("rows.derive", "columns: { x: \"\(meaning.text)\" }, keep: [x]")
      let found = try await outcome(steps, workers: 2, batchRows: 13)
      #expect(found.failure == nil && found.findings == [])
      #expect(found.column(0) == rows.map { meaning.says($0) ?? "-" })
    }
  }
  /// `x` of one step is what the same words give that stand in place of `x`.
  @Test func `a column made of a column is what one expression of both is`() async throws {
    let rows = Self.rows(3).map(\.cells)
    let input = give("in", "a: int, b: int, p: bool, t: text", rows)
    let two = try await outcome(
      input + step("rows.derive", "columns: { x: a + b, y: x * x - a, z: \"y > 3 OR p\" }, keep: [y, z]"))
    let one = try await outcome(
      input
        + step(
          "rows.derive",
          "columns: { y: (a + b) * (a + b) - a, z: \"(a + b) * (a + b) - a > 3 OR p\" }, keep: [y, z]"))
    #expect(two.rows == one.rows && two.rows.count == 90)
    let steps = """
      \(input)  - { id: first, use: rows.derive, with: { columns: { x: a + b } } }
      \(step("rows.derive", "columns: { y: x * x - a, z: \"x * x - a > 3 OR p\" }, keep: [y, z]", from: "first"))
      """
    #expect(try await outcome(steps).rows == one.rows)
  }
  @Test func `a text stays byte for byte, however its letters are composed`() async throws {
    let texts = ["Xã Ấm", "Xa\u{303} A\u{302}\u{301}m", "Huyện  Đảo\u{A0}", "'nháy'", "x"]
    let found = try await outcome(
      give("in", "t: text", texts.map { [$0] })
        + step("rows.derive", "columns: { u: t, n: name_key(t) }, drop: [t]"))
    #expect(found.column(0).map { Array($0.utf8) } == texts.map { Array($0.utf8) })
    // Two ways to write one name have one key, and another name has another.
    let keys = found.column(1)
    #expect(keys[0] == keys[1] && Set(keys).count == 4)
  }
}
