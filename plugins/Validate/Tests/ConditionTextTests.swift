import Testing

@testable import Validate

/// What a condition tells of its columns by its text alone.
@Suite struct ConditionTextTests {
  @Test(
    arguments: [
      ("b > a", ["b", "a"]), ("c = 'a' AND a = 'b'", ["c", "a"]), ("a > 1", ["a", "b", "c"]),
      ("\"b\" = 1 OR a = 2", ["b", "a"]), ("'it''s a' = c AND b", ["c", "b", "a"]),
      ("count_true(c, b) > 0 AND c", ["c", "b", "a"]), ("a1 > 0 AND ba > 0 AND c > 0", ["c", "a", "b"]),
    ] as [(String, [String])]) func `columns stand in the order of the text`(
      _ text: String, _ expected: [String]
    )
  {
    let columns = ["a", "b", "c"]
    let ordered = ConditionText(text).ordered(columns)
    #expect(ordered.sorted() == columns)
    #expect(Array(ordered.prefix(expected.count)) == expected)
  }
  @Test func `names with accents, marks of their own and quotes are found`() {
    let text = ConditionText("thu_nhập > 1 AND ho\u{300}a = 2 AND \"một \"\"cột\"\"\" = 3")
    let columns = ["ho\u{300}a", "một \"cột\"", "thu_nhập"]
    #expect(text.ordered(columns) == ["thu_nhập", "ho\u{300}a", "một \"cột\""])
  }
  @Test(
    arguments: [
      ("a IS NOT NULL", true), ("a is not null And \"b c\" IS  NOT\n NULL", true), ("a IS NULL", false),
      ("a IS NOT NULL OR b IS NOT NULL", false), ("a IS NOT NULL AND b > 1", false),
      ("NOT a IS NOT NULL", false), ("a + b IS NOT NULL", false), ("(a IS NOT NULL)", false),
      ("a", false), ("'x AND y' IS NOT NULL", false),
    ] as [(String, Bool)]) func `only a chain of cells that must be there asks for cells alone`(
      _ text: String, _ asks: Bool
    )
  {
    #expect(ConditionText(text).asksForCells == asks, "\(text)")
  }
}
