import StageTestKit
import Tables
import Testing

@Suite struct ByteReaderTests {
  @Test func `numbers and bytes are read as they were written`() throws {
    var writer = ByteWriter()
    writer.write(UInt8(7))
    writer.write(Int16(-2))
    writer.write(Int128.min)
    writer.write([1, 2, 3] as [UInt8])
    writer.write([] as [UInt8])
    writer.write(UInt64.max)
    var reader = ByteReader(writer.bytes)
    #expect(try reader.read(UInt8.self) == 7)
    #expect(try reader.read(Int16.self) == -2)
    #expect(try reader.read(Int128.self) == .min)
    #expect(try Array(reader.readBytes()) == [1, 2, 3])
    #expect(try reader.readBytes().isEmpty)
    #expect(!reader.isAtEnd)
    #expect(try reader.read(UInt64.self) == .max)
    #expect(reader.isAtEnd)
  }
  @Test func `the lowest byte is first`() {
    var writer = ByteWriter()
    writer.write(UInt32(0x0102_0304))
    #expect(writer.bytes == [4, 3, 2, 1])
  }
  @Test func `bytes that end too early are an error and take nothing`() {
    var reader = ByteReader([1, 2, 3])
    #expect(throws: StateError.self) { try reader.read(UInt32.self) }
    #expect(throws: StateError.self) { try reader.readBytes() }
    #expect(throws: Never.self) { try reader.read(UInt16.self) }
    #expect(!reader.isAtEnd)
  }
  @Test(arguments: [4 as UInt64, .max, 1 << 63, UInt64(Int.max)])
  func `a length beyond the end is an error`(_ length: UInt64) {
    var writer = ByteWriter()
    writer.write(length)
    var reader = ByteReader(writer.bytes + [1, 2, 3])
    #expect(throws: StateError.self) { try reader.readBytes() }
  }
  @Test(arguments: 0..<8) func `no bytes trap`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<1000 {
      let bytes = (0..<random.next(below: 40)).map { _ in
        random.next(below: 3) == 0 ? UInt8(truncatingIfNeeded: random.next()) : 0
      }
      var reader = ByteReader(bytes)
      do throws(StateError) {
        while !reader.isAtEnd {
          switch random.next(below: 4) {
          case 0: _ = try reader.read(UInt8.self)
          case 1: _ = try reader.read(Int64.self)
          case 2: _ = try reader.read(Int128.self)
          default: _ = try reader.readBytes()
          }
        }
      } catch { #expect(!error.message.isEmpty) }
    }
  }
}
