import Measures
import StageKit
import Tables

extension MeasureTable {
  /// The cells of the table, the rows of one unit and group after those of another.
  ///
  /// There are some fifty rows for every unit and group, so words are put into their buffers without a detour.
  struct Cells {
    private var words: [Words]
    private var numbers: [Numbers]

    init(_ schema: Schema) {
      words = [Words(), Words(missing: .blank), Words(), Words(), Words(), Words(missing: .notApplicable)]
      numbers = schema.fields.dropFirst(6).map { Numbers($0.type) }
    }
    /// What the rows of a unit and group are about.
    mutating func append(_ block: Block, _ level: String, _ unit: String?, _ group: String) {
      let count = block.lines.count
      words[0].append(level, count: count)
      words[1].append(unit, count: count)
      words[2].append(group, count: count)
      for (place, cells) in block.words.enumerated() { words[3 + place].append(contentsOf: cells) }
    }
    /// The part, whole and value of a row; each that there is not is missing for the reason.
    mutating func append(_ cells: (Int64?, Int64?, Int64?)?, reason: MissingReason) {
      numbers[0].append(cells?.0, else: reason)
      numbers[1].append(cells?.1, else: reason)
      numbers[2].append(cells?.2, else: reason)
    }
    /// The rows so far.
    var batch: Batch { Batch(words.map(\.column) + numbers.map(\.column), count: words[0].count) }
  }

  /// A column of words that grows.
  struct Words {
    private var texts = Texts()
    private var missing: [Int] = []
    private let reason: MissingReason

    /// No words yet; all that are missing are so for one reason.
    init(missing reason: MissingReason = .blank) { self.reason = reason }
    var count: Int { texts.offsets.count - 1 }
    /// Appends a word so many times, at least once.
    mutating func append(_ word: String?, count: Int = 1) {
      guard let word else {
        missing += self.count..<self.count + count
        texts.offsets += repeatElement(UInt32(texts.bytes.count), count: count)
        return
      }
      let (bytes, start) = (Array(word.utf8), texts.bytes.count)
      let all = [UInt8](unsafeUninitializedCapacity: bytes.count * count) { all, filled in
        for _ in 0..<count {
          for byte in bytes {
            all.initializeElement(at: filled, to: byte)
            filled += 1
          }
        }
      }
      texts.bytes.append(contentsOf: all)
      texts.offsets.append(contentsOf: (1...count).lazy.map { UInt32(start + $0 * bytes.count) })
    }
    /// Appends the words of another column.
    mutating func append(contentsOf others: Words) {
      let (row, start) = (count, UInt32(texts.bytes.count))
      texts.bytes.append(contentsOf: others.texts.bytes)
      texts.offsets.append(contentsOf: others.texts.offsets.dropFirst().lazy.map { $0 + start })
      missing.append(contentsOf: others.missing.lazy.map { $0 + row })
    }
    var column: Column {
      var texts = texts
      (texts.validity, texts.reasons) = gaps(missing.map { ($0, reason) }, count)
      return .text(texts)
    }
  }

  /// A column of numbers that grows.
  private struct Numbers {
    private let type: ColumnType
    private var values: [Int64] = []
    private var missing: [(row: Int, reason: MissingReason)] = []

    init(_ type: ColumnType) { self.type = type }
    mutating func append(_ number: Int64?, else reason: MissingReason) {
      if number == nil { missing.append((values.count, reason)) }
      values.append(number ?? 0)
    }
    var column: Column {
      let (validity, reasons) = gaps(missing, values.count)
      let cells = Values(values, validity: validity, reasons: reasons)
      guard case .decimal(let scale) = type else { return .int(cells) }
      return .decimal(Decimals(cells, scale: scale))
    }
  }
}

/// Which cells of a column are there, and why the others are not; nothing where nothing need be said.
private func gaps(_ missing: [(row: Int, reason: MissingReason)], _ count: Int) -> (Bitmap?, Reasons?) {
  guard !missing.isEmpty else { return (nil, nil) }
  var validity = Bitmap(repeating: true, count: count)
  var reasons = Reasons(blankRows: count)
  for (row, reason) in missing {
    validity[row] = false
    reasons[row] = reason
  }
  return (validity, reasons.isNeeded ? reasons : nil)
}
