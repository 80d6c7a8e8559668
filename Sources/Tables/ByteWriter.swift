/// Writes numbers and bytes in one fixed form, so that equal states are equal bytes.
public struct ByteWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  /// Nothing written yet.
  public init() {}
  /// Writes a number, lowest byte first.
  public mutating func write<I: FixedWidthInteger & Sendable>(_ number: I) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
  /// Writes a length and bytes.
  public mutating func write(_ text: some Collection<UInt8>) {
    write(UInt64(text.count))
    bytes.append(contentsOf: text)
  }
}
