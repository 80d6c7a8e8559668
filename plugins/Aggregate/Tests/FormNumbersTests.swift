import StageKit
import StageTestKit
import Tables
import Testing

@testable import Aggregate

/// The numbers of the forms F8 to F13: each is a count over the households, blank where some household does not say.
@Suite struct FormNumbersTests {
  /// Households of two communes, of which some lack something.
  private static func households(_ seed: UInt64, whole: Bool) -> [FormHousehold] {
    var random = Random(state: seed)
    func maybe<T>(_ value: T) -> T? { !whole && random.below(60) == 0 ? nil : value }
    return (0..<80).map { _ in
      let people = ["Kinh", "Tày", "Mường"][random.below(3)]
      let children = Int64(random.below(4))
      func some() -> Int64 { Int64(random.below(Int(children) + 1)) }
      func answer() -> Bool? { maybe(random.below(3) == 0) }
      return FormHousehold(
        commune: random.below(2) == 0 ? "00001" : "00002",
        word: ["poor", "near_poor", "average", "none"][random.below(4)],
        members: maybe(1 + Int64(random.below(6))),
        people: maybe(people), local: maybe(people == "Mường"), merit: answer(), unable: answer(),
        female: answer(), land: answer(), capital: answer(), children: maybe(children),
        insurance: maybe(some()), nutrition: maybe(some()), school: maybe(some()))
    }
  }
  /// A sum over households; not known where one does not say whether it counts, or how much.
  private static func sum(
    _ rows: [FormHousehold], _ counts: (FormHousehold) -> Bool?, _ much: (FormHousehold) -> Int64?
  ) -> Int64? {
    // One that lacks its number makes the number of all unknown, and so that of every group.
    rows.reduce(0 as Int64?) { sum, row in
      guard let sum, let isOne = counts(row), let more = much(row) else { return nil }
      return sum + (isOne ? more : 0)
    }
  }
  private static func count(_ rows: [FormHousehold], _ counts: (FormHousehold) -> Bool?) -> Int64? {
    sum(rows, counts) { _ in 1 }
  }
  /// All households of a commune by group: those that were counted and some more.
  private static func totals(_ rows: [FormHousehold], _ unit: String, more: Int64) -> [String: Int64] {
    let own = rows.filter { $0.commune == unit }
    func number(_ counts: (FormHousehold) -> Bool) -> (households: Int64, persons: Int64) {
      let found = own.filter(counts)
      return (Int64(found.count), found.reduce(0) { $0 + ($1.members ?? 0) + 1 })
    }
    let (kinh, minority) = (
      number { $0.people == "Kinh" }, number { $0.minority == true || $0.local == true }
    )
    let (local, all) = (number { $0.local == true }, number { _ in true })
    return [
      "all": all.households + 2 * more, "people:Kinh": kinh.households + more,
      "minority:true": minority.households + more, "local:true": local.households,
      "persons": all.persons + 8 * more, "persons/people:Kinh": kinh.persons + 4 * more,
      "persons/minority:true": minority.persons + 4 * more, "persons/local:true": local.persons,
    ]
  }
  /// A percentage with two decimals, half away from zero, by another way than the program's.
  private static func percent(_ part: Int64?, of whole: Int64?) -> String? {
    guard let part, let whole, whole > 0 else { return nil }
    let hundredths = (part * 20000 + whole) / (2 * whole)
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
  private static func text(_ number: Int64?) -> String? { number.map { String($0) } }

  /// What stands in a row of a form; `nil` is blank.
  private static func wanted(
    _ form: String, _ rows: [FormHousehold], _ totals: [String: Int64], persons: Bool
  ) -> [String?] {
    func ofClass(_ word: String) -> [FormHousehold] { rows.filter { $0.word == word } }
    func much(_ household: FormHousehold) -> Int64? { persons ? household.members : 1 }
    let halves = ["poor", "near_poor"].map(ofClass)
    switch form {
    case "F8":
      return halves.flatMap { half in
        [text(sum(half, { _ in true }, much))]
          + [\.minority, \.unable, \.merit].map { (answer: KeyPath<FormHousehold, Bool?>) in
            text(sum(half, { $0[keyPath: answer] }, much))
          } + [nil]
      }
    case "F9":
      return halves.flatMap { half in
        [text(count(half) { _ in true })]
          + ["Kinh", "Mường", "Tày"].map { name in text(count(half) { $0.people.map { $0 == name } }) }
      }
    case "F10":
      return halves.flatMap { half in
        [text(count(half) { _ in true }), text(count(half, \.land)), text(count(half, \.capital))]
          + Array(repeating: nil, count: 6)
      }
    case "F11":
      return halves.flatMap { half in
        [\.children, \.insurance, \.nutrition, \.school].map { (number: KeyPath<FormHousehold, Int64?>) in
          text(sum(half, { _ in true }, { $0[keyPath: number] }))
        }
      }
    default:
      let half = halves[form == "F12" ? 0 : 1]
      let labels = ["people:Kinh", "minority:true", "local:true"]
      let peoples: [(FormHousehold) -> Bool?] = [
        { $0.people.map { $0 == "Kinh" } }, { $0.minority }, { $0.local },
      ]
      let households = [count(half) { _ in true }] + peoples.map { count(half, $0) }
      let people = [sum(half, { _ in true }, { $0.members })] + peoples.map { sum(half, $0) { $0.members } }
      return (["all"] + labels + ["persons"] + labels.map { "persons/\($0)" }).map { text(totals[$0]) }
        + households.map(text) + [\.merit, \.unable, \.female].map { text(count(half, $0)) }
        + people.map(text)
        + [("all", 0), ("minority:true", 2), ("local:true", 3)].map {
          percent(households[$1], of: totals[$0])
        }
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>) func `each cell equals a count over the households`(
    seed: UInt64
  ) throws {
    let rows = Self.households(seed, whole: seed % 3 == 0)
    let units = ["00001", "00002"]
    let totals = units.map { Self.totals(rows, $0, more: Int64(seed) * 3) }
    let given = zip(units, totals).flatMap { unit, numbers in
      numbers.sorted { $0.key < $1.key }.map { AllHouseholds(unit: unit, count: $0.value, group: $0.key) }
    }
    let run = try FormsRun(
      tables: [try FormHousehold.counted(rows)], totals: [given], FormHousehold.options)
    #expect(run.mistakes == [] && run.findings == [])
    for (form, persons) in [
      ("F8", false), ("F8", true), ("F9", false), ("F10", false), ("F11", false), ("F12", false),
      ("F13", false),
    ] {
      for (unit, numbers) in zip(units, totals) {
        let wanted = Self.wanted(form, rows.filter { $0.commune == unit }, numbers, persons: persons)
        for (place, cell) in wanted.enumerated() {
          let found = run.row(form, unit, place + 1, weight: persons ? "persons" : "households")
          let isSame = cell.map { $0 == found } ?? found.hasPrefix("[")
          #expect(isSame, "\(form) \(unit) \(place + 1): \(found), not \(cell ?? "blank")")
        }
        #expect(run.row(form, unit, wanted.count + 1) == "no cell")
      }
      guard seed % 3 == 0 else { continue }
      // Where every household says everything, the totals are those of one large commune.
      let sums = totals[0].merging(totals[1]) { $0 + $1 }
      for (place, cell) in Self.wanted(form, rows, sums, persons: persons).enumerated() {
        let found = run.row(form, "n/a", place + 1, weight: persons ? "persons" : "households")
        #expect(cell.map { $0 == found } ?? found.hasPrefix("["), "\(form) total \(place + 1): \(found)")
      }
    }
  }

  // MARK: Why a cell is blank

  @Test func `a cell without a number says which option, column or total is not there`() throws {
    let run = try FormsRun(
      tables: [try FormHousehold.counted([FormHousehold(), FormHousehold(merit: nil, children: nil)])],
      totals: [[AllHouseholds(), AllHouseholds(count: 50, group: "people:Kinh")]],
      FormHousehold.options.replacing(", nutrition: thin", with: ""))
    #expect(run.row("F8", "00001", 1, 4, 5) == "2 [1 hộ không ghi merit] [không khai labels.other_group]")
    #expect(run.row("F8", "00001", 4, weight: "persons") == "[4 nhân khẩu thuộc hộ không ghi merit]")
    #expect(run.row("F11", "00001", 1, 2) == "[bảng đếm không có children_poor] 2")
    #expect(run.row("F11", "00001", 3, 5) == "[không khai children.nutrition] 0")
    #expect(run.row("F12", "00001", 1, 2, 3) == "100 50 [không có tổng số của nhóm minority:true]")
    #expect(
      run.row("F12", "00001", 5, 6)
        == "[không có tổng số của đơn vị] [không có tổng số của nhóm persons/people:Kinh]")
    #expect(run.row("F12", "00001", 9, 13, 16) == "2 [1 hộ không ghi merit] 8")
    #expect(run.row("F12", "00001", 20, 21) == "2.00 [không có tổng số của nhóm minority:true]")
    #expect(run.row("F13", "00001", 9, 16, 20) == "0 0 0.00")
  }
  @Test func `without persons among the counts their columns are blank`() throws {
    let run = try FormsRun([[Counted()]], totals: [[AllHouseholds()]])
    #expect(run.row("F8", "00001", 1, 6, weight: "persons").contains("[bảng đếm không có members_near_poor]"))
    #expect(run.row("F12", "00001", 16, 20) == "[bảng đếm không có members_poor] 5.00")
  }
  @Test func `numbers of children that are not given are none, and one below zero is none either`() throws {
    let run = try FormsRun([[Counted()]])
    #expect(
      run.row("F11", "00001", 1, 8) == "[không khai children.total] [không khai children.school]")
    let wrong = try FormsRun(
      tables: [try FormHousehold.counted([FormHousehold(insurance: -3)])], FormHousehold.options)
    #expect(wrong.row("F11", "00001", 1, 2) == "2 [bảng đếm có số âm ở uninsured_poor]")
  }
  @Test(
    arguments: [
      (
        "total: childs",
        ["no table of counts has sums of the column 'childs' over the poor and the near-poor"]
      ),
      ("school: members, total: children", []),
      (
        "total: people",
        ["no table of counts has sums of the column 'people' over the poor and the near-poor"]
      ),
    ])
  func `a column of children that nobody summed is told when the pipeline is checked`(
    _ children: String, _ mistakes: [String]
  ) throws {
    let run = try FormsRun(
      tables: [try FormHousehold.counted([])], "{ standard: vn-2022, children: { \(children) } }")
    #expect(run.mistakes == mistakes)
  }
  @Test func `a word about children that there is not is refused`() {
    #expect(throws: (any Error).self) {
      try FormsRun([[Counted()]], "{ standard: vn-2022, children: { pupils: away } }")
    }
  }

  // MARK: What cannot be

  @Test(
    arguments: [
      // What is given of all; what is told of F12; the three rates, which are blank where a number they rest on may be wrong.
      ([:], [], "2.00 2.50 5.00"),
      (["people:Kinh": 70], ["forms.above"], "above above 5.00"),
      (["local:true": 41], ["forms.above"], "2.00 above above"),
      (["minority:true": 0, "local:true": 0], ["forms.above", "forms.above"], "2.00 above above"),
      (["persons/people:Kinh": 39], ["forms.fewer-persons"], "2.00 2.50 5.00"),
      (
        ["persons/minority:true": 3, "persons/local:true": 2],
        ["forms.fewer-persons", "forms.above", "forms.fewer-persons", "forms.above"], "2.00 2.50 5.00"
      ),
      (["all": 1], ["forms.above"], "above above 5.00"),
    ] as [([String: Int64], [String], String)])
  func `a people that is more than all, and persons fewer than households, are told`(
    _ given: [String: Int64], _ codes: [String], _ rates: String
  ) throws {
    let usual: [String: Int64] = [
      "all": 100, "people:Kinh": 50, "minority:true": 40, "local:true": 20, "persons": 400,
      "persons/people:Kinh": 200, "persons/minority:true": 160, "persons/local:true": 80,
    ]
    let totals = usual.merging(given) { $1 }.sorted { $0.key < $1.key }.map {
      AllHouseholds(count: $0.value, group: $0.key)
    }
    let rows = [FormHousehold(), FormHousehold(people: "Tày", local: true)]
    let run = try FormsRun(tables: [try FormHousehold.counted(rows)], totals: [totals], FormHousehold.options)
    let told = run.findings.filter { $0.contains(": F12, ") }
    #expect(told.map { String($0.prefix { $0 != ":" }) } == codes, "\(told)")
    let wanted = rates.replacing("above", with: "[\(FormCell.above)]")
    for unit in ["00001", "n/a"] { #expect(run.row("F12", unit, 20, 21, 22) == wanted, "\(unit)") }
  }
  @Test func `a rate that is blank in F1 is blank in F12 and F13, and told once`() throws {
    let run = try FormsRun([[Counted()]], totals: [[AllHouseholds(count: 7)]])
    for (form, place) in [("F1", 4), ("F12", 20), ("F13", 20)] {
      #expect(run.row(form, "00001", place) == "[\(FormCell.above)]")
    }
    #expect(run.findings.count == 1 && run.findings[0].hasPrefix("forms.above: F1, 00001: "))
  }
  @Test func `more children who lack something than there are children are told`() throws {
    let run = try FormsRun(
      tables: [try FormHousehold.counted([FormHousehold(word: "near_poor", children: 2, school: 3)])],
      FormHousehold.options)
    #expect(
      run.findings == [
        "forms.above: F11, 00001: (8) Trẻ em không đi học đúng độ tuổi thuộc hộ cận nghèo = 3, more than (5) Trẻ em thuộc hộ cận nghèo = 2: rates over that total, if any, are blank; compare both tables and their days"
      ])
  }
}
