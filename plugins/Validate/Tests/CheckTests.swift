import Diagnostics
import StageKit
import Tables
import Testing
import Units
import YAML

@testable import Validate

/// Single checks, compared with a plain look at each row.
@Suite struct CheckTests {
  private static let noKeys = BatchKeys([:])

  @Test(arguments: 0..<6) func `keys of any columns are found as in a set of rows`(_ seed: Int) {
    var random = Seeded(seed)
    let types: [ColumnType] = [.int, .text, .date, .bool, .decimal(scale: 2), .double]
    let chosen = (0..<1 + seed % 4).map { _ in random.one(types) }
    func rows(_ count: Int) -> [[String]] {
      (0..<count).map { _ in
        chosen.map { type in
          guard random.below(9) > 0 else { return "" }
          switch type {
          case .int, .double: return "\(random.below(5) - 2)"
          case .text: return random.one(["", "a", "ấ", "một tên dài hơn mười sáu byte"])
          case .date: return "2024-01-0\(1 + random.below(4))"
          case .bool: return "\(random.below(2))"
          case .decimal: return "\(random.below(3)).5"
          }
        }
      }
    }
    func batch(_ rows: [[String]]) -> Batch {
      let columns = chosen.indices.map { place in
        var builder = ColumnBuilder(chosen[place])
        for row in rows { builder.append(Array(row[place].utf8)[...]) }
        return builder.column
      }
      return Batch(columns, count: rows.count)
    }
    let (table, looked) = (rows(40), rows(200))
    let places = Array(chosen.indices)
    let known = Set(table.filter { !$0.contains("") })
    let index = KnownKeys(batch(table), places)
    let (input, whole) = (batch(looked), batch(looked).isWhole(places))
    let absent = index.absent(input, places).limited(to: whole)?.rows ?? []
    #expect(absent == looked.indices.filter { !looked[$0].contains("") && !known.contains(looked[$0]) })
  }
  @Test func `an empty table has no key`() {
    var builder = ColumnBuilder(.text)
    let index = KnownKeys(Batch([builder.column], count: 0), [0])
    builder.append(text: "a".utf8)
    #expect(index.absent(Batch([builder.column], count: 1), [0])?.rows == [0])
    #expect(!index.has("a"))
  }

