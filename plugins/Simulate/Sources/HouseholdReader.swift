public import StageKit
public import Tables

/// The work of `households.simulate`: a run of rows, a piece at a time.
public struct HouseholdReader: SourceReader {
  let simulation: Simulation
  var rows: Range<Int>
  private static let pieceRows = 1024

  /// The numbers of the next rows.
  public mutating func next(_ files: ProjectFiles) -> Range<Int>? {
    guard !rows.isEmpty else { return nil }
    let piece = rows.prefix(Self.pieceRows)
    rows = rows.dropFirst(Self.pieceRows)
    return piece
  }
  /// Makes the rows of a piece.
  public func decode(
    _ piece: Range<Int>, _ findings: inout Findings, _ emit: (Batch, inout Findings) -> Void
  ) {
    var columns = Self.schema.fields.map { ColumnBuilder($0.type) }
    for row in piece { Self.append(simulation.household(row), to: &columns) }
    let origin = Origin(file: "", firstLine: piece.lowerBound + 1)
    emit(Batch(columns.map(\.column), count: piece.count, origin: origin), &findings)
  }
  /// One of `count` runs of rows.
  public func share(_ index: Int, of count: Int) -> HouseholdReader {
    HouseholdReader(simulation: simulation, rows: rows.share(index, of: count))
  }
}
