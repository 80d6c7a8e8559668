/// Between which bounds a withheld count must lie, by what is published.
///
/// No count is below zero or above its base, and sums hold. The bounds are drawn from each sum alone, over and over until
/// none moves: exact when the sums are a tree with a box at each count, and else perhaps wider than they are.
struct IntervalAudit {
  /// The least and the greatest that every count can be.
  private(set) var low: [Int64]
  private(set) var high: [Int64]
  private let isKnown: [Bool]
  /// The counts withheld for their own sake of which too little is left open, in order.
  private(set) var narrow: [Int] = []

  private static let most = Int64.max / 4
  /// Bounds that still move after so many rounds are left as they are: they are right, and wider than need be.
  private static let rounds = 64

  init(
    _ cells: [Cell], _ relations: [Relation], _ bases: [[Int]], _ rule: DisclosureRule,
    _ links: [RateLink] = []
  ) {
    // What is told may be more than is ever counted, and must not run over.
    low = cells.map { min(Self.most, $0.isOpen ? 0 : $0.values.first ?? $0.range?.lowerBound ?? 0) }
    high = cells.map { cell in
      min(Self.most, cell.isOpen ? Self.most : cell.values.first ?? cell.range?.upperBound ?? Self.most)
    }
    isKnown = cells.map { !$0.isOpen }
    let exact = relations.filter(\.isExact)
    var round = 0
    while round < Self.rounds, draw(exact, bases, links) { round += 1 }
    for (index, cell) in cells.enumerated() where cell.isUnknown && cell.isPrimary && cell.isCount {
      guard !cell.values.isEmpty else { continue }
      let room = bases[index].compactMap { $0 >= 0 ? cells[$0].values.first : nil }.min() ?? .max
      if high[index] - low[index] < min(Int64(rule.threshold) - 1, room) { narrow.append(index) }
    }
  }
  /// Whether any bound has moved.
  private mutating func draw(_ relations: [Relation], _ bases: [[Int]], _ links: [RateLink]) -> Bool {
    var isMoved = false
    for (cell, bases) in bases.enumerated() {
      for base in bases where base >= 0 && base != cell {
        isMoved = lower(cell, to: high[base]) || isMoved
        isMoved = raise(base, to: low[cell]) || isMoved
      }
    }
    for relation in relations { isMoved = draw(relation) || isMoved }
    for link in links { isMoved = draw(link) || isMoved }
    return isMoved
  }
  /// Draws bounds of each count of a printed rate from those of the other.
  private mutating func draw(_ link: RateLink) -> Bool {
    func bounds(_ cell: Int, _ value: Int64?) -> (low: Int64, high: Int64) {
      let told = isKnown[cell] ? value.map { min($0, Self.most) } : nil
      return (told ?? low[cell], told ?? high[cell])
    }
    let whole = bounds(link.whole, link.values.whole)
    let part = link.range.bounds(ofPartOf: whole.low, to: whole.high)
    var isMoved = raise(link.part, to: part.low)
    isMoved = lower(link.part, to: part.high) || isMoved
    let known = bounds(link.part, link.values.part)
    let all = link.range.bounds(ofWholeFor: known.low, to: known.high)
    isMoved = raise(link.whole, to: all.low) || isMoved
    return lower(link.whole, to: all.high) || isMoved
  }
  /// Draws bounds from one sum, by those of its values by which it comes out.
  private mutating func draw(_ relation: Relation) -> Bool {
    var isMoved = false
    func told(_ cell: Int) -> Int64? {
      isKnown[cell] ? relation.chosen[cell].map { min($0, Self.most) } : nil
    }
    func least(_ cell: Int) -> Int64 { told(cell) ?? low[cell] }
    func most(_ cell: Int) -> Int64 { told(cell) ?? high[cell] }
    let all = relation.members.reduce(into: (least: 0 as Int64, most: 0 as Int64)) { sum, member in
      sum = (Self.sum(sum.least, least(member)), Self.sum(sum.most, most(member)))
    }
    isMoved = raise(relation.total, to: all.least) || isMoved
    isMoved = lower(relation.total, to: all.most) || isMoved
    let total = (least: least(relation.total), most: most(relation.total))
    for member in relation.members {
      if all.most < Self.most {
        isMoved = raise(member, to: total.least - (all.most - most(member))) || isMoved
      }
      isMoved = lower(member, to: total.most - (all.least - least(member))) || isMoved
    }
    return isMoved
  }
  private mutating func raise(_ cell: Int, to bound: Int64) -> Bool {
    // Figures that contradict each other have bounds that cross; then nothing more is drawn from them.
    guard bound > low[cell], bound <= high[cell] else { return false }
    low[cell] = bound
    return true
  }
  private mutating func lower(_ cell: Int, to bound: Int64) -> Bool {
    guard bound < high[cell], bound >= low[cell] else { return false }
    high[cell] = bound
    return true
  }
  /// A sum that stops at the bound of what is counted.
  private static func sum(_ a: Int64, _ b: Int64) -> Int64 { min(most, min(a, most) + min(b, most)) }
}
