import Foundation
import Glibc
import Testing

@testable import Commands

/// `run` with stages of these tests: what is published, and what is left when it is not.
@Suite struct RunTests {
  static func pipeline(_ text: String, then: String = "nothing") -> String {
    """
    pipeline: loi
    params: { times: { default: 1 } }
    edition: { id: "2024.1", date: 2024-12-31 }
    steps:
      - id: text
        use: text.make
        with: { text: "\(text)", times: { param: times } }
      - use: text.publish
        with: { then: \(then) }

    """
  }
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder(["p.yaml": Self.pipeline("một\\n")]) }

  private func published() throws -> String { try folder.read("public/index.html") }

  @Test func `a run says a line for each step and where the results are`() async throws {
    let found = await outcome("run \(folder.path)/p.yaml --lang vi --workers 2")
    #expect(found.status == 0 && found.err.isEmpty)
    let lines = found.out.replacing(/\d+ ms/, with: "N ms")
    #expect(
      lines == """
        text          text.make · N ms
        text.publish  text.publish · N ms
        xong (2024.1): kết quả ở \(folder.path)

        """)
    #expect(try published() == "một\n")
  }
  @Test func `a quiet run says nothing`() async {
    let found = await outcome("run \(folder.path)/p.yaml --quiet")
    #expect(found.status == 0 && found.err.isEmpty && found.out.isEmpty)
  }
  @Test func `programs get a JSON value for each step`() async throws {
    let found = await outcome("run \(folder.path)/p.yaml --format json")
    let values = try found.out.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(values.map { $0["step"] as? String } == ["text", "text.publish", nil])
    #expect(values.last?["status"] as? String == "published")
  }
  @Test func `the output goes where it is asked to`() async throws {
    let found = await outcome("run \(folder.path)/p.yaml --output \(folder.path)/ra/1 --set times=2")
    #expect(found.status == 0, "\(found.err)")
    #expect(try folder.read("ra/1/public/index.html") == "một\nmột\n")
    #expect(throws: (any Error).self) { try published() }
  }
  @Test func `a failure leaves what was published`() async throws {
    #expect(await outcome("run \(folder.path)/p.yaml").status == 0)
    try folder.write(Self.pipeline("hai", then: "fail"), to: "p.yaml")
    let found = await outcome("run \(folder.path)/p.yaml --lang en")
    #expect(found.status == 3)
    #expect(found.err == "error: the power is out [run.failed]\n\n1 error\n")
    #expect(found.out.hasSuffix("nothing was published; what was published before is as it was\n"))
    #expect(try published() == "một\n")
  }
  @Test func `data that fail a gate end with 1 and leave what was published`() async throws {
    #expect(await outcome("run \(folder.path)/p.yaml").status == 0)
    try folder.write(Self.pipeline("hai", then: "refuse"), to: "p.yaml")
    let found = await outcome("run \(folder.path)/p.yaml --lang vi")
    #expect(found.status == 1)
    #expect(found.err == "lỗi: thiếu dòng [run.gate]\n\n1 lỗi\n")
    #expect(try published() == "một\n")
  }
  @Test func `a kill between staging and exchange leaves what was published, and the next run mends`()
    async throws
  {
    #expect(await outcome("run \(folder.path)/p.yaml").status == 0)
    try folder.write(Self.pipeline("hai", then: "die"), to: "p.yaml")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      _ = await outcome("run \(path)/p.yaml")
    }
    #expect(try published() == "một\n")
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/.public.new/index.html"))
    try folder.write(Self.pipeline("ba"), to: "p.yaml")
    #expect(await outcome("run \(folder.path)/p.yaml").status == 0)
    #expect(try published() == "ba")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(left == ["ledger", "office", "p.yaml", "provenance.json", "public"])
  }
  @Test(arguments: ["vi", "en"]) func `Ctrl-C ends with 3, says so, and leaves what was published`(
    _ language: String
  ) async throws {
    #expect(await outcome("run \(folder.path)/p.yaml").status == 0)
    try folder.write(Self.pipeline("hai", then: "interrupt"), to: "p.yaml")
    await #expect(processExitsWith: .exitCode(3)) { [path = folder.path as String, language] in
      let found = await outcome("run \(path)/p.yaml --lang \(language)")
      let said = language == "vi" ? "lần chạy đã bị dừng giữa chừng" : "the run was stopped before its end"
      guard found.err.contains(said) else { exit(1) }
      exit(found.status)
    }
    #expect(try published() == "một\n")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(left == ["ledger", "office", "p.yaml", "provenance.json", "public"])
  }
  @Test func `a disk that takes no more ends with 3 and leaves what was published`() async throws {
    #expect(await outcome("run \(folder.path)/p.yaml").status == 0)
    try folder.write(Self.pipeline(String(repeating: "a", count: 9000)), to: "p.yaml")
    await #expect(processExitsWith: .exitCode(3)) { [path = folder.path as String] in
      // No file may grow beyond four kilobytes; going on is answered by an error of `write`, as on a full disk.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      exit(await outcome("run \(path)/p.yaml").status)
    }
    #expect(try published() == "một\n")
  }
  @Test func `on a terminal there is no bar for work under a second`() async {
    let recorded = RecordedConsole(terminalWidth: 80)
    let command = Command(stages: [MakeText.self, PublishText.self])
    #expect(await command.run(["run", "\(folder.path)/p.yaml"], console: recorded.console) == 0)
    #expect(recorded.err.isEmpty)
  }
}
