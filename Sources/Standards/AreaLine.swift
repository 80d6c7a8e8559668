/// A limit that differs between the countryside and towns, with the clause that lays it down.
public struct AreaLine: Sendable, Hashable {
  /// The name by which class rules speak of it, such as `line`.
  public let name: String
  /// The limit in the countryside: đồng per person and month, or points.
  public let rural: Int64
  /// The limit in towns.
  public let urban: Int64
  /// Where it is laid down.
  public let clause: String
}
