/// Which rows have which mistake: as many as their shares say, counted and not left to chance.
struct DirtPlan: Sendable {
  /// The number of rows with each kind, in the order of the kinds.
  let counts: [Int]
  /// The number of households with each kind of mistake among their members, in the order of the kinds.
  let memberCounts: [Int]
  private let shuffle: Shuffle
  private var dirty: Int { counts.reduce(0, +) }
  private var copies: Int { Dirt.allCases.filter(\.isCopy).reduce(0) { $0 + counts[$1.rawValue] } }

  /// Deals mistakes to rows; `nil` when there are too few rows for them.
  ///
  /// Every copy needs a clean row of its own to copy, so that the number of rows that are there twice is exact. Mistakes
  /// among members fall to households that have none in the list and are not copied, for the same reason.
  ///
  /// - Parameters:
  ///   - rows: The number of rows.
  ///   - shares: Millionths of the rows for each kind, in their order.
  ///   - memberShares: The same for the mistakes among members; empty for none.
  ///   - seed: What the places depend on.
  init?(rows: Int, shares: [Int64], memberShares: [Int64] = [], seed: Int) {
    guard (shares + memberShares).allSatisfy({ $0 <= 1_000_000 }) else { return nil }
    func counted(_ shares: [Int64]) -> [Int] { shares.map { (rows * Int($0) + 500_000) / 1_000_000 } }
    counts = counted(shares)
    memberCounts = counted(memberShares)
    shuffle = Shuffle(count: rows, seed: seed)
    guard dirty + copies + memberCounts.reduce(0, +) <= rows else { return nil }
  }
  private init(rows: Int) {
    counts = Dirt.allCases.map { _ in 0 }
    memberCounts = []
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
  /// The mistake among the members of a household; `nil` when there is none.
  func memberDirt(of row: Int) -> MemberDirt? {
    let rank = shuffle.rank(of: row)
    var start = dirty + copies
    guard rank >= start else { return nil }
    for (kind, count) in zip(MemberDirt.allCases, memberCounts) {
      start += count
      if rank < start { return kind }
    }
    return nil
  }
}
