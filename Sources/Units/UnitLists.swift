/// The unit versions of a register: by level, then code, then day; each is made when it is asked for.
public struct UnitList: RandomAccessCollection, Sendable {
  let store: UnitStore
  /// The first index, 0.
  public var startIndex: Int { 0 }
  /// The number of units.
  public var endIndex: Int { store.entries.count }
  /// The unit at an index.
  public subscript(index: Int) -> UnitVersion { store.unit(index) }
}

/// The successions of a register, in the order of the table; each is made when it is asked for.
public struct SuccessionList: RandomAccessCollection, Sendable {
  let store: UnitStore
  /// The first index, 0.
  public var startIndex: Int { 0 }
  /// The number of successions.
  public var endIndex: Int { store.steps.count }
  /// The succession at an index.
  public subscript(index: Int) -> Succession { store.succession(index) }
}
