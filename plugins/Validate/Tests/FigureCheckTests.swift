import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Testing
import Units

@testable import Validate

/// What rules on figures make of zeros, of blanks and of districts without communes.
@Suite struct FigureCheckTests {
  /// A province of two districts, of which the second is an island; one of which no commune is known; and five communes.
  private static let units = [
    "u/units.csv": """
    id,code,name,level,type,parent,valid_from,valid_to,area,source
    vn,vn,Cả nước,country,cả nước,,2004-08-31,,,s
    01@2004-08-31,01,Tỉnh Một,province,tỉnh,vn,2004-08-31,,,s
    04@2004-08-31,04,Tỉnh Bốn,province,tỉnh,vn,2004-08-31,,,s
    001@2004-08-31,001,Huyện Bắc,district,huyện,01,2004-08-31,,,s
    002@2004-08-31,002,Huyện Đảo,district,huyện,01,2004-08-31,,,s
    003@2004-08-31,003,Huyện Cũ,district,huyện,01,2004-08-31,2025-01-01,,s
    004@2004-08-31,004,Huyện Lạ,district,huyện,04,2004-08-31,,,s
    00006@2004-08-31,00006,Xã Sáu,commune,xã,003,2004-08-31,2024-12-01,,s
    00006@2024-12-01,00006,Xã Sáu,commune,xã,001,2024-12-01,,,s

    """
      + (1...5).map { "0000\($0)@2004-08-31,0000\($0),Xã Số \($0),commune,xã,001,2004-08-31,,,s\n" }.joined(),
    "u/successors.csv": "from,to,extent,source\n00006@2004-08-31,00006@2024-12-01,full,s\n",
    "u/regions.csv": "region,province,valid_from,valid_to,source\n",
    "u/gaps.csv": "code,valid_from,valid_to,source\n",
  ]
  /// A ratio of two counts, which is written with a stroke.
  private func ratio(_ text: String) -> FigureValue? {
    let numbers = text.split(separator: "/").compactMap { Int64($0) }
    return numbers.count == 2
      ? .ratio(numerator: FixedPoint(numbers[0]), denominator: FixedPoint(numbers[1])) : nil
  }
  /// Figures written as `code measure=number`; a dash is blank, a percentage is a printed rate.
  private func judged(_ check: any FigureCheck, _ text: String) throws -> FigureOutcome {
    let registry = try UnitRegistry.load("u", namedAt: nil, .memory(Self.units))
    let day = try #require(Day(iso: "2024-12-31"))
    let figures = try text.split(separator: ", ").map { item -> Figure in
      let parts = item.split(whereSeparator: { $0 == " " || $0 == "=" }).map(String.init)
      let unit = try #require(registry.unit(code: parts[0], on: day))
      let value: FigureValue? =
        parts[2] == "-"
        ? nil
        : parts[2].hasSuffix("%")
          ? .printed(FixedPoint(units: Int128(parts[2].dropLast()) ?? 0, scale: 0))
          : ratio(parts[2]) ?? .amount(FixedPoint(Int64(parts[2]) ?? 0))
      return Figure(
        id: "\(unit.id)/\(parts[1])", unit: unit.id, asOf: day, measure: parts[1], group: "all", value: value,
        status: value == nil ? .notReported : .value, standard: "vn-2022", grade: .simulated,
        source: Figure.Source(title: "bịa"), precedence: 0)
    }
    return check.judge(
      CheckedFigures(figures: FigureIndex([FigureTable(figures)]), others: FigureIndex([]), units: registry))
  }
  private func shown(_ outcome: FigureOutcome) -> String {
    let faults = outcome.faults.map { "wrong \($0.place.unit.prefix { $0 != "@" })" }
    let missing = outcome.missing.map {
      "\($0.place.unit.prefix { $0 != "@" }) lacks \($0.names.joined(separator: "+"))"
    }
    let zeros = outcome.zeros.map { "\($0.place.unit.prefix { $0 != "@" }) \($0.name) is 0" }
    let overflows = outcome.overflows.map { "too large \($0.names.joined(separator: "+"))" }
    let alike = outcome.alike.isEmpty ? [] : ["\(outcome.alike.count) alike"]
    return (["\(outcome.seen) seen"] + faults + missing + zeros + overflows + alike).joined(separator: "; ")
  }

  // MARK: Zero and blank

