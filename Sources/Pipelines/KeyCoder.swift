import StageKit
import Tables

/// Makes a number of 64 bits of every key: of a short key one that no other short key has, of a long one a hash.
///
/// Short are whole numbers, dates, decimals and answers, texts of at most seven bytes, and texts of eight to fifteen
/// digits, such as codes and identity numbers. So most keys need never be compared byte by byte.
struct KeyCoder: Sendable {
  /// The places of the columns that make the key.
  let columns: [Int]
  let hash: KeyHash
  init(_ columns: [Int], _ hash: @escaping KeyHash) { (self.columns, self.hash) = (columns, hash) }

  /// The keys of some rows as numbers.
  struct Codes: Sendable {
    /// A number for every row; without meaning in a row without a key.
    var codes: [UInt64]
    /// The rows that have a key; `nil` when all have.
    var there: Bitmap?
    /// Whether no two different keys have one number.
    var isExact = true
  }

  /// The keys of those rows that have one: their numbers, and whether these are exact.
  func coded(_ batch: Batch) -> Batch {
    let found = codes(batch)
    let codes = found.codes.map { Int64(bitPattern: $0) }
    let isExact = Bools(Bitmap(repeating: found.isExact, count: batch.count))
    let all = Batch([.int(Values(codes)), .bool(isExact)], count: batch.count, origin: batch.origin)
    return found.there.map { all.keeping($0) } ?? all
  }
  /// The keys of some rows.
  func codes(_ batch: Batch) -> Codes {
    guard columns.count == 1, let column = columns.first.map({ batch.columns[$0] }) else {
      return hashed(batch)
    }
    switch column {
    case .int(let c): return numbers(c)
    case .decimal(let c): return numbers(c.units)
    case .date(let c): return numbers(c)
    case .text(let c): return texts(c)
    case .bool, .double: return hashed(batch)
    }
  }
  /// Multiplication by an odd number keeps numbers apart, and spreads them over the high bits.
  private static let spread = 0x9E37_79B9_7F4A_7C15 as UInt64

  private func numbers<Number: FixedWidthInteger>(_ c: Values<Number>) -> Codes {
    Codes(
      codes: c.values.map { UInt64(bitPattern: Int64($0)) &* Self.spread }, there: c.validity)
  }
  private func texts(_ c: Texts) -> Codes {
    var isExact = true
    let codes = c.bytes.withUnsafeBytes { bytes in
      c.offsets.withUnsafeBufferPointer { offsets in
        (0..<offsets.count - 1).map { row in
          let (start, end) = (Int(offsets[row]), Int(offsets[row + 1]))
          if let code = shortCode(bytes, start, end) { return code &* Self.spread }
          isExact = false
          return hash(c.bytes[start..<end])
        }
      }
    }
    return Codes(codes: codes, there: c.validity, isExact: isExact)
  }
  private func hashed(_ batch: Batch) -> Codes {
    var key: [UInt8] = []
    var there = Bitmap(repeating: true, count: batch.count)
    let codes = (0..<batch.count).map { row in
      guard batch.writeKey(columns, row, to: &key) else {
        there[row] = false
        return 0 as UInt64
      }
      return hash(key[...])
    }
    return Codes(codes: codes, there: there.allTrue ? nil : there, isExact: false)
  }
}

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
  // The last eight digits hold some of the first again, which are shifted out.
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
