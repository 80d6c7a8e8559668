/// A column of the official table of movements: nine terms, of which the last is what the others come to.
///
/// The tables of poor and of near-poor households have the same terms; columns 2 and 3 stand for different moves.
public enum FlowTerm: Int, Sendable, Hashable, CaseIterable {
  /// Column 1: listed when the period begins.
  case opening = 1
  /// Column 2: of the poor, who are near-poor now; of the near-poor, who are neither.
  case out
  /// Column 3: of the poor, who are neither now; of the near-poor, who are poor.
  case outFurther
  /// Column 4: fewer for another reason: moved away, died, members left.
  case otherDecrease
  /// Column 5: came from the other of the two classes.
  case fromOther
  /// Column 6: were in the class in an earlier year, then in neither.
  case relapsed
  /// Column 7: for the first time.
  case new
  /// Column 8: more for another reason: moved here, members came.
  case otherIncrease
  /// Column 9: listed when the period ends.
  case closing

  /// By what a term counts towards the closing; 0 for the closing itself.
  var sign: Int64 {
    switch self {
    case .opening, .fromOther, .relapsed, .new, .otherIncrease: 1
    case .out, .outFurther, .otherDecrease: -1
    case .closing: 0
    }
  }
}
