import Diagnostics
import Figures
import Foundation
import Plans
import SiteKit
import StageKit
import Tables
import Testing

@testable import TransparencySite

/// Each state of a target, made by figures, is the same word wherever the site tells it.
@Suite struct VerdictStateTests {
  /// From 200 poor households at the end of 2023 to at most 100 at the end of 2024.
  private static func plan(_ target: String = "kind: level, measure: poor, unit: households, at_most: 100")
    -> String
  {
    """
    plan: trang-thai
    name: Kế hoạch thử trạng thái
    issuer: UBND tỉnh Mẫu
    unit: "96"
    level: province
    period: { from: 2024-01-01, to: 2024-12-31 }
    standard: vn-2022
    source: { title: Văn bản giả định }
    targets:
      - { id: S-01, title: Chỉ tiêu thử, place: ý 1, \(target)\(more(target)) }
    """
  }
  private static func more(_ target: String) -> String {
    target.contains("kind: activity") ? "" : ", population: hộ, baseline: 2023-12-31"
  }
  private static func poor(_ day: String, _ count: Int64?, status: Figure.Status = .value) -> Figure {
    figure(caMau, day, "poor", count.map { .amount(FixedPoint($0)) }, status: status)
  }
  private static let base = poor("2023-12-31", 200)
  /// Half a year on 49,73 households of the hundred are due: 182 days of 366.
  private static func half(_ count: Int64) -> [Figure] { [base, poor("2024-06-30", count)] }
  private static func end(_ count: Int64?, status: Figure.Status = .value) -> [Figure] {
    [base, poor("2024-12-31", count, status: status)]
  }
  struct State: Sendable, CustomTestStringConvertible {
    var word: VerdictWord
    var figures: [Figure]
    var day = "2024-10-01"
    var target: String?
    var text: String?
    var testDescription: String { "\(word.rawValue) \(figures.map(\.id)) on \(day)" }
  }
  static let states: [State] = [
    State(word: .currentlyMet, figures: half(100)), State(word: .currentlyMet, figures: half(0)),
    State(word: .onTrack, figures: half(101)), State(word: .onTrack, figures: half(152)),
    State(word: .slow, figures: half(153)), State(word: .slow, figures: half(170)),
    State(word: .verySlow, figures: half(171)), State(word: .verySlow, figures: half(200)),
    State(word: .reversing, figures: half(201)), State(word: .notDue, figures: [base]),
    State(word: .met, figures: end(100), day: "2025-02-01"),
    State(word: .met, figures: end(0), day: "2025-02-01"),
    State(word: .notMet, figures: end(101), day: "2025-02-01", text: "Chưa đạt (99\u{A0}%)"),
    State(word: .notMet, figures: end(150), day: "2025-02-01", text: "Chưa đạt (50\u{A0}%)"),
    State(word: .noData, figures: [base], day: "2025-02-01"),
    State(word: .noData, figures: end(nil, status: .notReported), day: "2025-02-01"),
    State(word: .withheld, figures: end(nil, status: .withheld), day: "2025-02-01"),
    State(word: .notApplicable, figures: end(nil, status: .notApplicable), day: "2025-02-01"),
    State(word: .notJudged, figures: [base], target: "kind: activity"),
  ]
  private func site(_ state: State) throws -> MadeSite {
    try MadeSite(state.figures, plans: [state.target.map { Self.plan($0) } ?? Self.plan()], day: state.day)
  }
  private func word(_ state: State) throws -> String {
    if let text = state.text { return text }
    return try #require(theme.words("verdict.\(state.word.rawValue)"))
  }

  @Test(arguments: states) func `the page of the target begins with its word`(_ state: State) throws {
    let page = PageTree(try site(state).page("chi-tieu/trang-thai/S-01/index.html"))
    let first = try #require(page.all("span").first { $0.attributes["class"]?.hasPrefix("st ") == true })
    #expect(first.words == (try word(state)))
    #expect(first.attributes["class"] == "st \(state.word.style.class)")
  }
  @Test(arguments: states) func `so do the rows of the plan and of all targets`(_ state: State) throws {
    let site = try site(state)
    // A plan's page has what is not judged in a list of its own.
    let paths = ["chi-tieu/index.html"] + (state.word == .notJudged ? [] : ["ke-hoach/trang-thai/index.html"])
    for path in paths {
      let row = cells("trang-thai/S-01/", in: try site.page(path))
      #expect(row.contains(plain(try word(state))), "\(path): \(row)")
    }
  }
  @Test(arguments: states) func `the first page counts it as that and as nothing else`(_ state: State) throws
  {
    let home = try site(state).page("index.html")
    let name = try #require(theme.words("verdict.\(state.word.rawValue)"))
    let small = name.prefix(1).lowercased() + name.dropFirst()
    #expect(plain(home).contains("Trong 1 chỉ tiêu của 1 kế hoạch: 1 \(small)."), "\(small)")
  }
  @Test(arguments: states) func `it is listed as missing where it has no data, and nowhere else`(
    _ state: State
  ) throws {
    let page = PageTree(try site(state).page("chua-co-so-lieu/index.html"))
    let listed = page.all("a").contains { $0.words == "Chỉ tiêu thử" }
    #expect(listed == (state.word == .noData))
  }
  @Test func `what is better is never told by a worse word`() throws {
    let order: [VerdictWord] = [.reversing, .verySlow, .slow, .onTrack, .currentlyMet]
    var last = 0
    for count in stride(from: Int64(220), through: 90, by: -10) {
      let state = State(word: .slow, figures: Self.half(count))
      let page = PageTree(try site(state).page("chi-tieu/trang-thai/S-01/index.html"))
      let shown = page.all("span").first { $0.attributes["class"]?.hasPrefix("st ") == true }?.words
      let place = try #require(
        order.firstIndex { theme.words("verdict.\($0.rawValue)") == shown }, "\(count)")
      #expect(place >= last, "\(count): \(shown ?? "")")
      last = place
    }
    #expect(last == order.count - 1)
  }
}
