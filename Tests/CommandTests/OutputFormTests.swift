import Foundation
import Testing

/// What programs read: JSON Lines of every command, the same in both languages, and what `--quiet` leaves.
@Suite struct OutputFormTests {
  let project: TemporaryProject
  init() throws { project = try ExampleRun.made.get() }

  static let lines: [CommandLine] = [
    CommandLine("stages"), CommandLine("explain csv.read"), CommandLine("explain options.unknown"),
    CommandLine("explain E7"), CommandLine("schema"), CommandLine("check vi-du/pipeline.yaml"),
    CommandLine("infer ho.csv"),
    CommandLine("quarantine list ra"), CommandLine("units find 01"),
    CommandLine("units find khong-co 46 01", 1),
    CommandLine("units show 01"), CommandLine("units history 96"), CommandLine("standards list"),
    CommandLine("standards show vn-2022"), CommandLine("standards diff vn-2016 vn-2022"),
    CommandLine("diff ra ra"),
    CommandLine("standards diff vn-2022 vn-2022"),
  ]
  static let errors: [CommandLine] = [
    CommandLine("frobnicate", 64), CommandLine("stages x", 64), CommandLine("explain csv.raed", 64),
    CommandLine("check sai.yaml", 2), CommandLine("run sai.yaml", 2), CommandLine("check khong-co.yaml", 2),
    CommandLine("run vi-du/pipeline.yaml --workers 0", 64), CommandLine("infer tep", 1),
    CommandLine("infer khong-co", 2),
    CommandLine("quarantine list khong-co", 64), CommandLine("quarantine show ra khong-co", 64),
    CommandLine("units show khong-co", 1), CommandLine("units show 46", 1),
    CommandLine("units find a --units khong-co", 64),
    CommandLine("units find a --on 2024-02-30", 64), CommandLine("standards show vn-9999", 2),
    CommandLine("standards list --on 1900-01-01", 1), CommandLine("standards list --standards khong-co", 2),
    CommandLine("diff khong-co", 64), CommandLine("diff ra --from khong-co", 64),
    CommandLine("withdraw ra", 64),
    CommandLine("withdraw ra --reason sai --edition khac", 64),
    CommandLine("simulate --rows 3 --output tep/a", 3),
    CommandLine("run vi-du/pipeline.yaml --output tep", 3), CommandLine("init tep", 3),
  ]

  @Test(arguments: lines) func `a result is one JSON object a line`(_ item: CommandLine) throws {
    for language in ["vi", "en"] {
      let found = try project.json("\(item.line) --format json --lang \(language)")
      #expect(found.status == item.status && !found.objects.isEmpty)
      #expect(found.objects.allSatisfy { !$0.isEmpty && ($0["severity"] == nil || $0["message"] == nil) })
    }
  }
  @Test(arguments: errors) func `an error is a JSON object with a code and words in both languages`(
    _ item: CommandLine
  )
    throws
  {
    var both: [String] = []
    for language in ["vi", "en"] {
      let found = try project.json("\(item.line) --format json --lang \(language)")
      #expect(found.status == item.status)
      let told = found.objects.filter { $0["severity"] as? String == "error" }
      #expect(!told.isEmpty)
      for error in told {
        let code = try #require(error["code"] as? String)
        #expect(code.wholeMatch(of: /[a-z][a-z-]*\.[a-z][a-z0-9-]*/) != nil, "\(code)")
        let message = try #require(error["message"] as? [String: String])
        #expect(
          message["vi"]?.isEmpty == false && message["en"]?.isEmpty == false && message["vi"] != message["en"]
        )
        if let hint = error["hint"] as? [String: String] {
          #expect(hint["vi"]?.isEmpty == false && hint["en"]?.isEmpty == false)
        }
        if code != "command.usage" {
          #expect(try project.run("explain \(code)").status == 0, "\(code) is not explained")
        }
        both.append("\(code) \(message["vi"] ?? "")")
      }
    }
    // Both languages are in every error, so the one asked for changes nothing but the words of the parser.
    if !both.contains(where: { $0.hasPrefix("command.usage") }) {
      #expect(both.prefix(both.count / 2) == both.suffix(both.count / 2))
    }
  }
  @Test(arguments: [
    "schema", "units find 01 46 khong-co --csv", "units find 01 46 --format json",
    "units history 46 --format json",
    "standards list --format json", "standards show vn-2022 --format json", "diff ra ra --csv",
    "standards diff vn-2016 vn-2022 --format json", "check vi-du/pipeline.yaml --format json",
  ]) func `what programs read is the same in both languages`(_ line: String) throws {
    let (vi, en) = (try project.run("\(line) --lang vi"), try project.run("\(line) --lang en"))
    #expect(vi.out == en.out && vi.status == en.status && !vi.out.isEmpty)
  }
  @Test(arguments: [
    "check vi-du/pipeline.yaml", "simulate --rows 2 --output im-lang.csv",
    "run vi-du/pipeline.yaml --output im-lang",
    "init im-lang-moi",
  ]) func `what has gone well is not spoken of when it is to be quiet`(_ line: String) throws {
    let own = try TemporaryProject()
    #expect(try own.run("init .").status == 0)
    for flag in ["--quiet", "-q"] {
      let found = try own.run("\(line) \(flag)")
      #expect(found.status == 0 && found.out.isEmpty && found.err.isEmpty, "\(found.out)\(found.err)")
    }
  }
  @Test(arguments: ["check sai.yaml", "units show khong-co", "infer tep", "withdraw ra", "run sai.yaml"])
  func `what is wrong is said all the same`(_ line: String) throws {
    let (loud, quiet) = (try project.run(line), try project.run("\(line) --quiet"))
    #expect(quiet.status == loud.status && quiet.err.contains("lỗi: "))
  }
  @Test func `options may stand before the command and after it, with a blank or an equals sign`() throws {
    let plain = try project.run("units find 01 --lang en --format json")
    for line in [
      "--lang en --format json units find 01", "units --lang en find 01 --format json",
      "units find --lang=en 01 --format=json",
      "--lang=en units --format json find 01",
    ] {
      let found = try project.run(line)
      #expect(found.status == 0 && found.out == plain.out, "\(line)")
    }
  }
  @Test func `the language of the environment counts where none is asked for`() throws {
    for (name, value, label) in [
      ("LANG", "en_US.UTF-8", "error: "), ("LANG", "vi_VN.UTF-8", "lỗi: "), ("LC_ALL", "en_GB", "error: "),
      ("LANG", "C", "lỗi: "), ("LANG", "", "lỗi: "), ("LC_MESSAGES", "en_US.UTF-8", "error: "),
    ] {
      let found = try Program.run(["run"], in: project.folder, environment: [name: value])
      #expect(found.status == 64 && found.err.hasPrefix(label), "\(name)=\(value)")
      let asked = try Program.run(["run", "--lang", "vi"], in: project.folder, environment: [name: value])
      #expect(asked.err.hasPrefix("lỗi: "))
    }
  }
}
