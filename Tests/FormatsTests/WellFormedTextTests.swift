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
      #expect(Array(bytes[cut...]).isWellFormedText == Self.isText(Array(bytes[cut...])))
      #expect(Array(bytes[..<cut]).isWellFormedText == Self.isText(Array(bytes[..<cut])))
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
      #expect(other.isWellFormedText == Self.isText(other))
    }
  }
}
