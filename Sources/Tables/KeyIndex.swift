/// The rows of a table by their keys, for looking many keys up at once.
///
/// Keys are compared exactly. A row in which a column of its key is missing has no key and is never found. Keys of one
/// column that fit in eight bytes, such as the codes of communes, are compared as one word.
package struct KeyIndex: Sendable {
  /// What a row has that was looked up and whose key is nowhere in the table.
  package static let nowhere = -1 as Int32
  /// What a row has that was looked up and has no key.
  package static let noKey = -2 as Int32
  /// The first row whose key a row before it has, and the first row with that key; `nil` when all keys differ.
  package private(set) var repeated: (first: Int, again: Int)?
  private enum Keys: Sendable {
    case words(WordRows)
    case bytes(KeyNumbers, rows: [Int32])
  }
  private var keys: Keys

  /// The keys that some columns of a table make.
  package init(_ table: Batch, _ columns: [Int]) {
    if columns.count == 1, let words = table.columns[columns[0]].keyWords, words.allFit {
      var rows = WordRows(count: table.count)
      for row in 0..<table.count where words.isThere(row) {
        let first = Int(rows.add(words.words[row], row))
        if first != row, repeated == nil { repeated = (first, row) }
      }
      keys = .words(rows)
      return
    }
    var (numbers, rows, key): (KeyNumbers, [Int32], [UInt8]) = (KeyNumbers(), [], [])
    for row in 0..<table.count where table.appendKey(columns, row, to: &key) {
      let number = numbers.add(key)
      if number == rows.count {
        rows.append(Int32(row))
      } else if repeated == nil {
        repeated = (Int(rows[number]), row)
      }
    }
    keys = .bytes(numbers, rows: rows)
  }
  /// The rows of the table that have the keys of the rows of a batch, whose columns are of the same types.
  package func rows(_ batch: Batch, _ columns: [Int]) -> [Int32] {
    switch keys {
    case .words(let rows):
      guard let words = batch.columns[columns[0]].keyWords else { preconditionFailure("keys of one type") }
      return rows.find(words, count: batch.count)
    case .bytes(let numbers, let rows):
      var key: [UInt8] = []
      return (0..<batch.count).map { row in
        guard batch.appendKey(columns, row, to: &key) else { return Self.noKey }
        return numbers.number(of: key).map { rows[$0] } ?? Self.nowhere
      }
    }
  }
}

extension Batch {
  /// Writes the bytes of the key of a row in place of `key`; tells whether the row has one.
  fileprivate func appendKey(_ columns: [Int], _ row: Int, to key: inout [UInt8]) -> Bool {
    key.removeAll(keepingCapacity: true)
    for column in columns {
      guard !self.columns[column].isMissing(row) else { return false }
      self.columns[column].appendKey(row, to: &key)
    }
    return true
  }
}
