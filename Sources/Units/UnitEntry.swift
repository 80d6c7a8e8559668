import Tables

/// A row of `units.csv` in numbers; its texts stay in the table.
struct UnitEntry: Sendable {
  /// The end of what has no end.
  static let open = Int32.max

  /// The number of its code.
  let code: Int32
  /// The number of the code of the unit above it.
  let parent: Int32
  /// The first day of validity.
  let from: Int32
  /// The first day on which it is no longer valid.
  let to: Int32
  /// Its row in the table.
  let row: Int32
  /// The number of its source.
  let source: Int32
  let level: UnitLevel
  let type: UnitType
  let area: AreaType?

  /// Whether it is valid on a day.
  @inline(__always) func isValid(on day: Int32) -> Bool { day >= from && day < to }
  /// The last day, if it has one.
  var end: Day? { to == Self.open ? nil : Day(number: to) }
  /// Whether another entry of the same code has the same id; ids of the country and of regions carry no day.
  func hasID(of other: Self) -> Bool {
    guard level >= .province, other.level >= .province else {
      return level < .province && other.level < .province
    }
    return from == other.from
  }
}
/// A row of `successors.csv` in numbers.
struct StepEntry: Sendable {
  /// The unit that ended, among the entries.
  let from: Int32
  /// The unit that took its place.
  let to: Int32
  let source: Int32
  let extent: Succession.Extent
}
