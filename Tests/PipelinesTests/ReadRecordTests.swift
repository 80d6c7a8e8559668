import Diagnostics
import StageKit
import StageTestKit
import Testing

@testable import Pipelines

/// What is known of the files that were read.
@Suite struct ReadRecordTests {
  static let text = Array("0123456789".utf8)

  @Test(
    arguments: [
      [(0, 10)], [(0, 4), (4, 6)], [(0, 4), (0, 10)], [(0, 3), (0, 4), (2, 5), (7, 9)], [(0, .max)],
      [(0, 10), (10, 5), (0, 10)], [(0, 4), (4, 4), (8, 4), (12, 4)], [(0, 0), (0, 10)],
    ] as [[(Int, Int)]])
  func `a file read from its start to its end, some of it several times, is known whole`(
    _ reads: [(offset: Int, count: Int)]
  ) throws {
    let record = ReadRecord()
    let files = record.watching(.memory(bytes: ["a": Self.text, "b": []]))
    for read in reads { _ = try files.bytes("a", at: read.offset, count: read.count) }
    #expect(record.all == [InputRecord(path: "a", size: 10, sha256: sha256(Self.text))])
  }
  @Test func `files are told by path, with those that another process has read`() throws {
    let record = ReadRecord()
    let files = record.watching(.memory(bytes: ["b": Self.text, "a": [], "c": [1]]))
    for path in ["c", "b", "a"] { _ = try files.bytes(path) }
    let other = InputRecord(path: "b2", size: 3, sha256: "x")
    record.add(other)
    #expect(record.all.map(\.path) == ["a", "b", "b2", "c"] && record.all[2] == other)
    #expect(record.all[0].sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
  @Test func `what cannot be read is not known`() {
    let record = ReadRecord()
    #expect(throws: StageError.self) { try record.watching(.memory([:])).bytes("a") }
    #expect(record.all.isEmpty)
  }
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ]) func `a digest is written in lower-case hexadecimal`(_ text: String, _ digest: String) {
    #expect(sha256(Array(text.utf8)) == digest)
  }
}
