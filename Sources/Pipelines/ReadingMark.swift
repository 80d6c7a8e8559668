/// Tells within one run, at little cost, that a file has the bytes it had when it was read before in the same pieces.
///
/// Two running sums of words, the second of which knows their order, as in Fletcher's checksum; it protects against
/// files that change, not against somebody who changes them so that nobody notices.
struct ReadingMark: Sendable, Equatable {
  private var sum = 0 as UInt64
  private var sumOfSums = 0 as UInt64

  /// Adds the bytes of the next piece.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var (sum, sums) = (sum, sumOfSums)
    let whole = bytes.count & ~7
    for place in stride(from: 0, to: whole, by: 8) {
      sum &+= bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      sums &+= sum
    }
    var rest = UInt64(bytes.count)
    for byte in bytes[whole...] { rest = rest << 8 | UInt64(byte) }
    sum &+= rest
    sums &+= sum
    (self.sum, sumOfSums) = (sum, sums)
  }
}
