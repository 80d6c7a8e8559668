import Tables

extension MeasureTable {
  /// The cells of the table, row by row.
  ///
  /// There are some fifty rows for every unit and group, so words are put into their buffers without a detour.
  struct Cells {
    private var words: [Words]
    private var numbers: [ColumnBuilder]
    private var count = 0

    init(_ schema: Schema) {
      words = schema.fields.prefix(6).map { _ in Words() }
      numbers = schema.fields.dropFirst(6).map { ColumnBuilder($0.type) }
    }
    /// What a row is about.
    mutating func append(_ row: Row, _ level: String, _ unit: String?, _ group: String) {
      words[0].append(level)
      words[1].append(unit, else: .blank)
      words[2].append(group)
      words[3].append(row.weight)
      words[4].append(row.measure.rawValue)
      words[5].append(row.indicator, else: .notApplicable)
      count += 1
    }
    /// Its part, whole and value; each that there is not is missing for the reason.
    mutating func append(_ cells: (Int64?, Int64?, Int64?)?, reason: MissingReason) {
      append(cells?.0, 0, reason)
      append(cells?.1, 1, reason)
      append(cells?.2, 2, reason)
    }
    private mutating func append(_ number: Int64?, _ column: Int, _ reason: MissingReason) {
      if let number {
        numbers[column].append(units: number)
      } else {
        numbers[column].append(missing: reason)
      }
    }
    /// The rows so far.
    var batch: Batch { Batch(words.map(\.column) + numbers.map(\.column), count: count) }
  }
}

/// A column of words that grows.
private struct Words {
  private var texts = Texts()
  private var validity = Bitmap(count: 0)
  private var reason = MissingReason.blank
  private var isMissing = false

  /// Appends a word; one column has one reason for those that are missing.
  mutating func append(_ word: String?, else reason: MissingReason = .blank) {
    if let word {
      texts.bytes.append(contentsOf: word.utf8)
    } else {
      (self.reason, isMissing) = (reason, true)
    }
    texts.offsets.append(UInt32(texts.bytes.count))
    validity.append(word != nil)
  }
  var column: Column {
    var texts = texts
    guard isMissing else { return .text(texts) }
    texts.validity = validity
    guard reason != .blank else { return .text(texts) }
    var reasons = Reasons(blankRows: validity.count)
    for row in (~validity).rows { reasons[row] = reason }
    texts.reasons = reasons
    return .text(texts)
  }
}
