import Foundation
import Testing

/// How every command ends, as a process, in both languages: what is right and what is wrong with each option.
@Suite struct ExitStatusTests {
  let project: TemporaryProject
  init() throws { project = try ExampleRun.made.get() }

  /// What ends well.
  static let right: [CommandLine] = [
    "", "--help", "--version", "help", "help run", "help units find", "units", "standards", "quarantine",
    "units --version", "check vi-du/pipeline.yaml", "check vi-du/pipeline.yaml vi-du/pipeline.yaml", "stages",
    "schema",
    "explain csv.read", "explain options.unknown", "explain E7", "infer ho.csv", "infer ho.csv --rows 3",
    "quarantine list ra", "units find 01", "units find 96 --on 2025-07-01",
    "units find 96 --on 1/7/2025", "units find 96 --on 01/07/2025 --level province",
    "units find 96 --on 2025-07-01 --csv",
    "units find 19897 --in 477 --on 2024-01-22", "units find 98 --units vi-du/don-vi",
    "units show 96 --on 2025-07-01", "units show 96@2025-07-01", "units show 98 --units vi-du/don-vi",
    "units history 96", "units history 98 --units vi-du/don-vi", "standards list",
    "standards list --on 2023-01-01",
    "standards show vn-2022", "standards diff vn-2016 vn-2022", "standards diff vn-2022 vn-2022",
    "diff ra ra",
    "diff ra ra --csv", "diff ra ra --from 2025-01.1 --to 2025-01.1",
  ].map { CommandLine($0) }
  /// What nobody can have meant: 64, whatever else is right.
  static let wrong: [CommandLine] = [
    "frobnicate", "help frobnicate", "--frobnicate", "stages --lang fr", "stages --lang",
    "stages --format xml", "stages x",
    "schema x", "explain", "explain csv.read csv.read", "explain csv.raed", "check",
    "check vi-du/pipeline.yaml --set",
    "check vi-du/pipeline.yaml --set =b", "check vi-du/pipeline.yaml --set b",
    "check vi-du/pipeline.yaml --output x",
    "run", "run vi-du/pipeline.yaml vi-du/pipeline.yaml", "run vi-du/pipeline.yaml --workers 0",
    "run vi-du/pipeline.yaml --workers -1", "run vi-du/pipeline.yaml --workers 1.5",
    "run vi-du/pipeline.yaml --workers 99999999999999999999",
    "run vi-du/pipeline.yaml --workers 1 --workers 2",
    "run vi-du/pipeline.yaml --output a --output b", "run vi-du/pipeline.yaml --accept-changes",
    "run vi-du/pipeline.yaml --accept-changes 12", "run vi-du/pipeline.yaml --quiet=1",
    "run vi-du/pipeline.yaml --format",
    "simulate", "simulate --rows 3", "simulate --output x.csv", "simulate --rows 0 --output x.csv",
    "simulate --rows -1 --output x.csv", "simulate --rows x --output x.csv",
    "simulate --rows 99999999999999999999 --output x.csv", "simulate --rows 3 --output x.csv --seed x",
    "simulate --rows 3 --output x.csv --what people", "simulate --rows 3 --output x.csv --form xlsx",
    "simulate --rows 3 --output", "infer", "infer ho.csv ho.csv",
    "infer ho.csv --rows 0",
    "infer ho.csv --rows x", "quarantine list", "quarantine list khong-co", "quarantine list tep",
    "quarantine show",
    "quarantine show ra khong-co", "quarantine show ra --row x", "quarantine show ra --limit 0",
    "quarantine frobnicate",
    "units find", "units find a --on 2024-02-30", "units find a --on hom-nay", "units find a --on 2024-1-1-1",
    "units find a --level xom", "units find a --units khong-co", "units find a --names khong-co",
    "units find a --in",
    "units show", "units show 96 97", "units show 96 --on 29/02/2023", "units history",
    "units history 96 --csv",
    "units frobnicate", "standards list --on 31/02/2023", "standards list x", "standards show",
    "standards show vn-2022 vn-2016", "standards diff vn-2022", "standards diff a b c",
    "standards frobnicate", "diff",
    "diff khong-co", "diff ra ra ra", "diff ra --from khong-co", "withdraw", "withdraw ra",
    "withdraw ra --reason",
    "withdraw ra --reason 12", "withdraw ra --reason sai --date 2025-02-30",
    "withdraw ra --reason sai --edition khac",
    "withdraw khong-co --reason sai", "init a b",
  ].map { CommandLine($0, 64) }
  /// What the files, the data or the machine are the cause of.
  static let failed: [CommandLine] = [
    CommandLine("check sai.yaml", 2), CommandLine("run sai.yaml --output moi", 2),
    CommandLine("check tep", 2),
    CommandLine("check vi-du/pipeline.yaml sai.yaml", 2),
    CommandLine("check sai.yaml vi-du/pipeline.yaml", 2),
    CommandLine("check vi-du/pipeline.yaml --set a=b", 2), CommandLine("standards show vn-9999", 2),
    CommandLine("standards diff vn-2022 vn-9999", 2), CommandLine("standards list --standards khong-co", 2),
    CommandLine("infer khong-co.csv", 2), CommandLine("infer tep", 1), CommandLine("infer sai.yaml", 1),
    CommandLine("units show khong-co", 1),
    CommandLine("units show 96 --on 1900-01-01", 1), CommandLine("units history khong-co", 1),
    CommandLine("standards list --on 1900-01-01", 1), CommandLine("run vi-du/pipeline.yaml --output tep", 3),
    CommandLine("run vi-du/pipeline.yaml --output tep/a", 3),
    CommandLine("simulate --rows 3 --output tep/a.csv", 3),
    CommandLine("simulate --rows 3 --output khong-co/a/b.csv", 3), CommandLine("init tep", 3),
    CommandLine("init tep/a", 3),
  ]

