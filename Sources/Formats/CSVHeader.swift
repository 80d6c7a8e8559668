/// Where the columns of a schema stand in one file.
public struct CSVHeader: Sendable, Hashable {
  /// The names in the file, as written there.
  public var names: [String]
  /// What stands under the names in further rows of names.
  public var more: [[String]] = []
  /// The field of each column of the schema; `nil` for an optional column that the file lacks.
  public var fields: [Int?]
  /// The byte between fields.
  public var separator: UInt8
  /// Where the header ends and the first record begins, in bytes.
  public var end = 0
}
