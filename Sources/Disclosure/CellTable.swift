import Figures
import Tables

/// The counts that some figures tell, and which figure tells which.
struct CellTable {
  /// A rate and the counts in it; `nil` for one that nothing else tells.
  struct RateFigure {
    let figure: Int
    let part: Int?
    let whole: Int?
  }
  private(set) var cells: [Cell] = []
  private(set) var rates: [RateFigure] = []
  /// The figures that are neither counts nor rates of known counts.
  private(set) var others: [Int] = []
  private var places: [CellKey: Int] = [:]

  /// The counts of some figures; `isPublic` says which are public by law.
  ///
  /// Those that were carried over to other boundaries are no part of any sum, and are left out.
  init(_ figures: [Figure], isPublic: [Bool], isCarried: [Bool]? = nil, _ rule: DisclosureRule) {
    var later: [(figure: Int, rate: DisclosureRule.Rate)] = []
    for (index, figure) in figures.enumerated() where isCarried?[index] != true {
      if let rate = rule.rate(figure.measure) {
        later.append((index, rate))
        continue
      }
      switch figure.value {
      case .ratio?, .printed?: others.append(index)
      case .amount(let amount)?:
        let cell = place(CellKey(figure))
        cells[cell].figures.append(index)
        cells[cell].add(amount)
        if isPublic[index] { (cells[cell].isPublic, cells[cell].isForced) = (true, true) }
      case nil:
        let cell = place(CellKey(figure))
        cells[cell].figures.append(index)
        if isPublic[index] { (cells[cell].isPublic, cells[cell].isForced) = (true, true) }
        if figure.status == .withheld { cells[cell].isCount = false }
      }
    }
    // What a printed rate says depends on what all others say.
    for (index, rate) in later where !figures[index].isPrinted {
      add(figures[index], index, rate, isPublic: isPublic[index])
    }
    for (index, rate) in later where figures[index].isPrinted {
      add(figures[index], index, rate, isPublic: isPublic[index])
    }
  }

  /// Adds a rate: a ratio tells both its counts, a printed rate what it is of one that is told besides.
  private mutating func add(_ figure: Figure, _ index: Int, _ rate: DisclosureRule.Rate, isPublic: Bool) {
    let (part, whole) = (CellKey(figure).with(rate.part), CellKey(figure).with(rate.whole))
    var (first, second) = (find(part), find(whole))
    switch figure.value {
    case .ratio(let numerator, let denominator)?:
      (first, second) = (first ?? place(part), second ?? place(whole))
      if let first { cells[first].add(numerator) }
      if let second { cells[second].add(denominator) }
    case .printed(let printed)? where isPublic:
      draw(printed, part: part, whole: whole)
      (first, second) = (find(part), find(whole))
    default: break
    }
    for cell in [first, second] {
      guard let cell else { continue }
      cells[cell].rates.append(index)
      if isPublic, figure.value != nil, cells[cell].range == nil { cells[cell].isForced = true }
    }
    rates.append(RateFigure(figure: index, part: first, whole: second))
  }
  /// Gives the one count of a printed rate that is not told the number, or the bounds, that the other one leaves it.
  ///
  /// - Returns: The number, and the place of its count.
  @discardableResult
  private mutating func draw(
    _ rate: FixedPoint, part: CellKey, whole: CellKey
  ) -> (cell: Int, count: Int64)? {
    guard let range = PrintedRange(rate) else { return nil }
    let (parts, wholes) = (values(part), values(whole))
    let isPart = parts.isEmpty
    guard isPart != wholes.isEmpty else { return nil }
    let found = isPart ? wholes.compactMap(range.parts(of:)) : parts.compactMap(range.wholes(for:))
    guard let low = found.map(\.lowerBound).min(), let high = found.map(\.upperBound).max() else {
      return nil
    }
    let cell = find(isPart ? part : whole) ?? place(isPart ? part : whole)
    if low < high {
      cells[cell].range = low...high
      return nil
    }
    cells[cell].values = [low]
    return (cell, low)
  }
  private func values(_ key: CellKey) -> [Int64] { find(key).map { cells[$0].values } ?? [] }
  /// The place of a count, also of one to which no standard applies.
  func find(_ key: CellKey) -> Int? { places[key] ?? places[key.withoutStandard] }
  /// The place of a count, which is made if there is none.
  mutating func place(_ key: CellKey) -> Int {
    if let known = places[key] { return known }
    places[key] = cells.count
    cells.append(Cell(key: key))
    return cells.count - 1
  }

  // MARK: Earlier editions

  /// Adds what was published before: a count that is as it was is known, whatever becomes of it now.
  mutating func add(_ earlier: [EarlierFigure], _ rule: DisclosureRule) {
    for figure in earlier {
      for (key, value) in figure.counts(rule) {
        if let cell = find(key) {
          if cells[cell].values.first == value { cells[cell].isKnownBefore = true }
        } else {
          let cell = place(key)
          cells[cell].values = [value]
          cells[cell].isKnownBefore = true
        }
      }
    }
  }
  /// Adds what was withheld before and is gone: it is still a part of the sums that were told with it.
  mutating func add(_ editions: [EarlierEdition], _ rule: DisclosureRule, _ hierarchy: inout Hierarchy) {
    for key in editions.flatMap(\.withheld) where rule.rate(key.measure) == nil && find(key) == nil {
      guard hierarchy.isThere(key.unit, on: key.day) else { continue }
      cells[place(key)].isHeldBefore = true
    }
  }
}

extension Figure {
  fileprivate var isPrinted: Bool { if case .printed? = value { true } else { false } }
}