  @Test(arguments: right) func `a right line ends with 0 and is silent on the standard error`(
    _ item: CommandLine
  ) throws {
    let vi = try project.run("\(item.line) --lang vi")
    let en = try project.run("\(item.line) --lang en")
    #expect(vi.status == 0 && en.status == 0 && vi.signal == nil, "\(vi.err)")
    #expect(vi.err.isEmpty && en.err.isEmpty && !vi.out.isEmpty && !en.out.isEmpty)
    #expect(vi.out.unicodeScalars.elementsEqual(vi.out.precomposedStringWithCanonicalMapping.unicodeScalars))
  }
  @Test(arguments: wrong + failed)
  func `a line that fails says why on the standard error, in the language asked for`(
    _ item: CommandLine
  ) throws {
    let files = try project.tree(".").keys.sorted()
    var told: [String] = []
    for (language, label) in [("vi", "lỗi: "), ("en", "error: ")] {
      // What follows an option without its value must not be taken for the value.
      let words = ["--lang", language] + item.line.split(separator: " ").map(String.init)
      let found = try Program.run(
        item.line.contains("--lang") ? Array(words.dropFirst(2)) : words, in: project.folder)
      #expect(found.status == item.status && found.signal == nil, "\(found.err)")
      #expect(item.status == 3 || item.line.contains("check") || found.out.isEmpty, "\(found.out)")
      #expect(item.line.contains("--lang") || found.err.contains(label), "\(found.err)")
      #expect(
        found.err.unicodeScalars.elementsEqual(found.err.precomposedStringWithCanonicalMapping.unicodeScalars)
      )
      for name in ["Fatal error", "StageError(", "Diagnostics(", "Optional(", "nil"] {
        #expect(!found.err.contains(name))
      }
      told.append(found.err)
    }
    #expect(item.line.contains("--lang") || told[0] != told[1])
    // Nothing is written by what fails.
    #expect(try project.tree(".").keys.sorted() == files)
  }
  @Test(arguments: [
    "units find khong-co", "units find 46", "units find khong-co 01", "units find 96 --on 1900-01-01",
    "units find 19897 --in 96",
  ]) func `a name that is not one unit ends with 1, and what it can be is told as a result`(_ line: String)
    throws
  {
    for more in ["--lang vi", "--lang en", "--csv", "--format json"] {
      let found = try project.run("\(line) \(more)")
      #expect(found.status == 1 && found.err.isEmpty && !found.out.isEmpty)
    }
  }
  @Test func `a folder of standards that is not there is told by its name`() throws {
    let found = try project.run("standards list --standards khong-co --lang en")
    #expect(found.err.contains("'khong-co'") && !found.err.contains("'.'"), "\(found.err)")
  }
  @Test func `a file that is no folder of results is not offered instead of itself`() throws {
    let found = try project.run("quarantine list tep --lang en")
    #expect(
      found.err.contains("'tep' is a file") && !found.err.contains("did you mean 'tep'"), "\(found.err)")
  }
  @Test func `the Vietnamese usage has no English words for values`() throws {
    for line in [
      "help simulate", "help infer", "help run", "help diff", "help withdraw", "help init", "help explain",
    ] {
      let (vi, en) = (try project.run("\(line) --lang vi").out, try project.run("\(line) --lang en").out)
      let (ours, theirs) = (vi.matches(of: /<[a-z_-]+>/), en.matches(of: /<[a-z_-]+>/))
      #expect(Set(ours.map { String($0.0) }).isDisjoint(with: theirs.map { String($0.0) }), "\(line)")
    }
  }
}
