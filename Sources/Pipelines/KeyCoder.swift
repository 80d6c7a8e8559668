import StageKit
import Tables

/// Makes a number of 64 bits of every key: of one short cell one that no other has, of anything else a hash.
struct KeyCoder: Sendable {
  /// The places of the columns that make the key.
  let columns: [Int]
  let hash: KeyHash
  /// Whether a missing cell is a value like any other.
  let countsMissing: Bool
  init(_ columns: [Int], _ hash: @escaping KeyHash, countsMissing: Bool = false) {
    (self.columns, self.hash, self.countsMissing) = (columns, hash, countsMissing)
  }

  /// Writes the bytes of the key of a row; tells whether it has one.
  func write(_ row: Int, of batch: Batch, to key: inout [UInt8]) -> Bool {
    batch.writeKey(columns, row, to: &key, countsMissing: countsMissing)
  }

  /// The keys of some rows as numbers.
  struct Codes: Sendable {
    /// A number for every row; without meaning in a row without a key.
    var codes: [UInt64]
    /// The rows that have a key; `nil` when all have.
    var there: Bitmap?
    /// Whether no two different keys have one number.
    var isExact: Bool
  }

  /// The keys of those rows that have one: their numbers, and whether these are exact.
  func coded(_ batch: Batch) -> Batch {
    let found = codes(batch)
    let codes = found.codes.map { Int64(bitPattern: $0) }
    let isExact = Bools(Bitmap(repeating: found.isExact, count: batch.count))
    let all = Batch([.int(Values(codes)), .bool(isExact)], count: batch.count, origin: batch.origin)
    return found.there.map { all.keeping($0) } ?? all
  }
  /// The keys of some rows.
  func codes(_ batch: Batch) -> Codes {
    guard columns.count == 1, !countsMissing, let column = columns.first.map({ batch.columns[$0] }) else {
      return hashed(batch)
    }
    let cells = column.codes(hash: hash)
    return Codes(codes: cells.codes, there: column.validity, isExact: cells.isExact)
  }
  private func hashed(_ batch: Batch) -> Codes {
    var key: [UInt8] = []
    var there = Bitmap(repeating: true, count: batch.count)
    let codes = (0..<batch.count).map { row in
      guard write(row, of: batch, to: &key) else {
        there[row] = false
        return 0 as UInt64
      }
      return hash(key[...])
    }
    return Codes(codes: codes, there: there.allTrue ? nil : there, isExact: false)
  }
}
