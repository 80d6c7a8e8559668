import Tables

/// Cells that say which are missing.
protocol MissingCells: Sendable {
  var validity: Bitmap? { get set }
  var reasons: Reasons? { get set }
}
extension Values: MissingCells {}
extension Texts: MissingCells {}
extension Bools: MissingCells {}

/// A computed column, or one cell that stands for all rows.
struct Lane<Cells: MissingCells>: Sendable {
  var cells: Cells
  var isConstant = false
  /// The rows in whose making a number did not fit; `nil` when there are none.
  var overflow: Bitmap?

  /// And with a row it gives the place of its cell.
  var mask: Int { isConstant ? 0 : -1 }
  /// Which of all rows are there; `nil` when all are.
  func validity(_ rows: Int) -> Bitmap? {
    guard isConstant, let validity = cells.validity else { return cells.validity }
    return validity[0] ? nil : Bitmap(count: rows)
  }
  func overflow(_ rows: Int) -> Bitmap? {
    guard isConstant, let overflow else { return overflow }
    return overflow[0] ? Bitmap(repeating: true, count: rows) : nil
  }
  func reason(_ row: Int) -> MissingReason { cells.reasons.map { $0[row & mask] } ?? .blank }
}

typealias Numbers = Lane<Values<Int64>>
typealias BoolLane = Lane<Bools>
typealias TextLane = Lane<Texts>

/// Which cells of a result are missing, why, and where a number did not fit.
struct Gaps {
  var validity: Bitmap?
  var reasons: Reasons?
  var overflow: Bitmap?

  /// Those of a result that is missing where either side is.
  init<A, B>(_ a: Lane<A>, _ b: Lane<B>, rows: Int) {
    self.init(a, b, rows: rows, validity: both(a.validity(rows), b.validity(rows)))
  }
  /// Those of a result with its own missing cells, each for the reason of the first side that is missing.
  init<A, B>(_ a: Lane<A>, _ b: Lane<B>, rows: Int, validity: Bitmap?) {
    self.validity = validity
    overflow = either(a.overflow(rows), b.overflow(rows))
    guard let validity, a.cells.reasons != nil || b.cells.reasons != nil else { return }
    let first = a.validity(rows)
    reasons = Reasons(blankRows: rows, missing: validity) { row in
      first.map { !$0[row] } ?? false ? a.reason(row) : b.reason(row)
    }
  }
}

/// What is set in both, where `nil` is all.
func both(_ a: Bitmap?, _ b: Bitmap?) -> Bitmap? {
  guard let a else { return b }
  return b.map { a & $0 } ?? a
}
/// What is set in either, where `nil` is none.
func either(_ a: Bitmap?, _ b: Bitmap?) -> Bitmap? {
  guard let a else { return b }
  return b.map { a | $0 } ?? a
}
/// The bits of rows, asked one by one.
@inline(__always) func bits(_ count: Int, _ isSet: (Int) -> Bool) -> Bitmap { Bitmap(count: count, isSet) }

extension Reasons {
  /// Those of the rows that are missing, a few of all; `nil` when all are blank.
  init?(blankRows rows: Int, missing validity: Bitmap, _ reason: (Int) -> MissingReason) {
    var (reasons, isNeeded) = (Reasons(blankRows: rows), false)
    for row in (~validity).rows {
      let found = reason(row)
      guard found != .blank else { continue }
      (reasons[row], isNeeded) = (found, true)
    }
    guard isNeeded else { return nil }
    self = reasons
  }
}
