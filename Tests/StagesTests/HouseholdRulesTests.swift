import Diagnostics
import Foundation
import Pipelines
import StageKit
import StageTestKit
import Stages
import Testing

/// The rules of households on one household at a time, of which some cells are wrong.
@Suite struct HouseholdRulesTests {
  private static let indicators = (1...12).map { "d\($0)" }
  private static let names =
    ["household_id", "commune", "area", "ethnicity", "members", "dependants", "income_k", "b1", "b2"]
    + indicators + ["class", "review_date"]
  /// A poor household of a rural commune, lacking three things, in which nothing is wrong.
  private static let right: [String: String] = {
    var row = Dictionary(uniqueKeysWithValues: indicators.map { ($0, "0") })
    for (name, value) in zip(["d1", "d9", "d10"], ["1", "1", "1"]) { row[name] = value }
    return row.merging([
      "household_id": "000434081656", "commune": "90001", "area": "rural", "ethnicity": "Kinh",
      "members": "4", "dependants": "2", "income_k": "705", "b1": "120", "b2": "30", "class": "poor",
      "review_date": "2024-10-01",
    ]) { $1 }
  }()

  /// The findings about one household that differs from the right one, and whether it was rejected.
  private func check(_ cells: [String: String]) async throws -> (found: [Finding], isRejected: Bool) {
    let row = Self.right.merging(cells) { $1 }
    let types = ["members", "dependants", "income_k", "b1", "b2"].map { "\($0): { type: int, role: amount }" }
    let columns =
      types + Self.indicators.map { "\($0): { type: bool }" }
      + ["household_id", "commune", "area", "ethnicity", "class"].map { "\($0): {}" }
      + ["review_date: { type: date }"]
    let rules = StageContractTests.root.appending(path: "pipelines/rules/household.yaml")
    let run = try HouseholdRun(
      """
      pipeline: t
      defaults: { units: u, reference_date: 2024-12-31 }
      steps:
        - { id: ho, use: csv.read, with: { files: ho.csv, schema: { columns: { \(columns.joined(separator: ", ")) } } } }
        - { id: hop-le, use: rows.validate, with: { rules: r.yaml }, expect: { min_rows: 0 } }
        - use: rows.take

      """,
      [
        "r.yaml": try String(contentsOf: rules, encoding: .utf8),
        "ho.csv": Self.names.joined(separator: ",") + "\n"
          + Self.names.map { row[$0] ?? "" }.joined(separator: ",") + "\n",
      ])
    let report = await Runner(run.checked, files: run.files, width: 1).run(into: MemoryOutput().output)
    #expect(report.failure == nil, "\(report.failure?.message.en ?? "")")
    let found = try #require(report.findings.steps["hop-le"])
    return (found.kept.filter { $0.code != "validate.idle-rule" }, found.rowsRejected == 1)
  }
  /// `RULE code column` of findings.
  private func list(_ found: [Finding]) -> [String] {
    found.map { "\($0.message.en.prefix { $0 != ":" }) \($0.code.dropFirst(9)) \($0.column ?? "-")" }
  }

