import Testing

/// Every kind of rule, of rows that pass, that fail and that have nothing to look at.
@Suite struct RuleKindTests {
  @Test(
    arguments: [
      // Required.
      (
        "a: int", "1\n\n!\n-\n", "- { id: R, column: a, required: true }",
        ["2 required a", "3 required a", "4 required a"]
      ),
      ("a: text", "x\n\n", "- { id: R, column: a, required: true }", ["2 required a"]),
      // Ranges.
      (
        "a: int", "0\n1\n30\n31\n-5\n\n!\n", "- { id: R, column: a, range: 1..30 }",
        ["1 range a", "4 range a", "5 range a"]
      ),
      ("a: int", "0\n1\n9223372036854775807\n", "- { id: R, column: a, range: 1.. }", ["1 range a"]),
      ("a: int", "31\n30\n-9223372036854775807\n", "- { id: R, column: a, range: ..30 }", ["1 range a"]),
      ("a: int", "0\n1\n2\n3\n", "- { id: R, column: a, range: 0.5..2.5 }", ["1 range a", "4 range a"]),
      (
        "a: int", "-2\n-1\n0\n1\n", "- { id: R, column: a, range: -1.5..-0.5 }",
        ["1 range a", "3 range a", "4 range a"]
      ),
      ("a: int", "1\n", "- { id: R, column: a, range: 0.1..0.9 }", ["1 range a"]),
      (
        "a: int", "1\n-1\n", "- { id: R, column: a, range: 99999999999999999999.. }",
        ["1 range a", "2 range a"]
      ),
      (
        "a: decimal", "0.99\n1\n2.50\n2.51\n\n", "- { id: R, column: a, range: 1..2.5 }",
        ["1 range a", "4 range a"]
      ),
      ("a: decimal", "0.12\n0.13\n", "- { id: R, column: a, range: 0.125..1 }", ["1 range a"]),
      (
        "a: date", "2023-12-31\n2024-01-01\n2024-12-31\n2025-01-01\n\n",
        "- { id: R, column: a, range: 2024-01-01..2024-12-31 }", ["1 range a", "4 range a"]
      ),
      ("a: date", "1900-01-01\n2025-01-01\n", "- { id: R, column: a, range: ..2024-12-31 }", ["2 range a"]),
      // Values.
      (
        "a: text", "urban\nrural\nUrban\nurba\nurbann\n\n", "- { id: R, column: a, values: [urban, rural] }",
        ["3 values a", "4 values a", "5 values a"]
      ),
      (
        "a: text", "Bru - Vân Kiều\nBru - Vân Kiếu\nBru - vân Kiều\n",
        "- { id: R, column: a, values: [Bru - Vân Kiều] }", ["2 values a", "3 values a"]
      ),
      (
        "a: text", "hoà\nHÒA\nho\u{300}a\nhóa\n  hòa \n\n",
        "- { id: R, column: a, values: [hòa], compare: name }", ["4 values a"]
      ),
      ("a: text", "ho\u{300}a\n", "- { id: R, column: a, values: [hòa] }", ["1 values a"]),
      (
        "a: text", "01\n1\n001\n", "- { id: R, column: a, values: [\"01\"] }",
        ["2 lost-zero a", "3 values a"]
      ),
      (
        "a: text", "1\n0\n12\n13\n0000000000012\n",
        "- { id: R, column: a, values: [\"0000000000001\", \"00000000000012\"] }",
        ["1 lost-zero a", "2 values a", "3 lost-zero a", "4 values a", "5 lost-zero a"]
      ),
      ("a: int", "1\n2\n3\n\n", "- { id: R, column: a, values: [1, 3] }", ["2 values a"]),
      ("a: decimal", "0.5\n0.51\n", "- { id: R, column: a, values: [0.5] }", ["2 values a"]),
      ("a: date", "2024-01-01\n2024-01-02\n", "- { id: R, column: a, values: [2024-01-01] }", ["2 values a"]),
      ("a: bool", "1\n0\n\n", "- { id: R, column: a, values: [true] }", ["2 values a"]),
      // Patterns.
      (
        "a: text", "012345678901\n01234567890\n0123456789012\n01234567890x\n\n",
        "- { id: R, column: a, pattern: \"[0-9]{12}\" }", ["2 lost-zero a", "3 pattern a", "4 pattern a"]
      ),
      (
        "a: text", "434081656\n1\n934081656\n0\n-434081656\n",
        "- { id: R, column: a, pattern: \"000[0-8][0-9]{8}\" }",
        ["1 lost-zero a", "2 lost-zero a", "3 pattern a", "4 lost-zero a", "5 pattern a"]
      ),
      (
        "a: text", "1\n12\n", "- { id: R, column: a, pattern: \"[0-9]{14}\" }",
        ["1 pattern a", "2 lost-zero a"]
      ),
      (
        "a: text", "Xã Ấm\nxã Ấm\nXã \n", "- { id: R, column: a, pattern: \"(Xã|Phường) .+\" }",
        ["2 pattern a", "3 pattern a"]
      ),
      // Conditions.
      ("a: int, b: int", "1;2\n2;2\n3;2\n;2\n3;\n", "- { id: R, check: a <= b }", ["3 check"]),
      ("a: int, b: int", "3;2\n", "- { id: R, column: a, check: a <= b }", ["1 check a"]),
      ("a: int", "1\n2\n", "- { id: R, check: a = 1 }", ["2 check a"]),
      ("a: bool", "1\n0\n\n", "- { id: R, check: a }", ["2 check a"]),
      (
        "a: int, b: int", ";1\n1;\n;\n1;1\n", "- { id: R, check: a IS NOT NULL  and b is not null }",
        ["1 check a", "2 check b", "3 check"]
      ),
      (
        "a: int, b: int", ";1\n", "- { id: R, column: b, check: a IS NOT NULL AND b IS NOT NULL }",
        ["1 check b"]
      ),
      ("a: int", "25\n30\n\n", "- { id: R, check: \"mod(a, 10) = 0\" }", ["1 check a"]),
      ("a: int", "1\n9223372036854775807\n\n", "- { id: R, check: a + 1 > 0 }", ["2 overflow"]),
      (
        "a: int, b: text", "9;urban\n9;rural\n9;\n5;urban\n",
        "- { id: R, when: \"b = 'urban'\", check: a < 8 }", ["1 check a"]
      ),
      (
        "a: int, b: text", "9;urban\n9;rural\n", "- { id: R, when: \"b = 'urban'\", column: a, range: 1..8 }",
        ["1 range a"]
      ),
      (
        "a: int", "9223372036854775807\n1\n", "- { id: R, when: a + 1 > 0, check: a > 5 }",
        ["1 overflow", "2 check a"]
      ),
      // Uniqueness.
      (
        "a: text", "x\ny\nx\n\n\nx\n", "- { id: R, unique: [a] }", ["1 unique a", "3 unique a", "6 unique a"]
      ),
      (
        "a: text, b: int", "x;1\nx;2\nx;1\nx;\nx;\n", "- { id: R, unique: [a, b] }", ["1 unique", "3 unique"]
      ),
      ("a: text, b: int", "x;1\nx;2\ny;1\n", "- { id: R, unique: [a], when: b < 2 }", ["1 unique a"]),
      // What is missing in both rows is the same, whatever the reason, and is no empty or other value; of one column too.
      (
        "a: text, b: int", "x;1\nx;\nx;-\n;\n;\n;1\nx;1\n", "- { id: R, unique: [a, b], missing: same }",
        ["1 unique", "2 unique", "3 unique", "4 unique", "5 unique", "7 unique"]
      ),
      ("a: int", "\n0\n\n1\n", "- { id: R, unique: [a], missing: same }", ["1 unique a", "3 unique a"]),
      (
        "a: text, b: int", "x;\nx;\ny;1\n",
        "- { id: R, unique: [a, b], missing: same }\n- { id: S, unique: [a, b], missing: skip }",
        ["1 unique", "2 unique"]
      ),
      // The unit of a number.
      (
        "a: int", "49\n50\n50000\n50001\n900000\n60000000\n-7\n0\n\n",
        "- { id: R, column: a, unit_slip: { factor: 1000, range: 50..50000 } }",
        ["1 unit-slip a", "4 unit-slip a", "5 unit-slip a", "6 range a", "7 range a", "8 range a"]
      ),
      // Several at once.
      (
        "a: int", "\n0\n",
        "- { id: R, column: a, required: true, range: 1..9 }\n- { id: S, column: a, values: [1] }",
        ["1 required a", "2 range a", "2 values a"]
      ),
    ] as [(String, String, String, [String])]) func `a rule tells of the rows that break it`(
      _ columns: String, _ rows: String, _ rules: String, _ expected: [String]
    ) async throws
  {
    for batch in [1, 2, 1024] {
      var trial = Trial(columns, rows, rules)
      trial.batch = batch
      let found = try await trial.run()
      #expect(found.codes == expected)
      #expect(found.failure == nil)
      let bad = Set(expected.compactMap { Int($0.prefix { $0 != " " }) })
      #expect(found.rejected == bad.count)
      let lines = rows.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(found.kept.count == lines.count - bad.count)
    }
  }
  @Test func `a warning keeps the row, and an overflow never does`() async throws {
    let found = try await Trial(
      "a: int", "5\n9223372036854775807\n1\n", "- { id: R, severity: warning, check: a + 1 < 3 }"
    ).run()
    #expect(found.codes == ["1 check a", "2 overflow"])
    #expect(found.kept == ["5", "1"] && found.rejected == 1)
  }
  @Test func `a row that breaks several rules is told of each and rejected once`() async throws {
    let found = try await Trial(
      "a: int, b: text", "0;x\n1;y\n",
      "- { id: R, column: a, range: 1..9 }\n- { id: S, column: b, values: [y] }\n- { id: T, severity: warning, check: a > 5 }"
    ).run()
    #expect(found.codes == ["1 range a", "1 values b", "1 check a", "2 check a"])
    #expect(found.rejected == 1 && found.kept == ["1;y"])
  }
}
