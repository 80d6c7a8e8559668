import Tables

/// The keys of a side table: which of them are there, for columns of any types.
///
/// Each column gives a number to each of its values, and two numbers together another, so that a key of several columns is
/// found by as many look-ups.
struct KnownKeys: Sendable {
  private enum Values: Sendable {
    case words(WordIndex)
    case numbers(NumberIndex)
  }
  private var columns: [Values] = []
  private var pairs: [NumberIndex] = []

  /// The keys that columns of a table make; a row with a missing cell makes none.
  init(_ table: Batch, _ places: [Int]) {
    var known: [Int32]?
    let isWhole = table.isWhole(places)
    for (index, place) in places.enumerated() {
      let (values, numbers) = Self.values(table.columns[place], isWhole)
      columns.append(values)
      guard index > 0, let before = known else {
        known = numbers
        continue
      }
      var pair = NumberIndex()
      known = zip(before, numbers).map { $0 < 0 || $1 < 0 ? -1 : Int32(pair.insert(Self.joined($0, $1))) }
      pairs.append(pair)
    }
  }
  private static func values(_ column: Column, _ isWhole: Bitmap?) -> (Values, [Int32]) {
    func isThere(_ row: Int) -> Bool { isWhole.map { $0[row] } ?? true }
    if case .text(let texts) = column {
      var words = WordIndex([])
      let numbers = (0..<column.count).map { isThere($0) ? Int32(words.insert(Array(texts[$0]))) : -1 }
      return (.words(words), numbers)
    }
    var index = NumberIndex()
    let numbers = (0..<column.count).map { isThere($0) ? Int32(index.insert(column.key($0))) : -1 }
    return (.numbers(index), numbers)
  }
  private static func joined(_ a: Int32, _ b: Int32) -> Int64 { Int64(a) << 32 | Int64(b) }

  /// The rows of a batch whose key is not there, told of rows that have one; `nil` when there are none.
  func absent(_ batch: Batch, _ places: [Int]) -> Bitmap? {
    if places.count == 1, case .words(let words) = columns[0],
      case .text(let texts) = batch.columns[places[0]]
    {
      return texts.rows(notIn: words)
    }
    var known = numbers(batch.columns[places[0]], columns[0])
    for (pair, index) in zip(pairs, 1...) {
      let more = numbers(batch.columns[places[index]], columns[index])
      for row in known.indices {
        known[row] =
          known[row] < 0 || more[row] < 0 ? -1 : Int32(pair.find(Self.joined(known[row], more[row])) ?? -1)
      }
    }
    return .asking(batch.count) { known[$0] < 0 }
  }
  private func numbers(_ column: Column, _ values: Values) -> [Int32] {
    switch (values, column) {
    case (.words(let words), .text(let texts)):
      texts.withCells { bytes, offsets in
        (0..<column.count).map { Int32(words.find(bytes, Int(offsets[$0]), Int(offsets[$0 + 1])) ?? -1) }
      }
    case (.numbers(let index), _): (0..<column.count).map { Int32(index.find(column.key($0)) ?? -1) }
    default: preconditionFailure("the columns of a key are of the types that were planned")
    }
  }
}

extension Column {
  /// A cell that is no text as a whole number.
  fileprivate func key(_ row: Int) -> Int64 {
    switch self {
    case .int(let c): c.values[row]
    case .decimal(let c): c.units.values[row]
    case .date(let c): Int64(c.values[row])
    case .bool(let c): c.bits[row] ? 1 : 0
    case .double(let c): Int64(bitPattern: (c.values[row] == 0 ? 0 : c.values[row]).bitPattern)
    case .text: preconditionFailure("a text is found by its bytes")
    }
  }
}
extension Batch {
  /// The rows in which no cell of some columns is missing; `nil` when that is all.
  func isWhole(_ columns: [Int]) -> Bitmap? {
    let parts = columns.compactMap { self.columns[$0].validity }
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) { $0 & $1 }
  }
}
extension KnownKeys {
  /// Whether a text is a key, of an index of one column of texts.
  func has(_ text: String) -> Bool {
    guard columns.count == 1, case .words(let words) = columns[0] else { return false }
    return words.find(Array(text.utf8)) != nil
  }
}