  @Test func `the right household breaks no rule`() async throws {
    let (found, isRejected) = try await check([:])
    #expect(found.isEmpty && !isRejected)
  }
  static let mistakes: [(cells: [String: String], found: [String], isRejected: Bool)] = [
    // An income in another unit moves a household out of the poor: the row must not count.
    (["income_k": "705000"], ["E4-don-vi-tinh unit-slip income_k"], true),
    (["income_k": "50"], [], false),
    // So little may be true: the poorest are told of and kept, and their class is held to what was written.
    (["income_k": "49"], ["E4-thu-nhap-rat-thap check income_k"], false),
    (["income_k": "1"], ["E4-thu-nhap-rat-thap check income_k"], false),
    (
      ["income_k": "49", "class": "near_poor"],
      ["E4-thu-nhap-rat-thap check income_k", "E7-theo-diem check class"], true
    ),
    (["income_k": "60000000"], ["E4-don-vi-tinh range income_k"], true),
    (["income_k": "0"], ["E4-khong-thu-nhap check income_k"], false),
    (
      ["income_k": "0", "class": "none"],
      ["E4-khong-thu-nhap check income_k", "E7-theo-diem check class"], true
    ),
    (["income_k": "-1"], ["E4-thu-nhap range income_k"], true),
    // The forms of the review ask for points, not for the income.
    (["income_k": ""], [], false),
    (["income_k": "", "class": "near_poor"], ["E7-theo-diem check class"], true),
    (
      ["income_k": "", "b1": ""], ["E4-thu-nhap-hoac-b1 check -", "E6-thieu-diem check b1"], false
    ),
    // Points.
    (["b2": "130"], ["E6-b2 range b2"], true),
    (["b2": "-10"], ["E6-b2 range b2"], true),
    (["b2": "35"], ["E6-b2-chan-chuc check b2"], true),
    (["b2": "135"], ["E6-b2 range b2", "E6-b2-chan-chuc check b2"], true),
    (["b2": "40"], ["E6-b2-dem check b2"], true),
    (["b1": "-1"], ["E6-b1 range b1"], true),
    (["b1": ""], ["E6-thieu-diem check b1"], false),
    (["b1": "", "b2": ""], ["E6-thieu-diem check -"], false),
    // Who depends on what is wrong is not told a second time.
    (["area": "Rural"], ["E1-ma-xa area area", "E2-khu-vuc values area"], true),
    (["area": "nong thon"], ["E1-ma-xa area area", "E2-khu-vuc values area"], true),
    (["area": ""], ["E2-khu-vuc required area"], true),
    (["class": "Poor"], ["E7-loai-ho values class"], true),
    (["class": ""], ["E7-loai-ho required class"], true),
    (["class": "near_poor"], ["E7-theo-diem check class"], true),
    // Where points are lacking the income decides; where they are given it is an income to be looked at.
    (
      ["class": "near_poor", "b1": ""], ["E6-thieu-diem check b1", "E7-theo-thu-nhap check class"], true
    ),
    (["income_k": "1501"], ["E7-thu-nhap-khac-diem check income_k"], false),
    (["income_k": "40000"], ["E7-thu-nhap-khac-diem check income_k"], false),
    (["b1": "141", "class": "none"], ["E7-thu-nhap-khac-diem check income_k"], false),
    (["b1": "141", "class": "none", "income_k": "1501"], [], false),
    (["b1": "141", "class": "average", "income_k": "2251"], ["E7-thu-nhap-khac-diem check income_k"], false),
    (["income_k": "1501", "class": "none"], ["E7-theo-diem check class"], true),
    (
      ["area": "urban", "commune": "90004", "b1": "175", "income_k": "2001"],
      ["E7-thu-nhap-khac-diem check income_k"], false
    ),
    (["d9": ""], ["E5-chi-so check d9"], true),
    (["d9": "", "d10": ""], ["E5-chi-so check -"], true),
    // Zeros that were lost, however many.
    (["household_id": "434081656"], ["E1-ma-ho-12-so lost-zero household_id"], false),
    (["household_id": "1"], ["E1-ma-ho-12-so lost-zero household_id"], false),
    (["household_id": "43408165x"], ["E1-ma-ho-12-so pattern household_id"], false),
    (["household_id": ""], ["E1-ma-ho required household_id"], true),
    // What real exports leave blank rejects nobody.
    (["review_date": ""], ["E1-ngay-ra-soat-trong required review_date"], false),
    (["review_date": "2023-10-01"], ["E1-ngay-ra-soat check review_date"], true),
    (["ethnicity": ""], ["E2-dan-toc-trong required ethnicity"], false),
    (["dependants": ""], ["E3-phu-thuoc-trong required dependants"], false),
  ]
  @Test(arguments: mistakes.indices) func `a mistake is told once, by the rule it breaks`(_ index: Int)
    async throws
  {
    let (cells, expected, wanted) = Self.mistakes[index]
    let (found, isRejected) = try await check(cells)
    #expect(list(found) == expected, "\(cells)")
    #expect(isRejected == wanted, "\(cells)")
  }

  @Test(
    arguments: [
      (["b2": "130"], "E6-b2: 'b2' là 130, phải trong khoảng 0..120"),
      (["d9": ""], "E5-chi-so: cần đủ mười hai chỉ số thiếu hụt (d9 = NULL)"),
      (["d12": "", "d2": ""], "(d2 = NULL, d12 = NULL)"),
      (
        ["class": "near_poor"],
        "(area = 'rural', b1 = 120, class = 'near_poor', b2 = 30)"
      ),
      (["b2": "40"], "(b2 = 40, d1 = TRUE,"),
      (["income_k": "705000"], "'income_k' là 705000, có vẻ ghi nhầm đơn vị"),
      (["household_id": "434081656"], "là '434081656', có vẻ là mã '000434081656' đã mất số 0"),
    ] as [([String: String], String)]) func `the message shows the cell that decides`(
      _ cells: [String: String], _ part: String
    ) async throws
  {
    let found = try await check(cells).found
    #expect(found.first.map { $0.message.vi.contains(part) } ?? false, "\(found.map(\.message.vi))")
  }
  private static let noAnswers = Dictionary(
    uniqueKeysWithValues: (indicators + ["dependants"]).map { ($0, "") })
  @Test(
    arguments: [
      // The totals of the points alone say all that the class needs.
      ([:], [], false), (["income_k": ""], [], false),
      (["class": "near_poor"], ["E7-theo-diem check class"], true),
      (["b2": "35"], ["E6-b2-chan-chuc check b2"], true),
      (["d4": "1"], ["E5-chi-so check -"], true),
      // With less nothing can be worked out, which is said of a row that is kept.
      (["b1": ""], ["E6-thieu-diem check b1"], false),
      (["b2": ""], ["E5-khong-tra-loi check -", "E6-thieu-diem check b2"], false),
      (
        ["b1": "", "b2": "", "income_k": ""],
        ["E4-thu-nhap-hoac-b1 check -", "E5-khong-tra-loi check -", "E6-thieu-diem check -"], false
      ),
    ] as [([String: String], [String], Bool)])
  func `a list of totals without answers is a list`(
    _ cells: [String: String], _ expected: [String], _ wanted: Bool
  ) async throws {
    let (found, isRejected) = try await check(Self.noAnswers.merging(cells) { $1 })
    #expect(list(found) == expected, "\(cells)")
    #expect(isRejected == wanted, "\(cells)")
  }
  @Test(arguments: [(1500, "poor"), (1501, "none"), (1501, "average")]) func `the line itself is poor`(
    _ income: Int, _ right: String
  ) async throws {
    let cells = ["income_k": "\(income)", "b1": "", "b2": ""]
    for word in ["poor", "near_poor", "average", "none"] {
      let isRight = word == right || income > 1500 && ["average", "none"].contains(word)
      let found = list(try await check(cells.merging(["class": word]) { $1 }).found)
      #expect(found.contains("E7-theo-thu-nhap check class") == !isRight, "\(income) \(word)")
    }
  }
}
