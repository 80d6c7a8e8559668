public import Formats
public import StageKit
public import Tables

/// The work of `json.read`: a serial cut into pieces of whole items, and a pure decoding of each.
public struct JSONReader: SourceReader {
  var cutter: JSONCutter
  let decoder: JSONRowDecoder

  /// Cuts the next piece.
  ///
  /// - Throws: When a file cannot be read, or does not hold what its form says.
  public mutating func next(_ files: ProjectFiles) throws(StageError) -> JSONPiece? { try cutter.next(files) }
  /// Gives the rows of a piece, in order.
  public func decode(_ piece: JSONPiece, _ findings: inout Findings, _ emit: (Batch, inout Findings) -> Void)
  {
    decoder.decode(piece, &findings, emit)
  }
  /// One of `count` runs of the files.
  public func share(_ index: Int, of count: Int) -> JSONReader {
    JSONReader(cutter: cutter.share(index, of: count), decoder: decoder)
  }
  /// The bytes of the piece.
  public func original(_ piece: JSONPiece) -> (start: Int, bytes: [UInt8])? { (piece.offset, piece.bytes) }
}
