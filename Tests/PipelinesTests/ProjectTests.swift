import Diagnostics
import Foundation
import StageKit
import StageTestKit
import Testing

@testable import Pipelines

/// The folder of a project, and what may be read from it.
@Suite struct ProjectTests {
  let folder: TemporaryFolder
  init() throws {
    folder = try TemporaryFolder([
      "p/.minhbach.yaml": "", "p/a.yaml": "a", "p/x/b.yaml": "b", "p/x/y/c.yaml": "c",
      "p/q/.minhbach.yaml": "",
      "p/q/d.yaml": "d", "alone/e.yaml": "e", "outside.txt": "secret", "p/data/1.csv": "12345",
      "p/data/2.csv": "",
    ])
  }
  private var files: ProjectFiles { .folder("\(folder.path)/p", share: ShareFolder(from: nil)) }

  @Test(arguments: [
    ("p/a.yaml", "p", "a.yaml"), ("p/x/b.yaml", "p", "x/b.yaml"), ("p/x/y/c.yaml", "p", "x/y/c.yaml"),
    ("p/q/d.yaml", "p/q", "d.yaml"), ("alone/e.yaml", "alone", "e.yaml"), ("p/x/../a.yaml", "p", "a.yaml"),
    ("p/q/.minhbach.yaml", "p/q", ".minhbach.yaml"),
  ]) func `a project is the nearest folder with a mark, else that of the file`(
    _ path: String, _ root: String, _ file: String
  ) throws {
    let project = try Project.find("\(folder.path)/\(path)")
    #expect(project.root == "\(folder.path)/\(root)" && project.file == file)
    #expect(throws: Never.self) { try project.files.bytes(project.file) }
  }
  @Test func `a file that is a link belongs to the project it lies in`() throws {
    try folder.link("alone/link.yaml", to: "\(folder.path)/p/x/b.yaml")
    let project = try Project.find("\(folder.path)/alone/link.yaml")
    #expect(project.root == "\(folder.path)/p" && project.file == "x/b.yaml")
  }
  @Test func `a file that is not there is told with the nearest name`() {
    let path = "\(folder.path)/p/a.yml"
    let error = #expect(throws: Diagnostics.self) { try Project.find(path) }
    #expect(error?.all.map(\.code) == ["files.unreadable"])
    #expect(
      error?.all.first?.message == Phrase(vi: "không có tệp '\(path)'", en: "there is no file '\(path)'"))
    #expect(error?.all.first?.hint == Phrase(vi: "có phải ý bạn là 'a.yaml'?", en: "did you mean 'a.yaml'?"))
  }
  @Test func `a path is shown as a person would write it`() throws {
    let project = try Project.find("\(folder.path)/p/a.yaml")
    #expect(project.shown("x/b.yaml") == "\(folder.path)/p/x/b.yaml")
    #expect(
      project.shown("share:units/a.csv") == "share:units/a.csv" && project.shown("--set a") == "--set a")
    #expect(project.shown("cwd:/tmp/a") == "/tmp/a")
    let here = FileManager.default.currentDirectoryPath
    #expect(project.shown("cwd:\(here)/a/b.csv") == "a/b.csv")
  }

  @Test(arguments: [(0, Int.max, "12345"), (2, 2, "34"), (4, 9, "5"), (5, 1, ""), (9, 1, ""), (0, 0, "")])
  func `some bytes of a file are read`(_ offset: Int, _ count: Int, _ text: String) throws {
    #expect(String(decoding: try files.bytes("data/1.csv", at: offset, count: count), as: UTF8.self) == text)
  }
  @Test func `the names in a folder are sorted, and do not include itself`() throws {
    #expect(try files.list("") == [".minhbach.yaml", "a.yaml", "data", "q", "x"])
    #expect(try files.list("data") == ["1.csv", "2.csv"])
  }
  @Test(
    arguments: [
      ("b.yaml", "there is no file 'b.yaml'", "không có tệp 'b.yaml'", "did you mean 'a.yaml'?"),
      (
        "data/11.csv", "there is no file 'data/11.csv'", "không có tệp 'data/11.csv'", "did you mean '1.csv'?"
      ),
      ("data", "'data' is a folder, and a file is needed", "'data' là thư mục, cần một tệp", nil),
      ("a.yaml/b", "there is no file 'a.yaml/b'", "không có tệp 'a.yaml/b'", nil),
      ("nowhere/zzz", "there is no file 'nowhere/zzz'", "không có tệp 'nowhere/zzz'", nil),
    ] as [(String, String, String, String?)])
  func `what cannot be read is told`(_ path: String, _ en: String, _ vi: String, _ hint: String?) {
    let error = #expect(throws: StageError.self) { try files.bytes(path) }
    #expect(
      error?.message == Phrase(vi: vi, en: en) && error?.hint?.en == hint && error?.cause == .environment)
  }
  @Test func `a link that leads nowhere is told as one, and not by its own name`() throws {
    try folder.link("p/hong.csv", to: "khong/co.csv")
    let error = #expect(throws: StageError.self) { try files.bytes("hong.csv") }
    #expect(error?.message.vi == "'hong.csv' là liên kết tới 'khong/co.csv', nơi không có gì")
    #expect(error?.hint == nil)
    let found = #expect(throws: Diagnostics.self) { try Project.find("\(folder.path)/p/hong.csv") }
    #expect(found?.all.first?.message.en.contains("is a link to 'khong/co.csv'") == true)
    #expect(found?.all.first?.hint == nil)
  }
  @Test func `a link inside the project is followed, and one that leaves it is refused`() throws {
    try folder.link("p/in.yaml", to: "x/b.yaml")
    try folder.link("p/out.txt", to: "../outside.txt")
    try folder.link("p/absolute.txt", to: "\(folder.path)/outside.txt")
    try folder.link("p/up", to: "..")
    try folder.link("p/data/far", to: "../../alone")
    #expect(try files.bytes("in.yaml") == Array("b".utf8))
    for path in ["out.txt", "absolute.txt", "up/outside.txt", "data/far/e.yaml"] {
      let error = #expect(throws: StageError.self) { try files.bytes(path) }
      #expect(
        error?.message
          == Phrase(
            vi: "'\(path)' là liên kết ra ngoài thư mục dự án",
            en: "'\(path)' is a link that leaves the project folder"))
    }
    #expect(throws: StageError.self) { try files.list("up") }
  }
  @Test func `a link to a folder beside with a longer name leaves the project`() throws {
    try folder.write("secret", to: "project/a.txt")
    try folder.link("p/beside", to: "../project")
    #expect(throws: StageError.self) { try files.bytes("beside/a.txt") }
  }
  @Test func `a project may be the root of the disk`() throws {
    let files = ProjectFiles.folder("/", share: ShareFolder(from: nil))
    #expect(try files.bytes("\(folder.path.dropFirst())/p/a.yaml") == Array("a".utf8))
  }
  @Test func `a data file that is a link out of the project stops the run`() async throws {
    try folder.link("p/people.txt", to: "\(folder.path)/outside.txt")
    let text =
      "pipeline: t\nsteps:\n  - { use: people.read, with: { files: [people.txt] } }\n  - { use: rows.write }"
    try folder.write(text, to: "p/p.yaml")
    let checked = try checkPipeline("p.yaml", stages: exampleStages, files: files)
    let output = MemoryOutput()
    let report = await Runner(checked, files: files, width: 2).run(into: output.output)
    #expect(report.failure?.message.en == "'people.txt' is a link that leaves the project folder")
    #expect(output.paths.isEmpty)
  }
  @Test func `a path of the command line is of the working directory`() throws {
    #expect(try files.bytes("cwd:\(folder.path)/outside.txt") == Array("secret".utf8))
    #expect(throws: StageError.self) { try files.bytes("cwd:no-such-file-\(UUID().uuidString)") }
  }
  @Test func `what the program brings is found through its own folder`() throws {
    try folder.write("code\n", to: "lib/share/minhbach/units/units.csv")
    let files = ProjectFiles.folder("\(folder.path)/p", share: ShareFolder(from: "\(folder.path)/lib/bin"))
    #expect(try files.bytes("share:units/units.csv") == Array("code\n".utf8))
    #expect(try files.list("share:units") == ["units.csv"])
  }
}
