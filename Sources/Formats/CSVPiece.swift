/// Some whole records of one file.
public struct CSVPiece: Sendable {
  /// The path of the file.
  public var file: String
  /// The records, and what was read behind them.
  ///
  /// The bytes behind are not cut off, which would copy all: who makes the digest of the file still has them.
  public var bytes: [UInt8]
  /// How many bytes the records take.
  public var size: Int
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
