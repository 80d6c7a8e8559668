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
  /// The measures that no standard says anything of, though a table may name one: all of whom others are a part.
  private let standardless: Set<String>
  /// The counts that there are now, whatever their day and standard.
  private var live: [CellKey.Subject: [Int]] = [:]
  /// The values that earlier editions told of counts that have others now, as counts of their own.
  private(set) var old: [Int: [Int]] = [:]
  /// For each earlier edition, which of those are its own, by the counts.
  private(set) var versions: [[Int: Int]] = []
  /// The printed rates that everybody may read or has read.
  private(set) var printed: [PrintedRate] = []

  /// The counts of some figures; `isPublic` says which are public by law.
  ///
  /// Those that were carried over to other boundaries are no part of any sum, and are left out.
  init(_ figures: [Figure], isPublic: [Bool], isCarried: [Bool]? = nil, _ rule: DisclosureRule) {
    standardless = Set(rule.rates.map(\.whole))
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
    for (index, rate) in later where !figures[index].isPrinted {
      add(figures[index], index, rate, isPublic: isPublic[index])
    }
    for (index, rate) in later where isPublic[index] {
      guard case .printed(let value)? = figures[index].value else { continue }
      printed.append(PrintedRate(value, CellKey(figures[index]), rate, figure: index))
    }
    // What a printed rate says depends on what all others say.
    for drawn in drawPrinted([:]) { join(drawn) }
    for (index, rate) in later where figures[index].isPrinted {
      add(figures[index], index, rate, isPublic: isPublic[index])
    }
  }

  /// Adds a rate: a ratio tells both its counts, a printed rate is joined to those that are told.
  private mutating func add(_ figure: Figure, _ index: Int, _ rate: DisclosureRule.Rate, isPublic: Bool) {
    let (part, whole) = (CellKey(figure).with(rate.part), CellKey(figure).with(rate.whole))
    var (first, second) = (find(part), find(whole))
    switch figure.value {
    case .ratio(let numerator, let denominator)?:
      (first, second) = (first ?? place(part), second ?? place(whole))
      if let first { cells[first].add(numerator) }
      if let second { cells[second].add(denominator) }
    default: break
    }
    for cell in [first, second] {
      guard let cell else { continue }
      if !cells[cell].rates.contains(index) { cells[cell].rates.append(index) }
      if isPublic, figure.value != nil, cells[cell].range == nil { cells[cell].isForced = true }
    }
    rates.append(RateFigure(figure: index, part: first, whole: second))
  }
  /// Joins a public rate to the count that it tells.
  private mutating func join(_ drawn: Drawn) {
    guard let figure = drawn.rate.figure else { return }
    if !cells[drawn.cell].rates.contains(figure) { cells[drawn.cell].rates.append(figure) }
    if drawn.count != nil { cells[drawn.cell].isForced = true }
  }
  /// Notes between which numbers a count is that nothing tells but printed rates.
  mutating func note(_ range: ClosedRange<Int64>, of cell: Int) {
    let isOne = range.lowerBound == range.upperBound
    (cells[cell].values, cells[cell].range) = isOne ? ([range.lowerBound], nil) : ([], range)
  }
  /// Notes between which numbers a count was by a rate that an earlier edition printed.
  mutating func narrow(_ cell: Int, to range: ClosedRange<Int64>) {
    cells[cell].range = cells[cell].range.map { $0.clamped(to: range) } ?? range
  }
  /// The place of a count, also of one to which no standard applies.
  func find(_ key: CellKey) -> Int? { places[normal(key)] ?? places[key.withoutStandard] }
  /// The place of a count, which is made if there is none.
  mutating func place(_ key: CellKey) -> Int {
    let key = normal(key)
    if let known = places[key] { return known }
    places[key] = cells.count
    cells.append(Cell(key: key))
    return cells.count - 1
  }
  private func normal(_ key: CellKey) -> CellKey {
    standardless.contains(key.measure) ? key.withoutStandard : key
  }

  // MARK: Earlier editions

  /// Adds what was published before, by editions: a count that is as it was is known, whatever becomes of it now.
  mutating func add(_ earlier: [[EarlierFigure]], _ rule: DisclosureRule) {
    var told = EarlierCounts(editions: earlier.count)
    for (edition, figures) in earlier.enumerated() {
      for figure in figures {
        for (key, value) in figure.counts(rule) {
          let cell = find(key) ?? place(key)
          if !cells[cell].isThere, !cells[cell].values.contains(value) { cells[cell].values.append(value) }
          told.add(value, of: cell, in: edition)
        }
        guard let value = figure.printed, let rate = rule.rate(figure.key.measure) else { continue }
        printed.append(PrintedRate(value, figure.key, rate, edition: edition))
      }
    }
    drawEarlier(&told)
    for (cell, values) in told.values.sorted(by: { $0.key < $1.key }) { settle(cell, told: values) }
    versions = told.editions.map { edition in
      var places: [Int: Int] = [:]
      for (cell, value) in edition { places[cell] = old[cell]?.first { cells[$0].values == [value] } }
      return places
    }
  }
  /// Adds what printed rates tell together with what is told.
  private mutating func drawEarlier(_ told: inout EarlierCounts) {
    // A rate of now may be of a count that only an earlier edition told, and the other way round.
    var known = told.values
    for drawn in drawPrinted(told.values) {
      join(drawn)
      guard drawn.rate.figure == nil, let count = drawn.count else { continue }
      told.add(count, of: drawn.cell, in: drawn.rate.edition)
      if !drawn.isGuess { known[drawn.cell, default: []].append(count) }
    }
    for (cell, count, edition) in drawEarlier(known) { told.add(count, of: cell, in: edition) }
  }
  /// Notes of a count that it is known, or else what it was when it was told.
  private mutating func settle(_ cell: Int, told values: [Int64]) {
    if cells[cell].values.allSatisfy(values.contains) {
      if !cells[cell].values.isEmpty { cells[cell].isKnownBefore = true }
    }
    for value in Set(values).sorted() where cells[cell].values != [value] && cells[cell].isThere {
      old[cell, default: []].append(cells.count)
      var before = Cell(key: cells[cell].key)
      (before.values, before.isKnownBefore, before.isOld) = ([value], true, true)
      cells.append(before)
    }
  }
  /// Adds what was withheld before and is gone: it is still a part of the sums that were told with it.
  mutating func add(_ editions: [EarlierEdition], _ rule: DisclosureRule, _ hierarchy: inout Hierarchy) {
    guard !editions.isEmpty else { return }
    for (index, cell) in cells.enumerated() where cell.isThere {
      live[cell.key.subject, default: []].append(index)
    }
    for edition in editions {
      let keys = names(edition)
      for key in edition.withheld where rule.rate(key.measure) == nil && find(key) == nil {
        guard hierarchy.isThere(key.unit, on: key.day), now(key, besides: keys).isEmpty else { continue }
        cells[place(key)].isHeldBefore = true
      }
    }
  }
  /// The counts that speak now of what a count of an earlier edition spoke of.
  ///
  /// A table may come again with another day, or by a standard that it did not name before. What the edition told besides
  /// under a name of its own is none of it.
  func now(_ key: CellKey, besides others: Set<CellKey>) -> [Int] {
    if let cell = find(key), cells[cell].isThere { return [cell] }
    let alike = (live[key.subject] ?? []).filter { !others.contains(cells[$0].key) }
    let sameDay = alike.filter { cells[$0].key.day == key.day }
    if !sameDay.isEmpty { return sameDay }
    let near = alike.filter { cells[$0].key.days(from: key) <= Self.mostDays }
    guard let least = near.map({ cells[$0].key.days(from: key) }).min() else {
      return find(key).map { [$0] } ?? []
    }
    return near.filter { cells[$0].key.days(from: key) == least }
  }
  /// By so many days a table may be dated otherwise and still be the same; the next one of a series is further away.
  private static let mostDays = 60
  /// Of earlier editions, the names of their counts as they are here.
  func names(_ edition: EarlierEdition) -> Set<CellKey> { Set(edition.keys.map(normal)) }
}

extension Figure {
  fileprivate var isPrinted: Bool { if case .printed? = value { true } else { false } }
}