  private static func five(_ measure: String, _ numbers: [String]) -> String {
    numbers.enumerated().map { "0000\($0 + 1) \(measure)=\($1)" }.joined(separator: ", ")
  }
  @Test(
    arguments: [
      // A count by itself may be 0, and is then like the others or far from them.
      (nil, five("poor", ["0", "0", "1", "2", "2"]), "5 seen"),
      (nil, five("poor", ["0", "0", "0", "0", "0"]), "5 seen"),
      // Where most are the same there is no spread, and nothing is said of the others.
      (nil, five("poor", ["0", "0", "1", "0", "2"]), "0 seen; 5 alike"),
      (nil, five("poor", ["0", "10", "11", "12", "13"]), "5 seen; wrong 00001"),
      (nil, five("poor", ["10", "10", "11", "12", "-"]), "0 seen; 00005 lacks poor"),
      // A count of nobody is no share; that is something else than a number that is not known.
      (
        "households",
        five("poor", ["1", "1", "1", "1", "1"]) + ", " + five("households", ["0", "9", "9", "9", "9"]),
        "0 seen; 00001 households is 0"
      ),
      (
        "households",
        five("poor", ["1", "1", "1", "1", "-"]) + ", " + five("households", ["-", "9", "9", "9", "9"]),
        "0 seen; 00001 lacks households; 00005 lacks poor"
      ),
    ] as [(String?, String, String)])
  func `zero is a number among the others`(_ row: (per: String?, figures: String, found: String)) throws {
    let check = OutlierCheck(method: .robustZ, measure: "poor", per: row.per, level: .commune)
    #expect(shown(try judged(check, row.figures)) == row.found)
  }
  @Test(
    arguments: [
      ("001 rate=50%, 001 poor=1, 001 households=2", "1 seen"),
      ("001 rate=40%, 001 poor=1, 001 households=2", "1 seen; wrong 001"),
      ("001 rate=0%, 001 poor=0, 001 households=0", "0 seen; 001 households is 0"),
      ("001 rate=0%, 001 poor=0", "0 seen; 001 lacks households"),
      ("001 rate=0%, 001 poor=0, 001 households=-", "0 seen; 001 lacks households"),
      ("001 rate=0%, 001 households=0", "0 seen; 001 lacks poor"),
    ]) func `a whole of nobody is not a whole that is missing`(_ figures: String, _ found: String) throws
  {
    let check = RateCheck(rate: "rate", part: "poor", whole: "households")
    #expect(shown(try judged(check, figures)) == found)
  }
  @Test(
    arguments: [
      ("001 rate=50%, 001 a=1, 001 b=1, 001 households=4", "1 seen"),
      ("001 rate=50%, 001 a=1, 001 b=2, 001 households=4", "1 seen; wrong 001"),
      // What is given itself goes before what is added up, and half of it is not taken for it.
      ("001 rate=50%, 001 both=2, 001 a=9, 001 b=9, 001 households=4", "1 seen"),
      ("001 rate=50%, 001 a=1, 001 b=-, 001 households=4", "0 seen; 001 lacks both"),
      (
        "001 rate=50%, 001 a=9223372036854775807, 001 b=1, 001 households=4", "0 seen; too large a+b"
      ),
    ]) func `a part that is not there is added up of its own parts`(_ figures: String, _ found: String) throws
  {
    let check = RateCheck(rate: "rate", part: "both", sum: ["a", "b"], whole: "households")
    #expect(shown(try judged(check, figures)) == found)
  }
  @Test(
    arguments: [
      ("001 all=50%, 001 a=20%, 001 b=30%", "1 seen"), ("001 all=50%, 001 a=20%, 001 b=31%", "1 seen"),
      ("001 all=50%, 001 a=20%, 001 b=29%", "1 seen"),
      ("001 all=50%, 001 a=20%, 001 b=32%", "1 seen; wrong 001"),
      ("001 all=50%, 001 a=20%, 001 b=28%", "1 seen; wrong 001"),
      ("001 all=50%, 001 a=20%", "0 seen; 001 lacks b"), ("001 a=20%, 001 b=32%", "0 seen"),
      // Ratios are not rounded.
      ("001 all=5/9, 001 a=2/9, 001 b=3/9", "1 seen"), ("001 all=5/9, 001 a=2/9, 001 b=1/3", "1 seen"),
      ("001 all=5/9, 001 a=2/9, 001 b=4/9", "1 seen; wrong 001"),
      ("001 all=56%, 001 a=2/9, 001 b=3/9", "1 seen"),
      // 55.6 % is not between 56.5 and 57.5, and nothing else was rounded.
      ("001 all=57%, 001 a=2/9, 001 b=3/9", "1 seen; wrong 001"),
      ("001 all=5/9, 001 a=22%, 001 b=3/9", "1 seen"),
      ("001 all=5/9, 001 a=23%, 001 b=3/9", "1 seen; wrong 001"),
      (
        "001 all=1/9223372036854775807, 001 a=1/9223372036854775806, 001 b=1/9223372036854775805",
        "0 seen; too large all+a+b"
      ),
    ]) func `rates of parts add up to that of all of them`(_ figures: String, _ found: String) throws
  {
    #expect(shown(try judged(RateSumCheck(whole: "all", parts: ["a", "b"]), figures)) == found)
  }
  /// 20 households that are 50 % are of 39.6… to 40.4…, and 10 that are 24 % of 40.8 to 42.5….
  @Test(
    arguments: [
      ("001 r=50%, 001 a=20, 001 s=25%, 001 b=10", "1 seen"),
      ("001 r=50%, 001 a=20, 001 s=24%, 001 b=10", "1 seen; wrong 001"),
      // Any number makes nothing of nobody, and none makes something.
      ("001 r=50%, 001 a=20, 001 s=0%, 001 b=0", "1 seen"),
      ("001 r=50%, 001 a=20, 001 s=1%, 001 b=0", "1 seen; wrong 001"),
      // A rate of 0 is of more than 200 for each household.
      ("001 r=50%, 001 a=20, 001 s=0%, 001 b=1", "1 seen; wrong 001"),
      ("001 r=0%, 001 a=3, 001 s=0%, 001 b=1", "1 seen"),
      // Where the whole is there each rate is checked by it; of one rate nothing follows, nor of what is not rounded.
      ("001 r=50%, 001 a=20, 001 s=24%, 001 b=10, 001 w=40", "0 seen"),
      ("001 r=50%, 001 a=20, 001 s=24%", "0 seen"), ("001 r=50%, 001 a=20, 001 s=24%, 001 b=-", "0 seen"),
      ("001 r=20/40, 001 a=20, 001 s=24%, 001 b=10", "0 seen"),
      ("001 r=50%, 001 a=9223372036854775807, 001 s=24%, 001 b=9223372036854775807", "1 seen; wrong 001"),
    ]) func `rates without their whole are of some one number`(_ figures: String, _ found: String) throws
  {
    let check = ImpliedCheck(
      pairs: [.init(rate: "r", part: "a"), .init(rate: "s", part: "b")], whole: "w")
    #expect(shown(try judged(check, figures)) == found)
  }
  @Test(arguments: 0..<40) func `the whole that is implied is the one that each rate is right with`(
    _ seed: Int
  )
    throws
  {
    var chance = Seeded(seed)
    let counts = (0..<2).map { _ in Int64(chance.below(60)) }
    let rates = counts.map { Int64(chance.below(4)) + $0 / 3 }
    let isSome = (1...3_000).contains { whole in
      zip(counts, rates).allSatisfy { count, rate in
        CountAndRate(count: FixedPoint(count), rate: FixedPoint(rate)).agrees(with: FixedPoint(Int64(whole)))
          == true
      }
    }
    let check = ImpliedCheck(
      pairs: [.init(rate: "r", part: "a"), .init(rate: "s", part: "b")], whole: "w")
    let text = "001 r=\(rates[0])%, 001 a=\(counts[0]), 001 s=\(rates[1])%, 001 b=\(counts[1])"
    #expect(shown(try judged(check, text)) == (isSome ? "1 seen" : "1 seen; wrong 001"), "\(text)")
  }
  @Test func `a whole of nobody is told in words of its own, and such a rule is not idle`() throws {
    let outcome = try judged(
      RateCheck(rate: "rate", part: "poor", whole: "households"),
      "001 rate=0%, 001 poor=0, 001 households=0, 002 rate=0%, 002 poor=0, 002 households=0")
    var (report, findings) = (
      FigureReport(try UnitRegistry.load("u", namedAt: nil, .memory(Self.units))), Findings()
    )
    let rule = FigureRule(
      id: "R", severity: .error, place: nil, legal: nil, message: nil, remedy: nil,
      check: RateCheck(rate: "rate", part: "poor", whole: "households"))
    report.tell(rule, outcome, &findings)
    let kept = findings.steps.values.flatMap(\.kept)
    #expect(kept.map(\.code) == ["figures.zero-whole"])
    #expect(
      kept.map(\.message.en) == [
        "the rule 'R' has nothing to divide by at 2 places; first: Huyện Bắc, 2024-12-31, households is 0"
      ])
    #expect(figureExplanations.contains { $0.code == "figures.zero-whole" })
  }

  // MARK: Parts

  @Test(
    arguments: [
      // The island has no figure of its own anywhere: it counts as nothing.
      ("01 poor=21", ["1", "2", "3", "4", "5", "6"], "1 seen"),
      ("01 poor=22", ["1", "2", "3", "4", "5", "6"], "1 seen; wrong 01"),
      // It has one: it is a part.
      ("01 poor=30, 002 poor=9", ["1", "2", "3", "4", "5", "6"], "1 seen"),
      ("01 poor=21, 002 poor=9", ["1", "2", "3", "4", "5", "6"], "1 seen; wrong 01"),
      // It has one that is blank, or one of something else: nothing is added up without it.
      ("01 poor=21, 002 poor=-", ["1", "2", "3", "4", "5", "6"], "0 seen; 01 lacks Huyện Đảo"),
      ("01 poor=21, 002 near_poor=4", ["1", "2", "3", "4", "5", "6"], "0 seen; 01 lacks Huyện Đảo"),
      ("01 poor=21", ["1", "2", "3", "4", "5", "-"], "0 seen; 01 lacks Xã Sáu"),
      // A district whose communes have gone to another is in those.
      ("01 poor=21, 003 poor=6", ["1", "2", "3", "4", "5", "6"], "1 seen"),
      // Of the other province no commune is known, so that the country cannot be added up.
      ("vn poor=21", ["1", "2", "3", "4", "5", "6"], "0 seen; vn lacks Tỉnh Bốn"),
      // No part has a figure: it was never to be compared.
      ("04 poor=3", ["1", "2", "3", "4", "5", "6"], "0 seen"),
      ("01 poor=21", ["-", "-", "-", "-", "-", "-"], "0 seen"),
    ]) func `a province of communes and an island is the sum of both`(
      _ figures: String, _ communes: [String], _ found: String
    ) throws
  {
    let check = PartsCheck(measures: ["poor"], from: .commune, to: [.country, .province])
    #expect(shown(try judged(check, figures + ", " + Self.five("poor", communes))) == found)
  }
  private static func net(_ unit: String, _ gain: String, _ loss: String) -> String {
    "\(unit) gain=\(gain), \(unit) loss=\(loss)"
  }
  private static func nets(_ gain: [String], _ loss: [String]) -> String {
    zip(1...6, zip(gain, loss)).map { net("0000\($0)", $1.0, $1.1) }.joined(separator: ", ")
  }
  @Test(
    arguments: [
      (net("01", "9", "4"), ["1", "2", "3", "4", "5", "6"], ["1", "2", "3", "4", "5", "1"], "1 seen"),
      (
        net("01", "9", "5"), ["1", "2", "3", "4", "5", "6"], ["1", "2", "3", "4", "5", "1"],
        "1 seen; wrong 01"
      ),
      // More goes out than comes in.
      (net("01", "0", "3"), ["1", "1", "1", "1", "1", "1"], ["2", "2", "2", "1", "1", "1"], "1 seen"),
      (
        net("01", "1", "1"), ["1", "1", "1", "1", "1", "-"], ["1", "1", "1", "1", "1", "1"],
        "0 seen; 01 lacks Xã Sáu"
      ),
      (
        net("01", "-", "1"), ["1", "1", "1", "1", "1", "1"], ["1", "1", "1", "1", "1", "1"],
        "0 seen; 01 lacks gain"
      ),
      // Nothing of the total, or of the parts, is nothing to be compared.
      (net("01", "-", "-"), ["1", "1", "1", "1", "1", "1"], ["1", "1", "1", "1", "1", "1"], "0 seen"),
      (net("01", "1", "1"), ["-", "-", "-", "-", "-", "-"], ["-", "-", "-", "-", "-", "-"], "0 seen"),
      (
        net("01", "0", "0"), Array(repeating: "9223372036854775807", count: 6),
        ["0", "0", "0", "0", "0", "0"],
        "0 seen; too large gain+loss"
      ),
      // What is too large on its way is none in the end.
      (
        net("01", "0", "0"), Array(repeating: "9223372036854775807", count: 6),
        Array(repeating: "9223372036854775807", count: 6), "1 seen"
      ),
    ]) func `what comes in less what goes out adds up`(
      _ total: String, _ gain: [String], _ loss: [String], _ found: String
    ) throws
  {
    let check = PartsCheck(
      measures: [], nets: [.init(name: "n", plus: ["gain"], less: ["loss"])], from: .commune, to: [.province])
    #expect(shown(try judged(check, total + ", " + Self.nets(gain, loss))) == found)
  }
  @Test func `an island is no sum of itself, and a part where districts are added up`() throws {
    let communes = PartsCheck(measures: ["poor"], from: .commune, to: [.district])
    #expect(shown(try judged(communes, "002 poor=9")) == "0 seen")
    let districts = PartsCheck(measures: ["poor"], from: .district, to: [.province])
    #expect(shown(try judged(districts, "01 poor=12, 001 poor=1, 002 poor=9, 003 poor=2")) == "1 seen")
    #expect(
      shown(try judged(districts, "01 poor=3, 001 poor=1, 003 poor=2")) == "0 seen; 01 lacks Huyện Đảo")
  }
}
