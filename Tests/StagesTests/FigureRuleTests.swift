import Diagnostics
import Foundation
import StageKit
import Testing
import YAML

/// Every rule on figures, on numbers that it passes and on numbers that it fails.
@Suite struct FigureRuleTests {
  static func sheet() throws -> String {
    let path = StageContractTests.root.appending(path: "pipelines/rules/figures.yaml")
    return try String(contentsOf: path, encoding: .utf8)
  }
  @Test(arguments: cases.indices) func `a rule passes what is right and tells what is wrong`(_ index: Int)
    async throws
  {
    let (rule, pass, fail) = Self.cases[index]
    let passed = try await FigureTrial(try Self.sheet(), pass)
    #expect(passed.failure == nil, "\(passed.failure ?? "")")
    #expect(!passed.found.contains { $0.hasPrefix("\(rule) ") }, "\(rule): \(passed.messages.map(\.en))")
    let failed = try await FigureTrial(try Self.sheet(), fail)
    let word =
      rule.hasPrefix("W-") || rule.hasSuffix("-o-trong") || rule.hasSuffix("-nhieu")
      || rule == "F3-tong-ho-suy-ra" || rule == "X7-thieu-hut-moi-ho" || rule.hasSuffix("-bien-dong")
    #expect(failed.found.contains("\(rule) \(word ? "doubtful" : "wrong")"), "\(failed.messages.map(\.en))")
    #expect(failed.notices.isEmpty == !failed.found.contains { $0.hasSuffix(" wrong") })
  }
  private static let rates = ["X7-thieu-hut-ho-ngheo", "X7-thieu-hut-ho-can-ngheo", "X7-thieu-hut-moi-ho"]
  @Test(
    arguments: [
      // The poor are no measure of the share of the near-poor, nor all households of the poor; each indicator is told.
      (
        "poor=2 households=9 class:near_poor/deprivation_rate_water=50% class:near_poor/deprived_water=1",
        [nil, "not-checked", nil]
      ),
      (
        "poor=4 near_poor=2 class:near_poor/deprivation_rate_water=50% class:near_poor/deprived_water=1",
        [nil, "ok", nil]
      ),
      ("poor=4 class:poor/deprivation_rate_water=50%", ["not-checked", nil, nil]),
      ("poor=0 class:poor/deprivation_rate_water=0% class:poor/deprived_water=0", ["zero-whole", nil, nil]),
      (
        "poor=4 class:poor/deprivation_rate_water=50% class:poor/deprived_water=2 class:poor/deprivation_rate_toilet=50% class:poor/deprived_toilet=3 class:poor/deprivation_rate_waste=25% class:poor/deprived_waste=3",
        ["wrong wrong", nil, nil]
      ),
    ] as [(String, [String?])])
  func `the share that lacks an indicator is one of its own class`(_ figures: String, _ found: [String?])
    async throws
  {
    let trial = try await FigureTrial(try Self.sheet(), figures)
    for (rule, found) in zip(Self.rates, found) {
      let told = trial.found.filter { $0.hasPrefix("\(rule) ") }.map { String($0.dropFirst(rule.count + 1)) }
      let expected = found == nil ? "idle-rule" : found == "ok" ? "" : found
      #expect(told.joined(separator: " ") == expected, "\(rule): \(trial.found)")
    }
  }
  @Test func `the share of one district is told with its counts`() async throws {
    let trial = try await FigureTrial(
      try Self.sheet(), "poor=204 class:poor/deprived_water=93 class:poor/deprivation_rate_water=45.95%")
    let index = try #require(trial.found.firstIndex(of: "X7-thieu-hut-ho-ngheo wrong"), "\(trial.found)")
    #expect(
      trial.messages[index].en.contains(
        "deprivation_rate_water = 45.95 %; deprived_water = 93, poor = 204; worked out it is 45.59 %"))
    #expect(trial.notices.count == 1)
  }
  @Test func `every rule has its two rows and says by what it stands`() throws {
    let rules = try parseYAML(Array(try Self.sheet().utf8), file: "figures.yaml")["rules"]?.items ?? []
    #expect(rules.compactMap { $0["id"]?.scalar }.sorted() == Self.cases.map(\.rule).sorted())
    for rule in rules { #expect(rule["legal"] != nil, "\(rule["id"]?.scalar ?? "")") }
  }

  @Test(
    arguments: [
      ("X11-khau-ngheo", "poor=1 poor_persons=13", "poor=0 poor_persons=40000"),
      ("X11-khau-ngheo", "poor=9 poor_persons=168", "poor=9 poor_persons=169"),
      ("F6-tong-khau", "none/households=1 none/persons=72", "none/households=9 none/persons=40000"),
      ("F6-khau-can-ngheo", "near_poor=9 near_poor_persons=109", "near_poor=0 near_poor_persons=1"),
      ("F6-tong-khau", "none/households=9 none/persons=109", "none/households=0 none/persons=50"),
    ])
  func `one large family is no mistake, and nobody lives in no household`(
    _ rule: String, _ pass: String, _ fail: String
  ) async throws {
    #expect(try await FigureTrial(try Self.sheet(), pass).found.allSatisfy { !$0.hasPrefix("\(rule) ") })
    #expect(try await FigureTrial(try Self.sheet(), fail).found.contains("\(rule) wrong"))
  }

  // MARK: Three failures of real districts; where the sheets do not give a cell, it is invented to agree.

  @Test func `the flows of near-poor households of one district give two more than was reported`()
    async throws
  {
    let trial = try await FigureTrial(
      try Self.sheet(),
      """
      near_poor_start=330 near_poor_out_above=70 near_poor_out_poor=5 near_poor_out_other=30 near_poor_in_poor=63
      near_poor_in_again=1 near_poor_in_new=15 near_poor_in_other=3 near_poor=305
      poor_start=294 poor_out_near=64 poor_out_above=45 poor_out_other=0 poor_in_near=5 poor_in_again=0 poor_in_new=14
      poor_in_other=0 poor=204
      """)
    let wrong = zip(trial.found, trial.messages).filter { $0.0.hasSuffix(" wrong") }
    #expect(wrong.map(\.0) == ["X1-ho-can-ngheo wrong", "X2-ngheo-sang-can-ngheo wrong"])
    #expect(wrong[0].1.vi.contains("near_poor = 305") && wrong[0].1.vi.contains("tính lại được 307"))
    #expect(wrong[1].1.en.contains("poor_out_near = 64, near_poor_in_poor = 63"))
    #expect(trial.notices.count == 2)
  }
  @Test func `a blank cell is no zero, and what is there does not give the end`() async throws {
    let trial = try await FigureTrial(
      try Self.sheet(),
      """
      poor_start=1400 poor_out_near=374 poor_out_above=150 poor_out_other=- poor_in_near=8 poor_in_again=0
      poor_in_new=50 poor_in_other=- poor=923 near_poor_in_poor=360
      """)
    #expect(trial.found.contains("X1-ho-ngheo not-checked"))
    #expect(trial.found.contains("X1-ho-ngheo-o-trong doubtful"))
    #expect(
      trial.messages.contains { $0.en.contains("poor = 923") && $0.en.contains("worked out it is 934") })
    #expect(trial.messages.contains { $0.en.contains("missing poor_out_other, poor_in_other") })
    #expect(trial.found.filter { $0.hasSuffix(" wrong") } == ["X2-ngheo-sang-can-ngheo wrong"])
  }
  @Test func `more poor households than households are told with both counts`() async throws {
    let trial = try await FigureTrial(try Self.sheet(), "households=10 poor=204")
    #expect(trial.found.filter { $0.hasSuffix(" wrong") } == ["X3-ngheo-trong-tong-ho wrong"])
    let notice = try #require(trial.notices.first)
    #expect(notice.hasPrefix("981@2016-01-01 2 Huyện Hoa Sen, 31/12/2024: số hộ nghèo lớn hơn tổng số hộ"))
    #expect(notice.contains("(poor = 204, households = 10) [căn cứ: "))
    #expect(trial.places.contains("so.csv:3"))
  }

  // MARK: What is said besides

  @Test func `another standard breaks the series and is no mistake`() async throws {
    let trial = try await FigureTrial(try Self.sheet(), "2021/vn-2016/poor=9 2022/poor_start=12 2022/poor=11")
    #expect(trial.found.contains("X5-dau-ky-ho-ngheo series-break"))
    #expect(trial.notices.isEmpty)
  }
  @Test func `a unit of other boundaries breaks the series and is no mistake`() async throws {
    // The commune was made of one whole and of a part of another.
    let trial = try await FigureTrial(
      try Self.sheet(), "2023/92003/poor=5 2023/92004/poor=9 93002/poor_start=12 93002/poor=11")
    #expect(trial.found.contains("X5-dau-ky-ho-ngheo series-break"))
    #expect(
      trial.messages.contains { $0.vi.contains("Xã Ghép, 31/12/2024, đơn vị có địa giới khác năm trước") })
    #expect(trial.notices.isEmpty)
  }
  @Test func `a unit made of whole ones opens with what they closed with`() async throws {
    let closing = "2023/92001/poor=5 2023/92002/poor=9 93001/poor=11"
    let right = try await FigureTrial(try Self.sheet(), "\(closing) 93001/poor_start=14")
    #expect(!right.found.contains { $0.hasPrefix("X5-dau-ky-ho-ngheo ") }, "\(right.found)")
    let wrong = try await FigureTrial(try Self.sheet(), "\(closing) 93001/poor_start=13")
    #expect(wrong.found.contains("X5-dau-ky-ho-ngheo wrong"))
    #expect(wrong.messages.contains { $0.en.contains("poor_start = 13, closing = 14") })
    // Where one of them has no number, nothing is worked out of the rest.
    let half = try await FigureTrial(try Self.sheet(), "2023/92001/poor=5 93001/poor_start=14 93001/poor=11")
    #expect(half.found.contains("X5-dau-ky-ho-ngheo not-checked"))
  }
  @Test(arguments: [
    // What is wrong, its code and place, and what to do.
    ("households=203 poor=204", "X3-ngheo-trong-tong-ho", "of another column, row or unit"),
    (
      "2023/poor=9 poor_start=8", "X5-dau-ky-ho-ngheo",
      "say so where boundaries or later decisions explain it"
    ),
    ("poor=9 policy:minority/poor=10", "X13-nhom-ho-ngheo", "ask those who made the form"),
    ("poor=2 class:poor/deprived_water=3", "F4-chi-so-ho-ngheo", "ask those who made the form"),
    (
      "2021/vn-2016/poor=2 2021/vn-2016/class:poor/deprived_care=3", "F4-chi-so-ho-ngheo",
      "ask those who made the form"
    ),
    ("poor=10 poor_persons=121", "X11-khau-ngheo", "ask those who made the form"),
  ]) func `what is wrong is told with its place and what to do`(
    _ figures: String, _ rule: String, _ hint: String
  ) async throws {
    let trial = try await FigureTrial(try Self.sheet(), figures)
    let index = try #require(trial.found.firstIndex(of: "\(rule) wrong"))
    #expect(trial.messages[index].en.hasSuffix(hint) || trial.messages[index].en.contains(hint))
    #expect(trial.places[index].hasPrefix("so.csv:"))
  }
  @Test func `one large household makes the average of few, and is no mistake`() async throws {
    let trial = try await FigureTrial(
      try Self.sheet(), "poor=1 poor_persons=13 near_poor=9 near_poor_persons=120")
    #expect(!trial.found.contains { $0.hasSuffix(" wrong") }, "\(trial.messages.map(\.en))")
    #expect(
      trial.found.contains("F6-khau-nhieu doubtful")
        && trial.found.contains("F6-khau-can-ngheo-nhieu doubtful"))
  }
  @Test func `totals that do not fit each other are told once`() async throws {
    let trial = try await FigureTrial(try Self.sheet(), "poor=3 none/households=10 none/persons=8")
    #expect(trial.found.filter { $0.hasPrefix("F6-tong-khau ") } == ["F6-tong-khau wrong"])
  }
  @Test func `nothing that was planned is no reduction just as planned`() async throws {
    let trial = try await FigureTrial(try Self.sheet(), "poor_start=10 poor=10 plan_reduction=0")
    #expect(!trial.found.contains("W-dung-ke-hoach doubtful"))
  }
  @Test func `a rule that looks at nothing is told`() async throws {
    let trial = try await FigureTrial(try Self.sheet(), "poor=3")
    #expect(trial.found.contains("X2-can-ngheo-sang-ngheo idle-rule"))
    #expect(trial.found.contains("X3-ngheo-trong-tong-ho not-checked"))
  }
  @Test func `too many that are wrong stop the run`() async throws {
    let figures = "poor=204 households=203"
    #expect(try await FigureTrial(try Self.sheet(), figures, more: "max_errors: 1").failure == nil)
    let stopped = try await FigureTrial(try Self.sheet(), figures, more: "max_errors: 0")
    #expect(stopped.failure == "step 'kiem' found 1 things wrong, more than 0")
  }
}
