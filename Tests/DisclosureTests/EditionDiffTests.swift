import Diagnostics
import Figures
import Foundation
import Plans
import StageKit
import StageTestKit
import Tables
import Testing
import YAML

@testable import Disclosure

/// What two entries of ledgers tell otherwise.
@Suite struct EditionDiffTests {
  /// A line of a figure.
  static func line(_ id: String, _ value: String?, _ status: String = "value", from: String? = nil) -> String
  {
    let text = value.map { "\"\($0)\"" } ?? "null"
    let source = from.map { ",\"from\":\"\($0)\"" } ?? ""
    return "{\"figure\":\"\(id)\",\"value\":\(text),\"status\":\"\(status)\"\(source)}\n"
  }
  static func head(_ id: String, _ date: String = "2025-01-15", _ more: String = "") -> String {
    "{\"head\":\"\(id)\",\"date\":\"\(date)\"\(more)}\n"
  }
  static func verdict(
    _ target: String, _ word: String, result: String? = nil, terms: String = "1;x"
  ) -> String {
    let figure = result.map { "\"\($0)\"" } ?? "null"
    return
      "{\"target\":\"\(target)\",\"unit\":\"96\",\"verdict\":\"\(word)\",\"terms\":\"\(terms)\",\"result\":\(figure),\"base\":null}\n"
  }
  static func diff(_ old: String, _ new: String) throws(StageError) -> EditionDiff {
    try EditionDiff(from: Array(old.utf8), to: Array(new.utf8))
  }
  private static func id(_ measure: String, _ day: String = "2024-12-31", standard: String = "vn-2022")
    -> String
  {
    "96@2004-08-31/\(day)/\(measure)/all/\(standard)/official"
  }
  private func shown(_ change: FigureChange) -> String {
    "\(change.kind) \(change.old ?? "-") \(change.new ?? "-")"
  }

  // MARK: Figures

  @Test(
    arguments: [
      (("1", "value"), ("2", "value"), "revised 1 2"), (("1", "value"), ("1", "value"), nil),
      (("1", "provisional"), ("1", "value"), nil), (("1", "provisional"), ("2", "value"), "revised 1 2"),
      (("1", "value"), (nil, "withheld"), "withheld - -"),
      ((nil, "withheld"), ("1", "value"), "released - 1"),
      (("1", "value"), (nil, "not_reported"), "removed 1 -"),
      ((nil, "not_reported"), ("1", "value"), "added - 1"),
      ((nil, "not_reported"), (nil, "not_applicable"), "revised - -"),
      ((nil, "not_reported"), (nil, "not_reported"), nil), ((nil, "withheld"), (nil, "withheld"), nil),
      ((nil, "withheld"), (nil, "not_reported"), "removed - -"),
      ((nil, "not_applicable"), (nil, "withheld"), "added - -"), (nil, ("1", "value"), "added - 1"),
      (("1", "value"), nil, "removed 1 -"), (nil, (nil, "withheld"), "added - -"),
      (("1/3", "value"), ("2/6", "value"), "revised 1/3 2/6"),
      (("0", "value"), (nil, "not_reported"), "removed 0 -"),
    ] as [((String?, String)?, (String?, String)?, String?)])
  func `a figure is told of as what became of it`(
    _ old: (String?, String)?, _ new: (String?, String)?, _ expected: String?
  ) throws {
    func entry(_ state: (String?, String)?) -> String { state.map { Self.line("a", $0.0, $0.1) } ?? "" }
    let diff = try Self.diff(entry(old), entry(new))
    #expect(diff.figures.first.map(shown) == expected)
    #expect(diff.isEmpty == (expected == nil))
    #expect(diff.addedCount + diff.corrected.count == diff.figures.count)
  }
  @Test func `an id tells what a figure speaks of, and the ledger what an id does not`() throws {
    let odd = "{\"figure\":\"a\",\"value\":\"1\",\"of\":[\"96\",\"2024-12-31\",\"poor\",\"all\",\"\"]}\n"
    let diff = try Self.diff("", Self.line(Self.id("poor"), "1") + odd + Self.line("b", "1"))
    #expect(diff.figures.map { $0.subject?.unit } == ["96@2004-08-31", "96", nil])
    #expect(diff.figures[0].subject?.asOf.iso == "2024-12-31" && diff.figures[1].subject?.measure == "poor")
  }

