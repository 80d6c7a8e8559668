/// The nine columns of movements as the README tells them, household by household.
struct PlainFlows {
  enum Place: Equatable { case poor, nearPoor, neither, absent }
  /// What one household is in two years.
  struct Pair {
    var before = Place.absent
    var after = Place.absent
    var membersBefore: Int64 = 0
    var membersAfter: Int64 = 0
    var unitBefore: String?
    var unitAfter: String?
    /// The classes in which an earlier list had it.
    var earlier: [Place] = []
  }
  let isAway: Bool
  private let pairs: [String: Pair]

  init(_ before: [Listed], _ after: [Listed], earlier: [[Listed]], unlisted: String) {
    isAway = unlisted == "away"
    var pairs: [String: Pair] = [:]
    for row in before {
      pairs[row.id ?? "", default: Pair()].before = Self.place(row)
      pairs[row.id ?? ""]?.membersBefore = row.members ?? 0
      pairs[row.id ?? ""]?.unitBefore = row.unit
    }
    for row in after {
      pairs[row.id ?? "", default: Pair()].after = Self.place(row)
      pairs[row.id ?? ""]?.membersAfter = row.members ?? 0
      pairs[row.id ?? ""]?.unitAfter = row.unit
    }
    for row in earlier.joined() { pairs[row.id ?? ""]?.earlier.append(Self.place(row)) }
    self.pairs = pairs
  }
  static func place(_ row: Listed) -> Place {
    row.word == "poor" ? .poor : row.word == "near_poor" ? .nearPoor : .neither
  }
  /// The terms of a class, in households or in persons; of all, or of one unit.
  func terms(_ class: Place, persons: Bool, unit: String? = nil) -> [Int64] {
    var terms: [Int64] = Array(repeating: 0, count: 9)
    for pair in pairs.values {
      let (from, to) = (pair.unitBefore ?? pair.unitAfter, pair.unitAfter ?? pair.unitBefore)
      let isLeaver = unit != nil && from == unit && to != unit && pair.after != .absent
      let isComer = unit != nil && to == unit && from != unit && pair.before != .absent
      if let unit, from != unit, to != unit { continue }
      let (old, new) = persons ? (pair.membersBefore, pair.membersAfter) : (1, 1)
      if isLeaver {
        if pair.before == `class` { (terms[0], terms[3]) = (terms[0] + old, terms[3] + old) }
      } else if isComer {
        if pair.after == `class` { (terms[7], terms[8]) = (terms[7] + new, terms[8] + new) }
      } else {
        count(pair, `class`, old, new, &terms)
      }
    }
    return terms
  }
  private func count(_ pair: Pair, _ class: Place, _ old: Int64, _ new: Int64, _ terms: inout [Int64]) {
    let other: Place = `class` == .poor ? .nearPoor : .poor
    if pair.before == `class` { terms[0] += old }
    if pair.after == `class` { terms[8] += new }
    switch (pair.before == `class`, pair.after == `class`) {
    case (false, false): return
    case (true, true): terms[new > old ? 7 : 3] += abs(new - old)
    case (true, false):
      if pair.after == .absent && isAway {
        terms[3] += old
      } else {
        // Column 2 of the poor is to near-poverty; of the near-poor it is out of both.
        terms[(pair.after == other) == (`class` == .poor) ? 1 : 2] += old
      }
    case (false, true):
      if pair.before == other {
        terms[4] += old
        terms[new > old ? 7 : 3] += abs(new - old)
      } else if pair.before == .absent && isAway {
        terms[7] += new
      } else {
        terms[pair.earlier.contains(`class`) ? 5 : 6] += new
      }
    }
  }
}

/// Lists of two years and of earlier ones, of the same households in part.
struct SomeLists {
  let before: [Listed]
  let after: [Listed]
  let earlier: [[Listed]]

  init(_ seed: UInt64, _ count: Int, hasGaps: Bool = true) {
    var random = Random(state: seed)
    func list(_ share: Int) -> [Listed] {
      (0..<count).compactMap { number in
        guard random.below(share) > 0 else { return nil }
        let unit = ["00001", "00002", "00003"][random.below(8) > 0 ? number % 3 : random.below(3)]
        return Listed(
          id: "h\(number)", word: ["poor", "near_poor", "average", "none"][random.below(4)],
          members: Int64(random.below(6) + 1), unit: hasGaps && random.below(20) == 0 ? nil : unit)
      }
    }
    before = list(5)
    after = list(5)
    earlier = [list(3), list(2)]
  }
}
