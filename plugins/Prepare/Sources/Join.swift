import Diagnostics
import StageKit
import Tables

/// A table that batches are joined to.
struct Join: Sendable {
  typealias Key = [(name: String, place: Int)]
  private let key: Key
  private let index: KeyIndex
  /// The columns of the table that are added.
  private let columns: [Column]
  private let unmatched: JoinRows.Unmatched

  /// Indexes the table.
  ///
  /// - Throws: When a key stands twice in it: which of its rows would be taken were a matter of chance.
  init(
    of key: Key, _ table: Batch, _ other: Key, adding columns: [Int], _ unmatched: JoinRows.Unmatched
  ) throws(StageError) {
    (self.key, self.unmatched) = (key, unmatched)
    index = KeyIndex(table, other.map(\.place))
    self.columns = columns.map { table.columns[$0] }
    if let (first, again) = index.repeated { throw .repeatedKey(table, other, first, again) }
  }

  /// The rows of a batch with the columns of the rows found; what is not found is told, row by row.
  func rows(of batch: Batch, _ findings: inout Findings) -> Batch {
    let found = index.rows(batch, key.map(\.place))
    guard found.contains(where: { $0 < 0 }) else { return joined(batch, found) }
    switch unmatched {
    case .keep:
      for (row, other) in found.enumerated() where other < 0 {
        findings.add("join.unmatched", row: row, of: batch, column: key.first?.name, why(other, row, batch))
      }
      return joined(batch, found)
    case .reject:
      for (row, other) in found.enumerated() where other < 0 {
        findings.reject(
          "join.unmatched", row: row, of: batch, column: key.first?.name, why(other, row, batch))
      }
    case .drop: break
    }
    let rows = found.indices.filter { found[$0] >= 0 }
    return joined(batch.gathered(rows), rows.map { found[$0] })
  }
  private func joined(_ batch: Batch, _ found: [Int32]) -> Batch {
    Batch(
      batch.columns + columns.map { $0.gathered(found: found, else: .notReported) }, count: batch.count,
      origin: batch.origin)
  }
  private func why(_ found: Int32, _ row: Int, _ batch: Batch) -> Phrase {
    guard found != KeyIndex.noKey else {
      let names = key.filter { batch.columns[$0.place].isMissing(row) }.map { "'\($0.name)'" }
        .joined(separator: ", ")
      return Phrase(
        vi: "không tra được vì thiếu \(names)", en: "it cannot be looked up, since \(names) is missing")
    }
    let key = batch.key(key, of: row)
    return Phrase(vi: "bảng tra không có \(key)", en: "the other table has no \(key)")
  }
}

extension StageError {
  fileprivate static func repeatedKey(
    _ table: Batch, _ key: Join.Key, _ first: Int, _ again: Int
  ) -> StageError {
    let (words, a, b) = (table.key(key, of: first), place(table, first), place(table, again))
    return StageError(
      Phrase(
        vi: "bảng tra có hai dòng cùng khóa \(words): \(a.vi) và \(b.vi)",
        en: "the table that is looked into has two rows of one key, \(words): \(a.en) and \(b.en)"),
      hint: Phrase(
        vi: "bỏ dòng thừa, thêm cột vào khóa, hoặc gộp bảng bằng rows.rollup trước",
        en: "remove one of them, add a column to the key, or roll the table up by rows.rollup first"),
      cause: .data)
  }
  private static func place(_ table: Batch, _ row: Int) -> Phrase {
    let place = table.origin.place(of: row)
    guard !place.file.isEmpty else { return Phrase(vi: "dòng thứ \(row + 1)", en: "row \(row + 1)") }
    return Phrase(
      vi: "\(place.file) dòng \(place.line)", en: "\(place.file) line \(place.line)")
  }
}
