/// What earlier editions told of counts, by the places of these.
struct EarlierCounts {
  /// All that was told of each.
  private(set) var values: [Int: [Int64]] = [:]
  /// What each edition told, where it is the first that it told of a count.
  private(set) var editions: [[Int: Int64]]

  init(editions count: Int) { editions = Array(repeating: [:], count: count) }

  mutating func add(_ value: Int64, of cell: Int, in edition: Int?) {
    values[cell, default: []].append(value)
    if let edition, editions[edition][cell] == nil { editions[edition][cell] = value }
  }
}
