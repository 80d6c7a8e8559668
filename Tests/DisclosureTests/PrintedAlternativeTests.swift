import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Testing

@testable import Disclosure

/// What printed rates tell with each number that was ever told of the other count in them.
@Suite struct PrintedAlternativeTests {
  /// What some tables and an edition before say of the communes of a district.
  struct Book {
    var world: World
    private(set) var figures: [Figure] = []
    private(set) var before: [Figure] = []
    /// The measures that are public by law.
    var law: [String] = ["households", "poor", "poor_rate", "near_poor_rate", "multidimensional_rate"]
    var groups: [String] = ["all"]

    init(_ communes: Int = 1) {
      world = World([communes])
      world.add(World.Spot(world.communes[0], "poor"), 1)
    }
    /// Says something of a commune, or of another unit: a number of people, or a rate as it is printed.
    mutating func say(
      _ measure: String, _ value: String?, _ group: String = "all", of unit: String? = nil,
      before: Bool = false
    ) throws {
      var figure = try #require(world.figures.first)
      let unit = unit ?? world.communes[0]
      (figure.unit, figure.measure, figure.group) = (unit, measure, group)
      (figure.value, figure.status) = (nil, .notReported)
      if let value {
        let isRate = measure.hasSuffix("_rate")
        let number = try #require(FixedPoint(plain: value))
        (figure.value, figure.status) = (isRate ? .printed(number) : .amount(number), .value)
      }
      let all = before ? self.before : figures
      let again = all.count { $0.unit == unit && $0.measure == measure && $0.group == group }
      (figure.id, figure.precedence) = (World.Spot(unit, measure, group).id, again)
      if again > 0 { figure.id += "/\(again)" }
      if before { self.before.append(figure) } else { figures.append(figure) }
    }
    func release() throws -> Release {
      let entry = before.map { figure in
        "{\"figure\":\"\(figure.id)\",\"value\":\"\(Ledger.text(figure) ?? "")\",\"status\":\"value\"}\n"
      }
      return try Release(
        [FigureTable(figures)], [],
        grounds: [.init(measures: law, groups: groups, reason: Phrase(same: "law"))],
        rule: (PrintedRateTests.rule, try world.register), edition: "e2",
        previous: before.isEmpty ? nil : Array(entry.joined().utf8))
    }
    /// What becomes of the nearly poor.
    func fate(_ group: String = "all") throws -> String {
      do {
        let release = try release()
        let id = World.Spot(world.communes[0], "near_poor", group).id
        let isTold = release.table.figures.contains { $0.id == id && $0.value != nil }
        return isTold ? "told" : "withheld"
      } catch let error as StageError {
        let isIt = error.message.en.contains(
          "/near_poor/\(group)/vn-2022/official' must be withheld, and follows")
        guard isIt else { throw error }
        return "refused"
      }
    }
  }
  /// 30 poor, 3 nearly so, and some households.
  private func book(_ households: [String?] = ["150"], _ communes: Int = 1) throws -> Book {
    var book = Book(communes)
    for all in households { try book.say("households", all) }
    try book.say("poor", "30")
    try book.say("near_poor", "3")
    return book
  }

  // MARK: More than one number

  @Test(
    arguments: [
      (["150", "300"], "refused"), (["300", "150"], "refused"), (["300", "900", "150"], "refused"),
      (["300", "900"], "withheld"), (["150", "152"], "refused"),
    ] as [([String], String)])
  func `each number that is told of the households is tried`(_ households: [String], _ fate: String) throws {
    var book = try book(households)
    try book.say("multidimensional_rate", "22.00")
    #expect(try book.fate() == fate)
  }
  @Test(
    arguments: [
      (["22.00", "24.00"], "refused"), (["24.00", "22.00"], "refused"), (["22", "24.00"], "refused"),
      (["24.00", "26.00"], "withheld"), (["24.00", "26.00", "22.0"], "refused"),
    ] as [([String], String)])
  func `each printed rate of one thing is tried`(_ rates: [String], _ fate: String) throws {
    var book = try book()
    for rate in rates { try book.say("multidimensional_rate", rate) }
    #expect(try book.fate() == fate)
  }
  @Test(arguments: [["24.00", "22.00"], ["22.00", "24.00"]])
  func `a rate of this edition and one of an earlier one are each tried`(_ rates: [String]) throws {
    var book = try book()
    try book.say("multidimensional_rate", rates[0])
    try book.say("multidimensional_rate", rates[1], before: true)
    #expect(try book.fate() == "refused")
  }
  @Test func `what was told before of the households is tried beside what is told now`() throws {
    for (now, before) in [("300", "150"), ("150", "300")] {
      var book = try book([now])
      try book.say("multidimensional_rate", "22.00")
      try book.say("households", before, before: true)
      #expect(try book.fate() == "refused")
    }
  }
  @Test func `a rate that is not that of the count that is told is tried too`() throws {
    var book = try book()
    try book.say("multidimensional_rate", "22.00")
    try book.say("poor_plus_near", "36")
    book.law.append("poor_plus_near")
    #expect(try book.fate() == "refused")
  }
  @Test func `two rates may leave one number that neither leaves alone`() throws {
    var book = try book(["600"])
    // Of 600, "5" is 27 to 33 and "6" is 33 to 39.
    try book.say("multidimensional_rate", "5")
    #expect(try book.fate() == "withheld")
    try book.say("multidimensional_rate", "6")
    #expect(try book.fate() == "refused")
  }

