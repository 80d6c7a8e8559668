import Diagnostics
import Figures
import StageKit
import Tables
import Testing
import Units

@testable import Aggregate

/// Sums over the units of each day, and when there is none.
@Suite struct RollUpTests {
  static let whole = [figure("01", 10), figure("02", 20), figure("04", 40)]

  @Test func `counts are added up by the units of the day`() throws {
    let later = [figure("01@2025-07-01", 31, on: "2025-12-31"), figure("04", 41, on: "2025-12-31")]
    let summed = try rollUp(Self.whole + later)
    #expect(
      summed.shown == [
        "vn 2024-12-31 poor 70", "vn 2025-12-31 poor 72", "vung:a 2024-12-31 poor 30",
        "vung:b 2024-12-31 poor 40",
      ])
    #expect(summed.notices.isEmpty)
  }
  @Test func `a row that nothing was reported hides neither a sum nor another source`() throws {
    let empty = figure("vung:a", nil)
    let sum = try #require(try rollUp(Self.whole + [empty]).figures.first { $0.unit == "vung:a" })
    #expect([empty, sum].used(under: "vn-2022")?.id == sum.id)
    let press = Self.whole.dropFirst() + [figure("01", nil), figure("01", 10, precedence: 1)]
    #expect(try rollUp(Array(press)).shown == (try rollUp(Self.whole).shown))
  }
  @Test func `a sum says how it was made`() throws {
    let sum = try #require(try rollUp(Self.whole).figures.first { $0.unit == "vung:a" })
    #expect(sum.id == "vung:a/2024-12-31/poor/all/vn-2022/sum")
    #expect(sum.grade == .derived && sum.status == .value && sum.precedence == 0)
    #expect(sum.source.title == "Cộng từ 2 tỉnh")
    #expect(sum.standard == "vn-2022" && sum.group == "all" && sum.edition == "e1" && sum.note.isEmpty)
  }
  @Test func `communes are in districts until the reform, and in provinces since`() throws {
    let old = ["00001", "00002", "00003", "00005"].enumerated().map { figure($0.element, $0.offset + 1) }
    let new = ["00001@2025-07-01", "00005@2025-07-01"].map { figure($0, 7, on: "2025-12-31") }
    let summed = try rollUp(old + new, from: .commune, to: [.district, .province])
    #expect(
      summed.shown == [
        "001@2004-08-31 2024-12-31 poor 3", "002@2004-08-31 2024-12-31 poor 3",
        "003@2004-08-31 2024-12-31 poor 4",
        "01@2004-08-31 2024-12-31 poor 6", "01@2025-07-01 2025-12-31 poor 14",
        "02@2004-08-31 2024-12-31 poor 4",
      ])
  }
  @Test func `an island district without communes and without figures counts as nothing, and is named`()
    throws
  {
    // Of all of 04 the register has no communes, so the country has no sum.
    let communes = ["00001", "00002", "00003", "00005"].map { figure($0, 1) }
    let summed = try rollUp(communes, from: .commune, to: [.province, .region, .country])
    #expect(
      summed.shown == [
        "01@2004-08-31 2024-12-31 poor 3", "02@2004-08-31 2024-12-31 poor 1", "vung:a 2024-12-31 poor 4",
      ])
    let notes = Dictionary(uniqueKeysWithValues: summed.figures.map { ($0.unit, $0.note) })
    #expect(
      notes == [
        "01@2004-08-31": "", "02@2004-08-31": "Không có xã và không có số liệu riêng: Huyện Đảo.",
        "vung:a": "Không có xã và không có số liệu riêng: Huyện Đảo.",
      ])
    #expect(
      summed.notices.map(\.message.vi) == [
        "Cả nước, 31/12/2024: danh mục không có xã nào của Tỉnh Bốn, nên không cộng hộ nghèo."
      ])
    #expect(summed.notices.allSatisfy { $0.code == "rollup.incomplete" && !$0.figures.isEmpty })
  }
  @Test func `an island district with figures counts by its own`() throws {
    let communes = ["00001", "00002", "00003", "00005"].map { figure($0, 1) }
    let summed = try rollUp(communes + [figure("004", 5)], from: .commune, to: [.district, .province])
    let sum = try #require(summed.figures.first { $0.unit == "02@2004-08-31" })
    #expect(sum.value == .amount(6) && sum.note.isEmpty)
    #expect(sum.source.title == "Cộng từ 1 xã và 1 huyện không có xã")
    #expect(!summed.shown.contains { $0.hasPrefix("004") })
  }
  @Test(arguments: [
    figure("004", 5, on: "2023-12-31"), figure("004", nil), figure("004", 5, "near_poor"),
    figure("004", 5, standard: "vn-2016"), figure("004", 5, group: "ethnicity:khmer"),
  ]) func `an island district that has had figures is missed where it has none`(other: Figure) throws {
    let communes = ["00001", "00002", "00003", "00005"].map { figure($0, 1) }
    let summed = try rollUp(communes + [other], from: .commune, to: [.province])
    #expect(!summed.shown.contains("02@2004-08-31 2024-12-31 poor 1"))
    let told = try #require(summed.notices.first { $0.unit == "02@2004-08-31" })
    #expect(
      told.message.en.contains(
        "only 1 of 2 units (1 commune and 1 district without communes) have figures of poor households (missing: Huyện Đảo)"
      ))
  }
  @Test func `a figure carried over to a unit of another day is in no sum of its own day`() throws {
    let communes = ["00001", "00002", "00003", "00005"].map { figure($0, 1) }
    let plain = try rollUp(communes, from: .commune, to: [.district, .province, .region])
    let carried = ["00001@2025-07-01", "00005@2025-07-01"].map { figure($0, 70) }
    let beside = try rollUp(communes + carried, from: .commune, to: [.district, .province, .region])
    #expect(beside.shown == plain.shown)
    #expect(beside.figures.map(\.note) == plain.figures.map(\.note))
  }
  @Test func `since the reform communes are directly in provinces, islands too`() throws {
    let new = ["00001@2025-07-01", "00005@2025-07-01"].map { figure($0, 7, on: "2025-12-31") }
    let summed = try rollUp(new, from: .commune, to: [.province])
    #expect(summed.figures.map(\.note) == [""])
    #expect(summed.figures.map(\.source.title) == ["Cộng từ 2 xã"])
  }

  // MARK: Missing is not zero

  @Test(arguments: [
    [figure("01", 10), figure("04", 40)], [figure("01", 10), figure("02", nil), figure("04", 40)],
    [figure("01", 10), figure("02", nil, status: .withheld), figure("04", 40)],
    [figure("01", 10), figure("02", 5, "near_poor"), figure("04", 40)],
    [figure("01", 10), figure("02", 5, group: "area:urban"), figure("04", 40)],
    [figure("01", 10), figure("02", 5, standard: "vn-2016"), figure("04", 40)],
    [figure("01", 10), figure("02", 5, on: "2024-12-30"), figure("04", 40)],
  ]) func `a province without a figure is not zero`(figures: [Figure]) throws {
    let summed = try rollUp(figures)
    let sums = summed.shown.filter {
      $0.hasSuffix("2024-12-31 poor 40") || $0.hasSuffix("2024-12-31 poor 10")
    }
    #expect(sums == ["vung:b 2024-12-31 poor 40"])
    #expect(!summed.shown.contains { $0.hasPrefix("vn ") })
    let told = summed.notices.filter {
      $0.message.en.contains("poor households") && $0.message.en.contains("2024-12-31")
    }
    let national = try #require(
      told.first { $0.unit == "vn" && $0.figures.contains { $0.contains("/poor/all/vn-2022") } })
    #expect(
      national.message.vi
        == "Cả nước, 31/12/2024: chỉ 2 trên 3 tỉnh có số liệu hộ nghèo (thiếu Tỉnh Hai), nên không cộng.")
    #expect(
      national.message.en
        == "Cả nước, 2024-12-31: only 2 of 3 provinces have figures of poor households (missing: Tỉnh Hai), so they are not added up."
    )
    #expect(national.code == "rollup.incomplete")
  }
  @Test func `what is missing of several measures is told together, and rests on what there is`() throws {
    let figures = Self.whole + [figure("01", 1, "near_poor"), figure("04", 4, "near_poor")]
    let summed = try rollUp(
      figures, measures: ["poor", "near_poor", "both"], sums: ["both": ["poor", "near_poor"]], to: [.country])
    #expect(summed.shown == ["vn 2024-12-31 poor 70"])
    let notice = try #require(summed.notices.first)
    #expect(summed.notices.count == 1)
    #expect(notice.message.en.contains("near-poor households, both (missing: Tỉnh Hai)"))
    #expect(
      notice.figures == [
        "01@2004-08-31/2024-12-31/near_poor/all/vn-2022/official",
        "01@2004-08-31/2024-12-31/poor/all/vn-2022/official",
        "04@2004-08-31/2024-12-31/near_poor/all/vn-2022/official",
        "04@2004-08-31/2024-12-31/poor/all/vn-2022/official",
      ])
  }
  @Test func `a day of which nothing is known is passed over`() throws {
    let summed = try rollUp([figure("vn", 70), figure("01", 5, "households")])
    #expect(summed.figures.isEmpty && summed.notices.isEmpty)
  }
  @Test func `zero is a value`() throws {
    let summed = try rollUp(["01", "02", "04"].map { figure($0, 0) }, to: [.country])
    #expect(summed.shown == ["vn 2024-12-31 poor 0"])
  }
  @Test func `rates and ratios are never added up`() throws {
    let rates = Self.whole.map { figure in
      var rate = figure
      rate.value = .printed(FixedPoint(units: 96, scale: 2))
      return rate
    }
    let ratios = Self.whole.map { figure in
      var ratio = figure
      ratio.value = .ratio(numerator: 5, denominator: 100)
      return ratio
    }
    for figures in [rates, ratios] { #expect(try rollUp(figures).figures.isEmpty) }
  }

  // MARK: What is summed

  @Test func `a count may be the sum of others, though nobody gives it itself`() throws {
    let near = [figure("01", 1, "near_poor"), figure("02", 2, "near_poor"), figure("04", 4, "near_poor")]
    let summed = try rollUp(
      Self.whole + near, measures: ["both"], sums: ["both": ["poor", "near_poor"]], to: [.country])
    #expect(summed.shown == ["vn 2024-12-31 both 77"])
  }
  @Test func `derived parts are named, and a sum is as uncertain as its parts`() throws {
    let parts = [figure("01", 10), figure("02", 20, grade: .derived), figure("04", 40)]
    let summed = try rollUp(parts)
    let notes = Dictionary(uniqueKeysWithValues: summed.figures.map { ($0.unit, $0.note) })
    #expect(
      notes == ["vn": "Gồm số suy ra của: Tỉnh Hai.", "vung:a": "Gồm số suy ra của: Tỉnh Hai.", "vung:b": ""])
    let early = [
      figure("01", 10, status: .provisional), figure("02", 20), figure("04", 40, status: .estimate),
    ]
    let statuses = Dictionary(uniqueKeysWithValues: try rollUp(early).figures.map { ($0.unit, $0.status) })
    #expect(statuses == ["vn": .estimate, "vung:a": .provisional, "vung:b": .estimate])
  }
  @Test func `standards and groups are added up apart`() throws {
    let old = Self.whole.map { figure($0.unit, 1, standard: "vn-2016") }
    let khmer = Self.whole.map { figure($0.unit, 2, group: "ethnicity:khmer") }
    let summed = try rollUp(Self.whole + old + khmer, to: [.country])
    #expect(
      summed.figures.map { "\($0.standard) \($0.group)" }.sorted() == [
        "vn-2016 all", "vn-2022 all", "vn-2022 ethnicity:khmer",
      ])
    #expect(summed.shown == ["vn 2024-12-31 poor 3", "vn 2024-12-31 poor 6", "vn 2024-12-31 poor 70"])
  }
  @Test func `of two sources of a province the one of the least precedence is added`() throws {
    let press = figure("01", 999, grade: .press, precedence: 1)
    #expect(try rollUp([press] + Self.whole, to: [.country]).shown == ["vn 2024-12-31 poor 70"])
  }
  @Test(arguments: 1...10) func `the order of figures changes nothing`(seed: Int) throws {
    let figures =
      Self.whole + [figure("01", 9, precedence: 1), figure("vn", 71), figure("02", nil, "near_poor")]
    let turned = Array(figures[(seed % figures.count)...] + figures[..<(seed % figures.count)])
    let (a, b) = (try rollUp(figures), try rollUp(turned.reversed()))
    #expect(a.figures == b.figures)
    #expect(a.notices == b.notices)
  }
  @Test func `a sum that does not fit is refused`() throws {
    var huge = Self.whole
    huge[0].value = .amount(FixedPoint(units: .max))
    #expect(throws: StageError.self) { _ = try rollUp(huge) }
  }

  // MARK: Published totals

  @Test func `a published total that differs is told, and neither is mended`() throws {
    let summed = try rollUp(Self.whole + [figure("vn", 1971, grade: .press), figure("vung:a", 30)])
    let notice = try #require(summed.notices.first)
    #expect(summed.notices.count == 1)
    #expect(notice.code == "rollup.not-the-sum")
    #expect(
      notice.message.vi
        == "Cả nước, 31/12/2024, hộ nghèo: tổng đã công bố là 1.971, cộng từ 3 tỉnh được 70, chênh 1.901. Cả hai được nêu, không sửa."
    )
    #expect(
      notice.message.en
        == "Cả nước, 2024-12-31, poor households: the published total is 1971, the 3 provinces add up to 70, 1901 apart. Both are given, neither is mended."
    )
    #expect(notice.figures == ["vn/2024-12-31/poor/all/vn-2022/press", "vn/2024-12-31/poor/all/vn-2022/sum"])
    #expect(notice.subject == "figure:vn/2024-12-31/poor/all/vn-2022/press")
    #expect(summed.shown.first == "vn 2024-12-31 poor 70")
  }
  @Test func `beside a published total the sum is shown and not used`() throws {
    let summed = try rollUp(Self.whole + [figure("vn", 70)])
    #expect(
      summed.figures.map { "\($0.unit) \($0.precedence)" }.sorted() == ["vn 9", "vung:a 0", "vung:b 0"])
  }
}
