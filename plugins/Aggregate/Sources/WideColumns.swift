import Diagnostics
import StageKit
import Tables

/// The columns of a wide table that become figures.
struct WideColumns: Sendable {
  private let level: ColumnRef<String>
  private let unit: ColumnRef<String>
  private let group: ColumnRef<String>
  private let counts: [String: ColumnRef<Int64>]
  /// The ids of the indicators, in the order of the columns.
  let indicators: [String]

  /// Finds them; `nil` when the table is not one of `households.aggregate`, which has then been noted.
  init?(_ schema: Schema, _ plan: inout Planning) {
    let needed = ["level", "unit", "group", "households", "poor", "near_poor", "unclassified"]
    let missing = needed.filter { schema[$0] == nil }
    guard missing.isEmpty else {
      plan.report(.notWide(missing, at: plan.range))
      return nil
    }
    level = plan.column("level", in: schema)
    unit = plan.column("unit", in: schema)
    group = plan.column("group", in: schema)
    let ends = "_near_poor"
    indicators = schema.names.filter { $0.hasPrefix("dep_") && $0.hasSuffix(ends) }
      .map { String($0.dropFirst("dep_".count).dropLast(ends.count)) }
    var counts: [String: ColumnRef<Int64>] = [:]
    for (index, field) in schema.fields.enumerated() where field.type == .int {
      counts[field.name] = ColumnRef(index: index, field: field)
    }
    self.counts = counts
  }

  /// One row.
  struct Row {
    let level: HouseholdLevel
    let unit: String?
    let group: String
    let indicators: [String]
    fileprivate var numbers: [String: Int64]
    /// The numbers of which two rows have said two things.
    private(set) var disputed: Set<String> = []
    /// A number; `nil` where it is missing or there is no such column.
    subscript(name: String) -> Int64? { numbers[name] }
    /// The row with what another has of the same unit and group; two numbers of one thing are none.
    func joined(with other: Row) -> Row {
      var both = self
      for (name, number) in other.numbers where !disputed.contains(name) {
        if let known = numbers[name], known != number {
          both.numbers[name] = nil
          both.disputed.insert(name)
        } else {
          both.numbers[name] = number
        }
      }
      return both
    }
  }
  /// The rows of the table, in their order.
  func rows(_ batch: Batch) -> [Row] {
    (0..<batch.count).compactMap { row in
      guard let level = HouseholdLevel(rawValue: text(level, batch, row) ?? "") else { return nil }
      var numbers: [String: Int64] = [:]
      for (name, column) in counts where !batch.columns[column.index].isMissing(row) {
        numbers[name] = batch[column].values[row]
      }
      return Row(
        level: level, unit: text(unit, batch, row),
        group: GroupLabel.folded(label: text(group, batch, row) ?? ""),
        indicators: indicators, numbers: numbers)
    }
  }
  private func text(_ column: ColumnRef<String>, _ batch: Batch, _ row: Int) -> String? {
    batch.columns[column.index].isMissing(row)
      ? nil : String(decoding: batch[column][row], as: UTF8.self)
  }
}
