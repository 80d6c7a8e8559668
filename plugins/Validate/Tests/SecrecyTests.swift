import Diagnostics
import Testing

/// What stands in a personal column is in no message, whatever the rule and however it is broken.
@Suite struct SecrecyTests {
  private static let rules = [
    "column: a, values: [x, y]", "column: a, values: [Mật], compare: name",
    "column: a, pattern: \"[0-9]{12}\"",
    "column: a, pattern: x", "check: \"a = 'x'\"", "column: a, check: \"a = 'x'\"",
    "check: \"a = 'x' OR n > 9\"",
    "unique: [a]", "unique: [a, n]", "unique: [n, a], missing: same",
    "columns: [a], references: { table: k, columns: [k] }",
    "columns: [a, n], references: { table: k, columns: [k, n] }", "column: a, unit: commune",
    "column: u, unit: commune, area: a", "when: \"a <> 'x'\", column: n, range: 7..8",
    "check: \"length(a) < 2\"", "check: \"a LIKE 'x%' AND n = 3\"",
  ]
  /// Secrets that look like codes, names, words and numbers.
  private static let secrets = [
    "Bí Mật 7391", "07391", "7391", "bi\u{301} mâ\u{323}t 7391", "\u{A0}7391 ", "A7391",
  ]

  @Test(arguments: rules, [false, true]) func `a message has nothing of a personal cell`(
    _ rule: String, _ ownWords: Bool
  ) async throws {
    let words = ownWords ? ", message: { vi: sai, en: wrong }, remedy: { vi: hỏi, en: ask }" : ""
    let rows = Self.secrets.map { "\($0);5;08102\n" }.joined()
    var trial = Trial("a: personal, n: int, u: text", rows + rows, "- { id: R, \(rule)\(words) }")
    trial.tables = [("k", "k: text, n: int", "z;1\n")]
    (trial.head, trial.files) = (
      "defaults: { units: u, reference_date: 2024-12-31 }", SideTableTests.register
    )
    let found = try await trial.run()
    #expect(found.codes.count >= 2 && found.failure == nil, "\(found.codes)")
    for message in found.messages {
      for text in [message.vi, message.en] {
        #expect(!text.contains("7391") && !text.lowercased().contains("mật 7"), "\(text)")
      }
    }
  }
  @Test func `what stands in other columns is told beside it`() async throws {
    let found = try await Trial(
      "a: personal, n: int", "Bí Mật;5\n",
      "- { id: R, check: \"a = 'x' AND n = 3\", message: { vi: sai, en: wrong } }"
    ).run()
    #expect(found.messages.map(\.en) == ["R: wrong (a = …, n = 5)"])
    #expect(found.messages.map(\.vi) == ["R: sai (a = …, n = 5)"])
  }
  @Test func `that a personal cell must be there is told, and of a condition not even that it is missing`()
    async throws
  {
    let found = try await Trial(
      "a: personal, n: int", ";5\n",
      "- { id: R, column: a, required: true }\n- { id: S, check: \"a IS NOT NULL OR n = 3\" }"
    ).run()
    #expect(found.codes == ["1 required a", "1 check"])
    #expect(found.messages[0].vi.contains("để trống"))
    #expect(
      found.messages[1].vi.contains("(a = …, n = 5)") && found.messages[1].en.contains("(a = …, n = 5)"))
  }
}
