import Diagnostics
import StageKit
import StageTestKit
import Testing
import YAML

/// Limits on rejected rows as they are written, and the arithmetic of them against a slow twin.
@Suite struct AllowanceReadingTests {
  @Test(
    arguments: [
      ("100", 1_000_000, 100, true), ("100", 100, 101, false), ("0", 5, 0, true), ("0", 5, 1, false),
      ("2%", 100, 2, true), ("2%", 100, 3, false), ("0%", 100, 0, true), ("0%", 100, 1, false),
      ("100%", 7, 7, true), ("0.5%", 200, 1, true), ("0.5%", 199, 1, false), ("\"2%\"", 50, 1, true),
      ("2 %", 49, 1, false), ("0.0001%", 1_000_000, 1, true), ("0.0001%", 999_999, 1, false),
      ("33.3333%", 3, 1, false), ("33.3334%", 3, 1, true), ("10%", 0, 0, true),
      ("9223372036854775807", 0, .max, true),
    ] as [(String, Int, Int, Bool)]) func `a number or a share is read, and is the limit itself`(
      _ text: String, _ read: Int, _ rejected: Int, _ isAllowed: Bool
    ) throws
  {
    #expect(try reading(Allowance.self, text).allows(rejected, of: read) == isAllowed)
  }
  @Test(arguments: [
    "-1", "1.5", "abc", "", "[1]", "-2%", "1.00001%", "'%'", "0x10", "9223372036854775808", "2 percent",
    "'5'",
  ]) func `what is neither is refused`(_ text: String) {
    let found = problems { () throws(Diagnostics) in
      _ = try Only<Allowance>.decoded(from: parseYAML("x: \(text)", file: "t.yaml"))
    }
    #expect(found.count == 1 && found.first?.contains("option 'x'") == true, "\(found)")
  }
  @Test(arguments: ["0", "100", "2%", "0.5%", "12.25%", "100%", "0.0001%", "9223372036854775807"])
  func `what is written is read again`(_ text: String) throws {
    let limit = try reading(Allowance.self, text)
    #expect(limit.written == text)
    let again = try reading(Allowance.self, limit.written)
    #expect(again.written == text)
    #expect(limit.shown.en == text && limit.shown.vi == text.replacing(".", with: ","))
  }
  @Test(arguments: 1...6) func `a share is allowed just when it is no more than the share`(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<300 {
      let millionths = random.next(below: 1_000_001)
      let read = random.next(below: 3) == 0 ? Int.max - random.next(below: 5) : random.next(below: 3000)
      let share = Int128(read) * Int128(millionths)
      let most = Int(share / 1_000_000)
      let limit = Allowance.share(Percent(millionths: Int64(millionths)))
      for rejected in [most - 1, most, most + 1] where rejected >= 0 && rejected <= read {
        let isAllowed = Int128(rejected) * 1_000_000 <= share
        #expect(limit.allows(rejected, of: read) == isAllowed, "\(rejected) of \(read) at \(millionths)")
      }
    }
  }
  @Test(arguments: [0, 1, 5, 1000]) func `more that may be rejected allows no less`(_ read: Int) {
    for rejected in 0...min(read, 20) {
      var wasAllowed = false
      for millionths in stride(from: 0 as Int64, through: 1_000_000, by: 50_000) {
        let isAllowed = Allowance.share(Percent(millionths: millionths)).allows(rejected, of: read)
        #expect(isAllowed || !wasAllowed, "\(rejected) of \(read)")
        wasAllowed = isAllowed
      }
      #expect(wasAllowed, "a whole is always allowed")
    }
  }
}
