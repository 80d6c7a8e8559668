/// Some whole items of the list in one file, each but the last of the file with the comma after it.
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
  /// Whether the list ends here.
  public var isLast: Bool
}
