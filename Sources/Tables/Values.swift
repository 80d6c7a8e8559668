/// The cells of one column of numbers.
///
/// A missing cell has a 0 in `values` and a 0 in `validity`.
public struct Values<Element: Sendable & Hashable>: Sendable, Hashable {
  /// A number for every row.
  ///
  public var values: [Element]
  /// Which cells are there; `nil` when all are.
  public var validity: Bitmap?
  /// Why the others are not; `nil` when all of them are blank.
  public var reasons: Reasons?
  /// Cells; `validity` and `reasons` have as many rows as `values`.
  public init(_ values: [Element], validity: Bitmap? = nil, reasons: Reasons? = nil) {
    (self.values, self.validity, self.reasons) = (values, validity, reasons)
  }

  /// The cells of some rows, in the order given.
  func gathered(_ rows: [Int]) -> Values {
    Values(
      values.withUnsafeBufferPointer { cells in rows.map { cells[$0] } },
      validity: validity.gathered(rows), reasons: reasons.gathered(rows))
  }
  /// Makes a value of every cell; missing cells stay missing.
  ///
  /// Inlined, so that the loop is compiled with `transform`.
  @inlinable public func map<Result>(_ transform: (Element) -> Result) -> Values<Result> {
    Values<Result>(
      values.withUnsafeBufferPointer { $0.map(transform) }, validity: validity, reasons: reasons)
  }
  /// Makes a bit of every cell; missing cells stay missing.
  ///
  ///
  /// Sixty-four answers are written as bytes, a loop that the compiler vectorises, and a multiplication packs eight of
  /// them into bits.
  @inlinable public func test(_ condition: (Element) -> Bool) -> Bools {
    let words = values.withUnsafeBufferPointer { cells in
      [UInt64](unsafeUninitializedCapacity: (cells.count + 63) / 64) { words, count in
        count = (cells.count + 63) / 64
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { flags in
          flags.initializeMemory(as: UInt8.self, repeating: 0)
          for index in 0..<count {
            let start = index << 6
            let end = Swift.min(64, cells.count - start)
            for row in 0..<end { flags[row] = condition(cells[start + row]) ? 1 : 0 }
            var word = 0 as UInt64
            for byte in 0..<8 {
              let eight = UInt64(
                littleEndian: flags.load(fromByteOffset: byte * 8, as: UInt64.self))
              word |= ((eight &* 0x0102_0408_1020_4080) >> 56) << UInt64(byte * 8)
            }
            words[index] = word  // flags past `end` are of the word before; `Bitmap` clears them
          }
        }
      }
    }
    return Bools(Bitmap(words: words, count: values.count), validity: validity, reasons: reasons)
  }
}
