/// Some of the 256 bytes.
struct ByteSet: Sendable, Hashable {
  private var words: SIMD4<UInt64> = .zero
  init() {}
  init(_ range: ClosedRange<UInt8>) { for byte in range { insert(byte) } }
  /// The bytes `0` to `9`.
  static let digits = ByteSet(0x30...0x39)

  func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }
  mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
}
