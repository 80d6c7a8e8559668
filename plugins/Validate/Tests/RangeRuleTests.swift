import Diagnostics
import Tables
import Testing

/// Ranges of numbers and days, and slips of the unit, against a look at each number by itself.
@Suite struct RangeRuleTests {
  /// A number of hundredths as people write it.
  private static func plain(_ hundredths: Int) -> String {
    FixedPoint(units: Int128(hundredths), scale: 2).plain
  }
  /// Ends in ten-thousandths; `nil` is open.
  private static func ends(_ random: inout Seeded) -> (low: Int?, high: Int?) {
    var some: [Int] = []
    for _ in 0..<2 {
      let size = random.one([1, 10, 100, 10_000])
      some.append((random.below(4001) - 2000) * size)
    }
    some.sort()
    switch random.below(3) {
    case 0: return (some[0], some[1])
    case 1: return (some[0], nil)
    default: return (nil, some[1])
    }
  }
  private static func text(_ end: Int?) -> String {
    end.map { FixedPoint(units: Int128($0), scale: 4).plain } ?? ""
  }

  @Test(arguments: 0..<12) func `a decimal is in a range with both its ends, however many places they have`(
    _ seed: Int
  ) async throws {
    var random = Seeded(seed)
    let (low, high) = Self.ends(&random)
    var cells: [Int?] = []
    for _ in 0..<120 { cells.append(random.below(9) == 0 ? nil : random.below(40_001) - 20_000) }
    // At the ends, and a hundredth beside them.
    for end in [low, high] {
      guard let end else { continue }
      for off in -1...1 { cells.append(end / 100 + off) }
    }
    let rows = cells.map { ($0.map(Self.plain) ?? "") + "\n" }.joined()
    let found = try await Trial(
      "a: decimal", rows, "- { id: R, column: a, range: \(Self.text(low))..\(Self.text(high)) }"
    ).run()
    let wanted = cells.indices.filter { index in
      guard let cell = cells[index] else { return false }
      return low.map { cell * 100 < $0 } ?? false || high.map { cell * 100 > $0 } ?? false
    }
    #expect(found.codes == wanted.map { "\($0 + 1) range a" })
    #expect(found.rejected == wanted.count && found.kept.count == cells.count - wanted.count)
  }
  @Test(arguments: 0..<8) func `a whole number is in a range of fractions`(_ seed: Int) async throws {
    var random = Seeded(seed + 100)
    let (low, high) = Self.ends(&random)
    let cells = (0..<150).map { _ in random.below(401) - 200 }
    let found = try await Trial(
      "a: int", cells.map { "\($0)\n" }.joined(),
      "- { id: R, column: a, range: \(Self.text(low))..\(Self.text(high)) }"
    ).run()
    let wanted = cells.indices.filter { index in
      low.map { cells[index] * 10_000 < $0 } ?? false || high.map { cells[index] * 10_000 > $0 } ?? false
    }
    #expect(found.codes == wanted.map { "\($0 + 1) range a" })
  }
  @Test(
    arguments: [
      ("2024-02-29..2024-02-29", ["2024-02-29"]),
      ("2024-02-28..2024-03-01", ["2024-02-28", "2024-02-29", "2024-03-01"]),
      ("..1969-12-31", ["0001-01-01", "1969-12-31"]), ("9999-12-31..", ["9999-12-31"]),
      ("1970-01-01..2000-01-01", ["1970-01-01", "2000-01-01"]),
    ] as [(String, [String])]) func `a day is in a range with both its ends`(
      _ range: String, _ kept: [String]
    )
    async throws
  {
    let days = [
      "0001-01-01", "1969-12-31", "1970-01-01", "2000-01-01", "2000-01-02", "2024-02-28", "2024-02-29",
      "2024-03-01", "9999-12-31",
    ]
    let found = try await Trial(
      "a: date", (days + [""]).map { $0 + "\n" }.joined(), "- { id: R, column: a, range: \(range) }"
    ).run()
    #expect(found.kept == kept + [""])
    #expect(found.messages.allSatisfy { $0.vi.contains(range) && $0.en.contains(range) && $0.vi != $0.en })
  }
  @Test(arguments: [
    "0..0", "-9223372036854775808..9223372036854775807", "9223372036854775807..", "..-9223372036854775808",
  ])
  func `the ends of what can be written are numbers like others`(_ range: String) async throws {
    let cells: [Int64] = [.min, .min + 1, -1, 0, 1, .max - 1, .max]
    let parts = range.split(separator: "..", omittingEmptySubsequences: false).map { Int64($0) }
    let found = try await Trial(
      "a: int", cells.map { "\($0)\n" }.joined(), "- { id: R, column: a, range: \(range) }"
    ).run()
    let wanted = cells.filter { cell in
      (parts[0].map { cell >= $0 } ?? true) && (parts[1].map { cell <= $0 } ?? true)
    }
    #expect(found.kept == wanted.map(String.init))
  }

  // MARK: A slip of the unit

  /// What the sheet says: outside, and inside when multiplied or divided by the factor.
  private static func slip(_ number: Int, _ factor: Int, _ low: Int, _ high: Int) -> String? {
    if low <= number && number <= high { return nil }
    let up = Int128(number) * Int128(factor)
    let isSmall = Int128(low) <= up && up <= Int128(high)
    let isLarge =
      Int128(low) * Int128(factor) <= Int128(number) && Int128(number) <= Int128(high) * Int128(factor)
    return isSmall || isLarge ? "unit-slip" : "range"
  }
  @Test(arguments: [2, 10, 1000, 1_000_000], [(50, 50_000), (1, 1), (100, 101)] as [(Int, Int)])
  func `a number is off by a factor, or by something else`(_ factor: Int, _ range: (low: Int, high: Int))
    async throws
  {
    var random = Seeded(factor + range.high)
    var cells = (0..<60).map { _ in random.below(range.high * 3) - range.high / 2 }
    for end in [
      range.low, range.high, range.low * factor, range.high * factor, range.low / factor, range.high / factor,
    ] {
      cells += [end - 1, end, end + 1]
    }
    cells += [0, -1, .max, .min, .max / factor, .min / factor]
    let found = try await Trial(
      "a: int", cells.map { "\($0)\n" }.joined() + "\n",
      "- { id: R, column: a, unit_slip: { factor: \(factor), range: \(range.low)..\(range.high) } }"
    ).run()
    let wanted = cells.enumerated().compactMap { index, cell in
      Self.slip(cell, factor, range.low, range.high).map { "\(index + 1) \($0) a" }
    }
    #expect(found.codes == wanted && found.failure == nil)
  }
  @Test func `a decimal is off by a factor, too`() async throws {
    let found = try await Trial(
      "a: decimal", "0.05\n49.99\n50\n50.01\n50000\n50000.01\n50000000\n50000000.01\n0.04\n\n",
      "- { id: R, column: a, unit_slip: { factor: 1000, range: 50..50000 } }"
    ).run()
    #expect(
      found.codes == [
        "1 unit-slip a", "2 unit-slip a", "6 unit-slip a", "7 unit-slip a", "8 range a", "9 range a",
      ])
    #expect(found.kept == ["50.00", "50.01", "50000.00", ""])
  }
}
