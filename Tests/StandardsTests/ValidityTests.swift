import Diagnostics
import StageTestKit
import Tables
import Testing

@testable import Standards

/// On which days which standards are in force, against a look at each day, and why one is refused.
@Suite struct ValidityTests {
  /// A pack that is only named, of some days and perhaps of one province.
  private static func pack(_ id: String, _ from: String, _ to: String?, province: String? = nil) -> String {
    let scope = province.map {
      "scope: { province: \"\($0)\", name: { vi: Tỉnh Mẫu, en: Model Province }, clause: Quyết định 1/QĐ-UBND, checked: text }\n"
    }
    return """
      standard: \(id)
      name: { vi: Chuẩn \(id), en: Standard \(id) }
      legal: [Quyết định 1/QĐ-UBND]
      valid: { from: \(from)\(to.map { ", to: \($0)" } ?? "") }
      meaning: { vi: Hộ nghèo là, en: Poor is }

      """ + (scope ?? "")
  }
  private struct Made {
    let id: String
    let from: Day
    let to: Day?
    let province: String?
    func isValid(_ day: Day) -> Bool {
      day.number >= from.number && (to.map { day.number <= $0.number } ?? true)
    }
  }
  /// Packs of random stretches of days in 2020.
  private static func made(_ seed: UInt64) throws -> (library: StandardLibrary, all: [Made], days: [Day]) {
    var random = SeededRandom(seed)
    let start = try #require(Day(iso: "2020-01-01")).number
    var all: [Made] = []
    for index in 0..<5 {
      let from = start + Int32(random.next(below: 60))
      let length = [0, 1, 5, 40][random.next(below: 4)]
      all.append(
        Made(
          id: "p\(index)", from: Day(number: from),
          to: random.next(below: 4) == 0 ? nil : Day(number: from + Int32(length)),
          province: [nil, nil, "01", "79"][random.next(below: 4)]))
    }
    var files: [String: String] = [:]
    for one in all {
      files["s/\(one.id).yaml"] = pack(one.id, one.from.iso, one.to?.iso, province: one.province)
    }
    return (try StandardTests.load(files), all, (-3...130).map { Day(number: start + $0) })
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `the standards of a day are those whose days it is among`(
    _ seed: UInt64
  ) throws {
    let (library, all, days) = try Self.made(seed)
    for day in days {
      for province in [nil, "01", "79", "96"] {
        let wanted = all.filter { $0.isValid(day) && ($0.province == nil || $0.province == province) }.map(
          \.id)
        #expect(Set(library.valid(on: day, in: province).map(\.id)) == Set(wanted))
      }
      for one in all { #expect(library[one.id]?.isValid(on: day) == one.isValid(day)) }
    }
    #expect(library.standards.map(\.validFrom.number) == library.standards.map(\.validFrom.number).sorted())
  }
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `days that two standards of the country share are all known`(
    _ seed: UInt64
  ) throws {
    let (library, all, days) = try Self.made(seed)
    for day in days {
      let valid = Set(all.filter { $0.isValid(day) && $0.province == nil }.map(\.id))
      var pairs: Set<Set<String>> = []
      for one in valid { for other in valid where one < other { pairs.insert([one, other]) } }
      var told: Set<Set<String>> = []
      for shared in library.sharedDays
      where shared.from.number <= day.number && (shared.to.map { day.number <= $0.number } ?? true) {
        for one in shared.ids { for other in shared.ids where one < other { told.insert([one, other]) } }
      }
      #expect(told == pairs, "\(day.iso)")
    }
  }
  @Test func `of the committed packs two share the last days of 2015 and of 2021 alone`() throws {
    let library = try StandardTests.committed.get()
    var shared: [String] = []
    var day = try #require(Day(iso: "2010-12-30"))
    let last = try #require(Day(iso: "2031-01-02"))
    var none: [String] = []
    while day.number <= last.number {
      let count = library.valid(on: day).count
      if count > 1 { shared.append(day.iso) }
      if count == 0 { none.append(day.iso) }
      day = Day(number: day.number + 1)
    }
    #expect(shared == ["2015-12-31", "2021-12-31"])
    // No day of a review between the first and the last standard is without one.
    #expect(none.allSatisfy { $0 < "2012" || $0 > "2030-12-31" }, "\(none)")
  }

  // MARK: Why one is refused

  @Test(
    arguments: [
      ("vn-2022", nil, false, true), ("vn-2022", "79", false, true), ("vn-2016", "96", false, true),
      ("vn-2027", nil, false, false), ("vn-2027", nil, true, true), ("vn-2027", "01", true, true),
      ("ho-chi-minh-2021", "79", true, true), ("ho-chi-minh-2021", "79", false, false),
      ("ho-chi-minh-2021", "01", true, false), ("ho-chi-minh-2021", nil, true, false),
      ("ho-chi-minh-2021", "01", false, false),
    ] as [(String, String?, Bool, Bool)])
  func `a standard is used in its province, and as a trial where it is provisional`(
    _ id: String, _ province: String?, _ allows: Bool, _ isUsed: Bool
  ) throws {
    let standard = try #require(try StandardTests.committed.get()[id])
    let refusal = standard.refusal(in: province, allowsProvisional: allows)
    #expect((refusal == nil) == isUsed)
    guard let refusal else { return }
    for phrase in [refusal.message, refusal.hint, refusal.whole] {
      #expect(!phrase.vi.isEmpty && phrase.vi != phrase.en)
    }
    #expect(refusal.message.vi.contains("'\(id)'") && refusal.message.en.contains("'\(id)'"))
    #expect(refusal.whole.vi.contains(refusal.message.vi) && refusal.whole.en.contains(refusal.message.en))
  }
  @Test(arguments: ["vn-2022", "vn-2023", "vn2022", "VN-2022", "", "x", "vn-20222", "vn-2027", "ho-chi-minh"])
  func `an id is found letter by letter, or refused with what is near`(_ id: String) throws {
    let library = try StandardTests.committed.get()
    guard library[id] == nil else {
      #expect(try library.resolve(id, at: nil).id == id)
      return
    }
    let error = #expect(throws: Diagnostics.self) { _ = try library.resolve(id, at: nil) }
    #expect(error?.all.map(\.code) == ["standards.unknown"])
    #expect(error?.all.allSatisfy { $0.message.vi != $0.message.en && $0.hint != nil } == true)
  }
}
