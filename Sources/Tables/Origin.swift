/// Where the rows of a batch were read: a file, and a line for each row; of joined batches, several files.
public struct Origin: Sendable, Hashable {
  /// The rows from one on that were read from another file than those before.
  private struct Turn: Sendable, Hashable {
    let row: Int
    let file: String
  }
  /// The path of the file of the first row, relative to the project folder.
  public var file: String
  /// The line of the first row, from 1.
  public var firstLine: Int
  /// Lines after `firstLine` for each row; `nil` when rows follow one another.
  public var offsets: [Int]?
  private var turns: [Turn] = []

  /// Where rows were read.
  public init(file: String, firstLine: Int, offsets: [Int]? = nil) {
    (self.file, self.firstLine, self.offsets) = (file, firstLine, offsets)
  }
  /// The places of rows one by one.
  public init(_ places: [(file: String, line: Int)]) {
    self.init(file: places.first?.file ?? "", firstLine: places.first?.line ?? 0)
    offsets = places.map { $0.line - firstLine }
    var last = file
    for (row, place) in places.enumerated() where place.file != last {
      turns.append(Turn(row: row, file: place.file))
      last = place.file
    }
  }
  /// The line of a row.
  public func line(of row: Int) -> Int { firstLine + (offsets?[row] ?? row) }
  /// The file of a row.
  public func file(of row: Int) -> String { turns.last { $0.row <= row }?.file ?? file }

  /// The places of some rows, in the order given.
  func gathered(_ rows: [Int]) -> Origin {
    guard turns.isEmpty else { return Origin(rows.map { (file: file(of: $0), line: line(of: $0)) }) }
    return Origin(file: file, firstLine: firstLine, offsets: rows.map { line(of: $0) - firstLine })
  }
}
