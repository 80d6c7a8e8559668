import Diagnostics
import Foundation
import StageKit
import Testing

@testable import Pipelines

/// The calls on the disk of this machine.
@Suite struct FileSystemTests {
  let folder: TemporaryFolder
  let disk = FileSystem.disk
  init() throws { folder = try TemporaryFolder(["a/1": "one", "b/2": "two", "c": "three"]) }
  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }
  private func refused(
    _ call: String, _ action: String, _ name: String, _ why: String, _ reason: String
  ) -> StageError {
    StageError(
      Phrase(
        vi: "không \(action) được '\(path(name))': \(reason)",
        en: "the system refused (\(call)) '\(path(name))': \(why)"))
  }

  @Test(arguments: [true, false]) func `a file is written with its folders, and again over what was there`(
    durable: Bool
  ) throws {
    try disk.write(path("x/y/z"), Array("longer".utf8), durable)
    try disk.write(path("x/y/z"), Array("kết".utf8), durable)
    #expect(try folder.read("x/y/z") == "kết")
    try disk.write(path("x/empty"), [], durable)
    #expect(try disk.read(path("x/empty")) == [])
  }
  @Test func `what is not there is nothing`() throws {
    #expect(try disk.read(path("none")) == nil)
    #expect(disk.list(path("none")).isEmpty && !disk.exists(path("none")) && disk.exists(path("a")))
    disk.remove(path("none"))
  }
  @Test func `a pipe or a folder is neither read nor written into, nor waited for`()
    throws
  {
    try #require(mkfifo(path("ong"), 0o600) == 0)
    for name in ["ong", "a"] {
      let reads: [() throws -> Void] = [
        { _ = try disk.read(path(name)) }, { _ = try disk.part(path(name), 0, 1) },
      ]
      for read in reads {
        let error = #expect(throws: StageError.self) { try read() }
        #expect(error?.code == "output.no-file" && error?.message.en.contains(path(name)) == true)
      }
    }
    #expect(throws: StageError.self) { try disk.write(path("ong"), [1], false) }
    #expect(throws: StageError.self) { try disk.append(path("ong"), [1]) }
    let project = ProjectFiles.folder(folder.path)
    #expect(try project.bytes("ong").isEmpty)
  }
  @Test func `two folders, two files, or one of each are exchanged`() throws {
    try disk.exchange(path("a"), path("b"))
    #expect(try folder.read("a/2") == "two" && folder.read("b/1") == "one")
    try disk.exchange(path("a/2"), path("c"))
    #expect(try folder.read("a/2") == "three" && folder.read("c") == "two")
    try disk.exchange(path("a"), path("c"))
    #expect(try folder.read("c/2") == "three" && folder.read("a") == "two")
  }
  @Test func `all that was written is waited for, in a folder that is there`() throws {
    try disk.flush(folder.path)
    #expect(throws: refused("open", "mở", "none", "No such file or directory", "không có tệp hay thư mục ấy"))
    { try disk.flush(path("none")) }
  }
  @Test func `one run at a time writes into a folder`() throws {
    var first: FolderLock? = try FolderLock(of: folder.path)
    #expect(first != nil)
    let error = #expect(throws: StageError.self) { _ = try FolderLock(of: folder.path) }
    #expect(error?.message.en == "another run is writing into '\(folder.path)'")
    #expect(error?.mayRetry == true)
    first = nil
    _ = try FolderLock(of: folder.path)
  }
  @Test func `a name is given to a file in place of another`() throws {
    try disk.rename(path("a/1"), path("c"))
    #expect(try folder.read("c") == "one" && folder.list("a").isEmpty)
  }
  @Test func `a folder is removed with all in it, and nothing that it links to`() throws {
    try folder.link("a/out", to: path("b"))
    disk.remove(path("a"))
    #expect(!disk.exists(path("a")) && disk.exists(path("b/2")))
    disk.remove(path("c"))
    #expect(disk.list(folder.path) == ["b"])
  }
  @Test func `what the system refuses is told in both languages`() throws {
    #expect(
      throws: refused("exchange", "thay", "none", "No such file or directory", "không có tệp hay thư mục ấy")
    ) {
      try disk.exchange(path("a"), path("none"))
    }
    #expect(
      throws: refused("rename", "đặt tên", "x", "No such file or directory", "không có tệp hay thư mục ấy")
    ) {
      try disk.rename(path("none"), path("x"))
    }
    #expect(
      throws: refused(
        "mkdir", "tạo thư mục", "c/d", "Not a directory", "một phần của đường dẫn không phải thư mục")
    ) { try disk.makeFolder(path("c/d")) }
    #expect(throws: refused("open", "mở", "a", "Is a directory", "đó là một thư mục")) {
      try disk.write(path("a"), [1], false)
    }
  }
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full disk is told with what to do, and the run may be tried again`() {
    let error = #expect(throws: StageError.self) { try disk.write("/dev/full", [1], false) }
    #expect(
      error
        == StageError(
          Phrase(vi: "hết chỗ trên đĩa khi ghi '/dev/full'", en: "the disk is full at '/dev/full'"),
          hint: Phrase(
            vi: "giải phóng chỗ rồi chạy lại; trang đã công bố vẫn nguyên",
            en: "free some space and run again; what was published is untouched"), mayRetry: true))
  }
}
