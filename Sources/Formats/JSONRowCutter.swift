/// Cuts plain objects into the fields of their columns; one that needs a closer look is left to `JSONParser`.
///
/// Plain is an object of flat values with the names of the objects before it, in their order, that has all that is needed.
struct JSONRowCutter {
  /// How one column takes values.
  private struct Column {
    let takesNumbers: Bool
    let takesAnswers: Bool
    let isOptional: Bool
    /// The words for a missing value, where there must be one.
    let required: WordSieve?
  }
  private let columns: [Column]
  /// Whether each object ends with its line.
  private let isLines: Bool
  /// The names of the objects so far.
  var layout = JSONLayout()

  init(_ rules: [ColumnRule], isLines: Bool) {
    self.isLines = isLines
    columns = rules.map {
      Column(
        takesNumbers: $0.takesNumbers, takesAnswers: $0.takesAnswers, isOptional: $0.isOptional,
        required: $0.isRequired ? WordSieve($0.missing.keys) : nil)
    }
  }

  /// Cuts the object that begins at a place; its fields are then the next row's.
  ///
  /// - Returns: The place after the object and the spaces behind it; `nil` when it needs a closer look.
  mutating func cut(_ rows: inout JSONRows, at start: Int) -> Int? {
    let text = rows.text
    guard start < text.count, text[start] == UInt8(ascii: "{") else { return nil }
    let row = rows.next
    row.update(repeating: JSONRows.absent, count: rows.width)
    var place = skipSpaces(text, start + 1)
    var name = 0
    while true {
      guard let found = layout.find(text, at: place, from: name) else { return nil }
      name = found.next
      place = skipSpaces(text, place + found.length)
      guard place < text.count, text[place] == UInt8(ascii: ":") else { return nil }
      place = skipSpaces(text, place + 1)
      guard let end = value(&rows, row, found.column, place) else { return nil }
      place = skipSpaces(text, end)
      guard place < text.count else { return nil }
      let sign = text[place]
      place = skipSpaces(text, place + 1)
      if sign == UInt8(ascii: ",") { continue }
      guard sign == UInt8(ascii: "}"), isEnd(text, place), hasAll(row, text) else { return nil }
      return place
    }
  }
  /// Whether an object may end here.
  private func isEnd(_ text: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    guard place < text.count else { return true }
    return isLines ? text[place] == 10 || text[place] == 13 : text[place] == UInt8(ascii: ",")
  }
  @inline(__always) private func skipSpaces(_ text: UnsafeRawBufferPointer, _ start: Int) -> Int {
    var place = start
    while place < text.count, text[place] <= 32 {
      let byte = text[place]
      guard byte == 32 || byte == 9 || !isLines && (byte == 10 || byte == 13) else { break }
      place += 1
    }
    return place
  }
  /// Whether every column has its member, and a value where one must be.
  private func hasAll(_ row: UnsafeMutablePointer<CellField>, _ text: UnsafeRawBufferPointer) -> Bool {
    for (index, column) in columns.enumerated() {
      let field = row[index]
      if field.start == JSONRows.absent.start, field.isCopied, !column.isOptional { return false }
      guard let words = column.required else { continue }
      guard !field.isCopied, !field.isEmpty else { return false }
      let (start, end) = (Int(field.start), Int(field.end))
      let (first, last) = (text[start], text[end - 1])
      if first <= 32 || first == 0xC2 || last <= 32 || last == 0xA0 { return false }
      if words.mayHold(text, start, end) { return false }
    }
    return true
  }
}

// MARK: Values

