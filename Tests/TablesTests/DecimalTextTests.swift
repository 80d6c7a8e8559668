import StageTestKit
import Tables
import Testing

@Suite struct DecimalTextTests {
  @Test(
    arguments: [
      ("0", 0, 0), ("-0", 0, 0), ("12", 0, 12), ("-12", 2, -1200), ("12.5", 2, 1250), ("12.50", 2, 1250),
      ("-0.05", 2, -5), ("007", 0, 7), ("9223372036854775807", 0, .max), ("-9223372036854775808", 0, .min),
      ("92233720368547758.07", 2, .max), ("-92233720368547758.08", 2, .min),
      ("9.223372036854775807", 18, .max),
      ("-9.223372036854775808", 18, .min), ("9", 18, 9_000_000_000_000_000_000),
    ] as [(String, Int, Int64)])
  func `a decimal is read in units of its scale`(_ text: String, _ scale: Int, _ units: Int64) {
    #expect(Int64(decimal: text.utf8, scale: scale) == units)
  }
  @Test(arguments: [
    ("", 2), ("-", 2), (".", 2), ("-.", 2), (".5", 2), ("5.", 2), ("1.2.3", 2), ("1.234", 2), ("1.500", 2),
    ("1.5", 0), ("1.", 0), ("+1", 2), ("--1", 2), ("1-", 2), (" 1", 2), ("1 ", 2), ("1,5", 2), ("1e2", 2),
    ("9223372036854775808", 0), ("-9223372036854775809", 0), ("92233720368547758.08", 2), ("10", 18),
    ("99999999999999999999999999", 0), ("１", 0), ("/", 0), (":", 0), ("1\u{0}", 0),
  ])
  func `anything else is none, and nothing is rounded`(_ text: String, _ scale: Int) {
    #expect(Int64(decimal: text.utf8, scale: scale) == nil)
  }
  @Test(arguments: 0..<4) func `what is printed is read again`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<2000 {
      let scale = random.next(below: 19)
      let units = Int64(bitPattern: random.next()) >> Int64(random.next(below: 64))
      let text = FixedPoint(units: Int128(units), scale: scale).plain
      #expect(Int64(decimal: text.utf8, scale: scale) == units, "\(text) at \(scale)")
    }
  }
  @Test(arguments: 0..<4) func `texts that are no decimals are told from those that are, without a trap`(
    _ seed: Int
  ) {
    var random = SeededRandom(UInt64(seed))
    let alphabet = Array("0123456789--..+e ,".utf8)
    for _ in 0..<4000 {
      let bytes = (0..<random.next(below: 24)).map { _ in alphabet[random.next(below: alphabet.count)] }
      let text = String(decoding: bytes, as: UTF8.self)
      let scale = random.next(below: 5)
      let twin = FixedPoint(plain: text).flatMap { number in
        number.scale <= scale ? number.units(at: scale).flatMap { Int64(exactly: $0) } : nil
      }
      #expect(Int64(decimal: bytes, scale: scale) == twin, "\(text) at \(scale)")
    }
  }
}
