import Tables

/// The keys of a side table, of which it is only asked whether they are there.
enum KnownKeys: Sendable {
  /// Texts of one column, whatever their length.
  case words(WordIndex)
  case keys(KeyIndex)

  /// The keys that columns of a table make; a row with a missing cell makes none.
  init(_ table: Batch, _ places: [Int]) {
    guard places.count == 1, case .text(let texts) = table.columns[places[0]] else {
      self = .keys(KeyIndex(table, places))
      return
    }
    let rows = (0..<table.count).lazy.filter { row in texts.validity.map { $0[row] } ?? true }
    self = .words(WordIndex(rows.map { Array(texts[$0]) }))
  }
  /// The rows of a batch whose key is not there, told of rows that have one; `nil` when there are none.
  func absent(_ batch: Batch, _ places: [Int]) -> Bitmap? {
    switch self {
    case .words(let words):
      guard case .text(let texts) = batch.columns[places[0]] else { return nil }
      return texts.rows(notIn: words)
    case .keys(let index):
      let rows = index.rows(batch, places)
      return .asking(batch.count) { rows[$0] == KeyIndex.nowhere }
    }
  }
  /// Whether a text is a key, of one column of texts.
  func has(_ text: String) -> Bool {
    if case .words(let words) = self { words.find(Array(text.utf8)) != nil } else { false }
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
