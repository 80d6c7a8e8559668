import Diagnostics
import StageKit
import Testing

/// What the rules on figures hold against totals that have a day and no standard, against sums, and what they cannot say.
@Suite struct FigureTotalsTests {
  // MARK: Totals that no standard says

  @Test(arguments: [
    // A total of the same day, or of an earlier one, and the rule that it breaks.
    ("poor=31 none/households=30", "X3-ngheo-trong-tong-ho wrong", "poor = 31, households = 30)"),
    (
      "poor=31 none/2024-10-01/households=30", "X3-ngheo-trong-tong-ho wrong",
      "poor = 31, households = 30 (of 2024-10-01))"
    ),
    (
      "poor=20 none/households=30 poor_rate=50.00%", "F3-ty-le-ho-ngheo wrong",
      "poor_rate = 50.00 %; poor = 20, households = 30; worked out it is 66.67 %"
    ),
    (
      "near_poor=1 none/households=800 near_poor_rate=0.12%", "F3-ty-le-ho-can-ngheo wrong",
      "worked out it is 0.13 %"
    ),
    (
      "poor=2 near_poor=1 none/households=9 multidimensional_rate=33.34%", "X7-ty-le-da-chieu wrong",
      "poor + near_poor = 3, households = 9"
    ),
    (
      "poor=3 none/2024-10-01/households=30 others/plan_base_households=31", "F8-ke-hoach-tong-ho wrong",
      "households = 30 (of 2024-10-01), planned = 31"
    ),
    // Of several days the last one that is not later, whatever the standard of the place.
    (
      "poor=31 none/2023/households=40 none/2024-10-01/households=30 none/2025/households=99",
      "X3-ngheo-trong-tong-ho wrong", "households = 30"
    ),
    ("2021/vn-2016/poor=31 none/2021/households=30", "X3-ngheo-trong-tong-ho wrong", "households = 30"),
    ("policy:minority/poor=31 none/policy:minority/households=30", "X3-ngheo-trong-tong-ho wrong", "= 30"),
  ]) func `a total without a standard is the whole of counts that have one`(
    _ figures: String, _ found: String, _ words: String
  ) async throws {
    let trial = try await FigureTrial(try FigureRuleTests.sheet(), figures)
    let index = try #require(trial.found.firstIndex(of: found), "\(trial.messages.map(\.en))")
    #expect(trial.messages[index].en.contains(words), "\(trial.messages[index].en)")
    let rule = String(found.prefix { $0 != " " })
    // It is told once, and the total by itself lacks nothing.
    #expect(trial.found.filter { $0.hasPrefix("\(rule) ") } == [found])
  }
  @Test(arguments: [
    // Of a later day, of another unit, of another group, of an earlier year; a printed rate may be of another day's total.
    ("poor=31 none/2023/households=30", "X3-ngheo-trong-tong-ho"),
    ("poor=20 none/2024-10-01/households=30 poor_rate=50.00%", "F3-ty-le-ho-ngheo"),
    ("poor=31 none/2025/households=30", "X3-ngheo-trong-tong-ho"),
    ("poor=31 none/98/households=30", "X3-ngheo-trong-tong-ho"),
    ("poor=31 none/policy:minority/households=30", "X3-ngheo-trong-tong-ho"),
    ("poor=20 none/2023/households=30 poor_rate=50.00%", "F3-ty-le-ho-ngheo"),
  ]) func `a number of something else is not taken for the total`(_ figures: String, _ rule: String)
    async throws
  {
    let trial = try await FigureTrial(try FigureRuleTests.sheet(), figures)
    #expect(trial.found.contains("\(rule) not-checked"), "\(trial.messages.map(\.en))")
    #expect(!trial.found.contains("\(rule) wrong"))
  }
  @Test func `a total of the year before breaks no series`() async throws {
    let trial = try await FigureTrial(
      try FigureRuleTests.sheet(), "none/2023/households=30 poor=9 poor_start=9")
    #expect(trial.found.contains("X5-dau-ky-ho-ngheo not-checked"), "\(trial.found)")
  }
  @Test func `outliers are looked for where the households have a day of their own`() async throws {
    let counts = [100, 98, 101, 99, 102, 200]
    let figures = counts.enumerated().map {
      "9000\($0 + 1)/poor=\($1) none/2024-10-01/9000\($0 + 1)/households=1000"
    }.joined(separator: " ")
    let trial = try await FigureTrial(try FigureRuleTests.sheet(), figures)
    for rule in ["W-ty-le-khac-xa", "W-pheu"] {
      let index = try #require(trial.found.firstIndex(of: "\(rule) doubtful"), "\(trial.found)")
      #expect(trial.messages[index].en.contains("poor = 200, households = 1000 (of 2024-10-01)"))
    }
  }

