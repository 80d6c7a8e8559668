public import Tables

/// What an expression gives for the rows of a batch.
public struct Evaluated: Sendable, Hashable {
  /// A cell for every row.
  ///
  /// A computed cell that is missing has the reason of the first operand that is missing; one divided by zero is
  /// `notApplicable`, and one that did not fit `invalid`.
  public let column: Column
  /// The rows in whose making a number did not fit, whose cells are missing; `nil` when there are none.
  public let overflow: Bitmap?
}
