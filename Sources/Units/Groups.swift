/// Numbers of rows, gathered by a small number that each row has.
struct Groups: Sendable {
  private let starts: [Int32]
  /// All rows, those of one group beside each other and in their order.
  let members: [Int32]

  /// - Parameters:
  ///   - keys: The group of each row, less than `count`; negative for none.
  ///   - count: The number of groups.
  init(_ keys: [Int32], count: Int) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for key in keys where key >= 0 { starts[Int(key) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var places = starts
    var members = [Int32](repeating: 0, count: Int(starts[count]))
    for (row, key) in keys.enumerated() where key >= 0 {
      members[Int(places[Int(key)])] = Int32(truncatingIfNeeded: row)
      places[Int(key)] += 1
    }
    (self.starts, self.members) = (starts, members)
  }
  /// The rows of a group; none for a number that is no group.
  @inline(__always) subscript(_ group: Int) -> ArraySlice<Int32> {
    guard group >= 0, group + 1 < starts.count else { return [] }
    return members[Int(starts[group])..<Int(starts[group + 1])]
  }
}
