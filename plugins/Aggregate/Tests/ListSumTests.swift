import Diagnostics
import Figures
import StageTestKit
import Tables
import Testing
import Units

@testable import Aggregate

/// Sums over the members of a list of places.
@Suite struct ListSumTests {
  /// A figure of every commune and of the island district.
  static let all = [
    figure("00001", 1), figure("00002", 10), figure("00003", 100), figure("00005", 1000), figure("004", 5000),
  ]
  private func listed(_ figures: [Figure], to: [UnitLevel] = [.province]) throws -> Summed {
    let made = try rollUp(figures, from: .commune, to: to, lists: ["ven-bien"])
    return Summed(figures: made.figures.filter { $0.group != "all" }, notices: made.notices)
  }

  @Test func `the members of the day are added up apart`() throws {
    let made = try listed(Self.all)
    #expect(made.shown == ["01@2004-08-31 2024-12-31 poor 101", "02@2004-08-31 2024-12-31 poor 5000"])
    let sum = try #require(made.figures.first { $0.unit.hasPrefix("01") })
    #expect(sum.id == "01@2004-08-31/2024-12-31/poor/places:ven-bien/vn-2022/sum")
    #expect(sum.group == "places:ven-bien" && sum.grade == .derived && sum.source.title == "Cộng từ 2 xã")
    #expect(made.notices.isEmpty)
  }
  @Test func `a unit without a member has no sum, and the whole has that of all`() throws {
    #expect(try listed(Self.all, to: [.region]).shown == ["vung:a 2024-12-31 poor 5101"])
  }
  @Test func `a member without a figure leaves the list without a sum`() throws {
    let made = try listed(Self.all.filter { $0.unit != "00003@2004-08-31" })
    #expect(made.shown == ["02@2004-08-31 2024-12-31 poor 5000"])
    #expect(made.notices.contains { $0.message.en.contains("only 1 of 2 communes") })
    let island = try listed(Self.all.filter { $0.unit != "004@2004-08-31" })
    #expect(island.shown == ["01@2004-08-31 2024-12-31 poor 101"])
  }
  @Test func `a list that is not known in full makes no sum, and the figure says why`() throws {
    let later = Self.all.map { one in
      var figure = figure(String(one.unit.prefix { $0 != "@" }), 1, on: "2025-03-31")
      figure.value = one.value
      return figure
    }
    let made = try listed(later)
    #expect(made.figures.map(\.status) == [.notReported, .notReported])
    #expect(
      made.figures.first?.note
        == "Không cộng được, vì danh sách 'Xã ven biển' theo QĐ 2 chưa đủ (biết 1 trên 2 đơn vị).")
    #expect(made.notices.map(\.code) == ["rollup.list-incomplete", "rollup.list-incomplete"])
    #expect(made.notices.flatMap(\.figures) == made.figures.map(\.id), "else none is ever published")
    #expect(
      made.notices.first?.message.en
        == "Tỉnh Một, 2025-03-31: nothing is added up by the list, for the list 'Xã ven biển' of QĐ 2 is not complete (1 of 2 units are known)."
    )
  }
  @Test func `on a day without a list there is no sum either`() throws {
    let early = ["00001", "00002", "00003"].map { figure($0, 1, on: "2018-12-31") }
    let made = try listed(early)
    #expect(
      made.figures.first?.note
        == "Không cộng được, vì không có danh sách 'ven-bien' nào có hiệu lực ngày 31/12/2018.")
  }
  @Test func `other parts of the population are not added up by a list`() throws {
    let made = try listed(
      Self.all.map { figure(String($0.unit.prefix { $0 != "@" }), 1, group: "ethnicity:khmer") })
    #expect(made.figures.allSatisfy { $0.group == "ethnicity:khmer" })
  }
  @Test func `a published figure of the list is used, and a difference told`() throws {
    let made = try listed(Self.all + [figure("01", 99, group: "places:ven-bien")])
    #expect(made.figures.first { $0.unit.hasPrefix("01") }?.precedence == 9)
    #expect(made.notices.map(\.code) == ["rollup.not-the-sum"])
  }
  @Test func `a list that the register does not have is refused`() {
    expectPlan(
      """
      pipeline: t
      defaults: { units: u }
      steps:
        - { id: give, use: figures.give }
        - { use: figures.rollup, from: give, with: { measures: [poor], from: commune, to: [province], lists: 1️⃣[ven-bie] } }
      """, of: Aggregate::stages + [GiveFigures.self], files: documents,
      find: [(1, "the register of units has no list 'ven-bie' — did you mean 'ven-bien'?")])
  }
}
