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
  /// What each of them says of the two counts in it.
  var links: [RateLink] = []
  /// Whether counts of which nothing is known stand in sums, to be worked out.
  var hasBlanks = false

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
    for isPrinted in [false, true] {
      for (index, rate) in later where figures[index].isPrinted == isPrinted {
        add(figures[index], index, rate, isPublic: isPublic[index])
      }
    }
  }

  /// Adds a rate: a ratio tells both its counts, a printed rate is joined to those that are told.
  ///
  /// A printed rate that no ground makes public is withheld with either of its counts, and thus says nothing that they do not.
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
      if isPublic, figure.value != nil { cells[cell].isForced = true }
    }
    rates.append(RateFigure(figure: index, part: first, whole: second))
    if case .printed(let value)? = figure.value, isPublic {
      printed.append(PrintedRate(value, CellKey(figure), rate, figure: index))
    }
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
    for (cell, count, edition) in drawnBefore(told.values) {
      if !cells[cell].isThere, !cells[cell].values.contains(count) { cells[cell].values.append(count) }
      told.add(count, of: cell, in: edition)
    }
    for (cell, values) in told.values.sorted(by: { $0.key < $1.key }) { settle(cell, told: values) }
    versions = told.editions.map { edition in
      var places: [Int: Int] = [:]
      for (cell, value) in edition { places[cell] = old[cell]?.first { cells[$0].values == [value] } }
      return places
    }
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
  /// Notes what printed rates and sums say that a count may be, when it is told otherwise or not at all.
  ///
  /// A count of which nothing is told takes the closest for its own; each other one is a count beside it.
  mutating func note(_ drawn: [ClosedRange<Int64>], of cell: Int) {
    var drawn = drawn
    if cells[cell].values.isEmpty, let closest = drawn.indices.min(by: { drawn[$0].width < drawn[$1].width })
    {
      let own = drawn.remove(at: closest)
      (cells[cell].values, cells[cell].range) = own.width == 0 ? ([own.lowerBound], nil) : ([], own)
      // That a row without a value is public says nothing of what it would be.
      (cells[cell].isDrawn, cells[cell].isForced) = (true, false)
    }
    for range in drawn {
      old[cell, default: []].append(cells.count)
      var other = Cell(key: cells[cell].key)
      (other.rates, other.isDrawn, other.isOld) = (cells[cell].rates, true, true)
      if range.width == 0 { other.values = [range.lowerBound] } else { other.range = range }
      cells.append(other)
    }
  }
  /// Notes that a printed rate is of a count that nothing tells, to name it by.
  mutating func join(_ rate: PrintedRate, to cell: Int) {
    guard let figure = rate.figure, !cells[cell].isThere else { return }
    cells[cell].rates.append(figure)
  }
  /// Adds what was withheld before and is gone: it is still a part of the sums that were told with it.
  mutating func add(_ editions: [EarlierEdition], _ rule: DisclosureRule, _ hierarchy: inout Hierarchy) {
    guard !editions.isEmpty else { return }
    for (index, cell) in cells.enumerated() where cell.isThere {
      live[cell.key.subject, default: []].append(index)
    }
    for edition in editions {
      let keys = names(edition)
      for key in edition.withheld where rule.rate(key.measure) == nil {
        guard find(key).map({ cells[$0].isBlank }) ?? true else { continue }
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
      return find(key).flatMap { cells[$0].isBlank ? nil : [$0] } ?? []
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
