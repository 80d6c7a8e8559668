public import Tables

/// What is known of the keys of the rows of one batch, by the names of the keys.
public struct BatchKeys: Sendable {
  private let byName: [String: RowKeys]
  package init(_ byName: [String: RowKeys]) { self.byName = byName }
  /// One key of every row.
  public subscript(name: String) -> RowKeys {
    guard let keys = byName[name] else { preconditionFailure("the stage planned no key '\(name)'") }
    return keys
  }
}

/// What is known of one key of every row of a batch.
public struct RowKeys: Sendable {
  /// Keys that occur more than once: how often, and where first.
  package struct Repeated: Sendable {
    package var counts: [Int] = []
    package var places: [Origin.Place] = []
    package init() {}
  }
  /// What a row without a key has in `found`.
  package static let noKey = -2
  /// What a row has in `found` whose key occurs once, or nowhere in the side table.
  package static let alone = -1
  private let found: [Int]
  private let repeated: Repeated?
  private let origin: Origin

  /// The keys of rows: of each its number in `repeated`, or its row in a side table when that is `nil`.
  package init(_ found: [Int], _ repeated: Repeated?, _ origin: Origin) {
    (self.found, self.repeated, self.origin) = (found, repeated, origin)
  }
  /// How many rows of the whole stream have the key of a row, with this one; 0 when it has no key.
  public func count(of row: Int) -> Int {
    guard let repeated, found[row] != Self.noKey else { return 0 }
    return found[row] == Self.alone ? 1 : repeated.counts[found[row]]
  }
  /// Whether no other row of the whole stream has the key of a row.
  ///
  /// It holds of a row without a key too.
  public func isUnique(_ row: Int) -> Bool { count(of: row) <= 1 }
  /// Where the key of a row occurs first in the order of the stream; `nil` when the row has no key.
  public func firstPlace(of row: Int) -> Origin.Place? {
    guard let repeated, found[row] != Self.noKey else { return nil }
    return found[row] == Self.alone ? origin.place(of: row) : repeated.places[found[row]]
  }
  /// The first row of the side table that has the key of a row; `nil` when there is none, or the row has no key.
  public func lookup(_ row: Int) -> Int? { repeated == nil && found[row] >= 0 ? found[row] : nil }
  /// Whether a row has a key: none of its columns is missing.
  public func isThere(_ row: Int) -> Bool { found[row] != Self.noKey }
}

extension Batch {
  /// Writes the bytes of the key that some columns make of a row into `key`; tells whether it has one.
  package func writeKey(
    _ columns: [Int], _ row: Int, to key: inout [UInt8], countsMissing: Bool = false
  ) -> Bool {
    key.removeAll(keepingCapacity: true)
    for column in columns {
      guard countsMissing || !self.columns[column].isMissing(row) else { return false }
      self.columns[column].appendKey(row, to: &key)
    }
    return true
  }
}
