import Diagnostics
import Figures
import StageKit
import StageTestKit
import Standards
import Tables
import Testing
import Units
import YAML

@testable import Aggregate

/// Figures of counted households.
@Suite struct MakeFiguresTests {
  static let rows = [
    Row(word: "poor", water: true, members: 5), Row(word: "near_poor", toilet: true, members: 2), Row(),
    Row(commune: "00002", area: "urban", word: "poor", members: 1), Row(commune: "00003", district: "002"),
  ]
  static func wide(_ rows: [Row] = rows, groups: String = "[area]") throws -> Wide {
    try PlannedSums(
      "{ by: [commune, district, province], unit: commune, groups: \(groups), members: members }"
    ).made(rows)
  }

  @Test func `counts become figures of the units of the register`() throws {
    let run = try FiguresRun([try Self.wide()])
    #expect(
      run.shown("poor").filter { $0.hasSuffix("all 1") || $0.contains("all 2") } == [
        "00001 poor all 1", "00002 poor all 1", "001 poor all 2", "01 poor all 2",
      ])
    #expect(
      run.shown("near_poor", "poor_plus_near").filter { $0.hasPrefix("01 ") && $0.contains("all") } == [
        "01 near_poor all 1", "01 poor_plus_near all 3",
      ])
    #expect(
      run.shown("poor_persons", "near_poor_persons").filter { $0.hasPrefix("01 ") } == [
        "01 near_poor_persons all 2", "01 near_poor_persons area:rural 2",
        "01 near_poor_persons area:urban 0",
        "01 poor_persons all 6", "01 poor_persons area:rural 5", "01 poor_persons area:urban 1",
      ])
    #expect(
      run.shown("deprived_water", "deprived_toilet").filter { $0.hasPrefix("01 ") } == [
        "01 deprived_toilet class:near_poor 1", "01 deprived_toilet class:poor 0",
        "01 deprived_water class:near_poor 0", "01 deprived_water class:poor 1",
      ])
    #expect(run.shown("poor_rate", "households").isEmpty && run.notices.isEmpty)
    #expect(run.failure == nil && run.findings == [])
  }
  @Test func `a figure says where it is from`() throws {
    let figure = try #require(
      try FiguresRun([try Self.wide()]).figures.first { $0.measure == "poor" && $0.unit.hasPrefix("01@") })
    #expect(figure.id == "01@2004-08-31/2024-12-31/poor/all/vn-2022/official")
    #expect(figure.source == Figure.Source(title: "Bảng giả định", decision: "QĐ 1", place: "Biểu 1"))
    #expect(
      figure.standard == "vn-2022" && figure.edition == "e1" && figure.status == .value && figure.note.isEmpty
    )
    let invented = try FiguresRun([try Self.wide()], simulated: true)
    #expect(invented.figures.allSatisfy { $0.grade == .simulated && $0.id.hasSuffix("/simulated") })
  }
  @Test func `rates are ratios of two counts, over the households of all communes`() throws {
    let run = try FiguresRun([try Self.wide()], [FiguresRun.whole])
    #expect(
      run.shown("households").filter { $0.contains(" all ") } == [
        "00001 households all 100", "00002 households all 200", "00003 households all 50",
        "001 households all 300",
        "002 households all 50", "01 households all 350",
      ])
    #expect(
      run.shown("poor_rate", "near_poor_rate", "multidimensional_rate").filter { $0.hasPrefix("01 ") } == [
        "01 multidimensional_rate all 3/350", "01 near_poor_rate all 1/350", "01 poor_rate all 2/350",
      ])
    let total = try #require(run.figures.first { $0.measure == "households" })
    #expect(
      total.asOf.iso == "2024-12-01" && total.standard.isEmpty && total.source.title == "Niên giám giả định")
    let rate = try #require(run.figures.first { $0.measure == "poor_rate" })
    #expect(rate.asOf.iso == "2024-12-31" && rate.note == "Tổng số hộ tại ngày 01/12/2024.")
    #expect(run.notices.isEmpty)
  }
  @Test func `groups have rates where their households are known`() throws {
    let totals = FiguresRun.totals([
      ("00001", 90, "2024-12-31", "area:rural"), ("00002", 20, "2024-12-31", "area:rural"),
      ("00003", 50, "2024-12-31", "area:rural"), ("00001", 100, "2024-12-31", "all"),
    ])
    let run = try FiguresRun([try Self.wide()], [totals])
    #expect(
      run.shown("poor_rate").filter { $0.contains("area:") && $0.contains("01 ") }
        == [
          "001 poor_rate area:rural 1/110", "00001 poor_rate area:rural 1/90",
          "01 poor_rate area:rural 1/160",
        ].sorted())
    #expect(run.shown("poor_rate").filter { $0.contains("all") } == ["00001 poor_rate all 1/100"])
  }

  // MARK: Missing is not zero

  @Test func `without the households of one commune its district and province have no rate`() throws {
    let totals = FiguresRun.totals([
      ("00001", 100, "2024-12-31", nil), ("00003", 50, "2024-12-31", nil), (nil, 5, "2024-12-31", nil),
      ("00002", nil, "2024-12-31", nil),
    ])
    let run = try FiguresRun([try Self.wide()], [totals])
    #expect(
      run.shown("poor_rate") == [
        "00001 poor_rate all 1/100", "00003 poor_rate all 0/50", "002 poor_rate all 0/50",
      ])
    #expect(
      run.notices.map(\.message.vi) == [
        "Tỉnh Một, 31/12/2024: chưa có tổng số hộ của Xã Hai, nên không tính tỷ lệ.",
        "Huyện Bắc, 31/12/2024: chưa có tổng số hộ của Xã Hai, nên không tính tỷ lệ.",
        "Xã Hai, 31/12/2024: chưa có tổng số hộ của Xã Hai, nên không tính tỷ lệ.",
      ])
    #expect(run.notices.allSatisfy { $0.code == "households.no-denominator" && $0.figures.count == 1 })
    let ids = Set(run.figures.map(\.id))
    #expect(run.notices.allSatisfy { ids.isSuperset(of: $0.figures) })
  }
  @Test func `a district without communes counts by its own households, or as nothing`() throws {
    let rows = [
      Row(commune: "00005", district: "003", province: "02"), Row(commune: "004", word: "poor"),
    ]
    let wide = try Self.wide(rows, groups: "[]")
    #expect(wide.findings.isEmpty)
    #expect(wide.keys == ["province 02 all", "district 003 all", "district 004 all", "commune 00005 all"])
    let communes = ("00005", Int64(10), "2024-12-31", String?.none)
    let run = try FiguresRun([wide], [FiguresRun.totals([communes, ("004", 30, "2024-12-31", nil)])])
    #expect(
      run.shown("poor_rate") == [
        "00005 poor_rate all 0/10", "003 poor_rate all 0/10", "004 poor_rate all 1/30",
        "02 poor_rate all 1/40",
      ])
    #expect(run.notices.isEmpty && run.findings.isEmpty)
    let without = try FiguresRun([try Self.wide([rows[0]], groups: "[]")], [FiguresRun.totals([communes])])
    #expect(
      without.shown("poor_rate") == [
        "00005 poor_rate all 0/10", "003 poor_rate all 0/10", "02 poor_rate all 0/10",
      ])
  }
  @Test func `an island with households and without their number leaves itself without a rate`() throws {
    let wide = try Self.wide([Row(commune: "004", word: "poor")], groups: "[]")
    let run = try FiguresRun([wide], [FiguresRun.totals([("00005", 10, "2024-12-31", nil)])])
    #expect(run.notices.map(\.message.en).contains { $0.contains("households of Huyện Đảo is not known") })
    #expect(!run.shown("poor_rate").contains { $0.hasPrefix("004") })
    // Those of the island are among the poor of the province, so its total lacks them too, whatever levels were added up.
    #expect(!run.shown("poor_rate").contains { $0.hasPrefix("02 ") })
    let both = [Row(commune: "004", word: "poor"), Row(commune: "00005", word: "poor")]
    let mixed = try FiguresRun(
      [try Self.wide(both, groups: "[]")], [FiguresRun.totals([("00005", 10, "2024-12-31", nil)])])
    #expect(mixed.shown("poor_rate").contains { $0.hasPrefix("00005 ") })
    #expect(!mixed.shown("poor_rate").contains { $0.hasPrefix("02 ") })
    let whole = try FiguresRun(
      [try Self.wide(both, groups: "[]")],
      [FiguresRun.totals([("00005", 10, "2024-12-31", nil), ("004", 5, "2024-12-31", nil)])])
    #expect(whole.shown("poor_rate").contains("02 poor_rate all 2/15"))
  }
  @Test func `households of another day, of a commune of that day and twice are not taken`() throws {
    let totals = FiguresRun.totals([
      ("00001", 999, "2025-01-01", nil), ("00001", 1, "2023-12-31", nil), ("00001", 100, "2024-06-30", nil),
      ("00002", 10, "2024-06-30", nil), ("00002", 11, "2024-06-30", nil), ("99999", 5, "2024-06-30", nil),
      ("00003", -1, "2024-06-30", nil),
    ])
    let run = try FiguresRun([try Self.wide()], [totals])
    #expect(run.shown("households") == ["00001 households all 100"])
    #expect(
      run.findings == [
        "households.denominator: the unit '00002' has two numbers of households, so none is used",
        "households.denominator: on 2024-06-30 there is no commune with the code '99999'",
        "households.denominator: the number of households is negative",
      ])
  }
  @Test func `more poor than households is no rate`() throws {
    let totals = FiguresRun.totals([
      ("00001", 1, "2024-12-31", nil), ("00002", 0, "2024-12-31", nil), ("00003", 50, "2024-12-31", nil),
    ])
    let run = try FiguresRun([try Self.wide()], [totals])
    // One poor and one near-poor of one household: the parts can be, the sum cannot.
    #expect(
      run.shown("poor_rate", "multidimensional_rate").filter { $0.hasPrefix("00001") } == [
        "00001 poor_rate all 1/1"
      ])
    #expect(run.shown("poor_rate").allSatisfy { !$0.hasPrefix("00002") })
    #expect(run.notices.contains { $0.code == "households.rate" && $0.unit.hasPrefix("00001@") })
  }
  @Test func `what the table does not know is no figure`() throws {
    let run = try FiguresRun([try Self.wide([Row(word: "poor", water: nil, members: nil)], groups: "[]")])
    #expect(
      run.shown("poor_persons", "deprived_water")
        == ["00001", "001", "01"].map { "\($0) deprived_water class:near_poor 0" })
    #expect(run.shown("poor").count == 3)
  }
  @Test func `communes without a household are told to the office`() throws {
    let run = try FiguresRun([try Self.wide([Row()], groups: "[]")])
    #expect(
      run.findings == [
        "households.absent: Tỉnh Một: 2 communes have no household in the table (Xã Hai, Xã Ba); no sum has them"
      ])
  }

  // MARK: Gates

  @Test func `households in no known unit stop the run unless they are allowed`() throws {
    let wide = try Self.wide(Self.rows + [Row(commune: "99999"), Row(commune: nil)], groups: "[]")
    let run = try FiguresRun([wide])
    #expect(
      run.failure?.message.en == "step 'so-lieu': 2 households are in no unit, and at most 0 are let pass")
    #expect(run.failure?.cause == .data)
    #expect(run.findings.count == 2)
    let allowed = try FiguresRun(
      [wide], options: FiguresRun.options.replacing("{ standard", with: "{ max_unplaced: 2, standard"))
    #expect(allowed.failure == nil && allowed.shown("poor").count == 6)
  }
  @Test func `households without a class stop the run, or make figures provisional`() throws {
    let wide = try Self.wide(Self.rows + [Row(word: nil)], groups: "[]")
    let run = try FiguresRun([wide])
    #expect(
      run.failure?.message.en
        == "step 'so-lieu': a unit has 1 households without a class, and at most 0 are let pass")
    let allowed = try FiguresRun(
      [wide], options: FiguresRun.options.replacing("{ standard", with: "{ max_unclassified: 1, standard"))
    let byUnit = Dictionary(
      uniqueKeysWithValues: allowed.figures.filter { $0.measure == "poor" }.map {
        (String($0.unit.prefix(5)), $0)
      })
    #expect(byUnit["00001"]?.status == .provisional && byUnit["00002"]?.status == .value)
    #expect(byUnit["01@20"]?.note == "Chưa kể 1 hộ chưa phân loại được.")
  }
  @Test func `of a group it is not said how many have no class`() throws {
    let wide = try Self.wide(Self.rows + [Row(word: nil)], groups: "[area]")
    let run = try FiguresRun(
      [wide], options: FiguresRun.options.replacing("{ standard", with: "{ max_unclassified: 1, standard"))
    let groups = run.figures.filter { $0.group != "all" && $0.status == .provisional }
    #expect(groups.allSatisfy { $0.note == "Chưa kể các hộ chưa phân loại được." })
    let named = Set(groups.map(\.group).filter { $0.hasPrefix("area:") })
    #expect(named == ["area:rural", "area:urban"], "nor of which group they are")
  }
  @Test func `two tables may say the same, and not different things`() throws {
    let wide = try Self.wide()
    #expect(try FiguresRun([wide, wide]).failure == nil)
    let other = try Self.wide(Array(Self.rows.dropFirst()))
    #expect(
      try FiguresRun([wide, other]).failure?.message.en
        == "two tables say different things of the figure '01@2004-08-31/2024-12-31/poor/all/vn-2022/official'"
    )
  }
  @Test func `a sum of households that does not fit stops the run`() throws {
    let totals = FiguresRun.totals(["00001", "00002", "00003"].map { ($0, Int64.max, "2024-12-31", nil) })
    #expect(
      try FiguresRun([try Self.wide()], [totals]).failure?.message.en
        == "the sum of the households of Tỉnh Một is too large")
  }

  // MARK: Planning

  @Test func `figures are as guarded as what they were counted from`() throws {
    let wide = try Self.wide()
    #expect(try FiguresRun([wide]).shape.sensitivity == .public)
    var guarded = wide.schema.fields
    guarded[3].sensitivity = .protected
    let made = Wide(schema: Schema(guarded), rows: wide.rows, found: wide.found)
    #expect(try FiguresRun([made]).shape.sensitivity == .protected)
  }
  @Test(
    arguments: [
      (nil, "{ standard: vn-2022, source: { title: T } }", "the day of the results is not said"),
      ("2024-12-31", "{ standard: vn-2023, source: { title: T } }", "there is no poverty standard 'vn-2023'"),
      (
        "2024-12-31", "{ as_of: 2027-12-31, standard: vn-2022, source: { title: T } }",
        "the standard 'vn-2022' is not that of a review of 2027-12-31"
      ),
      (
        "2024-12-31", "{ standard: vn-2022, source: { title: T }, denominator_columns: { unit: ma } }",
        "no column 'ma'"
      ),
      (
        "2024-12-31", "{ standard: nhap, source: { title: T } }",
        "the standard 'nhap' is provisional: not compared"
      ),
      (
        "2024-12-31", "{ standard: tinh, source: { title: T } }",
        "the standard 'tinh' is that of Tỉnh Mẫu (01), not of the whole country"
      ),
      (
        "2024-12-31", "{ standard: tinh, province: \"02\", source: { title: T } }",
        "the standard 'tinh' is that of Tỉnh Mẫu (01), not of the province 02"
      ),
    ] as [(String?, String, String)]) func `what cannot be planned is refused`(
      day: String?, options: String, message: String
    ) throws
  {
    let run = try FiguresRun([try Self.wide()], [FiguresRun.whole], options: options, on: day)
    #expect(run.mistakes.map(\.message.en) == [message])
  }
  @Test func `a local standard is used in its province, a provisional one where it is allowed`() throws {
    for options in [
      "{ standard: tinh, province: \"01\", source: { title: T } }",
      "{ standard: nhap, allow_provisional: true, source: { title: T } }",
    ] {
      #expect(try FiguresRun([try Self.wide()], [FiguresRun.whole], options: options).mistakes.isEmpty)
    }
  }
}
