/// One record of a CSV text, as it was cut.
public struct CSVRecord: Sendable, Hashable {
  /// What is wrong with the quotes of a record.
  public enum Fault: Sendable, Hashable {
    /// Text stands between a closing quote and the next separator.
    case textAfterQuote
    /// The text ends inside a quoted field.
    case unclosedQuote
  }
  /// The line of its first byte, from 1.
  public var line: Int
  /// Its number among the records of the file that are not blank lines, from 1.
  public var number: Int
  /// Its bytes in the text that was cut, without the line end.
  public var range: Range<Int>
  /// Its fields, with quotes taken off.
  public var fields: [ArraySlice<UInt8>]
  /// What is wrong with it.
  public var fault: Fault?
  /// The first field, from 0, in which something is wrong with the quotes; `nil` when nothing is.
  public var faultField: Int?

  /// Whether every field is empty or spaces, as spreadsheets write rows that were cleared.
  public var isEmpty: Bool { fields.allSatisfy { $0.trimmed.isEmpty } }
}
