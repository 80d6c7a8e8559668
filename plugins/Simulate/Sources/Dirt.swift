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

/// Which rows have which mistake: as many as their shares say, counted and not left to chance.
struct DirtPlan: Sendable {
  /// The number of rows with each kind, in the order of the kinds.
  let counts: [Int]
  private let shuffle: Shuffle
  private var dirty: Int { counts.reduce(0, +) }
  private var copies: Int { Dirt.allCases.filter(\.isCopy).reduce(0) { $0 + counts[$1.rawValue] } }

  /// Deals mistakes to rows; `nil` when there are too few rows for them.
  ///
  /// Every copy needs a clean row of its own to copy, so that the number of rows that are there twice is exact.
  ///
  /// - Parameters:
  ///   - rows: The number of rows.
  ///   - shares: Millionths of the rows for each kind, in their order.
  ///   - seed: What the places depend on.
  init?(rows: Int, shares: [Int64], seed: Int) {
    guard shares.allSatisfy({ $0 <= 1_000_000 }) else { return nil }
    counts = shares.map { (rows * Int($0) + 500_000) / 1_000_000 }
    shuffle = Shuffle(count: rows, seed: seed)
    guard dirty + copies <= rows else { return nil }
  }
  private init(rows: Int) {
    counts = Dirt.allCases.map { _ in 0 }
    shuffle = Shuffle(count: rows, seed: 0)
  }
  /// No mistakes at all.
  static func none(rows: Int) -> DirtPlan { DirtPlan(rows: rows) }
  /// The mistake of a row, with the clean row that it is a copy of; `nil` for a clean row.
  func dirt(of row: Int) -> (kind: Dirt, copied: Int?)? {
    let rank = shuffle.rank(of: row)
    var (start, copied) = (0, dirty)
    for kind in Dirt.allCases {
      let count = counts[kind.rawValue]
      if rank < start + count { return (kind, kind.isCopy ? shuffle.row(of: copied + rank - start) : nil) }
      start += count
      if kind.isCopy { copied += count }
    }
    return nil
  }
}
