import Foundation
import Testing

@testable import Commands

/// Parameters of a pipeline, set on the command line of `check` and `run`.
@Suite struct SetTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder(["p.yaml": RunTests.pipeline("a")]) }

  @Test(arguments: [
    ("", "a"), ("--set times=1", "a"), ("--set times=3", "aaa"), ("--set=times=9", "aaaaaaaaa"),
    // Of two values the last counts.
    ("--set times=1 --set times=2", "aa"),
  ])
  func `a parameter takes the place of its default`(_ flags: String, _ text: String) async throws {
    #expect(await outcome("check \(folder.path)/p.yaml \(flags)").status == 0)
    let found = await outcome("run \(folder.path)/p.yaml \(flags) --quiet")
    #expect(found.status == 0, "\(found.err)")
    #expect(try folder.read("public/index.html") == text)
  }
  @Test(
    arguments: [
      ("--set times=0", 2, "times"), ("--set times=10", 2, "times"), ("--set times=x", 2, "times"),
      ("--set times=", 2, "times"), ("--set times=1.5", 2, "times"), ("--set times=[1]", 2, "times"),
      ("--set tims=2", 2, "did you mean 'times'?"), ("--set Times=2", 2, "'Times'"),
      ("--set", 64, "--set"), ("--set times", 64, "'times'"), ("--set =2", 64, "'=2'"),
    ])
  func `a wrong parameter is told by check as by run, and nothing is published`(
    _ flags: String, _ status: Int, _ words: String
  ) async {
    for command in ["check", "run"] {
      let found = await outcome("\(command) \(folder.path)/p.yaml \(flags) --lang en")
      #expect(found.status == Int32(status), "\(command) \(flags): \(found.err)\(found.out)")
      #expect(found.err.contains(words), "\(command): \(found.err)")
      let vi = await outcome("\(command) \(folder.path)/p.yaml \(flags) --lang vi")
      #expect(vi.status == found.status && vi.err.contains("lỗi: ") && vi.err != found.err)
    }
    #expect(throws: (any Error).self) { try folder.read("public/index.html") }
  }
  @Test func `one wrong file of several does not hide another, and each right one is told`() async throws {
    try folder.write("pipeline: [\n", to: "b.yaml")
    try folder.write("pipeline: c\nsteps: [{ use: text.mak }]\n", to: "c.yaml")
    let paths = ["p", "b", "c", "d"].map { "\(folder.path)/\($0).yaml" }
    let found = await outcome("check \(paths.joined(separator: " ")) --lang en")
    #expect(found.status == 2 && found.out == "\(paths[0]): right, 2 steps\n")
    for path in paths.dropFirst() { #expect(found.err.contains(path), "\(path)") }
    #expect(found.err.contains("did you mean 'text.make'?"))
  }
  @Test(arguments: [1, 2, 3, 8, 64, 1024]) func `any number of workers publishes the same bytes`(
    _ workers: Int
  ) async throws {
    let found = await outcome("run \(folder.path)/p.yaml --workers \(workers) --set times=7 --quiet")
    #expect(found.status == 0, "\(found.err)")
    #expect(try folder.read("public/index.html") == "aaaaaaa")
  }
}
