/// Where the rows of a batch were read: a file, and a line for each row.
public struct Origin: Sendable, Hashable {
  /// The path of the file, relative to the project folder.
  public var file: String
  /// The line of the first row, from 1.
  public var firstLine: Int
  /// Lines after `firstLine` for each row; `nil` when rows follow one another.
  public var offsets: [Int]?
  /// Where rows were read.
  public init(file: String, firstLine: Int, offsets: [Int]? = nil) {
    (self.file, self.firstLine, self.offsets) = (file, firstLine, offsets)
  }
  /// The line of a row.
  public func line(of row: Int) -> Int { firstLine + (offsets?[row] ?? row) }
}
