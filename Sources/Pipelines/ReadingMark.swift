/// Tells within one run, at little cost, that a file has the bytes it had when it was read before in the same pieces.
///
/// Two running sums of words, the second of which knows their order, as in Fletcher's checksum, and four times over; it
/// protects against files that change, not against somebody who changes them so that nobody notices.
struct ReadingMark: Sendable, Equatable {
  /// Four pairs of sums side by side, of every fourth word each, for one alone has to wait for itself.
  private var sum = SIMD4<UInt64>()
  private var sumOfSums = SIMD4<UInt64>()

  /// Adds the bytes of the next piece.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var (sum, sums) = (sum, sumOfSums)
    let whole = bytes.count & ~31
    for place in stride(from: 0, to: whole, by: 32) {
      sum &+= bytes.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self)
      sums &+= sum
    }
    var rest = SIMD4(UInt64(bytes.count), 0, 0, 0)
    for (place, byte) in bytes[whole...].enumerated() {
      rest[place & 3] = rest[place & 3] << 8 | UInt64(byte)
    }
    sum &+= rest
    sums &+= sum
    (self.sum, sumOfSums) = (sum, sums)
  }
}
