import Diagnostics
import StageKit
import Tables

/// The columns of a step that it says are words of the program: every cell must be one of them.
///
/// By that word the checker lets a column pass that comes from none, so a step is held to it.
struct ConstantColumns: Sendable {
  private struct Column: Sendable {
    let index: Int
    let name: String
    let words: Set<[UInt8]>

    /// Whether every cell that is there is one of the words.
    func holds(_ texts: Texts) -> Bool {
      texts.offsets.withUnsafeBufferPointer { offsets in
        texts.bytes.withUnsafeBufferPointer { bytes in
          // Cells that follow each other are mostly equal.
          var last: Range<Int>?
          for row in 0..<offsets.count - 1 {
            let cell = Int(offsets[row])..<Int(offsets[row + 1])
            if let last, last.count == cell.count,
              cell.allSatisfy({ bytes[$0] == bytes[last.lowerBound + $0 - cell.lowerBound] })
            {
              continue
            }
            if let there = texts.validity, !there[row] { continue }
            guard words.contains(Array(bytes[cell])) else { return false }
            last = cell
          }
          return true
        }
      }
    }
  }
  private let columns: [Column]

  /// The constant columns of a schema.
  init(_ schema: Schema?) {
    columns = (schema?.fields ?? []).enumerated().compactMap { index, field in
      field.constants.map { Column(index: index, name: field.name, words: Set($0.map { Array($0.utf8) })) }
    }
  }
  /// The first column with a cell that is none of its words; `nil` when there is none.
  func broken(by batch: Batch) -> String? {
    for column in columns {
      guard batch.columns.indices.contains(column.index), case .text(let texts) = batch.columns[column.index],
        column.holds(texts)
      else {
        return column.name
      }
    }
    return nil
  }
}

extension StageError {
  /// A step gave something else than it said: its author's mistake.
  static func notConstant(_ column: String, step: String) -> StageError {
    StageError(
      Phrase(
        vi: "bước '\(step)' khai cột '\(column)' chỉ gồm những chữ cố định, nhưng cho chữ khác",
        en: "step '\(step)' says that the column '\(column)' has fixed words alone, and gives another"),
      hint: Phrase(
        vi: "đây là lỗi của công đoạn, không phải của số liệu; báo cho người viết công đoạn",
        en: "the mistake is in the stage, not in the data; tell the author of the stage"))
  }
}
