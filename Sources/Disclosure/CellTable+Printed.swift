import Tables

/// A printed rate that everybody may read or has read, and the counts in it.
struct PrintedRate {
  let range: PrintedRange?
  let part: CellKey
  let whole: CellKey
  /// The figure of now that it is, by its place; `nil` for one that only an earlier edition printed.
  let figure: Int?
  /// The earlier edition that printed it; `nil` for a rate of now.
  let edition: Int?

  init(
    _ value: FixedPoint, _ key: CellKey, _ rate: DisclosureRule.Rate, figure: Int? = nil, edition: Int? = nil
  ) {
    (range, self.figure, self.edition) = (PrintedRange(value), figure, edition)
    (part, whole) = (key.with(rate.part), key.with(rate.whole))
  }
}

// What printed rates say of counts that are not told.
extension CellTable {
  /// What a printed rate says of a count.
  struct Drawn {
    let rate: PrintedRate
    let cell: Int
    /// The number that it is; `nil` where the rate leaves it more than one.
    let count: Int64?
    /// Whether readers need not know what it was drawn from: that is there now, and may be withheld.
    let isGuess: Bool
  }

  /// Draws from all printed rates what they say of counts that are not told, until nothing more is found.
  ///
  /// A count that one rate gives away may be the one that another is of. `told` has what earlier editions told of
  /// counts. The base of a rate is what is told as one number, and not what another rate leaves several.
  mutating func drawPrinted(_ told: [Int: [Int64]]) -> [Drawn] {
    var all: [Drawn] = []
    var guessed: Set<Int> = []
    while true {
      // A range only ever becomes narrower, so this comes to an end.
      let found = printed.compactMap { draw($0, told, &guessed) }
      if found.isEmpty { return all }
      all += found
    }
  }
  /// Gives the one count of a printed rate that is not told the number, or the bounds, that the other leaves it.
  ///
  /// - Returns: What it says; `nil` when it says nothing that was not known.
  private mutating func draw(
    _ rate: PrintedRate, _ told: [Int: [Int64]], _ guessed: inout Set<Int>
  ) -> Drawn? {
    guard let range = rate.range, let (base, isPart, known) = base(of: rate, told) else { return nil }
    let found = isPart ? known.compactMap(range.parts(of:)) : known.compactMap(range.wholes(for:))
    guard let low = found.map(\.lowerBound).min(), let high = found.map(\.upperBound).max() else {
      return nil
    }
    let cell = find(isPart ? rate.part : rate.whole) ?? place(isPart ? rate.part : rate.whole)
    let before = cells[cell].range
    var both = low...high
    if let before, before.overlaps(both) {
      both = max(low, before.lowerBound)...min(high, before.upperBound)
    } else if before != nil, low < high {
      // Of two rates that contradict each other the first counts.
      return nil
    }
    let isOne = both.lowerBound == both.upperBound
    guard isOne || both != before else { return nil }
    note(both, of: cell)
    let isOpen = cells[base].isThere && !cells[base].isForced && told[base] == nil
    if isOpen || guessed.contains(base) { guessed.insert(cell) }
    let count = isOne ? both.lowerBound : nil
    return Drawn(rate: rate, cell: cell, count: count, isGuess: guessed.contains(cell))
  }
  /// What is told of one of the two counts of a rate where nothing is told of the other: its place, whether the other is
  /// the part, and the values.
  ///
  /// What is told now counts before what an earlier edition told.
  private func base(
    of rate: PrintedRate, _ told: [Int: [Int64]]
  ) -> (cell: Int, isPart: Bool, values: [Int64])? {
    let (part, whole) = (find(rate.part), find(rate.whole))
    func now(_ cell: Int?) -> [Int64] { cell.map { cells[$0].values } ?? [] }
    func before(_ cell: Int?) -> [Int64] { cell.flatMap { told[$0] } ?? [] }
    for (parts, wholes) in [(now(part), now(whole)), (before(part), before(whole))] {
      switch (part, whole) {
      case (_, let whole?) where parts.isEmpty && !wholes.isEmpty: return (whole, true, wholes)
      case (let part?, _) where !parts.isEmpty && wholes.isEmpty: return (part, false, parts)
      default: if !parts.isEmpty { return nil }
      }
    }
    return nil
  }

  // MARK: Counts that are there now

  /// Draws from the rates that earlier editions printed what they gave away of counts that there are now too.
  ///
  /// Of the other count only that is taken which readers knew: what an edition told, and what is public now. What a
  /// rate left several numbers is noted of a count that is one of them.
  ///
  /// - Returns: The counts that had one number, and in which edition.
  mutating func drawEarlier(_ told: [Int: [Int64]]) -> [(cell: Int, count: Int64, edition: Int?)] {
    var told = told
    var all: [(cell: Int, count: Int64, edition: Int?)] = []
    var rest = printed.filter { $0.figure == nil }
    while true {
      // A count that one rate gives away may be the one that another is of; each is drawn from once.
      let count = rest.count
      rest.removeAll { rate in
        let found = given(by: rate, told)
        for (cell, count) in found { told[cell, default: []].append(count) }
        all += found.map { (cell: $0.cell, count: $0.count, edition: rate.edition) }
        return !found.isEmpty
      }
      if rest.count == count { return all }
    }
  }
  private mutating func given(
    by rate: PrintedRate, _ told: [Int: [Int64]]
  ) -> [(cell: Int, count: Int64)] {
    guard let range = rate.range, let part = find(rate.part), let whole = find(rate.whole) else { return [] }
    return bound(part, by: whole, told, range.parts(of:)) + bound(whole, by: part, told, range.wholes(for:))
  }
  private mutating func bound(
    _ cell: Int, by base: Int, _ told: [Int: [Int64]], _ range: (Int64) -> ClosedRange<Int64>?
  ) -> [(cell: Int, count: Int64)] {
    guard cells[cell].isThere, !cells[cell].values.isEmpty, !cells[cell].isForced else { return [] }
    let (before, now) = (told[base] ?? [], cells[base].isForced ? cells[base].values : [])
    var found: [(cell: Int, count: Int64)] = []
    for value in before + now.filter({ !before.contains($0) }) {
      guard let bounds = range(value) else { continue }
      if bounds.lowerBound == bounds.upperBound {
        let count = bounds.lowerBound
        // What an earlier rate leaves of a total of now was never so, unless it is what is there.
        guard before.contains(value) || cells[cell].values.contains(count) else { continue }
        if told[cell]?.contains(count) != true { found.append((cell, count)) }
      } else if cells[cell].values.allSatisfy(bounds.contains) {
        narrow(cell, to: bounds)
      }
    }
    return found
  }
}
