import Diagnostics
import Foundation
import Tables
import Testing

@testable import Standards

/// What the committed packs say of names, days and acts, against the sheet of facts of the domain.
@Suite struct FactTests {
  private func standard(_ id: String) throws -> Standard {
    try #require(try StandardTests.committed.get()[id])
  }

  @Test(
    arguments: [
      ("vn-2011", "2011-01-01", "2015-12-31", ["09/2011/QĐ-TTg"]),
      ("vn-2016", "2015-12-31", "2021-12-31", ["59/2015/QĐ-TTg"]),
      ("vn-2022", "2021-12-31", "2026-12-31", ["07/2021/NĐ-CP", "351/2025/NĐ-CP", "07/2021/TT-BLĐTBXH"]),
      ("vn-2027", "2027-01-01", "2030-12-31", ["351/2025/NĐ-CP"]),
    ] as [(String, String, String, [String])])
  func `a standard is of these reviews, and laid down by these acts`(
    _ id: String, _ from: String, _ to: String, _ acts: [String]
  ) throws {
    let standard = try standard(id)
    #expect(standard.validTo?.iso == to && standard.scope == nil)
    #expect(standard.validFrom <= (try #require(Day(iso: from))))
    for act in acts { #expect(standard.legalBasis.contains { $0.contains(act) }, "\(act)") }
  }
  @Test(
    arguments: [
      (
        "vn-2016",
        [
          "Tiếp cận các dịch vụ y tế", "Bảo hiểm y tế", "Trình độ giáo dục của người lớn",
          "Tình trạng đi học của trẻ em",
          "Chất lượng nhà ở", "Diện tích nhà ở bình quân đầu người", "Nguồn nước sinh hoạt",
          "Hố xí/nhà tiêu hợp vệ sinh",
          "Sử dụng dịch vụ viễn thông", "Tài sản phục vụ tiếp cận thông tin",
        ]
      ),
      (
        "vn-2022",
        [
          "Việc làm", "Người phụ thuộc trong hộ", "Dinh dưỡng", "Bảo hiểm y tế",
          "Trình độ giáo dục của người lớn",
          "Tình trạng đi học của trẻ em", "Chất lượng nhà ở", "Diện tích nhà ở bình quân đầu người",
          "Nguồn nước sinh hoạt",
          "Nhà tiêu hợp vệ sinh", "Sử dụng dịch vụ viễn thông", "Phương tiện phục vụ tiếp cận thông tin",
        ]
      ),
    ] as [(String, [String])]) func `the indicators have their names, in the official order`(
      _ id: String, _ names: [String]
    ) throws
  {
    let rules = try #require(try standard(id).rules)
    #expect(rules.indicators.map(\.name.vi) == names)
    #expect(rules.cutoff == 3 && rules.cutoffOf == Int64(names.count))
  }
  @Test(arguments: [("vn-2016", 5, 2), ("vn-2022", 6, 2)]) func `every dimension has as many indicators`(
    _ id: String, _ dimensions: Int, _ each: Int
  ) throws {
    let rules = try #require(try standard(id).rules)
    let counts = Dictionary(grouping: rules.indicators, by: \.dimension.vi).mapValues(\.count)
    #expect(counts.count == dimensions && counts.values.allSatisfy { $0 == each })
    // Indicators of one dimension stand together, so that tables can have a head over both.
    let order = rules.indicators.map(\.dimension.vi)
    #expect(zip(order, order.dropFirst()).count { $0 != $1 } == dimensions - 1)
  }
  @Test func `2027 has six dimensions and twelve indicators, three of them of water and waste`() throws {
    let rules = try #require(try standard("vn-2027").rules)
    let counts = Dictionary(grouping: rules.indicators, by: \.dimension.vi).mapValues(\.count)
    #expect(rules.indicators.count == 12 && counts.count == 6 && counts["Thông tin"] == 1)
    #expect(rules.indicators.suffix(3).map(\.id) == ["water", "toilet", "waste"])
    #expect(try standard("vn-2027").provisional != nil && (try standard("vn-2022")).provisional == nil)
  }
  @Test func `the local pack is of one city, and of a year`() throws {
    let pack = try standard("ho-chi-minh-2021")
    #expect(pack.scope?.province == "79" && pack.rules?.period == .year && pack.rules?.cutoff == 3)
    #expect(pack.rules?.cutoffOf == 10 && pack.provisional != nil)
    #expect(pack.legalBasis.contains { $0.contains("995/QĐ-UBND") })
  }
  /// A clause that is marked as read names an article; one that nobody read names none.
  @Test func `no pack claims to have read what it has not`() throws {
    for standard in try StandardTests.committed.get().standards {
      #expect(!standard.clauses.isEmpty)
      for clause in standard.clauses {
        #expect(!clause.text.trimmingCharacters(in: .whitespaces).isEmpty)
        if clause.checked == .notRead {
          #expect(!clause.text.contains("Điều ") && !clause.text.contains("khoản "))
        }
        #expect((clause.phrase.vi == clause.text) == (clause.checked == .text))
        #expect(clause.phrase.vi.hasPrefix(clause.text) && clause.phrase.en.hasPrefix(clause.text))
        let isNamed = standard.legalBasis.contains { basis in
          clause.text.split(separator: " ").contains {
            $0.contains("/") && basis.contains($0.prefix { $0 != "," && $0 != ":" })
          }
        }
        #expect(isNamed, "\(standard.id): \(clause.text)")
      }
    }
  }
  @Test func `every word of every pack is composed, and has its English`() throws {
    for standard in try StandardTests.committed.get().standards {
      let rules = try #require(standard.rules)
      var phrases = [standard.name, standard.meaning] + rules.indicators.flatMap { [$0.name, $0.dimension] }
      phrases += rules.branchNames.map(\.name) + (rules.household + rules.member).map(\.meaning)
      phrases += (rules.household + rules.member).flatMap { $0.words.map(\.name) }
      phrases += [standard.provisional, standard.unchecked, rules.gap?.meaning].compactMap { $0 }
      for phrase in phrases {
        #expect(!phrase.vi.isEmpty && !phrase.en.isEmpty)
        #expect(Array(phrase.vi.utf8) == Array(phrase.vi.precomposedStringWithCanonicalMapping.utf8))
        // Nothing but the name of the money and of a city has letters of its own in English.
        let rest = phrase.en.replacing("đồng", with: "").replacing("Hồ Chí Minh", with: "")
        #expect(rest.unicodeScalars.allSatisfy { $0.value < 0x1E00 || $0.value > 0x1EFF }, "\(rest)")
      }
    }
  }
  @Test func `every code of the module is explained in both languages, composed`() {
    for one in standardsExplanations {
      for text in [one.meaning, one.remedy] {
        #expect(!text.vi.isEmpty && text.vi != text.en)
        #expect(Array(text.vi.utf8) == Array(text.vi.precomposedStringWithCanonicalMapping.utf8))
      }
    }
    #expect(Set(standardsExplanations.map(\.code)).count == standardsExplanations.count)
  }
}
