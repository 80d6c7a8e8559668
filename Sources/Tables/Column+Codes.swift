/// The cells of a column as numbers of 64 bits: of short cells one that no other short cell of the type has, of long ones a hash.
///
/// Short are numbers, dates and answers, texts of at most seven bytes, and texts of eight to fifteen digits, such as codes
/// and identity numbers. So most keys need never be compared byte by byte.
package struct CellCodes: Sendable {
  /// A number for every row; without meaning in a missing cell.
  package var codes: [UInt64]
  /// Whether no two different cells have one number.
  package var isExact = true
}

extension Column {
  /// The cells as numbers, which are spread over all bits.
  ///
  /// `hash` gives the numbers of texts that are not short.
  package func codes(hash: (ArraySlice<UInt8>) -> UInt64) -> CellCodes {
    switch self {
    case .int(let c): CellCodes(codes: c.values.map { spread(UInt64(bitPattern: $0)) })
    case .decimal(let c): CellCodes(codes: c.units.values.map { spread(UInt64(bitPattern: $0)) })
    case .date(let c): CellCodes(codes: c.values.map { spread(UInt64(bitPattern: Int64($0))) })
    case .double(let c): CellCodes(codes: c.values.map { spread($0.sortedBits) })
    case .bool(let c): CellCodes(codes: (0..<c.bits.count).map { spread(c.bits[$0] ? 1 : 0) })
    case .text(let c): c.codes(hash: hash)
    }
  }
}
extension Texts {
  fileprivate func codes(hash: (ArraySlice<UInt8>) -> UInt64) -> CellCodes {
    var isExact = true
    let codes = bytes.withUnsafeBytes { bytes in
      offsets.withUnsafeBufferPointer { offsets in
        (0..<offsets.count - 1).map { row in
          let (start, end) = (Int(offsets[row]), Int(offsets[row + 1]))
          if let code = shortCode(bytes, start, end) { return spread(code) }
          isExact = false
          return hash(self.bytes[start..<end])
        }
      }
    }
    return CellCodes(codes: codes, isExact: isExact)
  }
}

/// Multiplication by an odd number keeps numbers apart, and spreads them over the high bits.
@inline(__always) private func spread(_ code: UInt64) -> UInt64 { code &* 0x9E37_79B9_7F4A_7C15 }
/// A number that only this text has; `nil` for one that is too long.
///
/// The highest four bits tell the forms apart: 0 for up to seven bytes, which stand below their count, and the count
/// itself for eight to fifteen digits of four bits each.
@inline(__always) private func shortCode(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> UInt64?
{
  let count = end - start
  guard count > 7 else {
    var code = UInt64(count)
    for place in start..<end { code = code << 8 | UInt64(bytes[place]) }
    return code
  }
  guard count < 16 else { return nil }
  let first = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
  let last = bytes.loadUnaligned(fromByteOffset: end - 8, as: UInt64.self)
  guard isDigits(first), isDigits(last) else { return nil }
  // The last eight digits hold some of the first again, which are masked out.
  return UInt64(count) << 60 | packed(first) << 28 | packed(last) & ((1 << UInt64(4 * (count - 8))) - 1)
}
/// Whether eight bytes are digits.
@inline(__always) private func isDigits(_ word: UInt64) -> Bool {
  let high = 0xF0F0_F0F0_F0F0_F0F0 as UInt64
  let isLow = (word &+ 0x0606_0606_0606_0606) & high == 0x3030_3030_3030_3030
  return isLow && word & high == 0x3030_3030_3030_3030
}
/// Eight digits in 32 bits, the last in the lowest.
@inline(__always) private func packed(_ word: UInt64) -> UInt64 {
  var bits = word.littleEndian.byteSwapped & 0x0F0F_0F0F_0F0F_0F0F
  bits = (bits | bits >> 4) & 0x00FF_00FF_00FF_00FF
  bits = (bits | bits >> 8) & 0x0000_FFFF_0000_FFFF
  return (bits | bits >> 16) & 0xFFFF_FFFF
}
