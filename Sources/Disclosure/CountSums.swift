/// Every sum by which counts hang together, and those of them by which a reader could work one out.
struct CountSums {
  /// What a total is parted by.
  enum Kind: Hashable {
    case units
    case groups(String)
    case measures
    case places
    case standards
  }
  /// A sum, whether or not it comes out.
  struct Candidate {
    let kind: Kind
    let total: Int
    let members: [Int]
    /// Of a sum with a count in it of which nothing is known, whether all parts are there.
    let isWhole: Bool
  }
  private let cells: [Cell]
  private let hasBlanks: Bool
  /// The sums that are guarded.
  private(set) var relations: [Relation] = []
  /// All sums that there could be.
  private(set) var candidates: [Candidate] = []

  /// Of every total that has no value, or is not what its parts make, the sums that it is the total of.
  private var loose: [Int: [Candidate]] = [:]

  init(_ cells: [Cell], hasBlanks: Bool) { (self.cells, self.hasBlanks) = (cells, hasBlanks) }

  /// Adds a sum, which is guarded when it comes out, or when readers would take it for one all the same.
  mutating func add(_ kind: Kind, _ total: Int, of members: [Int], isGuarded: @autoclosure () -> Bool) {
    let isBlank = ([total] + members).contains { !cells[$0].isThere || cells[$0].values.isEmpty }
    let candidate = Candidate(
      kind: kind, total: total, members: members, isWhole: hasBlanks && isBlank && isGuarded())
    candidates.append(candidate)
    let found = Relation.comingOut(total, members, cells)
    relations += found
    guard found.isEmpty else { return }
    loose[total, default: []].append(candidate)
    if isGuarded() { relations.append(Relation(total: total, members: members, isExact: false)) }
  }
  /// Adds the sums that come out when a part that has no value, or is not what its own parts make, is told by those.
  ///
  /// Else a row that nobody has reported would stand between a total and the counts in it.
  mutating func addWithoutMiddles() {
    for candidate in candidates where candidate.members.contains(where: { loose[$0] != nil }) {
      var kinds: [Kind] = []
      for kind in candidate.members.flatMap({ loose[$0] ?? [] }).map(\.kind) where !kinds.contains(kind) {
        kinds.append(kind)
      }
      var seen = [candidate.members]
      for kind in kinds {
        for isOpen in [{ (cell: Cell) in cell.values.isEmpty }, { _ in true }] {
          let members = parted(candidate.members, by: kind, where: isOpen)
          guard !seen.contains(members) else { continue }
          seen.append(members)
          relations += Relation.comingOut(candidate.total, members, cells)
        }
      }
    }
  }
  /// Adds the sums that come out by what was told before of some of the counts; places are those of the earlier values.
  ///
  /// Any value of a total is tried with the parts as they are, as each edition told them, and by size: what one edition
  /// told of the one part and the next of the other may go together too.
  mutating func addEarlier(_ old: [Int: [Int]], _ editions: [[Int: Int]]) {
    guard let most = old.values.map(\.count).max() else { return }
    let bySize = (0..<most).map { version in old.mapValues { $0[min(version, $0.count - 1)] } }
    let versions = [[:]] + editions + bySize
    for candidate in candidates {
      let totals = [candidate.total] + (old[candidate.total] ?? [])
      let isOld = candidate.members.contains { old[$0] != nil }
      guard totals.count > 1 || isOld else { continue }
      var seen: Set<[Int]> = []
      for version in isOld ? versions : [[:]] {
        let members = candidate.members.map { version[$0] ?? $0 }
        guard seen.insert(members).inserted else { continue }
        for total in totals where total != candidate.total || members != candidate.members {
          relations += Relation.comingOut(total, members, cells)
        }
      }
      addDrawn(candidate, totals, old)
    }
  }
  /// Adds the sums that come out by any of what a sum's counts may be, where printed rates say some of that.
  ///
  /// Each count in turn is kept as it is now: it may be the one that is sought.
  private mutating func addDrawn(_ candidate: Candidate, _ totals: [Int], _ old: [Int: [Int]]) {
    let members = candidate.members
    guard (totals + members.flatMap { old[$0] ?? [] }).contains(where: { cells[$0].isDrawn }) else { return }
    let all = members.map { (old[$0] ?? []) + [$0] }
    let kept = members.indices.filter { all[$0].count > 1 }.map { index in
      all.indices.map { $0 == index ? [members[$0]] : all[$0] }
    }
    var seen: Set<[Int]> = [[candidate.total] + members]
    for parts in [all, all.map { $0.reversed() }] + kept {
      for total in totals {
        relations += Relation.comingOut(total, parts: parts, cells).filter {
          seen.insert([$0.total] + $0.members).inserted
        }
      }
    }
  }
  private func parted(
    _ members: [Int], by kind: Kind, where isOpen: (Cell) -> Bool, depth: Int = 0
  ) -> [Int] {
    members.flatMap { member -> [Int] in
      guard depth < 8, isOpen(cells[member]), let parts = loose[member]?.first(where: { $0.kind == kind })
      else { return [member] }
      return parted(parts.members, by: kind, where: isOpen, depth: depth + 1)
    }
  }
}
