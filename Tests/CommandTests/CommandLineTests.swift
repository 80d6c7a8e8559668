import Foundation
import Testing

/// Every command as people call it: exit status, language, form.
@Suite struct CommandLineTests {
  let project: TemporaryProject
  init() throws { project = try TemporaryProject() }

  @Test func `help is Vietnamese without a locale, and English on request`() throws {
    let vi = try project.run("--help")
    let en = try project.run("--help --lang en")
    #expect(vi.status == 0 && en.status == 0)
    #expect(vi.out.hasPrefix("GIỚI THIỆU: ") && en.out.hasPrefix("OVERVIEW: "))
    let locale = try Program.run(["--help"], in: project.folder, environment: ["LANG": "en_US.UTF-8"])
    #expect(locale.out == en.out)
  }
  @Test func `the version is that of the reports`() throws {
    let version = try project.run("--version")
    #expect(version.status == 0)
    #expect(version.out.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }
  @Test(arguments: ["chek", "run", "check", "run a --workers 0", "run a --set year", "stages --frmat json"])
  func `a wrong command line ends with 64 and says so on the standard error`(line: String) throws {
    for (language, label) in [("vi", "lỗi: "), ("en", "error: ")] {
      let found = try project.run("\(line) --lang \(language)")
      #expect(found.status == 64)
      #expect(found.err.hasPrefix(label) && found.out.isEmpty)
    }
  }
  @Test func `the stages are listed, and each is explained in both languages`() throws {
    let listed = try project.run("stages --lang en")
    #expect(listed.status == 0)
    let names = listed.out.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(names.contains("csv.read") && names.contains("site.build"))
    for name in names {
      let vi = try project.run("explain \(name) --lang vi")
      let en = try project.run("explain \(name) --lang en")
      #expect(vi.status == 0 && en.status == 0 && vi.err.isEmpty && en.err.isEmpty)
      #expect(vi.out.contains("Tùy chọn (with):") && vi.out.contains("Ví dụ:\n"))
      #expect(en.out.contains("Options (with):") && en.out.contains("Example:\n"))
    }
  }
  @Test func `a code is explained, and an unknown one is told with the nearest`() throws {
    let found = try project.run("explain options.unknown --lang en")
    #expect(found.status == 0 && found.out.hasPrefix("options.unknown\n"))
    let unknown = try project.run("explain options.unknow --lang vi")
    #expect(unknown.status == 64)
    #expect(
      unknown.err == """
        lỗi: không có công đoạn, mã hay quy tắc 'options.unknow' [command.unknown-name]
        gợi ý: có phải ý bạn là 'options.unknown'?

        1 lỗi

        """)
  }
  @Test func `the schema is JSON and describes every stage`() throws {
    let schema = try project.run("schema")
    #expect(schema.status == 0)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(schema.out.utf8)) as? [String: Any])
    #expect(json["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    let properties = try #require(json["properties"] as? [String: Any])
    let steps = try #require((properties["steps"] as? [String: Any])?["items"] as? [String: Any])
    let stages = try #require((steps["allOf"] as? [[String: Any]]))
    #expect(stages.count == (try project.run("stages").out.split(separator: "\n").count))
    for stage in stages { #expect(stage["if"] != nil && stage["then"] != nil) }
  }
}
