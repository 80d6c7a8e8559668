import StageTestKit
import Tables
import Testing

@testable import Measures

/// The sums: any cut and order gives the same bytes, and nothing of them is missing or out of range.
@Suite struct SumsTests {
  struct One {
    let vector: UInt64
    let weight: Int64
    let isWithinLine: Bool
  }
  private static func households(_ seed: UInt64, _ count: Int) -> [One] {
    var random = SeededRandom(seed)
    return (0..<count).map { _ in
      let vector = random.next() & random.next() & 0xFFF
      return One(
        vector: vector, weight: Int64(random.next(below: 9)), isWithinLine: random.next(below: 3) > 0)
    }
  }
  private static func sums(_ rows: some Sequence<One>, _ rule: DeprivationRule) -> MeasureSums {
    var sums = MeasureSums(rule)
    for row in rows { sums.add(row.vector, weight: row.weight, isWithinLine: row.isWithinLine, by: rule) }
    return sums
  }
  private static func bytes(_ sums: MeasureSums) -> [UInt8] {
    var writer = ByteWriter()
    sums.write(to: &writer)
    return writer.bytes
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>) func `any cut and order gives the same bytes`(seed: UInt64)
    throws
  {
    let rule = try Twelve.rule(3, needsIncome: seed % 2 == 0)
    let rows = Self.households(seed, 200)
    let whole = Self.bytes(Self.sums(rows, rule))
    var random = SeededRandom(seed)
    #expect(Self.bytes(Self.sums(rows.shuffled(using: &random), rule)) == whole)
    for size in [1, 7, 64] {
      let parts = stride(from: 0, to: rows.count, by: size).map {
        Self.sums(rows[$0..<min($0 + size, rows.count)], rule)
      }
      var (merged, read) = (MeasureSums(rule), MeasureSums(rule))
      for part in parts.shuffled(using: &random) {
        merged.merge(part)
        var reader = ByteReader(Self.bytes(part))
        try read.read(from: &reader)
        #expect(reader.isAtEnd)
      }
      #expect(Self.bytes(merged) == whole && Self.bytes(read) == whole)
    }
  }
  @Test func `households with one vector are added together`() throws {
    let rule = try Twelve.rule(3)
    var (one, many) = (MeasureSums(rule), MeasureSums(rule))
    for weight in [2, 5, 0] as [Int64] { many.add(0b1011, weight: weight, by: rule) }
    one.add(0b1011, households: 3, weight: 7, by: rule)
    #expect(one == many && one.households == 3 && one.weight == 7 && one.score == 21)
  }
  @Test func `what is not known is left out and counted`() throws {
    let rule = try Twelve.rule(3)
    var sums = MeasureSums(rule)
    sums.leaveOut()
    sums.leaveOut(4)
    sums.add(0xFFF, weight: -1, by: rule)
    sums.add(0xFFF, households: -5, weight: 1, by: rule)
    #expect(sums.leftOut == 6 && sums.weight == 0 && sums.households == 0)
    let made = try PovertyMeasures(sums, by: rule)
    #expect(made.h == nil && made.a == nil && made.m0 == nil && made.censored(0) == nil)
  }
  @Test func `a sum that is too large stays so in any order, and no measure is made of it`() throws {
    let rule = try DeprivationRule(
      [.init("a"), .init("b")],
      weights: IndicatorWeights([fraction(1, 999_999_937), fraction(999_999_936, 999_999_937)]),
      cutoff: fraction(1, 2))
    var (a, b) = (MeasureSums(rule), MeasureSums(rule))
    a.add(3, weight: .max, by: rule)
    b.add(1, weight: 1, by: rule)
    #expect(a.isTooLarge && !b.isTooLarge)
    var (ab, ba) = (a, b)
    ab.merge(b)
    ba.merge(a)
    #expect(Self.bytes(ab) == Self.bytes(ba))
    for _ in 0..<200 { ab.merge(ab) }
    #expect(throws: MeasureProblem.tooLarge) { try PovertyMeasures(ab, by: rule) }
    #expect(throws: MeasureProblem.tooLarge) { try PovertyMeasures(b, by: rule, of: .max) }
  }
  @Test func `bytes that are no sums are refused and never trap`() throws {
    let rule = try Twelve.rule(3)
    let bytes = Self.bytes(Self.sums(Self.households(3, 50), rule))
    for length in 0..<bytes.count {
      var (sums, reader) = (MeasureSums(rule), ByteReader(Array(bytes.prefix(length))))
      #expect(throws: StateError.self) { try sums.read(from: &reader) }
    }
    var random = SeededRandom(9)
    for _ in 0..<500 {
      var forged = bytes
      for _ in 0..<3 { forged[random.next(below: forged.count)] = UInt8(random.next(below: 256)) }
      var (sums, reader) = (MeasureSums(rule), ByteReader(forged))
      // Whether such bytes can be read is all one; that they never trap is not.
      do { try sums.read(from: &reader) } catch { continue }
      if !sums.isTooLarge { _ = try PovertyMeasures(sums, by: rule).contributionShare(0) }
    }
  }
}
