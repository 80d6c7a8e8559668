extension GroupTable {
  /// Whether two tables have the same sums for the same keys, in whatever order the keys came.
  ///
  /// - Complexity: O(n log n).
  public static func == (a: Self, b: Self) -> Bool {
    (a.width, a.count, a.hasOverflow) == (b.width, b.count, b.hasOverflow)
      && zip(a.sorted, b.sorted).allSatisfy { $0.key == $1.key && $0.sums == $1.sums }
  }
  /// Hashes the keys and their sums, in the order of keys.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(width)
    hasher.combine(hasOverflow)
    for (key, sums) in sorted {
      hasher.combine(key)
      hasher.combine(sums)
    }
  }
}
