import StageTestKit
import Testing

/// What the README of Aggregate says of `households.aggregate`, over whole pipelines.
@Suite struct AggregatePromiseTests {
  static let options =
    "by: [commune, district, province], unit: xa, class: lop, groups: [kv, dt], members: nk, sums: [tien]"
  private func aggregate(_ rows: [[String]], _ options: String = options, workers: Int = 2, batch: Int = 64)
    async throws -> RowRun
  {
    try await RowRun(
      RowRun.read("in", Land.columns, rows: batch)
        + "  - { id: out, use: households.aggregate, with: { \(options) } }",
      Land.register.merging(["in.csv": RowRun.csv(Land.head, rows)]) { $1 }, workers: workers)
  }
  /// The cells of a column in tenths, by level, unit and group; nothing for a missing one.
  private func cells(_ run: RowRun, _ column: String) -> [[String]: Int] {
    guard let place = run.names.firstIndex(of: column) else { return [:] }
    let known = run.rows.compactMap { row in
      Int(row[place].replacing(".", with: "")).map { (Array(row.prefix(3)), $0) }
    }
    return Dictionary(uniqueKeysWithValues: known)
  }
  private static func isRatio(_ name: String) -> Bool {
    ["h", "a", "m0", "level", "unit", "group"].contains(name)
  }

