import Diagnostics
import StageKit
import StageTestKit
import Synchronization
import Testing

@Suite struct ProjectFilesTests {
  @Test(
    arguments: [
      ("a.csv", "p.yaml", "a.csv"), ("a.csv", "x/y/p.yaml", "x/y/a.csv"),
      ("../a.csv", "x/y/p.yaml", "x/a.csv"),
      ("./a/./b//c", "p.yaml", "a/b/c"), ("../../a", "x/y/p.yaml", "a"), ("..", "x/p.yaml", ""),
      ("../a", "p.yaml", nil), ("x/../../a", "p.yaml", nil), ("../../../a", "x/y/p.yaml", nil),
      ("/etc/passwd", "x/p.yaml", nil), ("..a", "p.yaml", "..a"), ("a/..b", "p.yaml", "a/..b"),
      ("share:units", "x/p.yaml", "share:units"), ("share:units/a.csv", "share:site/b", "share:units/a.csv"),
      ("share:../x", "p.yaml", nil), ("share:units/../../x", "p.yaml", nil),
      ("a.csv", "share:units/p.yaml", "share:units/a.csv"), ("../x/a", "share:units/p.yaml", "share:x/a"),
      ("../../a", "share:units/p.yaml", nil), ("/a", "share:units/p.yaml", nil),
      ("../a.csv", "--set f", "cwd:../a.csv"), ("/tmp/a.csv", "--set f", "cwd:/tmp/a.csv"),
      ("b.csv", "cwd:../x/a.yaml", "cwd:../x/b.csv"), ("b.csv", "cwd:a.yaml", "cwd:b.csv"),
      ("b.csv", "cwd:/tmp/x/a.yaml", "cwd:/tmp/x/b.csv"), ("../b.csv", "cwd:/tmp/x/a.yaml", "cwd:/tmp/b.csv"),
      ("../b.csv", "cwd:../a.yaml", "cwd:../../b.csv"), ("../b.csv", "cwd:a.yaml", "cwd:../b.csv"),
      ("/b.csv", "cwd:/tmp/a.yaml", nil),
    ] as [(String, String, String?)])
  func `a path is relative to the file it is written in`(_ path: String, _ file: String, _ found: String?) {
    #expect(ProjectFiles.resolve(path, from: file) == found)
  }
  @Test func `a path that leaves the project is told in both languages, with what to do`() {
    let range = SourceRange.top(of: "x/p.yaml")
    let found = problems { () throws(Diagnostics) in
      _ = try ProjectFiles.memory([:]).resolved(Path("../../a", at: range))
    }
    #expect(
      found == [
        "1:1 the path '../../a' leaves the project folder | đường dẫn '../../a' ra ngoài thư mục dự án"
          + " — copy the file into the project, or give it by --set; the project folder is the one with .minhbach.yaml"
          + " | chép tệp vào dự án, hoặc đưa vào bằng --set; thư mục dự án là thư mục có tệp .minhbach.yaml"
      ])
  }

  static let names = [
    "d/b-2.csv", "d/b-1.csv", "d/b-10.csv", "d/a.csv", "d/b.txt", "d/sub/b-3.csv", "b-4.csv",
  ]
  @Test(arguments: [
    ("d/b-*.csv", ["d/b-1.csv", "d/b-10.csv", "d/b-2.csv"]),
    ("d/*", ["d/a.csv", "d/b-1.csv", "d/b-10.csv", "d/b-2.csv", "d/b.txt", "d/sub"]),
    ("d/*-*0.*", ["d/b-10.csv"]), ("*.csv", ["b-4.csv"]), ("d/a.csv", ["d/a.csv"]),
    ("d/b**2.csv", ["d/b-2.csv"]), ("./d/../d/a*", ["d/a.csv"]),
  ]) func `a star stands for any letters of the last part`(_ pattern: String, _ found: [String]) throws {
    let files = ProjectFiles.memory(Dictionary(uniqueKeysWithValues: Self.names.map { ($0, "") }))
    #expect(try files.matching(Path(pattern, at: .top(of: "p.yaml"))) == found)
  }
  @Test(arguments: [
    ("d/b-3.csv", "there is no file 'd/b-3.csv' | không có tệp 'd/b-3.csv' — did you mean 'b-1.csv'?"),
    ("zzzzzz", "there is no file 'zzzzzz' | không có tệp 'zzzzzz'"),
  ]) func `a file that is not there is told before anything runs`(_ path: String, _ message: String) {
    let files = ProjectFiles.memory(Dictionary(uniqueKeysWithValues: Self.names.map { ($0, "") }))
    let found = problems { () throws(Diagnostics) in
      _ = try files.matching(Path(path, at: .top(of: "p.yaml")))
    }
    #expect(found.count == 1 && found.first?.hasPrefix("1:1 \(message)") == true, "\(found)")
  }
  @Test(arguments: ["d/c*.csv", "d/b-1*1.csv", "e/*.csv"]) func `a star that stands for nothing is a mistake`(
    pattern: String
  ) {
    let files = ProjectFiles.memory(Dictionary(uniqueKeysWithValues: Self.names.map { ($0, "") }))
    let found = problems { () throws(Diagnostics) in
      _ = try files.matching(Path(pattern, at: .top(of: "p.yaml")))
    }
    #expect(found == ["1:1 no file matches '\(pattern)' | không có tệp nào khớp '\(pattern)'"])
  }
  @Test func `a document is read once, wrong or right`() throws {
    struct Note: StageOptions, Resource {
      typealias Shape = Note
      static let kind = Phrase(vi: "lời ghi", en: "a note")
      static let key = "note"
      @Option(vi: "Lời.", en: "Text.") var text: String
    }
    let reads = Mutex<[String]>([])
    let memory = ProjectFiles.memory(["a.yaml": "text: 08", "b.yaml": "txt: 08"])
    let files = ProjectFiles { (path, offset, count) throws(StageError) in
      reads.withLock { $0.append(path) }
      return try memory.bytes(path, at: offset, count: count)
    } names: { (folder) throws(StageError) in
      try memory.list(folder)
    }
    let loader = DocumentLoader(files: files)
    for _ in 0..<3 {
      #expect(try loader.load(Note.self, "a.yaml").text == "08")
      let found = problems { () throws(Diagnostics) in _ = try loader.load(Note.self, "x/../b.yaml") }
      #expect(
        found.map { $0.prefix { $0 != "|" } } == ["1:1 unknown option 'txt' ", "1:1 missing option 'text' "])
    }
    #expect(reads.withLock { $0 } == ["a.yaml", "b.yaml"])
  }
}
