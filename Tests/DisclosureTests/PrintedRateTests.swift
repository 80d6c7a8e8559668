import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Testing
import Units

@testable import Disclosure

/// What a printed rate tells of counts that are not told themselves.
@Suite struct PrintedRateTests {
  static let rule = DisclosureRule(
    threshold: 5, bases: [.init(measures: ["near_poor"], groups: ["all"], measure: "households")])

  @Test(
    arguments: [
      ("22.00", 150, "33...33"), ("22.0", 150, "33...33"), ("22", 150, "33...33"), ("2.00", 150, "3...3"),
      ("22.0", 15_000, "3293...3307"), ("22", 1500, "323...337"), ("0.00", 150, "0...0"),
      ("0.0", 9000, "0...4"),
      ("100.00", 150, "150...150"), ("22.10", 150, "nil"), ("0.5", 0, "0...0"), ("130.0", 150, "nil"),
      ("1", Int64.max, "46116860184273880...138350580552821637"),
    ] as [(String, Int64, String)]) func `the parts that it allows`(
      rate: String, whole: Int64, expected: String
    )
    throws
  {
    let printed = try #require(FixedPoint(plain: rate))
    let range = try #require(PrintedRange(printed))
    #expect((range.parts(of: whole).map { "\($0)" } ?? "nil") == expected)
  }
  @Test(
    arguments: [
      ("22.00", 33, "150...150"), ("10.0", 30, "299...301"), ("0.00", 3, "nil"), ("0.05", 0, "0...0"),
      ("100.0", 7, "7...7"), ("250.0", 7, "nil"), ("1", Int64.max, "nil"),
    ] as [(String, Int64, String)]) func `the wholes that it allows`(
      rate: String, part: Int64, expected: String
    )
    throws
  {
    let printed = try #require(FixedPoint(plain: rate))
    let range = try #require(PrintedRange(printed))
    #expect((range.wholes(for: part).map { "\($0)" } ?? "nil") == expected)
  }
  @Test(arguments: 1...40) func `it allows what is printed so, and nothing else`(seed: UInt64) throws {
    var random = SeededRandom(seed)
    let (whole, places) = (Int64(1 + random.next(below: 3000)), random.next(below: 3))
    let power = Int64(FixedPoint.power(places))
    let rate = Int64(random.next(below: Int(100 * power)))
    let range = PrintedRange(FixedPoint(units: Int128(rate), scale: places))?.parts(of: whole)
    for part in 0...whole {
      // Within half a unit of the last place, either end.
      let isSo = abs(part * 100 * power - rate * whole) * 2 <= whole
      #expect((range?.contains(part) ?? false) == isSo, "\(part) of \(whole)")
    }
  }
  @Test func `what is no rate allows nothing`() {
    #expect(PrintedRange(FixedPoint(units: -1, scale: 2)) == nil)
    #expect(PrintedRange(FixedPoint(units: .max, scale: 2)) == nil)
  }

  /// A commune of these households, of whom 30 are poor and 3 nearly so, and the rate of both as printed.
  private func release(
    _ rate: String, households: Int64 = 150, public measures: [String] = ["poor", "multidimensional_rate"],
    previous: Release? = nil, isGone: Bool = false
  ) throws -> Release {
    var world = World([1])
    let commune = world.communes[0]
    for (measure, count) in [("households", households), ("poor", 30), ("near_poor", 3)] as [(String, Int64)]
    {
      world.add(World.Spot(commune, measure), count)
    }
    var figures = world.figures.filter { $0.unit == commune }
    var printed = try #require(figures.first)
    (printed.id, printed.measure) = (World.Spot(commune, "multidimensional_rate").id, "multidimensional_rate")
    let number = try #require(FixedPoint(plain: rate))
    printed.value = .printed(number)
    if !isGone { figures.append(printed) }
    let law = ["households"] + measures
    return try Release(
      [FigureTable(figures)], [],
      grounds: [.init(measures: law, groups: ["all"], reason: Phrase(same: "law"))],
      rule: (Self.rule, try world.register), edition: "e", previous: previous?.table.ledgerEntry)
  }
  @Test(arguments: ["22.00", "22.0", "22"])
  func `a rate of known households that gives a count away stops the run`(
    rate: String
  ) throws {
    let error = #expect(throws: StageError.self) { try release(rate) }
    #expect(
      error?.message.en.contains("near_poor/all/vn-2022/official' must be withheld, and follows from") == true
    )
    #expect(error?.message.en.contains("multidimensional_rate") == true)
    #expect(error?.message.en.contains("33") == false)
  }
  @Test func `where another count need not be public that one is withheld instead`() throws {
    let release = try release("22.00", public: ["multidimensional_rate"])
    #expect(release.withheld.map(\.reason) == [.fewOfThem, .noBase])
  }
  @Test(
    arguments: [("1.1", 3000, true), ("1", 3000, false), ("0.6", 5500, false)] as [(String, Int64, Bool)])
  func `a rate that allows few numbers is told to the office`(rate: String, households: Int64, isNarrow: Bool)
    throws
  {
    let release = try release(rate, households: households)
    #expect(!release.narrow.isEmpty == isNarrow)
    #expect(release.withheld.map(\.reason) == [.fewOfThem])
  }
  @Test func `a rate that an earlier edition printed is not forgotten`() throws {
    let first = try release("22.00", public: ["poor", "near_poor", "multidimensional_rate"])
    let entry = String(decoding: first.table.ledgerEntry, as: UTF8.self)
    let lines = entry.split(separator: "\n").filter { $0.contains("multidimensional_rate") }.joined(
      separator: "\n")
    #expect(lines.contains("22.00%"))
    var world = World([1])
    let commune = world.communes[0]
    for (measure, count) in [("households", 150), ("poor", 30), ("near_poor", 3)] as [(String, Int64)] {
      world.add(World.Spot(commune, measure), count)
    }
    let law = PublicGround(measures: ["households", "poor"], groups: ["all"], reason: Phrase(same: "law"))
    let error = try #require(
      refusal { () throws(StageError) in
        _ = try Release(
          [FigureTable(world.figures.filter { $0.unit == commune })], [], grounds: [law],
          rule: (Self.rule, Self.register(world)), edition: "e2", previous: Array(lines.utf8))
      })
    #expect(error.message.en.contains("must be withheld, and follows from"))
  }
  private static func register(_ world: World) throws(StageError) -> UnitRegistry {
    do { return try world.register } catch { throw StageError(Phrase(same: "\(error)")) }
  }
  @Test func `a rate without a ground stays withheld where its count is not told`() throws {
    let release = try release("22.00", public: ["poor", "near_poor"])
    #expect(release.withheld.map(\.reason) == [.partWithheld])
  }
}
