import Diagnostics
import StageKit
import Tables

/// What a check finds in a batch.
struct Judged {
  /// The rows that do not pass; `nil` when there are none.
  var failed: Bitmap?
  /// The rows that it could look at; `nil` when that is all.
  var seen: Bitmap?
  /// The rows in whose making a number did not fit; `nil` when there are none.
  var overflow: Bitmap?
}

/// What is wrong with one row, in words.
struct Fault {
  let code: String
  /// What was found, and what is expected.
  let what: Phrase
  /// What to do.
  let mend: Phrase
  /// Whether the rule's own message says this.
  var isOwn = true
  /// What is told besides, whether or not the rule has a message of its own.
  var besides: Phrase?
  /// The column that it is about, where the check does not say.
  var column: Int?
}

/// One thing that a rule asks of rows.
protocol Check: Sendable {
  /// The column that it is about; `nil` when it is about several.
  var column: Int? { get }
  /// Asks it of a batch: a tight loop first, which mostly finds that no row fails.
  func judge(_ batch: Batch, _ keys: BatchKeys) -> Judged
  /// The words for a row that failed.
  func fault(_ row: Int, _ batch: Batch, _ keys: BatchKeys, _ names: Names) -> Fault
  /// The same check when the side tables are there.
  func prepared(_ tables: [Table]) -> any Check
}
extension Check {
  func prepared(_ tables: [Table]) -> any Check { self }
}

/// How columns and cells are named in messages.
struct Names: Sendable {
  let fields: [Field]

  func name(_ column: Int) -> String { fields[column].name }
  /// A cell as it would be written; nothing of a personal column is ever repeated.
  func shown(_ column: Int, _ row: Int, _ batch: Batch) -> String {
    guard fields[column].sensitivity != .personal else { return "…" }
    return batch.columns[column].shown(row)
  }
  /// Cells of a row with the names of their columns, at most six.
  func listed(_ columns: [Int], _ row: Int, _ batch: Batch) -> String {
    columns.prefix(6).map { "\(name($0)) = \(shown($0, row, batch))" }.joined(separator: ", ")
      + (columns.count > 6 ? ", …" : "")
  }
  /// A cell with the name of its column; `nil` when it is missing or may not be told.
  func cell(_ column: Int, _ row: Int, _ batch: Batch) -> Phrase? {
    guard mayTell(column), !batch.columns[column].isMissing(row) else { return nil }
    return Phrase(same: listed([column], row, batch))
  }
  /// Whether what stands in a column may be told.
  func mayTell(_ column: Int) -> Bool { fields[column].sensitivity != .personal }
}

extension Column {
  /// A cell as it would be written, cut after forty characters.
  fileprivate func shown(_ row: Int) -> String {
    guard !isMissing(row) else { return "NULL" }
    switch self {
    case .int(let c): return String(c.values[row])
    case .decimal(let c): return FixedPoint(units: Int128(c.units.values[row]), scale: c.scale).plain
    case .double(let c): return c.values[row].description
    case .bool(let c): return c.bits[row] ? "TRUE" : "FALSE"
    case .date(let c): return Day(number: c.values[row]).iso
    case .text(let c):
      let text = String(decoding: c[row], as: UTF8.self)
      return text.count > 40 ? "'\(text.prefix(40))…'" : "'\(text)'"
    }
  }
}
