/// The kinds of mistakes that are put into rows; a row has at most one.
enum Dirt: Int, Sendable, CaseIterable {
  /// Both totals of points are blank.
  case blankPoints
  /// The row is that of another household, cell by cell.
  case exactDuplicate
  /// The household has the id of another.
  case duplicateID
  /// The people is none of those that have a name in the list.
  case unknownEnum
  /// The id has lost its first digit, as a spreadsheet does to a number.
  case lostLeadingZero
  /// The income is in đồng, not in thousands.
  case wrongIncomeUnit
  /// The points for deprivations are no multiple of ten.
  case pointsNotOfTens
  /// There is no commune of this code.
  case unknownCommune
  /// There are more dependants than members.
  case dependantsOverMembers

  /// Whether it takes something from a row that is clean.
  var isCopy: Bool { self == .exactDuplicate || self == .duplicateID }
}
