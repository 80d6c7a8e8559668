/// A place in a text file.
///
/// Lines and columns count from 1, the offset from 0; all three count Unicode scalars.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// The line, from 1.
  public var line: Int
  /// The column in its line, from 1, in Unicode scalars.
  public var column: Int
  /// The number of Unicode scalars before this place in the whole file.
  public var offset: Int
  /// A place; `offset` is 0 where only line and column are known.
  public init(line: Int, column: Int, offset: Int = 0) {
    (self.line, self.column, self.offset) = (line, column, offset)
  }
  /// Orders places as they stand in the file.
  public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// A half-open stretch of one file.
public struct SourceRange: Sendable, Hashable {
  /// The path of the file, relative to the project folder.
  public var file: String
  /// The first place of the stretch.
  public var start: SourcePosition
  /// The place after the last of the stretch.
  public var end: SourcePosition
  /// A stretch of `file` from `start` up to and without `end`.
  public init(file: String, start: SourcePosition, end: SourcePosition) {
    (self.file, self.start, self.end) = (file, start, end)
  }
  /// The first place of a file, for what is wrong with the file as a whole.
  public static func top(of file: String) -> SourceRange {
    let start = SourcePosition(line: 1, column: 1)
    return SourceRange(file: file, start: start, end: start)
  }
}
