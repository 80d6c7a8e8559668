/// Reads what a `ByteWriter` wrote.
///
/// Never traps, whatever the bytes are.
public struct ByteReader: Sendable {
  private var rest: ArraySlice<UInt8>
  /// A reader at the first byte.
  ///
  public init(_ bytes: [UInt8]) { rest = bytes[...] }
  /// Whether all was read.
  public var isAtEnd: Bool { rest.isEmpty }
  /// Reads a number.
  ///
  /// - Throws: `StateError` when the bytes end too early.
  public mutating func read<I: FixedWidthInteger & Sendable>(_: I.Type = I.self) throws(StateError)
    -> I
  {
    let size = I.bitWidth / 8
    guard rest.count >= size else { throw StateError("the state ends in the middle of a number") }
    var value = 0 as I
    for (shift, byte) in rest.prefix(size).enumerated() {
      value |= I(truncatingIfNeeded: byte) << I(shift * 8)
    }
    rest = rest.dropFirst(size)
    return value
  }
  /// Reads bytes with their length before them.
  ///
  /// - Throws: `StateError` when the bytes end too early.
  public mutating func readBytes() throws(StateError) -> ArraySlice<UInt8> {
    let count = try read(UInt64.self)
    guard count <= rest.count else { throw StateError("the state ends in the middle of a text") }
    defer { rest = rest.dropFirst(Int(count)) }
    return rest.prefix(Int(count))
  }
}
