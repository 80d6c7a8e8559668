/// Some whole items of one file: of a list, each but the last with the comma after it, or whole lines.
public struct JSONPiece: Sendable {
  /// The path of the file.
  public var file: String
  /// The items.
  public var bytes: [UInt8]
  /// Where the bytes begin in the file.
  public var offset: Int
  /// Where the bytes begin in the text.
  var place: TextPlace
  /// The number of the first item, from 1.
  public var number: Int
  /// Whether the list or the file ends here.
  public var isLast: Bool
  /// Whether each item is a line.
  public var isLines = false
}