  // MARK: Known since now

  @Test(arguments: ["near_poor_rate 2.00", "multidimensional_rate 22.00"])
  func `an earlier rate of households that are told for the first time stops the run`(_ rate: String) throws {
    let words = rate.split(separator: " ").map(String.init)
    var book = try book()
    try book.say(words[0], words[1], before: true)
    #expect(try book.fate() == "refused")
    book = try self.book([])
    try book.say(words[0], words[1], before: true)
    #expect(try book.fate() == "withheld")
  }
  @Test(arguments: [("2.00", nil), ("9.00", 150)] as [(String, Int64?)])
  func `an earlier rate of what is told by its size alone withholds that`(_ rate: String, _ told: Int64?)
    throws
  {
    var book = Book()
    book.law = ["near_poor", "households"]
    for (group, all, near) in [
      ("all", "300", "40"), ("ethnicity:khmer", "150", "3"), ("ethnicity:kinh", "150", "37"),
    ] {
      try book.say("households", all, group)
      try book.say("near_poor", near, group)
    }
    try book.say("near_poor_rate", rate, "ethnicity:khmer", before: true)
    #expect(try book.fate("ethnicity:khmer") == "withheld")
    let release = try book.release()
    #expect(release.shown(World.Spot(book.world.communes[0], "households", "ethnicity:khmer")) == told)
  }
  @Test func `it is refused with the rate and the households that give it away`() throws {
    var book = try book()
    try book.say("near_poor_rate", "2.00", before: true)
    let error = #expect(throws: StageError.self) { try book.release() }
    let (rate, all) = ("/near_poor_rate/all", "/households/all/vn-2022/official")
    #expect(error?.message.en.contains(rate) == true && error?.message.en.contains(all) == true)
  }

  // MARK: What is left of a sum

  @Test func `households that are left of a district are what a rate is of`() throws {
    for (all, fate) in [("950", "refused"), ("951", "withheld"), ("700", "withheld")] {
      var book = try book([], 3)
      for (commune, count) in zip(book.world.communes.dropFirst(), ["500", "300"]) {
        try book.say("households", count, of: commune)
      }
      try book.say("households", all, of: book.world.district(0))
      try book.say("multidimensional_rate", "22.00")
      #expect(try book.fate() == fate, "\(all)")
    }
  }
  @Test func `but not where another commune is not told either`() throws {
    var book = try book([], 3)
    try book.say("households", "500", of: book.world.communes[1])
    try book.say("households", "800", of: book.world.district(0))
    try book.say("multidimensional_rate", "22.00")
    #expect(try book.fate() == "withheld")
  }
  @Test func `nor are they where the other communes can be withheld`() throws {
    var book = try book([], 3)
    for (commune, count) in zip(book.world.communes.dropFirst(), ["500", "300"]) {
      try book.say("households", count, of: commune)
    }
    try book.say("households", "950", of: book.world.district(0))
    try book.say("multidimensional_rate", "22.00")
    book.law.removeFirst()
    #expect(try book.fate() == "withheld")
  }
  @Test func `households that are left of all groups are what a rate is of`() throws {
    var book = Book()
    book.groups = ["all", "ethnicity:*"]
    try book.say("households", "500")
    try book.say("households", "350", "ethnicity:kinh")
    try book.say("poor", "30", "ethnicity:khmer")
    try book.say("near_poor", "3", "ethnicity:khmer")
    try book.say("multidimensional_rate", "22.00", "ethnicity:khmer")
    #expect(try book.fate("ethnicity:khmer") == "refused")
  }

  // MARK: Rows that are not there

  @Test func `bounds of the households may leave one number of them`() throws {
    var book = try book([])
    try book.say("poor_rate", "20")
    try book.say("multidimensional_rate", "22.0")
    #expect(try book.fate() == "refused")
  }
  @Test(arguments: [("833", "refused"), ("900", "withheld")])
  func `a sum of measures that has no row is worked out from the units`(_ all: String, _ fate: String) throws
  {
    var book = try book([nil], 3)
    book.law.append("poor_plus_near")
    for (commune, count) in zip(book.world.communes.dropFirst(), ["500", "300"]) {
      try book.say("poor_plus_near", count, of: commune)
    }
    try book.say("poor_plus_near", all, of: book.world.district(0))
    #expect(try book.fate() == fate)
  }
  @Test(arguments: [("833", "refused"), ("900", "withheld")])
  func `what a list leaves out is worked out from all`(_ all: String, _ fate: String) throws {
    var book = try book([nil], 3)
    book.world.listed = Array(book.world.communes.dropFirst())
    (book.law, book.groups) = (["poor", "poor_plus_near"], ["all", "places:*"])
    try book.say("poor_plus_near", nil)
    try book.say("poor_plus_near", "800", "places:hai-dao", of: book.world.district(0))
    try book.say("poor_plus_near", all, of: book.world.district(0))
    #expect(try book.fate() == fate)
  }

