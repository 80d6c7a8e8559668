import Diagnostics
import Figures
import StageKit
import StageTestKit
import Tables
import Testing
import Units

@testable import Aggregate

/// Counts of former units carried over to the units of another day.
@Suite struct RecastTests {
  static let provinces = [figure("10", 100), figure("11", 20), figure("12", 3)]

  @Test func `units that went in as a whole are added up, as of their own day`() throws {
    let run = try RecastRun(Self.provinces)
    #expect(run.shown == ["10@2025-07-01 2024-12-31 poor 120 value 2025-07-01"])
    #expect(run.notices.isEmpty && run.findings.isEmpty)
    let sum = try #require(run.figures.first)
    #expect(sum.id == "10@2025-07-01/2024-12-31/poor/all/vn-2022/recast")
    #expect(sum.grade == .derived && sum.precedence == 0 && sum.edition == "e1" && sum.standard == "vn-2022")
    #expect(
      sum.source.title == "Quy đổi theo địa giới từ 01/07/2025: cộng từ 2 đơn vị cũ (Tỉnh Núi, Tỉnh Sông)")
    #expect(sum.note.isEmpty)
  }
  @Test func `a unit that stayed as it was is not carried over`() throws {
    #expect(try RecastRun([figure("12", 3)]).shown.isEmpty)
    #expect(try RecastRun([figure("vn", 3)]).shown.isEmpty)
  }
  @Test func `a chain of changes is followed by its days`() throws {
    let to2026 = "{ to: 2026-04-30, measures: [poor] }"
    let run = try RecastRun(Self.provinces, to2026)
    #expect(run.shown == ["10@2026-04-30 2024-12-31 poor 120 value 2026-04-30"])
    let old = [figure("20001", 4, on: "2018-12-31"), figure("20002", 5, on: "2018-12-31")]
    #expect(
      try RecastRun(old, "{ to: 2021-01-01, measures: [poor] }").shown == [
        "20001@2020-01-01 2018-12-31 poor 9 value 2020-01-01"
      ])
    let later = [figure("10@2025-07-01", 7, on: "2025-12-31")]
    #expect(try RecastRun(later, to2026).shown == ["10@2026-04-30 2025-12-31 poor 7 value 2026-04-30"])
  }
  @Test func `figures are never carried back`() throws {
    #expect(try RecastRun([figure("10@2025-07-01", 7, on: "2025-12-31")]).shown.isEmpty)
    #expect(try RecastRun(Self.provinces, "{ to: 2024-12-31, measures: [poor] }").shown.isEmpty)
  }

  // MARK: Missing is not zero

  @Test(arguments: [
    [figure("10", 100)], [figure("10", 100), figure("11", nil)],
    [figure("10", 100), figure("11", nil, status: .withheld)],
    [figure("10", 100), figure("11", 20, group: "ethnicity:khmer")],
    [figure("10", 100), figure("11", 20, standard: "vn-2016")],
    [figure("10", 100), figure("11", 20, on: "2024-12-30")],
  ]) func `a former unit without a figure leaves the new one without`(figures: [Figure]) throws {
    let run = try RecastRun(figures)
    let made = try #require(run.figures.first { $0.id == "10@2025-07-01/2024-12-31/poor/all/vn-2022/recast" })
    #expect(made.value == nil && made.status == .notReported)
    #expect(
      made.note == "Không quy đổi được theo địa giới từ 01/07/2025: chưa có số liệu của Tỉnh Sông.")
    let notice = try #require(run.notices.first { $0.message.en.contains("no figure of Tỉnh Sông") })
    #expect(notice.code == "recast.incomplete" && notice.unit == "10@2025-07-01" && !notice.figures.isEmpty)
  }
  @Test func `what is missing on several days and of several measures is told once`() throws {
    let figures = ["2023-12-31", "2024-12-31"].flatMap { day in
      [figure("10", 1, on: day), figure("10", 2, "near_poor", on: day)]
    }
    let run = try RecastRun(figures, "{ to: 2025-07-01, measures: [poor, near_poor] }")
    #expect(run.figures.count == 4)
    #expect(
      run.notices.map(\.message.en) == [
        "Tỉnh Núi Sông, 2023-12-31, 2024-12-31: near-poor households, poor households are not carried over, for there is no figure of Tỉnh Sông."
      ])
    // It rests on what was given, and on what was to be made of it.
    #expect(run.notices.first?.figures.count == 8)
    #expect(run.notices.first?.figures.contains("10@2025-07-01/2024-12-31/poor/all/vn-2022/recast") == true)
  }
  @Test func `of a group the unit that has no figure is not named, for it may have nobody of it`() throws {
    let groups = ["all", "ethnicity:khmer", "ethnicity:kinh"]
    let run = try RecastRun(
      groups.map { figure("10", 20, group: $0) } + [figure("11", 20, group: "ethnicity:hoa")])
    let notes = run.figures.filter { $0.group != "all" }.map(\.note)
    #expect(
      Set(notes) == ["Không quy đổi được theo địa giới từ 01/07/2025: có đơn vị cũ chưa có số liệu."])
    #expect(notes.count == 3)
    #expect(
      run.notices.map(\.message.en) == [
        "Tỉnh Núi Sông, 2024-12-31: poor households are not carried over, for there is no figure of Tỉnh Sông.",
        "Tỉnh Núi Sông, 2024-12-31: poor households by groups are not carried over, for some former unit has no figure.",
      ])
    let rests = run.notices.map { $0.figures.filter { $0.hasSuffix("/recast") } }
    #expect(rests.map(\.count) == [1, 3])
  }
  @Test func `zero is a value, and a measure that nobody has is passed over`() throws {
    let run = try RecastRun(
      [figure("10", 0), figure("11", 0)], "{ to: 2025-07-01, measures: [poor, near_poor] }")
    #expect(run.shown == ["10@2025-07-01 2024-12-31 poor 0 value 2025-07-01"])
  }

  // MARK: Parts

  static let communes = [
    figure("20001@2020-01-01", 10), figure("20003@2004-08-31", 8), figure("20004@2004-08-31", 5),
  ]
  @Test func `a part without a share is refused, and the step is named`() throws {
    let run = try RecastRun(Self.communes)
    #expect(
      run.shown == [
        "20001@2025-07-01 2024-12-31 poor - not_reported 2025-07-01",
        "20004@2025-07-01 2024-12-31 poor - not_reported 2025-07-01",
      ])
    #expect(
      run.findings == [
        "recast.no-share 0: Xã Chợ (20003@2004-08-31): only a part went into Phường An Bình (20001@2025-07-01), so counts cannot be carried over; give a table of shares at the port `shares`",
        "recast.no-share 0: Xã Chợ (20003@2004-08-31): only a part went into Xã Đò (20004@2025-07-01), so counts cannot be carried over; give a table of shares at the port `shares`",
      ])
    #expect(run.notices.map(\.code) == ["recast.no-share", "recast.no-share"])
    #expect(
      run.notices.first?.message.vi
        == "Phường An Bình, 31/12/2024: không quy đổi hộ nghèo, vì chưa biết bao nhiêu của Xã Chợ vào Phường An Bình."
    )
    #expect(
      run.figures.first?.note
        == "Không quy đổi được theo địa giới từ 01/07/2025: chưa biết bao nhiêu của Xã Chợ vào Phường An Bình."
    )
  }
  @Test func `shares make an estimate whose parts add up to the whole`() throws {
    let run = try RecastRun(Self.communes, shares: [RecastRun.halves])
    #expect(run.findings.isEmpty)
    // 8 is 5⅓ and 2⅔: the whole household goes to the larger fraction.
    #expect(
      run.shown == [
        "20001@2025-07-01 2024-12-31 poor 15 estimate 2025-07-01",
        "20004@2025-07-01 2024-12-31 poor 8 estimate 2025-07-01",
      ])
    let town = try #require(run.figures.first)
    #expect(town.grade == .derived)
    #expect(
      town.note
        == "Ước tính: Xã Chợ được chia theo tỷ lệ (nguồn: Đề án giả định). Tại ngày số liệu Xã An Bình, Xã Chợ thuộc khu vực nông thôn, nay thuộc khu vực thành thị: mức chuẩn thu nhập của hộ đã đổi theo."
    )
    #expect(
      run.figures.last?.note.contains("Thị trấn Đò thuộc khu vực thành thị, nay thuộc khu vực nông thôn")
        == true)
  }
  @Test func `a chain through a divided unit keeps its whole`() throws {
    let old = [
      figure("20001", 3, on: "2018-12-31"), figure("20002", 4, on: "2018-12-31"),
      figure("20003", 7, on: "2018-12-31"), figure("20004", 2, on: "2018-12-31"),
    ]
    let run = try RecastRun(old, shares: [RecastRun.halves])
    #expect(
      run.shown == [
        "20001@2025-07-01 2018-12-31 poor 12 estimate 2025-07-01",
        "20004@2025-07-01 2018-12-31 poor 4 estimate 2025-07-01",
      ])
  }
  @Test func `what the register does not state is not taken for the whole`() throws {
    let run = try RecastRun([figure("20009", 6)])
    #expect(run.shown == ["20009@2025-07-01 2024-12-31 poor - not_reported 2025-07-01"])
    #expect(
      run.findings.first?.contains("an amount nobody states went into Xã Lau (20009@2025-07-01)") == true)
  }
  @Test func `a new unit of unknown origin keeps the sum from being made`() throws {
    let run = try RecastRun([figure("20007", 6)], "{ to: 2026-04-30, measures: [poor] }")
    #expect(run.shown == ["20006@2026-04-30 2024-12-31 poor - not_reported 2026-04-30"])
    #expect(
      run.findings == [
        "recast.no-origin 0: the register does not say of which units Xã Mới (20006@2025-07-01) was made; complete successors.csv"
      ])
    // Once it is there it is like any other.
    let later = [
      figure("20006@2025-07-01", 1, on: "2025-12-31"), figure("20007@2025-07-01", 2, on: "2025-12-31"),
    ]
    #expect(
      try RecastRun(later, "{ to: 2026-04-30, measures: [poor] }").shown == [
        "20006@2026-04-30 2025-12-31 poor 3 value 2026-04-30"
      ])
  }
  @Test func `a commune abolished beside another, nobody says into what, leaves both without`() throws {
    let run = try RecastRun([figure("20011", 6, on: "2023-12-31"), figure("20012", 1, on: "2023-12-31")])
    #expect(run.shown == ["20011@2025-07-01 2023-12-31 poor - not_reported 2025-07-01"])
    #expect(
      run.figures.first?.note.hasSuffix(
        "danh mục không ghi Xã Cau, bị bãi bỏ trong thời gian ấy ở cùng nơi, đi vào đâu.") == true)
    // Afterwards what it was is in the figures of others.
    let later = try RecastRun([figure("20011", 7)])
    #expect(later.shown == ["20011@2025-07-01 2024-12-31 poor 7 value 2025-07-01"])
  }
  @Test func `a unit that was abolished is told once`() throws {
    let run = try RecastRun([figure("120", 6), figure("120", 7, on: "2023-12-31")] + Self.provinces)
    #expect(run.figures.count == 1)
    #expect(
      run.findings == [
        "recast.no-successor 0: the register does not say what became of 1 units, whose figures are not carried over: Huyện Cát"
      ])
  }

  // MARK: What is carried

  @Test func `rates are not carried, but made again`() throws {
    var printed = figure("10", 1, "poor_rate")
    printed.value = .printed(FixedPoint(units: 96, scale: 2))
    let figures =
      Self.provinces + [printed, figure("10", 1000, "households"), figure("11", 500, "households")]
    let run = try RecastRun(
      figures,
      "{ to: 2025-07-01, measures: [poor, poor_rate, households], rates: { rate: [poor, households] } }")
    #expect(
      run.shown == [
        "10@2025-07-01 2024-12-31 households 1500 value 2025-07-01",
        "10@2025-07-01 2024-12-31 poor 120 value 2025-07-01",
        "10@2025-07-01 2024-12-31 rate 120/1500 value 2025-07-01",
      ])
    #expect(
      run.findings == [
        "recast.rate 0: 'poor_rate' is a rate and cannot be carried over; name the two counts that make it under `rates`"
      ])
  }
  @Test func `a rate needs both its counts, and more parts than the whole make none`() throws {
    let options = "{ to: 2025-07-01, measures: [poor, households], rates: { rate: [poor, households] } }"
    let one = try RecastRun(Self.provinces + [figure("10", 1000, "households")], options)
    #expect(!one.shown.contains { $0.contains(" rate ") })
    let few = [figure("10", 60, "households"), figure("11", 50, "households")]
    let run = try RecastRun(Self.provinces + few, options)
    #expect(!run.shown.contains { $0.contains(" rate ") })
    #expect(run.notices.map(\.code) == ["recast.rate"])
    let none = [figure("10", 0, "households"), figure("11", 0, "households")]
    #expect(try RecastRun([figure("10", 0), figure("11", 0)] + none, options).figures.count == 2)
  }
  @Test func `groups of an area are not carried over, for the area of a place is that of its day`() throws {
    let groups = ["area:rural", "ethnicity:khmer", "class:poor"]
    let figures = groups.flatMap { [figure("10", 1, group: $0), figure("11", 2, group: $0)] }
    #expect(try RecastRun(figures).figures.map(\.group).sorted() == ["class:poor", "ethnicity:khmer"])
  }
  @Test func `of two sources the one of the least precedence is carried, and doubts go along`() throws {
    let figures = [
      figure("10", 100, grade: .derived), figure("10", 999, grade: .press, precedence: 1),
      figure("11", 20, status: .provisional),
    ]
    let sum = try #require(try RecastRun(figures).figures.first)
    #expect(sum.value == .amount(120) && sum.status == .provisional)
    #expect(sum.note == "Gồm số suy ra của: Tỉnh Núi.")
    let guess = try RecastRun([figure("10", 1), figure("11", 2, status: .estimate)])
    #expect(guess.figures.map(\.status) == [.estimate])
  }
  @Test func `a figure published in the new boundaries is used, and a difference told`() throws {
    let run = try RecastRun(Self.provinces + [figure("10@2025-07-01", 121)])
    #expect(run.figures.map(\.precedence) == [9])
    #expect(run.notices.map(\.code) == ["recast.not-the-sum"])
    #expect(
      run.notices.first?.message.en
        == "Tỉnh Núi Sông, 2024-12-31, poor households: the figure published in the new boundaries is 121, the former units add up to 120. Both are given, neither is mended."
    )
    #expect(try RecastRun(Self.provinces + [figure("10@2025-07-01", 120)]).notices.isEmpty)
  }
  @Test(arguments: 1...10) func `the order of figures changes nothing`(seed: Int) throws {
    let all = Self.provinces + Self.communes + [figure("10", 9, precedence: 1), figure("120", 4)]
    let turned = Array(all[(seed % all.count)...] + all[..<(seed % all.count)])
    let (a, b) = (try RecastRun(all), try RecastRun(turned.reversed()))
    #expect(a.figures == b.figures && a.notices == b.notices && a.findings == b.findings)
  }
  @Test func `a sum that does not fit is refused`() throws {
    var huge = Self.provinces
    huge[0].value = .amount(FixedPoint(units: .max))
    #expect(try RecastRun(huge).failure?.cause == .data)
  }

  @Test func `all households are the whole of a rate of any standard`() throws {
    let households = [("10", 1000), ("11", 500)].map {
      figure($0.0, $0.1, "households", standard: "")
    }
    let run = try RecastRun(
      Self.provinces + households,
      "{ to: 2025-07-01, measures: [poor, households], rates: { rate: [poor, households] } }")
    #expect(run.shown.contains("10@2025-07-01 2024-12-31 rate 120/1500 value 2025-07-01"))
    #expect(run.figures.filter { $0.measure == "rate" }.map(\.standard) == ["vn-2022"])
  }
  @Test func `a rate published in the new boundaries goes before one that was made`() throws {
    var published = figure("10@2025-07-01", 1, "rate")
    published.value = .printed(FixedPoint(units: 80, scale: 1))
    let figures =
      Self.provinces + [figure("10", 1000, "households"), figure("11", 500, "households"), published]
    let run = try RecastRun(
      figures, "{ to: 2025-07-01, measures: [poor, households], rates: { rate: [poor, households] } }")
    #expect(run.figures.filter { $0.measure == "rate" }.map(\.precedence) == [9])
  }
  @Test func `a unit that takes another in and keeps its version has no sum, and says why`() throws {
    var files = changing
    files["u/successors.csv"] = changing["u/successors.csv"]?.replacing(
      "11@2004-08-31,10@2025-07-01,full,s", with: "11@2004-08-31,12@2004-08-31,full,s")
    let units = try UnitRegistry.load("u", namedAt: nil, .memory(files))
    let run = try RecastRun([figure("11", 20), figure("12", 100)], in: units)
    #expect(run.figures.map(\.unit) == ["12@2004-08-31"] && run.figures.map(\.value) == [nil])
    #expect(run.notices.count == 1)
    #expect(!run.notices.contains { $0.code == "recast.not-the-sum" })
    #expect(run.figures.first?.note.contains("không phân biệt được") == true)
  }
}
