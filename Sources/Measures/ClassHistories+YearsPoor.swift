import Standards

extension ClassHistories {
  /// Of the households that are in the register in all years, how many were poor in none, one, two … of them.
  public var yearsPoor: [Int64] {
    var counts = Array(repeating: 0 as Int64, count: years.count + 1)
    for entries in entries where entries.allSatisfy({ $0 != nil }) {
      counts[entries.count { $0?.class == .poor }] += 1
    }
    return counts
  }
}
