import Diagnostics
import Expressions
import StageKit
import Tables

/// A condition holds; where it is missing nothing is wrong, as in SQL.
struct ExpressionCheck: Check {
  let column: Int?
  private let condition: TypedExpression
  private let text: ConditionText
  private let columns: [Int]
  init(_ condition: TypedExpression, _ text: ConditionText, columns: [Int], about column: Int?) {
    (self.condition, self.text, self.columns) = (condition, text, columns)
    self.column = column ?? (columns.count == 1 ? columns[0] : nil)
  }

  func judge(_ batch: Batch, _ keys: BatchKeys) -> Judged {
    let found = condition.evaluate(batch)
    guard case .bool(let answers) = found.column else { return Judged() }
    // A row in whose making a number did not fit is missing, and has been looked at all the same.
    let seen = answers.validity.map { there in found.overflow.map { there | $0 } ?? there }
    return Judged(
      failed: answers.bits.inverted.limited(to: answers.validity), seen: seen,
      overflow: found.overflow)
  }
  func fault(_ row: Int, _ batch: Batch, _ keys: BatchKeys, _ names: Names) -> Fault {
    // What is missing explains most, and is not to be lost among many cells.
    let missing = columns.filter { batch.columns[$0].isMissing(row) }
    let others = columns.filter { !missing.contains($0) }
    let cells = names.listed(text.asksForCells ? missing : missing + others, row, batch)
    return Fault(
      code: "validate.check",
      what: Phrase(
        vi: "không thỏa điều kiện \(text.shown)", en: "the condition \(text.shown) does not hold"),
      mend: .compareWithForm, besides: cells.isEmpty ? nil : Phrase(same: cells),
      column: text.asksForCells && missing.count == 1 ? missing[0] : nil)
  }
}
extension Bitmap {
  /// The bits that are not set; `nil` when all are.
  fileprivate var inverted: Bitmap? { allTrue ? nil : ~self }
}

/// No two rows have the same key; every one of them is told, with the first.
struct UniqueCheck: Check {
  let column: Int?
  private let key: String
  private let columns: [Int]
  /// Whether a missing cell is the same as any other of its column.
  private let countsMissing: Bool
  init(_ key: String, _ columns: [Int], countsMissing: Bool = false) {
    (self.key, self.columns, self.countsMissing) = (key, columns, countsMissing)
    column = columns.count == 1 ? columns[0] : nil
  }

  func judge(_ batch: Batch, _ keys: BatchKeys) -> Judged {
    let known = keys[key]
    return Judged(
      failed: .asking(batch.count) { !known.isUnique($0) },
      seen: countsMissing ? nil : batch.isWhole(columns))
  }
  func fault(_ row: Int, _ batch: Batch, _ keys: BatchKeys, _ names: Names) -> Fault {
    let known = keys[key]
    let cells = names.listed(columns, row, batch)
    let first = known.firstPlace(of: row).map { "\($0.file):\($0.line)" } ?? ""
    return Fault(
      code: "validate.unique",
      what: Phrase(
        vi: "\(cells) có ở \(known.count(of: row)) dòng", en: "\(cells) is in \(known.count(of: row)) rows"),
      mend: Phrase(
        vi: "giữ một dòng, hoặc sửa mã của dòng sai", en: "keep one of them, or mend the one that is wrong"),
      besides: Phrase(vi: "dòng đầu tiên: \(first)", en: "the first is \(first)"))
  }
}

/// A side table has the key of the row.
struct ReferenceCheck: Check {
  let column: Int?
  private let columns: [Int]
  private let side: (table: Int, step: String, columns: [Int])
  private var known: KnownKeys?
  init(_ columns: [Int], in side: (table: Int, step: String, columns: [Int])) {
    (self.columns, self.side) = (columns, side)
    column = columns.count == 1 ? columns[0] : nil
  }
  func prepared(_ tables: [Table]) -> any Check {
    var copy = self
    if tables.indices.contains(side.table) { copy.known = KnownKeys(tables[side.table].rows, side.columns) }
    return copy
  }

  func judge(_ batch: Batch, _ keys: BatchKeys) -> Judged {
    let whole = batch.isWhole(columns)
    return Judged(failed: known?.absent(batch, columns).limited(to: whole), seen: whole)
  }
  func fault(_ row: Int, _ batch: Batch, _ keys: BatchKeys, _ names: Names) -> Fault {
    if columns.count == 1,
      let zero = LostZero.fault(columns[0], row, batch, names, isKnown: { known?.has($0) ?? false })
    {
      return zero
    }
    let cells = names.listed(columns, row, batch)
    return Fault(
      code: "validate.reference",
      what: Phrase(
        vi: "không có \(cells) trong bảng '\(side.step)'",
        en: "there is no \(cells) in the table '\(side.step)'"),
      mend: Phrase(vi: "sửa mã, hoặc bổ sung bảng ấy", en: "mend the code, or add it to that table"))
  }
}