  // MARK: Limits

  @Test(arguments: [("150", "refused"), ("99999", "withheld")])
  func `of a count that could be very many numbers the first are tried`(_ first: String, _ fate: String)
    throws
  {
    var book = try book([first] + (0..<80).map { "\(10000 + 100 * $0)" })
    try book.say("multidimensional_rate", "22.00")
    #expect(try book.fate() == fate)
  }
  @Test func `rates of one thing that differ much are not followed to and fro`() throws {
    var book = try book()
    for rate in ["20.00", "40.00", "10.00", "80.00"] { try book.say("poor_rate", rate) }
    #expect(try book.fate() == "withheld")
  }

  // MARK: Attacked

  /// Tables that look random, with sources that differ and an edition before.
  private func book(_ random: inout SeededRandom) throws -> (book: Book, near: Int64) {
    let communes = 1 + random.next(below: 3)
    var book = Book(communes)
    let (near, poor) = (Int64(1 + random.next(below: 4)), Int64(5 + random.next(below: 40)))
    let all = poor + near + Int64(10 + random.next(below: 300))
    let other = all + Int64(1 + random.next(below: 60))
    func chance(_ share: Int) -> Bool { random.next(below: share) == 0 }
    if communes > 1 {
      let others = (1..<communes).map { _ in Int64(50 + random.next(below: 400)) }
      for (commune, count) in zip(book.world.communes.dropFirst(), others) {
        try book.say("households", "\(count)", of: commune)
      }
      try book.say("households", "\(others.reduce(all, +))", of: book.world.district(0))
    }
    // The district less the other communes must not be otherwise than the commune: that is another matter.
    if communes == 1 || chance(2) {
      let sources =
        communes > 1 ? [all] : [[all], [other, all], [other], [all, other]][random.next(below: 4)]
      for count in sources { try book.say("households", "\(count)") }
    }
    if chance(2) { try book.say("households", "\(chance(2) ? all : other)", before: true) }
    if !chance(4) { try book.say("poor", "\(poor)") }
    try book.say("near_poor", "\(near)")
    for (measure, count) in [("poor_rate", poor), ("multidimensional_rate", poor + near)] {
      for isBefore in [false, true] where chance(2) {
        for _ in 0...random.next(below: 2) {
          let count = chance(3) ? count + Int64(random.next(below: 4)) : count
          let rate = PrintedReader.printed(count, of: all, places: random.next(below: 3))
          try book.say(measure, rate.plain, before: isBefore)
        }
      }
    }
    return (book, near)
  }
  @Test(arguments: 1...300) func `no rate with any number of households gives the nearly poor away`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed)
    let (book, near) = try book(&random)
    do {
      let release = try book.release()
      let reader = PrintedReader(book.world, release.table.figures + book.before)
      let unit = book.world.communes[0]
      let isTold = reader.told[World.Spot(unit, "near_poor")] != nil
      #expect(isTold || !reader.nearlyPoor(unit).contains(near))
    } catch let error as StageError {
      #expect(error.cause == .data && error.message.en.contains("must be withheld"))
    }
  }

  // MARK: What stops nobody

  @Test(arguments: [("150", "3", "2.00"), ("1500", "3", "0.20"), ("150", "147", "98.00")])
  func `a rate without a ground goes with its count and gives nothing away`(
    _ all: String, _ count: String, _ rate: String
  ) throws {
    var book = Book()
    book.law = ["households"]
    try book.say("households", all)
    try book.say("near_poor", count)
    try book.say("near_poor_rate", rate)
    #expect(try book.fate() == "withheld")
    #expect(try book.release().table.figures.allSatisfy { $0.measure == "households" || $0.value == nil })
  }
  @Test(arguments: [["10.00", "20.00"], ["20.00", "10.00"], ["20.00"]])
  func `what is a part of a base that rates leave is weighed by each number of it`(_ rates: [String]) throws {
    var book = Book()
    try book.say("poor", "30")
    for rate in rates { try book.say("poor_rate", rate) }
    // Of 150 households three are not.
    try book.say("near_poor", "147")
    #expect(try book.fate() != "told")
  }
  @Test(arguments: [true, false]) func `corrections over many editions stop no run`(_ hasBase: Bool) throws {
    var book = Book()
    book.law.append("near_poor")
    for number in 0..<70 {
      try book.say("households", "\(150 + number)", before: true)
      try book.say("poor", "\(30 + number)", before: true)
      try book.say("poor_rate", "2\(number % 10).\(10 + number)", before: true)
    }
    if hasBase { try book.say("households", "150") }
    try book.say("poor", "30")
    try book.say("near_poor", "40")
    try book.say("poor_rate", "20.00")
    #expect(try book.fate() == "told")
  }
}