extension JSONRowCutter {
  /// Cuts a value and keeps it for its column, if it is of one; gives the place after it.
  @inline(__always) private func value(
    _ rows: inout JSONRows, _ row: UnsafeMutablePointer<CellField>, _ column: Int, _ start: Int
  ) -> Int? {
    let text = rows.text
    guard start < text.count else { return nil }
    switch text[start] {
    case 34: return string(&rows, row, column, start)
    case 45, 48...57:
      guard let end = number(text, start) else { return nil }
      if column >= 0 {
        row[column] =
          columns[column].takesNumbers ? field(start, end) : rows.keep(.number(rows.bytes(start..<end)))
      }
      return end
    case UInt8(ascii: "n"):
      guard let end = word(text, start, "null") else { return nil }
      if column >= 0 { row[column] = JSONRows.null }
      return end
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      let isTrue = text[start] == UInt8(ascii: "t")
      guard let end = word(text, start, isTrue ? "true" : "false") else { return nil }
      if column >= 0 {
        row[column] = columns[column].takesAnswers ? field(start, end) : JSONRows.answer(isTrue)
      }
      return end
    default: return nil
    }
  }
  private func field(_ start: Int, _ end: Int) -> CellField {
    CellField(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
  }
  private func word(_ text: UnsafeRawBufferPointer, _ start: Int, _ word: StaticString) -> Int? {
    let end = start + word.utf8CodeUnitCount
    guard end <= text.count else { return nil }
    for index in 0..<word.utf8CodeUnitCount where text[start + index] != word.utf8Start[index] { return nil }
    return end
  }
  @inline(__always) private func string(
    _ rows: inout JSONRows, _ row: UnsafeMutablePointer<CellField>, _ column: Int, _ start: Int
  ) -> Int? {
    let text = rows.text
    let end = plainEnd(text, start + 1)
    guard end < text.count, text[end] >= 32 else { return nil }
    if text[end] == 34 {
      if column >= 0 { row[column] = field(start + 1, end) }
      return end + 1
    }
    return escaped(&rows, row, column, start)
  }
  /// Cuts a text in which there are escapes.
  @inline(never) private func escaped(
    _ rows: inout JSONRows, _ row: UnsafeMutablePointer<CellField>, _ column: Int, _ start: Int
  ) -> Int? {
    var parser = JSONParser(rows.bytes(start..<rows.text.count))
    do throws(JSONFault) {
      let text = try parser.string()
      if column >= 0 { row[column] = rows.keep(.text(text)) }
      return parser.index
    } catch { return nil }
  }
  /// The first byte that is a quote, a backslash or a control character; the end when there is none.
  @inline(__always) private func plainEnd(_ text: UnsafeRawBufferPointer, _ start: Int) -> Int {
    var place = start
    let (ones, high) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
    while place + 8 <= text.count {
      let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let (quote, slash) = (word ^ (ones &* 34), word ^ (ones &* 92))
      // A byte below has borrowed only where one was found before, so the first that is found is one.
      let found =
        ((quote &- ones) & ~quote | (slash &- ones) & ~slash | (word &- ones &* 32) & ~word) & high
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < text.count, text[place] != 34, text[place] != 92, text[place] >= 32 { place += 1 }
    return place
  }
  /// The end of a number by the grammar of RFC 8259.
  @inline(__always) private func number(_ text: UnsafeRawBufferPointer, _ start: Int) -> Int? {
    var place = text[start] == 45 ? start + 1 : start
    let whole = place
    place = digits(text, place)
    guard place > whole, text[whole] != 48 || place == whole + 1 else { return nil }
    if place < text.count, text[place] == 46 {
      let fraction = place + 1
      place = digits(text, fraction)
      guard place > fraction else { return nil }
    }
    if place < text.count, text[place] | 32 == UInt8(ascii: "e") {
      place += 1
      if place < text.count, text[place] == 43 || text[place] == 45 { place += 1 }
      let exponent = place
      place = digits(text, exponent)
      guard place > exponent else { return nil }
    }
    return place
  }
  @inline(__always) private func digits(_ text: UnsafeRawBufferPointer, _ start: Int) -> Int {
    var place = start
    while place < text.count, text[place] &- 48 < 10 { place += 1 }
    return place
  }
}
