import Diagnostics
import Testing
import YAML

/// SplitMix64, so that every run tries the same texts.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private let sample = """
  pipeline: tỉnh-mẫu-2024
  params: { year: { default: 2024, help: { vi: "Năm rà soát" } } }
  steps:
    - id: &first households
      with: { files: [a-*.csv, 'b.csv'], note: |
          hai dòng
      }
    - use: *first
      text: >-
        gấp
        lại
    - ? [a, b]
      : !!str c
  """

struct `Random texts` {
  @Test(arguments: 0..<20) func `random bytes never crash`(_ seed: Int) {
    var random = Seeded(state: UInt64(seed))
    for _ in 0..<100 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      do throws(Diagnostics) { _ = try parseYAML(bytes, file: "f") } catch { #expect(error.hasErrors) }
    }
  }
  @Test(arguments: 0..<20) func `random YAML signs keep every range inside the text`(_ seed: Int) {
    var random = Seeded(state: UInt64(seed) &+ 1000)
    let signs = [
      "a", "b", "ă", "a\u{301}", "😀", " ", " ", "\n", "\n", "\r\n", "\t", ":", ": ", "- ", "?", "[", "]", "{",
      "}", ",", "&a ",
      "*a", "!t ", "|", ">", "'", "\"", "#", "%", "---", "...", "<<", "\\", "\u{2028}", "\u{85}", "\u{FEFF}",
    ]
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        signs.randomElement(using: &random) ?? ""
      }
      expectPlaces(text.joined(), "seed \(seed)")
    }
  }
  @Test(arguments: 0..<20) func `mutated YAML keeps every range inside the text`(_ seed: Int) {
    var random = Seeded(state: UInt64(seed) &+ 2000)
    for _ in 0..<50 {
      var scalars = Array(sample.unicodeScalars)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<scalars.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: scalars.remove(at: place)
        case 1: scalars.insert(scalars.randomElement(using: &random) ?? " ", at: place)
        default: scalars.swapAt(place, Int.random(in: 0..<scalars.count, using: &random))
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      expectPlaces(String(text), "seed \(seed)")
    }
  }
}
