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

  // MARK: Rates together

  /// The figures of a commune: these counts, and these rates as printed.
  private func figures(_ counts: [(String, Int64?)], _ rates: [(String, String)]) throws -> (World, [Figure])
  {
    var world = World([1])
    let commune = world.communes[0]
    world.add(World.Spot(commune, "poor"), 30)
    let one = try #require(world.figures.first { $0.unit == commune })
    func figure(_ measure: String, _ value: FigureValue?, _ precedence: Int = 0) -> Figure {
      var other = one
      (other.measure, other.value, other.precedence) = (measure, value, precedence)
      other.id = World.Spot(commune, measure).id + (precedence > 0 ? "/\(precedence)" : "")
      if value == nil { other.status = .notReported }
      return other
    }
    let printed = try rates.enumerated().map { number, rate in
      figure(rate.0, .printed(try #require(FixedPoint(plain: rate.1))), number)
    }
    return (world, counts.map { figure($0.0, $0.1.map { .amount(FixedPoint($0)) }) } + printed)
  }
  private static let law = PublicGround(
    measures: ["households", "poor", "poor_rate", "multidimensional_rate"], groups: ["all"],
    reason: Phrase(same: "law"))
  private func release(_ made: (World, [Figure]), before lines: [(String, String)] = []) throws -> Release {
    let entry = lines.map {
      let id = World.Spot(made.0.communes[0], $0.0).id
      return "{\"figure\":\"\(id)\",\"value\":\"\($0.1)\",\"status\":\"value\"}\n"
    }
    return try Release(
      [FigureTable(made.1)], [], grounds: [Self.law], rule: (Self.rule, try made.0.register),
      edition: "e2", previous: Array(entry.joined().utf8))
  }
  /// Whether the run is stopped since the three nearly poor can be worked out.
  private func givesAway(_ body: () throws -> Release) throws -> Bool {
    do {
      return try !body().table.figures.allSatisfy { $0.measure != "near_poor" || $0.value == nil }
    } catch let error as StageError {
      let isIt = error.message.en.contains(
        "/near_poor/all/vn-2022/official' must be withheld, and follows from")
      guard isIt else { throw error }
      return true
    }
  }
  @Test(arguments: [[], [("households", nil)]] as [[(String, Int64?)]])
  func `a rate of a count that only an earlier edition told gives a part away`(
    _ more: [(String, Int64?)]
  ) throws {
    let now = try figures([("poor", 30), ("near_poor", 3)] + more, [("multidimensional_rate", "22.00")])
    #expect(try givesAway { try release(now, before: [("households", "150")]) })
    #expect(try !givesAway { try release(now) }, "of no households nothing follows")
    #expect(try !givesAway { try release(now, before: [("households", "150000")]) }, "nor of as many")
  }
  @Test(arguments: [[], [("multidimensional_rate", "22.00%")]])
  func `a count that one rate gives away is one that another is of`(_ before: [(String, String)]) throws {
    let rates = [("multidimensional_rate", "22.00"), ("poor_rate", "20.00")]
    let now = try figures([("poor", 30), ("near_poor", 3)], before.isEmpty ? rates : [rates[1]])
    #expect(try givesAway { try release(now, before: before) })
  }
  @Test(
    arguments: [
      ("22.00%", "150", true), ("22%", "150", true), ("22.00%", nil, false), ("23.00%", "150", false),
      ("24.00%", "150", false), ("22.00%", "1500", false),
    ] as [(String, String?, Bool)])
  func `a count that an earlier rate gave away is known though it is withheld now`(
    _ rate: String, _ households: String?, _ isKnown: Bool
  ) throws {
    let now = try figures([("poor", 30), ("near_poor", 3), ("poor_plus_near", 33)], [])
    let before = [("multidimensional_rate", rate)] + (households.map { [("households", $0)] } ?? [])
    #expect(try givesAway { try release(now, before: before) } == isKnown)
  }
  @Test func `an earlier rate of households that are public now gives a count away too`() throws {
    let now = try figures(
      [("households", 150), ("poor", 30), ("near_poor", 3), ("poor_plus_near", 33)], [])
    #expect(try givesAway { try release(now, before: [("multidimensional_rate", "22.00%")]) })
    #expect(try !givesAway { try release(now, before: [("multidimensional_rate", "24.00%")]) })
    #expect(try !givesAway { try release(now) })
  }
  @Test func `an earlier rate that left a withheld count few numbers is told to the office`() throws {
    let now = try figures(
      [("households", 3000), ("poor", 30), ("near_poor", 3), ("poor_plus_near", 33)], [])
    #expect(try release(now).narrow.isEmpty)
    let release = try release(now, before: [("multidimensional_rate", "1.1%")])
    #expect(release.narrow.map { $0.split(separator: "/")[2] } == ["near_poor", "poor_plus_near"])
  }
  @Test func `rates that contradict each other come to an end`() throws {
    let rates = [("poor_rate", "20"), ("poor_rate", "25"), ("poor_rate", "20.4"), ("poor_rate", "31")]
    let now = try figures([("poor", 30), ("near_poor", 3)], rates)
    #expect(try release(now, before: [("poor_rate", "45%")]).withheld.count == 1)
  }
  private static func register(_ world: World) throws(StageError) -> UnitRegistry {
    do { return try world.register } catch { throw StageError(Phrase(same: "\(error)")) }
  }
  @Test func `a rate without a ground stays withheld where its count is not told`() throws {
    let release = try release("22.00", public: ["poor", "near_poor"])
    #expect(release.withheld.map(\.reason) == [.partWithheld])
  }
}