  @Test(arguments: 0..<3) func `groups add up to all, and units to the unit above`(_ seed: Int) async throws {
    let run = try await aggregate(Land.households(seed, 400))
    #expect(run.findings.isEmpty)
    let numbers = run.names.filter { !Self.isRatio($0) }
    #expect(numbers.count > 12 * 3 + 6)
    for name in numbers {
      let cells = cells(run, name)
      #expect(cells.count == run.rows.count, "\(name)")
      func of(_ level: String, _ unit: String, _ group: String) -> Int { cells[[level, unit, group]] ?? 0 }
      for (key, number) in cells where key[2] == "all" {
        for prefix in ["kv:", "dt:"] {
          let parts = cells.filter {
            $0.key[0] == key[0] && $0.key[1] == key[1] && $0.key[2].hasPrefix(prefix)
          }
          #expect(parts.values.reduce(0, +) == number, "\(name) \(key)")
        }
      }
      for group in Set(cells.keys.map { $0[2] }) {
        for district in Set(Land.communes.map(\.district)) {
          let below = Land.communes.filter { $0.district == district }.map { of("commune", $0.code, group) }
          #expect(below.reduce(0, +) == of("district", district, group), "\(name) \(district) \(group)")
        }
        for province in ["97", "98"] {
          let below = Set(Land.communes.filter { $0.province == province }.map(\.district)).map {
            of("district", $0, group)
          }
          #expect(below.reduce(0, +) == of("province", province, group), "\(name) \(province) \(group)")
        }
      }
    }
  }
  @Test(arguments: 0..<3) func `classes add up to households, and the indices are their ratios`(_ seed: Int)
    async throws
  {
    let run = try await aggregate(Land.households(seed, 300))
    func int(_ row: Int, _ name: String) -> Int { Int(run.column(name)[row]) ?? -1 }
    /// The quotient in millionths, half away from zero.
    func ratio(_ a: Int, _ b: Int) -> String {
      let millionths = (a * 2_000_000 + b) / (2 * b)
      let rest = String(millionths % 1_000_000)
      return "\(millionths / 1_000_000).\(String(repeating: "0", count: 6 - rest.count))\(rest)"
    }
    for row in run.rows.indices {
      let (all, poor) = (int(row, "households"), int(row, "poor"))
      let words = ["poor", "near_poor", "average", "none", "unclassified"]
      #expect(words.map { int(row, $0) }.reduce(0, +) == all)
      let sum = int(row, "deprivation_sum")
      #expect(Land.indicators.map { int(row, "dep_\($0)_poor") }.reduce(0, +) == sum)
      #expect(run.column("h")[row] == ratio(poor, all))
      #expect(run.column("m0")[row] == ratio(sum, 12 * all))
      #expect(run.column("a")[row] == (poor == 0 ? "(notApplicable)" : ratio(sum, 12 * poor)))
      for name in Land.indicators {
        #expect(int(row, "dep_\(name)_poor") + int(row, "dep_\(name)_near_poor") <= int(row, "dep_\(name)"))
      }
    }
  }
  @Test(arguments: 0..<3) func `the order of rows, workers and batches change nothing`(_ seed: Int)
    async throws
  {
    var dice = Dice(seed)
    let rows = Land.households(seed, 250, gaps: true)
    let whole = try await aggregate(rows, workers: 1)
    for (workers, batch) in [(1, 1), (2, 17), (7, 1024)] {
      let found = try await aggregate(rows.shuffled(using: &dice), workers: workers, batch: batch)
      #expect(found.lines == whole.lines && found.counts == whole.counts)
    }
    let levels = ["province", "district", "commune"]
    let order = whole.rows.compactMap { levels.firstIndex(of: $0[0]) }
    #expect(order == order.sorted() && order.count == whole.rows.count)
  }
  @Test(arguments: 0..<3) func `a count that rests on a missing cell is missing, there and in all above`(
    _ seed: Int
  )
    async throws
  {
    let rows = Land.households(seed, 250, gaps: true)
    let run = try await aggregate(rows)
    func isBelow(_ row: [String], _ cells: ArraySlice<String>) -> Bool {
      let one = Land.communes.first { $0.code == row[0] }
      let unit =
        ["commune": one?.code, "district": one?.district, "province": one?.province][cells[0]] ?? nil
      let groups = ["all", "kv:\(row[2])", "dt:\(row[3])"]
      return unit == cells[1] && groups.contains(cells[2])
    }
    let (members, money, water) = (run.column("members"), run.column("tien"), run.column("dep_water"))
    let place = 6 + (Land.indicators.firstIndex(of: "water") ?? 0)
    for (index, cells) in run.rows.enumerated() {
      let mine = rows.filter { isBelow($0, cells.prefix(3)) }
      #expect(run.column("households")[index] == "\(mine.count)")
      #expect(run.column("unclassified")[index] == "\(mine.count { $0[1].isEmpty })")
      func expect(_ found: String, _ cell: Int, _ sum: Int) {
        let isWhole = mine.allSatisfy { !$0[cell].isEmpty }
        #expect(
          isWhole ? Int(found.replacing(".", with: "")) == sum : found.hasPrefix("("), "\(cells.prefix(3))")
      }
      expect(members[index], 4, mine.compactMap { Int($0[4]) }.reduce(0, +))
      expect(money[index], 5, mine.compactMap { Int($0[5].replacing(".", with: "")) }.reduce(0, +))
      expect(water[index], place, mine.count { $0[place] == "1" })
    }
    #expect(run.counts["aggregate.unknown"] ?? 0 > 0 && run.counts["aggregate.no-group"] ?? 0 > 0)
  }
  @Test func `households of an unknown commune are counted under their code and nowhere above`() async throws
  {
    var rows = Land.households(5, 60)
    for row in [3, 9, 17] { rows[row][0] = "99999" }
    let run = try await aggregate(rows)
    let count = cells(run, "households")
    #expect(count[["commune", "99999", "all"]] == 3)
    #expect((count[["province", "97", "all"]] ?? 0) + (count[["province", "98", "all"]] ?? 0) == 57)
    #expect(run.counts["aggregate.unknown-commune"] == 1)
  }
  @Test func `levels may follow columns of their own, and one level is enough`() async throws {
    let rows = Land.households(2, 120)
    let whole = try await aggregate(rows)
    for level in ["commune", "district", "province"] {
      let one = try await aggregate(
        rows, Self.options.replacing("[commune, district, province]", with: "[\(level)]"))
      #expect(one.lines == whole.lines.filter { $0.hasPrefix("\(level);") })
    }
    let own = try await aggregate(
      rows,
      Self.options.replacing("by: [commune, district, province], unit: xa", with: "columns: { commune: xa }"))
    #expect(own.lines == whole.lines.filter { $0.hasPrefix("commune;") })
  }
}
