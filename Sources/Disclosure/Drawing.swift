/// What numbers a reader may take counts for, by printed rates and sums together with all that is told.
///
/// A rate and a number of one of its counts leave the other one number, or bounds. What it leaves is an alternative of its
/// own, beside all others, and may be what another rate is of. A rate is not followed back to where it came from: with
/// another rate of the same counts that would lead to numbers that nobody tells.
struct Drawing {
  /// A printed rate, and the places of its counts.
  struct Ends {
    let part: Int
    let whole: Int
    let range: PrintedRange?
  }
  /// What a count may be.
  struct Alternative {
    let range: ClosedRange<Int64>
    /// The rate that it was drawn from last; `nil` for what is told, and for what is left of a sum.
    let rate: Int?
    /// The pairs of counts whose rates it was drawn from.
    let pairs: Set<[Int]>
    var number: Int64? { range.lowerBound == range.upperBound ? range.lowerBound : nil }
  }
  private let rates: [Ends]
  private var known: [Int: [Alternative]] = [:]
  /// How many of the alternatives of a count are told.
  private var told: [Int: Int] = [:]
  /// The counts that are not told now.
  private let open: Set<Int>

  init(_ rates: [Ends], _ values: [Int: [Int64]], open: Set<Int> = []) {
    (self.rates, self.open) = (rates, open)
    for (cell, values) in values {
      known[cell] = values.map { Alternative(range: $0...$0, rate: nil, pairs: []) }
      told[cell] = values.count
    }
  }
  /// What was drawn of counts, in their order, beside what is told of them.
  var drawn: [(cell: Int, drawn: ArraySlice<Alternative>)] {
    known.keys.sorted().compactMap { cell in
      let drawn = (known[cell] ?? []).dropFirst(told[cell] ?? 0)
      return drawn.isEmpty ? nil : (cell, drawn)
    }
  }
  func isDrawn(_ cell: Int) -> Bool { (known[cell]?.count ?? 0) > (told[cell] ?? 0) }

  /// Draws from all rates until nothing more is found.
  mutating func follow() {
    var isMoved = true
    while isMoved {
      isMoved = false
      for index in rates.indices {
        let ends = rates[index]
        guard let range = ends.range else { continue }
        isMoved = draw(ends.part, from: ends.whole, index, { range.parts(of: $0) }) || isMoved
        isMoved = draw(ends.whole, from: ends.part, index, { range.wholes(for: $0) }) || isMoved
      }
    }
  }
  private mutating func draw(
    _ cell: Int, from base: Int, _ rate: Int, _ range: (ClosedRange<Int64>) -> ClosedRange<Int64>?
  ) -> Bool {
    let pair = [rates[rate].part, rates[rate].whole]
    var isMoved = false
    for one in known[base] ?? [] where !one.pairs.contains(pair) {
      guard let range = range(one.range) else { continue }
      let next = Alternative(range: range, rate: rate, pairs: one.pairs.union([pair]))
      isMoved = add(next, to: cell) || isMoved
    }
    return isMoved
  }
  /// Works out what is left of sums for counts that nothing tells.
  ///
  /// Of the others in a sum the first that is told is taken, and then of one of them at a time each that there is.
  mutating func isMoved(by sums: [CountSums.Candidate]) -> Bool {
    var isMoved = false
    for sum in sums {
      for cell in [sum.total] + sum.members where open.contains(cell) {
        let others = ([sum.total] + sum.members).filter { $0 != cell }
        guard others.allSatisfy({ numbers($0)?.isEmpty != true }) else { continue }
        for (number, pairs) in left(of: cell, sum) where number >= 0 {
          isMoved = add(Alternative(range: number...number, rate: nil, pairs: pairs), to: cell) || isMoved
        }
      }
    }
    return isMoved
  }
  /// The numbers of a count; `nil` for one that stands for nobody, empty for one that could be any number.
  private func numbers(_ cell: Int) -> [(number: Int64, pairs: Set<[Int]>)]? {
    let all = known[cell] ?? []
    if all.isEmpty, !open.contains(cell) { return nil }
    return all.compactMap { one in one.number.map { ($0, one.pairs) } }
  }
  private func left(of cell: Int, _ sum: CountSums.Candidate) -> [(number: Int64, pairs: Set<[Int]>)] {
    var terms: [(sign: Int64, options: [(number: Int64, pairs: Set<[Int]>)])] = []
    for other in [sum.total] + sum.members where other != cell {
      guard let options = numbers(other), !options.isEmpty else { continue }
      terms.append((cell == sum.total || other == sum.total ? 1 : -1, options))
    }
    guard let first = Self.sum(terms.map { ($0.sign, $0.options[0]) }) else { return [] }
    var found = [first]
    for term in terms.indices {
      for option in terms[term].options.dropFirst() {
        let chosen = terms.enumerated().map { ($1.sign, $0 == term ? option : $1.options[0]) }
        if let next = Self.sum(chosen) { found.append(next) }
        if found.count > CellTable.mostDrawn { return found }
      }
    }
    return found
  }
  private static func sum(
    _ terms: [(sign: Int64, option: (number: Int64, pairs: Set<[Int]>))]
  ) -> (number: Int64, pairs: Set<[Int]>)? {
    var (sum, pairs): (Int64, Set<[Int]>) = (0, [])
    for term in terms {
      let (next, isOver) = sum.addingReportingOverflow(term.sign * term.option.number)
      if isOver { return nil }
      (sum, pairs) = (next, pairs.union(term.option.pairs))
    }
    return (sum, pairs)
  }
  /// Whether it was not there: bounds with a number in them that is told say nothing new.
  private mutating func add(_ one: Alternative, to cell: Int) -> Bool {
    let all = known[cell] ?? []
    let isKnown = all.prefix(told[cell] ?? 0).contains { one.range.overlaps($0.range) }
    guard !isKnown, !all.contains(where: { $0.range == one.range }) else { return false }
    let isTold = (told[cell] ?? 0) > 0 && !open.contains(cell)
    let most = isTold ? CellTable.mostBesideTold : CellTable.mostDrawn
    guard all.count < most + (told[cell] ?? 0) else { return false }
    known[cell, default: []].append(one)
    // Two rates that are both right may leave one number that neither leaves alone.
    for other in all where one.number == nil && other.number == nil && other.range.overlaps(one.range) {
      let both = one.range.clamped(to: other.range)
      guard both.lowerBound == both.upperBound else { continue }
      _ = add(Alternative(range: both, rate: one.rate, pairs: one.pairs.union(other.pairs)), to: cell)
    }
    return true
  }
}
