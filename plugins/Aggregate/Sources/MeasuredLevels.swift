import Measures
import StageKit
import Tables

/// The levels of a table of `households.measures`, found again by what each is about.
struct MeasuredLevels {
  /// What a level is about.
  struct Key: Hashable {
    var level: String
    var unit: String?
    var group: String
    var weight: String
    var measure: String
    var indicator: String?

    /// The level of another measure of the same people.
    func with(_ measure: MeasureTable.Measure) -> Key {
      var key = self
      (key.measure, key.indicator) = (measure.rawValue, nil)
      return key
    }
  }
  /// The levels in the order of the table; a value is `nil` where it is undefined or does not fit.
  private(set) var keys: [Key] = []
  private var values: [Key: Fraction?] = [:]

  /// The columns, found.
  struct Columns: Sendable {
    let texts: [ColumnRef<String>]
    let numbers: [ColumnRef<Int64>]

    init(in schema: Schema, _ plan: inout Planning) {
      texts = ["level", "unit", "group", "weight", "measure", "indicator"].map { plan.column($0, in: schema) }
      numbers = ["part", "whole"].map { plan.column($0, in: schema) }
    }
  }

  /// The levels of a table; `counts` says whether the numbers of households and persons are among them.
  init(_ rows: Batch, _ columns: Columns, counts: Bool = false) {
    for row in 0..<rows.count {
      let texts = columns.texts.map { column in
        rows.columns[column.index].isMissing(row) ? nil : String(decoding: rows[column][row], as: UTF8.self)
      }
      let key = Key(
        level: texts[0] ?? "", unit: texts[1], group: GroupLabel.folded(label: texts[2] ?? ""),
        weight: texts[3] ?? "",
        measure: texts[4] ?? "", indicator: texts[5])
      if !counts, MeasureTable.Measure(rawValue: key.measure)?.isCount == true { continue }
      let numbers = columns.numbers.map { column in
        rows.columns[column.index].isMissing(row) ? nil : Int128(rows[column].values[row])
      }
      keys.append(key)
      if let part = numbers[0], let whole = numbers[1] {
        values[key] = Fraction(part, over: whole)
      } else {
        values[key] = .some(nil)
      }
    }
  }
  /// Whether there is a row for it.
  func has(_ key: Key) -> Bool { values[key] != nil }
  /// The level; `nil` where there is none.
  subscript(key: Key) -> Fraction? { values[key].flatMap { $0 } }
  /// The ids of all indicators.
  var indicators: Set<String> { Set(keys.compactMap(\.indicator)) }
}
