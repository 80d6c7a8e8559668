/// What is declared of CSV files before they are read; `nil` is guessed from the head of each file, and said as a guess.
public struct CSVFormat: Sendable, Hashable {
  /// The byte between fields.
  public var separator: UInt8?
  /// The number of lines before the header.
  public var titleLines: Int?
  /// The rows of names, the first of which has those of the schema; `nil` when a second one is to be recognised.
  public var headerRows: Int?
  /// Whether columns that the schema does not name are reported.
  public var reportsExtraColumns: Bool
  /// The most bytes a record may have, 64 MiB unless said.
  public var recordLimit: Int
  /// A format.
  public init(
    separator: UInt8? = nil, titleLines: Int? = nil, headerRows: Int? = nil,
    reportsExtraColumns: Bool = false, recordLimit: Int = 1 << 26
  ) {
    (self.separator, self.titleLines, self.headerRows) = (separator, titleLines, headerRows)
    (self.reportsExtraColumns, self.recordLimit) = (reportsExtraColumns, recordLimit)
  }
}
