import Measures
import StageKit
import Tables

/// The table of dynamics: who was where in each year, who moved, and how many years households were poor.
struct DynamicsRows {
  /// A word of the table.
  enum Measure: String, CaseIterable {
    case stock, transition, escaped, left
    case rePoor = "re_poor"
    case firstTime = "first_time"
    case arrived, stayed
    case escapeRate = "escape_rate"
    case entryRate = "entry_rate"
    case everyYear = "every_year"
    case yearsPoor = "years_poor"
    case poorAtLeast = "poor_at_least"
  }
  /// One row.
  private struct Row {
    let first: Int
    let last: Int
    let measure: Measure
    var from: String?
    var to: String?
    var count: Int64?
    var rate: Fraction?
  }
  private var rows: [Row] = []

  /// Makes the rows; where the years are of several standards, only those of one year have numbers.
  init(_ histories: ClassHistories, years: [Int], isOneStandard: Bool = true) {
    for index in years.indices.dropFirst() {
      guard let made = PovertyDynamics(histories, into: index) else { continue }
      if index == 1 { addStocks(years[0], made.before) }
      addStocks(years[index], made.after)
      add(made, from: years[index - 1], to: years[index])
    }
    if let first = years.first, let last = years.last { addYears(histories.yearsPoor, first, last) }
    guard !isOneStandard else { return }
    for row in rows.indices where rows[row].measure != .stock {
      (rows[row].count, rows[row].rate) = (nil, nil)
    }
  }
  /// How many of those on every list were poor in none, one, two … years, and in at least so many.
  private mutating func addYears(_ counts: [Int64], _ first: Int, _ last: Int) {
    let all = counts.reduce(0, +)
    rows.append(Row(first: first, last: last, measure: .everyYear, count: all))
    let exact = counts.enumerated().map { (Measure.yearsPoor, $0, $1) }
    let atLeast = counts.indices.dropFirst().map { (Measure.poorAtLeast, $0, counts[$0...].reduce(0, +)) }
    for (measure, number, count) in exact + atLeast {
      let rate = Fraction(Int128(count), over: Int128(all))
      rows.append(Row(first: first, last: last, measure: measure, to: "\(number)", count: count, rate: rate))
    }
  }
  private mutating func addStocks(_ year: Int, _ count: (PovertyDynamics.Place) -> Int64) {
    for place in PovertyDynamics.Place.allCases where place != .absent {
      rows.append(Row(first: year, last: year, measure: .stock, to: place.word, count: count(place)))
    }
  }
  private mutating func add(_ made: PovertyDynamics, from: Int, to: Int) {
    let places = PovertyDynamics.Place.allCases
    for (a, b) in places.flatMap({ a in places.map { (a, $0) } }) where a != .absent || b != .absent {
      rows.append(
        Row(
          first: from, last: to, measure: .transition, from: a.word, to: b.word,
          count: made.count(from: a, to: b)))
    }
    let counts: [(Measure, Int64)] = [
      (.escaped, made.escaped), (.left, made.left), (.rePoor, made.rePoor), (.firstTime, made.firstTime),
      (.arrived, made.arrived), (.stayed, made.stayed),
    ]
    for (measure, count) in counts {
      rows.append(Row(first: from, last: to, measure: measure, count: count))
    }
    rows.append(Row(first: from, last: to, measure: .escapeRate, count: made.escaped, rate: made.escapeRate))
    rows.append(
      Row(
        first: from, last: to, measure: .entryRate, count: made.firstTime + made.rePoor, rate: made.entryRate)
    )
  }

  /// The columns; numbers are guarded as what they are made from.
  static func schema(_ sensitivity: Sensitivity, decimals: Int) -> Schema {
    let rate = Role.rate(numerator: "", denominator: "")
    let places = PovertyDynamics.Place.allCases.map(\.word)
    return Schema([
      Field("from_year", .int, .code, sensitivity: .public),
      Field("to_year", .int, .code, sensitivity: .public),
      .constant("measure", oneOf: Measure.allCases.map(\.rawValue), .code),
      .constant("from", oneOf: places, .code), Field("to", .text, .code, sensitivity: .public),
      Field("count", .int, .count, sensitivity: sensitivity),
      Field("part", .int, rate, sensitivity: sensitivity),
      Field("whole", .int, rate, sensitivity: sensitivity),
      Field("value", .decimal(scale: decimals), rate, sensitivity: sensitivity),
    ])
  }
  func batch(_ schema: Schema, decimals: Int) -> Batch {
    var columns = schema.fields.map { ColumnBuilder($0.type) }
    for row in rows {
      columns[0].append(units: Int64(row.first))
      columns[1].append(units: Int64(row.last))
      columns[2].append(text: row.measure.rawValue.utf8)
      for (column, word) in [(3, row.from), (4, row.to)] {
        if let word {
          columns[column].append(text: word.utf8)
        } else {
          columns[column].append(missing: .notApplicable)
        }
      }
      let units = row.rate?.rounded(places: decimals).flatMap { Int64(exactly: $0.units) }
      let numbers = [
        row.count, row.rate.flatMap { Int64(exactly: $0.numerator) },
        row.rate.flatMap { Int64(exactly: $0.denominator) }, units,
      ]
      for (place, number) in numbers.enumerated() {
        if let number {
          columns[5 + place].append(units: number)
        } else {
          columns[5 + place].append(missing: .notApplicable)
        }
      }
    }
    return Batch(columns.map(\.column), count: rows.count)
  }
}

extension PovertyDynamics.Place {
  /// The word of the place in tables.
  var word: String {
    switch self {
    case .poor: "poor"
    case .nearPoor: "near_poor"
    case .neither: "neither"
    case .absent: "absent"
    }
  }
}
