import Diagnostics
import StageKit
import Testing

@testable import Pipelines

/// A file that is read again in other pieces is the same file; one that has changed is not.
@Suite struct ReadingMarkTests {
  static let text = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
  static func files(_ bytes: [UInt8]) -> ProjectFiles {
    ProjectFiles { (_, offset, count) throws(StageError) in
      Array(bytes.dropFirst(offset).prefix(count))
    } names: { (_) in
      []
    }
  }
  static func read(_ record: ReadRecord, _ bytes: [UInt8], by size: Int) throws {
    let files = record.watching(files(bytes))
    for offset in stride(from: 0, to: bytes.count + 1, by: size) {
      _ = try files.bytes("a.csv", at: offset, count: size)
    }
  }
  @Test(arguments: [1, 7, 8, 36, 100], [1, 8, 9, 100])
  func `the pieces in which it is read do not matter`(_ first: Int, _ second: Int) throws {
    let (record, again) = (ReadRecord(), ReadRecord(again: true))
    try Self.read(record, Self.text, by: first)
    try Self.read(again, Self.text, by: second)
    try record.expectSame(again, in: Self.files(Self.text))
    #expect(record.all.map(\.size) == [36] && record.all[0].sha256 == sha256(Self.text))
  }
  @Test(arguments: [0, 5, 8, 17, 34], [1, 8, 100])
  func `any two bytes that change their places are seen`(_ place: Int, _ size: Int) throws {
    var other = Self.text
    other.swapAt(place, place + 1)
    let (record, again) = (ReadRecord(), ReadRecord(again: true))
    try Self.read(record, Self.text, by: size)
    try Self.read(again, other, by: size)
    #expect {
      try record.expectSame(again, in: Self.files(other))
    } throws: { error in
      (error as? StageError)?.message.en == "the file 'a.csv' was changed while it was being read"
    }
  }
  @Test func `a file that has grown is seen`() throws {
    let (record, again) = (ReadRecord(), ReadRecord(again: true))
    try Self.read(record, Self.text, by: 10)
    try Self.read(again, Self.text + [0], by: 10)
    #expect(throws: StageError.self) { try record.expectSame(again, in: Self.files(Self.text + [0])) }
  }
}