  // MARK: Sums of rates and of communes

  @Test(arguments: [
    ("poor_rate=4.03% near_poor_rate=3.49% multidimensional_rate=7.52%", true),
    ("poor_rate=4.03% near_poor_rate=3.49% multidimensional_rate=7.51%", true),
    ("poor_rate=4.03% near_poor_rate=3.49% multidimensional_rate=7.50%", false),
    ("poor_rate=4.03% near_poor_rate=3.49% multidimensional_rate=9.99%", false),
    // Half a unit of the last digit of each: 7.51 to 7.53, and 7.45 to 7.55 or 7.55 to 7.65.
    ("poor_rate=4.03% near_poor_rate=3.49% multidimensional_rate=7.5%", true),
    ("poor_rate=4.03% near_poor_rate=3.49% multidimensional_rate=7.6%", false),
    // One rate without decimals makes no room of a point: 6.95 to 8.05.
    ("poor_rate=4% near_poor_rate=3.5% multidimensional_rate=8.5%", false),
    ("poor_rate=4% near_poor_rate=3.5% multidimensional_rate=8.0%", true),
    ("poor_rate=4% near_poor_rate=3.5% multidimensional_rate=8.2%", false),
    ("poor_rate=4% near_poor_rate=3.5% multidimensional_rate=6.9%", true),
    ("poor_rate=4% near_poor_rate=3.5% multidimensional_rate=6.8%", false),
    // No rate is below 0 or above 100.
    ("poor_rate=0% near_poor_rate=3.5% multidimensional_rate=3.0%", false),
    ("poor_rate=60.2% near_poor_rate=40.2% multidimensional_rate=100%", false),
  ]) func `printed rates add up as far as each of them was rounded`(_ figures: String, _ isRight: Bool)
    async throws
  {
    let trial = try await FigureTrial(try FigureRuleTests.sheet(), figures)
    #expect(trial.found.contains("F3-tong-hai-ty-le wrong") == !isRight, "\(trial.messages.map(\.en))")
  }
  @Test(arguments: ["poor_start", "class:poor/deprived_water", "deprived_care", "persons"])
  func `every column is the sum of the communes`(_ measure: String) async throws {
    let communes = (1...6).map { "9000\($0)/\(measure)=\($0)" }.joined(separator: " ")
    let right = try await FigureTrial(try FigureRuleTests.sheet(), "\(communes) \(measure)=21")
    #expect(!right.found.contains { $0.hasPrefix("X4-xa-cong-lai ") }, "\(right.messages.map(\.en))")
    let wrong = try await FigureTrial(try FigureRuleTests.sheet(), "\(communes) \(measure)=20")
    #expect(wrong.found.contains("X4-xa-cong-lai wrong"))
  }
  @Test(arguments: [
    "poor_out_near", "near_poor_out_poor", "poor_persons_in_again", "near_poor_persons_in_new",
  ])
  func `a flow that is no sum of the communes may be of households that moved`(_ measure: String) async throws
  {
    let communes = (1...6).map { "9000\($0)/\(measure)=\($0)" }.joined(separator: " ")
    let right = try await FigureTrial(try FigureRuleTests.sheet(), "\(communes) \(measure)=21")
    #expect(!right.found.contains { $0.hasPrefix("X4-xa-bien-dong ") }, "\(right.messages.map(\.en))")
    let other = try await FigureTrial(try FigureRuleTests.sheet(), "\(communes) \(measure)=20")
    let index = try #require(other.found.firstIndex(of: "X4-xa-bien-dong doubtful"))
    #expect(other.messages[index].en.contains("a household that moved and changed its class makes that, too"))
    #expect(other.messages[index].vi.contains("hộ vừa chuyển nơi ở vừa đổi loại cũng làm ra như vậy"))
    #expect(!other.found.contains { $0.hasPrefix("X4") && $0.hasSuffix(" wrong") })
    #expect(other.notices.isEmpty)
  }
  /// The flows of poor and near-poor households of a unit; what is not said is 0.
  private static func flows(_ unit: String, _ some: [String: Int]) -> String {
    let poor = ["start", "out_near", "out_above", "out_other", "in_near", "in_again", "in_new", "in_other"]
    let near = ["start", "out_above", "out_poor", "out_other", "in_poor", "in_again", "in_new", "in_other"]
    let names = poor.map { "poor_\($0)" } + ["poor"] + near.map { "near_poor_\($0)" } + ["near_poor"]
    return names.map { "\(unit)/\($0)=\(some[$0] ?? 0)" }.joined(separator: " ")
  }
  /// A household that is out of the poor of the first commune, and in the near-poor of the second: `left` are the poor there.
  private static func moved(_ left: Int, _ above: Int) -> String {
    ([
      flows("90001", ["poor_start": 5, "poor_out_other": 1, "poor": 4]),
      flows("90002", ["near_poor_in_other": 1, "near_poor": 1]),
      flows(
        "981",
        ["poor_start": 5, "poor_out_near": above, "poor": 5 - above, "near_poor_in_poor": 1, "near_poor": 1]),
    ] + (3...6).map { flows("9000\($0)", [:]) }).joined(separator: " ")
  }
  @Test func `a household that moves and changes its class breaks no rule`() async throws {
    let trial = try await FigureTrial(try FigureRuleTests.sheet(), Self.moved(4, 1))
    #expect(!trial.found.contains { $0.hasSuffix(" wrong") }, "\(trial.messages.map(\.en))")
    // Two flows of the district are not those of the communes, which is to be looked at.
    #expect(trial.found.filter { $0 == "X4-xa-bien-dong doubtful" }.count == 2)
    #expect(!trial.found.contains { $0.hasPrefix("X4-xa-bien-dong-rong ") })
  }
  @Test func `what no move explains is wrong though the flows of every unit agree`() async throws {
    let trial = try await FigureTrial(try FigureRuleTests.sheet(), Self.moved(4, 2))
    let index = try #require(trial.found.firstIndex(of: "X4-xa-bien-dong-rong wrong"), "\(trial.found)")
    #expect(
      trial.messages[index].en.contains("(poor, in less out = -2; the 6 units add up to -1)"),
      "\(trial.messages[index].en)")
    #expect(trial.messages[index].vi.contains("(poor, tăng trừ giảm = −2; cộng 6 đơn vị được −1)"))
  }
  @Test func `a flow that is blank leaves what remains unasked`() async throws {
    let blank = Self.moved(4, 2).replacing("90003/poor_in_other=0", with: "90003/poor_in_other=-")
    let trial = try await FigureTrial(try FigureRuleTests.sheet(), blank)
    #expect(trial.found.contains("X4-xa-bien-dong-rong not-checked"))
    #expect(trial.messages.contains { $0.en.contains("'X4-xa-bien-dong-rong'") && $0.en.contains("Xã Số 3") })
    #expect(!trial.found.contains("X4-xa-bien-dong-rong wrong"))
  }

  // MARK: Standards

  @Test func `what households lack is asked by the standard of the figures alone`() async throws {
    let rules = ["X6-thieu-hut-ho-ngheo", "X6-thieu-hut-ho-ngheo-2027"]
    func said(_ figures: String) async throws -> [String] {
      let trial = try await FigureTrial(try FigureRuleTests.sheet(), figures)
      return rules.map { rule in
        trial.found.first { $0.hasPrefix("\(rule) ") }.map { String($0.dropFirst(rule.count + 1)) } ?? "ok"
      }
    }
    let found = FigureRuleTests.cases.first { $0.rule == "X6-thieu-hut-ho-ngheo" }
    let later = FigureRuleTests.cases.first { $0.rule == "X6-thieu-hut-ho-ngheo-2027" }
    #expect(try await said(try #require(found?.pass)) == ["ok", "idle-rule"])
    #expect(try await said(try #require(later?.pass)) == ["idle-rule", "ok"])
    #expect(try await said("\(found?.pass ?? "") \(later?.fail ?? "")") == ["ok", "wrong"])
    // By the standard of 2016 who is poor by income may lack nothing.
    #expect(
      try await said("2018/vn-2016/poor=2 2018/vn-2016/class:poor/deprived_care=0") == [
        "idle-rule", "idle-rule",
      ])
  }
  @Test(arguments: ["poor_out_other", "poor_in_other", "near_poor_persons_in_other"])
  func `moves between communes are nothing of their province`(_ measure: String) async throws {
    let communes = (1...6).map { "9000\($0)/\(measure)=\($0)" }.joined(separator: " ")
    let trial = try await FigureTrial(try FigureRuleTests.sheet(), "\(communes) \(measure)=20")
    #expect(!trial.found.contains { $0.hasPrefix("X4-xa-cong-lai wrong") }, "\(trial.messages.map(\.en))")
  }

  // MARK: What cannot be said

  @Test func `what does not fit is told as that`() async throws {
    let most = Int64.max
    let trial = try await FigureTrial(
      try FigureRuleTests.sheet(),
      "poor_start=\(most) poor_out_near=0 poor_out_above=0 poor_out_other=0 poor_in_near=\(most) poor_in_again=0 poor_in_new=0 poor_in_other=0 poor=1"
    )
    let index = try #require(trial.found.firstIndex(of: "X1-ho-ngheo overflow"), "\(trial.found)")
    #expect(
      trial.messages[index].en.contains(
        "a number does not fit in 64 bits; first: Huyện Hoa Sen, 2024-12-31, of poor"))
    #expect(!trial.found.contains("X1-ho-ngheo not-checked"))
    let sum = try await FigureTrial(
      try FigureRuleTests.sheet(), (1...6).map { "9000\($0)/poor=\(most)" }.joined(separator: " ") + " poor=1"
    )
    #expect(sum.found.contains("X4-xa-cong-lai overflow"))
  }
  private static func twoYears(_ before: [Int], _ now: [Int]) -> String {
    zip(1...6, zip(before, now)).map { "2023/9000\($0)/poor=\($1.0) 9000\($0)/poor=\($1.1)" }
      .joined(separator: " ")
  }
  @Test func `many where there were none last year are far from the others`() async throws {
    let trial = try await FigureTrial(
      try FigureRuleTests.sheet(), Self.twoYears([20, 21, 19, 22, 20, 0], [20, 20, 20, 21, 19, 25]))
    let index = try #require(trial.found.firstIndex(of: "W-bien-dong-manh doubtful"), "\(trial.found)")
    #expect(
      trial.messages[index].en.contains("Xã Số 6") && trial.messages[index].en.contains("the year before = 0")
    )
    let none = try await FigureTrial(
      try FigureRuleTests.sheet(), Self.twoYears([20, 21, 19, 22, 20, 0], [20, 20, 20, 21, 19, 0]))
    #expect(!none.found.contains { $0.hasPrefix("W-bien-dong-manh ") }, "\(none.found)")
  }
  @Test(arguments: [
    ([20, 21, 19, 22, 20, 0], [20, 20, 20, 21, 19, 1], 0),
    ([20, 21, 19, 22, 20, 3], [20, 20, 20, 21, 19, 40], 1),
    // All others are as they were, or have none in either year.
    ([20, 21, 19, 22, 20, 20], [20, 21, 19, 22, 20, 60], 1), ([0, 0, 0, 0, 0, 0], [1, 1, 0, 1, 0, 25], 1),
    ([0, 0, 0, 0, 0, 0], [1, 1, 0, 1, 0, 1], 0),
  ]) func `few households more are chance, and many are told`(_ before: [Int], _ now: [Int], _ told: Int)
    async throws
  {
    let trial = try await FigureTrial(try FigureRuleTests.sheet(), Self.twoYears(before, now))
    let found = zip(trial.found, trial.messages).filter { $0.0.hasPrefix("W-bien-dong-manh ") }
    #expect(found.map(\.0) == Array(repeating: "W-bien-dong-manh doubtful", count: told), "\(trial.found)")
    #expect(found.allSatisfy { $0.1.en.contains("Xã Số 6") })
  }
  @Test func `units that are alike give no spread, and that is told`() async throws {
    let rates = try await FigureTrial(
      try FigureRuleTests.sheet(), FigureRuleTests.communes([10, 10, 10, 10, 10], 100, last: 90))
    let index = try #require(rates.found.firstIndex(of: "W-ty-le-khac-xa not-checked"), "\(rates.found)")
    #expect(rates.messages[index].en.contains("at 6 places: too many of the units are alike"))
    #expect(rates.found.contains("W-pheu doubtful"))
    // Where all are the same there is nobody to be far from them.
    let same = try await FigureTrial(
      try FigureRuleTests.sheet(), FigureRuleTests.communes([10, 10, 10, 10, 10], 100, last: 10))
    #expect(!same.found.contains { $0.hasPrefix("W-ty-le-khac-xa ") }, "\(same.found)")
  }
}
