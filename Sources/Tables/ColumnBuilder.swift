/// Builds one column cell by cell, from the text of each.
public struct ColumnBuilder: Sendable {
  public let type: ColumnType
  private var numbers: [Int64] = []
  private var doubles: [Double] = []
  private var texts = Texts()
  private var bits = Bitmap(count: 0)
  private var validity = Bitmap(count: 0)
  public init(_ type: ColumnType) { self.type = type }

  /// Appends the cell written as `text`; empty is missing.
  ///
  /// - Returns: Whether `text` is of the column's type; when not, the cell is missing.
  @discardableResult public mutating func append(_ text: ArraySlice<UInt8>) -> Bool {
    var good = true
    switch type {
    case .int: good = add(scale: 0, text)
    case .date:
      let day = Day(iso: String(decoding: text, as: UTF8.self))
      numbers.append(Int64(day?.number ?? 0))
      good = day != nil
    case .decimal(let scale): good = add(scale: scale, text)
    case .double:
      let value = Double(String(decoding: text, as: UTF8.self))
      doubles.append(value ?? 0)
      good = value != nil
    case .text: texts.append(text)
    case .bool:
      good = text.elementsEqual([49]) || text.elementsEqual([48])
      bits.append(text.first == 49)
    }
    validity.append(good && !text.isEmpty)
    return good || text.isEmpty
  }
  /// Appends the cell that `GroupTable` wrote into a key, and takes it off the key.
  public mutating func append(fromKey key: inout ArraySlice<UInt8>) {
    let present = key.removeFirst() == 1
    validity.append(present)
    switch type {
    case .int, .decimal, .date: numbers.append(present ? Int64(bitPattern: key.takeBigEndian() ^ 1 << 63) : 0)
    case .double: doubles.append(present ? Double(bitPattern: key.takeBigEndian()) : 0)
    case .bool: bits.append(present && key.removeFirst() == 1)
    case .text: texts.append(present ? key.takeText() : [])
    }
  }
  /// Appends a whole number, in units of the column's scale; `nil` is missing.
  public mutating func append(units: Int64?) {
    numbers.append(units ?? 0)
    validity.append(units != nil)
  }

  public var column: Column {
    let validity = validity.allTrue ? nil : validity
    switch type {
    case .int: return .int(Values(numbers, validity: validity))
    case .date: return .date(Values(numbers.map { Int32(truncatingIfNeeded: $0) }, validity: validity))
    case .decimal(let scale): return .decimal(Decimals(Values(numbers, validity: validity), scale: scale))
    case .double: return .double(Values(doubles, validity: validity))
    case .bool: return .bool(Bools(bits, validity: validity))
    case .text:
      var texts = texts
      texts.validity = validity
      return .text(texts)
    }
  }
  private mutating func add(scale: Int, _ text: ArraySlice<UInt8>) -> Bool {
    let value = Int64(decimal: text, scale: scale)
    numbers.append(value ?? 0)
    return value != nil
  }
}

extension Int64 {
  /// The units of a decimal such as `-12.5` at a scale; `nil` when it is not one, or does not fit exactly.
  public init?(decimal text: some Collection<UInt8>, scale: Int) {
    var value = 0 as Int64
    var places = -1
    var digits = 0
    let negative = text.first == 45
    for byte in negative ? text.dropFirst() : text[...] {
      if byte == 46, places < 0 {
        places = 0
        continue
      }
      guard byte &- 48 < 10, places < scale else { return nil }
      let (tens, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, more) = tens.addingReportingOverflow(Int64(byte &- 48))
      guard !over, !more else { return nil }
      (value, digits) = (sum, digits + 1)
      if places >= 0 { places += 1 }
    }
    guard digits > 0 else { return nil }
    for _ in Swift.max(places, 0)..<scale {
      let (tens, over) = value.multipliedReportingOverflow(by: 10)
      guard !over else { return nil }
      value = tens
    }
    self = negative ? -value : value
  }
}

extension ArraySlice<UInt8> {
  fileprivate mutating func takeBigEndian() -> UInt64 {
    defer { self = dropFirst(8) }
    return prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
  fileprivate mutating func takeText() -> [UInt8] {
    var text: [UInt8] = []
    while let byte = popFirst() {
      if byte != 0 { text.append(byte) } else if popFirst() == 255 { text.append(0) } else { break }
    }
    return text
  }
}