  @Test(
    arguments: [
      (("2890", "value"), ("2891", "value"), "2.890 → 2.891"),
      (("52/2251", "value"), ("53/2251", "value"), "52 / 2.251 → 53 / 2.251"),
      (("0.90%", "value"), (nil, "withheld"), "đã công bố (số cũ không nhắc lại) → giữ lại"),
      (("1.32%", "value"), nil, "1,32\u{A0}% → đã bỏ"), ((nil, "withheld"), ("4", "value"), "giữ lại → 4"),
      (("1", "value"), (nil, "not_reported"), "1 → chưa có số liệu"),
    ] as [((String?, String)?, (String?, String)?, String)])
  func `a change is told in words`(
    _ old: (String?, String)?, _ new: (String?, String)?, _ expected: String
  ) throws {
    func entry(_ state: (String?, String)?) -> String { state.map { Self.line("a", $0.0, $0.1) } ?? "" }
    let words = try #require(try Self.diff(entry(old), entry(new)).figures.first).words
    #expect("\(words.old.vi) → \(words.new.vi)" == expected)
  }
  @Test func `the words of verdicts are those of the theme, and what became of figures has one each`() throws
  {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../site")
    for (language, word) in [("vi", \Phrase.vi), ("en", \Phrase.en)] {
      let bytes = Array(try Data(contentsOf: root.appending(path: "words.\(language).yaml")))
      let theme = try #require(parsed(bytes)?["verdict"])
      for verdict in VerdictWord.allCases {
        #expect(theme[verdict.rawValue]?.scalar == verdict.words[keyPath: word])
      }
    }
    #expect(Set(FigureChange.Kind.allCases.map(\.words.vi)).count == FigureChange.Kind.allCases.count)
  }
  @Test func `a limit says why verdicts are others`() throws {
    let old = Self.line("a", "1") + Self.verdict("p/T", "met", result: "a") + Self.verdict("p/U", "met")
    let new = Self.line("a", "2") + Self.verdict("p/T", "not-met", result: "a")
    let excess = try #require(try Self.diff(old, new).excess(over: nil))
    #expect(
      excess.vi.contains(
        "2 trong 2 đánh giá đã công bố đổi (1 vì số liệu đã công bố bị sửa, 1 vì chỉ tiêu bị bỏ), quá mức 0"))
  }

  // MARK: Reasons

  private static let sources =
    "{\"source\":\"1\",\"text\":\"QĐ 217\"}\n{\"source\":\"2\",\"text\":\"QĐ 300\"}\n"
  private static let corrections =
    ",\"reason\":\"đính chính\",\"corrections\":[{\"units\":[\"96\"],\"measures\":[\"near*\"],\"reason_vi\":\"cộng sai\",\"reason_en\":\"a wrong sum\"},{\"targets\":[\"p/T-1\"],\"reason_vi\":\"kế hoạch sửa\",\"reason_en\":\"the plan was mended\"}]"

  @Test(
    arguments: [
      ("", "", line(id("poor"), "1"), line(id("poor"), "2"), nil),
      ("", corrections, line(id("poor"), "1"), line(id("poor"), "2"), "đính chính"),
      ("", corrections, line(id("near_poor"), "1"), line(id("near_poor"), "2"), "a wrong sum"),
      (
        "", "", sources + line(id("poor"), "1", from: "1"), sources + line(id("poor"), "2", from: "2"),
        "the source was “QĐ 217” and is “QĐ 300” now"
      ),
      (
        "", "", line(id("poor"), "1", "provisional"), line(id("poor"), "2"),
        "it was provisional, and is final now"
      ),
      ("", "", line(id("poor"), "1"), line(id("poor"), nil, "withheld"), "withheld now, to protect people"),
      (
        ",\"rule\":\"5/10\"", ",\"rule\":\"3/10\"", line(id("poor"), nil, "withheld"), line(id("poor"), "4"),
        "the rule of protection changed (5/10 → 3/10)"
      ),
      (
        "", "", line(id("poor"), "1"), line(id("poor", standard: "vn-2026"), "1"),
        "a figure by another standard takes its place (vn-2022 → vn-2026)"
      ),
    ] as [(String, String, String, String, String?)])
  func `the reason is the declared one, or what the editions show, or that of all`(
    _ before: String, _ now: String, _ old: String, _ new: String, _ expected: String?
  ) throws {
    let diff = try Self.diff(
      Self.head("e1", "2025-01-15", before) + old,
      Self.head("e2", "2025-02-15", ",\"previous\":\"e1\"" + now) + new)
    #expect(diff.corrected.first?.reason?.en == expected)
    #expect(diff.figures.filter { $0.kind == .added }.allSatisfy { $0.reason == nil })
  }

  // MARK: Verdicts

  private static let before = line(id("poor"), "1") + verdict("p/T-1", "met", result: id("poor"))
  private static let asked = verdict("p/T-1", "not-met", result: id("poor"), terms: "1;y")
  @Test(
    arguments: [
      (line(id("poor"), "2") + verdict("p/T-1", "not-met", result: id("poor")), "figure", true),
      (line(id("poor"), "1") + asked, "plan", true),
      (line(id("poor"), "1") + verdict("p/T-1", "not-met", result: id("poor")), "rule", true),
      (
        line(id("poor"), "1") + line(id("poor", "2025-12-31"), "3")
          + verdict("p/T-1", "not-met", result: id("poor", "2025-12-31")), "new-figure", false
      ),
      (
        line(id("poor"), "1") + line(id("poor", standard: "x"), "3")
          + verdict("p/T-1", "not-met", result: id("poor", standard: "x")), "figure", true
      ),
      (line(id("poor"), "1"), "removed", true),
      (verdict("p/T-1", "no-data"), "figure", true),
    ])
  func `a verdict has its cause, and what is new needs no reason`(
    _ new: String, _ cause: String, _ counts: Bool
  ) throws {
    let diff = try Self.diff(Self.head("e1") + Self.before, Self.head("e2") + new)
    #expect(diff.verdicts.map(\.cause.word) == [cause])
    #expect(diff.touchedVerdicts == (counts ? 1 : 0))
    #expect(diff.verdicts[0].reason != nil)
  }
  @Test func `another day alone, a new target and a first judgement need no reason`() throws {
    let figure = Self.line(Self.id("poor"), "1")
    let old =
      figure + Self.verdict("p/T-1", "currently-met", result: Self.id("poor"))
      + Self.verdict("p/T-2", "no-data")
    let more = Self.line(Self.id("near_poor"), "1")
    let new =
      figure + more + Self.verdict("p/T-1", "met", result: Self.id("poor"))
      + Self.verdict("p/T-2", "met", result: Self.id("near_poor")) + Self.verdict("p/T-3", "met")
    let diff = try Self.diff(Self.head("e1") + old, Self.head("e2", "2025-06-30") + new)
    #expect(diff.verdicts.map(\.cause.word) == ["day", "new-figure", "added"])
    #expect(diff.touchedVerdicts == 0 && diff.excess(over: nil) == nil)
  }
  @Test(arguments: [("2024-12-31", "rule"), ("2025-01-15", "rule"), ("2025-01-16", "day"), ("", "day")])
  func `what was due already does not change with the day`(_ due: String, _ cause: String) throws {
    func line(_ word: String) -> String {
      Self.verdict("p/T-1", word, result: Self.id("poor")).replacing(
        "\"terms\":", with: "\"due\":\"\(due)\",\"terms\":")
    }
    let figure = Self.line(Self.id("poor"), "1")
    let diff = try Self.diff(
      Self.head("e1", "2025-01-15") + figure + line("not-met"),
      Self.head("e2", "2025-06-30") + figure + line("met"))
    #expect(diff.verdicts.map(\.cause.word) == [cause])
    #expect(diff.touchedVerdicts == (cause == "rule" ? 1 : 0))
  }
  @Test func `the figure of the target around one is a cause too`() throws {
    func line(_ word: String) -> String {
      Self.verdict("p/T-2", word, result: Self.id("placed")).replacing(
        "\"terms\":", with: "\"whole\":\"\(Self.id("asked"))\",\"terms\":")
    }
    let placed = Self.line(Self.id("placed"), "400")
    let diff = try Self.diff(
      Self.head("e1") + placed + Self.line(Self.id("asked"), "500") + line("not-met"),
      Self.head("e2", "2025-06-30") + placed + Self.line(Self.id("asked"), "440") + line("met"))
    #expect(diff.verdicts.map(\.cause.word) == ["figure"])
  }
  @Test func `a declared reason of a target counts before all others`() throws {
    let diff = try Self.diff(
      Self.head("e1") + Self.before,
      Self.head("e2", "2025-02-01", ",\"previous\":\"e1\"" + Self.corrections)
        + Self.line(Self.id("poor"), "2")
        + Self.verdict("p/T-1", "not-met", result: Self.id("poor")))
    #expect(diff.verdicts[0].reason?.vi == "kế hoạch sửa")
  }

  // MARK: Whose reasons, and whose values

  @Test(
    arguments: [
      ("e1", ",\"previous\":\"e1\"", nil, true), ("e0", ",\"previous\":\"e1\"", nil, false),
      ("e1", "", nil, false), ("e2", "", nil, false),
      ("e1", ",\"previous\":\"e1\",\"previous_sha256\":\"A\"", "A", true),
      ("e1", ",\"previous\":\"e1\",\"previous_sha256\":\"A\"", "B", false),
      ("e1", ",\"previous\":\"e1\"", "B", true),
      ("e2", ",\"previous\":\"e1\",\"replaces\":\"e2~1\"", nil, true),
      ("e1", ",\"previous\":\"e1\",\"replaces\":\"e2~1\"", nil, false),
      ("e2", ",\"replaces\":\"e2~1\",\"replaces_sha256\":\"A\"", "A", true),
      ("e2", ",\"replaces\":\"e2~1\",\"replaces_sha256\":\"A\"", "B", false),
    ] as [(String, String, String?, Bool)])
  func `a reason is told of the changes it was given for, and of no others`(
    _ old: String, _ links: String, _ digest: String?, _ isTold: Bool
  ) throws {
    let (before, now) = (Self.before, Self.line(Self.id("poor"), "2") + Self.asked)
    let diff = try EditionDiff(
      from: Array((Self.head(old) + before).utf8),
      to: Array((Self.head("e2", "2025-02-15", links + Self.corrections) + now).utf8), digest: digest)
    #expect(diff.acceptance == (isTold ? "đính chính" : nil))
    #expect(diff.figures.map { $0.reason?.vi } == [isTold ? "đính chính" : nil])
    #expect(diff.verdicts.map { $0.reason?.vi } == [isTold ? "kế hoạch sửa" : "nội dung chỉ tiêu đã đổi"])
  }
  @Test(arguments: [[], ["e1"], ["e2"], ["e0", "e1", "e2"]] as [Set<String>])
  func `what a withdrawn edition told is not told again`(_ withdrawn: Set<String>) throws {
    let old = Self.head("e1") + Self.line(Self.id("poor"), "1234") + Self.verdict("p/T-1", "on-track")
    let new =
      Self.head("e2") + Self.line(Self.id("poor"), "5678") + Self.line(Self.id("near_poor"), "9")
      + Self.verdict("p/T-1", "reversing") + Self.verdict("p/T-2", "met")
    let diff = try EditionDiff(from: Array(old.utf8), to: Array(new.utf8), withdrawn: withdrawn)
    #expect(diff.figures.map(\.kind) == [.added, .revised] && diff.verdicts.map(\.cause.word).count == 2)
    let (change, verdict) = (diff.figures[1], diff.verdicts[0])
    let told =
      String(decoding: diff.csv + diff.json, as: UTF8.self)
      + "\(change.words) \(verdict.words) \(diff.verdicts[1].words)"
    for (edition, texts) in [
      ("e1", ["1234", "1.234", "on-track", "Đúng tiến độ"]), ("e2", ["5678", "reversing"]),
    ] {
      for text in texts { #expect(told.contains(text) != withdrawn.contains(edition), "\(text)") }
    }
    #expect(diff.touchedFigures == 1 && diff.touchedVerdicts == 1 && change.wasTold)
  }

  @Test func `a target that is gone is said to be gone, whatever was withdrawn`() throws {
    let old = Self.head("e1") + Self.verdict("p/T-1", "on-track")
    let diff = try EditionDiff(
      from: Array(old.utf8), to: Array((Self.head("e2") + Self.line(Self.id("poor"), "9")).utf8),
      withdrawn: ["e2"])
    #expect(diff.verdicts.map(\.cause) == [.removed])
    #expect(diff.verdicts.first?.words.new == nil)
  }

  // MARK: Limits

  @Test(
    arguments: [
      ("{}", 20, 1, true), ("{}", 19, 1, false), ("{}", 0, 0, true), ("{ figures: 3 }", 4, 3, true),
      ("{ figures: 3 }", 400, 4, false), ("{ figures: 100% }", 4, 4, true), ("{ figures: 0 }", 400, 1, false),
    ]) func `so many figures may change and no more`(
      _ limits: String, _ all: Int, _ changed: Int, _ passes: Bool
    ) throws
  {
    let old = (0..<all).map { Self.line("f\($0)", "1") }.joined()
    let new = (0..<all).map { Self.line("f\($0)", $0 < changed ? nil : "1", "withheld") }.joined()
    let fields = try changeLimits(limits)
    let diff = try Self.diff(old, new)
    #expect(diff.touchedFigures == changed && diff.publishedBefore == all)
    #expect((diff.excess(over: fields) == nil) == passes)
  }

  // MARK: Laws

  /// An entry that is always the same for a seed.
  private func entry(_ random: inout SeededRandom) -> String {
    (0..<12).map { index -> String in
      switch Int.random(in: 0..<6, using: &random) {
      case 0: ""
      case 1: Self.line("f\(index)", nil, "withheld")
      case 2: Self.line("f\(index)", nil, "not_reported")
      case 3: Self.line("f\(index)", "\(Int.random(in: 0..<3, using: &random))", "provisional")
      default: Self.line("f\(index)", "\(Int.random(in: 0..<3, using: &random))")
      }
    }.joined()
      + (0..<4).map { index in
        let word = ["met", "not-met", "no-data"][Int.random(in: 0..<3, using: &random)]
        return Bool.random(using: &random) ? Self.verdict("p/T-\(index)", word) : ""
      }.joined()
  }
  private func table(_ entry: String) throws(StageError) -> [String: LedgerFigure] {
    try Ledger(Array(entry.utf8)).figures
  }
  @Test(arguments: 0..<60) func `the laws of differences hold`(seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let (a, b) = (entry(&random), entry(&random))
    #expect(try Self.diff(a, a).isEmpty && Self.diff(b, b).isEmpty)
    let (there, back) = (try Self.diff(a, b), try Self.diff(b, a))
    #expect(there.figures.map(\.figure) == back.figures.map(\.figure))
    for (one, other) in zip(there.figures, back.figures) {
      #expect(one.before == other.after && one.after == other.before)
      let swapped: [FigureChange.Kind: FigureChange.Kind] = [
        .added: .removed, .removed: .added, .revised: .revised, .withheld: .released, .released: .withheld,
      ]
      #expect(other.kind == swapped[one.kind])
    }
    #expect(
      there.verdicts.map { "\($0.target) \($0.old ?? "-") \($0.new ?? "-")" }
        == back.verdicts.map { "\($0.target) \($0.new ?? "-") \($0.old ?? "-")" })
    // What has changed, put in the place of what was, gives what is.
    var applied = try table(a)
    for change in there.figures { applied[change.figure] = change.after }
    let now = try table(b)
    #expect(Set(applied.keys) == Set(now.keys))
    #expect(now.allSatisfy { applied[$0.key]?.isSame(as: $0.value) == true })
  }
}

/// The limits of changes as a pipeline writes them.
private func changeLimits(_ yaml: String) throws -> ChangeLimits {
  try ChangeLimits.decoded(from: try #require(parsed(Array(yaml.utf8))))
}
