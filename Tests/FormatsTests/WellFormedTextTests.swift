import Testing

@testable import Formats

/// The check by blocks against the standard library, on texts in which signs of all lengths lie across blocks.
@Suite struct WellFormedTextTests {
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
  static let signs = [
    "a", "Nguyễn", "ộ", "đ", "é", "\u{7FF}", "\u{800}", "\u{FFFF}", "\u{D7FF}", "😀", "\u{10FFFF}",
    "0123456789",
  ]
  static func isText(_ bytes: [UInt8]) -> Bool {
    !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
  }
  static func text(_ random: inout Seeded, rare: Bool) -> [UInt8] {
    let count = Int.random(in: 0...60, using: &random)
    return (0..<count).flatMap { _ in
      Array(signs[Int.random(in: 0..<(rare ? signs.count : 5), using: &random)].utf8)
    }
  }

  @Test(arguments: 0..<400) func `texts are texts wherever they are cut`(_ seed: Int) {
    var random = Seeded(state: UInt64(seed))
    let bytes = Self.text(&random, rare: seed % 2 == 0)
    #expect(bytes.isWellFormedText)
    for cut in 0..<min(bytes.count, 140) {
      for isWide in [false, WideVectors.areThere] {
        #expect(Array(bytes[cut...]).isWellFormedText(isWide: isWide) == Self.isText(Array(bytes[cut...])))
        #expect(Array(bytes[..<cut]).isWellFormedText(isWide: isWide) == Self.isText(Array(bytes[..<cut])))
      }
    }
  }
  @Test(arguments: 0..<400) func `one wrong byte is found as the standard library finds it`(_ seed: Int) {
    var random = Seeded(state: UInt64(seed) + 1000)
    let bytes = Self.text(&random, rare: seed % 2 == 0) + Array("x".utf8)
    for _ in 0..<20 {
      var other = bytes
      other[Int.random(in: 0..<bytes.count, using: &random)] =
        [
          0, 0x7F, 0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF,
        ][Int.random(in: 0..<15, using: &random)]
      for isWide in [false, WideVectors.areThere] {
        #expect(other.isWellFormedText(isWide: isWide) == Self.isText(other))
      }
    }
  }
  @Test(arguments: 0..<200) func `bytes that part a text are found alike on every machine`(_ seed: Int) {
    var random = Seeded(state: UInt64(seed) + 5000)
    let bytes = (0..<200).map { _ in
      [10, 13, 34, 44, 59, 65, 0, 255][Int.random(in: 0..<8, using: &random)] as UInt8
    }
    let sieve = ByteSieve(separator: 59)
    bytes.withUnsafeBytes { text in
      for offset in 0...200 {
        let found = (0..<64).filter { offset + $0 < 200 && [10, 13, 34, 59].contains(bytes[offset + $0]) }
        let mask = sieve.mask(text, at: offset)
        #expect((0..<64).filter { mask >> UInt64($0) & 1 == 1 } == found)
        if offset + 64 <= 200 { #expect(sieve.portableMask(text, whole: offset) == mask) }
      }
    }
  }
  @Test(arguments: 0..<100) func `many blocks at once are the blocks one by one`(_ seed: Int) {
    var random = Seeded(state: UInt64(seed) + 9000)
    let size = Int.random(in: 0...500, using: &random)
    let bytes = (0..<size).map { _ in
      [10, 13, 34, 44, 59, 65, 0, 255][Int.random(in: 0..<8, using: &random)] as UInt8
    }
    let (sieve, offset) = (ByteSieve(separator: 59), Int.random(in: 0...size, using: &random))
    bytes.withUnsafeBytes { text in
      let there = (size - offset + 63) / 64
      let one = (0..<there).map { sieve.mask(text, at: offset + 64 * $0) }
      for (room, isWide) in [(1, false), (3, false), (20, false), (1, true), (3, true), (20, true)] {
        var masks = Array(repeating: 7 as UInt64, count: room)
        let count = masks.withUnsafeMutableBufferPointer {
          sieve.fill($0, text, at: offset, isWide: isWide && WideVectors.areThere)
        }
        #expect(count == min(room, there) && masks[..<count] == one[..<count])
        #expect(masks[count...].allSatisfy { $0 == 7 })
      }
    }
  }
}
