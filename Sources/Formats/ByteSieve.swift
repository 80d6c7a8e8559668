#if arch(x86_64)
  import CSieve
#endif

/// Finds the few bytes of a text that part it, sixty-four bytes at a time.
struct ByteSieve: Sendable {
  /// The number of bytes of a block.
  static let width = 64
  private let separatorByte: UInt8
  private let quoteByte: UInt8
  private let separator: SIMD16<UInt8>
  private let quote: SIMD16<UInt8>
  private let lf = SIMD16<UInt8>(repeating: 10)
  private let cr = SIMD16<UInt8>(repeating: 13)

  /// A sieve for quotes, line ends and a separator; LF again when fields are of no interest, and so of quotes.
  init(separator: UInt8 = 10, quote: UInt8 = 34) {
    (separatorByte, quoteByte) = (separator, quote)
    (self.separator, self.quote) = (SIMD16(repeating: separator), SIMD16(repeating: quote))
  }

  /// The bits of blocks from `offset` on, as many as there are and `masks` has room for; gives how many.
  func fill(
    _ masks: UnsafeMutableBufferPointer<UInt64>, _ text: UnsafeRawBufferPointer, at offset: Int,
    isWide: Bool = WideVectors.areThere
  ) -> Int {
    let count = min(masks.count, (text.count - offset + Self.width - 1) / Self.width)
    var done = 0
    #if arch(x86_64)
      let whole = min(count, (text.count - offset) / Self.width)
      if isWide, whole > 0, let start = text.baseAddress, let first = masks.baseAddress {
        sieve_fours(start + offset, Int64(whole), separatorByte, quoteByte, 10, 13, first)
        done = whole
      }
    #endif
    for block in done..<count { masks[block] = mask(text, at: offset + block * Self.width) }
    return count
  }
  /// A bit for each byte of the block at `offset` that is one of those looked for, the first byte lowest.
  @inline(__always) func mask(_ text: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    guard offset + Self.width > text.count else { return mask(text, whole: offset) }
    return withUnsafeTemporaryAllocation(byteCount: Self.width, alignment: 16) { block in
      let rest = text[offset...]
      block.initializeMemory(as: UInt8.self, repeating: 0)
      block.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest))
      return mask(UnsafeRawBufferPointer(block), whole: 0) & ((1 << UInt64(rest.count)) - 1)
    }
  }
  @inline(__always) private func mask(_ text: UnsafeRawBufferPointer, whole offset: Int) -> UInt64 {
    #if arch(x86_64)
      return text.baseAddress.map { sieve_four($0 + offset, separatorByte, quoteByte, 10, 13) } ?? 0
    #else
      return portableMask(text, whole: offset)
    #endif
  }
  /// The same without instructions of one machine.
  @inline(__always) func portableMask(_ text: UnsafeRawBufferPointer, whole offset: Int) -> UInt64 {
    var mask = 0 as UInt64
    for lane in 0..<4 {
      let bytes = text.loadUnaligned(fromByteOffset: offset + lane * 16, as: SIMD16<UInt8>.self)
      let found = (bytes .== separator) .| (bytes .== quote) .| (bytes .== lf) .| (bytes .== cr)
      mask |= bits(found) << UInt64(lane * 16)
    }
    return mask
  }
  /// A multiplication packs eight answers, each a whole byte, into eight bits.
  @inline(__always) private func bits(_ found: SIMDMask<SIMD16<Int8>>) -> UInt64 {
    let words = unsafeBitCast(found, to: SIMD2<UInt64>.self) & SIMD2(repeating: 0x8040_2010_0804_0201)
    let packed = (words &* SIMD2(repeating: 0x0101_0101_0101_0101)) &>> SIMD2(repeating: 56)
    return packed[0] | packed[1] << 8
  }
}
