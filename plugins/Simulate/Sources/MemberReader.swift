public import StageKit
public import Tables

/// The work of `members.simulate`: a run of households, a piece at a time.
public struct MemberReader: SourceReader {
  let simulation: Simulation
  let birthDates: BirthForm
  var rows: Range<Int>
  private static let pieceRows = 256

  /// The numbers of the next households.
  public mutating func next(_ files: ProjectFiles) -> Range<Int>? {
    guard !rows.isEmpty else { return nil }
    let piece = rows.prefix(Self.pieceRows)
    rows = rows.dropFirst(Self.pieceRows)
    return piece
  }
  /// Makes the members of the households of a piece; the line of each is the number of its household.
  public func decode(
    _ piece: Range<Int>, _ findings: inout Findings, _ emit: (Batch, inout Findings) -> Void
  ) {
    var columns = Self.schema(birthDates).fields.map { ColumnBuilder($0.type) }
    var offsets: [Int] = []
    for row in piece {
      let members = simulation.members(of: row)
      for member in members { append(member, to: &columns) }
      offsets += repeatElement(row - piece.lowerBound, count: members.count)
    }
    let origin = Origin(file: "", firstLine: piece.lowerBound + 1, offsets: offsets)
    emit(Batch(columns.map(\.column), count: offsets.count, origin: origin), &findings)
  }
  /// One of `count` runs of households.
  public func share(_ index: Int, of count: Int) -> MemberReader {
    MemberReader(simulation: simulation, birthDates: birthDates, rows: rows.share(index, of: count))
  }
}

extension Range<Int> {
  /// One of `count` runs that together are the whole, in order.
  func share(_ index: Int, of count: Int) -> Range<Int> {
    func place(_ index: Int) -> Int {
      lowerBound + Int(Int128(self.count) * Int128(index) / Int128(count))
    }
    return place(index)..<place(index + 1)
  }
}
