import Expressions
import StageTestKit
import Tables
import Testing

/// Numbers at the ends of 64 bits, scales that differ, and ages on the days where they change, against wide arithmetic.
@Suite struct LimitTests {
  private static let schema = Schema([
    Field("a", .int, .amount), Field("x", .decimal(scale: 4), .amount),
    Field("y", .decimal(scale: 9), .amount),
    Field("day", .date, .label),
  ])
  private static func number(_ random: inout SeededRandom) -> Int64 {
    switch random.next(below: 4) {
    case 0: [.max, .min, .max - 1, .min + 1, 0, 1, -1][random.next(below: 7)]
    default: Int64(bitPattern: random.next()) >> Int64(random.next(below: 64))
    }
  }
  private struct Row {
    let a: Int64
    let x: Int64
    let y: Int64
  }
  private static func rows(_ seed: Int) -> (rows: [Row], batch: Batch) {
    var random = SeededRandom(UInt64(seed))
    let rows = (0..<200).map { _ in Row(a: number(&random), x: number(&random), y: number(&random)) }
    var builders = [
      ColumnBuilder(.int), ColumnBuilder(.decimal(scale: 4)), ColumnBuilder(.decimal(scale: 9)),
    ]
    for row in rows {
      for (index, units) in [row.a, row.x, row.y].enumerated() { builders[index].append(units: units) }
    }
    var days = ColumnBuilder(.date)
    for _ in rows { days.append(missing: .blank) }
    return (rows, Batch(builders.map(\.column) + [days.column], count: 200))
  }
  private func result(_ text: String, _ batch: Batch) throws -> Evaluated {
    try Expression.parse(text).typed(in: Self.schema, referenceDate: Households.day).evaluate(batch)
  }
  /// Expects units worked out in 128 bits, or a mark where they do not fit in 64.
  private func expect(_ text: String, _ seed: Int, _ wide: (Row) -> Int128?) throws {
    let (rows, batch) = Self.rows(seed)
    let found = try result(text, batch)
    for (row, cells) in rows.enumerated() {
      let units = wide(cells)
      let fits = units.flatMap { Int64(exactly: $0) }
      #expect((found.overflow?[row] ?? false) == (units != nil && fits == nil), "\(text) of \(cells)")
      #expect(found.column.isMissing(row) == (fits == nil), "\(text) of \(cells)")
      if fits == nil {
        #expect(found.column.missingReason(row) == (units == nil ? .notApplicable : .invalid))
      } else {
        let own: Int64? =
          switch found.column {
          case .int(let c): c.values[row]
          case .decimal(let c): c.units.values[row]
          default: nil
          }
        #expect(own == fits, "\(text) of \(cells)")
      }
    }
  }

  @Test(arguments: 0..<4) func `sums and differences at the larger scale`(_ seed: Int) throws {
    try expect("a + 1", seed) { Int128($0.a) + 1 }
    try expect("a - 1", seed) { Int128($0.a) - 1 }
    try expect("-a", seed) { -Int128($0.a) }
    try expect("abs(a)", seed) { Int128($0.a.magnitude) }
    try expect("x + x", seed) { Int128($0.x) * 2 }
    try expect("x - 0.0001", seed) { Int128($0.x) - 1 }
    try expect("-y", seed) { -Int128($0.y) }
  }
  @Test(arguments: 0..<4) func `products, and quotients half away from zero`(_ seed: Int) throws {
    try expect("a * 3", seed) { Int128($0.a) * 3 }
    try expect("a * a", seed) { Int128($0.a) * Int128($0.a) }
    try expect("x * 0.01", seed) { Int128($0.x) }
    try expect("a * x", seed) { Int128($0.a) * Int128($0.x) }
    try expect("ratio(a, 7, 0)", seed) { Self.half(Int128($0.a), 7) }
    try expect("ratio(a, -8, 2)", seed) { Self.half(Int128($0.a) * 100, -8) }
    try expect("rate(a, 3)", seed) { Self.half(Int128($0.a) * 10_000, 3) }
    try expect("ratio(x, 0.0003, 1)", seed) { Self.half(Int128($0.x) * 10, 3) }
    try expect("ratio(7, a, 3)", seed) { $0.a == 0 ? nil : Self.half(7000, Int128($0.a)) }
    try expect("mod(a, 10)", seed) { Int128($0.a) % 10 }
    try expect("mod(10, a)", seed) { $0.a == 0 ? nil : 10 % Int128($0.a) }
  }
  /// The quotient of the magnitudes with a half added, and then the sign.
  private static func half(_ a: Int128, _ b: Int128) -> Int128 {
    let (above, below) = (a.magnitude, b.magnitude)
    let quotient = Int128((above * 2 + below) / (below * 2))
    return (a < 0) != (b < 0) ? -quotient : quotient
  }
  @Test(arguments: 0..<4) func `numbers of all scales compare exactly`(_ seed: Int) throws {
    let (rows, batch) = Self.rows(seed + 40)
    typealias Side = (name: String, value: (Row) -> Int128)
    let a: Side = ("a", { Int128($0.a) * 1_000_000_000 })
    let x: Side = ("x", { Int128($0.x) * 100_000 })
    let y: Side = ("y", { Int128($0.y) })
    for (left, right) in [(a, x), (x, a), (a, y), (x, y), (y, x), (a, a)] {
      let less = try result("\(left.name) < \(right.name)", batch).column.shown
      let same = try result("\(left.name) = \(right.name)", batch).column.shown
      let most = try result("\(left.name) <= \(right.name)", batch).column.shown
      for (row, cells) in rows.enumerated() {
        let (l, r) = (left.value(cells), right.value(cells))
        let what = "\(left.name), \(right.name) of \(cells)"
        #expect(less[row] == (l < r ? "1" : "0"), "\(what)")
        #expect(same[row] == (l == r ? "1" : "0"), "\(what)")
        #expect(most[row] == (l <= r ? "1" : "0"), "\(what)")
      }
    }
  }

  /// The birthdays that have come, counted one by one.
  private func birthdays(_ born: Day, _ at: Day) -> Int {
    let (year, month, day) = born.civil
    let (now, m, d) = at.civil
    return now - year - ((m, d) < (month, day) ? 1 : 0)
  }
  @Test(arguments: [
    "2024-02-28", "2024-02-29", "2024-03-01", "2023-02-28", "2023-03-01", "1900-02-28", "1900-03-01",
    "2000-02-29",
    "2024-12-31", "2025-01-01",
  ]) func `an age is the number of birthdays that have come`(_ text: String) throws {
    let at = try #require(Day(iso: text))
    var random = SeededRandom(UInt64(at.number.magnitude))
    let leaps = [1896, 1904, 1984, 2000, 2020, 2024].compactMap { Day(year: $0, month: 2, day: 29) }
    let around = (-3...3).map { Day(number: at.number + $0) }
    let born = leaps + around + (0..<200).map { _ in Day(number: Int32(random.next(below: 60_000)) - 40_000) }
    var days = ColumnBuilder(.date)
    for day in born { days.append(units: Int64(day.number)) }
    let schema = Schema([Field("day", .date, .label)])
    let batch = Batch([days.column], count: born.count)
    let ages = try Expression.parse("age(day)").typed(in: schema, referenceDate: at).evaluate(batch).column
      .shown
    for (row, day) in born.enumerated() {
      #expect(ages[row] == String(birthdays(day, at)), "\(day.iso) at \(text)")
    }
    let years = try Expression.parse("year(day)").typed(in: schema, referenceDate: nil).evaluate(batch)
    #expect(years.column.shown == born.map { String($0.year) })
  }
}
