/// Every sum by which counts hang together, and those of them by which a reader could work one out.
struct CountSums {
  /// What a total is parted by.
  enum Kind: Hashable {
    case units
    case groups(String)
    case measures
  }
  /// A sum, whether or not it comes out.
  struct Candidate {
    let kind: Kind
    let total: Int
    let members: [Int]
  }
  private let cells: [Cell]
  /// The sums that are guarded.
  private(set) var relations: [Relation] = []
  /// All sums that there could be.
  private(set) var candidates: [Candidate] = []

  init(_ cells: [Cell]) { self.cells = cells }

  /// Adds a sum, which is guarded when it comes out, or when readers would take it for one all the same.
  mutating func add(_ kind: Kind, _ total: Int, of members: [Int], isGuarded: @autoclosure () -> Bool) {
    candidates.append(Candidate(kind: kind, total: total, members: members))
    let found = Relation.comingOut(total, members, cells)
    relations += found
    if found.isEmpty, isGuarded() {
      relations.append(Relation(total: total, members: members, isExact: false))
    }
  }
}
