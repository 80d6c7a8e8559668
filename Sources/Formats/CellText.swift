import Tables

/// The cells of one column as they are written, end to end.
struct CellText {
  private let bytes: [UInt8]
  /// Where each cell begins, and where the last ends.
  private let offsets: [UInt32]
  /// The place in `offsets` of the first cell.
  private let first: Int

  /// Cells that stand in a buffer from `first` on.
  init(_ bytes: [UInt8], _ offsets: [UInt32], first: Int = 0) {
    (self.bytes, self.offsets, self.first) = (bytes, offsets, first)
  }
  /// The number of bytes of so many cells.
  func byteCount(_ count: Int) -> Int { Int(offsets[first + count] - offsets[first]) }
  @inline(__always) func withBytes(of row: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
    let (start, end) = (Int(offsets[first + row]), Int(offsets[first + row + 1]))
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
  }
}

extension CellText {
  /// Cells of at most `width` bytes; `write` writes one that is there to a place and gives its length.
  @inline(__always) init(
    _ column: Column, _ rows: Range<Int>, width: Int, missing: [UInt8],
    _ write: (Int, UnsafeMutablePointer<UInt8>) -> Int
  ) {
    let validity = column.validity
    var offsets = [0 as UInt32]
    offsets.reserveCapacity(rows.count + 1)
    let width = Swift.max(width, missing.count)
    let bytes = [UInt8](unsafeUninitializedCapacity: Swift.max(1, rows.count * width)) { bytes, count in
      guard let to = bytes.baseAddress else { return }
      for row in rows {
        if let validity, !validity[row] {
          for byte in missing {
            to[count] = byte
            count += 1
          }
        } else {
          count += write(row, to + count)
        }
        offsets.append(UInt32(count))
      }
    }
    self.init(bytes, offsets)
  }
  /// Cells that are not texts, in the plain style.
  ///
  /// - Parameters:
  ///   - plain: A column of another type than text.
  ///   - rows: The rows that are written.
  ///   - missing: What stands for a missing cell.
  ///   - words: What stands for yes and no.
  ///   - quote: What stands on both sides of a day, if anything does.
  init(
    plain: Column, _ rows: Range<Int>, missing: [UInt8], words: (yes: [UInt8], no: [UInt8]), quote: UInt8?
  ) {
    switch plain {
    case .int(let c):
      self.init(plain, rows, width: Digits.width, missing: missing) { Digits.write(c.values[$0], 0, to: $1) }
    case .decimal(let c):
      self.init(plain, rows, width: Digits.width, missing: missing) {
        Digits.write(c.units.values[$0], c.scale, to: $1)
      }
    case .date(let c):
      self.init(plain, rows, width: Digits.width, missing: missing) { row, to in
        guard let quote else { return Digits.write(Day(number: c.values[row]), to: to) }
        to[0] = quote
        let count = Digits.write(Day(number: c.values[row]), to: to + 1)
        to[count + 1] = quote
        return count + 2
      }
    case .bool(let c):
      self.init(plain, rows, width: 5, missing: missing) { row, to in
        let word = c.bits[row] ? words.yes : words.no
        for (place, byte) in word.enumerated() { to[place] = byte }
        return word.count
      }
    case .double(let c):
      self.init(plain, rows, width: 32, missing: missing) { row, to in
        var count = 0
        for byte in c.values[row].description.utf8 {
          to[count] = byte
          count += 1
        }
        return count
      }
    case .text: preconditionFailure("texts are written with their marks")
    }
  }
}
