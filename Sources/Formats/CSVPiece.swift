/// Some whole records of one file.
public struct CSVPiece: Sendable {
  /// The path of the file.
  public var file: String
  /// The records.
  public var bytes: [UInt8]
  /// Where the bytes begin in the file.
  public var offset: Int
  /// The line of the first record.
  public var line: Int
  /// The number of the first record.
  public var number: Int
  /// Where the columns are.
  public var header: CSVHeader
  /// What was seen while cutting.
  public var notes: [TextNote]
  /// Whether the file ends here.
  public var isLast = false
}
