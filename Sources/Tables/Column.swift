/// The cells of one column of numbers. A missing cell has a 0 in `values` and a 0 in `validity`.
public struct Values<Element: Sendable & Hashable>: Sendable, Hashable {
  public var values: [Element]
  /// Which cells are there; `nil` when all are.
  public var validity: Bitmap?
  public init(_ values: [Element], validity: Bitmap? = nil) {
    (self.values, self.validity) = (values, validity)
  }
}

/// Exact decimals of one scale: `units` 1234 at scale 2 is 12.34.
public struct Decimals: Sendable, Hashable {
  public var units: Values<Int64>
  public var scale: Int
  public init(_ units: Values<Int64>, scale: Int) { (self.units, self.scale) = (units, scale) }
}

/// Texts end to end in one buffer; cell `i` is `bytes[offsets[i]..<offsets[i + 1]]`.
public struct Texts: Sendable, Hashable {
  public var offsets: [UInt32] = [0]
  public var bytes: [UInt8] = []
  public var validity: Bitmap?
  public init() {}
  public subscript(row: Int) -> ArraySlice<UInt8> { bytes[Int(offsets[row])..<Int(offsets[row + 1])] }
  public mutating func append(_ text: some Collection<UInt8>) {
    bytes.append(contentsOf: text)
    offsets.append(UInt32(bytes.count))
  }
}

/// One bit a cell.
public struct Bools: Sendable, Hashable {
  public var bits: Bitmap
  public var validity: Bitmap?
  public init(_ bits: Bitmap, validity: Bitmap? = nil) { (self.bits, self.validity) = (bits, validity) }
  /// The rows that are there and true.
  public var isTrue: Bitmap { validity.map { bits & $0 } ?? bits }
}

/// One column of a batch.
public enum Column: Sendable, Hashable {
  case int(Values<Int64>)
  case decimal(Decimals)
  case double(Values<Double>)
  case text(Texts)
  case bool(Bools)
  /// Days, as `Day.number`.
  case date(Values<Int32>)

  public var validity: Bitmap? {
    switch self {
    case .int(let c): c.validity
    case .decimal(let c): c.units.validity
    case .double(let c): c.validity
    case .text(let c): c.validity
    case .bool(let c): c.validity
    case .date(let c): c.validity
    }
  }
  public func isMissing(_ row: Int) -> Bool { validity.map { !$0[row] } ?? false }

  /// The cells of some rows, in the order given.
  public func gathered(_ rows: [Int]) -> Column {
    switch self {
    case .int(let c): .int(c.gathered(rows))
    case .decimal(let c): .decimal(Decimals(c.units.gathered(rows), scale: c.scale))
    case .double(let c): .double(c.gathered(rows))
    case .date(let c): .date(c.gathered(rows))
    case .text(let c): .text(c.gathered(rows))
    case .bool(let c): .bool(Bools(c.bits.gathered(rows), validity: c.validity?.gathered(rows)))
    }
  }
}

extension Bitmap {
  func gathered(_ rows: [Int]) -> Bitmap {
    var out = Bitmap(count: rows.count)
    for (i, row) in rows.enumerated() where self[row] { out[i] = true }
    return out
  }
}
extension Texts {
  func gathered(_ rows: [Int]) -> Texts {
    var out = Texts()
    for row in rows { out.append(self[row]) }
    out.validity = validity?.gathered(rows)
    return out
  }
}
extension Values {
  func gathered(_ rows: [Int]) -> Values {
    Values(rows.map { values[$0] }, validity: validity?.gathered(rows))
  }
}

extension Values {
  /// A value for every cell; missing cells stay missing. Inlined, so that the loop is compiled with `transform`.
  @inlinable public func map<Result>(_ transform: (Element) -> Result) -> Values<Result> {
    Values<Result>(values.withUnsafeBufferPointer { $0.map(transform) }, validity: validity)
  }
  /// A bit for every cell; missing cells stay missing.
  ///
  /// Sixty-four answers are written as bytes, a loop that the compiler vectorises, and a multiplication packs eight of them into bits.
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
              let eight = UInt64(littleEndian: flags.load(fromByteOffset: byte * 8, as: UInt64.self))
              word |= ((eight &* 0x0102_0408_1020_4080) >> 56) << UInt64(byte * 8)
            }
            words[index] = word  // flags past `end` are of the word before; `Bitmap` clears them
          }
        }
      }
    }
    return Bools(Bitmap(words: words, count: values.count), validity: validity)
  }
}

extension Column {
  /// The cells of columns of one type, end to end.
  public static func joined(_ columns: [Column]) -> Column {
    guard columns.count > 1, let first = columns.first else { return columns[0] }
    let validity =
      columns.contains { $0.validity != nil }
      ? columns.reduce(into: Bitmap(count: 0)) { all, column in
        for row in 0..<column.count { all.append(!column.isMissing(row)) }
      } : nil
    switch first {
    case .int: return .int(Values(columns.flatMap { Int64.storage($0)?.values ?? [] }, validity: validity))
    case .date:
      return .date(Values(columns.flatMap { Day.storage($0)?.values ?? [] }, validity: validity))
    case .double:
      return .double(Values(columns.flatMap { Double.storage($0)?.values ?? [] }, validity: validity))
    case .decimal(let c):
      return .decimal(
        Decimals(
          Values(columns.flatMap { FixedDecimal.storage($0)?.units.values ?? [] }, validity: validity),
          scale: c.scale))
    case .bool:
      var bits = Bitmap(count: 0)
      for case .bool(let c) in columns { for row in 0..<c.bits.count { bits.append(c.bits[row]) } }
      return .bool(Bools(bits, validity: validity))
    case .text:
      var texts = Texts()
      for case .text(let c) in columns { for row in 0..<c.offsets.count - 1 { texts.append(c[row]) } }
      texts.validity = validity
      return .text(texts)
    }
  }
  public var count: Int {
    switch self {
    case .int(let c): c.values.count
    case .decimal(let c): c.units.values.count
    case .double(let c): c.values.count
    case .text(let c): c.offsets.count - 1
    case .bool(let c): c.bits.count
    case .date(let c): c.values.count
    }
  }
}
