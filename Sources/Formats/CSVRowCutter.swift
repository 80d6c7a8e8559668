#if arch(x86_64)
  import CSieve
#endif

/// Cuts the plain records of a piece into fields; one that needs a closer look is left to `CSVTokenizer`.
///
/// Plain is a record of as many fields as the header has, without doubled quotes or text behind a quote, that is surely
/// neither blank, nor the header again, nor without a value that is required.
struct CSVRowCutter {
  /// Why cutting has stopped.
  enum Stop {
    /// There are rows enough for a batch.
    case full
    /// The record here needs a closer look; cutting goes on behind it.
    case unclear(CSVRows.Place)
    /// Everything was cut.
    case end
  }
  private let check: CSVRowCheck
  private let separator: UInt8
  private let sieve: ByteSieve
  private let ends = ByteSieve()
  /// The fields of a whole record; those behind the ones that are kept are only counted.
  private let fields: Int
  private var block = -ByteSieve.width
  private var mask = 0 as UInt64
  /// Where the record began that is being cut.
  private var record: CSVRows.Place
  private var line: Int
  /// The field that is being cut: its first byte, and its number in the record.
  private var start = 0
  private var column = 0
  /// Where the quoted field was closed; -1 when it is not quoted.
  private var quoteEnd = -1
  private var isQuoted = false
  /// Whether the next byte that parts was looked at with the one before: the second of a doubled quote, the LF of CR LF.
  private var isPassed = false
  private var isUnclear = false
  /// Whether a separator here simply ends a field.
  private var isPlain = true
  private let isWide: Bool

  /// A cutter at the first byte of a piece.
  init(_ piece: CSVPiece, _ check: CSVRowCheck, isWide: Bool = WideVectors.areThere) {
    (self.check, separator, line) = (check, piece.header.separator, piece.line)
    self.isWide = isWide
    fields = piece.header.names.count
    sieve = ByteSieve(separator: separator)
    record = .init(offset: 0, end: 0, line: piece.line, number: piece.number)
  }

  /// Cuts records until there are rows enough, one is unclear, or none is left.
  mutating func cut(_ rows: inout CSVRows) -> Stop {
    while rows.count < rows.limit {
      guard let place = nextPart(rows) else { return endText(&rows) }
      if let stop = part(place, &rows) { return stop }
    }
    return .full
  }
  /// Goes on to the next byte that does more than end a plain field; `nil` at the end.
  private mutating func nextPart(_ rows: CSVRows) -> Int? {
    isWide && isPlain ? nextWidePart(rows) : nextNarrowPart(rows)
  }
  /// The same with wide vectors, many fields at a time.
  private mutating func nextWidePart(_ rows: CSVRows) -> Int? {
    #if arch(x86_64)
      guard let text = rows.text.baseAddress else { return nil }
      var at = sieve_place(block: Int64(block), bits: mask, start: Int64(start), column: Int64(column))
      let place = sieve_fields(
        text, Int64(rows.text.count), separator, Int64(rows.width), rows.fields + rows.count * rows.width, &at
      )
      (block, mask, start, column) = (Int(at.block), at.bits, Int(at.start), Int(at.column))
      return place < 0 ? nil : Int(place)
    #else
      return nextNarrowPart(rows)
    #endif
  }
  private mutating func nextNarrowPart(_ rows: CSVRows) -> Int? {
    let (text, width, isPlain) = (rows.text, rows.width, isPlain)
    let row = rows.fields + rows.count * width
    var (block, mask, start, column) = (self.block, self.mask, self.start, self.column)
    defer { (self.block, self.mask, self.start, self.column) = (block, mask, start, column) }
    while true {
      while mask != 0 {
        // Separators up to the next quote or line end simply end fields.
        let others = isPlain ? ends.mask(text, at: block) & mask : mask
        var plain = others == 0 ? mask : mask & (others & (0 &- others) &- 1)
        mask ^= plain
        if plain != 0, column >= width {
          // Only how many fields there are is still to be known, and where the last of them begins.
          column += plain.nonzeroBitCount
          start = block + 64 - plain.leadingZeroBitCount
          plain = 0
        }
        while plain != 0 {
          let place = block + plain.trailingZeroBitCount
          plain &= plain &- 1
          if column < width {
            row[column] = .init(
              start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: place))
          }
          (start, column) = (place + 1, column + 1)
        }
        guard mask != 0 else { break }
        let place = block + mask.trailingZeroBitCount
        mask &= mask &- 1
        return place
      }
      guard block + ByteSieve.width < text.count else { return nil }
      block += ByteSieve.width
      mask = sieve.mask(text, at: block)
    }
  }

  /// Looks at any byte that parts.
  private mutating func part(_ place: Int, _ rows: inout CSVRows) -> Stop? {
    defer { isPlain = !isQuoted && !isPassed && quoteEnd < 0 }
    if isPassed {
      isPassed = false
      return nil
    }
    let byte = rows.text[place]
    let next = place + 1 < rows.text.count ? rows.text[place + 1] : nil
    if byte == 10 || byte == 13 {
      isPassed = byte == 13 && next == 10
      line += 1
      return isQuoted ? nil : endRecord(place, next: isPassed ? place + 2 : place + 1, &rows)
    }
    if byte == 34, isQuoted {
      isPassed = next == 34
      if isPassed { isUnclear = true } else { (isQuoted, quoteEnd) = (false, place) }
    } else if byte == 34 {
      isQuoted = place == start
    } else if !isQuoted {
      endField(place, rows)
    }
    return nil
  }
  private mutating func endField(_ end: Int, _ rows: CSVRows) {
    if quoteEnd >= 0, quoteEnd + 1 != end { isUnclear = true }
    if column < rows.width {
      let range = quoteEnd < 0 ? (start, end) : (start + 1, quoteEnd)
      rows.fields[rows.count * rows.width + column] = .init(start: UInt32(range.0), end: UInt32(range.1))
    }
    (start, column, quoteEnd) = (end + 1, column + 1, -1)
  }
  private mutating func endRecord(_ end: Int, next: Int, _ rows: inout CSVRows) -> Stop? {
    var place = record
    place.end = end
    defer { start = next }
    guard end > place.offset else {
      (record.offset, record.line) = (next, line)
      return nil
    }
    endField(end, rows)
    let isGood = column == fields && !isUnclear && check.isClear(rows)
    (record, column, isUnclear) = (
      .init(offset: next, end: next, line: line, number: place.number + 1), 0, false
    )
    guard isGood else { return .unclear(place) }
    rows.places.append(place)
    return nil
  }
  /// Ends the record that the text ends in.
  private mutating func endText(_ rows: inout CSVRows) -> Stop {
    let end = rows.text.count
    guard record.offset < end else { return .end }
    if isQuoted { isUnclear = true }
    return endRecord(end, next: end, &rows) ?? .end
  }
}
