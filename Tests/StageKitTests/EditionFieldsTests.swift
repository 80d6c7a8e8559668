import Diagnostics
import StageKit
import Tables
import Testing
import YAML

/// The blocks `site:` and `edition:`: what they take, and what they refuse, field by field.
@Suite struct EditionFieldsTests {
  private func edition(_ more: String) throws -> EditionFields {
    try EditionFields.decoded(
      from: parseYAML("id: 2025-02.1\ndate: 2025-02-15\n\(more)\n", file: "t.yaml"))
  }

  @Test func `an edition may say how much may change, and why some things did`() throws {
    let fields = try edition(
      """
      previous: 2025-01.1
      changes: { figures: 5%, verdicts: 3 }
      corrections:
        - { units: ["98"], measures: [poor, poor_rate], reason: { vi: sót một xã, en: a commune was left out } }
        - { figures: ["96@2004-08-31/*"], groups: [all], as_of: 2024-12-31, targets: [a/T-01], reason: nhầm }
      """)
    #expect(fields.previous == "2025-01.1" && fields.date.iso == "2025-02-15")
    #expect(fields.changes?.figures?.written == "5%" && fields.changes?.verdicts?.written == "3")
    let corrections = try #require(fields.corrections)
    #expect(corrections.count == 2 && corrections[0].units == ["98"])
    #expect(corrections[0].measures == ["poor", "poor_rate"] && corrections[0].figures == nil)
    #expect(corrections[0].reason.phrase == Phrase(vi: "sót một xã", en: "a commune was left out"))
    #expect(corrections[1].asOf?.iso == "2024-12-31" && corrections[1].targets == ["a/T-01"])
    #expect(corrections[1].reason.phrase == Phrase(same: "nhầm"))
  }
  @Test func `what is not said is not known, and the usual limits are those documented`() throws {
    let fields = try edition("")
    #expect(fields.previous == nil && fields.changes == nil && fields.corrections == nil)
    // A twentieth of the figures, and no verdict.
    let usual = ChangeLimits.usual
    #expect(usual.figures.allows(5, of: 100) && !usual.figures.allows(6, of: 100))
    #expect(usual.verdicts.allows(0, of: 100) && !usual.verdicts.allows(1, of: 100))
    let empty = try edition("changes: {}")
    #expect(empty.changes != nil && empty.changes?.figures == nil)
  }
  @Test(
    arguments: [
      ("previous: [a]", "option 'previous'"),
      ("changes: 5%", "expected a mapping of options"), ("changes: { figures: -1 }", "option 'figures'"),
      ("changes: { figure: 1 }", "unknown option 'figure'"),
      ("changes: { verdicts: 1.5 }", "option 'verdicts'"),
      ("corrections: { reason: a }", "option 'corrections'"),
      ("corrections: [{ units: [a] }]", "missing option 'reason'"),
      ("corrections: [{ units: a, reason: b }]", "option 'units'"),
      ("corrections: [{ as_of: 31/12/2024, reason: b }]", "option 'as_of'"),
      ("corrections: [{ unit: [a], reason: b }]", "unknown option 'unit'"),
      ("corrections: [{ reason: { en: b } }]", "missing option 'vi'"),
      ("day: 2025-01-01", "unknown option 'day'"),
    ])
  func `a field that is wrong is told at its place, and alone`(_ more: String, _ words: String) {
    let found = problems { () throws(Diagnostics) in
      _ = try EditionFields.decoded(
        from: parseYAML("id: 2025-02.1\ndate: 2025-02-15\n\(more)\n", file: "t.yaml"))
    }
    #expect(found.count == 1 && found.first?.contains(words) == true, "\(found)")
    #expect(found.first?.hasPrefix("3:") == true, "\(found)")
  }
  @Test(
    arguments: [
      ("date: 2025-02-30", "date"), ("date: 15/02/2025", "date"), ("date: ''", "date"), ("id: ''", "id"),
      ("id: a b", "id"), ("id: a~b", "id"), ("id: .a", "id"), ("id: a/b", "id"), ("id: ấn-bản", "id"),
    ])
  func `an edition without a right id and day is none`(_ line: String, _ name: String) {
    let other = name == "id" ? "date: 2025-02-15" : "id: a"
    let found = problems { () throws(Diagnostics) in
      _ = try EditionFields.decoded(from: parseYAML("\(line)\n\(other)\n", file: "t.yaml"))
    }
    #expect(found.count == 1 && found.first?.hasPrefix("1:") == true, "\(found)")
    #expect(found.first?.contains("option '\(name)'") == true, "\(found)")
  }
  @Test(arguments: [
    ("licence: CC0-1.0", true), ("base_url: https://example.org/ngheo/", true), ("base_url: ''", true),
    ("simulated: true", true), ("simulated: yes", false), ("simulated: 'true'", false),
    ("licence: [a]", false), ("url: https://example.org", false), ("title: T", false),
  ]) func `a site takes what is documented and nothing else`(_ more: String, _ isRight: Bool) {
    let found = problems { () throws(Diagnostics) in
      _ = try SiteFields.decoded(
        from: parseYAML("title: T\nagency: A\ncontact: C\n\(more)\n", file: "t.yaml"))
    }
    #expect(found.isEmpty == isRight, "\(found)")
    #expect(found.allSatisfy { $0.contains("4:") }, "\(found)")
  }
  @Test(arguments: ["title", "agency", "contact"]) func `who publishes must be said`(_ name: String) {
    let lines = ["title: T", "agency: A", "contact: C"].filter { !$0.hasPrefix(name) }
    let found = problems { () throws(Diagnostics) in
      _ = try SiteFields.decoded(from: parseYAML(lines.joined(separator: "\n"), file: "t.yaml"))
    }
    #expect(found.count == 1 && found.first?.contains("missing option '\(name)'") == true, "\(found)")
    #expect(found.first?.contains("thiếu tùy chọn '\(name)'") == true)
  }
}
