import Diagnostics
import Foundation
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Standards

/// The poverty standards: the committed packs, and packs that are wrong.
@Suite struct StandardTests {
  static let sound = """
    standard: vn-2022
    name: { vi: Chuẩn, en: Standard }
    legal: [Nghị định 07/2021/NĐ-CP]
    valid: { from: 2021-12-31, to: 2026-12-31 }
    meaning: { vi: Hộ nghèo là, en: Poor is }

    """
  static func load(_ files: [String: String]) throws(Diagnostics) -> StandardLibrary {
    try StandardLibrary.load("s", namedAt: nil, .memory(files))
  }
  static func mistakes(_ files: [String: String]) -> [Diagnostic] {
    do throws(Diagnostics) {
      _ = try load(files)
      return []
    } catch { return error.all }
  }
  /// The committed packs, read where they lie.
  static let committed: Result<StandardLibrary, any Error> = Result {
    let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "pipelines/standards")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var files: [String: String] = [:]
    for name in names {
      files["s/\(name)"] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return try load(files)
  }

  @Test func `the committed packs load, earliest first`() throws {
    let library = try Self.committed.get()
    #expect(
      library.standards.map(\.id) == ["vn-2011", "vn-2016", "ho-chi-minh-2021", "vn-2022", "vn-2027"])
    for standard in library.standards {
      #expect(!standard.legalBasis.isEmpty && standard.name.vi != standard.name.en)
      #expect(standard.meaning.vi != standard.meaning.en)
      for text in [standard.name.vi, standard.meaning.vi] + standard.legalBasis {
        #expect(text == text.precomposedStringWithCanonicalMapping)
      }
    }
  }
  /// The review of the end of 2021 was made under both: the old one for the year, the new one for the start of its period.
  @Test(arguments: [
    ("2016-12-31", ["vn-2016"]), ("2020-12-31", ["vn-2016"]), ("2021-12-30", ["vn-2016"]),
    ("2021-12-31", ["vn-2016", "vn-2022"]), ("2022-12-31", ["vn-2022"]), ("2024-12-31", ["vn-2022"]),
    ("2026-12-31", ["vn-2022"]), ("2027-01-01", ["vn-2027"]), ("2031-01-01", []),
    ("2015-12-30", ["vn-2011"]), ("2015-12-31", ["vn-2011", "vn-2016"]), ("2010-12-31", []),
  ]) func `a review of a day is under these standards`(iso: String, ids: [String]) throws {
    let day = try #require(Day(iso: iso))
    #expect(try Self.committed.get().valid(on: day).map(\.id) == ids)
  }
  @Test func `a standard of a province counts only where it is in force`() throws {
    let library = try Self.committed.get()
    let day = try #require(Day(iso: "2021-12-30"))
    #expect(library.valid(on: day, in: "79").map(\.id) == ["vn-2016", "ho-chi-minh-2021"])
    #expect(library.valid(on: day, in: "01").map(\.id) == ["vn-2016"])
    for (iso, ids) in [
      ("2020-12-31", ["vn-2016"]), ("2021-01-01", ["vn-2016", "ho-chi-minh-2021"]),
      ("2024-09-30", ["ho-chi-minh-2021", "vn-2022"]), ("2024-10-01", ["vn-2022"]),
    ] { #expect(library.valid(on: try #require(Day(iso: iso)), in: "79").map(\.id) == ids) }
    #expect(library["ho-chi-minh-2021"]?.scope?.name.vi == "Thành phố Hồ Chí Minh")
  }
  @Test func `days with two standards of the country are known`() throws {
    let shared = try Self.committed.get().sharedDays
    #expect(
      shared.map { "\($0.ids) \($0.from.iso) \($0.to?.iso ?? "-")" } == [
        #"["vn-2011", "vn-2016"] 2015-12-31 2015-12-31"#, #"["vn-2016", "vn-2022"] 2021-12-31 2021-12-31"#,
      ])
    let open = Self.sound.replacing(", to: 2026-12-31", with: "")
    let two = try Self.load(["s/a.yaml": open, "s/b.yaml": open.replacing("vn-2022", with: "b")])
    #expect(two.sharedDays.map(\.to) == [nil])
  }
  @Test func `a standard without a last day goes on`() throws {
    let open = Self.sound.replacing(", to: 2026-12-31", with: "")
    let standard = try #require(try Self.load(["s/a.yaml": open])["vn-2022"])
    #expect(standard.validTo == nil)
    #expect(standard.isValid(on: try #require(Day(iso: "2099-01-01"))))
    #expect(!standard.isValid(on: try #require(Day(iso: "2021-12-30"))))
  }
  @Test func `a standard of one day is one`() throws {
    let short = Self.sound.replacing("to: 2026-12-31", with: "to: 2021-12-31")
    #expect(try Self.load(["s/a.yaml": short]).standards.count == 1)
  }
  @Test func `only the YAML files of the folder are read`() throws {
    let library = try Self.load([
      "s/a.yaml": Self.sound, "s/README.md": "# no", "s/b.yml": "?", "t/c.yaml": "?",
    ])
    #expect(library.standards.map(\.id) == ["vn-2022"])
  }

  // MARK: What is wrong

  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let code: String
    let en: String
    let vi: String
    var hint: String?
    var testDescription: String { name }
  }
  static let bad = [
    Case(
      name: "validity that ends before it begins",
      text: sound.replacing(
        "valid: { from: 2021-12-31, to: 2026-12-31 }", with: "valid: 1️⃣{ from: 2021-12-31, to: 2021-12-30 }"),
      code: "standards.validity", en: "the last day 2021-12-30 is before the first day 2021-12-31",
      vi: "ngày cuối 2021-12-30 đứng trước ngày đầu 2021-12-31",
      hint: "mend `from` or `to` as the act has it"),
    Case(
      name: "an id with capitals", text: sound.replacing("standard: vn-2022", with: "standard: 1️⃣VN 2022"),
      code: "options.value", en: "option 'standard': expected of the form [a-z0-9-]+, found 'VN 2022'",
      vi: "tùy chọn 'standard': cần có dạng [a-z0-9-]+, thấy 'VN 2022'"),
    Case(
      name: "a key that is not known", text: sound.replacing("legal:", with: "1️⃣legl: [a]\nlegal:"),
      code: "options.unknown", en: "unknown option 'legl'", vi: "không có tùy chọn 'legl'",
      hint: "did you mean 'legal'?"),
    Case(
      name: "a day that is none", text: sound.replacing("to: 2026-12-31", with: "to: 1️⃣2026-02-30"),
      code: "options.value", en: "option 'to': expected a day such as 2024-12-31, found '2026-02-30'",
      vi: "tùy chọn 'to': cần một ngày dạng 2024-12-31, thấy '2026-02-30'"),
    Case(
      name: "no legal basis",
      text: "1️⃣" + sound.replacing("legal: [Nghị định 07/2021/NĐ-CP]\n", with: ""), code: "options.missing",
      en: "missing option 'legal'", vi: "thiếu tùy chọn 'legal'", hint: "Legal basis: number, day, clause."),
  ]
  @Test(arguments: bad) func `a wrong pack is told at its place in both languages`(_ row: Case) throws {
    let marked = MarkedText(row.text)
    let found = Self.mistakes(["s/a.yaml": marked.text])
    #expect(found.map(\.code.rawValue) == [row.code])
    let problem = try #require(found.first)
    #expect(problem.message.en == row.en)
    #expect(problem.message.vi == row.vi)
    #expect(problem.hint?.en == row.hint)
    #expect(problem.range?.file == "s/a.yaml")
    let start = problem.range?.start
    #expect("\(start?.line ?? 0):\(start?.column ?? 0)" == marked.places[1])
  }
  @Test func `two packs of one id are refused, at the second`() throws {
    let found = Self.mistakes(["s/a.yaml": Self.sound, "s/b.yaml": Self.sound])
    #expect(found.map(\.code.rawValue) == ["standards.duplicate"])
    let problem = try #require(found.first)
    #expect(problem.message.en == "two files describe the standard 'vn-2022'")
    #expect(problem.message.vi == "hai tệp cùng mô tả chuẩn 'vn-2022'")
    #expect(problem.range?.file == "s/b.yaml")
    #expect(problem.range?.start.line == 1)
  }
  @Test func `the mistakes of all packs are told in one pass`() {
    let found = Self.mistakes([
      "s/a.yaml": Self.sound.replacing("to: 2026", with: "to: 2011"),
      "s/b.yaml": Self.sound.replacing("legal", with: "law"),
      "s/c.yaml": Self.sound.replacing("vn-2022", with: "x"),
      "s/d.yaml": Self.sound.replacing("vn-2022", with: "x"),
    ])
    #expect(
      found.map { "\($0.range?.file ?? "") \($0.code.rawValue)" } == [
        "s/a.yaml standards.validity", "s/b.yaml options.missing", "s/b.yaml options.unknown",
        "s/d.yaml standards.duplicate",
      ])
  }
  @Test func `an id that nothing describes is refused with the nearest`() throws {
    let library = try Self.load(["s/a.yaml": Self.sound])
    #expect(try library.resolve("vn-2022", at: nil).id == "vn-2022")
    do {
      _ = try library.resolve("vn-2023", at: nil)
      Issue.record("nothing was refused")
    } catch {
      let problem = try #require(error.all.first)
      #expect(problem.code == "standards.unknown")
      #expect(problem.message.en == "there is no poverty standard 'vn-2023'")
      #expect(problem.message.vi == "không có chuẩn nghèo 'vn-2023'")
      #expect(problem.hint?.en == "did you mean 'vn-2022'?")
    }
  }
  @Test func `a folder that is not there is refused`() {
    let files = ProjectFiles(
      read: { path, _, _ throws(StageError) in throw StageError(Phrase(same: path)) },
      names: { folder throws(StageError) in throw StageError(Phrase(vi: "không có", en: "not there")) })
    do {
      _ = try StandardLibrary.load("s", namedAt: nil, files)
      Issue.record("nothing was refused")
    } catch {
      #expect(error.all.map(\.code) == ["files.unreadable"])
      #expect(error.all.map(\.message.en) == ["not there"])
    }
  }
  @Test func `every code of the module has a test`() {
    #expect(
      Set(standardsExplanations.map(\.code)) == [
        "standards.unknown", "standards.validity", "standards.duplicate", "standards.incomplete",
        "standards.name", "standards.cutoff", "standards.indicator-twice", "standards.rule",
        "standards.clause", "standards.overlap", "standards.period", "standards.condition",
        "standards.branch", "standards.not-read", "standards.gap", "standards.line", "standards.form",
        "standards.province", "standards.english", "standards.amount",
      ])
    #expect(StandardLibrary.key == "standards")
    #expect(StandardLibrary.builtIn == "share:standards")
  }
  @Test func `an indicator has the name of its standard, else of the newest that knows it`() throws {
    let library = try Self.committed.get()
    let rules = try #require(library["vn-2016"]?.rules)
    for (rank, indicator) in rules.indicators.enumerated() {
      let found = library.indicator(indicator.id, under: "vn-2016")
      #expect(found?.rank == rank && found?.name == indicator.name)
    }
    let devices = try #require(library.indicator("devices", under: "vn-2011"))
    #expect(library.indicator("devices", under: nil)?.name == devices.name)
    #expect(library.indicator("x", under: "vn-2022") == nil)
  }
  @Test func `every class has a code of its own, in the order of the classes`() {
    #expect(HouseholdClass.allCases.map(\.code) == [0, 1, 2, 3])
    for one in HouseholdClass.allCases { #expect(HouseholdClass.allCases[Int(one.code)] == one) }
  }
}
