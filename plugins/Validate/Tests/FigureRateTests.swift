import Diagnostics
import Tables
import Testing

/// Printed rates against counts, rates against rates, units against their parts, each against plain arithmetic.
@Suite struct FigureRateTests {
  /// A percentage of so many places as it is printed.
  private static func printed(_ units: Int, _ scale: Int) -> String {
    "\(FixedPoint(units: Int128(units), scale: scale).plain)%"
  }
  private static let power = [1, 10, 100, 1000, 10_000]
  /// The part of the whole in percent, half away from zero.
  private static func rounded(_ part: Int, _ whole: Int, _ scale: Int) -> Int {
    (2 * part * 100 * power[scale] + whole) / (2 * whole)
  }
  private static let rule = "- { id: R, rate: { rate: r, part: a, whole: b } }"

  @Test(arguments: 0...4) func `a rate is that of its counts, rounded half away from zero`(_ scale: Int)
    async throws
  {
    var random = Seeded(scale)
    for _ in 0..<12 {
      let whole = 1 + random.below(random.one([7, 200, 40_000]))
      let part = random.below(whole + 1)
      let right = Self.rounded(part, whole, scale)
      for (off, kinds) in [(0, []), (1, ["R wrong"]), (-1, ["R wrong"])] as [(Int, [String])]
      where right + off >= 0 {
        let found = try await FigureFound(
          Self.rule, "r=\(Self.printed(right + off, scale)) a=\(part) b=\(whole)")
        #expect(found.kinds == kinds, "\(part) of \(whole) as \(Self.printed(right + off, scale))")
      }
    }
  }
  @Test(
    arguments: [
      // Exactly half: away from zero, and not to the even one.
      ("r=0.1% a=1 b=2000", []), ("r=0.0% a=1 b=2000", ["R wrong"]), ("r=12.5% a=1 b=8", []),
      ("r=13% a=1 b=8", []), ("r=12% a=1 b=8", ["R wrong"]), ("r=0.13% a=1 b=800", []),
      ("r=0.12% a=1 b=800", ["R wrong"]),
      ("r=2.68% a=107 b=4000", []), ("r=100% a=7 b=7", []), ("r=0% a=0 b=7", []), ("r=0.00% a=0 b=7", []),
      ("r=1.20% a=3675 b=306250", []),
      // More than all of them is still a rate that follows from its counts.
      ("r=200% a=14 b=7", []), ("r=100% a=14 b=7", ["R wrong"]),
      ("r=50% a=- b=4", ["R not-checked"]), ("r=50% a=2 b=-", ["R not-checked"]),
      ("r=50% a=2", ["R not-checked"]),
      ("r=- a=2 b=4", []), ("a=2 b=4", []), ("r=0% a=0 b=0", ["R zero-whole"]),
      // A printed rate is of the total of its own day only.
      ("r=50% a=2 2024-06-30/b=4", ["R not-checked"]),
    ] as [(String, [String])]) func `a rate stands, or is told, or cannot be asked`(
      _ figures: String, _ kinds: [String]
    ) async throws
  {
    let found = try await FigureFound(Self.rule, figures)
    #expect(found.kinds.filter { $0 != "R idle-rule" } == kinds, "\(found.messages.map(\.en))")
    #expect(found.messages.allSatisfy { $0.vi != $0.en })
  }
  @Test func `a printed rate is held against a total of no standard of its own day only`() async throws {
    let rule = "- { id: R, rate: { rate: poor_rate, part: poor, whole: households } }"
    #expect(try await FigureFound(rule, "poor_rate=50% poor=2 none/households=4").kinds == [])
    #expect(try await FigureFound(rule, "poor_rate=50% poor=2 none/households=5").kinds == ["R wrong"])
    #expect(
      try await FigureFound(rule, "poor_rate=50% poor=2 none/2024-06-30/households=5").kinds == [
        "R not-checked"
      ])
  }

  // MARK: Rates of parts

  @Test(arguments: 0..<10) func `rates add up within half a unit of the last place of each`(_ seed: Int)
    async throws
  {
    var random = Seeded(seed)
    // In half thousandths of a percent; no rate is below 0 or above 100.
    func span(_ units: Int, _ scale: Int) -> ClosedRange<Int> {
      let (middle, half) = (2 * units * Self.power[3 - scale], Self.power[3 - scale])
      return max(0, middle - half)...min(200_000, middle + half)
    }
    for _ in 0..<8 {
      let scales = (0..<3).map { _ in random.below(4) }
      let parts = scales.dropFirst().map { random.below(50 * Self.power[$0]) }
      // Everything in thousandths.
      let sum = zip(parts, scales.dropFirst()).reduce(0) { $0 + $1.0 * Self.power[3 - $1.1] }
      let whole = max(0, sum / Self.power[3 - scales[0]] + random.below(5) - 2)
      let (first, second) = (span(parts[0], scales[1]), span(parts[1], scales[2]))
      let together = first.lowerBound + second.lowerBound...first.upperBound + second.upperBound
      let found = try await FigureFound(
        "- { id: R, rates: { whole: w, parts: [p, q] } }",
        "w=\(Self.printed(whole, scales[0])) p=\(Self.printed(parts[0], scales[1])) q=\(Self.printed(parts[1], scales[2]))"
      )
      #expect(
        found.kinds == (together.overlaps(span(whole, scales[0])) ? [] : ["R wrong"]),
        "\(whole) \(parts) \(scales)")
    }
  }

  // MARK: Parts of a unit

  private static func communes(_ counts: [String], _ measure: String = "poor") -> String {
    counts.enumerated().map { "9000\($0 + 1)/\(measure)=\($1)" }.joined(separator: " ")
  }
  @Test(
    arguments: [
      ("district", "21", ["1", "2", "3", "4", "5", "6"], []),
      ("district", "0", Array(repeating: "0", count: 6), []),
      ("district", "22", ["1", "2", "3", "4", "5", "6"], ["R wrong"]),
      ("district", "20", ["1", "2", "3", "4", "5", "6"], ["R wrong"]),
      ("district", "15", ["1", "2", "3", "4", "5", "-"], ["R not-checked"]),
      ("district", "15", ["1", "2", "3", "4", "5"], ["R not-checked"]),
      ("province", "21", ["1", "2", "3", "4", "5", "6"], []),
      ("province", "1", ["1", "2", "3", "4", "5", "6"], ["R wrong"]),
      ("country", "21", ["1", "2", "3", "4", "5", "6"], []),
      ("country", "3", ["1", "2", "3", "4", "5", "6"], ["R wrong"]),
      ("district", "-", ["1", "2", "3", "4", "5", "6"], []),
    ] as [(String, String, [String], [String])]) func `a unit is the sum of its communes`(
      _ level: String, _ total: String, _ counts: [String], _ kinds: [String]
    ) async throws
  {
    let unit = ["district": "981", "province": "98", "country": "vn"][level] ?? ""
    let found = try await FigureFound(
      "- { id: R, parts: { measures: [poor], from: commune, to: [\(level)] } }",
      "\(unit)/poor=\(total) " + Self.communes(counts))
    #expect(found.kinds.filter { $0 != "R idle-rule" } == kinds, "\(found.messages.map(\.en))")
  }
  @Test func `every measure and every level asked for is added up by itself`() async throws {
    let communes =
      Self.communes((1...6).map(String.init)) + " " + Self.communes((2...7).map(String.init), "near_poor")
    let found = try await FigureFound(
      "- { id: R, parts: { measures: [poor, near_poor], from: commune, to: [district, province, country] } }",
      "981/poor=21 98/poor=22 vn/poor=21 981/near_poor=27 98/near_poor=27 vn/near_poor=26 \(communes)")
    #expect(found.kinds == ["R wrong", "R wrong"] && found.notices.count == 2)
    #expect(
      found.notices.contains { $0.contains("98@2016-01-01") }
        && found.notices.contains { $0.contains(" vn ") })
    for words in found.messages { #expect(words.vi.contains("2") && words.vi != words.en) }
  }
  @Test func `a sum of the largest numbers does not trap`() async throws {
    let found = try await FigureFound(
      "- { id: R, parts: { measures: [poor], from: commune, to: [district] } }",
      "981/poor=5 " + Self.communes(Array(repeating: "9223372036854775807", count: 6)))
    #expect(found.kinds == ["R overflow"] || found.kinds == ["R wrong"])
    #expect(found.failure == nil)
  }
}
