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
    let words: WordSet
  }
  private let columns: [Column]

  /// The constant columns of a schema.
  init(_ schema: Schema?) {
    columns = (schema?.fields ?? []).enumerated().compactMap { index, field in
      field.constants.map { words in
        Column(index: index, name: field.name, words: WordSet(words.map { Array($0.utf8) }))
      }
    }
  }
  /// The first column with a cell that is none of its words; `nil` when there is none.
  func broken(by batch: Batch) -> String? {
    for column in columns {
      guard batch.columns.indices.contains(column.index), case .text(let texts) = batch.columns[column.index]
      else {
        return column.name
      }
      guard column.words.holdsAll(texts) else { return column.name }
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
