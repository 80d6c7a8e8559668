/// Why a cell has no value.
///
/// A missing cell is never zero.
public enum MissingReason: UInt8, Sendable, Hashable, CaseIterable {
  /// Nothing was written.
  ///
  case blank
  /// The question does not apply to the row.
  case notApplicable
  /// Whoever should have reported it did not.
  case notReported
  /// It is known and not shown.
  case withheld
  /// What was written is not of the column's type; a finding tells what it was.
  case invalid
}
