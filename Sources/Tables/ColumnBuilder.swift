/// Builds one column cell by cell.
public struct ColumnBuilder: Sendable {
  /// What the cells are.
  public let type: ColumnType
  private var numbers: [Int64] = []
  private var doubles: [Double] = []
  private var texts = Texts()
  private var bits = Bitmap(count: 0)
  private var validity = Bitmap(count: 0)
  /// Kept from the first cell on that is missing for another reason than that it is blank.
  private var reasons: Reasons?
  /// An empty column of a type.
  public init(_ type: ColumnType) { self.type = type }

  /// Appends the cell written as `text` in the plain style; empty is missing.
  ///
  /// - Returns: Whether `text` is of the column's type; when not, the cell is missing as `invalid`.
  @discardableResult public mutating func append(_ text: ArraySlice<UInt8>) -> Bool {
    guard !text.isEmpty else {
      append(missing: .blank)
      return true
    }
    let good: Bool
    switch type {
    case .int, .decimal: good = append(whole: Int64(decimal: text, scale: type.scale))
    case .date:
      good = append(whole: Day(iso: String(decoding: text, as: UTF8.self)).map { Int64($0.number) })
    case .double: good = append(double: Double(String(decoding: text, as: UTF8.self)))
    case .text: good = append(text: text)
    case .bool:
      good = append(bool: text.elementsEqual([49]) ? true : text.elementsEqual([48]) ? false : nil)
    }
    if !good { append(missing: .invalid) }
    return good
  }
  /// Appends a cell without a value.
  public mutating func append(missing reason: MissingReason) {
    switch type {
    case .int, .decimal, .date: numbers.append(0)
    case .double: doubles.append(0)
    case .text: texts.append([])
    case .bool: bits.append(false)
    }
    if reason != .blank, reasons == nil { reasons = Reasons(blankRows: validity.count) }
    reasons?.append(reason)
    validity.append(false)
  }
  /// Appends a whole number, in units of the column's scale, or the number of a day; `nil` is blank.
  public mutating func append(units: Int64?) {
    if !append(whole: units) { append(missing: .blank) }
  }
  /// Appends a floating-point number, if there is one that is finite.
  ///
  /// - Returns: Whether a cell was appended.
  public mutating func append(double: Double?) -> Bool {
    guard let double, double.isFinite else { return false }
    doubles.append(double)
    didAppend()
    return true
  }
  /// Appends an answer, if there is one.
  ///
  /// - Returns: Whether a cell was appended.
  public mutating func append(bool: Bool?) -> Bool {
    guard let bool else { return false }
    bits.append(bool)
    didAppend()
    return true
  }
  /// Appends a whole number, in units of the column's scale, or the number of a day, if there is one.
  ///
  /// - Returns: Whether a cell was appended.
  public mutating func append(whole: Int64?) -> Bool {
    guard let whole, type != .date || Int32(exactly: whole) != nil else { return false }
    numbers.append(whole)
    didAppend()
    return true
  }
  /// Appends a text, which may be empty.
  ///
  /// - Returns: `true`: a text always can be.
  @discardableResult public mutating func append(text: some Collection<UInt8>) -> Bool {
    texts.append(text)
    didAppend()
    return true
  }
  /// Appends the cell that `GroupTable` wrote into a key, and takes it off the key.
  ///
  /// A key that is cut short, which no `GroupTable` writes, gives a missing cell.
  public mutating func append(fromKey key: inout ArraySlice<UInt8>) {
    guard key.popFirst() == 1 else { return append(missing: .blank) }
    let good: Bool
    switch type {
    case .int, .decimal, .date:
      good = append(whole: key.takeBigEndian().map { Int64(bitPattern: $0 ^ 1 << 63) })
    case .double: good = append(double: key.takeBigEndian().map { Double(sortedBits: $0) })
    case .bool: good = append(bool: key.popFirst().map { $0 == 1 })
    case .text: good = key.takeText().map { append(text: $0) } ?? false
    }
    if !good { append(missing: .invalid) }
  }

  /// The cells so far.
  public var column: Column {
    let validity = validity.allTrue ? nil : validity
    func whole<T>(_ values: [T]) -> Values<T> {
      Values(values, validity: validity, reasons: reasons)
    }
    switch type {
    case .int: return .int(whole(numbers))
    case .date: return .date(whole(numbers.map { Int32(truncatingIfNeeded: $0) }))
    case .decimal(let scale): return .decimal(Decimals(whole(numbers), scale: scale))
    case .double: return .double(whole(doubles))
    case .bool: return .bool(Bools(bits, validity: validity, reasons: reasons))
    case .text:
      var texts = texts
      (texts.validity, texts.reasons) = (validity, reasons)
      return .text(texts)
    }
  }
  private mutating func didAppend() {
    reasons?.append(.blank)
    validity.append(true)
  }
}

extension ArraySlice<UInt8> {
  fileprivate mutating func takeBigEndian() -> UInt64? {
    guard count >= 8 else {
      self = []
      return nil
    }
    defer { self = dropFirst(8) }
    return prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
  /// `nil` when the text does not end.
  fileprivate mutating func takeText() -> [UInt8]? {
    var text: [UInt8] = []
    while let byte = popFirst() {
      if byte != 0 {
        text.append(byte)
      } else if let next = popFirst() {
        if next == 0 { return text }
        text.append(0)
      }
    }
    return nil
  }
}