  /// A register in which codes are used again, with gaps between.
  private static func register(_ random: inout Seeded) throws -> UnitRegistry {
    var units = """
      id,code,name,level,type,parent,valid_from,valid_to,area,source
      vn,vn,Cả nước,country,cả nước,,2016-01-01,,,bịa
      08@2016-01-01,08,Tỉnh Ví Dụ,province,tỉnh,vn,2016-01-01,,,bịa
      081@2016-01-01,081,Huyện Hoa Sen,district,huyện,08,2016-01-01,,,bịa

      """
    for code in 0..<20 {
      var year = 2016 + random.below(3)
      while year < 2026 {
        let end = year + 1 + random.below(6)
        let isWard = random.below(2) == 0
        let text = "081\(code < 10 ? "0" : "")\(code)"
        units +=
          "\(text)@\(year)-01-01,\(text),\(isWard ? "Phường" : "Xã") \(text),commune,\(isWard ? "phường" : "xã"),081,"
          + "\(year)-01-01,\(end < 2026 ? "\(end)-01-01" : ""),\(isWard ? "urban" : "rural"),bịa\n"
        year = end
      }
    }
    let files = [
      "u/units.csv": units, "u/successors.csv": "from,to,extent,source\n",
      "u/regions.csv": "region,province,valid_from,valid_to,source\n",
      "u/gaps.csv": "code,valid_from,valid_to,source\n",
    ]
    let project = ProjectFiles { (path, offset, count) throws(StageError) in
      Array(Array((files[path] ?? "").utf8).dropFirst(offset).prefix(count))
    } names: { (_) in
      []
    }
    return try UnitRegistry.load("u", namedAt: nil, project)
  }
  @Test(arguments: 0..<4) func `a unit is there, and of an area, on the days that the register says`(
    _ seed: Int
  )
    throws
  {
    var random = Seeded(seed)
    let register = try Self.register(&random)
    var (codes, days, areas) = (ColumnBuilder(.text), ColumnBuilder(.date), ColumnBuilder(.text))
    var rows: [(code: String, day: Day?, area: String)] = []
    for _ in 0..<400 {
      let code = random.one(["", "081\(random.below(3))\(random.below(10))", "8101", "081"])
      let day = random.below(10) == 0 ? nil : Day(number: Int32(16_800 + random.below(3700)))
      let area = random.one(["urban", "rural", "town", ""])
      rows.append((code, day, area))
      codes.append(Array(code.utf8)[...])
      days.append(units: day.map { Int64($0.number) })
      areas.append(Array(area.utf8)[...])
    }
    let batch = Batch([codes.column, days.column, areas.column], count: rows.count)
    let fixed = try #require(Day(year: 2020, month: 6, day: 1))
    for when in [UnitDay.column(1), .day(fixed)] {
      let known = UnitCodes(register, .commune)
      func unit(_ row: Int) -> UnitVersion? {
        if case .day = when { return register.unit(code: rows[row].code, level: .commune, on: fixed) }
        return rows[row].day.flatMap { register.unit(code: rows[row].code, level: .commune, on: $0) }
      }
      func isSeen(_ row: Int) -> Bool {
        if case .day = when { return !rows[row].code.isEmpty }
        return !rows[row].code.isEmpty && rows[row].day != nil
      }
      let unknown = UnitCheck(0, known, when).judge(batch, Self.noKeys)
      #expect((unknown.failed?.rows ?? []) == rows.indices.filter { isSeen($0) && unit($0) == nil })
      #expect((unknown.seen?.rows ?? []) == rows.indices.filter(isSeen))
      let wrong = AreaCheck(0, area: 2, known, when).judge(batch, Self.noKeys)
      #expect(
        (wrong.failed?.rows ?? [])
          == rows.indices.filter { row in
            guard isSeen(row), !rows[row].area.isEmpty, let area = unit(row)?.area else { return false }
            return area.rawValue != rows[row].area
          })
    }
    // The area of one day, and of another where the first has no such unit.
    let known = UnitCodes(register, .commune)
    for (when, first) in [(UnitDay.day(fixed), UnitDay.column(1)), (.column(1), .day(fixed))] {
      let wrong = AreaCheck(0, area: 2, known, when, first: first).judge(batch, Self.noKeys)
      func area(_ row: Int) -> AreaType? {
        let days = [first, when].map { if case .day = $0 { fixed } else { rows[row].day } }
        return days.lazy.compactMap { $0 }.compactMap {
          register.unit(code: rows[row].code, level: .commune, on: $0)
        }.first?.area
      }
      #expect(
        (wrong.failed?.rows ?? [])
          == rows.indices.filter { row in
            guard !rows[row].code.isEmpty, !rows[row].area.isEmpty, let area = area(row) else { return false }
            return area.rawValue != rows[row].area
          })
    }
  }

  @Test(arguments: [
    ("100", "100", 100, 101), ("2%", "2%", 2, 3), ("2.50 %", "2.5%", 2, 3), ("0", "0", 0, 1),
    ("100%", "100%", 100, 101), ("0.0001%", "0.0001%", 0, 1),
  ]) func `a limit is written as short as may be and holds exactly`(
    _ text: String, _ written: String, _ most: Int, _ tooMany: Int
  ) throws {
    let options = try ValidateRows.Options.decoded(
      from: parseYAML(Array("{ rules: r.yaml, max_rejected: \(text) }".utf8), file: "t.yaml"))
    let limit = try #require(options.maxRejected)
    #expect(limit.written == written)
    #expect(limit.shown == Phrase(vi: written.replacing(".", with: ","), en: written))
    #expect(limit.allows(most, of: 100) && !limit.allows(tooMany, of: 100))
    #expect(limit.allows(0, of: 0))
  }
  @Test func `a limit on as many rows as there can be does not trap`() {
    let limit = Allowance.share(Percent(millionths: 1_000_000))
    #expect(limit.allows(.max, of: .max) && !limit.allows(.max, of: .max - 1))
  }
  @Test(arguments: [
    ("[{ id: A, check: a > 1 }]", ["A"]), ("r.yaml", ["B", "C"]),
    ("[{ id: A, check: a > 1 }, r.yaml, { id: D, check: a > 2 }]", ["A", "B", "C", "D"]),
    ("[r.yaml]", ["B", "C"]),
  ]) func `rules stand in place, in a document, or both, in the order written`(
    _ rules: String, _ ids: [String]
  ) async throws {
    var trial = Trial("a: int", "1\n", "")
    trial.rules = rules
    trial.files["r.yaml"] = "rules: [{ id: B, check: a > 3 }, { id: C, check: a > 4 }]"
    let found = try await trial.run()
    #expect(found.messages.map { String($0.en.prefix { $0 != ":" }) } == ids)
  }
}
